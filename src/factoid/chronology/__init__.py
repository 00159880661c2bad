"""What can have happened when."""
