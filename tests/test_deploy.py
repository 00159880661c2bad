"""The files to deploy a house name commands, options, variables and extras that there are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from factoid.cli.table import COMMANDS, command

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
LONG = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def started_by(name: str) -> tuple[str, set[str]]:
    """Which command a file starts, and with which options."""
    text = (DEPLOY / name).read_text("utf-8")
    if name == "Dockerfile":
        line = next(line for line in text.splitlines() if line.startswith("ENTRYPOINT"))
        words = re.findall(r'"([^"]+)"', line)
    else:
        words = next(line for line in text.splitlines() if line.startswith("ExecStart=")).split()
    return words[1], {word for word in words if word.startswith("--")}


@pytest.mark.parametrize("name", ["factoid.service", "Dockerfile"])
def test_what_is_started_is_a_command_with_its_options(name: str) -> None:
    started, options = started_by(name)
    assert started == "serve"
    assert options
    assert options <= options_of("serve")


def options_of(name: str) -> set[str]:
    return {option for parameter in command(name).params for option in parameter.opts}


def variables() -> set[str]:
    """Every variable of the environment that a command reads."""
    found: set[str] = set()
    for name in COMMANDS:
        whole = command(name)
        for part in (whole, *getattr(whole, "commands", {}).values()):
            for parameter in part.params:
                found |= (
                    {parameter.envvar} if isinstance(parameter.envvar, str) else set(parameter.envvar or ())
                )
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_name_only_variables_and_options_that_there_are(path: Path) -> None:
    text = path.read_text("utf-8")
    # what the unit passes on to the command
    own = {"FACTOID_OPTIONS"} if "$FACTOID_OPTIONS" in text else set()
    assert set(re.findall(r"FACTOID_[A-Z_]+", text)) - own <= variables()
    for line in re.findall(r"factoid (?:serve|account)[^\n`]*|factoid-house [^\n]*", text):
        assert set(LONG.findall(line)) <= options_of("serve"), line


def test_the_image_installs_extras_that_there_are() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    named = re.search(r'pip install "\.\[([a-z,]+)\]"', (DEPLOY / "Dockerfile").read_text("utf-8"))
    assert named
    assert {"team", "postgresql"} <= set(named[1].split(",")) <= set(extras)


def test_what_answers_whether_a_house_is_ready_is_an_address_of_it() -> None:
    asked = re.findall(r"127\.0\.0\.1:8321(/\w+)", (DEPLOY / "Dockerfile").read_text("utf-8"))
    assert asked == ["/ready"]
    for name in ("factoid.service", "Dockerfile"):
        assert "8321" in (DEPLOY / name).read_text("utf-8")
