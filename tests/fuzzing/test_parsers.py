"""Inputs made wrong: each parser declines in one line or gives what holds, and comes to an end.

``FACTOID_FUZZ=N`` tries N inputs of each parser; benchmarks/fuzz.py tries more, and ends what hangs.
"""

from __future__ import annotations

import os
import time
import warnings
from random import Random

import pytest
from fuzzing.mutate import packed_mutated, tree_mutated
from fuzzing.parsers import PARSERS, Parser, declined
from fuzzing.seeds import LIFE
from sources.packed import zipped

CASES = int(os.environ.get("FACTOID_FUZZ", "30"))
SECONDS = 5.0


def raised(parser: Parser, data: bytes) -> Exception | None:
    try:
        parser.parse(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is looked at
        return error
    return None


@pytest.mark.parametrize("name", PARSERS)
def test_no_input_breaks_a_parser(name: str) -> None:
    parser = PARSERS[name]
    for number in range(CASES):
        data = parser.case(number)
        begun = time.process_time()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            error = raised(parser, data)
        assert error is None or declined(error), f"case {number}: {error!r} for {data[:300]!r}"
        assert time.process_time() - begun < SECONDS, f"case {number} takes long"


@pytest.mark.parametrize("name", PARSERS)
def test_the_inputs_are_sound_before_they_are_made_wrong(name: str) -> None:
    for seed in PARSERS[name].seeds():
        PARSERS[name].parse(seed)


@pytest.mark.parametrize("name", PARSERS)
def test_a_number_always_means_the_same_input(name: str) -> None:
    cases = [PARSERS[name].case(number) for number in range(12)]
    assert cases == [PARSERS[name].case(number) for number in range(12)]
    assert len(set(cases)) > 6


def test_inner_files_and_trees_stay_whole_while_their_parts_change() -> None:
    sound = zipped({"a.txt": LIFE})
    opened = sum(packed_mutated(Random(n), sound)[:2] == b"PK" for n in range(50))
    assert opened > 25
    assert sum(tree_mutated(Random(n), b'{"a": [1, {"b": 2}]}')[:1] in b"{[" for n in range(50)) > 25
