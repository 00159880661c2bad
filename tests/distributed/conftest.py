"""One Spark for all tests: starting it takes longer than most of them."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

from factoid.late import late


@pytest.fixture(scope="session")
def engine() -> Iterator[Any]:
    missing = [name for name in ("pyspark", "pandas") if find_spec(name) is None]
    missing += [] if os.environ.get("JAVA_HOME") or shutil.which("java") else ["java"]
    if missing:
        reason = f"Spark is not here: {', '.join(missing)} missing"
        if os.environ.get("FACTOID_REQUIRE_SPARK"):
            pytest.fail(reason)
        pytest.skip(reason)
    os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # for a short life
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Spark's own, as it starts and stops
        with late("factoid.distributed.engine:Engine")(
            "local[2]", jars=late("factoid.distributed.bulk:jars")()
        ) as spark:
            yield spark
