"""What can have happened when, and why."""
