"""Types of columns that hold the same on both engines, and sort the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Dialect, ForeignKey, Integer, String, TypeDecorator
from sqlalchemy.types import TypeEngine

_NUL, _ESCAPE = "\x00", "\x01"


def escaped(words: str) -> str:
    """Return the words without NUL, which PostgreSQL cannot hold. Escaped words sort as the words do."""
    if _NUL in words or _ESCAPE in words:
        return words.replace(_ESCAPE, "\x01\x02").replace(_NUL, "\x01\x01")
    return words


def unescaped(words: str) -> str:
    """Return the words that were escaped."""
    if _ESCAPE in words:
        return words.replace("\x01\x01", _NUL).replace("\x01\x02", _ESCAPE)
    return words


class _Escaped(TypeDecorator[str]):
    """Text with any characters, sorted by code point."""

    impl = String(collation="C")
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        return None if value is None else escaped(value)

    def process_result_value(self, value: str | None, _: Dialect) -> str | None:
        return None if value is None else unescaped(value)


class ListOfWords(TypeDecorator[list[str]]):
    """Words in one parameter, however many they are."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Return them as they stand in columns."""
        is_escaped = dialect.name == "postgresql" and value is not None
        return [escaped(words) for words in value] if is_escaped else value


#: text: SQLite keeps and sorts any text by its bytes; PostgreSQL has to be told to
Words: TypeEngine[str] = String().with_variant(_Escaped(), "postgresql")

#: a whole number of 64 bits
Whole: TypeEngine[int] = Integer().with_variant(BigInteger(), "postgresql")


def source_pk(*, primary: bool = False) -> Column[int]:
    """Return the column of the source to which a row belongs, and with which it goes."""
    return _belonging("source", primary=primary)


def persona_pk(*, primary: bool = False) -> Column[int]:
    """Return the column of the persona to which a row belongs, and with which it goes."""
    return _belonging("persona", primary=primary)


def position() -> Column[int]:
    """Return the column of the place in an order, part of the key."""
    return Column("position", Whole, primary_key=True, nullable=False, autoincrement=False)


def _belonging(whole: str, *, primary: bool) -> Column[int]:
    key = ForeignKey(f"{whole}.pk", ondelete="CASCADE")
    return Column(f"{whole}_pk", Whole, key, primary_key=primary, nullable=False)
