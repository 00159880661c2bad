"""A web page that a browser saved as a single file: MHTML, a mail with the page and its pictures in it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from factoid.errors import SourceWithoutText


def page_of_mhtml(data: bytes, name: str) -> bytes:
    """Return the HTML of the page, in UTF-8 where the mail names its encoding; `SourceWithoutText` without one.

    The first HTML is the page; those behind it are frames and advertisements in it.
    """
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _in_utf8(part)
    raise SourceWithoutText(name, "holds no web page.", "Save the page as .html and read the file.")


def _in_utf8(part: Message) -> bytes:
    page = part.get_payload(decode=True)
    if not isinstance(page, bytes):
        return b""
    try:
        return page.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeError):  # the page itself may know better
        return page
