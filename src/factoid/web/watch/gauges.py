"""Figures in Prometheus' text form. Labels are patterns of addresses, methods, statuses and names of libraries only."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factoid.errors import UsageError
from factoid.late import late
from factoid.store.houses.board import is_alive

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # prometheus-client's own name for it
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"))


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is in a library, and how many of its sources wait to be read or are being read."""

    sources: int
    persons: int
    statements: int
    waiting: int = 0


Sizes = Callable[[], Mapping[str, Size]]


class Gauges:
    """What is counted while a house is served. Without prometheus-client nothing is, and nothing can be shown."""

    def __init__(self, sizes: Sizes = dict) -> None:
        self._sizes = sizes
        try:
            registry = late("prometheus_client:CollectorRegistry")()
            counter, histogram = late("prometheus_client:Counter"), late("prometheus_client:Histogram")
            gauge = late("prometheus_client:Gauge")
        except ModuleNotFoundError:
            self._registry: Any = None
            return
        labels = ("method", "route", "status")
        self._registry = registry
        self._requests = counter("factoid_requests", "Requests answered.", labels, registry=registry)
        self._latency = histogram(
            "factoid_request_seconds",
            "How long requests took.",
            ("method", "route"),
            buckets=_SECONDS,
            registry=registry,
        )
        self._under_way = gauge(
            "factoid_requests_under_way",
            "Requests being answered.",
            registry=registry,
            multiprocess_mode="livesum",
        )
        if _FOLDER in os.environ:  # the figures of all processes of the server are in a folder of theirs
            self._registry = late("prometheus_client:CollectorRegistry")()
            _forget_the_dead()
            late("prometheus_client.multiprocess:MultiProcessCollector")(self._registry)
        self._registry.register(self)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Count a request while it is answered."""
        if self._registry is None:
            yield
            return
        with self._under_way.track_inprogress():
            yield

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        if self._registry is None:
            return
        method = method if method in _METHODS else "other"  # a stranger's word makes no series of its own
        self._requests.labels(method, route, str(status)).inc()
        self._latency.labels(method, route).observe(seconds)

    def shown(self) -> bytes:
        """Return the figures; `UsageError` where prometheus-client is missing."""
        if self._registry is None:
            raise UsageError("/metrics needs prometheus-client. Install it with: pip install 'factoid[team]'")
        text: bytes = late("prometheus_client:generate_latest")(self._registry)
        return text

    def collect(self) -> Iterator[Any]:
        """Yield what is only known when it is asked for (called by prometheus-client)."""
        family = late("prometheus_client.core:GaugeMetricFamily")
        sizes = self._sizes()
        for name, about in (
            ("sources", "Sources in a library."),
            ("persons", "Persons in a library."),
            ("statements", "Statements in a library."),
            ("waiting", "Sources being read or waiting for it."),
        ):
            gauge = family(f"factoid_library_{name}", about, labels=("library",))
            for library, size in sorted(sizes.items()):
                gauge.add_metric((library,), getattr(size, name))
            yield gauge


def _forget_the_dead() -> None:
    """Count nothing as under way in processes that are gone; what they answered stays counted."""
    for path in Path(os.environ[_FOLDER]).glob("gauge_live*_*.db"):
        process = int(path.stem.rpartition("_")[2])
        if not is_alive(process):
            late("prometheus_client.multiprocess:mark_process_dead")(process)
