"""What readers new to it found wrong: who is whose child, what was only to be done, the short words of dictionaries."""

import pytest
from reading.statements.conftest import Read, said

import factoid

_ENTRY = (
    "HOLUB, Jan (1871-1940), engineer. Studied in Prague under Karel Weiss. He built the bridge at Kolin."
)
_NIECE = "LORNE, Anna, engineer; b. Kolin, 1871, 3rd dau. of Rev. Karl Weiss and Ida Low. She m. (1) 1892 Alfred Low."
_CARD = "Jan Holub, engineer\nBorn: 1871, Kolin\nWife (from 1929): Hedvika\nEducation: Prague Polytechnic"

# text, person, type, what the fields must be
TOLD = [
    (_ENTRY, "Jan Holub", "work", {"value": "bridge", "place": "Kolin"}),
    (_ENTRY, "Jan Holub", "birth", {"date": "1871"}),
    (_NIECE, "Anna Lorne", "occupation", {"value": "engineer", "date": None}),
    (_CARD, "Holub", "kinship", {"role": "wife", "date": "1929/.."}),
    (
        "LORNE, Anna; b. Kolin, 1871. Educ. at Queen's Coll., London. Mem. Academy of Graz.",
        "Lorne",
        "education",
        {"organisation": "Queen's Coll.", "place": "London"},
    ),
    (
        "LORNE, Anna; b. Kolin, 1871. Educ. Ampleforth.",
        "Lorne",
        "education",
        {"organisation": "Ampleforth"},
    ),
    (
        "GROMOV, Ivan; b. Tver, 1880; St Vladimir 4th cl., 1911.",
        "Gromov",
        "award",
        {"value": "St Vladimir 4th cl."},
    ),
    (
        "Ida Berg was born in Ely, the only child of a cook, Samuel Berg, and his wife, Edith (née Low), a tailor.",
        "Edith",
        "occupation",
        {"value": "tailor"},
    ),
    (
        "Pavel Gromov was deputy head of the special section of the Kiev Cheka.",
        "Gromov",
        "office",
        {"role": "deputy head", "organisation": "special section of the Kiev Cheka"},
    ),
    (
        "George Thwaites, director of the Peradeniya garden, was kind.",
        "Thwaites",
        "office",
        {"role": "director", "organisation": "Peradeniya garden"},
    ),
    ("Ann Low was buried in St. Mary's Church.", "Low", "burial", {"place": "St. Mary's Church"}),
    ("Karl Weiss was sent to the front. There he was captured.", "Weiss", "arrest", {"place": "front"}),
]


@pytest.mark.parametrize(("text", "person", "type_", "fields"), TOLD)
def test_fields_are_what_the_words_say(
    read: Read, text: str, person: str, type_: str, fields: dict[str, str | None]
) -> None:
    found = said(read(text), type_, person)
    assert [{name: getattr(f, name) for name in fields} for f in found] == [fields]


# text, person, type that nothing in it states
NOT_TOLD = [
    ("Pavel Gromov was to be appointed ambassador in 1938.", "Gromov", "office"),
    ("Karl Weiss was to marry Ann Low in May, but she died in April.", "Weiss", "kinship"),
    ("There was a plan to send Karl Weiss to Paris.", "Weiss", "travel"),
    ("Karl Weiss was about to leave for Madrid.", "Weiss", "travel"),
    ("Ann Low was an excellent employee.", "Low", "office"),
    ("Ann Low bought a boat and ran it for 14 years.", "Low", "office"),
    ("Karl Weiss was arrested and sentenced.", "Weiss", "sentence"),
    ("Ann Low's chief work, the Atlas, remained unfinished.", "Low", "office"),
    ("They took Ann Low's letters.", "Low", "work"),
    ("PROUT, John Skinner (fl. 1790-1811), bookseller at Exeter.", "Prout", "birth"),
    ("Karl Weiss fled disguised as a monk.", "Weiss", "rank"),
    ("Emil Roth lived upstairs. He liked Ida Berg. She was a widow.", "Roth", "kinship"),
]


@pytest.mark.parametrize(("text", "person", "type_"), NOT_TOLD)
def test_what_the_words_do_not_bear_out_is_not_told(read: Read, text: str, person: str, type_: str) -> None:
    assert said(read(text), type_, person) == []


def test_what_became_of_somebody_is_told(read: Read) -> None:
    found = said(read("Karl Weiss was to become the first president of the academy."), "office", "Weiss")
    assert [f.role for f in found] == ["first president"]


# text, kin of whom, the role and the name of each
KIN = [
    (_NIECE, "Anna Lorne", {("father", "Karl Weiss"), ("mother", "Ida Low"), ("husband", "Alfred Low")}),
    (
        "LANE, Tom; b. Ely, 1840. He m. (1) 1872 Alice, dau. of Capt. R. Vane.",
        "Tom Lane",
        {("wife", "Alice")},
    ),
    (
        "Ida Berg was born in Ely, the only child of a ship's cook, Samuel Berg, and his wife, Edith.",
        "Ida Berg",
        {("father", "Samuel Berg"), ("mother", "Edith")},
    ),
    (
        "Ida Kranz was born in 1850, the second daughter of a watchmaker, Emil Kranz.",
        "Ida",
        {("father", "Emil Kranz")},
    ),
]


@pytest.mark.parametrize(("text", "person", "kin"), KIN)
def test_kin_are_the_people_named(read: Read, text: str, person: str, kin: set[tuple[str, str]]) -> None:
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    assert {(f.role, names[f.related[0]]) for f in said(reading, "kinship", person)} == kin


def test_each_of_several_is_told(read: Read) -> None:
    reading = read("Emil Lind founded the workshop in Graz in 1880; successors: Anton Berg, Karl Weiss.")
    assert {f.role for name in ("Berg", "Weiss") for f in said(reading, "association", name)} == {
        "predecessor"
    }
    awards = read("LORNE, Anna; b. Kolin, 1871. Awards: St George 4th cl., St Anne 3rd cl.")
    assert [f.value for f in said(awards, "award", "Lorne")] == ["St George 4th cl.", "St Anne 3rd cl."]


def test_it_is_the_body_named_before(read: Read) -> None:
    reading = read("The Cheka was founded in 1921. Karl Weiss headed it in 1922.")
    assert [f.organisation for f in said(reading, "office", "Weiss")] == ["Cheka"]


def test_somebody_known_only_by_a_description_is_less_sure(read: Read) -> None:
    named, described = read("Otto Lind died in 1921."), read("Otto Lind wept. A beggar died in 1921.")
    sure = said(named, "death", "Lind")[0].confidence
    assert [f.confidence for f in said(described, "death", "beggar")] == [pytest.approx(sure * 0.6, abs=0.1)]


# a second round: headwords with titles, names of oneself, journeys by their goal
AGAIN = [
    (
        "LANE, Rear-Adm. Hugh (1779-1852). B. Caerhays, 2nd s. of John Lane.",
        "Hugh Lane",
        "death",
        {"date": "1852"},
    ),
    (
        "KALNINS, Arvids (1886-1942). Arrested June 1941, deported to Vyatka.",
        "Kalnins",
        "arrest",
        {"place": None, "date": "1941-06"},
    ),
    ("Ann Low fled across Switzerland to England.", "Low", "travel", {"place": "England"}),
    ("Ann Low was evacuated with her two brothers to Riga.", "Low", "travel", {"place": "Riga"}),
]


@pytest.mark.parametrize(("text", "person", "type_", "fields"), AGAIN)
def test_fields_of_the_second_round(
    read: Read, text: str, person: str, type_: str, fields: dict[str, str | None]
) -> None:
    found = said(read(text), type_, person)
    assert [{name: getattr(f, name) for name in fields} for f in found] == [fields]


NOT_AGAIN = [
    ("KALNINS, Arvids (1886-1942). Born Cesis, son of a miller.", "Kalnins", "name"),
    ("Karl Weiss lived on the island. Ida Berg became the only child on the island.", "Berg", "kinship"),
    ("In 1910 Karl Weiss took in a boy called Josef.", "Weiss", "name"),
    ("In a letter Karl Weiss called Zhilin a murderer.", "Weiss", "name"),
    ("Josef Lind, whose parents had died of typhus, left.", "Lind", "death"),
    ("The Swedish envoy, Otto Berg, left.", "Berg", "ethnicity"),
    ("Karl Weiss robbed trains with the brothers Kotarski.", "Weiss", "kinship"),
]


@pytest.mark.parametrize(("text", "person", "type_"), NOT_AGAIN)
def test_what_is_not_told_in_the_second_round(read: Read, text: str, person: str, type_: str) -> None:
    assert said(read(text), type_, person) == []


def test_who_did_not_live_to_see_it_did_not(read: Read) -> None:
    found = [f for f in read("Karl Weiss did not live to see Ann Low.").factoids if f.type == "meeting"]
    assert {str(f.certainty) for f in found} <= {"denied"}


DISOWNED = [  # what somebody says, and the next sentence says that it is not so
    ("I have read that Karl Weiss was killed in Ely by me. This is not true.", "denied"),
    ("The papers wrote that Karl Weiss was killed in Ely in 1937. But that was a lie.", "denied"),
    ("The papers wrote that Karl Weiss was killed in Ely in 1937. This is true.", "attributed"),
    ("The papers wrote that Karl Weiss was killed in Ely in 1937. This is not true of Otto.", "attributed"),
    ("Karl Weiss was killed in Ely in 1937. This was a legend in the town.", "asserted"),
]


@pytest.mark.parametrize(("text", "certainty"), DISOWNED)
def test_what_the_next_sentence_calls_untrue_is_denied(text: str, certainty: str) -> None:
    deaths = [f for f in factoid.read(text).factoids if f.type == "death"]
    assert [str(death.certainty) for death in deaths] == [certainty]
