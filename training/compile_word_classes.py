"""Compile WordNet's hierarchy into the classes of words that statements are typed by.

    .venv/bin/python training/compile_word_classes.py WORDNET_DICT_DIR [--out src/factoid/resources/word_classes.json]

WORDNET_DICT_DIR holds WordNet 3.0's ``index.verb``, ``data.verb``, ``index.noun``, ``data.noun`` (Debian:
package ``wordnet-base``, ``/usr/share/wordnet``). For each verb, and each noun that is common or means a
person, the classes are the hypernyms of its first two senses with enough words below them to be
worth a weight.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ABOUT = {
    "what": "Classes of English verbs and nouns: hypernyms of their first two senses in WordNet 3.0",
    "source": "WordNet 3.0, Princeton University, https://wordnet.princeton.edu",
    "licence": "WordNet 3.0: copyright 2006 by Princeton University; free use with this notice",
}
PERSON = "person"
SENSES = 2


@dataclass(frozen=True)
class Synset:
    """A sense: its first word and the senses above it."""

    name: str
    above: tuple[str, ...]


def synsets(path: Path) -> dict[str, Synset]:
    """Return the senses of a data file by their offsets."""
    found: dict[str, Synset] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        words = int(fields[3], 16)
        pointers = fields[4 + 2 * words :]
        above = tuple(pointers[i + 1] for i, mark in enumerate(pointers) if mark in ("@", "@i"))
        found[fields[0]] = Synset(f"{fields[4].lower()}.{fields[5]}", above)
    return found


def lemmas(path: Path) -> dict[str, tuple[list[str], int]]:
    """Return for each word of an index file the offsets of its senses and how many were met in texts."""
    found: dict[str, tuple[list[str], int]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        senses = int(fields[2])
        found[fields[0].replace("_", " ")] = (fields[-senses:], int(fields[-senses - 1]))
    return found


def chain(offset: str, all_: dict[str, Synset]) -> list[str]:
    """Return the sense and those above it, nearest first."""
    found: list[str] = []
    while offset and offset not in found and len(found) < 16:
        found.append(offset)
        offset = next(iter(all_[offset].above), "")
    return found


def classes(folder: Path, part: str, *, least: int) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the names of the classes of a part of speech, and for each word its classes."""
    all_, words = synsets(folder / f"data.{part}"), lemmas(folder / f"index.{part}")
    chains = {
        word: list(dict.fromkeys(o for sense in senses[:SENSES] for o in chain(sense, all_)))
        for word, (senses, met) in words.items()
        if word.isalpha() and word.isascii() and (part == "verb" or met or PERSON in _names(senses[:1], all_))
    }
    counted = Counter(offset for found in chains.values() for offset in found)
    kept = {offset: all_[offset].name for offset, count in counted.items() if count >= least}
    return kept, {word: [kept[o] for o in found if o in kept] for word, found in chains.items()}


def _names(offsets: list[str], all_: dict[str, Synset]) -> set[str]:
    return {all_[above].name.split(".")[0] for offset in offsets for above in chain(offset, all_)}


def main() -> None:
    """Compile both parts of speech into one file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/factoid/resources/word_classes.json"))
    options = parser.parse_args()
    data: dict[str, object] = {"about": ABOUT}
    for part, least in (("verb", 15), ("noun", 60)):
        names, words = classes(options.folder, part, least=least)
        listed = sorted(set(names.values()))
        number = {name: i for i, name in enumerate(listed)}
        data[part] = {
            "classes": listed,
            "words": {w: sorted({number[c] for c in found}) for w, found in sorted(words.items()) if found},
        }
    options.out.write_text(json.dumps(data, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
