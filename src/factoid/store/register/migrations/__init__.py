"""The scripts that make a register and bring an older one up to date, on SQLite and PostgreSQL alike."""
