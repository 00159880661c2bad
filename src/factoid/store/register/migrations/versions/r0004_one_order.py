"""Words sort by their code points on PostgreSQL too, whatever language the database sorts by.

Revision ID: r0004
Revises: r0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None

_WORDS = {
    "account": ("name", "password", "address", "made", "removed"),
    "membership": ("library", "role", "made"),
    "invitation": (
        *("hash", "library", "role", "address", "made", "made_by", "expires", "ended", "accepted_by"),
    ),
    "passport": ("issuer", "subject", "made"),
    "session": ("hash", "made", "used", "expires"),
    "token": ("hash", "name", "library", "role", "made", "expires", "revoked"),
    "attempt": ("key", "began"),
    "audit": ("at", "actor", "action", "library", "subject", "previous", "hash"),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, columns in _WORDS.items():
        for column in columns:
            op.alter_column(table, column, type_=sa.String(collation="C"))
