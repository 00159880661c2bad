"""Pages: where the pages, chapters or paragraphs of a source begin in its text.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("text", sa.Column("pages", sa.JSON, nullable=False, server_default="[]"))
