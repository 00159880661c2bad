"""What a persona is called: the fullest name that the text gives, or whose wife she is; and all the forms."""

from __future__ import annotations

import re

from factoid.model import MentionForm, Span
from factoid.names import Culture, Name, PartKind, gender_of_given_name, is_given_name
from factoid.reading.lexicons import around_names, kin_terms
from factoid.reading.parse import span_of
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.fitting import name_of, patronymic_only
from factoid.reading.people.scene import MASCULINE

_MANY_TIMES = 3  #: how much oftener a single name is used than the whole one that it keeps out


def called(figure: Figure) -> str:
    """Return the fullest name, or what an unnamed person is called: ``second wife of Paul Reed``."""
    if name := fullest_name(figure):
        return name
    if figure.kin_of is not None and figure.kin_of.is_named:
        return f"{figure.kin_words} of {_short(fullest_name(figure.kin_of))}"
    return figure.label


def _short(name: str) -> str:
    """Return a name without its patronymic, nickname and title; a middle name may be what one is called by."""
    parsed = name_of(name)
    if parsed.given and parsed.surname and (parsed.titles or '"' in name):
        return " ".join((*parsed.given, parsed.surname))
    is_plain = parsed.culture is Culture.SLAVIC and parsed.given and parsed.patronymic and parsed.surname
    is_first = is_plain and not name.startswith(parsed.surname)
    return f"{parsed.given[0]} {parsed.surname}" if is_first else name


def fullest_name(figure: Figure) -> str:
    """Return the fullest form of the name that the text gives, without titles unless it has no other."""
    if not figure.names:
        return ""
    best = _name_in_use(figure)
    bare = _surname_last(best)
    if len(bare.split()) == 1 and (byname := _byname(figure, bare)):
        return byname
    if joined := _joined(figure):
        return joined
    is_torn = (bare not in best.text and '"' in best.text) or bare[:1].islower()
    is_only_titled = all(n.text != bare for n in figure.names) and not _is_kin_titled(best.text)
    is_part_of_name = len(bare.split()) == 1 or best.text.startswith(
        ("Sir ", "Dr. ", "Dr ", "Lady ", "Lord ")
    )
    is_part_of_name = is_part_of_name or _is_husbands(best)
    return best.text if is_torn or (is_only_titled and is_part_of_name) else bare


def _name_in_use(figure: Figure) -> Name:
    """Return the fullest name, but one told as a further one, *born Ann Lee*, only if the text uses it more.

    A single name gives way to a whole one unless the text hardly uses that: *Pelé, born Edson Nascimento*.
    """
    told = [n for n in figure.names if n.text in figure.also_called]
    others = [n for n in figure.names if n.text not in figure.also_called]
    if not told or not others:
        return _fullest(figure.names, figure)
    further, own = _fullest(told, figure), _fullest(others, figure)
    if _is_single(further) == _is_single(own):
        return further if _uses(figure, further, own) > _uses(figure, own, further) else own
    is_hardly_used = _uses(figure, own, further) > _MANY_TIMES * _uses(figure, further, own)
    return own if _is_single(further) or is_hardly_used else further


def _fullest(names: list[Name], figure: Figure) -> Name:
    """Return the name with most parts, rather not a title with a name in it or a first name with a patronymic."""
    return max(
        [n for n in names if not patronymic_only(n)] or names,
        key=lambda n: (
            not _is_title_with(n.bare, figure),
            len(n.bare.split()),
            bool(n.given and n.surname),
            len(n.bare),
        ),
    )


def _is_single(name: Name) -> bool:
    return len(name.bare.split()) == 1


def _uses(figure: Figure, name: Name, rival: Name) -> int:
    """Return how often the text calls a person by words of the name and by none of its rival."""
    words, others = ({w.lower() for w in n.bare.split()} for n in (name, rival))
    marks = ({t.lower_ for t in m.words} for m in figure.marks if m.form is MentionForm.NAME)
    return sum(bool(used & (words - others)) and not used & (others - words) for used in marks)


def _is_husbands(name: Name) -> bool:
    """Whether a wife is called by her husband's whole name: *Mrs. Paul Rees*, *Mrs. J. Dwyer*."""
    first = name.given[0] if name.given else ""
    is_his = gender_of_given_name(first) == "m" or len(first.strip(".")) == 1
    return bool(first) and is_his and name.text.startswith(("Mrs", "Mme", "Madame ", "Frau "))


def _is_title_with(name: str, figure: Figure) -> bool:
    """Whether it is a title of a work with a name of theirs at its end: *Leben des Generals Karl Lind*."""
    ends = (n.bare for n in figure.names if len(n.bare.split()) > 1 and name.endswith(f" {n.bare}"))
    before = (name.removesuffix(end).split() for end in ends)
    return any(any(w[:1].islower() for w in words) and not is_given_name(words[0]) for words in before)


def _joined(figure: Figure) -> str:
    """Return given name and surname where the text gives them only apart: *Nikolai Ivanovich*, *Pirogov*."""
    names = [name.bare.split() for name in figure.names if name.bare]
    if not names or any(len(n) > 1 and not patronymic_only(name_of(" ".join(n))) for n in names):
        return ""
    given = max((n for n in names if is_given_name(n[0])), key=len, default=[])
    surname = next((n[0] for n in names if len(n) == 1 and not is_given_name(n[0])), "")
    return " ".join([*given, surname]) if given and surname else ""


def _byname(figure: Figure, bare: str) -> str:
    """Return the name with where its bearer is from, if the text tells: ``Odo of Bayeux``, ``Ines of the Cross``."""
    for mark in figure.marks:
        words = " ".join(mark.wide.text.split()) if mark.wide is not None else ""
        before, name, land = words.partition(f"{bare} of ")
        title = before.split()[-1].lower() if before.split() else ""
        is_in_religion = title in around_names("monastic") - {"father"} and is_given_name(bare)
        if land and (not before or is_in_religion):
            return name + land
    return ""


def _surname_last(name: Name) -> str:
    """Return the bare name; a headword that puts the surname first is turned round: ``Redens Stanislav``."""
    parts = [
        p
        for p in name.parts
        if p.kind in (PartKind.GIVEN, PartKind.PATRONYMIC, PartKind.PARTICLE, PartKind.SURNAME)
    ]
    is_turned = (
        len(parts) > 1
        and parts[0].kind is PartKind.SURNAME
        and name.culture in (Culture.SLAVIC, Culture.WESTERN)
    )
    if not is_turned or not name.given or _is_cut_short(name):
        return name.bare
    return " ".join(p for p in (*name.given, name.patronymic, name.surname) if p)


def _is_cut_short(name: Name) -> bool:
    """Whether the surname is rather what is left to a letter: *Joseph S.*, but not *Orlov B.*."""
    are_initials = all(len(given.strip(".")) == 1 for given in name.given)
    return are_initials and "," not in name.text and is_given_name(name.bare.split()[0])


def _without_rank(words: str) -> str:
    """Return the name within *General Malin*, *Dr. Lind*, *King Oleg*; nothing for *Mr. Malin*, *Count Malin*."""
    name = name_of(words)
    has_rank = name.of(PartKind.RANK, PartKind.OFFICE) or (name.titles and len(name.bare.split()) > 1)
    has_rank = has_rank or _is_kin_titled(words) or _is_learned(name)
    is_last = bool(name.bare) and words.endswith(name.bare)
    is_short = is_last and name.bare != words and name.bare.lower() not in MASCULINE  # the emperor He
    return name.bare if has_rank and is_short and not name.of(PartKind.ADDRESS) else ""


def _is_learned(name: Name) -> bool:
    """Whether the title before the name is one that is earned, not borne with it: *Dr. Lind*; not *Baron Lind*."""
    borne = around_names("lords") | {"lord", "lady", "prince", "princess"}
    titles = {title.casefold().strip(".") for title in name.of(PartKind.TITLE)}
    return bool(titles) and titles.isdisjoint(borne) and not name.regnal and not name.suffix


def _is_kin_titled(words: str) -> bool:
    """Whether a name stands behind a word for kin, or a monk's title: *Father Ignat*, *Uncle Nils*."""
    return words.split()[0].lower() in kin_terms() and " " in words


_OWN_SCRIPT = re.compile(
    r"[ \t]*[(\[]?(?:[^\W\d_]+(?: [^\W\d_]+)?:)?[ \t]*"
    r"(?P<name>[\u0370-\u05ff\u0620-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"[\u0370-\u06ff\u0900-\u0e7f\u10a0-\u10ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af .-]*)"
)  # Greek to Arabic, the scripts of India, Thai, Georgian, Japanese, Chinese, Korean


def in_own_script(marks: list[Mark], content: str) -> list[Span]:
    """Return where a name stands in the script of its bearer's country: *Boris Orlov (Russian: Борис Орлов)*."""
    found = []
    for mark in marks:
        match = _OWN_SCRIPT.match(content, mark.span.end) if mark.form is MentionForm.NAME else None
        if match is not None:
            start = match.start("name")
            found.append(Span(start, start + len(match["name"].rstrip(" .-"))))
    return found


def forms_of(marks: list[Mark], content: str) -> tuple[str, ...]:
    """Return the distinct forms but pronouns, proper ones first."""
    proper: dict[str, None] = {}
    nominal: dict[str, None] = {}
    for mark in marks:
        words = " ".join(mark.span.of(content).split())
        if mark.form is MentionForm.NAME:
            proper.setdefault(words)
            if bare := _without_rank(words):
                proper.setdefault(bare)
        if not mark.is_form:
            continue
        if mark.wide is not None:
            nominal.setdefault(" ".join(span_of(mark.wide).of(content).split()))
        elif mark.form is MentionForm.NOMINAL:
            nominal.setdefault(words)
        if mark.with_name is not None:
            nominal.setdefault(" ".join(span_of(mark.with_name).of(content).split()))
    proper.update(dict.fromkeys(span.of(content) for span in in_own_script(marks, content)))
    return (*proper, *(form for form in nominal if form not in proper))
