from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.errors import UsageError
from factoid.exchange import exporter_names, find_exporter
from factoid.exchange.exporters.csv_table import COLUMNS, GUARDED, _disarmed
from factoid.model import reading_of_json
from factoid.store import Library


def exported(library: Library, name: str) -> tuple[bytes, dict[str, int]]:
    out = io.BytesIO()
    lost = find_exporter(name).write(library, out)
    return out.getvalue(), dict(lost)


def rows(library: Library) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(library, "csv")[0].decode(), newline="")))


def test_the_built_in_formats_are_plug_ins_like_any_other() -> None:
    assert {"csv", "json", "jsonl"} <= set(exporter_names())


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(UsageError, match="bibtex, csl-json, csv"):
        find_exporter("papyrus")


@pytest.mark.parametrize("name", exporter_names())
def test_the_same_library_gives_the_same_bytes(library: Library, name: str) -> None:
    assert exported(library, name) == exported(library, name)


def test_json_loses_nothing(library: Library) -> None:
    data, lost = exported(library, "json")
    whole = json.loads(data)
    assert lost == {}
    assert (whole["format"], whole["version"]) == ("factoid-library", 1)
    assert [reading_of_json(reading) for reading in whole["readings"]] == list(library.readings())
    assert {text["source"]: text["content"] for text in whole["texts"]} == {
        name: library.document(name).text.content for name in ("first", "second")
    }
    assert [judgement["verdict"] for judgement in whole["judgements"]] == ["accepted"]
    anna = next(person for person in whole["persons"] if person["name"] == "Anna Berg")
    assert [persona["source"] for persona in anna["personas"]] == ["first", "second"]


def test_an_empty_library_is_valid_json_too(library: Library) -> None:
    class Empty:
        def readings(self) -> list[object]:
            return []

        def people(self, *_: object, **__: object) -> list[object]:
            return []

        judgements = people

    out = io.BytesIO()
    find_exporter("json").write(Empty(), out)  # type: ignore[arg-type]
    assert json.loads(out.getvalue())["readings"] == []


def test_each_line_of_jsonl_stands_by_itself(library: Library) -> None:
    data, lost = exported(library, "jsonl")
    lines = [json.loads(line) for line in data.splitlines()]
    assert len(lines) == 8
    for line in lines:
        text = library.document(line["source"]).text.content
        assert text[line["start"] : line["end"]] == line["quote"]
        assert line["person_name"]
        assert line["person"].startswith("p-")
    assert [line["verdict"] for line in lines].count("accepted") == 1
    assert lost["mentions"] == sum(len(p.mentions) for r in library.readings() for p in r.personas)
    assert lost["texts"] == 2


def test_csv_has_its_documented_columns_and_a_row_for_each_factoid(library: Library) -> None:
    found = rows(library)
    assert list(found[0]) == list(COLUMNS)
    assert len(found) == 8
    assert {row["source"] for row in found} == {"first", "second"}


def test_csv_never_sharpens_a_date(library: Library) -> None:
    dated = [row for row in rows(library) if row["date"]]
    assert {(len(row["date"]), row["earliest"][4:], row["latest"][4:]) for row in dated} == {
        (4, "-01-01", "-12-31")
    }


def test_csv_disarms_formulas_and_counts_them(library: Library) -> None:
    found = rows(library)
    assert any(row["person_name"] == "'=HYPERLINK(A1)" for row in found)
    cells = [cell for row in found for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in cells)
    assert exported(library, "csv")[1][GUARDED] > 0


@given(st.text(min_size=1))
def test_no_text_cell_begins_like_a_formula(cell: str) -> None:
    assert _disarmed("quote", cell)[0] not in "=+-@\t\r\n"
    assert _disarmed("quote", cell).endswith(cell)


def test_a_year_before_the_common_era_keeps_its_minus() -> None:
    assert _disarmed("date", "-0043") == "-0043"
