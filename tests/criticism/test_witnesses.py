"""Five pages that copy one another are one witness; two people who tell the same life are two."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.criticism.dependence.citations import Citable, citation_in
from factoid.criticism.dependence.dependence import (
    ONE_WITNESS,
    Dependence,
    DependenceKind,
    dependence_of_json,
    find_dependences,
    json_of_dependence,
)
from factoid.criticism.dependence.fingerprints import SHINGLE, WINDOW, Word, prints_of, words_of
from factoid.criticism.dependence.testimony import Testimony as Witness
from factoid.criticism.dependence.testimony import json_of_testimony, take_testimony
from factoid.criticism.dependence.testimony import testimony_of_json as read_testimony
from factoid.criticism.dependence.witnesses import witnesses_by
from factoid.model import Finding, Span
from factoid.sources import document_of_text

ORIGINAL = """
Marta Vereš was born in Zombor in 1884, the third child of a bargeman who smuggled salt across the Tisza. At fourteen
she was sent to the convent in Baja, where the nuns discovered her gift for botanical drawing. In the autumn of 1903
she walked to Budapest with eleven crowns sewn into her hem and talked her way into Professor Lendl's herbarium.
Lendl dismissed her in 1909 after a quarrel about a stolen orchid. She spent the war in Trieste, colouring maps for the
Austrian navy, and returned to Zombor in 1919 to find her father's house occupied by a Serbian captain named Ristić.
"""

COPY = """
Interesting women of the Danube. Marta Vereš was born in Zombor in 1884, the third child of a bargeman who smuggled
salt across the Tisza. At fourteen she was sent to the convent in Baja, where the nuns discovered her gift for
botanical drawing. She later became famous. Many people remember her today with love, and a street bears her name.
"""

REWORDED = """
The painter Vereš came from Zombor. Her father, a bargeman, had smuggled salt, and the girl came to the convent at Baja.
Her gift for botanical drawing took her to Budapest with crowns sewn into her hem. After the quarrel about a stolen
orchid with Lendl she was dismissed. In Trieste she was colouring maps for the navy during the war, it is told.
"""

INDEPENDENT = """
Vereš, Marta (Zombor 1884 - Novi Sad 1951), illustrator. Daughter of Janos Vereš, boatman. Worked from 1903 at the
natural history collections in Budapest under A. Lendl; in Trieste 1914-1918. From 1920 she taught drawing at the
girls' school of Novi Sad and published two albums of the flora of Bačka, which are still consulted by gardeners.
"""

RUSSIAN = """
Марта Вереш родилась в городе Зомбор в 1884 году. В 1898 году её отдали в монастырь города Байя. Осенью 1903 года она
пришла в Будапешт к профессору Лендлу. В 1909 году Лендл её уволил. Всю войну 1914 года провела в городе Триест, а
в 1919 году вернулась в Зомбор, где встретила капитана Ристича. В 1920 году Вереш переехала в Суботицу, в 1931 году
уехала в Загреб.
"""

TRANSLATED = """
The artist Marta Veresh was born in the city of Zombor in 1884. In 1898 she was given to the monastery of Baya. In
the autumn of 1903 she came to Budapesht to professor Lendl. In 1909 she was fired by Lendl. She spent the war of 1914
in Triest, and in 1919 returned to Zombor, where she met captain Ristich. In 1920 the woman Veresh moved to Subotica,
in 1931 left to Zagreb.
"""


def witness(name: str, text: str, *errors: str) -> Witness:
    document = document_of_text(text, name=name)
    document = replace(document, source=replace(document.source, name=name))
    content = document.text.content
    findings = [
        Finding(kind="homonym", note="", start=content.index(e), end=content.index(e) + len(e))
        for e in errors
    ]
    return take_testimony(document, findings)


def kinds(*testimonies: Witness) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for d in find_dependences(testimonies):
        found.setdefault((d.left, d.right), set()).add(str(d.kind))
    return found


def test_a_copy_shares_passages_and_is_the_same_witness() -> None:
    original, copy = witness("a", ORIGINAL), witness("b", COPY)
    (dependence,) = [d for d in find_dependences([original, copy]) if d.kind is DependenceKind.SHARED_PASSAGE]
    assert dependence.strength >= ONE_WITNESS
    mine, other = dependence.spans[0]
    assert "smuggled\nsalt" in COPY[other.start : other.end] or "smuggled" in COPY[other.start : other.end]
    assert "bargeman" in ORIGINAL[mine.start : mine.end]


def test_a_retelling_shares_wordings() -> None:
    assert kinds(witness("a", ORIGINAL), witness("b", REWORDED))[("a", "b")] >= {"shared-wording"}


def test_two_people_who_tell_one_life_are_two_witnesses() -> None:
    texts = {"a": ORIGINAL, "b": INDEPENDENT}
    dependences = find_dependences([witness(n, t) for n, t in texts.items()])
    assert not witnesses_by(dependences).groups


def test_a_translation_follows_its_original_in_names_and_numbers() -> None:
    assert kinds(witness("ru", RUSSIAN), witness("en", TRANSLATED)) == {("en", "ru"): {"same-original"}}


def test_the_same_error_in_both() -> None:
    one = witness("a", "In 1921 a donkey settled among the sailors of Kherson. He drank.", "a donkey settled")
    other = witness("b", "Later, they say, a  donkey settled in that town.", "a  donkey settled")
    (dependence,) = find_dependences([one, other])
    assert (dependence.kind, dependence.strength >= ONE_WITNESS) == (DependenceKind.SHARED_ERROR, True)


def test_only_tied_pairs_are_asked_for_one_original() -> None:
    pair = [witness("ru", RUSSIAN), witness("en", TRANSLATED)]
    assert find_dependences(pair, tied=[]) == ()
    assert find_dependences(pair, tied=[("ru", "en")]) != ()


BOOK = Citable(
    source="book",
    title="The Gardeners of the Lower Danube",
    creator="Olga Tarn",
    origin="https://www.tarn.example/gardeners",
)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("She is praised in The gardeners of the lower Danube and by others.", "title"),
        ("More on tarn.example/gardeners today.", "address"),
        ("According to the historian Olga Tarn she left in 1919.", "author"),
        ("In 1919 she met Olga Tarn in Zombor.", None),
    ],
)
def test_a_source_that_names_another_is_tied_but_stays_a_witness(words: str, label: str | None) -> None:
    citation = citation_in(words, Span(0, len(words)), Citable(source="page"), BOOK)
    if label is None:
        assert citation is None
    else:
        assert citation is not None
        assert f"the {label} of book" in citation.note
        assert witnesses_by([citation]).of("page") == "page"


def test_a_testimony_and_a_tie_are_kept_as_json() -> None:
    one, other = witness("a", ORIGINAL), witness("b", COPY)
    assert read_testimony(json.loads(json.dumps(json_of_testimony(one)))) == one
    for dependence in find_dependences([one, other]):
        assert dependence_of_json(json.loads(json.dumps(json_of_dependence(dependence)))) == dependence


def tie(left: str, right: str, strength: float, *spans: tuple[Span, Span]) -> Dependence:
    kind = DependenceKind.SHARED_PASSAGE
    return Dependence(left=left, right=right, kind=kind, strength=strength, note="", spans=spans)


def test_who_copies_of_a_copy_is_the_same_witness() -> None:
    ties = [tie("a", "b", 0.9), tie("b", "x", 0.8), tie("x", "c", 0.7), tie("d", "e", 0.3)]
    witnesses = witnesses_by(ties)
    assert [witnesses.of(name) for name in "abcde"] == ["a", "a", "a", "d", "e"]


PARAGRAPH = tie("b", "a", 0.3, (Span(100, 200), Span(10, 110)))
CLAIMS = [
    # in which words of a, b and c a claim is made, and which witness each is
    ({"a": [Span(20, 40)], "b": [Span(110, 130)]}, {"a": "a", "b": "a"}),
    ({"a": [Span(20, 40)], "b": [Span(300, 330)]}, {"a": "a", "b": "b"}),
    ({"a": [Span(20, 40), Span(500, 510)], "b": [Span(190, 230)], "c": [Span(0, 9)]}, {"a": "a", "b": "a", "c": "c"}),
    ({"b": [Span(110, 130)], "d": [Span(1, 2)]}, {"b": "b", "d": "c"}),
    ({"a": [], "b": [Span(110, 130)]}, {"a": "a", "b": "b"}),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), CLAIMS)
def test_who_took_a_paragraph_is_no_second_witness_for_what_it_tells(
    told: dict[str, list[Span]], expected: dict[str, str]
) -> None:
    witnesses = witnesses_by([PARAGRAPH, tie("c", "d", 0.9)])
    assert witnesses.of_claim(told) == expected
    assert witnesses.share_words(told) == ({"a", "b"} <= told.keys())


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_groups_do_not_hang_on_the_order(pairs: list[tuple[str, str]]) -> None:
    ties = [tie(a, b, 0.9) for a, b in pairs]
    assert witnesses_by(ties) == witnesses_by(ties[::-1])


@given(
    st.integers(0, 60),
    st.integers(0, 60),
    st.lists(st.sampled_from(["red", "sea", "ship", "oar"]), max_size=30),
)
def test_a_shared_run_of_words_always_leaves_a_shared_print(
    before: int, after: int, noise: list[str]
) -> None:
    run = [f"word{i}" for i in range(SHINGLE + WINDOW - 1)]
    one = [f"a{i}" for i in range(before)] + run + [f"b{i}" for i in range(after)]
    other = noise + run + [f"c{i}" for i in range(before)]

    def prints(words: list[str]) -> set[int]:
        return {p.hash for p in prints_of([Word(w, i, i + 1) for i, w in enumerate(words)])}

    assert prints(one) & prints(other)


@pytest.mark.parametrize("text", ["", "One two.", "One two three four five six."])
def test_short_texts_have_few_prints_or_none(text: str) -> None:
    words = words_of(text, [Span(0, len(text))])
    assert len(prints_of(words)) == max(0, min(1, len(words) - SHINGLE + 1))
