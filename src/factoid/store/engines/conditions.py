"""Conditions that the two engines word differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    literal,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from factoid.store.engines.columns import ListOfWords, Whole, Words

INDEXED_CHARACTERS = 200  #: of a field, on PostgreSQL: its trees take no long values


class _Occurs(FunctionElement[bool]):
    """Whether the second text stands in the first, letter for letter."""

    type = Boolean()
    inherit_cache = True


@compiles(_Occurs)
def _in_sqlite(element: _Occurs, compiler: SQLCompiler, **options: Any) -> str:
    return f"(instr({compiler.process(element.clauses, **options)}) > 0)"


@compiles(_Occurs, "postgresql")
def _in_postgresql(element: _Occurs, compiler: SQLCompiler, **options: Any) -> str:
    return f"(strpos({compiler.process(element.clauses, **options)}) > 0)"


class _Elements(FunctionElement[str]):
    """The elements of a list, one a row, in a column ``value``."""

    name = "elements"
    type = Words
    inherit_cache = True


@compiles(_Elements)
def _listed_by_sqlite(element: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Elements, "postgresql")
def _listed_by_postgresql(element: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_array_elements_text({compiler.process(element.clauses, **options)})"


def occurs(words: str, column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return that the words stand in the column, letter for letter."""
    return _Occurs(column, literal(words, Words))


def is_in_list(words: ColumnElement[str], column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return that an id is an element of the column's list; ids have no letters that JSON writes otherwise."""
    return _Occurs(cast(column, String), words)


def has_element(column: ColumnElement[Any], wanted: Select[tuple[str]]) -> ColumnElement[bool]:
    """Return that an element of the column's list is one of those wanted."""
    each = _Elements(column).table_valued("value", name="each_of_them")
    return select(each.c.value).where(each.c.value.in_(wanted)).exists()


def is_number_in(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    """Return that the column is one of the numbers, given in one parameter however many they are."""
    each = _elements_of([str(number) for number in numbers])
    return column.in_(select(cast(each.c.value, Whole)))


def is_one_of(
    connection: Connection, column: ColumnElement[Any], values: Sequence[str]
) -> ColumnElement[bool]:
    """Return that an indexed column is one of the values, given in one parameter however many they are."""
    whole = column.in_(select(_elements_of(list(values)).c.value))
    if connection.dialect.name != "postgresql":
        return whole
    beginnings = [value[:INDEXED_CHARACTERS] for value in values]
    return and_(func.left(column, INDEXED_CHARACTERS).in_(select(_elements_of(beginnings).c.value)), whole)


def _elements_of(values: list[str]) -> Any:
    given = bindparam("listed", values, type_=ListOfWords, unique=True)
    return _Elements(given).table_valued("value", name="listed")
