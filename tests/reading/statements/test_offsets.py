"""Whatever the characters, everything emitted stands in the text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading.statements.conftest import Read

from factoid.reading.grounding import verify_reading

SENTENCES = (
    "Anton Kessler was born in Riga on 3 May 1811.",
    "Генрих Люшков родился в Одессе в 1900 году.",
    "In 1901 the chemist Anto\u0301n Kessler \U0001f9ea married Ida Behrens.",
    "Ida Behrens\u2019s sister, Émilie, died in Bonn (1867).",
    "\u201cHe was never arrested,\u201d said Colonel Lenz.",
    "BEHRENS, Ida, b. Riga, 1815; d. Bonn, 1890; m. Anton Kessler.",
    "She moved to Paris, wrote a novel, and was shot in 1920.",
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    st.sampled_from((" ", "\n", "\r\n", "\n\n", "\r\n\r\n")),
)
def test_everything_emitted_stands_in_the_text(read: Read, sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    reading = read(text)
    assert verify_reading(reading, text) == []
    for factoid in reading.factoids:
        assert text[factoid.start : factoid.end] == factoid.quote
