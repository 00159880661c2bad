"""A life on a page: TimelineJS 3, which knows no doubt, so the doubt stands in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.json_text import Json, write_object
from factoid.exchange.reach import Reach, point_of, reach_of
from factoid.exchange.telling import (
    INFERENCES,
    SPANS,
    count_of_line,
    doubts_of,
    every_life,
    label_of,
    sentence_of,
)
from factoid.model import Dossier, DossierLine

UNDATED = "statements without a date"


class TimelineExporter:
    """One slide a dated statement, grouped by person."""

    name = "timelinejs"
    suffix = ".json"
    about = "slides for TimelineJS, one a dated statement"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write the slides person by person. A time without a first day starts on its last one, and says so."""
        lost: Counter[str] = Counter()
        write_object(out, {"scale": "human"}, {"events": _slides(shelf, lost)})
        return with_left_behind(shelf, lost)


def _slides(shelf: Shelf, lost: Counter[str]) -> Iterator[Json]:
    for dossier, lines in every_life(shelf, lost):
        for line in lines:
            reach = reach_of(line.factoid.when)
            start = reach and (reach.begins or reach.ends)
            if reach is None or not start:
                lost[UNDATED] += 1
                continue
            count_of_line(line, lost, SPANS, INFERENCES)
            yield _slide(dossier, line, reach, start)


def _slide(dossier: Dossier, line: DossierLine, reach: Reach, start: str) -> Json:
    doubts = doubts_of(line)
    said = f"{label_of(line)}: {sentence_of(line)}".rstrip(": ")
    slide: Json = {
        "unique_id": line.factoid.id,
        "group": dossier.summary.name,
        "start_date": _date(start),
        "display_date": reach.edtf if not reach.words else f"{reach.words} ({reach.edtf})",
        "text": {
            "headline": _plain(f"{dossier.summary.name}, {said}{f' ({doubts})' if doubts else ''}"),
            "text": f"“{_plain(line.factoid.quote)}” ({_plain(line.source)})",
        },
    }
    if reach.ends and reach.ends != start:
        slide["end_date"] = _date(reach.ends)
    return slide


def _date(iso: str) -> Json:
    point = point_of(iso)
    if point is None:
        return {"display_date": iso}
    parts = {"year": point.year, "month": point.month, "day": point.day}
    return {name: part for name, part in parts.items() if part is not None}


def _plain(text: str) -> str:
    """Return text that TimelineJS, which shows HTML, shows as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
