"""One command reads a mixed pile; statements cite pages, chapters and paragraphs."""

from __future__ import annotations

from pathlib import Path

from cli.terminal import Run, as_json
from sources.packed import epub, odt, saved, word_document, zipped
from sources.printed import column, pdf

LIFE = "{0} was born in Lodz in 1901. {0} worked as a nurse in Warsaw from 1925 and died there in 1966."
PEOPLE = {"pdf": "Anna Kowalska", "docx": "Jan Nowak", "odt": "Ewa Zielinska", "epub": "Piotr Maliniak"}


def pile(folder: Path) -> None:
    """A folder with a document of each kind, one archive, and one bad file of each kind."""
    head = word_document()
    head.add_heading("Lives", 1)
    head.add_paragraph(LIFE.format(PEOPLE["docx"]))
    front = column(
        "These are lives of nurses, told by those who knew them and put in order later.", letters=50
    )
    body = column(LIFE.format(PEOPLE["pdf"]), letters=50)
    files = {
        "book.pdf": pdf([front, body]),
        "life.docx": saved(head),
        "inner.zip": zipped({"lives/life.odt": odt(f"<text:p>{LIFE.format(PEOPLE['odt'])}</text:p>")}),
        "novel.epub": epub(
            {"a.xhtml": f"<p>{LIFE.format(PEOPLE['epub'])}</p>"}, titles={"a.xhtml": "Nurses"}
        ),
        "broken.pdf": b"%PDF-1.4 and no more",
        "broken.epub": b"PK\x03\x04 and no more",
        "up.zip": zipped({"../up.txt": "Anna was born in Lodz."}),
    }
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def test_a_mixed_pile_is_read_and_cited(factoid: Run, tmp_path: Path) -> None:
    pile(tmp_path / "pile")
    done = factoid("read", "pile", "--jobs", "2")
    assert done.returncode == 1
    assert "4 read, 3 failed" in done.stdout
    failed = sorted(line.split(": ")[1] for line in done.stderr.splitlines() if line.startswith("not read: "))
    assert failed == ["pile/broken.epub", "pile/broken.pdf", "pile/up.zip/../up.txt"]
    pages = {"pdf": "p. 2", "docx": "par. 2", "odt": "par. 1", "epub": "chapter “Nurses”"}
    for kind, name in PEOPLE.items():
        lines = as_json(factoid("show", name, "--format", "json"))["factoids"]
        assert {line["page"] for line in lines} == {pages[kind]}, name
        assert any(line["type"] == "birth" for line in lines)
    first = as_json(factoid("show", PEOPLE["pdf"], "--format", "json"))["factoids"][0]["id"]
    assert "book, p. 2, characters" in factoid("explain", first).stdout
    assert "book, p. 2  f-" in factoid("show", PEOPLE["pdf"]).stdout


def test_standard_input_is_read_in_any_process(factoid: Run, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(LIFE.format("Jan Nowak"))
    done = factoid("read", "-", "other.txt", "--jobs", "2", said=LIFE.format("Anna Kowalska"))
    assert done.returncode == 0, done.stderr
    assert "Anna Kowalska" in factoid("show", "Anna Kowalska").stdout
    assert "stdin" in factoid("sources").stdout
