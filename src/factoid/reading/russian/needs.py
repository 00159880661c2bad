"""What a frame needs to be there before it states anything."""

from __future__ import annotations

from factoid.reading.russian.clauses import Clause
from factoid.reading.russian.dating import Times
from factoid.reading.russian.frames import Frame
from factoid.reading.russian.lexicon import plain, words
from factoid.reading.russian.meaning import Meant
from factoid.reading.russian.phrases import body_kind, is_place, is_prison, phrase_of, trimmed
from factoid.reading.russian.words import Word

_POSTS = frozenset(["должность", "пост", "обязанность", "место", "кафедра", "дело", "служба", "работа"])


def row_of(head: Word, times: Times) -> list[Word]:
    """Return the words of a noun's phrase."""
    return trimmed(phrase_of(head, times.words)) or [head]


def is_rank_word(word: Word) -> bool:
    """Whether the noun is in the list of ranks."""
    return plain(word.lemma) in words("ranks") or plain(word.lemma).split("-")[0] in words("ranks")


class Needs:
    """Looks whether a clause has what a frame needs."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def fits(
        self, clause: Clause, frame: Frame, base: dict[str, object], where: list[tuple[str, list[Word]]]
    ) -> bool:
        """Whether what the frame needs is there."""
        lemmas = {plain(w.lemma) for w in clause.words}
        match frame.needs:
            case "place":
                return "place" in base
            case "prison":
                return any(is_prison(row) for _, row in where)
            case "prison_or_freedom":
                return bool(lemmas & {"свобода", "воля", "заключение", "тюрьма", "лагерь", "плен"}) or any(
                    is_prison(r) for _, r in where
                )
            case "post":
                return bool(lemmas & _POSTS)
            case "post_or_body":
                return bool(lemmas & _POSTS) or any(body_kind([w]) for w in clause.words)
            case "retirement":
                return bool(lemmas & {"отставка", "пенсия", "запас", "престол"}) or (
                    bool(lemmas & _POSTS) and clause.lemma != "выйти"
                )
            case "award":
                return bool(lemmas & words("awards")) or bool(lemmas & words("award_titles"))
            case "rank":
                return any(is_rank_word(a.word) for a in clause.arguments)
            case "name_object":
                return bool(lemmas & {"фамилия", "имя", "псевдоним", "кличка", "прозвище"})
            case "faith":
                return bool(
                    lemmas
                    & {
                        "православие",
                        "христианство",
                        "католичество",
                        "лютеранство",
                        "ислам",
                        "иудаизм",
                        "протестантизм",
                    }
                )
            case "journey":
                return bool(
                    lemmas
                    & {"путешествие", "поездка", "экспедиция", "плавание", "перелет", "рейс", "паломничество"}
                )
            case "place_object":
                return any(
                    a.marker == "acc" and is_place(row_of(a.word, self.times), a.word)
                    for a in clause.arguments
                )
            case "work_object":
                return self._is_work(clause)
            case "nation":
                return bool(
                    lemmas
                    & (words("nations") | words("nation_adjectives") | {"казак", "крестьянин", "дворянин"})
                )
            case "name_value":
                return any(a.marker in ("ins", "nom") and a.word.is_name_like for a in clause.arguments)
        return True

    def _is_work(self, clause: Clause) -> bool:
        things = [
            a
            for a in clause.arguments
            if a.marker in ("acc", "gen", "nom", "в+loc") and a.word not in self.meant.at
        ]
        if clause.lemma == "сняться":
            return bool(things)
        if clause.lemma in ("сыграть", "исполнить"):
            return any(a.marker in ("acc", "gen") for a in clause.arguments)
        if clause.lemma in (
            "перевести",
            "снять",
            "выпустить",
            "оставить",
            "открыть",
            "составить",
            "поставить",
            "писать",
            "исполнять",
        ):
            return any(
                plain(a.word.lemma) in words("works")
                or "«" in {w.text for w in row_of(a.word, self.times)}
                or (clause.lemma == "открыть" and a.marker == "acc")
                for a in things
            )
        return any(a.marker in ("acc", "gen", "nom") for a in things)
