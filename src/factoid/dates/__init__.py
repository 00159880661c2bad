"""Times as narratives give them: parse, bound, compare."""

from factoid.dates.edtf import when_of_edtf
from factoid.dates.english import find_time_phrases
from factoid.dates.english.births import tells_birth
from factoid.dates.english.heads import is_dateline
from factoid.dates.events import years_of_event
from factoid.dates.french import find_french_times
from factoid.dates.phrase import TimeKind, TimePhrase, Whole
from factoid.dates.russian import find_russian_times

__all__ = [
    "TimeKind",
    "TimePhrase",
    "Whole",
    "find_french_times",
    "find_russian_times",
    "find_time_phrases",
    "is_dateline",
    "tells_birth",
    "when_of_edtf",
    "years_of_event",
]
