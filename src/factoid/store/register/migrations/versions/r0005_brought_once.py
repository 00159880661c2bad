"""What libraries brought to the audit log, by its key: looked up, where before the log's last entries were read.

Revision ID: r0005
Revises: r0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    is_file = op.get_bind().dialect.name == "sqlite"
    words = sa.String() if is_file else sa.String(collation="C")
    op.create_table("brought", sa.Column("key", words, nullable=False), sa.PrimaryKeyConstraint("key"))
    key = "json_extract(detail, '$.key')" if is_file else "detail ->> 'key'"
    op.execute(f"INSERT INTO brought (key) SELECT DISTINCT {key} FROM audit WHERE {key} IS NOT NULL")
