"""Factoid: computational prosopography with every line tied to its words.

::

    import factoid

    reading = factoid.read("Anna Kowalska was born in Lodz in 1901.")
    library = factoid.open("lives.factoid")

The public names are those of ``__all__``; everything else may change between versions. Names that need a
language model or a database are imported when they are first used; ``__init__.pyi`` gives their types.
"""

from __future__ import annotations

from os import PathLike, environ

from factoid.errors import FactoidError
from factoid.late import late
from factoid.model import (
    Certainty,
    Document,
    Dossier,
    Factoid,
    Judgement,
    OwnModel,
    Persona,
    PersonSummary,
    Reading,
    Source,
    Span,
    Text,
    When,
    location_of,
)

__version__ = "0.1.0"

# Files are shared out between processes; the products of one sentence are too small to be shared out in each of them.
environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # heard by numpy when it is loaded

__all__ = [
    "Certainty",
    "Document",
    "Dossier",
    "Factoid",
    "FactoidError",
    "Judgement",
    "Library",
    "OwnModel",
    "PersonSummary",
    "Persona",
    "Reading",
    "Source",
    "Span",
    "Text",
    "When",
    "open",
    "read",
]

_LATE = {"Library": "factoid.store:Library"}


def read(
    text: str, *, name: str = "text", model: str | None = None, own_model: OwnModel | None = None
) -> Reading:
    """Read a text. The language model is loaded on the first call, and kept.

    ``own_model`` is asked beside the rules. Raises `ModelMissing` where ``model`` is not installed,
    `OwnModelError` where ``own_model`` cannot be asked, and `TypeError` for anything but a string: of a file, give
    what stands in it.
    """
    if not isinstance(text, str):
        raise TypeError(f"factoid.read takes the text itself, a str, not {type(text).__name__}.")
    reading: Reading = late("factoid.pipeline:read_text")(text, name=name, model=model, own_model=own_model)
    return reading


def open(path: str | PathLike[str], *, create: bool = False) -> object:
    """Open a library, a file or ``postgresql://user@host/db?library=NAME``; `LibraryError` says what is wrong.

    With ``create``, one is made where there is none.
    """
    return late("factoid.store:open_library")(location_of(path), create=create)


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return late(_LATE[name])


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
