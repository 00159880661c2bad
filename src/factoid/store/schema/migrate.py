"""The format of a library: what this version writes, and how an older library gets there."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

APPLICATION_ID = 0x46637464  #: "Fctd", in the header of every library file
FORMAT = "0012"  #: the newest of the scripts in ``migrations/versions``

_SCRIPTS = Path(__file__).parent / "migrations"


def scripts_config(scripts: Path | None = None) -> Config:
    """Return what Alembic must know to find the scripts, those of a library unless others are named."""
    config = Config()
    config.set_main_option("script_location", str(scripts or _SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection, target: str = "head", *, scripts: Path | None = None) -> None:
    """Bring the tables to the newest format; the caller's transaction makes it all or nothing."""
    config = scripts_config(scripts)
    config.attributes["connection"] = connection
    command.upgrade(config, target)
