"""Plain text cut into pieces, and what its lines say of it."""
