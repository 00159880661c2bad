"""The words of the interface, from one catalogue per language: ``resources/ui_LANGUAGE.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factoid import resources


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the interface says, by key: ``people.title``."""

    entries: Mapping[str, Any]
    _by_key: dict[str, Any] = field(init=False, default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Lay every entry under its whole key: pages ask for thousands."""
        pending = [("", self.entries)]
        while pending:
            above, entries = pending.pop()
            for name, entry in entries.items():
                key = f"{above}{name}"
                self._by_key[key] = entry
                if isinstance(entry, dict):
                    pending.append((f"{key}.", entry))

    @property
    def language(self) -> str:
        """The language of the words, ISO 639-1."""
        return str(self.entries["language"])

    @property
    def endonym(self) -> str:
        """What the language calls itself."""
        return str(self.entries["endonym"])

    def entry(self, key: str) -> Any:
        """Return what stands under a dotted key; `KeyError` where nothing does."""
        return self._by_key[key]

    def say(self, key: str, /, **values: object) -> str:
        """Return the words under the key with the values put in; ``n`` chooses between one and other."""
        found = self.entry(key)
        if isinstance(found, dict):
            found = found["one" if values.get("n") == 1 else "other"]
        if isinstance(n := values.get("n"), int):
            values["n"] = self.number(n)
        return str(found).format(**values) if values else str(found)

    def number(self, n: int) -> str:
        """Return a number with its thousands set apart as the language has it."""
        return f"{n:,}".replace(",", str(self.entries["thousands"]))

    def matter(self, statement: str, part: str) -> str:
        """Return what a conflict is about, as a question word: a death's value is *how*, its date *when*."""
        held = self.entry("conflicts.matters")
        return str(held.get(f"{statement} {part}") or held.get(part) or self.label("fields", part))

    def label(self, key: str, name: str) -> str:
        """Return the words for a name that data brings along; the name itself where there are none."""
        return str(self._by_key.get(f"{key}.{name}") or name.replace("_", " "))


def languages() -> tuple[str, ...]:
    """Return the languages that there is a catalogue of, English first."""
    found = sorted(
        name.removeprefix("ui_").removesuffix(".yaml") for name in resources.names() if name.startswith("ui_")
    )
    return ("en", *(language for language in found if language != "en"))


def catalogue_of(language: str = "en") -> Catalogue:
    """Return the catalogue of a language."""
    return Catalogue(resources.load(f"ui_{language}"))
