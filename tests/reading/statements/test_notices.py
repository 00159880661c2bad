"""Family notices of newspapers."""

from __future__ import annotations

import pytest

import factoid
from factoid.reading.statements.notes.register_headings import kind_of_register

PAGE = """Marriages

May 3, 1851, at Ely, Mr. Karl Weiss to Miss Anna Lind.

On the 7th of May 1851, at Soham, by the Rev. T. Low, John Lark, Esq., surgeon, to Mary Reed, widow.

Deaths

On the 2nd of May 1851, at Ely, after a long illness, Ida, relict of the late Thomas Rand, aged 80.

May 9, 1851, at Soham, Capt. Emil Roth, R.N., in his 71st year.
"""

Told = set[tuple[str, str, str | None, str | None, str | None]]


def told(text: str, type_: str) -> Told:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {
        (names[f.person], "".join(names[r] for r in f.related), f.role, f.date, f.place)
        for f in reading.factoids
        if f.type == type_
    }


def test_the_heading_is_the_verb_of_the_notices_below_it() -> None:
    assert told(PAGE, "kinship") >= {
        ("Karl Weiss", "Anna Lind", "wife", "1851-05-03", "Ely"),
        ("Anna Lind", "Karl Weiss", "husband", "1851-05-03", "Ely"),
        ("John Lark", "Mary Reed", "wife", "1851-05-07", "Soham"),
    }
    assert told(PAGE, "death") >= {
        ("Ida", "", None, "1851-05-02", "Ely"),
        ("Emil Roth", "", None, "1851-05-09", "Soham"),
    }
    assert "T. Low" not in {who for who, *_ in told(PAGE, "kinship")}


def test_a_heading_may_open_its_notice() -> None:
    assert ("John Lark", "", None, "1851-05-05", None) in told(
        "DIED. On 5 May 1851, at his residence, John Lark, aged 67, for many years master of the school.",
        "death",
    )
    assert ("Karl Weiss", "Anna", "wife", "1851-05-03", None) in told(
        "MARRIED. On the 3rd May 1851, Karl Weiss, surgeon, of Soham, to Anna, daughter of Mr. Otto Lind.",
        "kinship",
    )


def test_what_has_a_verb_of_its_own_is_no_notice() -> None:
    text = "Deaths\n\nIn 1851 Emil Roth wrote to Anna Lind on the deaths of that year."
    assert told(text, "death") == set()
    assert told("Marriages\n\nIn 1851 Emil Roth gave a book to Anna Lind.", "kinship") == set()


def test_a_will_names_who_makes_it() -> None:
    text = (
        "In the name of God Amen. I John Lark of Ely, blacksmith, do make this my last will. Item I give to my wife "
        "Mary my house. Item to my eldest son Thomas five pounds. I make my brother William Lark sole executor."
    )
    assert ("John Lark", "Mary", "wife", None, None) in told(text, "kinship")
    assert told(text, "name") == set()


def test_an_interview_tells_of_whom_it_is_with() -> None:
    text = "Interview with Clara Roth\n\nQ: When were you born?\nA: I was born in 1901. My father was a cook."
    assert ("Clara Roth", "", None, "1901", None) in told(text, "birth")


def test_a_single_first_person_makes_no_narrator() -> None:
    assert told("Clara Roth lived in Ely. I was born in 1901.", "birth") == set()


REGISTER = """BAPTISMS 1743
Jan. 6. Mary, d. of Richard Lark, shoemaker, and Hester.
MARRIAGES 1743
Apr. 14. John Garth, bachelor, and Mary Reed, spinster, of this parish, by banns.
BURIALS IN ELY
Nov. 19, 1744. Thomas Crouch, a pauper, aged 88.
"""


def test_headings_of_a_parish_register_are_read_too() -> None:
    assert ("Mary", "", None, "1743-01-06", None) in told(REGISTER, "event")
    assert ("John Garth", "Mary Reed", "wife", "1743-04-14", None) in told(REGISTER, "kinship")
    assert ("Thomas Crouch", "", None, "1744-11-19", None) in told(REGISTER, "burial")


def test_a_shortened_heading_opens_its_line() -> None:
    lines = (
        "1818 Bur. 22 Jan. Martha Lark, of Ely.\n\n1817 Marr. 9 Oct. Samuel Reed & Eliza Roth. Wit. Ann Low."
    )
    assert ("Martha Lark", "", None, "1818-01-22", None) in told(lines, "burial")
    assert ("Samuel Reed", "Eliza Roth", "wife", "1817-10-09", None) in told(lines, "kinship")


def test_no_work_of_art_heads_a_register() -> None:
    found = told("Death of a Salesman\n\nMay 9, 1949, New York, Emil Roth as Willy.", "death")
    assert "Emil Roth" not in {who for who, *_ in found}


DAYS_FIRST = """1761 Mar 4 bapt. Karl s. of Wm & Ida Rand
1761, May 9 - Baptised Ann Mary daughter of Otto Frye, tanner & Ruth his wife
1762 Jan. 3. bur. Ida wife of Wm Rand
1762 June 9 mar. Emil Holt and Clara Reed
"""


def test_the_day_may_stand_before_the_head_of_an_entry() -> None:
    assert {("Karl", "", None, "1761-03-04", None), ("Ann Mary", "", None, "1761-05-09", None)} <= told(
        DAYS_FIRST, "event"
    )
    assert ("Ida Rand", "", None, "1762-01-03", None) in told(DAYS_FIRST, "burial")
    assert told(DAYS_FIRST, "kinship") >= {
        ("Karl", "Wm Rand", "father", None, None),
        ("Karl", "Ida Rand", "mother", None, None),
        ("Ida Rand", "Karl", "son", None, None),
        ("Ann Mary", "Otto Frye", "father", None, None),
        ("Ann Mary", "Ruth", "mother", None, None),
        ("Emil Holt", "Clara Reed", "wife", "1762-06-09", None),
    }


def test_a_day_before_a_deed_of_others_heads_no_entry() -> None:
    text = "1918 May 3 Married men of the company, with Karl Low and Ann Cole, were sent home."
    assert told(text, "kinship") == set()


BURIALS = """St Olave, Marsham. Register of burials, 1811-1812 (extracts)

1811
Jan 7 Walter Finch, aged 61
Feb 2 Lucy, wife of Simon Garrod

1812
Mar 3 Simon Garrod, miller
"""


def test_a_register_is_opened_by_a_line_that_says_what_it_registers() -> None:
    assert told(BURIALS, "burial") == {
        ("Walter Finch", "", None, "1811-01-07", None),
        ("Lucy", "", None, "1811-02-02", None),
        ("Simon Garrod", "", None, "1812-03-03", None),
    }


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Parish register of Marsham: baptisms", "baptism"),
        ("Baptisms 1821", "baptism"),
        ("Marriages solemnized in the parish of Marsham in the county of Norfolk", "marriage"),
        ("St Olave's, burials 1830\u20131840", "burial"),
        ("Register of deaths, district of Marsham", "death"),
        ("Marsham baptism register, 1700-1720", "baptism"),
        ("Extracts from the registers of St Olave: christenings", "baptism"),
        ("The deaths of three kings in one year shook the country", None),
        ("He kept the register of deaths for the town", None),
        ("Register of members", None),
        ("Death of a Salesman", None),
        ("Marriages of convenience", None),
        ("The register of deaths was lost in 1840", None),
        ("Wars, deaths and taxes", None),
    ],
)
def test_which_lines_head_a_register(heading: str, kind: str | None) -> None:
    assert kind_of_register(heading) == kind


def test_what_stands_below_a_register_without_a_date_is_no_entry() -> None:
    assert told("Burials at Marsham\n\nCopied by Walter Finch for his friends.", "burial") == set()


def test_an_entry_may_say_its_verb() -> None:
    text = (
        "Marriages at Marsham\n\n4 May 1809. Walter Finch, bachelor, married Lucy Garrod, spinster.\n"
        "6 June 1810. Simon Pike the younger, bachelor, married Ruth Orme, spinster."
    )
    assert told(text, "kinship") >= {
        ("Walter Finch", "Lucy Garrod", "wife", "1809-05-04", None),
        ("Ruth Orme", "Simon Pike the younger", "husband", "1810-06-06", None),
    }


def test_a_day_that_opens_a_line_among_others_dates_its_sentence() -> None:
    text = (
        "14 April 1792: Walter Finch married Lucy Garrod at Ely.\n3 May 1793 \u2013 Simon Pike died at Ely."
    )
    assert ("Walter Finch", "Lucy Garrod", "wife", "1792-04-14", "Ely") in told(text, "kinship")
    alone = "2 May 1893. Walter Finch had married Lucy Garrod.\n3 May 1893. Simon Pike died."
    assert "1893-05-02" not in {date for *_, date, _ in told(alone, "kinship")}


def test_a_state_between_commas_is_no_kin() -> None:
    text = (
        "Burials at Marsham\n\n9 June 1821. Walter Finch, infant.\n25 December 1821. Simon Pike, aged 71.\n"
        "26 December 1821. Adam Orme, master mariner, widower."
    )
    assert told(text, "kinship") == set()
    assert {who for who, *_ in told(text, "burial")} == {"Walter Finch", "Simon Pike", "Adam Orme"}


def test_a_line_that_is_but_a_year_is_over_the_days_below_it() -> None:
    text = (
        "Marsham parish register, baptisms 1813-1850\n\n1818\nMar 1 Adam, son of Walter Finch, miner, and Lucy\n"
        "1821\nFeb 11 Simon, son of Walter Finch, miner, and Lucy\n"
        "1845\nMay 25 Ruth, daughter of Adam Finch, mine captain, and Mary\n"
    )
    assert {date for *_, date, _ in told(text, "event")} == {"1818-03-01", "1821-02-11", "1845-05-25"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "HASKELL, Eleanor Ruth (née Moss)\nSuddenly at St Anne's Home, on 14 June 2019.\n",
            "St Anne's Home",
        ),
        ("Eleanor Ruth Haskell\n1931 - 2019\n\nPeacefully, after an illness, on 14 June 2019.\n", None),
    ],
)
def test_how_somebody_died_is_the_verb_below_the_name(text: str, place: str | None) -> None:
    assert ("Eleanor Ruth Haskell", "", None, "2019-06-14", place) in told(text, "death")


@pytest.mark.parametrize(
    "text",
    [
        "Eleanor Ruth Haskell\n\nPeacefully in the evening the river ran past the mill in June 2019.\n",
        "Eleanor Haskell sat by the window.\n\nSuddenly on 14 June 2019, a noise in the yard.\n",
    ],
)
def test_what_else_is_so_is_no_death(text: str) -> None:
    assert told(text, "death") == set()
