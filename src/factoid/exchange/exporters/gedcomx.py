"""GEDCOM X (JSON): personas as extracted persons with character regions, persons that rest on them as evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.json_text import Json, write_object
from factoid.exchange.reach import Point, Reach, bounds_of, reach_of
from factoid.exchange.telling import (
    ATTRIBUTED,
    INFERENCES,
    SPANS,
    certainty_word,
    count_of_line,
    doubts_of,
    every_life,
    label_of,
    sentence_of,
)
from factoid.model import Dossier, DossierLine, Source
from factoid.resources import load

ROOT = "http://gedcomx.org/"
UNTIED = "kinship and associations without anybody to point to"
_GENDERS = {"f": f"{ROOT}Female", "m": f"{ROOT}Male"}
_PARENTS = frozenset({"father", "mother", "parent"})
_CHILDREN = frozenset({"son", "daughter", "child"})
_SPOUSES = frozenset({"wife", "husband", "spouse"})


class GedcomxExporter:
    """Persons with facts, relationships, and source descriptions; every conclusion cites its characters."""

    name = "gedcomx"
    suffix = ".gedx.json"
    about = "GEDCOM X in JSON, every fact with the characters it rests on"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write persons, relationships and source descriptions; the library is gone through twice."""
        lost: Counter[str] = Counter()
        write_object(
            out,
            {"lang": "en"},
            {
                "persons": _persons(shelf, lost),
                "relationships": _relationships(shelf, lost),
                "sourceDescriptions": (_description(reading.source) for reading in shelf.readings()),
            },
        )
        return with_left_behind(shelf, lost)


def _persons(shelf: Shelf, lost: Counter[str]) -> Iterator[Json]:
    for dossier, lines in every_life(shelf, lost):
        for found in dossier.personas:
            yield {
                "id": _persona_id(found.persona.id),
                "extracted": True,
                "names": [_name(found.persona.name)],
                "sources": [{"description": f"#{_source_id(found.source)}"}],
            }
        for line in lines:
            count_of_line(line, lost, SPANS, INFERENCES, ATTRIBUTED)
        yield _person(dossier, lines)


def _person(dossier: Dossier, lines: list[DossierLine]) -> Json:
    summary = dossier.summary
    genders = {p.persona.gender for p in dossier.personas if p.persona.gender}
    person: Json = {
        "id": summary.id,
        "names": [_name(name) for name in dict.fromkeys([summary.name, *summary.names])],
        "evidence": [{"resource": f"#{_persona_id(found.persona.id)}"} for found in dossier.personas],
        "facts": [_fact(line) for line in lines if not _is_tie(line)],
    }
    if len(genders) == 1:
        person["gender"] = {"type": _GENDERS[genders.pop()]}
    return person


def _fact(line: DossierLine) -> Json:
    factoid = line.factoid
    kind = load("exchange_maps")["types"].get(factoid.type, {}).get("gedcomx") or f"data:,{factoid.type}"
    fact: Json = {
        "id": factoid.id,
        "type": kind if kind.startswith("data:") else f"{ROOT}{kind}",
        "value": sentence_of(line) or label_of(line),
        **_cited(line),
    }
    reach = reach_of(factoid.when)
    if reach:
        fact["date"] = {"original": reach.words or reach.edtf, **_formal(reach)}
    if factoid.place:
        fact["place"] = {"original": factoid.place}
    if factoid.type == "death" and factoid.value:
        fact["qualifiers"] = [{"name": f"{ROOT}Cause", "value": factoid.value}]
    return fact


def _cited(line: DossierLine) -> Json:
    """Return what every conclusion has: confidence, the characters it rests on, and doubt in words."""
    factoid = line.factoid
    region = {"name": f"{ROOT}CharacterRegion", "value": f"{factoid.start},{factoid.end}"}
    cited: Json = {
        "confidence": f"{ROOT}{certainty_word(line).title()}",
        "sources": [{"description": f"#{_source_id(line.source)}", "qualifiers": [region]}],
        "notes": [{"subject": "quote", "text": factoid.quote}],
    }
    if doubts_of(line):
        cited["notes"].append({"subject": "certainty", "text": doubts_of(line)})
    return cited


def _relationships(shelf: Shelf, lost: Counter[str]) -> Iterator[Json]:
    for dossier, lines in every_life(shelf, Counter()):
        for line in filter(_is_tie, lines):
            lost[UNTIED] += not line.related
            for number, (other, _) in enumerate(line.related):
                yield _relationship(dossier.summary.id, other, line, number)


def _relationship(person: str, other: str, line: DossierLine, number: int) -> Json:
    """Return the tie; of parents and children the parent comes first, as the specification asks."""
    role = (line.factoid.role or "").casefold().split()[-1:] or [""]
    ends = (other, person) if role[0] in _PARENTS else (person, other)
    if role[0] in _PARENTS | _CHILDREN:
        kind = f"{ROOT}ParentChild"
    else:
        kind = f"{ROOT}Couple" if role[0] in _SPOUSES else f"data:,{line.factoid.role or line.factoid.type}"
    return {
        "id": f"{line.factoid.id}-{number}",
        "type": kind,
        "person1": {"resource": f"#{ends[0]}"},
        "person2": {"resource": f"#{ends[1]}"},
        **_cited(line),
    }


def _is_tie(line: DossierLine) -> bool:
    return line.factoid.type in ("kinship", "association")


def _formal(reach: Reach) -> Json:
    """Return the formal date (GEDCOM X Date Format); none where it would be narrower than the source."""
    about = "A" if reach.is_about or reach.is_doubtful else ""
    if reach.point:
        return {"formal": f"{about}{_signed(reach.point)}"}
    begin, finish = bounds_of(reach)
    if not begin and not finish:
        return {}
    return {"formal": f"{about}{_signed(begin) if begin else ''}/{_signed(finish) if finish else ''}"}


def _signed(point: Point) -> str:
    return point.iso if point.year < 0 else f"+{point.iso}"


def _name(text: str) -> Json:
    return {"nameForms": [{"fullText": text}]}


def _description(source: Source) -> Json:
    description: Json = {
        "id": _source_id(source.name),
        "citations": [
            {
                "value": ", ".join(
                    p for p in (source.creator, source.title or source.name, source.published) if p
                )
            }
        ],
        "titles": [{"value": source.title or source.name}],
        "mediaType": source.media_type,
    }
    if source.origin.startswith("http"):
        description["about"] = source.origin
    return description


def _persona_id(key: str) -> str:
    return f"x-{key}"  # a person is called by one of its personas, and is another record


def _source_id(name: str) -> str:
    return f"s-{''.join(c if c.isalnum() or c in '-_' else '-' for c in name)}"
