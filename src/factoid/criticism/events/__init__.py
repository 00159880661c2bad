"""Which accounts of one life speak of the same thing."""
