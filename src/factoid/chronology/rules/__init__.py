"""What statements, and the nature of things, demand of the points in time: one module per family of rules."""
