"""The words of the field as frozen, typed values. Standard library only."""

from factoid.model.factoid import SLOTS, Certainty, Factoid
from factoid.model.ids import digest, sha256_of_bytes, sha256_of_text
from factoid.model.json_shape import (
    factoid_of_json,
    json_of_factoid,
    json_of_reading,
    reading_of_json,
)
from factoid.model.judgement import Anchor, Judgement, Verdict
from factoid.model.person import Dossier, DossierLine, PersonaInSource, PersonLink, PersonSummary
from factoid.model.reading import (
    Finding,
    Mention,
    MentionForm,
    Organisation,
    Persona,
    Place,
    Reading,
    TimeExpression,
    persona_id,
)
from factoid.model.text import Document, Segment, SegmentKind, Source, Span, Text
from factoid.model.when import Bounds, Extent, When

__all__ = [
    "SLOTS",
    "Anchor",
    "Bounds",
    "Certainty",
    "Document",
    "Dossier",
    "DossierLine",
    "Extent",
    "Factoid",
    "Finding",
    "Judgement",
    "Mention",
    "MentionForm",
    "Organisation",
    "PersonLink",
    "PersonSummary",
    "Persona",
    "PersonaInSource",
    "Place",
    "Reading",
    "Segment",
    "SegmentKind",
    "Source",
    "Span",
    "Text",
    "TimeExpression",
    "Verdict",
    "When",
    "digest",
    "factoid_of_json",
    "json_of_factoid",
    "json_of_reading",
    "persona_id",
    "reading_of_json",
    "sha256_of_bytes",
    "sha256_of_text",
]
