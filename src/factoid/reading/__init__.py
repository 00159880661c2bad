"""Documents to readings: mentions, personas, times and factoids."""
