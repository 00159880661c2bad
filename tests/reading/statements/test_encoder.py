"""The encoder: the same in every run, and silent where it is not wanted."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from factoid.model import Reading
from factoid.reading import make_reader
from factoid.reading.grounding import verify_reading
from factoid.reading.statements.weighing import encoder
from factoid.reading.statements.weighing.judging import ClauseWeights
from factoid.reading.statements.weighing.layers import Heard
from factoid.reading.statements.weighing.word_pieces import WordPieces
from factoid.sources import document_of_text

TEXT = """Ida Lund was born at Ribe in 1861. In 1884 she entered the service of the Danish Red Cross, and two years \
later she was put in charge of its hospital at Aarhus, where she stayed until the war. Her brother Karl kept the books.

After the war she withdrew to Ribe and gave her papers to the cathedral. She died there on 3 May 1921."""


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch it on."""
    monkeypatch.setenv(encoder.SWITCH, "on")


def reading_of(text: str) -> Reading:
    return make_reader().read(document_of_text(text, name="lund"))


@pytest.mark.usefixtures("heard")
def test_a_reading_says_that_it_was_heard() -> None:
    reading = reading_of(TEXT)
    assert reading.reader.endswith("+encoder@2")
    assert {f.model for f in reading.factoids} == {"en_core_web_sm@3.8.0+encoder@2"}
    assert {"birth", "death"} <= {f.type for f in reading.factoids}


@pytest.mark.usefixtures("heard")
def test_what_it_says_is_proved_like_all_else() -> None:
    document = document_of_text(TEXT, name="lund")
    assert not list(verify_reading(make_reader().read(document), document.text.content))


@pytest.mark.usefixtures("heard")
def test_it_says_the_same_in_another_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        assert other.submit(reading_of, TEXT).result() == reading_of(TEXT)


@pytest.mark.usefixtures("heard")
def test_a_sentence_is_heard_by_itself() -> None:
    first = TEXT.split("\n\n")[0]
    apart = [(f.type, f.quote, f.confidence) for f in reading_of(first).factoids]
    together = [(f.type, f.quote, f.confidence) for f in reading_of(TEXT).factoids if f.quote in first]
    assert apart == together


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("as_written", ["\r\n", " \n"])
def test_ends_of_lines_change_nothing(as_written: str) -> None:
    told = [(f.type, f.quote, f.confidence) for f in reading_of(TEXT).factoids]
    assert [
        (f.type, f.quote, f.confidence) for f in reading_of(TEXT.replace("\n", as_written)).factoids
    ] == told


SENTENCES = [
    Heard([101, 2016, 2351, 2045, 102], [0, 1, 0, 0, 0], [1, 2]),
    Heard([101, 2010, 2567, 3294, 2921, 1996, 2808, 1012, 102], [0, 1, 1, 1, 0, 0, 0, 0, 0], [4]),
    Heard([101, 102], [0, 0], [0, 1]),
]


def test_sentences_beside_each_other_are_heard_like_each_alone() -> None:
    layers = encoder.the_encoder()._layers
    alone = np.concatenate([layers.vectors([sentence]) for sentence in SENTENCES])
    assert np.abs(layers.vectors(SENTENCES) - alone).max() < 1e-4


def test_of_a_long_passage_some_sentences_are_heard_at_a_time() -> None:
    layers = encoder.the_encoder()._layers
    assert np.abs(layers.vectors(SENTENCES * 99)[-5:] - layers.vectors(SENTENCES)).max() < 1e-4


def test_a_vector_does_not_lean_on_what_else_is_asked_for() -> None:
    layers, sentence = encoder.the_encoder()._layers, SENTENCES[1]
    everywhere = layers.vectors([sentence._replace(asked=range(9))])
    assert np.abs(layers.vectors([sentence]) - everywhere[4]).max() < 1e-4
    assert np.abs(everywhere[4] - everywhere[5]).max() > 0.1


def test_it_is_heard_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(encoder.SWITCH, raising=False)
    assert "encoder" not in reading_of(TEXT).reader


def test_what_is_heard_counts_beside_the_weights() -> None:
    weights = ClauseWeights(types=("travel", "death"), bias=(0.0, -4.0), of={}, threshold=0.3)
    assert [t for t, _ in weights.likely([])] == ["travel"]
    assert [t for t, _ in weights.likely([], heard=(-4.0, 4.0))] == ["death"]
    assert weights.likely([], heard=(0.0, -4.0)) == weights.likely([])


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Sailed", ["sail", "##ed"]),
        ("fiancée", ["fiancee"]),
        ("well-read", ["well", "-", "read"]),
        ("Ω", ["[UNK]"]),
        ("sailx", ["[UNK]"]),
        (" ", []),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(word: str, pieces: list[str]) -> None:
    known = ["[UNK]", "[CLS]", "[SEP]", "sail", "##ed", "fiancee", "well", "-", "read", "sai"]
    assert [known[number] for number in WordPieces(known).of(word)] == pieces
