"""Many people in one house at once: reviewers who judge and readers who look, for a while, over loopback.

    .venv/bin/python benchmarks/load.py [--reviewers 50] [--readers 200] [--seconds 60] [--processes N]
        [--database ADDRESS]

Without ``--database`` the house is a temporary folder; else an empty PostgreSQL database, with ``postgresql`` in a
server of its own (one that waits for the disk). The server is a process of
its own, without limits on how often somebody may ask; the visitors are in two others, and come when what is worked out
once for all pages is there. At the end every judgement that
the server acknowledged must stand in the library, the audit log must have each once and be whole, and no answer may
have been an error, or have shown readers who may be living. Exit code 1 otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import random
import socket
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.context import SpawnProcess
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import httpx
import postgres
from script import options_of, stop_if

from factoid.model.access import Role
from factoid.pipeline import NobodyWatches, ReadOptions, read_into
from factoid.store import VeiledView
from factoid.store.houses.house import House, open_house
from factoid.store.register import Register
from factoid.store.register.passwords import Passwords
from factoid.web.house import Settings
from factoid.web.house.cookies import SESSION
from factoid.web.serving import serve_house
from factoid.web.visitor import form_token_of
from factoid.web.watch import Limits

NAME = "lives"
_PEOPLE = ("Ada", "Boris", "Clara", "Dmitri", "Elena", "Fyodor", "Greta", "Henrik", "Irina", "Josef")
_FAMILIES = ("Albrecht", "Berg", "Chernov", "Dahl", "Ekberg", "Falk", "Gorin", "Holm", "Ivanov", "Jansen")
_DEEDS = (
    "{who} was born in {year} in Riga.",
    "In {later} {who} was appointed director of the bank of Reval.",
    "{who} died in {end} in Vilna.",
)


@dataclass
class Seen:
    """What visitors saw: how long each kind of request took, what went wrong, and what was acknowledged."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    acknowledged: list[tuple[str, str]] = field(default_factory=list)  #: author and factoid


def texts(count: int) -> list[str]:
    """Return so many sources on invented people who died long ago, and on one who may be living."""
    made = []
    for number in range(count):
        lines = []
        for at in range(6):
            who = f"{_PEOPLE[(number + at) % 10]} {_FAMILIES[(number * 3 + at * 7) % 10]}"
            year = 1800 + (number * 7 + at) % 60
            deeds = [d.format(who=who, year=year, later=year + 30, end=year + 60) for d in _DEEDS]
            lines.append(" ".join(deeds))
        lines.append("Nora Lindqvist was born in 1990 in Riga.")
        made.append("\n\n".join(lines) + "\n")
    return made


def fill(house: House, sources: int) -> None:
    """Make the library out of invented sources, read by the rules."""
    house.make(NAME)
    with tempfile.TemporaryDirectory() as folder:
        for number, words in enumerate(texts(sources)):
            (Path(folder) / f"paper-{number:04}.txt").write_text(words, "utf-8")
        read_into(house.location(NAME), [folder], ReadOptions(jobs=1), NobodyWatches())


def admit(house: House, reviewers: int, readers: int) -> dict[str, str]:
    """Make the accounts; return the secret of a session of each."""
    secrets = {}
    cheap = Register(house.register.ledger, passwords=Passwords(time_cost=1, memory_cost=8, parallelism=1))
    for role, count in ((Role.REVIEWER, reviewers), (Role.READER, readers)):
        for number in range(count):
            name = f"{role}-{number}"
            account = cheap.accounts.add(name, "nobody types this one")
            house.register.members.set_role(name, NAME, role)
            secrets[name] = house.register.sessions.begin(account.pk)
    return secrets


@dataclass
class Visit:
    """Some people who go about in the library until the time is over."""

    base: str
    secrets: dict[str, str]  #: of the sessions, by account
    factoids: list[str]
    people: list[str]
    seconds: float
    seen: Seen = field(default_factory=Seen)

    async def all(self) -> None:
        """Let everybody go about."""
        until = time.monotonic() + self.seconds
        limits = httpx.Limits(max_connections=len(self.secrets), max_keepalive_connections=len(self.secrets))
        async with httpx.AsyncClient(base_url=self.base, limits=limits, timeout=120) as client:
            await asyncio.gather(*(self.one(client, name, until) for name in self.secrets))

    async def one(self, client: httpx.AsyncClient, name: str, until: float) -> None:
        """Do one thing after the other, with a breath between."""
        chance = random.Random(name)
        act = self.judge if name.startswith(Role.REVIEWER) else self.look
        await asyncio.sleep(2 * chance.random())
        while time.monotonic() < until:
            await act(client, name, chance)
            await asyncio.sleep(chance.uniform(0.5, 2.5))

    async def judge(self, client: httpx.AsyncClient, name: str, chance: random.Random) -> None:
        """Judge a statement; what the server acknowledges is remembered."""
        factoid = chance.choice(self.factoids)
        form = {
            "token": form_token_of(self.secrets[name]),
            "verdict": chance.choice(("accept", "reject")),
            "reason": f"seen by {name}",
        }
        if await self.ask(client, "judge", name, f"/{NAME}/factoids/{factoid}/verdict", form):
            self.seen.acknowledged.append((f"human:{name}", factoid))

    async def look(self, client: httpx.AsyncClient, name: str, chance: random.Random) -> None:
        """Look at a page; who may be living must not be on it."""
        kind, path = chance.choice(
            (
                ("people", f"/{NAME}/people"),
                ("search", f"/{NAME}/search?q=Riga"),
                ("dossier", f"/{NAME}/people/{chance.choice(self.people)}"),
                ("statement", f"/{NAME}/factoids/{chance.choice(self.factoids)}"),
            )
        )
        answer = await self.ask(client, kind, name, path)
        if answer is not None and "Nora" in answer.text:
            self.seen.errors[f"{kind}: shows who may be living"] += 1

    async def ask(
        self, client: httpx.AsyncClient, kind: str, name: str, path: str, form: dict[str, str] | None = None
    ) -> httpx.Response | None:
        """Send a request, and note how long it took and whether it went well."""
        began = time.monotonic()
        cookies = {"Cookie": f"{SESSION}={self.secrets[name]}"}
        try:
            answer = await client.request("POST" if form else "GET", path, data=form, headers=cookies)
        except httpx.HTTPError as error:
            self.seen.errors[f"{kind}: {type(error).__name__}"] += 1
            return None
        self.seen.seconds[kind].append(time.monotonic() - began)
        if answer.status_code >= 400:
            self.seen.errors[f"{kind}: status {answer.status_code}"] += 1
            return None
        return answer


def go_about(visit: Visit, out: Path) -> None:
    """Run in a process of its own; write what was seen."""
    asyncio.run(visit.all())
    seen = visit.seen
    told = {"seconds": seen.seconds, "errors": seen.errors, "acknowledged": seen.acknowledged}
    out.write_text(json.dumps(told))


def serve(address: str, port: int, processes: int) -> None:
    """Run in a process of its own: the server, without limits."""
    serve_house(address, "127.0.0.1", port, settings=Settings(limits=Limits.none()), processes=processes)


def started(address: str, processes: int) -> tuple[SpawnProcess, str]:
    """Start the server and wait until it is ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(address, port, processes))
    process.start()
    base, deadline = f"http://127.0.0.1:{port}", time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{base}/ready", timeout=5).status_code == 200:
                return process, base
        except httpx.HTTPError:
            time.sleep(0.1)
    process.terminate()
    raise SystemExit("the server did not start")


def wait_for_what_is_shared(base: str, secrets: dict[str, str]) -> None:
    """Open the library for either kind of visitor, and wait for what is worked out once for all of its pages."""
    for name in (f"{Role.REVIEWER}-0", f"{Role.READER}-0"):
        cookies = {"Cookie": f"{SESSION}={secrets[name]}"}
        while "waiting" in httpx.get(f"{base}/{NAME}/conflicts?wait=true", headers=cookies, timeout=60).text:
            time.sleep(0.2)


def sent(visits: list[Visit], folder: Path) -> Seen:
    """Send everybody, each list in a process of its own, and return what all of them saw."""
    context, outs = multiprocessing.get_context("spawn"), [folder / f"{n}.json" for n in range(len(visits))]
    processes = [
        context.Process(target=go_about, args=(visit, out)) for visit, out in zip(visits, outs, strict=True)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    seen = Seen()
    for out in outs:
        told = json.loads(out.read_text())
        for kind, seconds in told["seconds"].items():
            seen.seconds[kind] += seconds
        seen.errors.update(told["errors"])
        seen.acknowledged += [(author, factoid) for author, factoid in told["acknowledged"]]
    return seen


def faults(house: House, seen: Seen) -> list[str]:
    """Return what must not be: errors, judgements acknowledged that are not there, a log that is not whole."""
    found = [f"{count} × {error}" for error, count in seen.errors.items()]
    wanted = Counter(seen.acknowledged)
    with house.open_library(NAME) as library:
        held = Counter((j.author, j.factoid or "") for j in library.judgements(active_only=False))
    if lost := wanted - held:
        found.append(f"{sum(lost.values())} acknowledged judgements are not in the library")
    entries = [e for e in house.register.trail.entries(library=NAME) if e.action == "judged"]
    if Counter((e.actor, e.subject or "") for e in entries) != held:
        found.append("the audit log does not have each judgement once")
    verified = house.register.trail.verify()
    if not verified.holds:
        found.append(f"the audit log is broken at {verified.broken_at}: {verified.why}")
    return found


def report(seen: Seen, seconds: float) -> None:
    """Print how long requests took."""
    print(
        f"{'request':<10} {'number':>7} {'a second':>8} {'median':>8} {'95 %':>8} {'99 %':>8} {'longest':>8}"
    )
    every = [took for held in seen.seconds.values() for took in held]
    for kind, held in [*sorted(seen.seconds.items()), ("all", every)]:
        ordered = sorted(held) or [0.0]
        at = [ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99, 1)]
        figures = " ".join(f"{1000 * took:>5.0f} ms" for took in at)
        print(f"{kind:<10} {len(held):>7} {len(held) / seconds:>8.1f} {figures}")


def run(address: str, folder: Path, asked: argparse.Namespace) -> list[str]:
    """Fill a house, let everybody in, and return what went wrong."""
    house = open_house(address, create=True)
    fill(house, asked.sources)
    secrets = admit(house, asked.reviewers, asked.readers)
    with VeiledView(house.location(NAME), today=lambda: datetime.now(UTC).date()) as view:
        people = [person.id for person in view.people()]
        lines = [line for person in people for line in view.dossier(person).lines]
    # Who loses every date by a verdict may be living: births and deaths are left alone, so that nobody vanishes.
    factoids = [x.factoid.id for x in lines if x.factoid.type not in ("birth", "death")]
    server, base = started(address, asked.processes)
    try:
        wait_for_what_is_shared(base, secrets)
        names = list(secrets)
        parts = [{name: secrets[name] for name in names[part::2]} for part in range(2)]
        visits = [Visit(base, part, factoids, people, asked.seconds) for part in parts]
        seen = sent(visits, folder)
    finally:
        server.terminate()
        server.join()
    print(f"{asked.reviewers} reviewers and {asked.readers} readers for {asked.seconds:.0f} s; ", end="")
    print(
        f"{len(people)} people, {len(factoids)} statements; {len(seen.acknowledged)} judgements acknowledged"
    )
    report(seen, asked.seconds)
    found = faults(house, seen)
    house.close()
    return found


def main() -> None:
    """Run and report; exit code 1 for anything that must not be."""
    options = options_of(__doc__)
    options.add_argument("--reviewers", type=int, default=50)
    options.add_argument("--readers", type=int, default=200)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--processes", type=int, default=1, help="of the server")
    options.add_argument("--sources", type=int, default=60)
    options.add_argument(
        "--database", default="", help="an empty PostgreSQL database, or postgresql: a server made for this"
    )
    asked = options.parse_args()
    stop_if(postgres.missing() if asked.database == "postgresql" else "")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "house").mkdir()
        address = asked.database or str(folder / "house")
        if address == "postgresql":
            address = stack.enter_context(postgres.running(is_durable=True)).address().partition("?")[0]
        found = run(address, folder, asked)
    print("\n".join(found) or "No error, no update lost, the audit log is whole.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
