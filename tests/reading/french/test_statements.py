"""What French sentences and notes state: type, fields and date, each in the words of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factoid.model import Certainty, Factoid, Reading, json_of_reading
from factoid.reading import Reader, verify_reading
from factoid.sources import document_of_text

Read = Callable[[str], Reading]
HEAD = "Lucien Marchal est un ingénieur français. "

TOLD: list[tuple[str, dict[str, Any]]] = [
    ("Il naquit à Tulle le 3 mars 1895.", {"type": "birth", "place": "Tulle", "date": "1895-03-03"}),
    (
        "Né le 3 mars 1895 à Tulle, il mourut à Nice.",
        {"type": "birth", "place": "Tulle", "date": "1895-03-03"},
    ),
    ("Il est mort à Kiev en 1919.", {"type": "death", "place": "Kiev", "date": "1919"}),
    ("Il fut fusillé le 27 novembre 1938.", {"type": "death", "date": "1938-11-27"}),
    ("Il est enterré à Nancy.", {"type": "burial", "place": "Nancy"}),
    ("Il fit ses études au lycée de Reims.", {"type": "education", "organisation": "lycée de Reims"}),
    ("En 1912, il entra à l'École polytechnique.", {"type": "education", "date": "1912"}),
    (
        "Il adhéra au Parti socialiste en 1920.",
        {"type": "membership", "organisation": "Parti socialiste", "date": "1920"},
    ),
    ("Membre du parti radical depuis 1919.", {"type": "membership", "value": "member", "date": "1919/.."}),
    (
        "Il fut nommé préfet de la Meuse en 1931.",
        {"type": "office", "role": "préfet", "place": "Meuse", "date": "1931"},
    ),
    (
        "Il fut élu maire de Tulle trois ans plus tard.",
        {"type": "office", "role": "maire", "value": "appointed"},
    ),
    ("Il a été révoqué en 1940.", {"type": "office", "value": "dismissed", "date": "1940"}),
    ("Il démissionna en mars 1934.", {"type": "office", "value": "resigned", "date": "1934-03"}),
    (
        "De 1930 à 1935, il présida la Société de géographie.",
        {"type": "office", "role": "présida", "date": "1930/1935"},
    ),
    ("Il fut promu capitaine en 1916.", {"type": "rank", "value": "capitaine", "date": "1916"}),
    ("Il reçut la croix de guerre.", {"type": "award", "value": "croix de guerre"}),
    ("Médaille militaire (1926).", {"type": "award", "value": "Médaille militaire", "date": "1926"}),
    ("Il vécut à Lyon de 1920 à 1924.", {"type": "residence", "place": "Lyon", "date": "1920/1924"}),
    ("Il se réfugia à Genève en juin 1940.", {"type": "travel", "place": "Genève", "date": "1940-06"}),
    ("En 1921, il partit pour Madrid.", {"type": "travel", "place": "Madrid", "date": "1921"}),
    (
        "Il fut arrêté par la Gestapo le 11 janvier 1943.",
        {"type": "arrest", "organisation": "Gestapo", "date": "1943-01-11"},
    ),
    ("Il fut condamné à mort en 1943.", {"type": "sentence", "value": "mort", "date": "1943"}),
    ("Il fut interné à Dijon en 1943.", {"type": "imprisonment", "place": "Dijon", "date": "1943"}),
    ("Il fut libéré en août 1944.", {"type": "release", "date": "1944-08"}),
    ("Mobilisé en août 1914, il partit.", {"type": "service", "date": "1914-08"}),
    ("Il publia un Traité des ponts en 1922.", {"type": "work", "date": "1922"}),
    ("Il épousa Jeanne Delmas en 1921.", {"type": "kinship", "role": "wife", "date": "1921"}),
    ("Son frère Paul était avocat.", {"type": "kinship", "role": "brother"}),
    ("Il rencontra Pierre Daniel à Rome.", {"type": "meeting", "place": "Rome"}),
    ("Il fut l'ami de Pierre Daniel.", {"type": "association", "role": "friend"}),
    (
        "À dix-sept ans, il entra à l'École navale. Il était né en 1900.",
        {"type": "education", "date": "1917~"},
    ),
]
SURE: list[tuple[str, str, Certainty]] = [
    ("Il aurait été fusillé en 1943.", "death", Certainty.HEDGED),
    ("Il fut probablement arrêté en 1943.", "arrest", Certainty.HEDGED),
    ("Selon l'historien Jean Berne, il mourut à Nice.", "death", Certainty.ATTRIBUTED),
    ("On dit que Marchal mourut à Nice.", "death", Certainty.ATTRIBUTED),
    ("Il ne fut jamais arrêté.", "arrest", Certainty.DENIED),
    ("Il n'a pas été libéré.", "release", Certainty.DENIED),
]


def stated(read: Read, text: str) -> tuple[Factoid, ...]:
    reading = read(HEAD + text)
    assert verify_reading(reading, HEAD + text) == []
    return tuple(reading.factoids)


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_states(read: Read, text: str, wanted: dict[str, Any]) -> None:
    found = [
        {"type": f.type, "date": f.when.edtf if f.when else None}
        | {name: getattr(f, name) for name in ("place", "organisation", "role", "value")}
        for f in stated(read, text)
    ]
    assert any(wanted.items() <= row.items() for row in found), found


@pytest.mark.parametrize(("text", "type_", "certainty"), SURE)
def test_commits_itself(read: Read, text: str, type_: str, certainty: Certainty) -> None:
    assert [f.certainty for f in stated(read, text) if f.type == type_] == [certainty]


def test_who_says_it_is_named(read: Read) -> None:
    found = stated(read, "Selon l'historien Jean Berne, il mourut à Nice.")
    assert [f.said_by for f in found if f.type == "death"] == ["l'historien Jean Berne"]


def test_what_stands_before_changes_nothing(read: Read) -> None:
    text = HEAD + "Il fut arrêté par la Gestapo le 11 janvier 1943. Il mourut à Nice en 1950."
    longer = "La ville de Dole est ancienne.\n\n" + text
    told = {(f.type, f.quote, f.when and f.when.edtf) for f in read(text).factoids}
    assert told <= {(f.type, f.quote, f.when and f.when.edtf) for f in read(longer).factoids}


@pytest.mark.parametrize("old_new", [("'", "’"), ("de Pierre", "de\nPierre")])
def test_typography_changes_nothing(read: Read, old_new: tuple[str, str]) -> None:
    text = HEAD + "Il fut l'ami de Pierre Daniel. Il mourut à Nice le 2 mai 1950."
    other = text.replace(*old_new)
    one, two = (
        [(f.type, f.start, f.end, f.when and f.when.edtf) for f in read(t).factoids] for t in (text, other)
    )
    assert one == two


def test_the_same_text_gives_the_same_reading(reader: Reader) -> None:
    text = HEAD + "Son frère Paul, médecin, épousa Anne Roy en 1921. Il mourut à Nice."
    readings = [json_of_reading(reader.read(document_of_text(text))) for _ in range(2)]
    assert readings[0] == readings[1]
