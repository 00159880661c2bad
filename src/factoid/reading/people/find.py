"""Find the persons of a text: names first, then descriptions, then pronouns."""

from __future__ import annotations

from collections import defaultdict

from factoid.model import Mention, MentionForm, Persona, persona_id
from factoid.reading.entities import Entities
from factoid.reading.parse import ParsedText, TokenSpan, offset_of, span_of
from factoid.reading.people.persons import People, people_of


def find_people(parsed: ParsedText, entities: Entities, *, source: str) -> People:
    """Return the persons of a text. ``source`` is the id of the source, which their ids are made from."""
    groups: dict[str, list[TokenSpan]] = defaultdict(list)
    for segment in parsed.segments:
        for span in segment.doc.ents:
            if span.label_ == "PERSON" and entities.label_of(span[0]) == "person":
                groups[span[-1].text].append(span)
    personas, heads = [], {}
    for spans in groups.values():
        mentions = [Mention(*span_of(s), MentionForm.NAME) for s in spans]
        persona = persona_id(source, mentions[0].span)
        forms = tuple(dict.fromkeys(m.span.of(parsed.text.content) for m in mentions))
        personas.append(Persona(id=persona, name=max(forms, key=len), forms=forms, mentions=tuple(mentions)))
        for span, mention in zip(spans, mentions, strict=True):
            heads.update((offset_of(t), (persona, mention)) for t in span)
    return people_of(tuple(personas), heads)
