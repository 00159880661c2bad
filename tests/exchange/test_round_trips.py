"""What goes out and comes back: all of it, or what the account of the export does not name."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from exchange.books import books
from exchange.memory import Memory, shelf_of, taken, written
from hypothesis import given, settings

from factoid.exchange.importing import Evidence
from factoid.model import Certainty, Document, DossierLine, Judgement, Reading, Verdict
from factoid.pipeline.importing import import_into
from factoid.store import Library, LibraryView, open_library, open_view

EXAMPLES = int(os.environ.get("FACTOID_EXAMPLES", "12"))
many = settings(max_examples=EXAMPLES)
Pair = tuple[Document, Reading]


class Nobody:
    """Listens to nothing but what is bad."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def bad(self, line: str) -> None:
        self.lines.append(line)

    def landed(self, name: str, statements: int) -> None:
        pass


def imported(tmp_path: Path, form: str, data: bytes, name: str = "back") -> LibraryView:
    path = tmp_path / f"{name}.{form}"
    path.write_bytes(data)
    listener = Nobody()
    import_into(tmp_path / f"{name}-{form}.factoid", form, str(path), listener)
    assert listener.lines == []
    return open_view(tmp_path / f"{name}-{form}.factoid")


def exported_by(library: object, form: str) -> tuple[bytes, dict[str, int]]:
    return written(library, form)  # type: ignore[arg-type]


@many
@given(books("s1"), books("s2"))
def test_json_loses_nothing(first: Pair, second: Pair) -> None:
    judged = Judgement(verdict=Verdict.SAME, author="human:ab", made="2024-05-01T12:00:00Z", id=7)
    shelf = Memory([first, second], [judged])
    data, lost = written(shelf, "json")
    assert lost == {}
    with TemporaryDirectory() as folder:
        (Path(folder) / "l.json").write_bytes(data)
        pieces, _, told = taken(Path(folder) / "l.json", "json")
        assert told == []
        (Path(folder) / "l.json").write_text(data.decode().replace("\n", " "))  # laid out otherwise
        assert taken(Path(folder) / "l.json", "json")[0] == pieces
    back = [(piece.document, piece.reading) for piece in pieces if isinstance(piece, Evidence)]
    assert back == [first, second]
    assert [piece for piece in pieces if isinstance(piece, Judgement)] == [judged]
    assert written(shelf_of(pieces), "json")[0] == data


def test_a_whole_library_comes_back_from_json_byte_by_byte(library: Library, tmp_path: Path) -> None:
    data, _ = exported_by(library, "json")
    with imported(tmp_path, "json", data) as back:
        assert exported_by(back, "json")[0] == data
        assert [back.document(s.name) for s in back.sources()] == [
            library.document(s.name) for s in library.sources()
        ]
    account = import_into(tmp_path / "back-json.factoid", "json", str(tmp_path / "back.json"), Nobody())
    assert dict(account.sources) == {"unchanged": 2}
    assert account.judgements == 0


#: Ids and offsets belong to the text in which a statement stands
OF_THE_TEXT = {"factoid", "person", "persona", "start", "end"}


def rows_of(data: bytes) -> Counter[tuple[tuple[str, str], ...]]:
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    return Counter(tuple((k, v) for k, v in row.items() if k not in OF_THE_TEXT) for row in rows)


@many
@given(books("s1"), books("s2"))
def test_csv_brings_back_what_it_does_not_count_as_lost(first: Pair, second: Pair) -> None:
    data, lost = written(Memory([first, second]), "csv")
    with TemporaryDirectory() as folder:
        (Path(folder) / "t.csv").write_bytes(data)
        pieces, _, told = taken(Path(folder) / "t.csv", "csv")
    assert told == []
    again, _ = written(shelf_of(pieces), "csv")
    wanted, found = rows_of(data), rows_of(again)
    named = {"names of others with a semicolon in them", "inner bounds of dates"} & lost.keys()
    assert not named
    quoteless = [dict(row) for row in wanted if dict(row)["quote"] == ""]
    assert not quoteless
    assert found == wanted


def lines_of(library: LibraryView) -> list[DossierLine]:
    lines = [line for person in library.people() for line in library.dossier(person.id).lines]
    return [line for line in lines if line.factoid.certainty is not Certainty.DENIED]


def told(line: DossierLine) -> tuple[object, ...]:
    """What GEDCOM 7 carries of a statement by the account of its export."""
    f = line.factoid
    doubt = f.certainty if f.certainty is Certainty.ASSERTED else "less"
    kind = "tie" if f.type in ("kinship", "association", "meeting") else f.type
    names = tuple(sorted(name for _, name in line.related))
    return kind, f.date, f.place, f.organisation, f.quote, doubt, f.said_by, names


def test_gedcom_brings_back_what_it_carries(lives: Library, tmp_path: Path) -> None:
    data, lost = exported_by(lives, "gedcom7")
    assert lost["denied statements"] == 1
    wanted = Counter(map(told, lines_of(lives)))
    people = {(p.name, p.names) for p in lives.people()}
    with imported(tmp_path, "gedcom7", data) as back:
        assert Counter(map(told, lines_of(back))) == wanted
        assert {p.name for p in back.people()} == {name for name, _ in people}
        for line in lines_of(back):
            line.factoid.check(back.document(line.source).text)


def test_tei_brings_back_dates_places_quotes_and_doubt(lives: Library, tmp_path: Path) -> None:
    data, lost = exported_by(lives, "tei")
    assert lost["quotes and their places in the text"] == 1  # of another name
    wanted = [line for line in lines_of(lives) if line.factoid.type != "name"]
    with imported(tmp_path, "tei", data) as back:
        found = [line for line in lines_of(back) if line.factoid.type != "name"]
        assert Counter(line.factoid.quote for line in found) == Counter(line.factoid.quote for line in wanted)
        by_quote = {line.factoid.quote: line.factoid for line in wanted}
        for line in found:
            was = by_quote[line.factoid.quote]
            assert line.factoid.place == was.place
            if was.when and line.factoid.when:  # never narrower
                assert (line.factoid.when.earliest or 0) <= (was.when.earliest or 0)
                assert (line.factoid.when.latest or 10**9) >= (was.when.latest or 10**9)


def test_a_library_that_has_something_keeps_it(library: Library, tmp_path: Path) -> None:
    data, _ = exported_by(library, "json")
    (tmp_path / "l.json").write_bytes(data)
    open_library(tmp_path / "other.factoid", create=True).close()
    account = import_into(tmp_path / "other.factoid", "json", str(tmp_path / "l.json"), Nobody())
    assert (dict(account.sources), account.judgements) == ({"added": 2}, 1)
    other_path = library.path
    again = import_into(other_path, "csv", str(_csv(tmp_path, library)), Nobody())
    assert dict(again.sources) == {"added": 2}
    assert {s.name for s in library.sources()} == {"first", "second", "first-2", "second-2"}


def _csv(folder: Path, library: Library) -> Path:
    path = folder / "t.csv"
    path.write_bytes(exported_by(library, "csv")[0])
    return path
