"""Gold readings and the readings compared with them: the JSON of the annotation guide as typed values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factoid.errors import ReadingShapeError, SourceMissing

Json = dict[str, Any]
Range = tuple[int, int]

_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of in at on for to and or by with from his her their its as was were be been had has",
    )
)


@dataclass(frozen=True, slots=True)
class GoldText:
    """A gold reading and its text."""

    name: str
    path: Path
    text: str
    reading: Claims


@dataclass(frozen=True, slots=True)
class Claims:
    """What a reading claims, as far as it is compared."""

    persons: dict[str, Person]
    factoids: tuple[Claim, ...]
    furniture: tuple[Range, ...]

    @classmethod
    def of_json(cls, data: Json, text: str) -> Claims:
        """Return the claims; `ReadingShapeError` where the shape is another."""
        try:
            return cls(
                {p["id"]: Person.of_json(p) for p in data["persons"]},
                tuple(Claim.of_json(f, text) for f in data["factoids"]),
                tuple((start, end) for start, end in data.get("furniture") or ()),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ReadingShapeError(f"{data.get('source')}: not a reading: {error!r}") from error


@dataclass(frozen=True, slots=True)
class Person:
    """The forms of a person, by the key under which they are compared."""

    forms: dict[str, str]

    @classmethod
    def of_json(cls, data: Json) -> Person:
        """Return the person."""
        return cls({form_key(form): form for form in (data["name"], *(data.get("forms") or ()))})

    @property
    def keys(self) -> set[str]:
        """The keys of the forms, without empty ones."""
        return {key for key in self.forms if key}


@dataclass(frozen=True, slots=True)
class Claim:
    """A factoid, as far as it is compared."""

    person: str
    type: str
    date: str | None
    certainty: str
    related: tuple[str, ...]
    slots: dict[str, str | None]
    evidence: tuple[Range, ...]

    @classmethod
    def of_json(cls, data: Json, text: str) -> Claim:
        """Return the claim with the places of its evidence in the text."""
        return cls(
            person=data["person"],
            type=data["type"],
            date=data.get("date"),
            certainty=data.get("certainty") or "asserted",
            related=tuple(data.get("related") or ()),
            slots={slot: data.get(slot) for slot in ("role", "organisation", "place", "value")},
            evidence=tuple(_evidence(data, text)),
        )


def gold_texts(folder: Path) -> Iterator[GoldText]:
    """Yield every ``NAME.json`` of the folder that is a reading and has its ``NAME.txt`` beside it."""
    if not folder.is_dir():
        raise SourceMissing(str(folder), "no such folder.", "Name the folder of the gold standard.")
    for path in sorted(folder.glob("*.json")):
        data = read_json(path)
        if "factoids" not in data:
            continue
        beside = path.with_suffix(".txt")
        if not beside.exists():
            raise SourceMissing(str(beside), "no such file.", f"{path.name} needs its text beside it.")
        with beside.open(encoding="utf-8", newline="") as file:  # every character counts
            text = file.read()
        yield GoldText(path.stem, beside, text, Claims.of_json(data, text))


def read_json(path: Path) -> Json:
    """Return the object in a JSON file; `ReadingShapeError` if there is none."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise SourceMissing(str(path), f"cannot be opened ({error.strerror}).") from error
    except ValueError as error:
        raise ReadingShapeError(f"{path}: not JSON ({error}).") from error
    if not isinstance(data, dict):
        raise ReadingShapeError(f"{path}: not a reading: its JSON is not an object.")
    return data


def form_key(form: str) -> str:
    """Return a form without case, punctuation, article and possessive."""
    key = re.sub(r"[^\w\s'-]", " ", form.casefold()).strip()
    key = re.sub(r"^(the|a|an|his|her|their|its|this|that)\s+", "", key)
    return " ".join(re.sub(r"('s|')$", "", key).split())


def words_of(text: str | None) -> set[str]:
    """Return the words that count, without their endings."""
    words = re.findall(r"\w+", (text or "").casefold())
    return {
        re.sub(r"(ies|es|s|ed|ing)$", "", word) if len(word) > 4 else word
        for word in words
        if word not in _STOP_WORDS
    }


def _evidence(data: Json, text: str) -> Sequence[Range]:
    """Return where the evidence stands: at its offsets if they hold the quote, else wherever it occurs."""
    quote, start, end = data.get("quote") or "", data.get("start"), data.get("end")
    if isinstance(start, int) and isinstance(end, int):
        is_there = 0 <= start < end <= len(text) and (not quote or text[start:end] == quote)
        return [(start, end)] if is_there else []
    return [(found.start(), found.end()) for found in re.finditer(re.escape(quote), text)] if quote else []
