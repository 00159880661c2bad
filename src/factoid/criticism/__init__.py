"""Where sources contradict, copy or damage one another."""
