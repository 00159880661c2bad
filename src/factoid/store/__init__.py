"""The library: sources, readings and judgements in a SQLite file or a PostgreSQL database."""

from factoid.store.evidence.losses import Loss
from factoid.store.evidence.removals import Removal
from factoid.store.judgements.editions import CarriedOver
from factoid.store.library import Library
from factoid.store.lists.listing import Kept, Kind, ListedPerson, ListedSource, ListedStatement, Order, Ref
from factoid.store.lists.narrowing import Narrowing
from factoid.store.opening import open_library, open_view
from factoid.store.protection.veiled import VeiledView, protections_of
from factoid.store.results import Excerpt, Outcome, Passage, Piece, SourceSummary
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
