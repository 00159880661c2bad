"""The dates that the statements of a text carry in their own words: what the undated ones beside them lean on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.when.dated import Dated

_LIFE = ("birth", "death", "burial")


class ToldDates:
    """The statements dated by words of their own, in the order of the text, and whose births and deaths they tell."""

    def __init__(self, told: Iterable[tuple[Draft, Dated | None]] = ()) -> None:
        """Sort what is dated by words."""
        sure = [
            (draft.quote.start, draft.person, draft.type, date) for draft, date in told if date is not None
        ]
        ordered = sorted((row for row in sure if row[3].is_told), key=lambda row: row[:3])
        self._at = [row[0] for row in ordered]
        self._rows = [(type_, date) for _, _, type_, date in ordered]
        self._of: dict[str, tuple[list[int], list[tuple[str, Dated]]]] = {}
        self._lives: dict[tuple[str, str], Dated] = {}
        for place, person, type_, date in ordered:
            places, dates = self._of.setdefault(person, ([], []))
            places.append(place)
            dates.append((type_, date))
            if type_ in _LIFE:
                self._lives.setdefault((person, type_), date)

    def life(self, person: str, type_: str) -> Dated | None:
        """Return when the person was born, died, was buried, as far as the text says so anywhere."""
        return self._lives.get((person, type_))

    def around(self, person: str, place: int) -> Iterator[tuple[str, str, Dated]]:
        """Yield the dates of the statements next to a place, of any person and of this one, with their types."""
        at = bisect_left(self._at, place)
        if at:
            yield "said before", *self._rows[at - 1]
        at = bisect_right(self._at, place)
        if at < len(self._at):
            yield "said after", *self._rows[at]
        places, dates = self._of.get(person, ((), ()))
        at = bisect_left(places, place)
        if at:
            yield "own before", *dates[at - 1]
        at = bisect_right(places, place)
        if at < len(places):
            yield "own after", *dates[at]
