"""Lists under a heading: of those who held a post, and of what one person did, was given and wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

import factoid
from factoid.reading import make_reader
from factoid.sources import document_of_text, open_document

Told = set[tuple[str, str, str | None, str | None, str | None]]

RESUME = """Milena Horvat

Work experience
- 1985–1990: Research assistant, Institute for Baltic Studies, Riga
- 1990–1996 Lecturer, University of Graz
- since 1996: Keeper of Prints at the Northern Museum

Education
- 1977–1981 BA in History, University of Belgrade

Prizes
- 2003 Rowan Medal

Selected publications
- Reeds and Ropes (2001)

She lives by the sea and keeps bees, which she has done for many years.
- 2010 Something else
"""


def told(text: str) -> Told:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {
        (names[f.person], f.type, f.role or f.value, f.organisation or f.place, f.date)
        for f in reading.factoids
    }


def test_a_heading_is_the_label_of_the_lines_below_it() -> None:
    assert told(RESUME) >= {
        ("Milena Horvat", "office", "Research assistant", "Institute for Baltic Studies", "1985/1990"),
        ("Milena Horvat", "office", "Lecturer", "University of Graz", "1990/1996"),
        ("Milena Horvat", "office", "Keeper of Prints", "Northern Museum", "1996/.."),
        ("Milena Horvat", "education", "BA in History", "University of Belgrade", "1977/1981"),
        ("Milena Horvat", "award", "Rowan Medal", None, "2003"),
        ("Milena Horvat", "work", "Reeds and Ropes", None, "2001"),
    }
    assert not [row for row in told(RESUME) if "2010" in (row[4] or "")]


def test_books_of_others_are_none_of_hers() -> None:
    text = "Milena Horvat was born in 1950.\n\nPublications\nOtto Lind, The Reeds, 1951\n"
    assert not [row for row in told(text) if row[:2] == ("Milena Horvat", "work")]


HOLDERS = [  # the list, a name, the role, of what, the date
    ("Mayors of Halden\n\n1921 Paul Lind\n1924–1929 Nils Berg (Labour)\n", "Nils Berg", "Mayor", "Halden", "1924/1929"),
    ("List of Bishops of Ely\n\nPaul Lind, 1921–1924\nNils Berg (1924)\n", "Paul Lind", "Bishop", "Ely", "1921/1924"),
    ("Rectors of the Northern Academy\nPaul Lind, 1921–1924\n", "Paul Lind", "Rector", "Northern Academy", "1921/1924"),
    ("Chairman: Emil Roth\nDirectors: Thomas Hale, Nils Berg (since 1931)\n", "Nils Berg", "Director", None, "1931/.."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "of", "date"), HOLDERS)
def test_a_heading_says_which_post_those_below_it_held(
    text: str, name: str, role: str, of: str | None, date: str
) -> None:
    assert (name, "office", role, of, date) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Streets of Halden\n\n1921–1924 Paul Lind\n1924–1929 Nils Berg\n",
        "Mayors of Halden\n\nPaul Lind fished in the harbour in 1921.\n",
        "Mayors of Halden\n\nThe town hall was painted in the same year, and nobody liked it.\nPaul Lind, 1921\n",
    ],
)
def test_what_stands_under_no_post_holds_none(text: str) -> None:
    assert not [row for row in told(text) if row[1] == "office"]


def test_the_label_of_another_is_no_post_of_whom_the_form_is_about() -> None:
    text = "LIND, Paul, chairman; b. Riga 1890; m. 1915 Anna Weir\nSecretary: Miss E. Novak\nAuditor: P. J. Quill\n"
    posts = {(who, role) for who, type_, role, *_ in told(text) if type_ == "office"}
    assert not posts & {("Paul Lind", "Secretary"), ("Paul Lind", "Auditor")}


def test_a_place_below_a_date_of_birth_is_where() -> None:
    text = "Jana Kol\nBorn\t4 April 1899\nBrno, Moravia\nDied\t17 May 1967\nPrague, Bohemia\nOccupation\tCook, nurse\n"
    assert told(text) >= {
        ("Jana Kol", "birth", None, "Brno", None),
        ("Jana Kol", "birth", None, None, "1899-04-04"),
        ("Jana Kol", "death", None, "Prague", None),
        ("Jana Kol", "occupation", "Cook", None, None),
        ("Jana Kol", "occupation", "nurse", None, None),
    }


def test_whom_an_unnamed_hero_met_is_not_the_hero() -> None:
    lines = "1890: Born in Riga\n1912: Meets the painter Emil Roth in Berlin\n1920: Moves to Paris\n"
    assert not [row for row in told(lines) if row[1] in ("birth", "travel")]
    named = told(f"Emil Roth, a life\n\n{lines.replace('Emil Roth', 'Karl Weiss')}")
    assert ("Emil Roth", "birth", None, "Riga", "1890") in named


@pytest.mark.parametrize(
    "line", ["ANKARA, 7 May (Reuter) - ", "LIMA (AP) — ", "Graz, 2 September 2014 – ", "SAN JUAN, March 3 - "]
)
def test_the_dateline_of_a_report_does_nothing(line: str) -> None:
    found = told(f"{line}Foreign Minister Selim Arman resigned on Monday after a dispute with Orhan Tekin.\n")
    assert not {who for who, *_ in found} - {"Selim Arman", "Orhan Tekin"}


def test_a_name_before_a_dash_is_no_dateline() -> None:
    assert "Karl Weiss" in {
        p.name for p in factoid.read("Karl Weiss – Anna Roth met him in 1920. Weiss died.").personas
    }


def test_entries_led_to_their_pages_are_no_statements() -> None:
    text = "1. Childhood in Riga ........ 9\n2. Paul Lind goes to Paris ........ 31\n3. Marriage to Anna ....... 55\n"
    assert not [s for s in document_of_text(text).text.segments if s.is_read]
    cast = "Portia ........ Anna Weir\nShylock ........ Otto Lind\n"
    assert all(s.is_read for s in document_of_text(cast).text.segments)


def test_a_list_of_terms_on_a_page_is_a_chronology(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<h1>Grete Holm: a timeline</h1><dl><dt>1881</dt><dd>Born in Ely</dd>"
        "<dt>1903–1907</dt><dd>Assistant at the Museum of Linz</dd><dt>1940</dt><dd>Dies in Graz</dd></dl>"
    )
    reading = make_reader().read(open_document(page))
    assert {(f.type, f.place, f.date) for f in reading.factoids} >= {
        ("birth", "Ely", "1881"),
        ("office", "Linz", "1903/1907"),
        ("death", "Graz", "1940"),
    }


@pytest.mark.parametrize(
    "heading",
    ["On this day: 14 October", "14 October", "October 14th in history", "This day in history – 14 October"],
)
def test_years_below_a_day_are_that_day(heading: str) -> None:
    text = f"{heading}\n\n1066 – Harold Godric is killed at the ford.\n1885 – Otto Lind is born in Ely.\n"
    assert ("Otto Lind", "birth", None, "Ely", "1885-10-14") in told(text)


def test_years_below_no_day_stay_years() -> None:
    text = "The October fair\n\n1884 – Otto Berg dies in Ely.\n1885 – Otto Lind is born in Ely.\n"
    assert ("Otto Lind", "birth", None, "Ely", "1885") in told(text)


def test_prisoners_are_not_whom_the_text_is_about() -> None:
    text = "Mara Kol was born in 1930.\n\n1943 – Prisoners at the Graben camp revolt.\n1950 – Mara Kol dies in Ely.\n"
    assert not [row for row in told(text) if row[1] == "imprisonment"]


def test_lines_of_a_memorial_book() -> None:
    line = "Weiss, Anna, geb. Roth, *3.5.1890 Posen, deported 6.11.1941 from Berlin to Minsk, murdered 1942\n"
    assert told(line) >= {
        ("Anna Weiss", "travel", "deported", "Minsk", "1941-11-06"),
        ("Anna Weiss", "death", "murdered", None, "1942"),
    }
    assert {who for who, *_ in told(line)} == {"Anna Weiss"}


def test_years_behind_a_turned_name_are_a_life() -> None:
    assert told("Okon, Grace Ifeoma, 1912-1989\nBorn: Riga\n") >= {
        ("Grace Ifeoma Okon", "birth", None, None, "1912"),
        ("Grace Ifeoma Okon", "death", None, None, "1989"),
    }
    assert not [row for row in told("Mayors\nPaul Lind, 1921-1946\n") if row[1] in ("birth", "death")]


def test_a_year_begins_a_note_within_a_note() -> None:
    entry = "LIND, Karl (1810–1880). Merchant in Riga, 1845 alderman, 1850–52 mayor of Ely. Born 3 May, 1810 in Riga."
    found = told(entry)
    assert ("Karl Lind", "office", "alderman", None, "1845") in found
    assert ("Karl Lind", "office", "mayor", "Ely", "1850/1852") in found
    assert not [row for row in found if row[1] == "occupation" and row[4]]


def test_boys_that_are_taught_are_no_sons() -> None:
    assert not [
        row
        for row in told("Mary Lee was a nurse. She taught two boys, Paul and Otto.")
        if row[1] == "kinship"
    ]


def test_the_mark_of_an_item_is_no_sign_of_birth(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Ali Tavakol</h1><ul><li>1921 Moves to Riga</li><li>1930–1935 Judge in Ely</li></ul>")
    reading = make_reader().read(open_document(page))
    assert not [f for f in reading.factoids if f.type == "birth"]


def test_the_headings_of_a_table_tell_nothing(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name;Born;Spouse\nOlsen, Peter;1810;Marie Dahl\n")
    reading = make_reader().read(open_document(table))
    assert {f.quote for f in reading.factoids if f.type == "kinship"} == {"Marie Dahl"}
