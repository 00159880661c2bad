"""Tables of people: headings, then one person a row."""

from __future__ import annotations

from pathlib import Path

import pytest

import factoid
from factoid.reading import make_reader
from factoid.sources import open_document

OFFICERS = """# Officers of the fortress

| Name | Rank | Born | Died | Notes |
|------|------|------|------|-------|
| Karl Weiss | Colonel | 1851, Graz | 1910 | Commanded the regiment 1890–1899 |
| Otto Lind | Captain | 1862, Riga | 3 May 1915, Lemberg | killed in action |
| Emil Roth | Lieutenant | 1870 | | |

The fortress was closed in 1918.
"""

PRISONERS = """<html><body><h1>Of the fortress</h1><table>
<tr><th>Name</th><th>Date of birth</th><th>Occupation</th><th>Arrested</th></tr>
<tr><td>Anna Weiss</td><td>3 May 1886</td><td>teacher</td><td>4 June 1907</td></tr>
<tr><td>Otto Lind</td><td>1862</td><td>cook</td><td>1908</td></tr>
</table></body></html>
"""

ROLL = (
    "Name\tRank\tUnit\tDied\nKarl Weiss\tMajor\t5th Regiment\t1910\nOtto Lind\tCaptain\t7th Regiment\t1915\n"
)

Told = set[tuple[str, str, str | None, str | None]]


def told(path: Path, text: str) -> Told:
    path.write_text(text, "utf-8")
    reading = make_reader().read(open_document(path))
    names = {p.id: p.name for p in reading.personas}
    return {(names[f.person], f.type, f.date, f.place or f.organisation or f.value) for f in reading.factoids}


def test_each_row_tells_of_its_person_by_the_headings(tmp_path: Path) -> None:
    found = told(tmp_path / "officers.md", OFFICERS)
    assert found >= {
        ("Karl Weiss", "rank", None, "Colonel"),
        ("Karl Weiss", "birth", "1851", "Graz"),
        ("Karl Weiss", "death", "1910", None),
        ("Otto Lind", "rank", None, "Captain"),
        ("Otto Lind", "birth", "1862", "Riga"),
        ("Otto Lind", "death", "1915-05-03", "Lemberg"),
        ("Emil Roth", "birth", "1870", None),
    }
    assert {(who, date) for who, type_, date, _ in found if type_ == "office"} == {
        ("Karl Weiss", "1890/1899")
    }
    assert not [f for f in found if f[0] == "Emil Roth" and f[1] == "death"]


def test_tables_of_pages_and_of_tabulators(tmp_path: Path) -> None:
    assert told(tmp_path / "prisoners.html", PRISONERS) >= {
        ("Anna Weiss", "birth", "1886-05-03", None),
        ("Anna Weiss", "occupation", None, "teacher"),
        ("Otto Lind", "occupation", None, "cook"),
        ("Otto Lind", "arrest", "1908", None),
    }
    assert told(tmp_path / "roll.txt", ROLL) >= {
        ("Karl Weiss", "service", None, "5th Regiment"),
        ("Otto Lind", "death", "1915", None),
    }


@pytest.mark.parametrize("cells", ["| 1862 | Captain |", "| Captain |"])
def test_a_row_of_another_length_tells_nothing_by_the_headings(tmp_path: Path, cells: str) -> None:
    text = f"| Name | Rank | Born | Died |\n|---|---|---|---|\n| Otto Lind {cells}\n"
    assert not [f for f in told(tmp_path / "a.md", text) if f[1] in ("rank", "death")]


def test_a_table_of_things_is_none_of_people(tmp_path: Path) -> None:
    text = "| Ship | Built | Rank |\n|---|---|---|\n| Otto Lind | 1862 | 1870 |\n"
    assert not [f for f in told(tmp_path / "a.md", text) if f[1] == "rank"]


def test_years_behind_a_body_are_no_numbers_of_it() -> None:
    dates = {f.date for f in factoid.read("Karl Weiss commanded the regiment 1890–1899.").factoids}
    assert dates == {"1890/1899"}


def test_a_table_of_labels_tells_of_whom_the_text_is_about(tmp_path: Path) -> None:
    text = "# Otto Lind\n\n| Born | 3 May 1862, Riga |\n|---|---|\n| Died | 1915, Lemberg |\n| Occupation | cook |\n"
    assert told(tmp_path / "a.md", text) == {
        ("Otto Lind", "birth", "1862-05-03", "Riga"),
        ("Otto Lind", "death", "1915", "Lemberg"),
        ("Otto Lind", "occupation", None, "cook"),
    }


def test_blank_cells_and_names_in_two_columns(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in ("Weir\tAnna\t3 May 1880\t", "Horvat\tMirko\t\t1918")]
    page = "<table><tr><th>Surname</th><th>First name</th><th>Born</th><th>Died</th></tr>" + "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows
    )
    tabbed = "Surname\tFirst name\tBorn\tDied\nWeir\tAnna\t3 May 1880\t\nHorvat\tMirko\t\t1918\n"
    for name, text in (("a.html", page), ("a.txt", tabbed), ("a.tsv", tabbed)):
        assert told(tmp_path / name, text) == {
            ("Anna Weir", "birth", "1880-05-03", None),
            ("Mirko Horvat", "death", "1918", None),
        }


def test_a_file_of_separated_values_is_a_table(tmp_path: Path) -> None:
    text = 'name,born,birthplace,occupation\n"Lind, Paul",1890-05-03,Riga,painter\nAnna Weir,1902,,"cook, nurse"\n'
    found = told(tmp_path / "a.csv", text)
    assert found == {
        ("Paul Lind", "birth", "1890-05-03", None),
        ("Paul Lind", "birth", None, "Riga"),
        ("Paul Lind", "occupation", None, "painter"),
        ("Anna Weir", "birth", "1902", None),
        ("Anna Weir", "occupation", None, "cook"),
        ("Anna Weir", "occupation", None, "nurse"),
    }


def test_separated_values_without_people_tell_nothing(tmp_path: Path) -> None:
    assert not told(tmp_path / "a.csv", "ship,built,tons\nOtto Lind,1862,800\nAnna,1871,300\n")
