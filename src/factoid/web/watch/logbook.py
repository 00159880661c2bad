"""The log: for people a line of words, for programs one JSON object a line. Neither has words of sources or addresses.

An error that nobody foresaw is logged with the places in the code that it came through, without its message:
that could quote a source.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from enum import StrEnum

from factoid.web.watch.told import REQUEST

LOG = logging.getLogger("factoid.requests")


class LogFormat(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, what, the request, and whatever is known of it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if record.name == LOG.name else str(record.msg),
        }
        known = getattr(record, "known", None)
        if isinstance(known, dict):
            line |= known
        elif request := REQUEST.get():
            line["request"] = request
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["at"] = [f"{f.filename}:{f.lineno} {f.name}" for f in _frames(record.exc_info[2])]
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=str)


def _frames(trace: object) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(trace))[-12:]  # type: ignore[arg-type]  # what logging calls a traceback


def write_log(form: LogFormat) -> None:
    """Write what is logged from now on to standard error in this form."""
    handler = logging.StreamHandler(sys.stderr)
    if LogFormat(form) is LogFormat.JSON:  # the command line has a name of its own for it
        handler.setFormatter(JsonLines())
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.getLogger("uvicorn.access").disabled = True  # it would write addresses and query strings
