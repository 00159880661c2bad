"""What Alembic runs: the scripts that the library lacks, within the transaction of the caller."""

from __future__ import annotations

from alembic import context

from factoid.store.schema.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by making it anew
)
context.run_migrations()
