"""Places and the polities they lay in.

>>> resolve_places(["Odessa", "Tiraspol"])["Odessa"].best.country
'UA'
"""

from factoid.places.compare import PlaceRelation, compare_places
from factoid.places.entry import PlaceEntry, distance_km, kilometres
from factoid.places.gazetteers import BadGazetteer, Gazetteer, load_gazetteer
from factoid.places.polity import polity_of
from factoid.places.resolve import Resolution, resolve_places
from factoid.places.tables import other_spellings

__all__ = [
    "BadGazetteer",
    "Gazetteer",
    "PlaceEntry",
    "PlaceRelation",
    "Resolution",
    "compare_places",
    "distance_km",
    "kilometres",
    "load_gazetteer",
    "other_spellings",
    "polity_of",
    "resolve_places",
]
