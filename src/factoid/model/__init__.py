"""The words of the field as frozen, typed values. Standard library only."""

from factoid.model.anchor import Anchor
from factoid.model.attestation import Attestation, Deed
from factoid.model.conflict import (
    Claim,
    Conflict,
    ConflictStatus,
    SideWeight,
    Suggestion,
    Verdicted,
    claim_of_json,
    conflict_of_json,
    json_of_claim,
    json_of_conflict,
)
from factoid.model.decision import (
    ConflictKind,
    Decision,
    Ruling,
    decision_of_json,
    json_of_decision,
)
from factoid.model.factoid import SLOTS, Certainty, Factoid
from factoid.model.ids import digest, sha256_of_bytes, sha256_of_text
from factoid.model.json_shape import (
    factoid_of_json,
    json_of_factoid,
    json_of_reading,
    reading_of_json,
    shape_of_reading,
    time_of_json,
)
from factoid.model.judgement import Judgement, Verdict
from factoid.model.location import InDatabase, Location, beside, check_name, location_of
from factoid.model.misread import Misread, says_the_same
from factoid.model.own_model import OwnModel
from factoid.model.person import Dossier, DossierLine, PersonaInSource, PersonLink, PersonSummary, Traces
from factoid.model.protection import (
    Because,
    Life,
    Withheld,
    day_before_which_all_are_dead,
    may_be_living,
)
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
from factoid.model.rows import Packed, Packing, packed
from factoid.model.text import Condition, Document, Page, Segment, SegmentKind, Source, Span, Text, page_at
from factoid.model.when import Bounds, Extent, When

__all__ = [
    "SLOTS",
    "Anchor",
    "Attestation",
    "Because",
    "Bounds",
    "Certainty",
    "Claim",
    "Condition",
    "Conflict",
    "ConflictKind",
    "ConflictStatus",
    "Decision",
    "Deed",
    "Document",
    "Dossier",
    "DossierLine",
    "Extent",
    "Factoid",
    "Finding",
    "InDatabase",
    "Judgement",
    "Life",
    "Location",
    "Mention",
    "MentionForm",
    "Misread",
    "Organisation",
    "OwnModel",
    "Packed",
    "Packing",
    "Page",
    "PersonLink",
    "PersonSummary",
    "Persona",
    "PersonaInSource",
    "Place",
    "Reading",
    "Ruling",
    "Segment",
    "SegmentKind",
    "SideWeight",
    "Source",
    "Span",
    "Suggestion",
    "Text",
    "TimeExpression",
    "Traces",
    "Verdict",
    "Verdicted",
    "When",
    "Withheld",
    "beside",
    "check_name",
    "claim_of_json",
    "conflict_of_json",
    "day_before_which_all_are_dead",
    "decision_of_json",
    "digest",
    "factoid_of_json",
    "json_of_claim",
    "json_of_conflict",
    "json_of_decision",
    "json_of_factoid",
    "json_of_reading",
    "location_of",
    "may_be_living",
    "packed",
    "page_at",
    "persona_id",
    "reading_of_json",
    "says_the_same",
    "sha256_of_bytes",
    "sha256_of_text",
    "shape_of_reading",
    "time_of_json",
]
