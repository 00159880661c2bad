"""Measure the reader on texts of a genre that the weights of statements were not learnt from.

    .venv/bin/python training/leave_one_out.py GOLD DIR... [--genre G ...] [--encoder FOLDER]

For each genre (first letter of a text's name, after an ``x``) of the folder ``GOLD`` the weights of statements are
learnt from the texts of the other genres, there and in the other folders; then the reader reads the genre with them,
persons and dates with the weights as they are shipped. An encoder is heard only if it is named: one that was not taught
on the genres asked for (`teach_encoder.py --without`). Prints the figures of `factoid.evaluation` by genre and their
mean. A minute for all of them and some twenty seconds a genre on one core.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path
from statistics import mean
from unittest.mock import patch

from annotated_texts import genre_of
from weigh_statements import CLAUSES, DRAFTS, Examples, data_of, examples, fit

from factoid.evaluation import Comparison, Figures, compare, figures_of, gold_texts
from factoid.evaluation.gold import Claims
from factoid.model import json_of_reading
from factoid.reading import make_reader
from factoid.reading.statements.deeds.typing import CLAUSE_TYPES
from factoid.reading.statements.weighing.encoder import SWITCH, encoder_in
from factoid.reading.statements.weighing.judging import Weights, weights_of
from factoid.sources import open_document


def learnt_without(genre: str, gold: tuple[Examples, Examples], others: tuple[Examples, Examples]) -> Weights:
    """Return the weights learnt without a genre."""
    drafts, clauses = (
        mine.with_all(more).only(genre.__ne__) for mine, more in zip(gold, others, strict=True)
    )
    return weights_of(data_of(fit(drafts, DRAFTS, 1), fit(clauses, CLAUSES, len(CLAUSE_TYPES))))


def figures(folder: Path, genre: str, weights: Weights) -> Figures:
    """Return how well the texts of a genre are read with some weights."""
    reader, total = make_reader(), Comparison()
    with patch("factoid.reading.statements.read.statement_weights", return_value=weights):
        for text in gold_texts(folder):
            if genre_of(text.name) == genre:
                got = json_of_reading(reader.read(open_document(text.path)))
                total.add(compare(text.reading, Claims.of_json(got, text.text), text.text))
    return figures_of(total.counts)


def line(name: str, of: list[Figures]) -> str:
    """Return the mean figures of several genres, as they are printed."""
    people, p, r, f, exact = (
        mean(value)
        for value in zip(*((g.people.F, g.found.P, g.found.R, g.found.F, g.exact.F) for g in of), strict=True)
    )
    dates = mean(g.dates_equal or 0.0 for g in of)
    return f"{name:5} people {people:.3f}  found P {p:.3f} R {r:.3f} F {f:.3f}  exact {exact:.3f}  dates {dates:.3f}"


def main() -> None:
    """Learn and read genre by genre."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--genre", nargs="*", help="only these")
    parser.add_argument("--encoder", type=Path, metavar="FOLDER", help="what is heard beside the weights")
    options = parser.parse_args()
    os.environ[SWITCH] = "off"
    encoder = encoder_in(options.encoder) if options.encoder else None
    gold, others = examples([options.gold]), examples(options.folders)
    genres = options.genre or sorted({genre_of(text.name) for text in gold_texts(options.gold)})
    found = []
    for genre in genres:
        weights = replace(learnt_without(genre, gold, others), encoder=encoder)
        found.append(figures(options.gold, genre, weights))
        print(line(genre, found[-1:]), flush=True)
    print(line("mean", found))


if __name__ == "__main__":
    main()
