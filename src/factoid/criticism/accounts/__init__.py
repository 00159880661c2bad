"""What each source says of a thing, made ready to be compared."""
