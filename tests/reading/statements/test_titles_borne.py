"""Words for ranks and offices that tell of one, and those that are names, posts of civil life or parts played."""

import pytest
from reading.statements.conftest import Read, said

# text, person, type, the values told
RANKS = [
    ("Don Kennard was a politician.", "Kennard", []),
    ("Don Juan de Austria came to Genoa.", "Juan", ["Don"]),
    ("Earl Long was a farmer in Iowa.", "Long", []),
    ("Earl Long was a farmer in the early years.", "Long", []),
    ("Earl Morcar rose against the king.", "Morcar", ["Earl"]),
    ("Gowin Knight FRS was a physicist.", "Knight", []),
    ("He was promoted to Lt Col in 1960, and Lt. Col. Otto Berg retired.", "Berg", ["Lt. Col"]),
    ("Maj Gen John Pope came.", "Pope", ["Maj Gen"]),
    ("Roger Chaffee (Lt Cmdr, USN), was an aviator.", "Chaffee", ["Lt Cmdr"]),
    ("Sergeant Major Low came.", "Low", ["Sergeant Major"]),
    ("Hikmet Pasha crossed the river.", "Hikmet", ["Pasha"]),
]


@pytest.mark.parametrize(("text", "name", "values"), RANKS)
def test_ranks(read: Read, text: str, name: str, values: list[str]) -> None:
    assert [f.value for f in said(read(text), "rank", name)] == values


OFFICES = [
    (
        "Mary Anderson was a research officer in the Dental Laboratory in 1943.",
        "Anderson",
        ["research officer"],
    ),
    ("Sidhu served as Chief Executive Officer at Celcom.", "Sidhu", ["Chief Executive Officer"]),
    ("Judge Thomas Berg came.", "Berg", ["Judge"]),
]


@pytest.mark.parametrize(("text", "name", "roles"), OFFICES)
def test_offices_that_are_no_ranks(read: Read, text: str, name: str, roles: list[str]) -> None:
    reading = read(text)
    assert [f.role for f in said(reading, "office", name)] == roles
    assert not said(reading, "rank", name)


def test_general_who_is_meant_by_it_later(read: Read) -> None:
    reading = read("Karel Lind (May 25, 1893 - 1984) was a general of the Czechoslovak army.")
    assert "was" not in {f.value for f in said(reading, "rank", "Lind")}


@pytest.mark.parametrize("thing", ["Princess Cruises", "General Instrument", "Major League"])
def test_thing_with_a_title_is_nobody(read: Read, thing: str) -> None:
    reading = read(f"Ida Berg worked for {thing} in 1980.")
    assert [p.name for p in reading.personas] == ["Ida Berg"]


@pytest.mark.parametrize("name", ["Captain Mills", "General Banks"])
def test_bearer_of_a_title_is_somebody(read: Read, name: str) -> None:
    assert [p.name for p in read(f"{name} led the charge in 1863.").personas] == [name]


def test_part_played_is_no_name(read: Read) -> None:
    reading = read("Ann Bell is best known for her role as Jean Moss. She left the stage in 1990.")
    assert [p.name for p in reading.personas] == ["Ann Bell"]
    assert not said(reading, "name", "Bell")


def test_resigning_is_leaving(read: Read) -> None:
    left = said(read("Ann Bell resigned from the Liberal Party in 1990."), "membership", "Bell")
    assert [f.value for f in left] == ["left"]
