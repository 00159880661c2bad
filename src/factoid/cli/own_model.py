"""The options of a model of the user's own, and what asking it would take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.output import shown
from factoid.errors import UsageError
from factoid.model import OwnModel
from factoid.pipeline import estimate

MOST_CALLS = 1_000

UrlOption = Annotated[
    str,
    typer.Option(
        "--own-model",
        metavar="URL",
        help="An OpenAI-compatible endpoint to ask beside the rules. Its key: FACTOID_MODEL_KEY.",
    ),
]
NameOption = Annotated[
    str, typer.Option("--own-model-name", metavar="NAME", help="What the endpoint calls the model.")
]
AnswersOption = Annotated[
    Path | None,
    typer.Option(
        "--answers", metavar="FOLDER", help="Where its answers are kept.  [default: LIBRARY-answers]"
    ),
]
MostCallsOption = Annotated[
    int | None,
    typer.Option(
        "--most-calls",
        min=0,
        metavar="N",
        help=f"Ask at most so often; 0: use kept answers only.  [default: {MOST_CALLS}]",
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what asking would take, and ask nothing.")]


def own_model(url: str, name: str, *, answers: Path, most_calls: int | None) -> OwnModel | None:
    """Return the model that the options name, if they name one; `UsageError` where half of it is missing."""
    if not url and not name:
        return None
    if not url or not name:
        raise UsageError("--own-model URL and --own-model-name NAME belong together: give both.")
    if not url.startswith(("http://", "https://")):
        raise UsageError(f"--own-model {url}: give an address like http://localhost:11434/v1.")
    return OwnModel(
        url=url, name=name, answers=answers, most_calls=MOST_CALLS if most_calls is None else most_calls
    )


def tell_estimate(own: OwnModel, targets: list[str], snapshots: Path) -> None:
    """Print what asking about the inputs would take."""
    typer.echo(shown(estimate(targets, snapshots).sentence(own)))
