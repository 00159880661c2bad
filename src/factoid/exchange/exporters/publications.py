"""One text for people: Markdown, and a page of HTML that needs nothing else."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.telling import (
    INFERENCES,
    SPANS,
    count_of_line,
    doubts_of,
    every_life,
    label_of,
    sentence_of,
)
from factoid.model import Dossier, DossierLine

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "li{margin:.4rem 0}q{color:#555}small{color:#777}h2{border-bottom:1px solid #ccc}"
    "@media(prefers-color-scheme:dark){body{background:#161616;color:#ddd}q,small{color:#aaa}}"
)


class MarkdownExporter:
    """Every dossier as a chapter, each statement with its quote and source."""

    name = "markdown"
    suffix = ".md"
    about = "dossiers to read and edit, each statement with its quote and source"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write a chapter for each person."""
        lost: Counter[str] = Counter()
        out.write(b"# Dossiers\n")
        for dossier, lines in every_life(shelf, lost):
            out.write(_encoded(f"\n## {_plain(dossier.summary.name)}\n\n{_plain(_also(dossier))}\n\n"))
            for line in lines:
                count_of_line(line, lost, SPANS, INFERENCES)
                out.write(_encoded(_item(line)))
        return with_left_behind(shelf, lost)


class HtmlExporter:
    """The same as one page of HTML: no script, no address outside it."""

    name = "html"
    suffix = ".html"
    about = "one page to publish, complete in itself"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write a section for each person."""
        lost: Counter[str] = Counter()
        out.write(
            _encoded(
                '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
                '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
                f"<title>Dossiers</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Dossiers</h1>\n"
            )
        )
        for dossier, lines in every_life(shelf, lost):
            summary = dossier.summary
            out.write(
                _encoded(f'<section id="{html.escape(summary.id)}">\n<h2>{html.escape(summary.name)}</h2>\n')
            )
            out.write(_encoded(f"<p>{html.escape(_also(dossier))}</p>\n<ol>\n"))
            for line in lines:
                count_of_line(line, lost, SPANS, INFERENCES)
                out.write(_encoded(_list_item(line)))
            out.write(b"</ol>\n</section>\n")
        out.write(b"</body>\n</html>\n")
        return with_left_behind(shelf, lost)


def _also(dossier: Dossier) -> str:
    others = [name for name in dossier.summary.names if name != dossier.summary.name]
    called = f"Also {', '.join(others)}. " if others else ""
    return f"{called}Sources: {', '.join(dossier.summary.sources)}."


def _item(line: DossierLine) -> str:
    date, doubts = line.factoid.date, _doubts(line)
    said = f"**{_plain(label_of(line))}** {_plain(sentence_of(line))}".strip()
    head = f"- {f'{_plain(date)}: ' if date else ''}{said}{f' *({_plain(doubts)})*' if doubts else ''}  \n"
    return f"{head}  “{_plain(_one_line(line.factoid.quote))}” ({_plain(line.source)})\n"


def _doubts(line: DossierLine) -> str:
    """Return how the source commits itself, and how surely it was read where that is less than sure."""
    return "; ".join(filter(None, (doubts_of(line), line.doubt_of_reading)))


def _list_item(line: DossierLine) -> str:
    date, doubts = line.factoid.date, _doubts(line)
    when = f"<time>{html.escape(date)}</time>: " if date else ""
    doubt = f" <em>({html.escape(doubts)})</em>" if doubts else ""
    said = f"<strong>{html.escape(label_of(line))}</strong> {html.escape(sentence_of(line))}"
    quote = html.escape(_one_line(line.factoid.quote))
    return f"<li>{when}{said}{doubt}<br><q>{quote}</q> <small>{html.escape(line.source)}</small></li>\n"


def _plain(text: str) -> str:
    """Disarm what Markdown would take for markup, HTML too."""
    return _SPECIAL.sub(r"\\\1", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="backslashreplace")
