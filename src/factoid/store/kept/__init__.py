"""What was worked out of the evidence and is kept until the evidence changes."""
