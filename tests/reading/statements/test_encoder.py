"""The encoder: heard where its extra is installed, the same in every run, and silent where it is not wanted."""

import importlib.util
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from factoid.model import Reading
from factoid.reading import make_reader
from factoid.reading.grounding import verify_reading
from factoid.reading.statements.weighing import encoder
from factoid.reading.statements.weighing.judging import ClauseWeights
from factoid.reading.statements.weighing.word_pieces import WordPieces
from factoid.sources import document_of_text

TEXT = """Ida Lund was born at Ribe in 1861. In 1884 she entered the service of the Danish Red Cross, and two years \
later she was put in charge of its hospital at Aarhus, where she stayed until the war. Her brother Karl kept the books.

After the war she withdrew to Ribe and gave her papers to the cathedral. She died there on 3 May 1921."""

needs_it = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None, reason="the extra encoder is not installed"
)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch it on, which is off for all other tests."""
    monkeypatch.delenv(encoder.SWITCH, raising=False)


def reading_of(text: str) -> Reading:
    return make_reader().read(document_of_text(text, name="lund"))


@needs_it
@pytest.mark.usefixtures("heard")
def test_a_reading_says_that_it_was_heard() -> None:
    reading = reading_of(TEXT)
    assert reading.reader.endswith("+encoder@1")
    assert {f.model for f in reading.factoids} == {"en_core_web_sm@3.8.0+encoder@1"}
    assert {"birth", "death"} <= {f.type for f in reading.factoids}


@needs_it
@pytest.mark.usefixtures("heard")
def test_what_it_says_is_proved_like_all_else() -> None:
    document = document_of_text(TEXT, name="lund")
    assert not list(verify_reading(make_reader().read(document), document.text.content))


@needs_it
@pytest.mark.usefixtures("heard")
def test_it_says_the_same_in_another_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        assert other.submit(reading_of, TEXT).result() == reading_of(TEXT)


@needs_it
@pytest.mark.usefixtures("heard")
def test_a_sentence_is_heard_by_itself() -> None:
    first = TEXT.split("\n\n")[0]
    apart = [(f.type, f.quote, f.confidence) for f in reading_of(first).factoids]
    together = [(f.type, f.quote, f.confidence) for f in reading_of(TEXT).factoids if f.quote in first]
    assert apart == together


def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(encoder.SWITCH, "off")
    assert "encoder" not in reading_of(TEXT).reader


def test_without_the_extra_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = reading_of(TEXT)
    monkeypatch.delenv(encoder.SWITCH, raising=False)
    monkeypatch.setattr(encoder, "onnxruntime", None)
    assert reading_of(TEXT) == alone


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
