"""Where accounts do not agree: both sides in their words, what speaks for each, what people decided."""
