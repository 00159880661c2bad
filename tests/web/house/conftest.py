from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from web.houses import Team, team_of

from factoid.web.house import Settings
from factoid.web.watch import Limits


@pytest.fixture(scope="module")
def team(lives: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """A house whose limits nobody meets: a module asks more, and faster, than any team does."""
    with team_of(lives, tmp_path_factory.mktemp("house"), Settings(limits=Limits.none())) as team:
        yield team


@pytest.fixture
def fresh(lives: Path, tmp_path: Path) -> Iterator[Team]:
    """A house of its own for what changes it."""
    with team_of(lives, tmp_path) as team:
        yield team
