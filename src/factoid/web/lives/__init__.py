"""What pages show of a life: its line, its facets, its drawings."""
