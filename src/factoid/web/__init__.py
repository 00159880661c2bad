"""The web application, on loopback."""
