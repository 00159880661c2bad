"""Times in French: the grammar, and the narrative that places what leaves out its year."""

from __future__ import annotations

import pytest

from factoid.dates import TimeKind, TimePhrase, find_french_times
from factoid.model import Span

TIMES = [
    ("Né le 13 juin 1938 à Metz.", [("13 juin 1938", "1938-06-13")]),
    ("le 1er mai 1920", [("1er mai 1920", "1920-05-01")]),
    ("en juin 1938", [("juin 1938", "1938-06")]),
    ("l'hiver 1938", [("hiver 1938", "1938-24")]),
    ("l'hiver 1937-1938", [("hiver 1937-1938", "1937-24")]),
    ("au début de 1938", [("début de 1938", "1938")]),
    ("vers 1920", [("vers 1920", "1920~")]),
    ("de 1920 à 1924", [("de 1920 à 1924", "1920/1924")]),
    ("1920-1924", [("1920-1924", "1920/1924")]),
    ("de juin à août 1938", [("de juin à août 1938", "1938-06/1938-08")]),
    ("du 13 au 15 juin 1938", [("du 13 au 15 juin 1938", "1938-06-13/1938-06-15")]),
    ("entre 1920 et 1924", [("entre 1920 et 1924", "[1920..1924]")]),
    ("depuis 1920", [("depuis 1920", "1920/..")]),
    ("jusqu'en 1940", [("jusqu'en 1940", "../1940")]),
    ("en 1937 ou 1938", [("1937 ou 1938", "[1937,1938]")]),
    ("au XIXe siècle", [("XIXe siècle", "18XX")]),
    ("au dix-huitième siècle", [("dix-huitième siècle", "17XX")]),
    ("dans les années 1930", [("années 1930", "193X")]),
    ("le 18 brumaire an VIII", [("18 brumaire an VIII", "1799-11-09")]),
    ("en l'an II", [("an II", "1793-09-22/1794-09-21")]),
    ("l'an mil huit cent quatre-vingt-neuf", [("an mil huit cent quatre-vingt-neuf", "1889")]),
    ("En l'an 987, il fut sacré.", [("an 987", "0987")]),
    ("27/05/1889", [("27/05/1889", "1889-05-27")]),
    ("pendant la Grande Guerre", [("pendant la Grande Guerre", "1914-07-28~/1918-11-11~")]),
    ("la veille de Noël 1226", [("veille de Noël 1226", "1226-12-24")]),
    ("Il a été pris.", []),
    ("il tua 1938 hommes", []),
    ("le dossier n° 1937", []),
    ("Mars est une planète.", []),
]

PLACED = [
    ("En 1938 il partit. Le 9 juin, il passa la frontière.", "9 juin", "1938-06-09"),
    ("Arrivé en 1919. Il partit deux ans plus tard.", "deux ans plus tard", "1921"),
    ("Marié en 1928. Il partit la même année.", "même année", "1928"),
    ("Marié en 1928. Il partit l'année suivante.", "année suivante", "1929"),
    ("Il fut pris le 13 juin 1938. Le lendemain, il mourut.", "lendemain", "1938-06-14"),
    ("Il fut pris le 13 juin 1938. Il était venu la veille.", "veille", "1938-06-12"),
    ("Né en 1902. Dans les années vingt, il partit.", "années vingt", "192X"),
    ("Il fut tué en août 1914. En mai de l'année suivante, elle partit.", "mai de l'année suivante", "1915-05"),
    ("Il partit en 1914. Au bout de deux ans, il revint.", "bout de deux ans", "1916"),
]  # fmt: skip
AGES = [
    ("à dix-sept ans", 17),
    ("à l'âge de soixante-trois ans", 63),
    ("âgée de vingt ans", 20),
    ("dans sa vingtième année", 19),
]


def times(text: str) -> tuple[TimePhrase, ...]:
    return find_french_times(text, [Span(0, len(text))])


@pytest.mark.parametrize(("text", "wanted"), TIMES)
def test_times(text: str, wanted: list[tuple[str, str]]) -> None:
    found: list[tuple[str, str]] = []
    for time in times(text):
        told = (
            (time.whole.words, time.whole.when.edtf)
            if time.whole
            else (time.words, time.when.edtf if time.when else "")
        )
        found += [told] if told not in found else []
    assert found == wanted


@pytest.mark.parametrize(("text", "words", "edtf"), PLACED)
def test_what_the_narrative_supplies(text: str, words: str, edtf: str) -> None:
    found = {t.words: t.when.edtf for t in times(text) if t.when is not None}
    assert found.get(words) == edtf, found


@pytest.mark.parametrize(("text", "years"), AGES)
def test_ages(text: str, years: int) -> None:
    assert [(t.kind, t.years_least) for t in times(text)] == [(TimeKind.AGE, years)]


@pytest.mark.parametrize("text", ["condamné à dix ans de prison", "pendant quatre ans"])
def test_a_duration_is_no_age(text: str) -> None:
    assert TimeKind.AGE not in {t.kind for t in times(text)}
