"""Which pieces of a text are furniture: by their words, their place, and what repeats what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from factoid.model import SegmentKind
from factoid.sources.furniture.lexicon import LONGEST_LINE, mark_of
from factoid.sources.furniture.marks import Mark, Where
from factoid.sources.furniture.mastheads import is_masthead, is_name_of_site
from factoid.sources.plain.lines import ends_sentence, fold
from factoid.sources.plain.pieces import Piece, is_prose

_LONGEST_HEAD = 60  #: pieces; a longer run without prose is a register, not the head of a page
_NEARLY = 95
_NUMBER = re.compile(r"\w*\d\w*")
_LONGEST_TITLE = 220
_LONGEST_DOUBLE = 4000
_LONGEST_OF_PAGE = 100
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MENUS = ("bar", "words of a page")
_LONGEST_CONTENTS = 200  #: pieces


@dataclass(frozen=True, slots=True)
class Judged:
    """What the judgement of furniture found out on the way."""

    title: Piece | None
    marks: tuple[tuple[Piece, Mark], ...]  #: the furniture that tells of the source, with its mark
    head: int  #: how many pieces stand before the first prose
    tail: int  #: where the pieces after the last prose begin


def judge_furniture(content: str, pieces: Sequence[Piece]) -> Judged:
    """Label the furniture among the pieces, and the doubled lines; return what is known of the title."""
    head, tail = _edges(content, pieces)
    marks: dict[int, Mark] = {}
    for i, piece in enumerate(pieces):
        mark = _mark_of(content, piece, at_edge=i < head or i >= tail)
        if mark is None or mark.where is Where.FIRST_LINE or (i == 0 and mark.where is Where.AFTER_TITLE):
            continue
        marks[i] = mark
        if not piece.is_furniture:
            piece.judge(SegmentKind.FURNITURE, f"furniture: {mark.rule}")
    _judge_above_title(content, pieces[:head], marks)
    title = _title(content, pieces[:head])
    _judge_led(content, pieces, marks, tail)
    _judge_leaders(content, pieces)
    if title is not None:
        _judge_repeated_title(content, pieces[:head], marks, title)
    _judge_among_furniture(content, pieces[:head], title)
    _judge_among_furniture(content, pieces[tail:], None)
    _judge_after_interface(content, pieces, marks, tail)
    _judge_comments(content, pieces)
    _find_doubles(content, pieces)
    telling = tuple((pieces[i], m) for i, m in sorted(marks.items()) if m.names and pieces[i].is_furniture)
    return Judged(title, telling, head, tail)


def _judge_above_title(content: str, head: Sequence[Piece], marks: dict[int, Mark]) -> None:
    """Label the rubric and the masthead: lines that are furniture only where another line is the title."""
    for i, piece in enumerate(head):
        others = (other for other in head if other is not piece)
        if not _can_be_title(content, piece) or not any(_can_be_title(content, other) for other in others):
            continue
        words = piece.words(content)
        below = head[i + 1].words(content) if i + 1 < len(head) else ""
        is_first = all(other.is_furniture for other in head[:i])
        mark = mark_of(words) if is_first else None
        if is_masthead(words, below):
            mark = Mark("masthead", Where.EDGES, names="published")
        elif i == 0 and 1 in marks and marks[1].rule in _MENUS and is_name_of_site(words):
            mark = Mark("name of the site", Where.EDGES)
        if mark is not None and mark.where is not Where.AFTER_TITLE and not piece.is_fixed:
            marks[i] = mark
            piece.judge(SegmentKind.FURNITURE, f"furniture: {mark.rule}")


def _mark_of(content: str, piece: Piece, *, at_edge: bool = True) -> Mark | None:
    if piece.end - piece.start > LONGEST_LINE or piece.kind is SegmentKind.TABLE_CELL:
        return None
    return mark_of(piece.words(content), at_edge=at_edge)


def _edges(content: str, pieces: Sequence[Piece]) -> tuple[int, int]:
    """Return how many pieces stand before the first prose, and where those after the last prose begin.

    A text whose first lines hold no prose has no head, one whose last lines hold none no tail: they are a
    register or a poem, and `author` or `home` in them are the text's own words.
    """
    first = next((i for i, p in enumerate(pieces[:_LONGEST_HEAD]) if _is_prose(content, p)), None)
    if first is None:
        return 0, len(pieces)
    backwards = range(len(pieces) - 1, max(first, len(pieces) - _LONGEST_HEAD) - 1, -1)
    last = next((i for i in backwards if _is_prose(content, pieces[i])), None)
    return first, len(pieces) if last is None else last + 1


def _is_prose(content: str, piece: Piece) -> bool:
    words = piece.words(content)
    return (
        not piece.is_furniture
        and is_prose(words)
        and _mark_of(content, piece) is None
        and not is_masthead(words, "")
    )


def _short(content: str, piece: Piece, longest: int = 160) -> bool:
    return piece.end - piece.start <= longest and not ends_sentence(piece.words(content).rstrip("?!"))


def _title(content: str, head: Sequence[Piece]) -> Piece | None:
    """Return the piece of the head that is the title: the one said again above furniture, else the first.

    A line that is said twice with nothing but the prose below it is the caption of a picture.
    """
    able = [p for p in head if _can_be_title(content, p)]
    said = Counter(_said(content, p) for p in head if p.end - p.start <= LONGEST_LINE)
    lowest = max((p.start for p in head if p.is_furniture), default=0)
    for piece in able:
        if piece.start < lowest and said[_said(content, piece)] > 1 and len(fold(piece.words(content))) > 3:
            return piece
    return able[0] if able else None


def _can_be_title(content: str, piece: Piece) -> bool:
    if piece.is_furniture or not _short(content, piece, _LONGEST_TITLE):
        return False
    words = piece.words(content)
    return words[-1] not in ",;:" and (piece.is_lone or len(words.splitlines()) == 1)


def _said(content: str, piece: Piece) -> str:
    """Return the folded words of a line without a label such as `Video:`."""
    words = piece.words(content)
    mark = mark_of(words) if piece.is_furniture else None
    return fold(mark.rest if mark and mark.rest else words)


def _judge_repeated_title(content: str, head: Sequence[Piece], marks: dict[int, Mark], title: Piece) -> None:
    """A title said once is a title; said again at the head of the page, all of it is furniture.

    Where only a line such as `Video:` says it again and it names somebody, the first stays: it may tell of them.
    """
    wanted = fold(title.words(content))
    same = [p for p in head if p is not title and _is_nearly(wanted, _said(content, p))]
    if not same or (all(p.is_furniture for p in same) and _names_somebody(title.words(content))):
        return
    for piece in (title, *same):
        if not piece.is_furniture and not piece.is_fixed:
            piece.judge(SegmentKind.FURNITURE, "furniture: title said again")


def _names_somebody(title: str) -> bool:
    """Say whether two words that stand together begin in upper case."""
    return any(a[0].isupper() and b[0].isupper() for a, b in pairwise(_WORD.findall(title)))


def _is_nearly(one: str, other: str) -> bool:
    """Say whether two folded lines are one, but for a few letters; never when their numbers differ."""
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < 20 or _numbers(one) != _numbers(other):
        return False
    return fuzz.ratio(one, other) >= _NEARLY


def _numbers(words: str) -> list[str]:
    return _NUMBER.findall(words)


def _judge_led(content: str, pieces: Sequence[Piece], marks: dict[int, Mark], tail: int) -> None:
    """Label what a line such as `Contents` or `Read also:` leads: the list after it."""
    for i, mark in marks.items():
        if not mark.leads or not pieces[i].is_furniture:
            continue
        if mark.leads == "contents":
            _judge_contents(content, pieces, i)
        elif i >= tail:
            for piece in pieces[i + 1 :]:
                if _short(content, piece):
                    piece.judge(SegmentKind.FURNITURE, f"furniture: after {mark.rule}")


_LEADERS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$")


def _judge_leaders(content: str, pieces: Sequence[Piece]) -> None:
    """Label the entries of a list of contents that dots lead to their pages: *2. Paul Lind goes to Paris .... 31*."""
    led = [p for p in pieces if _LEADERS.search(content[max(p.start, p.end - _LONGEST_OF_PAGE) : p.end])]
    for piece in led if len(led) > 1 else ():
        if piece.end - piece.start <= _LONGEST_TITLE and not piece.is_fixed:
            piece.judge(SegmentKind.FURNITURE, "furniture: list of contents")


def _judge_contents(content: str, pieces: Sequence[Piece], at: int) -> None:
    """The entries of a list of contents: short lines that come again as headings, or stand in its block."""
    entries = _run_after(content, pieces, at)
    begin = at + 1 + len(entries)
    wanted: dict[str, list[Piece]] = {}
    for piece in entries:
        if not piece.is_furniture:
            wanted.setdefault(_entry(content, piece), []).append(piece)
    found = {
        entry
        for p in pieces[begin:]
        if p.end - p.start <= _LONGEST_TITLE and (entry := _entry(content, p)) in wanted
    }
    numbered = sum(p.words(content)[:1].isdigit() for p in entries)
    for entry, same in wanted.items():
        for piece in same:
            is_listed = piece.block == pieces[at].block or entry in found
            is_numbered = (
                numbered >= 3 and piece.words(content)[:1].isdigit() and piece.block == entries[0].block
            )
            if is_listed or is_numbered:
                piece.judge(SegmentKind.FURNITURE, "furniture: list of contents")


def _run_after(content: str, pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """Return the short lines after a piece, without the heading of the text that follows them."""
    end = at + 1
    while end < min(len(pieces), at + _LONGEST_CONTENTS) and _short(content, pieces[end]):
        end += 1
    run = pieces[at + 1 : end]
    earlier = {_entry(content, p) for p in run[:-1]}
    return run[:-1] if run and _entry(content, run[-1]) in earlier else run


def _entry(content: str, piece: Piece) -> str:
    """Return the folded words of an entry without the numbers of its section or page."""
    folded = fold(piece.words(content))
    return folded.strip("0123456789 ") or folded


def _judge_among_furniture(content: str, edge: Sequence[Piece], title: Piece | None) -> None:
    """A few words without a stop between two lines of furniture in one block are furniture too."""
    for before, piece, after in zip(edge, edge[1:], edge[2:], strict=False):
        if (
            piece is title
            or piece.is_furniture
            or piece.is_fixed
            or not before.block == piece.block == after.block
        ):
            continue
        words = piece.words(content)
        if (
            before.is_furniture
            and after.is_furniture
            and len(words.split()) <= 4
            and _short(content, piece, 40)
        ):
            piece.judge(SegmentKind.FURNITURE, "furniture: among furniture")


def _judge_after_interface(content: str, pieces: Sequence[Piece], marks: dict[int, Mark], tail: int) -> None:
    """After the prose and after a share bar or the like, short lines without a stop belong to the page."""
    begun = False
    for i, piece in enumerate(pieces[tail:], start=tail):
        begun = begun or (i in marks and marks[i].is_interface)
        if (
            begun
            and not piece.is_furniture
            and not piece.is_fixed
            and _short(content, piece, _LONGEST_OF_PAGE)
        ):
            piece.judge(SegmentKind.FURNITURE, "furniture: after the page's own words")


_COMMENTS = re.compile(r"\b(?:comment|комент|коммент|kommentar|comentari|comentári|komentar)")
_COMMENT = re.compile(r"[^\W_][\w .@'-]{0,30}:\s")  #: what a reader wrote, behind the name he goes by


def _judge_comments(content: str, pieces: Sequence[Piece]) -> None:
    """Label what readers wrote below a text: lines behind *Comments*, each behind a name and a colon, to the end."""
    for i, piece in enumerate(pieces):
        mark = _mark_of(content, piece)
        if mark is None or mark.rule != "talk" or not _COMMENTS.search(fold(piece.words(content))):
            continue
        below = [p for p in pieces[i + 1 :] if not p.is_furniture]
        if below and not any(p.is_fixed for p in below) and all(_is_comment(content, p) for p in below):
            for comment in (piece, *below):
                comment.judge(SegmentKind.FURNITURE, "furniture: comments")
            return


def _is_comment(content: str, piece: Piece) -> bool:
    return piece.end - piece.start <= LONGEST_LINE and _COMMENT.match(piece.words(content)) is not None


def _find_doubles(content: str, pieces: Sequence[Piece]) -> None:
    """Say of each line that repeats the one before it where the first stands; a doubled line is a caption."""
    first: Piece | None = None
    for piece in pieces:
        if piece.is_furniture or piece.kind is SegmentKind.TABLE_CELL:
            first = None
        elif first is not None and _says_again(content, first, piece):
            piece.repeats = first.start
            if piece.end - piece.start <= LONGEST_LINE and not piece.is_fixed:
                first.judge(SegmentKind.CAPTION, "said twice")
                piece.judge(SegmentKind.CAPTION, "says the caption again")
        else:
            first = piece


def _says_again(content: str, first: Piece, piece: Piece) -> bool:
    size, other = first.end - first.start, piece.end - piece.start
    if max(size, other) > _LONGEST_DOUBLE or abs(size - other) > 8:
        return False
    if ends_sentence(first.words(content)) and first.words(content) != piece.words(content):
        return False  # "No." and "No?" are two speakers
    said = fold(first.words(content))
    return bool(said) and said == fold(piece.words(content))  # a letter's difference may be another person
