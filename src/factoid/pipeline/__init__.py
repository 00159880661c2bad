"""Inputs to readings to persons: the only module that composes the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from factoid.errors import OutputError, SourceError
from factoid.late import late
from factoid.model import Location, OwnModel, Reading, beside
from factoid.pipeline.persons import Linker
from factoid.pipeline.progress import (
    NobodyWatches,
    SourceReport,
    Status,
    Summary,
    Watcher,
)
from factoid.pipeline.run import Keep, run
from factoid.pipeline.tasks import Desk, Estimate, Evidence, ReadOptions, Task, tasks_of
from factoid.store import CarriedOver, Library, Outcome, open_library

__all__ = [
    "Estimate",
    "NobodyWatches",
    "ReadOptions",
    "SourceReport",
    "Status",
    "Summary",
    "Watcher",
    "estimate",
    "read_into",
    "read_text",
    "read_to_json",
]


def read_into(
    library_path: Location, targets: Sequence[str], options: ReadOptions, watch: Watcher
) -> Summary:
    """Read files and folders into the library at a place, which is made if there is none.

    Each source lands in one transaction, in the order of the inputs, so the library does not depend on the
    number of processes. At the end persons are worked out anew where the evidence has changed. Raises
    `LibraryError` where the library cannot be used and `ModelMissing` where the model is not there;
    inputs that cannot be read are in the summary.
    """
    passed_over: Counter[str] = Counter()
    tasks = tasks_of(_inputs(targets, beside(library_path, "snapshots"), passed_over))
    _say_what_asking_takes(tasks, options, watch)
    with open_library(library_path, create=True) as library:
        desk = replace(_desk(options), library=library_path)
        summary = run(tasks, desk, watch, jobs=_jobs(options), keep=_keeper(library, watch))
        if not summary.problem:
            watch.joining()
            Linker(library, watch).refresh()
            if summary.replaced and (orphans := library.orphaned_judgements()):
                watch.remark(
                    f"{len(orphans):,} judgements are on statements that are not read any more; they are kept. "
                    "`factoid judgements --orphaned` lists them."
                )
    return replace(summary, passed_over=passed_over)


def read_to_json(out_dir: Path, targets: Sequence[str], options: ReadOptions, watch: Watcher) -> Summary:
    """Read files and folders into one ``NAME.json`` each, in the shape of the annotation guide.

    A name is the input's stem, ``stem-2`` for the second. A file stands there whole or not at all.
    """
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{out_dir}: cannot be made a folder ({error.strerror}). Name another with --out-dir."
        ) from error
    passed_over: Counter[str] = Counter()
    tasks = tasks_of(_inputs(targets, out_dir / "snapshots", passed_over))
    _say_what_asking_takes(tasks, options, watch)
    summary = run(tasks, replace(_desk(options), out_dir=out_dir), watch, jobs=_jobs(options), keep=None)
    return replace(summary, passed_over=passed_over)


def estimate(targets: Sequence[str], snapshots: Path) -> Estimate:
    """Return what asking a model about the inputs would take at most. Nothing is asked, and nothing read."""
    return _estimate(tasks_of(_inputs(targets, snapshots, Counter())))


def _estimate(tasks: Sequence[Task]) -> Estimate:
    found: Estimate = late("factoid.pipeline.asking:estimate_of")(tasks)
    return found


def _say_what_asking_takes(tasks: Sequence[Task], options: ReadOptions, watch: Watcher) -> None:
    own = options.own_model
    if own is not None:
        watch.remark(_estimate(tasks).sentence(own))


def _desk(options: ReadOptions) -> Desk:
    desk = Desk(model=options.model, gazetteers=options.gazetteers, ocr=options.ocr)
    if options.own_model is None:
        return desk
    return replace(desk, own_model=options.own_model, worker="factoid.pipeline.asking:AskingDesk")


def _jobs(options: ReadOptions) -> int | None:
    """Return how many processes to use: where a model is asked one, as calls are counted there."""
    return options.jobs if options.own_model is None else 1


def _inputs(
    targets: Sequence[str], snapshots: Path, passed_over: Counter[str]
) -> Iterator[Path | SourceError]:
    """Find the inputs; what opens web pages is imported only by those who read."""
    find = late("factoid.sources:find_inputs")
    found: Iterator[Path | SourceError] = find(targets, snapshots, passed_over=passed_over)
    return found


def read_text(
    text: str, *, name: str = "text", model: str | None = None, own_model: OwnModel | None = None
) -> Reading:
    """Read a text and return its reading. The language model is loaded on the first call, and kept."""
    read = late("factoid.pipeline.desk:read_text")
    reading: Reading = read(text, name=name, model=model, own_model=own_model)
    return reading


def _keeper(library: Library, watch: Watcher) -> Keep:
    def keep(evidence: Evidence) -> Status:
        source = evidence.document.source
        outcome = library.add(evidence.document, evidence.reading)
        if outcome is Outcome.ADDED and (before := library.read_before(source)):
            watch.remark(
                f"{source.origin}: was read before with other content, as {', '.join(before)}; this is "
                f"{library.source(source.id).name}. Where it takes its place: factoid remove {before[-1]}"
            )
            _say_what_was_carried(library.carry_over(before[-1], source.id), watch)
        if outcome is Outcome.UNCHANGED and (called := library.called_otherwise(source)):
            watch.remark(f"{source.origin}: this very content is in the library, as {called}")
        return _STATUS[str(outcome)]

    return keep


def _say_what_was_carried(found: CarriedOver, watch: Watcher) -> None:
    if found.passed:
        watch.remark(f"{len(found.passed):,} judgements on {found.old} carried over to {found.new}.")
    if found.left:
        watch.remark(
            f"{len(found.left):,} judgements on {found.old} rest on words that {found.new} has not, or has otherwise; "
            "they stay with the old. `factoid judgements --orphaned` lists them."
        )


_STATUS = {"added": Status.READ, "replaced": Status.REPLACED, "unchanged": Status.UNCHANGED}
