"""A name as a source writes it, taken apart: what each word is."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.names.fold import fold, fold_word
from factoid.names.given import forms_of, gender_of_given_name
from factoid.names.lexicon import MAX_TITLE_WORDS, generations, particles, title_of, words_of
from factoid.names.model import Culture, Name, NamePart, PartKind
from factoid.names.order import ROMAN, arrange, is_patronymic
from factoid.resources import load

_QUOTED = re.compile(
    r"""["“”„«»]([^"“”„«»]{1,40})["“”„«»]|\(([^()]{1,40})\)|(?<!\w)['‘]([^'’‘]{2,40})['’](?!\w)"""
)
_ORDINAL_WORDS = frozenset(load("dates")["ordinals"])
_DEGREE = re.compile(
    r"(?:(?:of\s+)?(?:the\s+)?(?:\d(?:st|nd|rd|th)?|first|second|third|fourth|I{1,3}|IV)[\s-]+"
    r"(?:rank|class|degree|grade|cl\.)|\d(?:-?(?:го|й|nd|er))?\s+(?:ранга|класса|ranga))(?!\w)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[\s·・•=]+")
_INITIALS_RUN = re.compile(r"(?<=\b\w\.)(?=\w)")


@lru_cache(maxsize=16384)
def parse_name(text: str) -> Name:
    """Return the name in its parts.

    Never fails: what cannot be told is a given name before the last word and a surname there. Titles, ranks
    and offices are recognised by the lexicon, the order of the parts by the culture that the words betray.
    """
    rest = text.strip().strip(",;:")
    rest, asides = _take_asides(rest)
    rest, maiden = _take_after(rest, "maiden", PartKind.MAIDEN)
    rest, alias = _take_after(rest, "also_called", PartKind.NICKNAME)
    rest, peerage = _take_title_behind(rest)
    if (western := _comma_order(rest)) is not None:
        rest = western
    surname_ahead = western is not None
    words = _INITIALS_RUN.sub(" ", _SPACE.sub(" ", rest)).replace(",", " ").split()
    before, words = _take_titles(words)
    words, after = _take_suffixes(words, rules=any(p.kind is PartKind.OFFICE for p in before))
    if any(p.kind is PartKind.REGNAL for p in after):  # rulers go by their given names
        ordered, culture = tuple(NamePart(w, PartKind.GIVEN) for w in words), Culture.MONONYM
    else:
        ordered, culture = arrange(words, surname_is_last=surname_ahead)
    parts = (*before, *ordered, *after, *peerage, *asides, *maiden, *alias)
    return Name(text=text, parts=parts, culture=culture, sex=_sex_of(parts))


def _take_asides(text: str) -> tuple[str, tuple[NamePart, ...]]:
    """Take out nicknames in quotation marks or brackets, and maiden names in brackets."""
    asides = []
    for match in _QUOTED.finditer(text):
        inner = next(group for group in match.groups() if group is not None).strip()
        first, _, rest = inner.partition(" ")
        if fold(first) in words_of("maiden") and rest:
            asides.append(NamePart(rest, PartKind.MAIDEN))
        elif inner and (text[: match.start()].strip() or text[match.end() :].strip()):
            asides.append(NamePart(inner, PartKind.NICKNAME))
    if not asides:
        return text, ()
    return " ".join(_QUOTED.sub(" ", text).split()), tuple(asides)


@lru_cache(maxsize=8)
def _marker(section: str) -> re.Pattern[str]:
    forms = sorted((re.escape(form) for form in words_of(section)), key=len, reverse=True)
    return re.compile(rf"[\s,]+(?:{'|'.join(forms)})\.?\s+(?=\S)", re.IGNORECASE)


def _take_after(text: str, section: str, kind: PartKind) -> tuple[str, tuple[NamePart, ...]]:
    """Take out what follows a marker such as *née* or *alias*."""
    if " " not in text:
        return text, ()
    match = _marker(section).search(text.replace("é", "e").replace("É", "e") if section == "maiden" else text)
    if match is None or not text[: match.start()].strip():
        return text, ()
    return text[: match.start()].rstrip(" ,"), (NamePart(text[match.end() :].strip(" ,.;\"'”“"), kind),)


# , 1st Duke of Wellington · 3rd Baronet · , the second Earl Grey
_ORDINAL = re.compile(
    r",?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th|re|er|e)|first|second|third|fourth|fifth|sixth|seventh|eighth)\s+(?=\S)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+(?:the\s+)?(?=\S)")


def _take_title_behind(text: str) -> tuple[str, tuple[NamePart, ...]]:
    """Take out a title that stands behind the name: *Arthur Wellesley, 1st Duke of Wellington*."""
    for mark, is_numbered in ((_ORDINAL, True), (_COMMA, False)):
        match = mark.search(text)
        if match is None or not text[: match.start()].strip():
            continue
        title = text[match.end() :].strip(" ,.")
        if _is_title_behind(text[: match.start()].split(), title.split(), is_numbered=is_numbered):
            return text[: match.start()], (NamePart(text[match.start() :].strip(" ,."), PartKind.TITLE),)
    return text, ()


def _is_title_behind(name: list[str], title: list[str], *, is_numbered: bool) -> bool:
    """A numbered title, one with its land, or one behind a whole name; but *van Beethoven, Dr Ludwig* is a name."""
    for size in range(min(MAX_TITLE_WORDS, len(title)), 0, -1):
        found = title_of(" ".join(title[:size]))
        if found and found.kind is not PartKind.ADDRESS:
            rest = title[size:]
            has_land = bool(rest) and fold(rest[0]) in _OF_A_LAND
            is_whole = len(name) > 1 and bool(rest) and not forms_of(rest[0])
            return is_numbered or has_land or is_whole
    return False


_OF_A_LAND = frozenset({"of", "de", "von", "di", "du", "zu"})


def _comma_order(text: str) -> str | None:
    """Return *Given Surname* for *Surname, Given*; None where a comma does not mean that."""
    head, comma, tail = text.partition(",")
    if not comma or not head.strip() or not tail.strip():
        return None
    words = tail.replace(",", " ").split()
    if all(
        fold(w) in generations() or fold(w) in words_of("letters_after") or ROMAN.fullmatch(w) for w in words
    ):
        return None
    if title_of(tail) and not forms_of(words[0]):
        return f"{tail.strip()} {head.strip()}"
    suffix = [w for w in words if fold(w) in generations()]
    return " ".join([*(w for w in words if fold(w) not in generations()), head.strip(), *suffix])


def _take_titles(words: list[str]) -> tuple[tuple[NamePart, ...], list[str]]:
    """Take the titles, ranks and offices that stand before the name; at least one word is left."""
    taken: list[NamePart] = []
    if len(words) > 1 and words[0] in {"the", "The"}:
        words = words[1:]
    while len(words) > 1:
        if taken and words[0] == "the" and len(words) > 2:
            words = words[1:]
        for size in range(min(MAX_TITLE_WORDS, len(words) - 1), 0, -1):
            title = title_of(" ".join(words[:size]))
            if title and not (title.is_given_name_too and _is_rather_a_name(words[:size], words[size:])):
                break
        else:
            break
        text, words = " ".join(words[:size]), words[size:]
        if (degree := _DEGREE.match(" ".join(words))) and len(words) > len(degree.group().split()):
            count = len(degree.group().split())
            text, words = f"{text} {' '.join(words[:count])}", words[count:]
        taken.append(NamePart(text, title.kind))
    return tuple(taken), words


def _is_rather_a_name(title: list[str], rest: list[str]) -> bool:
    """*Dean Acheson*, not *Dean Robert* or *Dean Jonathan Swift*: a title stands before a given name."""
    return (
        len(rest) == 1
        and not title[-1].endswith(".")
        and (bool(forms_of(title[-1])) or not forms_of(rest[0]))
    )


def _take_suffixes(words: list[str], *, rules: bool) -> tuple[list[str], tuple[NamePart, ...]]:
    """Take what stands after the name: Jr., VIII, the Great, PhD."""
    taken: list[NamePart] = []
    while len(words) > 1:
        last = words[-1]
        pair = fold(" ".join(words[-2:]))
        if len(words) > 2 and pair in generations():
            taken.insert(0, NamePart(" ".join(words[-2:]), PartKind.GENERATION))
            words = words[:-2]
        elif (
            len(words) > 2
            and words[-2] in {"the", "The", "der", "die", "le", "la", "el", "il"}
            and last[:1].isupper()
            and (words[-2] != "el" or any(form.language == "es" for form in forms_of(words[0])))
        ):
            kind = PartKind.REGNAL if fold(last) in _ORDINAL_WORDS else PartKind.EPITHET
            taken.insert(0, NamePart(" ".join(words[-2:]), kind))
            words = words[:-2]
        elif fold(last) in generations() and fold(last) != "ii":
            taken.insert(0, NamePart(last, PartKind.GENERATION))
            words = words[:-1]
        elif ROMAN.fullmatch(last.rstrip(".,")) and (len(last) + len(words) > 3 or _rules(words, last)):
            kind = PartKind.REGNAL if len(words) == 2 or rules else PartKind.GENERATION
            taken.insert(0, NamePart(last, kind))
            words = words[:-1]
        elif fold_word(last) in words_of("letters_after") and (
            last.isupper() or "." in last or last == "PhD"
        ):
            taken.insert(0, NamePart(last, PartKind.LETTERS))
            words = words[:-1]
        else:
            break
    return words, tuple(taken)


def _rules(words: list[str], number: str) -> bool:
    """*Peter I*, *Charles V*, but not *Malcolm X*."""
    return number in {"I", "V"} and bool(forms_of(words[0]))


def _sex_of(parts: tuple[NamePart, ...]) -> str | None:
    for part in parts:
        title = (
            title_of(part.text) if part.kind in (PartKind.ADDRESS, PartKind.TITLE, PartKind.OFFICE) else None
        )
        if title and title.sex:
            return title.sex
    for part in parts:
        if part.kind is PartKind.PATRONYMIC and (sex := is_patronymic(part.text)):
            return sex
    for part in parts:
        if part.kind is PartKind.GIVEN and (sex := gender_of_given_name(part.text)):
            return sex
        if part.kind is PartKind.DESCENT:
            return "f" if fold(part.text) in {"bint", "binti", "bat", "kyzy", "qizi"} else "m"
    return None


__all__ = ["Culture", "parse_name", "particles"]
