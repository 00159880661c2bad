"""Learn what the features of a figure count for: is it the one the text is about?

    .venv/bin/python training/weigh_protagonists.py GOLD_DIR... [--held-out] [--out FILE]

A text of a GOLD_DIR (``NAME.txt`` beside ``NAME.json``, in the shape of the annotation guide) teaches by whom most
annotated statements are about. The reader reads each text; the figures it names are weighed by a ranking model
(that of ``weigh_antecedents.py``), once as they stand before and once as they stand after the first reading.
Deterministic; two minutes on one core.

``--held-out`` learns once for each genre without it, and prints the share of its texts whose main person the
weights find.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotated_texts import genre_of
from weigh_antecedents import Choice, fit, lines, report

from factoid.model import MentionForm
from factoid.reading.entities import find_entities
from factoid.reading.parse import ParsedText, Parser
from factoid.reading.people.figures import Cast, Figure
from factoid.reading.people.find import story_of
from factoid.reading.people.protagonist import weights
from factoid.sources import open_document

ABOUT = """\
about:
  what: >-
    Weights of what speaks for (above 0) and against a figure being whom the text is about. The features are those of
    reading/people/protagonist.py; ``spoken`` counts descriptions and pronouns too, once the text has been read.
  source: >-
    A ranking model fitted by training/weigh_protagonists.py on the open training texts of the Factoid gold standard and
    the texts in training/texts: the one with most annotated statements is the main person. No weight is set by hand.
  licence: Apache-2.0

weights:
"""


def main() -> None:
    """Run from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("gold", type=Path, nargs="+")
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--out", type=Path, default=Path("src/factoid/resources/protagonists.yaml"))
    chosen = options.parse_args()
    parser = Parser()
    choices = [choice for folder in chosen.gold for choice in choices_in(folder, parser)]
    if chosen.held_out:
        report(choices, weights())
    else:
        chosen.out.write_text(ABOUT + "".join(lines(fit(choices))), "utf-8")


def choices_in(folder: Path, parser: Parser) -> Iterator[Choice]:
    """Yield the choices of main persons that the texts of a folder teach."""
    for path in sorted(folder.glob("*.json")):
        annotated = json.loads(path.read_text("utf-8"))
        parsed = parser.parse(open_document(path.with_suffix(".txt")).text)
        yield from choices_of(genre_of(path.stem), parsed, annotated)


def choices_of(genre: str, parsed: ParsedText, annotated: dict[str, Any]) -> Iterator[Choice]:
    """Yield whom one text may be about, before and after it was read a first time, and whom it is about."""
    forms = _forms_of_main(annotated)
    story = story_of(parsed, find_entities(parsed, source="training"), Cast())
    choose = story.protagonist.find
    seen: list[Choice] = []

    def find() -> Figure | None:
        weighed = story.protagonist.weighed()
        is_meant = tuple(_is_called(figure, forms, parsed.text.content) for figure, _ in weighed)
        seen.append(Choice(genre, tuple(features for _, features in weighed), is_meant))
        return choose()

    story.protagonist.find = find  # type: ignore[method-assign]
    story.read()
    yield from (choice for choice in seen if any(choice.is_meant))


def _forms_of_main(annotated: dict[str, Any]) -> frozenset[str]:
    counted = Counter(factoid["person"] for factoid in annotated["factoids"])
    first = annotated["persons"][0]["id"]
    most = max(counted, key=lambda person: counted[person], default=first)
    main = next(person for person in annotated["persons"] if person["id"] == most)
    return frozenset(form.casefold() for form in (main["name"], *main["forms"]))


def _is_called(figure: Figure, forms: frozenset[str], content: str) -> bool:
    """Whether most names of the figure are names of the main person."""
    names = [mark.span.of(content) for mark in figure.marks if mark.form is MentionForm.NAME]
    return 2 * sum(" ".join(name.split()).casefold() in forms for name in names) > len(names)


if __name__ == "__main__":
    main()
