"""An answer to the statements in it, whatever the model wrapped them in or broke off."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factoid.reading.own_model.asking import Answer, End
from factoid.resources import load

MOST_STATEMENTS = 200  #: of one passage; what follows is counted, not taken
MOST_STARTS = 600  #: places at which an object may begin that are tried in a broken answer
MOST_CHARACTERS = 400_000

_DECODER = json.JSONDecoder(strict=False)
_AT_ITS_START = 300  #: characters of an answer in which it says that it refuses


@dataclass(slots=True)
class Told:
    """The statements of an answer, and what was wrong with it as a whole, by reason."""

    statements: list[dict[str, Any]] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)


def told_by(answer: Answer) -> Told:
    """Return what an answer says. Statements said twice are taken once; of a broken answer, the whole ones."""
    told = Told()
    text = answer.text[:MOST_CHARACTERS]
    whole = _whole(text)
    seen: set[str] = set()
    for statement in _objects(text) if whole is None else _within(whole):
        said = json.dumps(statement, ensure_ascii=False, sort_keys=True)
        if said in seen:
            told.troubles["model: repeated"] += 1
        elif len(told.statements) >= MOST_STATEMENTS:
            told.troubles["model: too many"] += 1
        else:
            seen.add(said)
            told.statements.append(statement)
    if trouble := _trouble(answer, is_broken=whole is None, is_empty=not told.statements):
        told.troubles[trouble] += 1
    return told


def _trouble(answer: Answer, *, is_broken: bool, is_empty: bool) -> str:
    """Return what is wrong with an answer as a whole; nothing for a sound one."""
    if answer.end is End.REFUSED or (is_empty and _refuses(answer.text)):
        return "model: answer refused"
    if answer.end is End.ENDLESS:
        return "model: answer endless"
    if answer.end is End.LENGTH:
        return "model: answer cut off"
    return "model: answer broken" if is_broken else ""


def _refuses(text: str) -> bool:
    start = text[:_AT_ITS_START].casefold()
    return any(words in start for words in load("own_model")["refusals"])


def _whole(text: str) -> Any:
    """Return the answer as JSON, out of a fence or from after what the model thought; None if it is broken."""
    text = text.rpartition("</think>")[2].strip()
    if text.startswith("```"):
        text = text.partition("\n")[2].rpartition("```")[0]
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict | list) else None


def _within(found: Any) -> Iterator[dict[str, Any]]:
    """Yield the statements of sound JSON: a list, an object that holds one, or a single one."""
    if isinstance(found, dict):
        if "quote" in found:
            yield found
            return
        found = next((value for value in found.values() if isinstance(value, list)), [])
    yield from (item for item in found if isinstance(item, dict))


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the whole objects with a quote in a text that is no JSON as it stands."""
    at = text.find("{")
    for _ in range(MOST_STARTS):
        if at < 0:
            return
        end = at + 1
        try:
            found, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            yield from _within(found)
        at = text.find("{", end)
