"""The library: one SQLite file of sources, readings and judgements."""

from factoid.store.library import Library
from factoid.store.opening import open_library, open_view
from factoid.store.results import Excerpt, Outcome, Passage, Piece, SourceSummary
from factoid.store.view import LibraryView

__all__ = [
    "Excerpt",
    "Library",
    "LibraryView",
    "Outcome",
    "Passage",
    "Piece",
    "SourceSummary",
    "open_library",
    "open_view",
]
