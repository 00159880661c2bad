"""Whether a distributed run gives what one machine gives, on generated documents, and what both take.

    .venv/bin/python benchmarks/spark_equals.py [DOCUMENTS] [--folder FOLDER] [--master URL]

Short invented lives, three documents to a person on average, with other spellings, other days and kin of their own.
They are read by `factoid read` and by `factoid distribute`; the second is imported, and the exports and conflicts of
the two libraries are compared byte by byte. The default is 5,000 documents.
"""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from script import options_of, require

MEN = (
    "Ivan", "Pyotr", "Heinrich", "Karl", "Boris", "Nikolai", "Otto", "Wilhelm", "Sergei", "Johann", "Friedrich",
)  # fmt: skip
WOMEN = ("Anna", "Maria", "Elena", "Olga", "Marta")
FIRST = (
    "Ber", "Kor", "Lan", "Mor", "Vas", "Gri", "Sob", "Tre", "Hal", "Wei", "Dob", "Kal", "Rud", "Zel", "Nev",
    "Orl",
)  # fmt: skip
LAST = (
    "ensky", "ovich", "inger", "mann", "atov", "off", "etsky", "ards", "holm", "berg", "enko", "elli", "unov",
)  # fmt: skip
TOWNS = (
    "Riga", "Vienna", "Odessa", "Graz", "Kiev", "Prague", "Tallinn", "Lviv", "Minsk", "Dresden", "Warsaw",
)  # fmt: skip
POSTS = ("mayor of {}", "governor of {}", "judge in {}", "teacher in {}", "commander of the garrison of {}")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
FORMATS = ("json", "csv", "jsonl", "turtle", "gedcom7")


def life(number: int) -> dict[str, object]:
    """Return an invented person; the same number gives the same person."""
    dice = random.Random(number)
    given, surname = dice.choice(MEN + WOMEN), dice.choice(FIRST) + dice.choice(LAST)
    born = dice.randint(1780, 1900)
    return {
        "name": f"{given} {surname}", "given": given, "surname": surname, "born": born,
        "day": f"{dice.randint(1, 28)} {dice.choice(MONTHS)}", "town": dice.choice(TOWNS),
        "post": dice.choice(POSTS).format(dice.choice(TOWNS)), "died": born + dice.randint(35, 80),
        "where": dice.choice(TOWNS), "spouse": f"{dice.choice(MEN if given in WOMEN else WOMEN)} {surname}",
    }  # fmt: skip


def document(number: int, persons: int) -> str:
    """Return a short life as one source tells it, sometimes otherwise than the others do."""
    dice = random.Random(10_000_000 + number)
    person = life(dice.randrange(persons))
    other = life(dice.randrange(persons))
    slip = dice.random() < 0.15
    born = int(str(person["born"])) + (dice.choice((-2, 1, 10)) if slip else 0)
    pronoun = "She" if person["given"] in WOMEN else "He"
    told = [
        f"{person['name']} was born on {person['day']} {born} in {person['town']}.",
        f"In {born + dice.randint(25, 34)} {pronoun.lower()} became {person['post']}.",
        f"{pronoun} married {person['spouse']} in {born + 24}.",
        f"{person['surname']} met {other['name']} in {dice.choice(TOWNS)}.",
        f"{pronoun} died in {person['where']} in {person['died']}.",
    ]
    kept = [told[0], *(sentence for sentence in told[1:] if dice.random() < 0.7)]
    return f"{person['name']}\n\n{' '.join(kept)}\n"


def write_documents(folder: Path, count: int) -> None:
    """Write them, a thousand to a folder."""
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"life-{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(number, max(1, count // 3)), "utf-8")


def timed(*words: str) -> float:
    """Run a command of Factoid; print what it took on the clock and of the processor."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-m", "factoid", *words], check=True)
    after, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - begun
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    load = os.getloadavg()[0]
    print(f"{words[0]:>10} {words[1] if words[0] == 'import' else '':5} {took:8.0f} s on the clock (load {load:.1f}), "
          f"{used:8.0f} s of processor", flush=True)  # fmt: skip
    return used


def same(one: Path, other: Path, folder: Path) -> bool:
    """Compare two libraries by their exports and conflicts."""
    equal = True
    for form in FORMATS:
        sums = []
        for library in (one, other):
            out = folder / f"{library.stem}.{form}"
            subprocess.run([sys.executable, "-m", "factoid", "export", "--to", form, "--out", str(out),
                            "--library", str(library)], check=True, capture_output=True)  # fmt: skip
            sums.append((hashlib.sha256(out.read_bytes()).hexdigest(), out.stat().st_size))
        equal &= _told(form, sums)
    sums = []
    for library in (one, other):
        command = [
            sys.executable,
            "-m",
            "factoid",
            "conflicts",
            "--format",
            "json",
            "--library",
            str(library),
        ]
        found = subprocess.run(command, check=True, capture_output=True).stdout
        sums.append((hashlib.sha256(found).hexdigest(), len(found)))
    return equal & _told("conflicts", sums)


def _told(what: str, sums: list[tuple[str, int]]) -> bool:
    print(f"{what:>10} {sums[0][1]:12,} bytes: {'equal' if sums[0] == sums[1] else 'DIFFERENT'}", flush=True)
    return sums[0] == sums[1]


def main() -> int:
    """Return 0 where all is equal."""
    options = options_of(__doc__)
    options.add_argument("documents", type=int, nargs="?", default=5000)
    options.add_argument("--folder", type=Path, help="where to work, and to leave what was made")
    options.add_argument("--master", default="local[2]")
    chosen = options.parse_args()
    require("pyspark", "pandas", install='--editable ".[spark]"')
    folder = chosen.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    write_documents(folder / "lives", chosen.documents)
    print(
        f"{chosen.documents:,} documents, {sum(p.stat().st_size for p in folder.rglob('life-*.txt')):,} bytes"
    )
    one, other, spread = folder / "embedded.factoid", folder / "spark.factoid", folder / "spread"
    timed("read", str(folder / "lives"), "--library", str(one), "--jobs", "2", "--quiet")
    timed("distribute", str(folder / "lives"), "--out", str(spread), "--master", chosen.master, "--quiet")
    timed("import", "spark", str(spread), "--library", str(other), "--quiet")
    for made in (one, other, spread):
        size = sum(p.stat().st_size for p in [made, *made.rglob("*")] if p.is_file())
        print(f"{made.name:>20} {size:14,} bytes")
    equal = same(one, other, folder)
    if not chosen.folder:
        shutil.rmtree(folder)
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
