"""What SQLite and PostgreSQL do each in its way: opening, transactions, columns, conditions, full text."""
