"""Places that the user brings are preferred, and a reading says that they were there."""

import json
from pathlib import Path

import pytest

from factoid.errors import FactoidError
from factoid.pipeline import NobodyWatches, ReadOptions, read_into, read_to_json

PORT = {
    "type": "FeatureCollection",
    "features": [
        {
            "@id": "https://example.org/zastava",
            "properties": {"title": "Zastava"},
            "geometry": {"type": "Point", "coordinates": [30.5, 50.5]},
        }
    ],
}


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("Anna Quonk was born in Zastava in 1860. She lived in Zastava.")
    return path


@pytest.fixture
def gazetteer(tmp_path: Path) -> Path:
    path = tmp_path / "ports.json"
    path.write_text(json.dumps(PORT))
    return path


def test_a_place_of_the_gazetteer_is_on_the_map(letter: Path, gazetteer: Path, tmp_path: Path) -> None:
    options = ReadOptions(jobs=1, gazetteers=(gazetteer,))
    read_to_json(tmp_path / "out", [str(letter)], options, NobodyWatches())
    reading = json.loads((tmp_path / "out" / "letter.json").read_text())
    assert "https://example.org/zastava" in json.dumps(reading["places"])


def test_reading_with_another_gazetteer_is_another_reading(
    letter: Path, gazetteer: Path, tmp_path: Path
) -> None:
    library, watch = tmp_path / "l.factoid", NobodyWatches()
    plain, with_places = ReadOptions(jobs=1), ReadOptions(jobs=1, gazetteers=(gazetteer,))
    assert read_into(library, [str(letter)], plain, watch).read == 1
    assert read_into(library, [str(letter)], with_places, watch).replaced == 1
    assert read_into(library, [str(letter)], with_places, watch).unchanged == 1


def test_what_is_no_gazetteer_is_named(letter: Path, tmp_path: Path) -> None:
    with pytest.raises(FactoidError, match=r"letter\.txt: not a gazetteer"):
        read_to_json(
            tmp_path / "out", [str(letter)], ReadOptions(jobs=1, gazetteers=(letter,)), NobodyWatches()
        )
