"""Judgements: ``factoid same``, ``differ``, ``unsure``, ``accept``, ``reject``, ``undo`` and ``judgements``."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from textwrap import shorten
from types import MappingProxyType
from typing import Annotated

import typer

from factoid.cli.libraries import opened, opened_to_judge
from factoid.cli.options import (
    DEFAULT_LIBRARY,
    AuthorOption,
    Format,
    FormatOption,
    LibraryOption,
    ReasonOption,
)
from factoid.cli.output import print_json, print_rows, shown
from factoid.errors import NotInLibrary, UsageError
from factoid.exchange import json_of_judgement
from factoid.model import Anchor, Dossier, Judgement, Location, PersonaInSource, Verdict, utc_now
from factoid.store import Library, LibraryView

PersonArgument = Annotated[str, typer.Argument(show_default=False, help="A name or an id.")]
FactoidArgument = Annotated[
    str, typer.Argument(metavar="ID", show_default=False, help="The id of a factoid.")
]
COLUMNS = ("number", "verdict", "on", "author", "made", "reason", "withdrawn", "note")
_LONGEST = 80  #: characters of what was judged that are told
_NO_WORDS: Mapping[Anchor | str, str] = MappingProxyType({})
_ORPHANED = "not read any more"
_LEFT_BEHIND = "not so in {}"


def same(
    a: PersonArgument,
    b: PersonArgument,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Judge that two are one person. A person's judgement overrules every rule, until it is withdrawn.

    \b
    Example
      factoid same "Anna Kowalska" "A. Nowak" --reason "married Jan Nowak in 1920"
    """
    _judge_identity(library, a, b, Verdict.SAME, reason, author)


def differ(
    a: PersonArgument,
    b: PersonArgument,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Judge that two are not one person. Give ids, of personas too, where names are not enough.

    \b
    Example
      factoid differ p-0123456789abcdef p-fedcba9876543210 --reason "father and son"
    """
    _judge_identity(library, a, b, Verdict.DIFFERENT, reason, author)


def unsure(
    a: PersonArgument,
    b: PersonArgument,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Judge that nobody can tell whether two are one person: no rule joins them then, and nobody is asked again.

    \b
    Example
      factoid unsure "A. Nowak" "Adam Nowak" --reason "the letter may be by either"
    """
    _judge_identity(library, a, b, Verdict.UNSURE, reason, author)


def accept(
    factoid: FactoidArgument,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Judge that the source does say a factoid.

    \b
    Example
      factoid accept f-0123456789abcdef
    """
    _judge_factoid(library, factoid, Verdict.ACCEPTED, reason, author)


def reject(
    factoid: FactoidArgument,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Judge that the source does not say a factoid, or not so. It stays, marked as rejected.

    \b
    Example
      factoid reject f-0123456789abcdef --reason "it says so of his brother"
    """
    _judge_factoid(library, factoid, Verdict.REJECTED, reason, author)


def undo(
    number: Annotated[
        int | None,
        typer.Argument(metavar="[NUMBER]", show_default=False, help="Of a judgement; else the last."),
    ] = None,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
) -> None:
    """Withdraw a judgement: the last one, or the one of a number. It stays in the list, marked as withdrawn.

    \b
    Examples
      factoid undo
      factoid undo 12
    """
    with opened_to_judge(library) as shelf:
        judged = shelf.judgements(active_only=True)
        standing = [j.id for j in judged if j.id is not None and (j.follows, j.removal) == (None, None)]
        if not standing:
            raise NotInLibrary(f"{library}: there is no judgement to withdraw.")
        withdrawn = shelf.withdraw(number if number is not None else max(standing), at=utc_now())
        on = object_of(withdrawn, shelf.source_names(), words_judged(shelf, [withdrawn]))
    typer.echo(shown(f"withdrawn: {_sentence(withdrawn, on)}"))


def judgements(
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
    orphaned: Annotated[
        bool,
        typer.Option(
            "--orphaned",
            help="Only those on statements that are not read any more, or not in the newer edition.",
        ),
    ] = False,
) -> None:
    """List what was judged, by whom, when and why; withdrawn judgements too.

    \b
    Examples
      factoid judgements --format json
      factoid judgements --orphaned
    """
    with opened(library) as shelf:
        orphans = {judgement.id: _ORPHANED for judgement in shelf.orphaned_judgements()}
        behind = shelf.judgements_left_behind()
        orphans |= {number: _LEFT_BEHIND.format(newer) for number, newer in behind.items()}
        found = [j for j in shelf.judgements(active_only=False) if not orphaned or j.id in orphans]
        out = {removal.number: removal.name for removal in shelf.removals()}
        called = shelf.source_names() | {removal.source: removal.name for removal in shelf.removals()}
        words = {} if form is Format.JSON else words_judged(shelf, found)
    if form is Format.JSON:
        print_json(
            [
                {
                    **json_of_judgement(j),
                    "removal": j.removal,
                    "orphaned": j.id in orphans,
                    "not_in": behind.get(j.id or 0),
                }
                for j in found
            ]
        )
    else:
        print_rows(COLUMNS, [_row(j, called, words, _note(j, out, orphans)) for j in found])


def _note(judgement: Judgement, out: Mapping[int, str], orphans: Mapping[int | None, str]) -> str:
    """Return why a judgement says nothing now, or stands where none was made."""
    if judgement.removal in out:
        name = out[judgement.removal or 0]
        return f"with {name}, which was removed" if judgement.withdrawn else f"in the place of {name}"
    if judgement.id in orphans:
        return orphans[judgement.id]
    return f"carried over from {judgement.carried}" if judgement.carried is not None else ""


def _judge_identity(library: Location, a: str, b: str, verdict: Verdict, reason: str, author: str) -> None:
    with opened_to_judge(library) as shelf:
        left, right = anchor_of(shelf, a), anchor_of(shelf, b)
        if left == right:
            raise UsageError(
                f"{a} and {b} are the same persona. Name two, by their ids: `factoid show --format json` lists "
                "them. Where one persona of a source is two people, correct who is meant, in the browser."
            )
        judgement = Judgement(
            verdict=verdict, author=author_of(author), made=utc_now(), reason=reason, left=left, right=right
        )
        typer.echo(f"judged: {_sentence(shelf.judge(judgement), f'{a} and {b}')}")


def _judge_factoid(library: Location, factoid: str, verdict: Verdict, reason: str, author: str) -> None:
    with opened_to_judge(library) as shelf:
        line = shelf.factoid(factoid)
        judgement = Judgement(
            verdict=verdict, author=author_of(author), made=utc_now(), reason=reason, factoid=line.factoid.id
        )
        typer.echo(f"judged: {_sentence(shelf.judge(judgement), line.factoid.id)}")


def anchor_of(shelf: Library, name: str) -> Anchor:
    """Return the place in a source where the person is first named: it outlives any reading."""
    dossier = shelf.dossier(name)
    anchor = _persona(dossier, name).anchor
    if anchor is None:
        raise NotInLibrary(f"{name}: no words mention this person, so nothing can be judged.")
    return anchor


def _persona(dossier: Dossier, name: str) -> PersonaInSource:
    """Return the persona that the user named by id, or by a form that it uses; else the person's first."""
    for found in dossier.personas:
        if name == found.persona.id:
            return found
    for found in dossier.personas:
        if name.casefold() in {
            found.persona.name.casefold(),
            *(form.casefold() for form in found.persona.forms),
        }:
            return found
    return dossier.personas[0]


def author_of(given: str) -> str:
    """Return who judges: as given, else the login name."""
    if given:
        return given if ":" in given else f"human:{given}"
    try:
        return f"human:{getpass.getuser()}"
    except (KeyError, OSError) as error:
        raise UsageError("Who judges? This machine has no login name: say so with --author NAME.") from error


def _sentence(judgement: Judgement, on: str) -> str:
    return f"{judgement.id} {judgement.verdict} {on} by {judgement.author}"


def words_judged(shelf: LibraryView, judgements: Sequence[Judgement]) -> dict[Anchor | str, str]:
    """Return the words that judgements are about, by factoid and by place, as far as they are in the library."""
    lines = shelf.factoids(j.factoid for j in judgements if j.factoid)
    places = shelf.words_at(a for j in judgements if not j.factoid for a in (j.left, j.right) if a)
    found: list[tuple[Anchor | str, str]] = [(name, line.factoid.quote) for name, line in lines.items()]
    found += places.items()
    return {key: shorten(words, _LONGEST, placeholder="…") for key, words in found}


def object_of(
    judgement: Judgement, called: Mapping[str, str], words: Mapping[Anchor | str, str] = _NO_WORDS
) -> str:
    """Return what was judged; places as the short name of the source, ``called`` so by its id, and the character.

    Before them stand their ``words``, where these are known; behind a factoid its own.
    """
    if judgement.decision:
        return f"{judgement.decision.conflict}: {judgement.decision.verdict}"
    if judgement.factoid:
        said = words.get(judgement.factoid)
        return f"{judgement.factoid} “{said}”" if said else judgement.factoid
    anchors = [a for a in (judgement.left, judgement.right) if a]
    places = {a: f"{called.get(a.source, a.source)}:{a.span.start}" for a in anchors}
    return " and ".join(f"{words[a]} ({places[a]})" if words.get(a) else places[a] for a in anchors)


def _row(
    judgement: Judgement, called: Mapping[str, str], words: Mapping[Anchor | str, str], note: str
) -> tuple[str, ...]:
    return (
        str(judgement.id),
        str(judgement.verdict),
        object_of(judgement, called, words),
        judgement.author,
        judgement.made,
        judgement.reason,
        judgement.withdrawn or "",
        note,
    )
