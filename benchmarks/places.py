"""Where the places of letters from the American Civil War are put: War of the Rebellion corpus, open half.

    .venv/bin/python benchmarks/places.py [--half a|b] [--wrong 20]

Reads ``bench/wotr/xml_train.tar.gz`` of the folder of open data (FACTOID_SHARED, or ``shared`` beside the
repository). The letters are parted into halves by a hash of their ids: rules are made on half ``a``, half ``b`` is
reported. The names are given as the corpus marks them, in the order of the letter; a name followed by a comma and
another name is said to lie in it. Scored are the places that the corpus gives a point.
"""

from __future__ import annotations

import os
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from script import options_of, stop_if

from factoid.model import Bounds
from factoid.model.when import bounds_of_life
from factoid.places import Resolution, kilometres, resolve_places

NEAR_KM = 161.0
_THE_WAR = bounds_of_life("1861-04-12/1865-08-20")


class Gold(NamedTuple):
    """A place of a letter: its name, its point, the name after its comma."""

    name: str
    lat: float | None
    lon: float | None
    container: str


@dataclass(frozen=True)
class Letter:
    """A letter with its places in text order."""

    id: str
    places: tuple[Gold, ...]

    @property
    def half(self) -> str:
        return "ab"[sha256(self.id.encode()).digest()[0] % 2]


def letters(archive: Path) -> Iterator[Letter]:
    with tarfile.open(archive) as files:
        for member in sorted(files.getmembers(), key=lambda m: m.name):
            opened = files.extractfile(member)
            if opened is not None and member.name.endswith(".xml"):
                yield letter(ET.parse(opened).getroot())


def letter(root: ET.Element) -> Letter:
    pieces = [piece for sentence in root.iter("s") for piece in sentence]
    found = []
    for at, piece in enumerate(pieces):
        if piece.tag == "toponym":
            told = next(piece.iter("cand"), None)
            after = pieces[at + 1 : at + 3]
            is_held = len(after) == 2 and after[0].get("tok") == "," and after[1].tag == "toponym"
            container = str(after[1].get("term")) if is_held else ""
            lat, lon = (
                (None, None) if told is None else (float(told.get("lat", 0)), float(told.get("long", 0)))
            )
            found.append(Gold(str(piece.get("term")), lat, lon, container))
    return Letter(str(root.get("id")), tuple(found))


def resolved(told: Letter) -> dict[str, Resolution]:
    within = {place.name: place.container for place in told.places if place.container}
    when = Bounds(_THE_WAR[0].earliest, _THE_WAR[1].latest)
    return resolve_places([place.name for place in told.places], when=when, within=within)


def judged(place: Gold, found: Resolution) -> str:
    best = found.best
    if best is None:
        return "unresolved"
    assert place.lat is not None
    assert place.lon is not None
    near = kilometres(place.lat, place.lon, best.lat, best.lon) <= NEAR_KM
    return "right" if near else "wrong"


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--half", choices=("a", "b"), default="b")
    options.add_argument("--wrong", type=int, default=0, help="list so many of the commonest mistakes")
    told = options.parse_args()
    shared = Path(os.environ.get("FACTOID_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    archive = shared / "bench" / "wotr" / "xml_train.tar.gz"
    stop_if("" if archive.exists() else f"there is no {archive}")
    chosen = [one for one in letters(archive) if one.half == told.half]
    counts: Counter[str] = Counter()
    mistakes: Counter[tuple[str, str, str]] = Counter()
    started = time.perf_counter()
    for one in chosen:
        found = resolved(one)
        for place in one.places:
            if place.lat is not None:
                verdict = judged(place, found[place.name])
                counts[verdict] += 1
                if verdict != "right":
                    best = found[place.name].best
                    mistakes[
                        verdict, place.name, f"{best.name}, {best.country}.{best.division}" if best else ""
                    ] += 1
    seconds = time.perf_counter() - started
    total = counts.total()
    print(f"half {told.half}: {len(chosen)} letters, {total} places with a point, {seconds:.1f} s")
    for verdict in ("right", "wrong", "unresolved"):
        print(f"{verdict:12}{counts[verdict]:6}{counts[verdict] / total:8.1%}")
    print(
        f"of those resolved, within {NEAR_KM:.0f} km: {counts['right'] / (counts['right'] + counts['wrong']):.1%}"
    )
    for (verdict, name, put), count in mistakes.most_common(told.wrong):
        print(f"{count:4} {verdict:11} {name} {put}")


if __name__ == "__main__":
    main()
