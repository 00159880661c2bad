"""The reference and the program say the same."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import factoid
from factoid import errors
from factoid.cli.failures import ExitCode
from factoid.cli.table import COMMANDS, command
from factoid.exchange import exporter_names
from factoid.exchange.exporters.csv_table import COLUMNS
from factoid.exchange.importing import importer_names

DOCS = Path(__file__).parents[1] / "docs"
REFERENCE = DOCS / "reference"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
EVERYWHERE = {"--help", "--version", "--debug"}


def page(name: str) -> str:
    return (REFERENCE / f"{name}.md").read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def first_cells(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)`", text, re.M)


def options_of(name: str) -> set[str]:
    whole = command(name)
    parts = [whole, *getattr(whole, "commands", {}).values()]
    found = {option for part in parts for parameter in part.params for option in parameter.opts}
    return {option for option in found if option.startswith("-")} - {"--help"}


def test_every_command_has_its_section_and_no_other_has() -> None:
    assert list(sections(page("cli"))) == [f"factoid {name}" for name in COMMANDS]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_and_no_other_is(name: str) -> None:
    section = sections(page("cli"))[f"factoid {name}"]
    rows = re.findall(r"^\| (`-.+?) \|", section, re.M)
    assert {option for row in rows for option in re.findall(r"`([^`]+)`", row)} == options_of(name)


def commands_in(text: str) -> list[tuple[str, str]]:
    """Every command line in the text: the command and what follows it."""
    return re.findall(r"(?<![\w./-])(?:\.venv/bin/)?factoid ([a-z-]+)((?: [^\n|`]*)?)", text)


@pytest.mark.parametrize("path", sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md"]), ids=str)
def test_pages_name_only_commands_and_options_that_exist(path: Path) -> None:
    text = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", path.read_text("utf-8"), re.S))
    for name, rest in commands_in(text):
        assert name in COMMANDS, f"{path.name}: factoid {name}"
        unknown = set(OPTION.findall(rest.split(" #")[0].split("&&")[0])) - options_of(name) - EVERYWHERE
        assert not unknown, f"{path.name}: factoid {name} {unknown}"


def test_every_error_is_documented_and_no_other_is() -> None:
    ours = {n for n, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.FactoidError)}
    documented = first_cells(sections(page("errors"))["Exceptions"])
    assert sorted(documented) == sorted(ours)
    drawn = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or ""))
    assert drawn == ours - {"FactoidError"}


def test_every_exit_code_is_documented_and_no_other_is() -> None:
    codes = re.findall(r"^\| (\d+) \|", sections(page("errors"))["Exit codes"], re.M)
    assert [int(code) for code in codes] == [int(code) for code in ExitCode]


def test_every_export_format_is_documented() -> None:
    assert set(exporter_names()) <= set(sections(page("exports")))


def test_every_import_format_is_documented_and_no_other_is() -> None:
    assert sorted(sections(page("imports"))) == importer_names()


def test_the_columns_of_csv_are_documented_as_they_are() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", sections(page("exports"))["csv"], re.M)
    assert dict(rows) == dict(COLUMNS)


def test_every_public_name_is_documented_and_exists() -> None:
    documented = [name.removeprefix("factoid.") for name in first_cells(page("python"))]
    assert sorted(documented) == sorted(factoid.__all__)
    for name in documented:
        assert getattr(factoid, name)


def test_the_stub_of_the_public_names_lists_the_same() -> None:
    stub = Path(factoid.__file__).with_suffix(".pyi").read_text("utf-8")
    listed = re.search(r"__all__ = \[(.*?)\]", stub, re.S)
    assert listed
    assert sorted(re.findall(r'"(\w+)"', listed[1])) == sorted(factoid.__all__)


def test_links_between_pages_lead_somewhere() -> None:
    for name in ("cli", "errors", "exports", "imports", "python"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page(name)):
            assert (REFERENCE / target).exists(), f"{name}: {target}"


def test_what_the_architecture_names_is_there() -> None:
    text = (DOCS / "explanation" / "architecture.md").read_text("utf-8")
    section = text.partition("## Where to change what")[2].partition("\n## ")[0]
    named = re.findall(r"`([a-z]+/[a-z_/.]+)`", section)
    assert len(named) > 20
    assert [name for name in named if not (Path(factoid.__file__).parent / name).exists()] == []


@pytest.mark.parametrize("text", [None, b"Anna Kowalska was born in Lodz.", Path("lives.txt")])
def test_what_is_no_text_is_named(text: object) -> None:
    with pytest.raises(TypeError, match=f"the text itself, a str, not {type(text).__name__}"):
        factoid.read(text)  # type: ignore[arg-type]
