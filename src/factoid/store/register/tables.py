"""The tables of a register, as they are now. How they came about is in `migrations`; a test compares the two.

Moments are ISO 8601 in UTC to the second, so that they compare as text. Passwords and tokens stand here only as
hashes. An account that was removed stays: its name is an author's and goes to nobody else.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, String, Table

metadata = MetaData()


def _account() -> Column[int]:
    return Column("account_pk", Integer, ForeignKey("account.pk", ondelete="CASCADE"), nullable=False)


account = Table(
    "account",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("password", String),  # argon2id in its own notation; none by a login service, or once removed
    Column(
        "address", String, unique=True
    ),  # of e-mail: by it a login service lets in whom it names the first time
    Column("made", String, nullable=False),
    Column("removed", String),
)

membership = Table(
    "membership",
    metadata,
    Column("library", String, primary_key=True),
    Column(
        "account_pk", Integer, ForeignKey("account.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("role", String, nullable=False),
    Column("made", String, nullable=False),
    Index("ix_membership_account", "account_pk"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("hash", String, nullable=False, unique=True),
    Column("library", String, nullable=False),
    Column("role", String, nullable=False),
    Column("address", String),  # for whom it is, in the words of who made it
    Column("made", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("expires", String, nullable=False),
    Column("ended", String),  # accepted or withdrawn
    Column("accepted_by", String),
    Index("ix_invitation_library", "library"),
)

# Who a login service says somebody is, and whose account that is.
passport = Table(
    "passport",
    metadata,
    Column("issuer", String, primary_key=True),
    Column("subject", String, primary_key=True),
    _account(),
    Column("made", String, nullable=False),
    Index("ix_passport_account", "account_pk"),
)

session = Table(
    "session",
    metadata,
    Column("hash", String, primary_key=True),
    _account(),
    Column("made", String, nullable=False),
    Column("used", String, nullable=False),  # to some minutes
    Column("expires", String, nullable=False),
    Index("ix_session_account", "account_pk"),
)

token = Table(
    "token",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("hash", String, nullable=False, unique=True),
    _account(),
    Column("name", String, nullable=False),
    Column("library", String, nullable=False),
    Column("role", String, nullable=False),  # and never more than the account itself has
    Column("made", String, nullable=False),
    Column("expires", String),
    Column("revoked", String),
    Index("ix_token_account", "account_pk"),
    Index("ix_token_library", "library"),
)

# How often somebody tried to log in lately, by account and by address; several processes share the count.
attempt = Table(
    "attempt",
    metadata,
    Column("key", String, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("began", String, nullable=False),
)

# Append-only; each entry carries the hash of the one before.
audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("library", String),
    Column("subject", String),
    Column("detail", JSON, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    Index("ix_audit_library", "library", "seq"),
)
