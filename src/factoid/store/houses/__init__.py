"""Several libraries and one register of who may do what in them: a folder, or a PostgreSQL database."""
