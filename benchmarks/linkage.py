"""Link records of persons: a table in, a table of clusters out.

    .venv/bin/python benchmarks/linkage.py RECORDS.csv CLUSTERS.csv [--again] [--reasons]

RECORDS.csv has a column id and any of full_name, first_name, surname, dob, birth_place, postcode_fake, gender,
occupation: the columns of the open set of historical figures. Every record is a source of its own. Prints
processor seconds and the peak of memory; with --reasons also why the first persons were joined; with --again also
what it costs when one more record comes and what was weighed before is remembered.
"""

from __future__ import annotations

import csv
import re
import resource
import sys
import time
from pathlib import Path

from script import a_file, options_of

from factoid.identity import Memory, link_personas
from factoid.model import Bounds, Mention, MentionForm, Persona, PersonaInSource, Traces
from factoid.model.when import day_of

SMALL = frozenset({"of", "de", "la", "le", "du", "von", "van", "der", "the", "and", "y"})
SEXES = {"male": "m", "female": "f"}


def capitals(name: str) -> str:
    """Return a name that its table has in small letters as a source would write it."""
    words = (w if w in SMALL or re.match(r"\d", w) else w[:1].upper() + w[1:] for w in name.split())
    return re.sub(r"(?<=[-'(.])[a-z]", lambda m: m.group().upper(), " ".join(words))


def persona_of(record: dict[str, str]) -> PersonaInSource:
    """Return the record as the one persona of a source."""
    name = capitals(record["full_name"])
    short = capitals(f"{record['first_name']} {record['surname']}".strip())
    return PersonaInSource(
        source=record["id"],
        source_id=record["id"],
        persona=Persona(
            id=record["id"],
            name=name or "somebody",
            forms=tuple(dict.fromkeys(filter(None, (name, short)))),
            mentions=(Mention(0, len(name), MentionForm.NAME),),
            gender=SEXES.get(record["gender"]),
            is_named=bool(name),
        ),
        traces=Traces(
            born=_born(record["dob"]),
            places=_places(record),
            posts=tuple(filter(None, (record["occupation"],))),
        ),
    )


def _places(record: dict[str, str]) -> tuple[str, ...]:
    """Return the place, the postcode and its district."""
    postcode = record["postcode_fake"]
    return tuple(filter(None, (record["birth_place"], postcode, postcode.partition(" ")[0])))


def _born(written: str) -> tuple[Bounds, ...]:
    """Return the date in days; the first of January stands for the year, an impossible day for its month."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", written)
    if not found:
        return ()
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12 or (month, day) == (1, 1):
        return (Bounds(day_of(year, 1, 1), day_of(year, 12, 31)),)
    following = day_of(year + month // 12, month % 12 + 1, 1)
    if not 1 <= day <= following - day_of(year, month, 1):
        return (Bounds(day_of(year, month, 1), following - 1),)
    return (Bounds(day_of(year, month, day), day_of(year, month, day)),)


def _again(personas: list[PersonaInSource]) -> str:
    """Return what a command costs that adds one persona to a library of all the others."""
    earlier = Memory()
    link_personas(personas[:-1], [], earlier)
    kept = earlier.kept()
    start = time.process_time()
    link_personas(personas, [], Memory(kept))
    took = time.process_time() - start
    return f"one more, with what was weighed before ({len(kept) / 1e6:.1f} MB): {took:.1f} s"


def main() -> int:
    """Link, write, and say what it cost."""
    options = options_of(__doc__)
    options.add_argument("records", type=a_file, metavar="RECORDS.csv")
    options.add_argument("clusters", type=Path, metavar="CLUSTERS.csv")
    options.add_argument("--again", action="store_true", help="measure one record more, too")
    options.add_argument("--reasons", action="store_true", help="print why the first persons were joined")
    given = options.parse_args()
    with given.records.open(encoding="utf-8", newline="") as file:
        personas = [persona_of(row) for row in csv.DictReader(file)]
    start = time.process_time()
    links = link_personas(personas, [])
    took = time.process_time() - start
    with given.clusters.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "cluster"))
        writer.writerows((persona, link.person) for link in links for persona in link.personas)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(personas):,} personas, {len(links):,} persons, {took:.1f} s, {peak:,.0f} MB")
    if given.again:
        print(_again(personas))
    if given.reasons:
        for link in [link for link in links if link.reasons][:20]:
            print("", *link.reasons[:6], sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
