"""Names of persons: parse, fold, compare, find by keys.

>>> compare_names("Genrikh Lyushkov", "Heinrich Ljuschkow").score >= SAME_PERSON_THRESHOLD
True
"""

from factoid.names.blocking import blocking_keys
from factoid.names.compare import SAME_PERSON_THRESHOLD, compare_names
from factoid.names.fold import fold, fold_surname, fold_word
from factoid.names.given import Form, forms_of, gender_of_given_name, given_name_relation, is_given_name
from factoid.names.lexicon import Title, title_of, titles
from factoid.names.model import Culture, Finding, Name, NameComparison, NamePart, PartComparison, PartKind
from factoid.names.order import is_patronymic
from factoid.names.parse import parse_name
from factoid.names.romanised import respelt, romanised_key
from factoid.names.sound import sounds_of

__all__ = [
    "SAME_PERSON_THRESHOLD",
    "Culture",
    "Finding",
    "Form",
    "Name",
    "NameComparison",
    "NamePart",
    "PartComparison",
    "PartKind",
    "Title",
    "blocking_keys",
    "compare_names",
    "fold",
    "fold_surname",
    "fold_word",
    "forms_of",
    "gender_of_given_name",
    "given_name_relation",
    "is_given_name",
    "is_patronymic",
    "parse_name",
    "respelt",
    "romanised_key",
    "sounds_of",
    "title_of",
    "titles",
]
