"""The people of the annotated texts, read together: no two different people become one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factoid.identity import link_personas
from factoid.identity.spelling import spelling_key
from factoid.model import Mention, MentionForm, Persona, PersonaInSource
from factoid.names import parse_name

SHARED = Path(os.environ.get("FACTOID_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = sorted((SHARED / "gold").glob("*/*.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason="the annotated texts are not here (FACTOID_SHARED)")


def personas_of(path: Path) -> list[PersonaInSource]:
    text = path.with_suffix(".txt").read_bytes().decode()
    found = []
    for person in json.loads(path.read_text("utf-8"))["persons"]:
        starts = {(text.find(form), len(form)) for form in person["forms"]}
        found.append(
            PersonaInSource(
                source=path.stem,
                source_id=path.stem,
                persona=Persona(
                    id=f"{path.stem}/{person['id']}",
                    name=person["name"],
                    forms=tuple(person["forms"]),
                    mentions=tuple(
                        Mention(i, i + size, MentionForm.NAME) for i, size in sorted(starts) if i >= 0
                    ),
                    is_named=person["name"][:1].isupper(),
                ),
            )
        )
    return found


def test_different_lives_stay_apart() -> None:
    """The texts are about different people: nearly nothing links, and what does bears one surname."""
    people = [found for path in GOLD for found in personas_of(path)]
    names = {found.persona.id: found.persona for found in people}
    merged = [link for link in link_personas(people, []) if len(link.personas) > 1]
    assert len(merged) < len(people) / 200
    for link in merged:
        shared = set.intersection(*(_surnames(names[persona]) for persona in link.personas))
        assert shared, link.reasons


def _surnames(persona: Persona) -> set[str]:
    forms = (parse_name(form) for form in (persona.name, *persona.forms))
    return {spelling_key(word) for form in forms for word in form.surname.split()}


def test_a_text_read_under_two_names_is_one_life() -> None:
    """The same people told twice: of the fully named nearly all are found again, and none is mistaken."""
    twice = [found for path in GOLD for copy in ("x", "y") for found in _renamed(personas_of(path), copy)]
    found_again = 0
    for link in link_personas(twice, []):
        across = {persona.rpartition("@")[0] for persona in link.personas}
        if len(link.personas) > 1:
            texts = {persona.partition("/")[0] for persona in across}
            assert len(across) == 1 or len(texts) == len(across), link.reasons
            found_again += 1
    full = [found for found in twice if _is_full(found.persona.name)]
    assert found_again > 0.45 * len(full)  # each is there twice


def _is_full(name: str) -> bool:
    parsed = parse_name(name)
    return bool(name[:1].isupper() and parsed.given and parsed.surname)


def _renamed(people: list[PersonaInSource], copy: str) -> list[PersonaInSource]:
    return [
        PersonaInSource(
            source=f"{p.source}@{copy}",
            source_id=f"{p.source}@{copy}",
            persona=Persona(
                id=f"{p.persona.id}@{copy}",
                name=p.persona.name,
                forms=p.persona.forms,
                mentions=p.persona.mentions,
                is_named=p.persona.is_named,
            ),
        )
        for p in people
    ]
