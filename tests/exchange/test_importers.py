"""Importers: what is no record is told and left out, the others come in, and every statement quotes its record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from exchange.memory import taken

from factoid.cli.entry import run
from factoid.errors import ImportingError, ServerUnreachable, UsageError
from factoid.exchange.asking import Answer
from factoid.exchange.importers.gedcom_dates import when_of_date
from factoid.exchange.importing import Description, Evidence, Notes, find_importer
from factoid.model import Certainty, Extent, Factoid, page_at
from factoid.model.json_shape import time_of_json
from factoid.store import open_view

GEDCOM = """0 HEAD
1 GEDC
2 VERS 7.0
0 @S1@ SOUR
1 TITL Parish register
0 @I1@ INDI
1 NAME Anna /Kowalska/
1 NAME Anna /Nowak/
2 TYPE MARRIED
1 SEX F
1 BIRT
2 DATE ABT 1901
2 PLAC Lodz
2 SOUR @S1@
3 PAGE 12
3 DATA
4 TEXT born about 1901
5 CONT in Lodz
3 QUAY 1
1 OCCU weaver
2 DATE FROM 1920 TO 1925
this is no line
1 BURI
2 DATE JULIAN 3 MAR 1950
1 _OWN something
0 @I2@ INDI
1 NAME Jan /Kowalski/
0 @F1@ FAM
1 HUSB @I2@
1 CHIL @I1@
0 TRLR
"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>People</title></titleStmt></fileDesc></teiHeader>
<text><body><listPerson>
<person xml:id="a" sex="F"><persName>Anna Kowalska</persName>
<birth when="1901-05">in <placeName>Lodz</placeName></birth>
<death when="someday"/>
<occupation from="1920" to="1925" cert="low">weaver</occupation>
<event type="arrest" notBefore="1937-01-01" notAfter="1938-12-31"><label>arrested</label><p>Minsk</p></event>
<shoe>unknown</shoe></person>
<person xml:id="b"><persName>Jan</persName></person></listPerson>
<listRelation><relation name="father" active="#a" passive="#b"/></listRelation></body></text></TEI>"""
CSV = """person_name,type,role,date,place,quote,certainty,page
Anna Kowalska,office,mayor,1901,Lodz,"Anna, mayor of Lodz",hedged,fol. 3r
,birth,,1901,,,
Anna Kowalska,birth,,soon,,,
Anna Kowalska,baptism,,1901-05-02,Lodz,,
Anna Kowalska,birth,,1901,,,maybe
'=Jan,birth,,,,,
"""


def facts(path: Path, form: str) -> tuple[list[Factoid], list[str], dict[str, int]]:
    """Import; check that everything stands in its text; return statements, what was told, what was lost."""
    pieces, notes, told = taken(path, form)
    found = []
    for piece in pieces:
        assert isinstance(piece, Evidence)
        content = piece.document.text.content
        for factoid in piece.reading.factoids:
            factoid.check(piece.document.text)
            for name in ("role", "organisation", "place", "value"):
                if getattr(factoid, name):
                    assert factoid.spans[name].of(content) == getattr(factoid, name)
            found.append(factoid)
        for persona in piece.reading.personas:
            assert all(m.span.of(content) in persona.forms for m in persona.mentions)
    return found, told, dict(+notes.lost)


def test_gedcom(tmp_path: Path) -> None:
    (tmp_path / "family.ged").write_text(GEDCOM)
    found, told, lost = facts(tmp_path / "family.ged", "gedcom7")
    birth, work, burial, father = found
    assert (birth.type, birth.date, birth.place) == ("birth", "1901~", "Lodz")
    assert (birth.quote, birth.certainty) == ("born about 1901\nin Lodz", Certainty.HEDGED)
    assert (work.type, work.value, work.date) == ("occupation", "weaver", "1920/1925")
    assert work.when
    assert work.when.extent is Extent.THROUGHOUT
    assert (burial.type, burial.date) == ("burial", None)
    assert "JULIAN 3 MAR 1950" in burial.quote
    assert (father.type, father.role, len(father.related)) == ("kinship", "father", 1)
    assert told == [f"not imported: {tmp_path}/family.ged, line 22: no line of GEDCOM: 'this is no line'"]
    assert lost == {"structures of _OWN": 1}


def test_tei(tmp_path: Path) -> None:
    (tmp_path / "people.xml").write_text(TEI)
    found, told, lost = facts(tmp_path / "people.xml", "tei")
    assert [(f.type, f.date, f.place, f.value) for f in found] == [
        ("birth", "1901-05", "Lodz", "in"),
        ("occupation", "1920/1925", None, "weaver"),
        ("arrest", "1937-01-01/1938-12-31", None, "Minsk"),
        ("kinship", None, None, None),
    ]
    assert found[1].certainty is Certainty.HEDGED
    assert len(told) == 1
    assert "line 5: 'someday' is not EDTF" in told[0]
    assert lost == {"elements of shoe": 1}


def test_csv(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(CSV)
    found, told, _ = facts(tmp_path / "t.csv", "csv")
    assert [(f.type, f.date, f.value, f.role) for f in found] == [
        ("office", "1901", None, "mayor"),
        ("event", "1901-05-02", "baptism", None),
        ("birth", None, None, None),
    ]
    assert found[0].quote == "Anna, mayor of Lodz"
    assert found[2].quote.startswith("=Jan. birth.")
    assert [line.partition("row ")[2][:1] for line in told] == ["3", "4", "6"]


def test_csv_keeps_the_page(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(CSV)
    [piece] = taken(tmp_path / "t.csv", "csv")[0]
    assert isinstance(piece, Evidence)
    found = [page_at(piece.document.pages, f.start) for f in piece.reading.factoids]
    assert found == ["fol. 3r", None, None]


def test_csl(tmp_path: Path) -> None:
    items = [
        {"id": "first", "title": "A  paper", "author": [{"family": "Berg", "given": "Anna"}, {"literal": "The Desk"}],
         "issued": {"date-parts": [[1999, 5]]}, "language": "en-GB", "DOI": "10.1/x"},
        {"id": "second", "issued": {"literal": "long ago"}},
        {"id": "third", "issued": {"date-parts": [[1999, 13]]}},
        {},
        "nothing",
    ]  # fmt: skip
    (tmp_path / "z.json").write_text(json.dumps(items))
    pieces, notes, told = taken(tmp_path / "z.json", "csl-json")
    assert pieces == [
        Description(
            called=("first", "A paper"),
            fields={
                "title": "A paper",
                "creator": "Berg, Anna; The Desk",
                "published": "1999-05",
                "language": "en",
            },
        ),
        Description(called=("second",), fields={}),
    ]
    assert [line.partition("item ")[2][:1] for line in told] == ["3", "4", "5"]
    assert sum(notes.lost.values()) == 1


@pytest.mark.parametrize(
    ("form", "content", "words"),
    [
        ("csv", b"name;kind\nx;y\n", "no column 'person_name'"),
        ("csv", b"\xff\xfe", "no UTF-8"),
        ("gedcom7", b"Dear diary", "no GEDCOM"),
        ("tei", b"<TEI/>", "no person"),
        ("tei", b"<TEI", "damaged XML"),
        ("tei", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "no person"),
        ("json", b"{}", "not what factoid export"),
        ("json", b"[", "no JSON"),
        ("json", b'{\n"format": "factoid-library",\n"version": 99,\n', "Install a later one"),
        ("csl-json", b'{"a": 1}', "no array"),
        ("csl-json", b"nothing", "no JSON"),
    ],
)
def test_what_is_not_in_the_format(tmp_path: Path, form: str, content: bytes, words: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ImportingError, match=words):
        taken(path, form)


def test_a_bad_reading_in_json_is_told_and_the_others_come(tmp_path: Path) -> None:
    whole = {
        "format": "factoid-library",
        "version": 1,
        "readings": [{"source": "x"}, {}],
        "judgements": [{"verdict": 1}],
    }
    (tmp_path / "l.json").write_text(json.dumps(whole))
    pieces, _, told = taken(tmp_path / "l.json", "json")
    assert len(pieces) == 1
    assert [line.split(":")[1].split()[0] for line in told[:2]] == ["reading", "reading"]
    assert "judgement 0" in told[2]


def test_a_file_that_is_not_there_and_a_format_that_is_not(tmp_path: Path) -> None:
    with pytest.raises(ImportingError, match="cannot be read"):
        taken(tmp_path / "none", "csv")
    with pytest.raises(UsageError, match="csl-json, csv, gedcom7"):
        find_importer("papyrus")


@pytest.mark.parametrize(
    ("date", "phrase", "edtf"),
    [
        ("9 JUN 1938", "", "1938-06-09"),
        ("JUN 1938", "", "1938-06"),
        ("GREGORIAN 1938", "", "1938"),
        ("ABT 1938", "", "1938~"),
        ("EST JUN 1938", "", "1938-06~"),
        ("FROM 1937 TO 1938", "", "1937/1938"),
        ("BET 1937 AND 1938", "", "1937/1938"),
        ("BEF 1937", "", "../1937"),
        ("AFT 1937", "", "1937/.."),
        ("15 MAR 44 BCE", "", "-0043-03-15"),
        ("BET 1 JAN 1930 AND 31 DEC 1939", "the thirties [193X]", "193X"),
        ("", "193X", "193X"),
        ("1938", "in the year of the flood", "1938"),
        ("FRENCH_R 3 VEND 2", "", None),
        ("sometime", "", None),
        ("31 FEB 1938", "", None),
    ],
)
def test_gedcom_dates_come_back_never_sharper(date: str, phrase: str, edtf: str | None) -> None:
    when = when_of_date(date, phrase)
    assert (when.edtf if when else None) == edtf


def test_the_command_says_what_came_and_what_did_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_text(CSV)
    library = tmp_path / "l.factoid"
    command = ["import", "csv", str(tmp_path / "t.csv"), "--library", str(library)]
    assert run(command) == 1
    said = capsys.readouterr()
    assert "sources: 1 added" in said.out
    assert "3 statements, 2 people" in said.out
    assert said.err.count("not imported: ") == 3
    with open_view(library) as view:
        before = view.revision
        assert view.dossier("Anna Kowalska").summary.factoids == 2
    assert run(command) == 1
    assert "1 unchanged" in capsys.readouterr().out
    with open_view(library) as view:
        assert view.revision == before
    assert run(["import", "csv", str(tmp_path / "none.csv"), "--library", str(library)]) == 3


def test_what_zotero_knows_outlives_another_reading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_text(CSV)
    library = str(tmp_path / "l.factoid")
    run(["import", "csv", str(tmp_path / "t.csv"), "--library", library])
    (tmp_path / "z.json").write_text(json.dumps([{"id": "t", "title": "A table"}, {"id": "nobody"}]))
    assert run(["import", "csl-json", str(tmp_path / "z.json"), "--library", library]) == 1
    assert "no source is called 'nobody'" in capsys.readouterr().err
    with open_view(Path(library)) as view:
        assert view.source("t").title == "A table"


def test_a_person_without_a_reference_is_a_person(tmp_path: Path) -> None:
    path = tmp_path / "a.ged"
    path.write_text("0 HEAD\n0 INDI\n1 NAME Anna /Weiss/\n1 BIRT\n2 DATE 1901\n0 TRLR\n", "utf-8")
    (piece,), _, told = taken(path, "gedcom7")
    assert isinstance(piece, Evidence)
    assert [f.type for f in piece.reading.factoids] == ["birth"]
    assert not told


def test_a_text_of_no_source_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"format": "factoid-library", "version": 1, "texts": [{"source": ["a"], "content": ""}]}', "utf-8"
    )
    assert [type(piece).__name__ for piece in taken(path, "json")[0]] == ["Persons"]


def test_a_family_has_one_of_either_parent(tmp_path: Path) -> None:
    path = tmp_path / "a.ged"
    both = "1 HUSB @I1@\n1 WIFE @I2@\n"
    path.write_text(f"0 HEAD\n0 @I1@ INDI\n0 @I2@ INDI\n0 @F@ FAM\n{both * 3000}0 TRLR\n", "utf-8")
    (piece,), counts, _ = taken(path, "gedcom7")
    assert isinstance(piece, Evidence)
    assert len(piece.reading.factoids) == 2
    assert counts.lost["second HUSB of a family"] == 2999


def test_offsets_that_are_no_whole_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="no place"):
        time_of_json({"start": 0.0, "end": 4.0, "text": "1901", "when": None})


class Repeating:
    """A server that answers every page with the same one."""

    base = "http://x.test/ipif"

    def __init__(self, *_: object, **__: object) -> None:
        return

    def address(self, *steps: str, **_: object) -> str:
        return "/".join((self.base, *steps))

    def get(self, resource: str, **_: object) -> Answer:
        body = json.dumps({"protocol": {}, resource: [{"@id": "a", "label": "A"}]}).encode()
        return Answer(status=200, headers={}, body=body)


def test_a_server_that_repeats_itself_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.exchange.importers.ipif.Server", Repeating)
    with pytest.raises(ServerUnreachable, match="again and again"):
        list(find_importer("ipif").pieces(Repeating.base, Notes(lambda _: None)))


class Numbers(Repeating):
    """A server that gives numbers where lists belong."""

    def get(self, resource: str, **_: object) -> Answer:
        thing = {"@id": "a", "label": "A", "uris": 5, "factoid-refs": 5, "relatesToPersons": None}
        body = json.dumps({"protocol": {"totalHits": 1}, resource: [thing]}).encode()
        return Answer(status=200, headers={}, body=body)


def test_numbers_in_the_place_of_lists_are_no_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.exchange.importers.ipif.Server", Numbers)
    told: list[str] = []
    pieces = list(find_importer("ipif").pieces(Numbers.base, Notes(told.append)))
    assert any(isinstance(piece, Evidence) for piece in pieces)
    assert told == ["not imported: statement a: statement: uris is int, not an array"]
