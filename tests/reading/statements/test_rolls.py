"""Lines of rolls, one person a line: musters, censuses, apprentices, guilds."""

from __future__ import annotations

import factoid

Told = set[tuple[str, str, str | None, str | None, str]]


def told(text: str) -> Told:
    """Return who is told what type of thing, with its field, its date and the others in it."""
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {
        (
            names[f.person],
            f.type,
            f.role or f.organisation or f.place or f.value,
            f.date,
            "".join(names[r] for r in f.related),
        )
        for f in reading.factoids
    }


MUSTER = """Muster of Captain Otto Lind's company at Ely, 9 July 1777

Serjt. Karl Berg, enlisted 4 March 1777 for 3 years
Drummer Emil Roth, enlisted 2 April 1777; on furlough
1. John Reed, pikeman, enlisted 5 April 1777; deserted 20 June 1777
2. Daniel Holt, aged 22, enlisted 9 May 1777; killed at Soham, 1 July 1777
3. Jonas Frye, enlisted 9 May 1777; taken prisoner 3 July 1777
"""


def test_a_muster_dates_each_deed_of_each_man() -> None:
    found = told(MUSTER)
    assert found >= {
        ("Karl Berg", "service", None, "1777-03-04", ""),
        ("Emil Roth", "service", None, "1777-04-02", ""),
        ("John Reed", "occupation", "pikeman", None, ""),
        ("John Reed", "event", "deserted", "1777-06-20", ""),
        ("Daniel Holt", "birth", None, "1755~", ""),
        ("Daniel Holt", "service", None, "1777-05-09", ""),
        ("Daniel Holt", "death", "Soham", "1777-07-01", ""),
        ("Jonas Frye", "arrest", None, "1777-07-03", ""),
    }


CENSUS = """1851 CENSUS, Parish of Great Ely, Back Lane
Joseph Lind, head, mar., 45, master baker, born Soham
Sarah Lind, wife, mar., 42, born Norwich
Ellen Lind, dau., 11, scholar, born Soham
Betty Reed, mother-in-law, widow, 70, born Norwich
Patrick Roth, lodger, unm., 25, labourer, born Ireland
"""


def test_a_census_tells_the_household_and_counts_births_back_from_its_year() -> None:
    found = told(CENSUS)
    assert found >= {
        ("Joseph Lind", "occupation", "master baker", None, ""),
        ("Joseph Lind", "birth", "Soham", "1806~", ""),
        ("Joseph Lind", "kinship", "wife", None, "Sarah Lind"),
        ("Sarah Lind", "kinship", "husband", None, "Joseph Lind"),
        ("Sarah Lind", "birth", "Norwich", "1809~", ""),
        ("Ellen Lind", "kinship", "father", None, "Joseph Lind"),
        ("Patrick Roth", "birth", "Ireland", "1826~", ""),
    }
    assert not {f for f in found if f[0] == "Patrick Roth" and f[1] == "kinship"}
    assert not {f for f in found if f[1] == "name"}  # *born Soham* is no name at birth


APPRENTICES = """APPRENTICES ENROLLED AT ELY
20 Oct. 1612. Thomas Lind, son of John Lind of Soham, tanner, apprenticed to Roger Berg, tailor, and Alice his wife.
4 Feb. 1613. Philip Reed, son of Karl Reed of Kell, yeoman, deceased, to William Holt, merchant, for 8 years.
1 May 1613. Emil Roth, s. of Anton Roth, clerk, apprenticed to Richard Moon, draper, 7 yrs.
"""


def test_trades_of_a_roll_of_apprentices_are_those_of_parents_and_masters() -> None:
    found = told(APPRENTICES)
    assert found >= {
        ("John Lind", "occupation", "tanner", None, ""),
        ("Roger Berg", "occupation", "tailor", None, ""),
        ("Roger Berg", "kinship", "wife", None, "Alice"),
        ("Thomas Lind", "education", "apprenticed", "1612-10-20", ""),
        ("Philip Reed", "association", "master", "1613-02-04", "William Holt"),
        ("Philip Reed", "education", "apprenticed", "1613-02-04", ""),
        ("William Holt", "occupation", "merchant", None, ""),
    }
    assert not {f for f in found if f[0] in ("Thomas Lind", "Philip Reed") and f[1] == "occupation"}
    assert not {f for f in found if f[0] == "Thomas Lind" and f[2] == "wife"}


GUILD = """Roll of the Guild of Smiths
Hans Berg, journeyman 1470, master 1474, d. 1498
Urban Lind, master 1501; expelled from the guild 1504
Peter Roth, master 1522, dismissed for debt, 1530
"""


def test_years_of_a_guild_roll_belong_to_what_they_stand_behind() -> None:
    found = told(GUILD)
    assert {("Hans Berg", "death", None, "1498", "")} <= found
    assert ("Peter Roth", "event", "dismissed", "1530", "") in found
    masters = {(f[0], f[3]) for f in found if f[2] == "master"}
    assert masters == {("Hans Berg", "1474"), ("Urban Lind", "1501"), ("Peter Roth", "1522")}


GAZETTE = """POLICE GAZETTE, 12 September 1855
John Berg, from the gaol at Ely, escaped 3 September. Native place, Leeds; trade, weaver; age, 41; height, 5 feet 6.
Mary Lind, absconded from the service of Mr. Karl Roth, 5 September. Native place, Cork; age, 29.
Emil Holt, escaped from the lock-up at Soham, 7 September. Native place, Norwich; age, 30.
"""


def test_labels_that_a_comma_parts_from_their_values() -> None:
    assert told(GAZETTE) >= {
        ("John Berg", "birth", "Leeds", "1814~", ""),
        ("John Berg", "occupation", "weaver", None, ""),
        ("Mary Lind", "birth", "Cork", "1826~", ""),
    }


def test_prose_and_single_lines_are_no_roll() -> None:
    prose = """Joseph Lind, 45, a master baker, lived with his wife Sarah.

Karl Berg, 33, was killed at Soham in 1851; Emil Roth, 20, survived him.

Sarah Lind, 42, who was born in Norwich, kept the shop.
"""
    assert ("Karl Berg", "death", "Soham", "1851", "") in told(prose)
    single = "Serjt. Karl Berg, enlisted 4 March 1777 for 3 years\n\nHe wrote home from Ely."
    assert ("Karl Berg", "service", None, "1777-03-04", "") not in told(single)
