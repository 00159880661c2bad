"""How the tables came about, one script for each format; Alembic runs those that a library lacks."""
