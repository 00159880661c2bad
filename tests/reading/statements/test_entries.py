"""Notes of dictionaries: parents and marriages, deaths behind brackets."""

from __future__ import annotations

import factoid

ENTRY = (
    "KELLER, Anton Wilhelm, b. Zurich 3.4.1802, s. of Jakob Keller, goldsmith, and Verena Escher; "
    "m. (1) 1829 Louise Wyss (d. 1840), (2) 1843 Emilie Pestalozzi. Lawyer. "
    "Author of a History of Guild Law (1836). d. Bern 11.11.1868."
)


def test_an_entry_tells_parents_marriages_and_death() -> None:
    reading = factoid.read(ENTRY)
    names = {persona.id: persona.name for persona in reading.personas}
    keller = next(p.id for p in reading.personas if "Anton" in p.name)
    own = [f for f in reading.factoids if f.person == keller]
    kin = {(f.role, names[f.related[0]], f.date) for f in own if f.type == "kinship"}
    assert kin == {
        ("father", "Jakob Keller", None),
        ("mother", "Verena Escher", None),
        ("wife", "Louise Wyss", "1829"),
        ("wife", "Emilie Pestalozzi", "1843"),
    }
    lives = {(f.type, f.place, f.date) for f in own if f.type in ("birth", "death")}
    assert lives == {("birth", "Zurich", "1802-04-03"), ("death", "Bern", "1868-11-11")}
