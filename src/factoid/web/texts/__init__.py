"""What pages show of a source: its text with its people and statements marked."""
