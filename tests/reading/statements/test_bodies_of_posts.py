"""The bodies of posts and politicians, and where somebody was raised."""

import pytest
from reading.statements.conftest import Read, said

# text, person, type, what the fields must be
TOLD = [
    (
        "Otto Lind was Deputy Managing Director of Kestrel Media in 1999.",
        "Lind",
        "office",
        {"role": "Deputy Managing Director", "organisation": "Kestrel Media"},
    ),
    (
        "Emil Lang was Group General Manager of the Baltic Bank.",
        "Lang",
        "office",
        {"role": "Group General Manager", "organisation": "Baltic Bank"},
    ),
    (
        "Tom Hill was a professor of law at Columbia University.",
        "Hill",
        "office",
        {"role": "professor of law", "organisation": "Columbia University"},
    ),
    (
        "Ida Holm was an active member of several parties, including the Radical Union.",
        "Holm",
        "membership",
        {"organisation": "Radical Union"},
    ),
    (
        "Mary Flynn is a Sinn Féin politician from Derry.",
        "Flynn",
        "membership",
        {"organisation": "Sinn Féin"},
    ),
    ("Max Orr, a Likud politician, resigned in 1999.", "Orr", "membership", {"organisation": "Likud"}),
    ("Ada Moore was born in Lille in 1927 and raised in Ghent.", "Moore", "residence", {"place": "Ghent"}),
    # a body whose first word is one of grade stays a body
    (
        "Karl Roth was president of the General Assembly.",
        "Roth",
        "office",
        {"organisation": "General Assembly"},
    ),
    (
        "Karl Roth was a member of several committees, including one on finance.",
        "Roth",
        "membership",
        {"organisation": "several committees"},
    ),
]


@pytest.mark.parametrize(("text", "name", "type_", "fields"), TOLD)
def test_fields_are(text: str, name: str, type_: str, fields: dict[str, str], read: Read) -> None:
    told = [{slot: getattr(f, slot) for slot in fields} for f in said(read(text), type_, name)]
    assert fields in told


# text, person, a type that is not told
NOT_TOLD = [
    ("Jan Hora is a Hamburg politician.", "Hora", "membership"),
    ("Ida Holm is a Kurdish politician.", "Holm", "membership"),
    ("Ivo Pell was a Northern Ireland politician.", "Pell", "membership"),
    ("Max Orr was raised in poverty by his aunt.", "Orr", "residence"),
]


@pytest.mark.parametrize(("text", "name", "type_"), NOT_TOLD)
def test_is_not_told(text: str, name: str, type_: str, read: Read) -> None:
    assert not said(read(text), type_, name)
