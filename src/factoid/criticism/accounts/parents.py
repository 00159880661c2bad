"""What a source tells of somebody's father or mother in passing: *the son of a poor tailor*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.criticism.accounts.families import Family
from factoid.criticism.accounts.lexicon import trades_in
from factoid.model import DossierLine, Factoid
from factoid.names import gender_of_given_name, parse_name

_NO_PARENT = re.compile(r"\b(?:foster|step|adopt|god|grand|in-law)", re.I)


def is_other_parent(family: Family, line: DossierLine, related: tuple[tuple[str, str], ...]) -> bool:
    """Say whether the parent of an account of a father may be a mother, or no parent by birth."""
    if family.name not in ("father", "mother"):
        return False
    if _NO_PARENT.search(line.factoid.quote):
        return True
    if family.name == "mother" or line.factoid.role == "father":
        return False
    return any(name[:1].isupper() and _gender(name) != "m" for _, name in related)


def _gender(name: str) -> str | None:
    given = parse_name(name).given[:1]
    return gender_of_given_name(given[0]) if given else None


_NAME = r"(?:[A-Z][\w'’.-]*\s+)*[A-Z][\w'’-]*"
_WORDS = r"((?:[\w'’-]+\s?){1,4})"
_PARENT_TRADE = re.compile(
    rf"\b(?:(?i:son|daughter|child|family|s\.|dau\.) of|(?i:father)(?:\s{_NAME})?(?:,| was| had been| worked as)+)"
    rf"(?:\s{_NAME},)?\s(?:(?i:an?|the) )?{_WORDS}"
    rf"|\b([\w-]+)['’]s (?:family|son|daughter)\b"
)
_PARENT_TRADE_RUSSIAN = re.compile(
    r"\b(?:семь[еию]|сын(?:ом)?|доч(?:ь|ерью)|отец(?: [А-ЯЁ]\w+)*(?: был[аи]?| —|,)?) ((?:[а-яё-]+\s?){1,3})",
    re.I,
)
_PARENTS = frozenset({"father", "parent"})
_OF_HIMSELF = frozenset(
    {"birth", "occupation", "rank", "ethnicity", "membership", "office", "residence", "education"}
)


def parent_trade_in(factoid: Factoid) -> str | None:
    """Return what a statement tells of a parent's trade (*the son of a poor tailor*)."""
    is_of_parent = factoid.type == "kinship" and factoid.role in _PARENTS
    if factoid.type not in _OF_HIMSELF and not is_of_parent:
        return None
    return next(_trades(factoid.quote), None)


def _trades(quote: str) -> Iterator[str]:
    told = [found.group(1) or found.group(2) for found in _PARENT_TRADE.finditer(quote)]
    told += [found.group(1) for found in _PARENT_TRADE_RUSSIAN.finditer(quote)]
    for words in map(str.split, told):
        for last in range(1, len(words) + 1):
            if trades_in(words[last - 1]):
                yield " ".join(words[:last])
                break
