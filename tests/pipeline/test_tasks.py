from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.errors import SourceError, SourceMissing
from factoid.pipeline.tasks import BYTES_WORTH_A_PROCESS, Names, Task, processes_for, tasks_of


def found(*items: Path | SourceError) -> Iterator[Path | SourceError]:
    yield from items


def test_names_are_stems_made_unique_in_the_order_of_the_inputs() -> None:
    tasks = tasks_of(found(Path("a/life.txt"), Path("b/life.html"), Path("c/Life.md"), Path("d/life-2.txt")))
    assert [task.name for task in tasks] == ["life", "life-2", "Life-3", "life-2-2"]


def test_a_problem_keeps_its_place_among_the_inputs() -> None:
    tasks = tasks_of(found(Path("a.txt"), SourceMissing("b.txt", "no such file."), Path("c.txt")))
    assert [(task.index, task.path, bool(task.problem)) for task in tasks] == [
        (0, "a.txt", False),
        (1, "b.txt", True),
        (2, "c.txt", False),
    ]


def test_a_long_name_is_cut_so_that_its_reading_fits_on_a_disk() -> None:
    tasks = tasks_of(found(Path("a" * 251 + ".txt"), Path("ж" * 125 + ".txt"), Path("a" * 250 + ".txt")))
    assert all(len(f"{task.name}.json".encode()) <= 255 for task in tasks)
    assert len({task.name for task in tasks}) == 3


def test_an_input_named_twice_is_read_once() -> None:
    assert len(tasks_of(found(Path("a.txt"), Path("a.txt")))) == 1


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-3", "b"]), max_size=30))
def test_no_two_names_are_the_same_on_a_disk_that_does_not_tell_case(stems: list[str]) -> None:
    names = Names()
    given_names = [names.unused(stem).casefold() for stem in stems]
    assert len(set(given_names)) == len(stems)


def many(count: int, size: int) -> list[Task]:
    return [Task(index=i, path=f"{i}.txt", size=size) for i in range(count)]


PROCESSES = [
    # files, bytes of each, --jobs, processes
    (5, 10, None, 1),  # too little to be worth another process
    (5, 10, 2, 2),  # what the user asks for
    (1, 10 * BYTES_WORTH_A_PROCESS, 4, 1),  # never more than files
    (0, 0, None, 1),
    (3, 10, 1, 1),
]


@pytest.mark.parametrize(("files", "size", "jobs", "processes"), PROCESSES)
def test_processes(files: int, size: int, jobs: int | None, processes: int) -> None:
    assert processes_for(many(files, size), jobs) == processes
