from __future__ import annotations

import pytest

from factoid.reading.entities import Entities, find_entities
from factoid.reading.evidence import person_evidence
from factoid.reading.parse import ParsedText, Parser, tokens_of
from factoid.reading.runs import find_runs
from factoid.sources import document_of_text


def entities_in(parser: Parser, content: str) -> tuple[ParsedText, Entities]:
    parsed = parser.parse(document_of_text(content).text)
    return parsed, find_entities(parsed, source="s-1")


def label(parser: Parser, content: str, word: str) -> str | None:
    parsed, entities = entities_in(parser, content)
    return entities.label_of(next(t for t in tokens_of(parsed) if t.text == word))


LABELS = [
    ("He joined the Cheka in Kiev.", "Cheka", "organisation"),
    ("He joined the Cheka in Kiev.", "Kiev", "place"),
    ("On business he went by rail to Ussuriisk.", "Ussuriisk", "place"),
    ("She served in the NKVD for years.", "NKVD", "organisation"),
    ("Paul was awarded the Order of the Red Banner.", "Banner", "award"),
    ("Marshal Voronin arrived and Voronin spoke.", "Voronin", "person"),
    ("His son Edric was born in Bamburgh.", "Edric", "person"),
    ("Genrikh Samuilovich left for Odessa.", "Odessa", "place"),
    ("He was a Chekist and a Pole.", "Pole", "people"),
    ("Maria van den Bosch lived in Ghent.", "Bosch", "person"),
    ("The Ministry of War refused.", "War", "organisation"),
    ("They were in Bund.", "Bund", "organisation"),  # as much speaks for a place: the first of the alphabet
    ("She went then at Colonel Obrenanu and asked for a rifle.", "Obrenanu", "person"),
    ("The charges were brought by the Rev. J. B. Wood, which nobody proved.", "Wood", "person"),
    ("In May he took two spies, Epplor and Sandsted, across the desert.", "Sandsted", "person"),
    ("They killed all but the youngest, Kamakli, and buried him.", "Kamakli", "person"),
    ("HARLEY-ADEBOLA, Olrike, M.B.E. b. Ibadan 1961. Double sculls.", "Olrike", "person"),
    ("The baker Hassan dan Lemu sold it to a Tahitian sailor.", "Tahitian", "people"),
]


@pytest.mark.parametrize(("content", "word", "expected"), LABELS)
def test_labels(parser: Parser, content: str, word: str, expected: str) -> None:
    assert label(parser, content, word) == expected


def test_a_name_is_one_span(parser: Parser) -> None:
    parsed, entities = entities_in(parser, "Yesterday Maria van den Bosch left.")
    token = next(t for t in tokens_of(parsed) if t.text == "den")
    span = entities.span_at(token)
    assert span is not None
    assert span.text == "Maria van den Bosch"


WHOLE_NAMES = [
    ("In 1894 Ts'ai Mei-p'ing came home.", "Ts'ai Mei-p'ing"),
    ("His friend Sun Min-sen wrote to him.", "Sun Min-sen"),
    ("There he was received by King Felipe 3, and slept.", "King Felipe 3"),
    ("She was given to Hassan dan Lemu in that year.", "Hassan dan Lemu"),
    ("President Daniel arap Kerio called her in.", "President Daniel arap Kerio"),
    ("Fleming, Richard, born at Crofton, bishop of Lincoln.", "Fleming, Richard"),
]


@pytest.mark.parametrize(("content", "name"), WHOLE_NAMES)
def test_small_words_and_figures_within_a_name_belong_to_it(parser: Parser, content: str, name: str) -> None:
    _, entities = entities_in(parser, content)
    assert name in [run.words.text for run in entities.persons]


@pytest.mark.parametrize("content", ["King Oleg 5 ships sent.", "He saw the Sun King on 3 May."])
def test_a_figure_or_the_sun_is_no_part_of_a_name(parser: Parser, content: str) -> None:
    _, entities = entities_in(parser, content)
    assert not {"King Oleg 5", "Sun King"} & {run.words.text for run in entities.persons}


SURNAME_FIRST = [
    ("Father: Zschoche, Paul, stocking weaver. Mother: Zschoche, Anna, home worker.", "Paul Zschoche"),
    ("The prisoner Adlerova, Esther Moiseevna, was led in.", "Esther Moiseevna Adlerova"),
    ("JOHN HOLM, M.A., born Leith, 1722.", "John Holm"),
]
NOT_TURNED = [
    ("They came from Hindley, Anna and Otto too.", "Anna Hindley"),
    ("He lived in Holmstad, Adelaide, for years.", "Adelaide Holmstad"),
    ("There were Orlov, Boris, Anna and Otto.", "Anna Boris"),
]


@pytest.mark.parametrize(("content", "name"), SURNAME_FIRST)
def test_a_surname_may_come_first_anywhere(parser: Parser, content: str, name: str) -> None:
    parsed, _ = entities_in(parser, content)
    assert name in [run.name for run in find_runs(parsed)]


@pytest.mark.parametrize(("content", "name"), NOT_TURNED)
def test_a_list_or_a_place_is_no_name_turned_round(parser: Parser, content: str, name: str) -> None:
    parsed, _ = entities_in(parser, content)
    assert name not in [run.name for run in find_runs(parsed)]


def test_what_somebody_is_said_to_be_called_is_a_name(parser: Parser) -> None:
    runs = find_runs(entities_in(parser, "The men, unable to say Holm, called him Tamate in those days.")[0])
    assert "told_as_a_name" in person_evidence(runs)["tamate"]
    assert "told_as_a_name" not in person_evidence(runs)["holm"]


def test_places_and_organisations_are_listed_with_their_mentions(parser: Parser) -> None:
    content = "In Moscow the NKVD waited. From Moscow he went on."
    _, entities = entities_in(parser, content)
    moscow = next(p for p in entities.places if p.name == "Moscow")
    assert [s.of(content) for s in moscow.mentions] == ["Moscow", "Moscow"]
    assert "NKVD" in {o.name for o in entities.organisations}


def test_evidence_comes_in_the_same_order_in_every_process(parser: Parser) -> None:
    text = (
        "Chief of staff was Orlov. In Riga Anna Lind met Marshal Voronin, who knew Edric, a poet, and Boris."
    )
    runs = find_runs(parser.parse(document_of_text(text).text))
    firsts = [next(iter(features)) for features in person_evidence(runs).values()]
    assert len(firsts) > 4
    assert all(feature.startswith("ner:") for feature in firsts)  # sums of floats depend on the order


def test_a_post_in_capitals_is_nobodys_name(parser: Parser) -> None:
    _, entities = entities_in(parser, "Mr. Ward is President, Chief Executive Officer of Galloway Brothers.")
    assert [run.name for run in entities.persons] == ["Ward"]


@pytest.mark.parametrize(
    "words",
    [
        "Otto Lind filmed a pilot titled Young Karl in Graz.",
        "Otto Lind worked for the distributor Brandt Foods in Graz.",
        "Otto Lind ran Berg Pharmaceuticals in Graz.",
        "Otto Lind was appointed Deputy Prime Minister.",
        "Otto Lind joined the bank as Chief Financial Officer.",
        "Otto Lind is a James Berg Professor of Mathematics.",
    ],
)
def test_works_firms_and_posts_are_no_persons(parser: Parser, words: str) -> None:
    _, entities = entities_in(parser, words)
    assert {run.words.text for run in entities.persons} == {"Otto Lind"}


@pytest.mark.parametrize("name", ["James Cook", "Boyd Carpenter", "Oliver Fellow"])
def test_a_surname_that_is_a_trade_is_a_persons(parser: Parser, name: str) -> None:
    _, entities = entities_in(parser, f"{name} was born in Graz.")
    assert {run.words.text for run in entities.persons} == {name}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("Radhanath Pal was a judge. Pal came from Salim, a village of Bengal.", "Pal"),
        ("The dockers followed James Sexton, a trade unionist. Sexton broke with them in 1909.", "Sexton"),
    ],
)
def test_a_surname_that_is_a_word_too_is_that_of_whom_the_text_names(
    parser: Parser, content: str, word: str
) -> None:
    parsed, entities = entities_in(parser, content)
    assert all(entities.label_of(t) == "person" for t in tokens_of(parsed) if t.text == word)


def test_a_headline_in_capitals_goes_on_after_the_name(parser: Parser) -> None:
    text = (
        "CAPT. AZARIAH BUTLER CROSSES THE BAR\n\nWord came of the passing of Capt. Azariah Butler on Sunday."
    )
    _, entities = entities_in(parser, text)
    assert [run.words.text for run in entities.persons] == ["Capt. Azariah Butler", "Capt. Azariah Butler"]


def test_illnesses_that_open_a_sentence_are_nobody(parser: Parser) -> None:
    _, entities = entities_in(
        parser, "Pleurisy followed. Measles took her at six. Interment took place at Ely."
    )
    assert not entities.persons
