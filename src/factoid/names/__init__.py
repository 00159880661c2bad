"""Names of persons: parse, fold, compare.

>>> compare_names("Genrikh Lyushkov", "Heinrich Ljuschkow").score >= SAME_PERSON_THRESHOLD
True
"""

from factoid.names.compare import SAME_PERSON_THRESHOLD, compare_names
from factoid.names.fold import fold, fold_surname, fold_word
from factoid.names.given import gender_of_given_name, given_name_relation, is_given_name
from factoid.names.lexicon import Title, title_of, titles
from factoid.names.model import Culture, Finding, Name, NameComparison, NamePart, PartComparison, PartKind
from factoid.names.order import is_patronymic
from factoid.names.parse import parse_name

__all__ = [
    "SAME_PERSON_THRESHOLD",
    "Culture",
    "Finding",
    "Name",
    "NameComparison",
    "NamePart",
    "PartComparison",
    "PartKind",
    "Title",
    "compare_names",
    "fold",
    "fold_surname",
    "fold_word",
    "gender_of_given_name",
    "given_name_relation",
    "is_given_name",
    "is_patronymic",
    "parse_name",
    "title_of",
    "titles",
]
