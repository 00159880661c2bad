"""Words as printers set them: letter-spaced names, initials of several lines, numbers of notes beside a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from statistics import median

from factoid.sources.printed.boxes import Word
from factoid.sources.printed.letters import MARKS, is_set_high

_FEWEST_LETTERS = 4  #: that stand alone, for words set wide
_WIDEST = 0.7  #: of the height of letters: a gap between two letters of one word
_NEXT_WORD = 1.5  #: times the usual gap between letters, between words
_INITIAL = 1.6  #: of the usual letters, at least: an initial
_BESIDE = 1.5  #: likewise; how far from it the line begins
_SOLITARY = frozenset("AIOYÀÉÓЯИВКОУСАÜ")  #: letters that are a word


def set_right(words: Sequence[Word], body: float, known: Mapping[str, int]) -> list[Word]:
    """Return the words of a page as they are read.

    ``body`` is the usual height of letters, ``known`` how often the document has each word.
    """
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    whole = [word for line in lines for word in _with_notes(_closed_up(line))]
    for initial in [word for word in whole if _is_initial(word, body)]:
        _lead_in(whole, initial, body, known)
    return whole


def _closed_up(line: list[Word]) -> list[Word]:
    """Join the letters of words set wide: *K a r l  W e i s s*."""
    out: list[Word] = []
    for wide, run in groupby(_stretches(line), key=lambda stretch: stretch[0]):
        for _, letters in run:
            out += _joined(letters) if wide else letters
    return out


def _stretches(line: list[Word]) -> Iterator[tuple[bool, list[Word]]]:
    """Yield runs of words, and whether they are letters that stand alone, close together."""
    run: list[Word] = []
    for word in line:
        if not _is_letter(word) or (run and not _is_near(run[-1], word)):
            yield _is_wide(run), run
            run = []
        if _is_letter(word):
            run.append(word)
        else:
            yield False, [word]
    yield _is_wide(run), run


def _is_letter(word: Word) -> bool:
    """Say whether a word is a letter, or what stands behind the last one of a word."""
    bare = word.text.strip(",.;:!?()[]“”„«»\"'’-")
    return len(bare) == 1 and bare.isalpha() if bare else len(word.text) == 1


def _is_near(before: Word, word: Word) -> bool:
    return word.left - before.right <= _WIDEST * max(word.size, before.size)


def _is_wide(run: Sequence[Word]) -> bool:
    return sum(word.text[0].isalpha() for word in run) >= _FEWEST_LETTERS


def _joined(letters: Sequence[Word]) -> list[Word]:
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = median(gaps)
    words = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > _NEXT_WORD * max(usual, 0.05 * letter.size) and letter.text[0].isalnum():
            words.append([])
        words[-1].append(letter)
    return [
        run[0]._replace(
            text="".join(letter.text for letter in run),
            right=run[-1].right,
            bottom=min(letter.bottom for letter in run),
            top=max(letter.top for letter in run),
        )
        for run in words
    ]


def _with_notes(line: Sequence[Word]) -> Iterator[Word]:
    """Put the number of a note, set high, to the word that it stands behind; at the head of a line in brackets."""
    waiting: Word | None = None
    for at, word in enumerate(line):
        beside = waiting or (line[at + 1] if at + 1 < len(line) else None)
        if (
            beside
            and MARKS.issuperset(word.text)
            and is_set_high(word.bottom, word.top, beside.bottom, beside.size)
        ):
            mark = f"[{word.text}]"
            if waiting:
                waiting = waiting._replace(text=waiting.text + mark, right=word.right)
            else:
                yield word._replace(text=mark, bottom=beside.bottom, top=beside.top)
            continue
        if waiting:
            yield waiting
        waiting = word
    if waiting:
        yield waiting


def _is_initial(word: Word, body: float) -> bool:
    letters = word.text.strip("“”„«»\"'‘’")
    return len(letters) == 1 and letters.isupper() and word.size >= _INITIAL * body


def _lead_in(words: list[Word], initial: Word, body: float, known: Mapping[str, int]) -> None:
    """Put an initial to the first word of the lines beside it, which begin where it does."""
    first_of_line = {word.line: n for n, word in reversed(list(enumerate(words))) if word is not initial}
    beside = [
        n
        for n in first_of_line.values()
        if words[n].size < initial.size / 1.3
        and initial.bottom <= (words[n].bottom + words[n].top) / 2 <= initial.top
        and -0.3 * body <= words[n].left - initial.right <= _BESIDE * body
    ]
    if not beside:
        return
    first = max(beside, key=lambda n: words[n].top)
    space = " " * _is_word(initial.text, words[first].text, known)
    words[first] = words[first]._replace(text=initial.text + space + words[first].text)
    for n in beside:
        words[n] = words[n]._replace(left=initial.left)
    words.remove(initial)


def _is_word(letter: str, after: str, known: Mapping[str, int]) -> bool:
    """Say whether an initial is a word of its own: *I was*, not *I n*."""
    bare = after.strip(".,;:!?").casefold()
    whole = letter[-1].casefold() + bare
    return letter[-1] in _SOLITARY and known.get(whole, 0) == 0 and known.get(bare, 0) > 1


def words_known(pages: Sequence[Sequence[Word]]) -> Counter[str]:
    """Return how often the document has each word."""
    return Counter(word.text.strip(".,;:!?").casefold() for words in pages for word in words)
