"""The posts of a life as a table, and the kin: what several sources say alike stands in one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from factoid.model import DossierLine, Verdict
from factoid.model.wholeness import Sureness

_POSTS = ("office", "rank", "service")
_KIN = "kinship"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One post, or one relation, and the lines that tell of it."""

    lines: tuple[DossierLine, ...]

    @property
    def first(self) -> DossierLine:
        """The line whose words stand for all."""
        return self.lines[0]

    @property
    def post(self) -> str:
        """The post or rank."""
        factoid = self.first.factoid
        return factoid.role or factoid.value or ""

    @property
    def doubt_of_reading(self) -> Sureness | None:
        """How surely it was read, where no line of it is sure."""
        return (
            None if any(line.doubt_of_reading is None for line in self.lines) else self.first.doubt_of_reading
        )

    @property
    def by_source(self) -> tuple[DossierLine, ...]:
        """One line for each source."""
        return tuple({line.source: line for line in reversed(self.lines)}.values())[::-1]


def career_of(lines: Iterable[DossierLine]) -> tuple[Row, ...]:
    """Return the posts and ranks in the order of the lines."""
    held = [line for line in lines if line.factoid.type in _POSTS and _stands(line)]
    return _rows(held, _post)


def kin_of(lines: Iterable[DossierLine]) -> tuple[Row, ...]:
    """Return the relatives, each once for what they were to the person."""
    held = [line for line in lines if line.factoid.type == _KIN and line.related and _stands(line)]
    return _rows(held, lambda line: (line.factoid.role or "", *sorted(person for person, _ in line.related)))


def _stands(line: DossierLine) -> bool:
    return line.verdict is not Verdict.REJECTED and line.factoid.certainty != "denied"


def _post(line: DossierLine) -> tuple[str, ...]:
    factoid = line.factoid
    said = (factoid.type, factoid.role, factoid.value, factoid.organisation, factoid.place, factoid.date)
    return tuple((words or "").casefold() for words in said)


def _rows(lines: Sequence[DossierLine], key: Callable[[DossierLine], tuple[str, ...]]) -> tuple[Row, ...]:
    found: dict[tuple[str, ...], list[DossierLine]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return tuple(Row(lines=tuple(held)) for held in found.values())
