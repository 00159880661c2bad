from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from web.houses import Team, team_of


@pytest.fixture(scope="module")
def team(lives: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    with team_of(lives, tmp_path_factory.mktemp("house")) as team:
        yield team
