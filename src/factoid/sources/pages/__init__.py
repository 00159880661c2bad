"""Pages of the web: their markup, their body, what they say of themselves."""
