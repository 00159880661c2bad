"""Which sources depend on which, and how many witnesses they are."""
