"""Pages of print: words in their boxes made into lines, columns, paragraphs, and one text."""
