"""How bodies stand to one another, by names as sources give them."""

from __future__ import annotations

import pytest

from factoid.bodies import compare_bodies, lifespan_of_body
from factoid.model.when import bounds_of_date, day_of

OPPOSITE = {"part": "whole", "whole": "part", "successor": "predecessor", "predecessor": "successor"}

RELATIONS = [
    ("NKVD", "People's Commissariat of Internal Affairs", "same"),
    ("N.K.V.D.", "the NKVD", "same"),
    ("НКВД", "NKVD", "same"),
    ("the Kharkov GPU", "GPU", "part"),
    ("Kharkov GPU", "Kharkiv GPU", "same"),
    ("Kharkov GPU", "Kiev GPU", "different"),
    ("Far Eastern NKVD", "NKVD of the Far East", "same"),
    ("Ukrainian NKVD", "NKVD of Ukraine", "same"),
    ("UNKVD", "NKVD", "part"),
    ("Far Eastern NKVD", "UNKVD", "part"),
    ("Cheka", "OGPU", "predecessor"),
    ("NKVD", "OGPU", "successor"),
    ("GUGB", "NKVD", "part"),
    ("INO", "OGPU", "part"),
    ("Soviet secret police", "NKVD", "same"),
    ("Communist Party", "VKP(b)", "same"),
    ("KPD", "German Communist Party", "same"),
    ("Romanian Communist Party", "Communist Party", "unknown"),
    ("Gestapo", "SS", "part"),
    ("Union Army", "Confederate Army", "different"),
    ("University of Edinburgh", "Edinburgh University", "same"),
    ("Oxford University", "Cambridge University", "different"),
    ("Law Faculty of Poltava University", "University of Poltava", "part"),
    ("the university", "Poltava University", "unknown"),
    ("3rd Army", "Fifth Army", "different"),
    ("12 Inf. Div.", "12th Infantry Division", "same"),
    ("Poltava University", "Poltava Regiment", "different"),
    ("B.N.W.", "Baltic Naval Works", "same"),
    ("Hotel Splendid", "Café Royal", "different"),
    ("Austrian army", "Australian army", "different"),
    ("SS", "Waffen-SS", "whole"),
    ("OSS", "CIA", "predecessor"),
]


@pytest.mark.parametrize(("a", "b", "kind"), RELATIONS)
def test_relations_hold_and_turn_round(a: str, b: str, kind: str) -> None:
    told = compare_bodies(a, b)
    assert told.kind == kind, told.reason
    assert told.reason
    assert compare_bodies(b, a).kind == OPPOSITE.get(kind, kind)


def test_the_days_of_a_known_body() -> None:
    assert lifespan_of_body("OGPU") == (bounds_of_date("1923-11-15"), bounds_of_date("1934-07-10"))


def test_a_part_existed_within_the_days_of_the_whole() -> None:
    told = lifespan_of_body("the Kharkov OGPU")
    assert told is not None
    founded, dissolved = told
    assert founded == dissolved == (day_of(1923, 11, 15), day_of(1934, 7, 10))


def test_a_common_name_lives_as_long_as_the_line() -> None:
    told = lifespan_of_body("the Soviet secret police")
    assert told is not None
    assert told[0].earliest == day_of(1917, 12, 20)
    assert told[1].latest == day_of(1991, 12, 3)


def test_nobody_knows_the_days_of_an_unknown_body() -> None:
    assert lifespan_of_body("Society of Bell Ringers") is None
