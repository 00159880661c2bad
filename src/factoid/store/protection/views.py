"""The views that stand in the place of the tables where readers ask: what is hidden is not in them.

Of each table: what joins it, what it is narrowed to, and the columns that are not simply its own. ``{of}`` stands
before the name of a table, ``{nothing}`` for an empty list, ``{name}`` for the table itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import event

from factoid.model import InDatabase
from factoid.store.engines.database import Database
from factoid.store.engines.postgresql import quoted
from factoid.store.schema import tables

_HIDDEN_PERSONAS = "SELECT persona_pk FROM {of}hidden_persona"
_HIDDEN_SOURCES = "SELECT source_pk FROM {of}hidden_source WHERE is_whole"
_OF_SOURCE = f"t.source_pk NOT IN ({_HIDDEN_SOURCES})"
_OF_PERSONA = f"t.persona_pk NOT IN ({_HIDDEN_PERSONAS})"
_UNDER_VEIL = (
    "EXISTS (SELECT 1 FROM {of}veil v WHERE v.source_pk = t.source_pk"
    ' AND v.start < t."end" AND v."end" > t.start)'
)
_ENTITY = (
    f"{_OF_SOURCE} AND NOT EXISTS (SELECT 1 FROM {{of}}veiled_entity e"
    " WHERE e.source_pk = t.source_pk AND e.kind = '{name}' AND e.position = t.position)"
)
_SHOWN_PERSON = (
    f"t.pk IN (SELECT m.person_pk FROM {{of}}person_member m WHERE m.persona_pk NOT IN ({_HIDDEN_PERSONAS}))"
)
_CLEAN_PERSON = (
    f"t.person IN (SELECT q.id FROM {{of}}person q WHERE q.pk IN (SELECT m.person_pk FROM {{of}}person_member m"
    f" WHERE m.persona_pk NOT IN ({_HIDDEN_PERSONAS}))"
    " AND q.pk NOT IN (SELECT person_pk FROM {of}veiled_person))"
)
_JUDGED_UNSEEN = (
    "t.verdict IN ('protected', 'shown') OR t.removal IS NOT NULL"
    f" OR t.left_source IN (SELECT s.id FROM {{of}}source s WHERE s.pk IN ({_HIDDEN_SOURCES}))"
    f" OR t.right_source IN (SELECT s.id FROM {{of}}source s WHERE s.pk IN ({_HIDDEN_SOURCES}))"
    f" OR t.factoid IN (SELECT f.id FROM {{of}}factoid f WHERE f.persona_pk IN ({_HIDDEN_PERSONAS}))"
)
_TOUCHED = (
    "EXISTS (SELECT 1 FROM {of}source s JOIN {of}veil v ON v.source_pk = s.pk WHERE"
    ' (s.id = t.left_source AND v.start < t.left_end AND v."end" > t.left_start)'
    ' OR (s.id = t.right_source AND v.start < t.right_end AND v."end" > t.right_start))'
)


VIEWS: dict[str, tuple[str, str, dict[str, str]]] = {
    "source": (
        "",
        f"t.pk NOT IN ({_HIDDEN_SOURCES})",
        {
            "creator": "CASE WHEN t.pk IN (SELECT source_pk FROM {of}hidden_source WHERE hides_creator)"
            " THEN NULL ELSE t.creator END",
            **{
                name: "CASE WHEN t.pk IN (SELECT source_pk FROM {of}veil) THEN {nothing}"
                + f" ELSE t.{name} END"
                for name in ("notes", "warnings")
            },
            "described": "NULL",
        },
    ),
    "text": (
        "",
        _OF_SOURCE,
        {
            "tail": "CASE WHEN EXISTS (SELECT 1 FROM {of}veil v WHERE v.source_pk = t.source_pk AND"
            " v.\"end\" > t.length - length(t.tail)) THEN '' ELSE t.tail END"
        },
    ),
    "segment": (
        " LEFT JOIN {of}veiled_segment w ON w.segment_pk = t.pk",
        _OF_SOURCE,
        {"before": "coalesce(w.before, t.before)", "words": "coalesce(w.words, t.words)"},
    ),
    "persona": ("", f"t.pk NOT IN ({_HIDDEN_PERSONAS})", {}),
    "persona_form": ("", _OF_PERSONA, {}),
    "mention": ("", _OF_PERSONA, {}),
    "organisation": ("", _ENTITY, {}),
    "place": ("", _ENTITY, {}),
    "time": ("", f"{_OF_SOURCE} AND NOT {_UNDER_VEIL}", {}),
    "finding": ("", f"{_OF_SOURCE} AND NOT {_UNDER_VEIL}", {}),
    "address": (
        "",
        f"{_OF_SOURCE} AND t.key NOT IN (SELECT q.id FROM {{of}}persona q WHERE q.pk IN ({_HIDDEN_PERSONAS}))"
        f" AND t.key NOT IN (SELECT f.id FROM {{of}}factoid f WHERE f.persona_pk IN ({_HIDDEN_PERSONAS}))",
        {},
    ),
    "working": ("", "1 = 0", {}),
    "factoid": (
        " LEFT JOIN {of}veiled_factoid w ON w.factoid_pk = t.pk",
        _OF_PERSONA,
        {
            name: f"CASE WHEN w.factoid_pk IS NULL THEN t.{name} ELSE w.{name} END"
            for name in (
                *("quote", "role", "organisation", "place", "value", "said_by"),
                *("related", "detail"),
            )
        },
    ),
    "judgement": (
        "",
        f"NOT coalesce({_JUDGED_UNSEEN}, 1 = 0)",
        {
            "reason": f"CASE WHEN {_TOUCHED} THEN '' ELSE t.reason END",
            "statement": f"CASE WHEN {_TOUCHED} THEN NULL ELSE t.statement END",
        },
    ),
    "person": (
        " LEFT JOIN {of}veiled_person w ON w.person_pk = t.pk",
        _SHOWN_PERSON,
        {
            name: f"CASE WHEN w.person_pk IS NULL THEN t.{name} ELSE w.{name} END"
            for name in ("name", "sort_key", "search_keys", "names", "sources", "factoids", "born", "died")
        }
        | {"reasons": "CASE WHEN w.person_pk IS NULL THEN t.reasons ELSE {nothing} END"},
    ),
    "person_member": ("", _OF_PERSONA, {}),
    "dispute": ("", _CLEAN_PERSON, {}),
    "deed": ("", "1 = 0", {}),
    "removal": ("", "1 = 0", {}),
    "tenure": ("", _CLEAN_PERSON, {}),
}


def statements_of_views(of: str, nothing: str) -> Iterator[str]:
    """Yield what makes the views; ``of`` stands before the tables' names, ``nothing`` is ``[]``."""
    for name, (joins, condition, columns) in VIEWS.items():
        own = {column.name: quoted(column.name) for column in tables.metadata.tables[name].columns}
        shown = ", ".join(f"{columns.get(column, f't.{word}')} AS {word}" for column, word in own.items())
        table = quoted(name)
        text = f"CREATE TEMP VIEW {table} AS SELECT {shown} FROM {{of}}{table} t{joins} WHERE {condition}"
        yield text.replace("{of}", of).replace("{nothing}", nothing).replace("{name}", name)


def put_views_before(database: Database) -> None:
    """Let every connection of the database meet the views in the place of its tables."""
    location = database.location
    if isinstance(location, InDatabase):
        of = quoted(location.library)
        # A view called text is a type called text: those of the server must come first.
        path = f"SET search_path TO pg_catalog, pg_temp, {of}"
        made = [path, *statements_of_views(f"{of}.", "'[]'::json")]
    else:  # nothing may be written but while the views are made
        made = ["PRAGMA query_only=OFF", *statements_of_views("main.", "'[]'"), "PRAGMA query_only=ON"]

    @event.listens_for(database.engine, "connect")
    def make_views(raw: Any, _: Any) -> None:
        for statement in made:
            raw.execute(statement)
