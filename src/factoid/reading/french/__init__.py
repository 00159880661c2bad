"""French: persons and statements of a French text, over spaCy's model of the language."""
