from os import PathLike

from factoid.errors import FactoidError
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
)
from factoid.store import Library

__version__: str

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

def read(
    text: str, *, name: str = "text", model: str | None = None, own_model: OwnModel | None = None
) -> Reading: ...
def open(path: str | PathLike[str], *, create: bool = False) -> Library: ...
