"""Places and the polities they lay in."""
