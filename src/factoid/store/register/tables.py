"""The tables of a register, as they are now. How they came about is in `migrations`; a test compares the two.

Moments are ISO 8601 in UTC to the second, so that they compare as text. Passwords and tokens stand here only as
hashes. An account that was removed stays: its name is an author's and goes to nobody else.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, String, Table
from sqlalchemy.types import TypeEngine

metadata = MetaData()

#: text that sorts by code points: PostgreSQL has to be told to
Words: TypeEngine[str] = String().with_variant(String(collation="C"), "postgresql")


def _account() -> Column[int]:
    return Column("account_pk", Integer, ForeignKey("account.pk", ondelete="CASCADE"), nullable=False)


account = Table(
    "account",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("name", Words, nullable=False, unique=True),
    Column("password", Words),  # argon2id in its own notation; none by a login service, or once removed
    Column(
        "address", Words, unique=True
    ),  # of e-mail: by it a login service lets in whom it names the first time
    Column("made", Words, nullable=False),
    Column("removed", Words),
)

membership = Table(
    "membership",
    metadata,
    Column("library", Words, primary_key=True),
    Column(
        "account_pk", Integer, ForeignKey("account.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("role", Words, nullable=False),
    Column("made", Words, nullable=False),
    Index("ix_membership_account", "account_pk"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("hash", Words, nullable=False, unique=True),
    Column("library", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("address", Words),  # for whom it is, in the words of who made it
    Column("made", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("expires", Words, nullable=False),
    Column("ended", Words),  # accepted or withdrawn
    Column("accepted_by", Words),
    Index("ix_invitation_library", "library"),
)

# Who a login service says somebody is, and whose account that is.
passport = Table(
    "passport",
    metadata,
    Column("issuer", Words, primary_key=True),
    Column("subject", Words, primary_key=True),
    _account(),
    Column("made", Words, nullable=False),
    Index("ix_passport_account", "account_pk"),
)

session = Table(
    "session",
    metadata,
    Column("hash", Words, primary_key=True),
    _account(),
    Column("made", Words, nullable=False),
    Column("used", Words, nullable=False),  # to some minutes
    Column("expires", Words, nullable=False),
    Index("ix_session_account", "account_pk"),
)

token = Table(
    "token",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("hash", Words, nullable=False, unique=True),
    _account(),
    Column("name", Words, nullable=False),
    Column("library", Words, nullable=False),
    Column("role", Words, nullable=False),  # and never more than the account itself has
    Column("made", Words, nullable=False),
    Column("expires", Words),
    Column("revoked", Words),
    Index("ix_token_account", "account_pk"),
    Index("ix_token_library", "library"),
)

# How often somebody tried to log in lately, by account and by address; several processes share the count.
attempt = Table(
    "attempt",
    metadata,
    Column("key", Words, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("began", Words, nullable=False),
)

# Append-only; each entry carries the hash of the one before.
audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Words, nullable=False),
    Column("actor", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("library", Words),
    Column("subject", Words),
    Column("detail", JSON, nullable=False),
    Column("previous", Words, nullable=False),
    Column("hash", Words, nullable=False),
    Index("ix_audit_library", "library", "seq"),
)

# The keys of entries that libraries brought: each is in the log once.
brought = Table("brought", metadata, Column("key", Words, primary_key=True))
