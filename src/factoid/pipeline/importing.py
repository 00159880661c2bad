"""Records of other programs into a library: what an importer hands over is kept piece by piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from factoid.errors import LibraryBusy, LibraryFull, NotInLibrary, ReadingError, SourceRemoved, UsageError
from factoid.exchange.importing import (
    Description,
    Disputes,
    Evidence,
    Notes,
    OnePerson,
    Piece,
    find_importer,
)
from factoid.identity import VERSION, link_personas
from factoid.model import Judgement, Location, PersonLink, Verdict, utc_now
from factoid.pipeline.hearing import keep_found
from factoid.store import Library, Outcome, open_library


class Listener(Protocol):
    """Whoever is told how an import goes."""

    def bad(self, line: str) -> None:
        """Take in a line on a record that is left out."""

    def landed(self, name: str, statements: int) -> None:
        """Take in that a source landed."""


@dataclass(slots=True)
class Imported:
    """What became of an import."""

    sources: Counter[str] = field(default_factory=Counter)  #: added, replaced, unchanged, described
    people: int = 0
    statements: int = 0
    judgements: int = 0
    bad: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    problem: str = ""  #: why it ended early, if it did


def import_into(
    library_path: Location, form: str, target: str, listener: Listener, *, pause_seconds: float = 0.0
) -> Imported:
    """Import a file, or what a server has, into the library at a place, which is made if there is none.

    A record that makes no sense is told and left out. Each source lands in one transaction; an import that was
    interrupted goes on where it was. `ImportingError` where nothing can be imported.
    """
    importer = find_importer(form)
    name = f"import {form} {target}"
    with open_library(library_path, create=True) as library:
        mark, _ = library.workings(name).get(name, ("", b""))
        notes = Notes(
            listener.bad,
            mark=mark,
            keep=lambda reached: library.keep_workings({name: (reached, b"")}),
            pause_seconds=pause_seconds,
        )
        taking = _Taking(library, notes, listener)
        try:
            for piece in importer.pieces(target, notes):
                taking.take(piece)
        except LibraryFull as error:
            taking.account.problem = str(error)
        else:
            library.keep_workings({}, gone=[name])
        taking.finish()
        return taking.account


class _Taking:
    """Takes pieces in."""

    def __init__(self, library: Library, notes: Notes, listener: Listener) -> None:
        self._library, self._notes, self._listener = library, notes, listener
        self._was_empty = not library.sources()
        self._links: tuple[PersonLink, ...] = ()
        self._disputes: Disputes | None = None
        self._known = {_key(judgement): judgement.id for judgement in library.judgements(active_only=False)}
        self._numbers: dict[int | None, int | None] = {}  # here, by those that judgements have in the file
        self.account = Imported(lost=notes.lost)

    def take(self, piece: Piece) -> None:
        """Keep one piece; note it where it does not fit."""
        try:
            if isinstance(piece, Evidence):
                self._take_source(piece)
            elif isinstance(piece, Judgement):
                self._judge(piece)
            elif isinstance(piece, Description):
                self._describe(piece)
            elif isinstance(piece, OnePerson):
                self._join(piece)
            elif isinstance(piece, Disputes):
                self._disputes = piece
            else:
                self._links = piece.links
        except (ReadingError, NotInLibrary, SourceRemoved, UsageError, LibraryBusy) as error:
            self._notes.refuse(error)

    def finish(self) -> None:
        """Work out who is who; in a library that was empty it is as the file says."""
        if self._links and self._was_empty and not self.account.problem:
            links = self._links
            self._library.refresh_persons(lambda *_: links, version=VERSION)
            if self._disputes:
                keep_found(self._library, self._disputes.version, self._disputes.found)
        self._library.refresh_persons(link_personas, version=VERSION)
        self.account.bad = self._notes.bad

    def _take_source(self, piece: Evidence) -> None:
        outcome = self._library.add(piece.document, piece.reading)
        self.account.sources[str(outcome)] += 1
        if outcome is not Outcome.UNCHANGED:
            self.account.people += len(piece.reading.personas)
            self.account.statements += len(piece.reading.factoids)
        self._listener.landed(piece.reading.source.name, len(piece.reading.factoids))

    def _judge(self, judgement: Judgement) -> None:
        key = _key(judgement)
        if key not in self._known:
            follows, carried = map(self._numbers.get, (judgement.follows, judgement.carried))
            renumbered = replace(judgement, follows=follows, carried=carried)
            self._known[key] = self._library.take_over(renumbered)
            self.account.judgements += 1
        self._numbers[judgement.id] = self._known[key]

    def _describe(self, piece: Description) -> None:
        names = self._library.describe(piece.called, piece.fields)
        if not names:
            raise NotInLibrary(f"no source is called {' or '.join(map(repr, piece.called))}")
        self.account.sources["described"] += len(names)

    def _join(self, piece: OnePerson) -> None:
        """Judge that personas with one address of the server are one person, as the server has it."""
        made = utc_now()
        for anchors in self._library.sharing_addresses(piece.beginning):
            for left, right in pairwise(anchors):
                judgement = Judgement(
                    verdict=Verdict.SAME, author=piece.author, made=made, left=left, right=right,
                    reason="one person for the server",
                )  # fmt: skip
                self._judge(judgement)


def _key(judgement: Judgement) -> tuple[object, ...]:
    """Return what makes a judgement the same when it comes once more: not its number, nor a server's time."""
    made = "" if judgement.author.startswith("ipif:") else judgement.made
    return (
        judgement.verdict, judgement.author, made, judgement.left, judgement.right, judgement.factoid,
        str(judgement.decision),
    )  # fmt: skip
