"""Roles are a ladder, and every action has its rung."""

from __future__ import annotations

import pytest

from factoid.errors import UsageError
from factoid.model.access import (
    LEAST_ROLE,
    Action,
    Role,
    account_named,
    is_library_name,
    lesser,
    may,
    role_named,
)


def test_every_action_has_its_least_role() -> None:
    assert set(LEAST_ROLE) == set(Action)


@pytest.mark.parametrize("action", Action)
def test_who_may_do_something_may_do_it_in_every_higher_role(action: Action) -> None:
    allowed = [may(role, action) for role in Role]
    assert allowed == sorted(allowed)
    assert allowed[-1]
    assert not may(None, action)


@pytest.mark.parametrize(
    ("action", "first"),
    [
        (Action.EXPORT, Role.READER),
        (Action.JUDGE, Role.REVIEWER),
        (Action.STATE, Role.EDITOR),
        (Action.WRITE_IPIF, Role.EDITOR),
        (Action.MANAGE, Role.ADMIN),
        (Action.BACK_UP, Role.ADMIN),
    ],
)
def test_where_each_begins(action: Action, first: Role) -> None:
    assert next(role for role in Role if may(role, action)) is first


def test_the_lesser_role_counts() -> None:
    assert lesser(Role.ADMIN, Role.READER) is lesser(Role.READER, Role.ADMIN) is Role.READER
    with pytest.raises(UsageError, match="reader, reviewer, editor, admin"):
        role_named("king")


@pytest.mark.parametrize(("given", "name"), [("Anna", "anna"), (" j.de-vries_2 ", "j.de-vries_2")])
def test_names_of_accounts(given: str, name: str) -> None:
    assert account_named(given) == name


@pytest.mark.parametrize("given", ["", "a b", "ann:a", "-a", "ä", "a/b", "<b>", "x" * 41])
def test_other_names_are_no_accounts(given: str) -> None:
    with pytest.raises(UsageError, match="Choose another"):
        account_named(given)


def test_the_addresses_of_the_house_are_no_libraries() -> None:
    assert not any(map(is_library_name, ("login", "static", "health", "account", "metrics")))
