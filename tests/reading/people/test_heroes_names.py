"""The hero's names: a pet name for that of the title, given names at birth, the surname that a parent was named by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People


def forms(people: People) -> dict[str, set[str]]:
    return {p.name: set(p.forms) for p in people.personas}


def test_the_surname_is_the_heros_though_only_a_parent_is_named_in_full(
    read_people: Callable[[str], People],
) -> None:
    text = (
        "In the family of the poor farmer Maxim Podgorny seven children grew up. Ivan was born in 1871. "
        "Ivan sang in the choir and ploughed. At twenty-one Ivan left for Riga.\n\n"
        "In 1903 the society sent Podgorny to Paris. Ivan won there. He died in 1949."
    )
    told = forms(read_people(text))
    assert {"Ivan", "Podgorny"} <= told["Ivan Podgorny"]
    assert "Podgorny" not in told["Maxim Podgorny"]


def test_a_child_between_others_does_not_get_the_surname_of_a_master(
    read_people: Callable[[str], People],
) -> None:
    text = (
        "Ivan was born in Ely in 1871 and sang in the choir. He served Maxim Podgorny, a farmer, for ten years. "
        "Podgorny paid him badly. Ivan left for Riga."
    )
    assert "Podgorny" in forms(read_people(text))["Maxim Podgorny"]


def test_a_surname_is_that_of_the_headword_not_of_the_father_told_in_passing(
    read_people: Callable[[str], People],
) -> None:
    text = (
        "Lutholt, Albert John (c. 1898–1967). Zulu chief, teacher.\n"
        "Son of a mission interpreter, John Bunyan Lutholt, who died early, Lutholt saw the light near Bulawayo."
    )
    assert "Lutholt" in forms(read_people(text))["Albert John Lutholt"]


def test_one_named_in_the_title_is_the_first_of_the_text_by_a_pet_name(
    read_people: Callable[[str], People],
) -> None:
    text = (
        "The robber in boots: three sentences of Gregory Kotlov\n\n"
        "Zaika Grishka wrote 1887 instead of 1881 in questionnaires. At the estate Gregory was beaten. "
        "Kotlov fled in 1913 through the taiga."
    )
    assert "Zaika Grishka" in forms(read_people(text))["Gregory Kotlov"]


def test_given_names_at_birth_are_the_heros(read_people: Callable[[str], People]) -> None:
    text = (
        "Emma Northen and her theorem\n\n"
        "In Erlangen there appeared a first-born girl. Amalie Emma was short-sighted and adored to dance. "
        "Emma Northen lectured in Bonn."
    )
    assert "Amalie Emma" in forms(read_people(text))["Emma Northen"]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        (
            "In the family of treasurer Ivan Ivanovich Pirogov the thirteenth child appeared on November 25, 1810, in "
            "Moscow. The boy was named Nikolai. Kolya began to play doctors.",
            "Ivan Ivanovich Pirogov",
            "The boy",
        ),
        (
            '"My father named me Brotero," the old farmer told a schoolmaster, Elisha Noble. '
            "Elisha Noble was born in Guinea. Elisha Noble wrote it down. Noble taught in Ely.",
            "Elisha Noble",
            "the old farmer",
        ),
        (
            "The boy was named Nikolai and played doctors. He studied in Riga. He taught in Bonn. "
            "In May 1881 Nikolai Sklifov noticed an ulcer. He was a surgeon.",
            "Nikolai Sklifov",
            "Nikolai",
        ),
    ],
)
def test_a_description_or_a_name_given_is_not_whoever_else_the_clause_names(
    read_people: Callable[[str], People], text: str, name: str, form: str
) -> None:
    assert form not in forms(read_people(text))[name]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "By the death of Mrs. Hope, better known under her maiden name of Isabella Lark, the country has lost a "
            "traveller. Miss Lark rode through Persia.",
            "Mrs. Hope",
            "Isabella Lark",
        ),
        ("Anna Berg joined the WAAF in November 1940 as Nora Baker.", "Anna Berg", "Nora Baker"),
        (
            "Silvanus II., the name assumed by Gerold on his elevation to the papacy, was born in Auvergne. "
            "Gerold was consecrated in 991.",
            "Silvanus II",
            "Gerold",
        ),
    ],
)
def test_names_told_to_be_one_persons(
    read_people: Callable[[str], People], text: str, one: str, other: str
) -> None:
    assert any({one, other} <= told for told in forms(read_people(text)).values())


def test_a_plain_mr_is_the_hero_though_the_father_was_called_so(read_people: Callable[[str], People]) -> None:
    text = (
        "HENRY ARTHUR STANWICK was the younger son of the late Mr. Joseph Stanwick, razor maker, of Sheffield, "
        "where he was born in 1838. He was educated at Wesley College and served under Captain Sherard. In 1864 Mr. "
        "Stanwick proceeded to India. Fever compelled him to leave. He leaves an only son, Mr. J. G. Stanwick."
    )
    assert "Mr. Stanwick" in forms(read_people(text))["Henry Arthur Stanwick"]
