"""Classes of words, as the statements use them."""

from factoid.reading.word_classes import noun_classes, verb_classes

__all__ = ["noun_classes", "verb_classes"]
