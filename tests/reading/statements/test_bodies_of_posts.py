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
    (
        "Hugo Stern was Professor of Latin at Durham University and then at Leeds University.",
        "Stern",
        "office",
        {"role": "Professor of Latin", "organisation": "Leeds University"},
    ),
    (
        "Emil Lang studied at Oslo University and later at the Sorbonne.",
        "Lang",
        "education",
        {"organisation": "Sorbonne"},
    ),
    (
        "Nora Pell is a Norwegian politician representing the Progress Party.",
        "Pell",
        "membership",
        {"organisation": "Progress Party"},
    ),
    (
        "Ivo Pell, a graduate of Lund University, died in 1990.",
        "Pell",
        "education",
        {"organisation": "Lund University"},
    ),
    ("Max Orr was an alumnus of Eton College.", "Orr", "education", {"organisation": "Eton College"}),
    ("Eva Low was the Liberal MP for Perth.", "Low", "membership", {"organisation": "Liberal"}),
    ("Tom Hill was the Resident at Aden in 1840.", "Hill", "office", {"role": "Resident", "place": "Aden"}),
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
    ("Ivo Pell is a politician representing Graz.", "Pell", "membership"),
    ("Ivo Pell, a graduate of Lund University, died in 1990.", "Pell", "office"),
    ("Max Orr was an alumnus of Eton College.", "Orr", "office"),
    ("Max Orr is a resident of Boston.", "Orr", "office"),
    ("Ada Moore was the Labour Minister in Graz.", "Moore", "membership"),
    ("Max Orr was raised in poverty by his aunt.", "Orr", "residence"),
]


def test_body_with_a_time_of_its_own_has_not_the_others(read: Read) -> None:
    told = said(
        read("Ida Holm taught at Oslo University and at Lund University from 1906."), "office", "Holm"
    )
    assert [f.organisation for f in told] == ["Oslo University"]


def test_name_with_and_stays_one_body(read: Read) -> None:
    told = said(read("Paul Brandt was an agent at Lind and Company."), "office", "Brandt")
    assert "Company" not in [f.organisation for f in told]


@pytest.mark.parametrize(("text", "name", "type_"), NOT_TOLD)
def test_is_not_told(text: str, name: str, type_: str, read: Read) -> None:
    assert not said(read(text), type_, name)
