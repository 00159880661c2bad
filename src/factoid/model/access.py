"""Who may do what in a library that several people share: roles, actions, and the least role for each.

Names of libraries and accounts are steps of an address and parts of an author (``human:anna``): small ASCII
letters, digits, and single marks between them. What a name was once given to keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from factoid.errors import UsageError
from factoid.model.judgement import Verdict

LONGEST_NAME = 40

RESERVED = frozenset(
    {"account", "audit", "health", "invitation", "language", "libraries", "login", "logout", "metrics",
     "oidc", "ready", "static"}
)  # fmt: skip

_LIBRARY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ACCOUNT = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


class Role(StrEnum):
    """What somebody is in a library. Each may do what those before it may."""

    READER = "reader"  #: reads and takes away; protected persons are hidden
    REVIEWER = "reviewer"  #: judges and decides
    EDITOR = "editor"  #: adds and removes sources, states by hand, imports, says who is protected
    ADMIN = "admin"  #: members, invitations, backups

    @property
    def rank(self) -> int:
        """How much it may: 0 for the least."""
        return list(Role).index(self)

    def reaches(self, least: Role) -> bool:
        """Say whether it may what asks for this role."""
        return self.rank >= least.rank


class Action(StrEnum):
    """What can be done in a library."""

    READ = "read"  #: look at people, sources, conflicts, judgements; search
    EXPORT = "export"
    ASK_IPIF = "ask-ipif"  #: look things up through IPIF
    SEE_PROTECTED = "see-protected"  #: persons who may be living, and records that are marked sensitive
    JUDGE = "judge"  #: accept, reject, same, different, decide, withdraw
    STATE = "state"  #: say by hand what a source says, and correct what was misread
    ADD = "add"  #: give sources to be read
    REMOVE = "remove"  #: take sources out
    IMPORT = "import"
    WRITE_IPIF = "write-ipif"
    MANAGE = "manage"  #: members, invitations, the tokens of others
    PROTECT = "protect"  #: say who is protected
    AUDIT = "audit"  #: read the audit log
    BACK_UP = "back-up"


LEAST_ROLE: Mapping[Action, Role] = {
    Action.READ: Role.READER,
    Action.EXPORT: Role.READER,
    Action.ASK_IPIF: Role.READER,
    Action.SEE_PROTECTED: Role.REVIEWER,
    Action.JUDGE: Role.REVIEWER,
    Action.STATE: Role.EDITOR,
    Action.ADD: Role.EDITOR,
    Action.REMOVE: Role.EDITOR,
    Action.IMPORT: Role.EDITOR,
    Action.WRITE_IPIF: Role.EDITOR,
    Action.MANAGE: Role.ADMIN,
    Action.PROTECT: Role.EDITOR,
    Action.AUDIT: Role.ADMIN,
    Action.BACK_UP: Role.ADMIN,
}


#: What withdrawing a judgement asks for: as much as making it.
_TO_WITHDRAW: Mapping[Verdict, Action] = {
    Verdict.STATED: Action.STATE,
    Verdict.MEANT: Action.STATE,
    Verdict.PROTECTED: Action.PROTECT,
    Verdict.SHOWN: Action.PROTECT,
}


def action_to_withdraw(verdict: Verdict) -> Action:
    """Return what one must be allowed to do in order to withdraw a judgement."""
    return _TO_WITHDRAW.get(verdict, Action.JUDGE)


def may(role: Role | None, action: Action) -> bool:
    """Say whether somebody of this role, or of none, may do this."""
    return role is not None and role.reaches(LEAST_ROLE[action])


def lesser(one: Role, other: Role) -> Role:
    """Return the role that may less."""
    return min(one, other, key=lambda role: role.rank)


def role_named(name: str) -> Role:
    """Return the role of this name; `UsageError` for any other."""
    try:
        return Role(name)
    except ValueError:
        raise UsageError(f"role {name[:40]!r}: none of {', '.join(Role)}.") from None


def is_library_name(name: str) -> bool:
    """Say whether a library of a house can have this name."""
    return len(name) <= LONGEST_NAME and bool(_LIBRARY.fullmatch(name)) and name not in RESERVED


def library_named(name: str) -> str:
    """Return the name of a library; `UsageError` for one that no library can have."""
    if not is_library_name(name):
        raise UsageError(
            f"library {name[:60]!r}: a name is small letters a-z, digits and single hyphens, at most "
            f"{LONGEST_NAME}, and no word that the house uses itself. Choose another."
        )
    return name


def account_named(name: str) -> str:
    """Return the name of an account in small letters; `UsageError` for one that no account can have."""
    folded = name.strip().lower()
    if len(folded) > LONGEST_NAME or not _ACCOUNT.fullmatch(folded):
        raise UsageError(
            f"account {name[:60]!r}: a name is letters a-z, digits, and . _ - between them, at most "
            f"{LONGEST_NAME}. Choose another."
        )
    return folded
