"""Names of persons in a Russian sentence: their words, what part each is, and stems by which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factoid.names import is_given_name
from factoid.reading.grammar.persons import NameMention
from factoid.reading.grammar.words import Sentence, Word
from factoid.reading.russian.lexicon import kin, people, person_nouns, plain, words
from factoid.reading.russian.morphology import Morphology

_INITIAL = re.compile(r"[А-ЯЁ]\.")
_PATRONYMIC = re.compile(
    r".{2,}(?:ович|евич|ьич|ич(?=$))(?:а|у|ем|ом|е)?$|.{2,}(?:овн|евн|ичн|иничн)(?:а|ы|е|у|ой|ою)$",
    re.IGNORECASE,
)
_SHORT_PATRONYMIC = frozenset(["ильич", "лукич", "фомич", "кузьмич", "никитич", "саввич", "фокич"])
_PARTICLES = frozenset(["фон", "де", "ван", "дер", "ла", "дю", "аль", "оглы", "цу", "ди", "д'"])
_ENDINGS = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ого|ой|ей|ая|яя|ую|юю|ый|ий|ым|им|ом|ем|ою|а|я|у|ю|е|ы|и|ь|й|о)$"
)
_FEMALE = re.compile(r"(?:ова|ева|ёва|ина|ына|ская|цкая|ной|овой|евой|иной|ской|цкой|ову|еву|ину|скую|цкую)$")
_MALE = re.compile(r"(?:ов|ев|ин|ын)(?:ым|е)?$|(?:ск|цк)(?:ий|ого|ому|им)$")
_FEMALE_ALONE = re.compile(r"(?:ов|ев|ин|ын)ой$|(?:ск|цк)(?:ая|ую)$")
_OTHER_NAME = frozenset(
    ["фамилия", "псевдоним", "кличка", "прозвище", "имя", "назваться", "назвать", "зваться", "прозвать"]
)
_SURNAME = re.compile(r"(?:ск|цк|ов|ев|ин|ын)(?:ий|ого|ому|им|ом|ая|ой|ую|а|у|ым|е)?$")
_HONOURED = frozenset(
    ["имя", "орден", "премия", "медаль", "площадь", "улица", "завод", "проспект", "время", "эпоха"]
)


@dataclass(frozen=True, slots=True)
class Known:
    """Stems of names that the text gives in full somewhere: alone they are names too."""

    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def has(self, word: Word) -> bool:
        """Whether a word is one of them."""
        return stem_of(word.shown) in self.surnames | self.given


def is_alias(mention: NameMention) -> bool:
    """Whether the words before it say that it is another name: *наст. фамилия Гольдин*, *под именем Лео Вайса*."""
    row = mention.words[0].sentence.words
    words_before = row[max(0, mention.words[0].i - 4) : mention.words[0].i]
    before = [plain(w.lemma) for w in words_before]
    if any(plain(w.text).startswith("урожден") for w in words_before[-2:]):
        return True
    return any(b in _OTHER_NAME for b in before) and not any(b in (";", ".") for b in before[-1:])


def stem_of(word: str) -> str:
    """Return what all forms of a surname share: *Люшков, Люшкова, Люшковым* are *люшков*."""
    lower = plain(word)
    if re.fullmatch(r"[^аеиоуыэюя]+[аеиоуыэюя](?:[йяюе]|ем|ю)", lower):
        return re.sub(r"(?:[йяюе]|ем)$", "", lower)  # Гай, Гая, Гаем
    stem = _ENDINGS.sub("", lower) if len(lower) > 3 else lower
    stem = stem if len(stem) > 1 else lower
    return re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])е(?=ц$)", "", stem)


def names_in(sentence: Sentence, morphology: Morphology, known: Known) -> Iterator[NameMention]:
    """Yield the names of persons in a sentence. ``known``: names of the text."""
    row: list[Word] = []
    for word in [*sentence.words, None]:
        if word is not None and (_may_name(word, sentence) or (row and _joins(word, row))):
            row.append(word)
            continue
        if row:
            yield from _of_row(_trimmed(row, morphology), morphology, known)
        row = []


def _may_name(word: Word, sentence: Sentence) -> bool:
    if _INITIAL.fullmatch(word.shown):
        return True
    if (
        not word.is_name_like
        or word.is_acronym
        or len(word.shown) < 2
        or not re.match(r"[^\W\d_]", word.shown)
    ):
        return False
    if word.shown.isupper() and len(word.shown) > 1:
        return False
    return plain(word.lemma) not in people("not_names") and plain(word.lemma) not in kin()


def _joins(word: Word, row: list[Word]) -> bool:
    """Whether a small word stands within a name: *фон*; a comma after a headword; a title after that comma."""
    after = word.beside(1)
    if word.text.lower() in _PARTICLES:
        return after is not None and after.is_name_like
    is_headword = len(row) == 1 and row[0].i == 0 and word.sentence.is_first
    if word.text == "," and is_headword and after is not None:
        return True
    return (
        len(row) == 2
        and row[1].text == ","
        and plain(word.lemma) in words("ranks")
        and after is not None
        and after.is_name_like
    )


def _trimmed(row: list[Word], morphology: Morphology) -> list[Word]:
    """Leave out what stands in a row of capitals without being a name: the first word of a sentence."""
    while row and (row[-1].text == "," or row[-1].text.lower() in _PARTICLES or not row[-1].is_name_like):
        row = row[:-1]
    while row:
        first = row[0]
        starts = first.i == 0 or (first.beside(-1) is not None and not first.beside(-1).text[-1:].isalnum())  # type: ignore[union-attr]
        if first.entity == "PER" and plain(first.lemma) not in person_nouns():
            break
        kinds = morphology.kinds(first.shown)
        is_common = plain(first.lemma) in person_nouns() or not kinds & {
            "given",
            "patronymic",
            "surname",
            "unknown",
        }
        heads = first.i == 0 and first.sentence.is_first and first.text.isupper()
        if (
            _INITIAL.fullmatch(first.shown)
            or heads
            or not (starts and is_common)
            or _heads_name(row, morphology)
        ):
            break
        row = row[1:]
    return row


def _heads_name(row: list[Word], morphology: Morphology) -> bool:
    """Whether the row is a surname, a given name and a patronymic, whatever else the first may mean."""
    rest = [w for w in row[1:] if w.text != ","]
    return (
        len(rest) == 2
        and "given" in morphology.kinds(rest[0].shown)
        and _is_patronymic(rest[1], morphology)
        and plain(row[0].lemma) not in person_nouns()
    )


def _of_row(row: list[Word], morphology: Morphology, known: Known) -> Iterator[NameMention]:
    """Cut a row of capitals where one name ends, and yield what is a person's."""
    at = 0
    while at < len(row):
        name = _take(row[at:], morphology, known.surnames)
        if name.words and _is_person(name, morphology, known):
            yield name
        at += max(len(name.words), 1)


def _take(row: list[Word], morphology: Morphology, surnames: frozenset[str]) -> NameMention:
    """Take one name from the beginning of a row."""
    name = NameMention([])
    if _heads_name(row, morphology):
        name.words, name.surname = row, row[0]  # Ветлужский, Аркадий Семёнович
        name.given, name.patronymic = (w for w in row[1:] if w.text != ",")
        return name
    if len(row) > 2 and _is_patronymic(row[2], morphology) and not _is_patronymic(row[1], morphology):
        name.surname, name.given, name.patronymic = row[:3]  # Люшков Генрих Самойлович
        name.words = row[:3]
        return name
    for word in row:
        if name.words and {word.entity, name.words[-1].entity} == {"LOC", "PER"}:
            break
        is_small = word.text == "," or word.text.lower() in _PARTICLES or not word.is_name_like
        if not (is_small and name.words) and not _add(word, name, morphology, surnames):
            break
        name.words.append(word)
    while name.words and (name.words[-1].text == "," or name.words[-1].text.lower() in _PARTICLES):
        name.words.pop()
    return name


def _add(word: Word, name: NameMention, morphology: Morphology, surnames: frozenset[str]) -> bool:
    """Take a word into a name as the part that it is; False where the name ends before it."""
    kind = _kind(word, name, morphology)
    if name.surname is None and stem_of(word.shown) in surnames and kind == "given" and not name.words:
        kind = "surname"
    if kind == "surname" and _is_common(word, name, morphology):
        return False
    if kind == "initial":
        name.initials.append(word)
        return name.given is None and len(name.initials) < 3
    if kind == "patronymic" and name.patronymic is None:
        name.patronymic = word
    elif kind == "given" and name.given is None and not name.initials:
        if name.surname is not None and not morphology.may_agree(name.surname.shown, word.shown):
            return False  # дочери Зубашева Ольге
        name.given = word
    elif name.surname is None:
        name.surname = word
    elif name.given is None and not name.initials:
        name.given = word
    else:  # another given name: Пьер Доминик
        return word.entity == "PER" and name.patronymic is None and is_given_name(word.shown)
    return True


def _is_common(word: Word, name: NameMention, morphology: Morphology) -> bool:
    """Whether a word in capitals is a common word that nothing beside it makes a surname: *Красного*."""
    if name.given is not None or name.initials:
        return False
    if (
        word.pos in ("ADJ", "VERB", "DET", "NUM", "ADV")
        and not _SURNAME.search(word.shown)
        and not word.text.isupper()
    ):
        return True
    if word.entity == "PER" or morphology.kinds(word.shown):
        return False
    after = word.beside(1)
    heads = word.i == 0 and word.sentence.is_first and word.text.isupper()
    return not heads and not (
        after is not None and _INITIAL.fullmatch(after.shown) and word.pos != "VERB" and not word.is_short
    )


def _is_patronymic(word: Word, morphology: Morphology) -> bool:
    return bool(_PATRONYMIC.fullmatch(word.shown.lower())) or "patronymic" in morphology.kinds(word.shown)


def _kind(word: Word, name: NameMention, morphology: Morphology) -> str:
    if _INITIAL.fullmatch(word.shown):
        return "initial"
    kinds = morphology.kinds(word.shown)
    lower = word.shown.lower()
    if (_PATRONYMIC.fullmatch(lower) or "patronymic" in kinds or stem_of(lower) in _SHORT_PATRONYMIC) and (
        name.given is not None or "surname" not in kinds
    ):
        return "patronymic"
    if name.given is None and "given" in kinds and "surname" not in kinds:
        return "given"
    if name.given is None and (
        "given" in kinds
        or is_given_name(word.shown)
        or is_given_name(morphology.nominative(word.shown, "given", ""))
    ):
        after = word.beside(1)
        before_surname = after is not None and after.is_name_like and not _INITIAL.fullmatch(after.shown)
        return "given" if before_surname or name.surname is not None or "surname" not in kinds else "surname"
    return "surname"


def _is_person(name: NameMention, morphology: Morphology, known: Known) -> bool:
    before = name.words[0].beside(-1)
    if before is not None and plain(before.lemma) in _HONOURED and len(name.words) == 1:
        return False
    if before is not None and before.shown == "имени":
        return False
    if before is not None and before.pos == "ADP" and _is_plural_alone(name):
        return False
    if name.patronymic is not None or (name.initials and name.surname is not None):
        return True
    entities = {w.entity for w in name.words}
    if name.given is not None and name.surname is not None:
        return "PER" in entities or not entities & {"LOC", "ORG"}
    only = name.surname or name.given
    if only is None or only.is_plural or only.shown.endswith(("ских", "цких", "овых", "евых", "иных")):
        return False
    kinds = morphology.kinds(only.shown)
    if "place" in kinds and "surname" not in kinds and "given" not in kinds and not known.has(only):
        return False
    if known.has(only) and (entities <= {"PER", ""} or only.entity != "LOC"):
        return True
    titled = before is not None and plain(before.lemma) in person_nouns() and before.i == only.i - 1
    return "PER" in entities or (titled and not entities & {"LOC", "ORG"} and only.i > 0)


def _is_plural_alone(name: NameMention) -> bool:
    """Whether a single word is in the plural: *под Барановичами* is a town."""
    return len(name.words) == 1 and name.words[0].shown.endswith(("ами", "ями"))


def sex_of_surname(word: Word) -> str:
    """Return ``m`` or ``f`` where the ending of a surname tells, whatever case it stands in; else nothing."""
    lower = plain(word.shown)
    if word.is_plural or lower.endswith(("их", "ых")):
        return ""
    if _MALE.search(lower):
        return "m"
    return "f" if _FEMALE_ALONE.search(lower) else ""


def nominative_by_ending(surname: str, sex: str) -> str | None:
    """Return a Russian surname in the nominative where its ending tells the case; None where it does not."""
    if re.search(r"(?:ов|ев|ёв|ин|ын)ым$", surname):
        return surname[:-2]
    if re.search(r"(?:ск|цк)(?:ого|ому|им|ом)$", surname):
        return re.sub(r"(?:ого|ому|им|ом)$", "ий", surname)
    if sex == "m" and re.search(r"(?:ов|ев|ёв|ин|ын)[ауе]$", surname):
        return surname[:-1]
    if sex == "f" and re.search(r"(?:ов|ев|ёв|ин|ын)(?:ой|у)$", surname):
        return re.sub(r"(?:ой|у)$", "а", surname)
    if sex == "f" and re.search(r"(?:ск|цк)(?:ой|ую)$", surname):
        return re.sub(r"(?:ой|ую)$", "ая", surname)
    return None


def looks_female(word: Word) -> bool:
    """Whether a surname has an ending that only women's have, in the case in which it stands."""
    return bool(_FEMALE.search(word.shown.lower()))
