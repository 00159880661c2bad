"""Inscriptions on stones, cut into lines, and who is told behind the verb to have died."""

from __future__ import annotations

import factoid

Told = set[tuple[str, str, str | None, str | None]]


def told(text: str) -> Told:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    types = ("birth", "death")
    return {(names[f.person], f.type, f.date, f.place) for f in reading.factoids if f.type in types}


STONE = """IN LOVING MEMORY OF
JAMES LINDGREN
WHO DIED 5TH MAY 1880
AGED 56 YEARS
ALSO OF MARGARET, WIFE OF THE ABOVE
WHO DIED AT RIGA 11TH JANUARY 1891 AGED 63 YEARS

EMMA LOUISE HOLT
BORN AUGUST 14, 1833
DIED MARCH 2, 1901
"""


def test_a_line_of_a_stone_goes_on_with_whom_the_lines_above_name() -> None:
    assert told(STONE) >= {
        ("James Lindgren", "death", "1880-05-05", None),
        ("James Lindgren", "birth", "1824~", None),
        ("Margaret", "death", "1891-01-11", "RIGA"),
        ("Margaret", "birth", "1828~", None),
        ("Emma Louise Holt", "birth", "1833-08-14", None),
        ("Emma Louise Holt", "death", "1901-03-02", None),
    }


def test_the_words_of_a_stone_bring_in_who_died() -> None:
    text = (
        "Sacred to the memory of Lieut. Henry Croft, of the Bengal Army, who departed this life at Riga on the 9th of"
        " October 1826, aged 47 years.\n\n"
        "Here lies the body of Susannah Croft, relict of Karl Berg, who died 2 Feb. 1839, in the 60th year of her age."
    )
    assert told(text) >= {
        ("Henry Croft", "death", "1826-10-09", "Riga"),
        ("Henry Croft", "birth", "1779~", None),
        ("Susannah Croft", "death", "1839-02-02", None),
    }
    assert ("Karl Berg", "death", "1839-02-02", None) not in told(text)


def test_prose_that_opens_with_its_verb_goes_on_with_no_heading() -> None:
    text = "Emil Roth met Karl Lind in Riga in 1850.\nDied at Ely in 1860, his wife beside him.\n"
    assert ("Emil Roth", "death", "1860", "Ely") not in {f for f in told(text) if f[0] == "Karl Lind"}
    assert not {
        f for f in told("A NOVEL BY EMIL ROTH.\nDied too soon 1860, they said.") if f[1] == "death" and f[2]
    }


BEHIND = """Thomas Lind was fined. Died since the last court, Edmund Roth, who held of the lord a cottage.

Otto Berg was a physician. Died on the voyage: Ernestine Holt, 4 September 1849.

On 2 September 1688 died, fortified with the sacraments, Magdalena Kern, wife of Mathias Kern.
"""


def test_who_is_named_behind_the_verb_has_died() -> None:
    found = told(BEHIND)
    assert {name for name, type_, *_ in found if type_ == "death"} == {
        "Edmund Roth",
        "Ernestine Holt",
        "Magdalena Kern",
    }
    assert ("Ernestine Holt", "death", "1849-09-04", None) in found


def test_a_name_within_what_is_told_of_a_death_is_not_the_dead() -> None:
    text = "Otto Berg worked in Riga. Died in the arms of his friend, Karl Lind, in 1850."
    assert ("Otto Berg", "death", "1850", None) in told(text)
    assert not {f for f in told(text) if f[0] == "Karl Lind"}
