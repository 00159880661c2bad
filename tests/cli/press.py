"""A process that has imported all that the commands need, and parts in two for each command to run.

What a command costs is mostly its imports and the language model; what is tested is what it does then. Each copy is
a process of its own: it has its own folder, surroundings, streams and exit code, and nothing that it does stays.

Started with the number of a socket. Each message on it is a command, with the streams that it is to have; the
answers are its process id, and how it ended.
"""

from __future__ import annotations

import gc
import io
import json
import os
import runpy
import socket
import sys
import time
from functools import cache
from typing import Any

from cli.terminal import NUMBER

from factoid.cli.table import COMMANDS, command
from factoid.late import late
from factoid.pipeline.desk import ReadingDesk
from factoid.pipeline.tasks import Desk
from factoid.reading import parse
from factoid.sources import document_of_text

STREAMS = 3
LONGEST = 1 << 20  #: bytes of a command with its surroundings

Asked = dict[str, Any]


def warm() -> None:
    """Import every command, and load the language model that they share."""
    for name in COMMANDS:
        command(name)
    parse._load = cache(parse._load)
    ReadingDesk(Desk())._reader.read(document_of_text("Anna Berg was born in Riga on 3 May 1890."))
    gc.collect()
    gc.freeze()  # what is here already stays here: no copy looks through it


def next_command(connection: socket.socket) -> Asked:
    """Answer commands; return in each copy, with the command that it is to run."""
    while True:
        message, streams, _, _ = socket.recv_fds(connection, LONGEST, STREAMS)
        if not message:
            sys.exit(0)
        copy = os.fork()
        if not copy:
            connection.close()
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
        for stream in streams:
            os.close(stream)
        if not copy:
            return dict(json.loads(message))
        connection.send(NUMBER.pack(copy))
        _, status = os.waitpid(copy, 0)
        connection.send(NUMBER.pack(os.waitstatus_to_exitcode(status)))


def become(asked: Asked) -> None:
    """Take over the folder, the surroundings and the streams, as a process that starts does."""
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    encoding = asked["env"].get("PYTHONIOENCODING", "utf-8")
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(
            io.BufferedReader(io.FileIO(number, closefd=False))
            if not number
            else io.BufferedWriter(io.FileIO(number, "w", closefd=False)),
            encoding=encoding,
            errors="backslashreplace" if number == STREAMS - 1 else "strict",
            line_buffering=number == STREAMS - 1 or os.isatty(number),
        )
        for number in range(STREAMS)
    )


def main(socket_number: int) -> None:
    """Be the process that parts, until nobody asks."""
    warm()
    with socket.socket(fileno=socket_number) as connection:
        asked = next_command(connection)
    become(asked)
    for address, arguments in asked["straits"].items():
        late(f"cli.straits:{address}")(*arguments)
    sys.argv = ["factoid", *asked["arguments"]]
    runpy.run_module("factoid", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
