"""The language is a two-letter code, or nothing."""

from __future__ import annotations

import pytest

from factoid.sources.plain.language import language_of

TEXTS = [
    ("He was born in Graz, the son of a baker, and went to sea.", "en"),
    ("Он родился в Граце, в семье пекаря, и ушёл в море.", "ru"),
    ("Він народився у Граці, в родині пекаря, і пішов у море.", "uk"),
    ("Er wurde in Graz geboren, als Sohn eines Bäckers, und fuhr zur See.", "de"),
    ("Il naquit à Graz, fils d'un boulanger, et partit en mer.", "fr"),
    ("Name: Weiss, Anna. Born: 1900, Graz. Occupation: teacher", None),  # too few words to tell
    ("Anton Kessler died in Bonn in 1867.", None),  # German names, English words
    (
        "PRYTHERCH, Evan, Jesus Coll., Ox. C. of Merthyr, 1860-63; R. of Llanfair; Hon. Canon since 1891.",
        "en",
    ),
    (
        "Hij was te Graz geboren of gedoopt, en ging met zijn broer naar zee. Of hij daar bleef, of niet.",
        "nl",
    ),
    (
        "House of Arteaga\n- Juan de Arteaga (1540-1601), notary\n  - Diego de Arteaga (b. 1566), abbot of Urbasa\n"
        "  - Catalina de Arteaga (b. 1570), m. 1589 Tomás de Salinas\n  - Leonor de Arteaga (b. c. 1574)",
        "en",  # Spanish names; only English pedigrees say *b. 1566*
    ),
    ("1900 – 1980", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_languages(text: str, code: str | None) -> None:
    assert language_of([text]) == code


def test_many_passages_are_one_text() -> None:
    assert language_of(["Он родился", "в Граце"] * 5000) == "ru"


def test_names_and_years_alone_have_no_language() -> None:
    assert (
        language_of(
            ["1 Sven Lindqvist (1902-1988)", "2 Nils Lindqvist (1870-1941)", "3 Kerstin Persdotter"] * 3
        )
        is None
    )
