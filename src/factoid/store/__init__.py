"""The library: one SQLite file of sources, readings and judgements."""

from factoid.store.editions import CarriedOver
from factoid.store.library import Library
from factoid.store.listing import Kept, Kind, ListedPerson, ListedSource, ListedStatement, Order, Ref
from factoid.store.losses import Loss
from factoid.store.narrowing import Narrowing
from factoid.store.opening import open_library, open_view
from factoid.store.removals import Removal
from factoid.store.results import Excerpt, Outcome, Passage, Piece, SourceSummary
from factoid.store.veiled import VeiledView, protections_of
from factoid.store.view import LibraryView

__all__ = [
    "CarriedOver",
    "Excerpt",
    "Kept",
    "Kind",
    "Library",
    "LibraryView",
    "ListedPerson",
    "ListedSource",
    "ListedStatement",
    "Loss",
    "Narrowing",
    "Order",
    "Outcome",
    "Passage",
    "Piece",
    "Ref",
    "Removal",
    "SourceSummary",
    "VeiledView",
    "open_library",
    "open_view",
    "protections_of",
]
