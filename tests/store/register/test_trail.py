from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.register.team import Time, register_in

from factoid.errors import UsageError
from factoid.model.access import Role
from factoid.store.register import Register
from factoid.store.register.acting import acting_as
from factoid.store.register.trail import Deed

PASSWORD = "a long enough pass phrase"
COLUMNS = ("at", "actor", "action", "library", "subject", "detail", "previous", "hash")


def tampered(path: Path, *statements: tuple[str, tuple[Any, ...]]) -> None:
    """Change the file as somebody would who owns it: without the triggers."""
    with closing(sqlite3.connect(path)) as raw:
        for name in ("audit_no_update", "audit_no_delete"):
            raw.execute(f"DROP TRIGGER IF EXISTS {name}")
        for words, values in statements:
            raw.execute(words, values)
        raw.commit()


def test_times_grow_with_numbers_and_what_was_done_before_says_when(register: Register) -> None:
    early = "2001-02-03T04:05:06+00:00"
    register.trail.note(Deed(actor="human:ab", action="did one"))
    register.trail.note(Deed(actor="human:ab", action="did another", at=early, key="k1"))
    one, another = register.trail.entries()[-2:]
    assert one.at <= another.at
    assert (one.done, another.done) == (one.at, early)
    assert "done" not in one.detail
    assert register.trail.verify().holds


def test_every_change_of_a_register_is_noted_with_who_made_it(register: Register) -> None:
    with acting_as("human:anna"):
        register.accounts.add("boris", PASSWORD)
    register.members.set_role("boris", "lives", Role.EDITOR)
    register.members.set_role("boris", "lives", Role.READER)
    secret = register.sessions.begin(register.accounts.named("boris").pk)
    register.sessions.end(secret)
    register.tokens.make("script", "lives", Role.READER, of="boris")
    register.accounts.set_password("boris", PASSWORD + "!")
    register.members.remove("boris", "lives", is_last_admin_kept=False)
    found = [(e.actor.partition(":")[0], e.action, e.library, e.subject) for e in register.trail.entries()]
    assert found == [
        ("human", "account made", None, "boris"),
        ("local", "member added", "lives", "boris"),
        ("local", "role changed", "lives", "boris"),
        ("local", "logged in", None, "boris"),
        ("local", "session ended", None, None),
        ("local", "token made", "lives", "boris"),
        ("local", "account changed", None, "boris"),
        ("local", "member removed", "lives", "boris"),
    ]
    told = repr([e.detail for e in register.trail.entries()])
    assert secret not in told
    assert "argon2" not in told
    assert "example.org" not in told
    assert register.trail.verify().holds


def test_what_fails_is_not_noted(register: Register) -> None:
    register.accounts.add("boris", PASSWORD)
    with pytest.raises(UsageError):
        register.accounts.add("boris", PASSWORD)
    assert len(register.trail.entries()) == 1


def test_what_is_brought_twice_is_noted_once(register: Register) -> None:
    deed = Deed(actor="human:ab", action="judged", library="lives", key="k1")
    register.trail.note(deed, deed)
    register.trail.note(deed)
    assert len(register.trail.entries()) == 1


@pytest.mark.parametrize("change", ["UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_log(tmp_path: Path, change: str) -> None:
    register = register_in(tmp_path, Time())
    register.accounts.add("boris", PASSWORD)
    refusal = pytest.raises(sqlite3.IntegrityError, match="only added to")
    with closing(sqlite3.connect(Path(register.ledger.place))) as raw, refusal:
        raw.execute(change)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_done_to_the_log_is_found(tmp_path_factory: Any, data: st.DataObject) -> None:
    register = register_in(tmp_path_factory.mktemp("trail"), Time())
    count = 6
    register.trail.note(*(Deed(actor="human:ab", action=f"did {n}", detail={"n": n}) for n in range(count)))
    whole = register.trail.verify()
    assert (whole.holds, whole.entries) == (True, count)
    path = Path(register.ledger.place)
    at = data.draw(st.integers(1, count), label="entry")
    how = data.draw(st.sampled_from(["change", "remove", "swap", "insert"]), label="how")
    first = at
    if how == "change":
        column = data.draw(st.sampled_from(COLUMNS))
        value = data.draw(st.sampled_from(['{"n": 77}']) if column == "detail" else st.just("other"))
        tampered(path, (f"UPDATE audit SET {column} = ? WHERE seq = ?", (value, at)))
    elif how == "remove":
        tampered(path, ("DELETE FROM audit WHERE seq = ?", (at,)))
    elif how == "swap":
        other = at % count + 1
        first = min(at, other)
        moves = [(-1, at), (at, other), (other, -1)]
        tampered(path, *(("UPDATE audit SET seq = ? WHERE seq = ?", move) for move in moves))
    else:
        columns = ", ".join(COLUMNS)
        tampered(
            path,
            *(("UPDATE audit SET seq = ? WHERE seq = ?", (n + 1, n)) for n in range(count, at - 1, -1)),
            (f"INSERT INTO audit (seq, {columns}) SELECT ?, {columns} FROM audit WHERE seq = ?",
             (at, count + 1)),
        )  # fmt: skip
        first = at if at < count else at + 1  # a copy of the last one holds, what it copies does not
    found = register.trail.verify(whole.head)
    register.close()
    assert not found.holds
    assert found.broken_at == first


def test_an_end_cut_off_and_a_chain_written_anew_show_against_a_kept_head(tmp_path: Path) -> None:
    register = register_in(tmp_path, Time())
    register.trail.note(*(Deed(actor="human:ab", action=f"did {n}") for n in range(4)))
    kept = register.trail.verify().head
    tampered(Path(register.ledger.place), ("DELETE FROM audit WHERE seq > 2", ()))
    assert register.trail.verify().holds  # alone, the rest is whole
    cut = register.trail.verify(kept)
    assert (cut.broken_at, "had 4" in cut.why) == (3, True)
    register.trail.note(*(Deed(actor="human:ab", action="did nothing") for _ in range(2)))
    assert register.trail.verify(kept).broken_at == 4
    with pytest.raises(UsageError, match="no head"):
        register.trail.verify("4")
    register.close()


def test_an_entry_that_is_written_anew_with_its_seal_is_found_at_the_next(tmp_path: Path) -> None:
    register = register_in(tmp_path, Time())
    register.trail.note(*(Deed(actor="human:ab", action=f"did {n}") for n in range(3)))
    kept = register.trail.verify().head
    path = Path(register.ledger.place)
    for entry, broken_at in zip(register.trail.entries()[1:], (3, 3), strict=True):
        forged = replace(entry, actor="nobody")
        change = "UPDATE audit SET actor = ?, hash = ? WHERE seq = ?"
        tampered(path, (change, (forged.actor, forged.seal, entry.seq)))
        assert register.trail.verify(kept).broken_at == broken_at
        tampered(path, (change, (entry.actor, entry.hash, entry.seq)))
    assert register.trail.verify(kept).holds
    register.close()
