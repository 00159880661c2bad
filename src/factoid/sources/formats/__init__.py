"""What takes a document of each format apart into one text."""
