"""Accounts and what they may, sessions and tokens, attempts to log in, and the audit log.

Revision ID: r0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _account() -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("account_pk", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_pk"], ["account.pk"], ondelete="CASCADE"),
    )


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("pk", sa.Integer(), primary_key=True),
        _text("name"),
        _text("password", nullable=True),
        _text("address", nullable=True),
        _text("made"),
        _text("removed", nullable=True),
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("address"),
    )
    op.create_table(
        "membership",
        _text("library"),
        *_account(),
        _text("role"),
        _text("made"),
        sa.PrimaryKeyConstraint("library", "account_pk"),
    )
    op.create_index("ix_membership_account", "membership", ["account_pk"])
    op.create_table(
        "invitation",
        sa.Column("pk", sa.Integer(), primary_key=True),
        _text("hash"),
        _text("library"),
        _text("role"),
        _text("address", nullable=True),
        _text("made"),
        _text("made_by"),
        _text("expires"),
        _text("ended", nullable=True),
        _text("accepted_by", nullable=True),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_invitation_library", "invitation", ["library"])
    op.create_table(
        "session",
        _text("hash"),
        *_account(),
        _text("made"),
        _text("used"),
        _text("expires"),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("ix_session_account", "session", ["account_pk"])
    _make_tokens_attempts_and_audit()


def _make_tokens_attempts_and_audit() -> None:
    op.create_table(
        "token",
        sa.Column("pk", sa.Integer(), primary_key=True),
        _text("hash"),
        *_account(),
        _text("name"),
        _text("library"),
        _text("role"),
        _text("made"),
        _text("expires", nullable=True),
        _text("revoked", nullable=True),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_token_account", "token", ["account_pk"])
    op.create_index("ix_token_library", "token", ["library"])
    op.create_table(
        "attempt",
        _text("key"),
        sa.Column("count", sa.Integer(), nullable=False),
        _text("began"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        _text("at"),
        _text("actor"),
        _text("action"),
        _text("library", nullable=True),
        _text("subject", nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        _text("previous"),
        _text("hash"),
    )
    op.create_index("ix_audit_library", "audit", ["library", "seq"])
