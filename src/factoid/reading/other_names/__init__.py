"""Where a text says that two names are one person's: *called Arkan*, *under the name of*, *born Ann Lee*."""

from factoid.reading.other_names.bearers import bearers, is_disguise, those_called
from factoid.reading.other_names.beside import is_quoted
from factoid.reading.other_names.labels import is_birth_label, is_label_of_entry
from factoid.reading.other_names.naming_verbs import predicate_of
from factoid.reading.other_names.words import words_for

__all__ = [
    "bearers",
    "is_birth_label",
    "is_disguise",
    "is_label_of_entry",
    "is_quoted",
    "predicate_of",
    "those_called",
    "words_for",
]
