"""Lines that a dossier must not show wrong: what words do not bear out, cut fields, dates of something else."""

import pytest
from reading.statements.conftest import Read, said

from factoid.model import Span
from factoid.reading.statements.brackets import made_whole, with_class

# text, person, type, what the fields must be
TOLD = [
    (
        "Karl Weiss was sent to the 21st Rifle Regiment in 1915.",
        "Weiss",
        "service",
        {"organisation": "21st Rifle Regiment"},
    ),
    (
        "Ann Low, who died in 1989, wrote that her father Karl was killed by Ivan Prolev.",
        "Karl",
        "death",
        {"date": None},
    ),
    (
        "In 1938 Karl Weiss received the rank of divisional commander.",
        "Weiss",
        "rank",
        {"value": "divisional commander"},
    ),
    (
        "In 1933 Karl Weiss was appointed chairman of the Council in place of Otto Roth.",
        "Weiss",
        "office",
        {"role": "chairman", "organisation": "Council"},
    ),
    (
        "In 1940 Karl Weiss fled. When the Great Patriotic War broke out, he was in Ely. "
        "In October he was arrested.",
        "Weiss",
        "arrest",
        {"date": "1941-10"},
    ),
    ("In 1936 Ann Low learned to fly.", "Low", "education", {"date": "1936"}),
    ("Karl Weiss fought at the front in 1916.", "Weiss", "service", {"organisation": None, "value": "front"}),
    (
        "In 1936 Karl Weiss was given the rank of brigade commander.",
        "Weiss",
        "rank",
        {"value": "brigade commander"},
    ),
    ("In 1919 Karl Weiss commanded a battalion near Riga.", "Weiss", "office", {"organisation": "battalion"}),
    ("In 1881 Karl Weiss was ordained at Lagos.", "Weiss", "rank", {"value": "ordained", "place": "Lagos"}),
    ("Karl Weiss, a cooper, was arrested in 1908.", "Weiss", "occupation", {"value": "cooper", "date": None}),
    (
        "Karl Weiss refused to sign the protocol.",
        "Weiss",
        "event",
        {"value": "sign the protocol", "certainty": "denied"},
    ),
    ("Karl Weiss was not the only Danish soldier there.", "Weiss", "ethnicity", {"certainty": "asserted"}),
    ("Karl Weiss was not a Danish soldier.", "Weiss", "ethnicity", {"certainty": "denied"}),
    ("Karl Weiss learned to read at five.", "Weiss", "education", {"value": None}),
    (
        "Ann Low was nominated for the Orwell Prize, and won the Booker Prize.",
        "Low",
        "award",
        {"value": "Booker Prize"},
    ),
    ("Tom was born at Ely. Tom's owner was Otto Roth.", "Tom", "association", {"role": "owner"}),
    ("Karl Weiss was promoted to colonel in 1890.", "Weiss", "rank", {"value": "colonel", "date": "1890"}),
    ("Karl Weiss was promoted to corporal in 1890.", "Weiss", "rank", {"value": "corporal", "date": "1890"}),
    (
        "David son of Igor, and Vasil son of Rurik, swore peace at Ely.",
        "David",
        "kinship",
        {"role": "father"},
    ),
    ("Karl Weiss never married.", "Weiss", "event", {"certainty": "denied"}),
    ("Karl Weiss denied having met Leon Trotsky.", "Weiss", "meeting", {"certainty": "denied"}),
    (
        "Ann Low (1850-1912) was buried in Ely Cathedral. She had died on 5 May 1912.",
        "Low",
        "burial",
        {"place": "Ely Cathedral"},
    ),
    (
        "Ann Low was given the Order of Merit, 2nd class, in 1911.",
        "Low",
        "award",
        {"value": "Order of Merit, 2nd class"},
    ),
]


@pytest.mark.parametrize(("text", "person", "type_", "fields"), TOLD)
def test_fields_are_what_the_words_say(
    read: Read, text: str, person: str, type_: str, fields: dict[str, str | None]
) -> None:
    found = said(read(text), type_, person)
    assert [{name: getattr(f, name) for name in fields} for f in found] == [fields]


# text, person, type that nothing in it states
NOT_TOLD = [
    ("Ann Low came to Ely. Did Ann Low marry Karl Weiss in 1946?", "Low", "kinship"),
    ("Ann Low was sentenced in 1937 as a family member of a traitor.", "Low", "membership"),
    ("General Karl Weiss died. The general left a widow, Ida Roth.", "Roth", "office"),
    ("General Karl Weiss died. The wife of the general, Ida Roth, sang.", "Roth", "rank"),
    ("In 1936 Ann Low learned that her father had been arrested.", "Low", "education"),
    ("In 1936 Ann Low learned of the arrest of her father.", "Low", "education"),
    (
        "Karl Weiss, nicknamed the Goldsmith, was 31. In 1919 the Goldsmith bought a villa.",
        "Weiss",
        "occupation",
    ),
    ("After the closure of the universities in 1939 Ann Low was dismissed.", "Low", "education"),
    ("Ann Low lived by giving private lessons.", "Low", "education"),
    ("Ann Low soon learned to bow before her sister.", "Low", "education"),
    ("Ann Low was right, of course.", "Low", "education"),
    ("Ann Low returned to her earlier work on bees.", "Low", "travel"),
    ("In 2004 Ann Low received a nomination at the Graz Film Awards for the Silver Star.", "Low", "award"),
    ("The shop was opened by Karl Weiss, owner of Bellwood.", "Weiss", "association"),
    ("Karl Weiss took a further name when confirmed as a Roman Catholic.", "Weiss", "ethnicity"),
    ("Karl Weiss rose to captain the team.", "Weiss", "rank"),
    ("Uncle Karl and Ida clapped.", "Ida", "kinship"),
    ("In 1916 Karl Weiss asked to be sent back to Riga.", "Weiss", "travel"),
    ("In 1916 Karl Weiss begged to be released.", "Weiss", "release"),
    ("In 1945 Ann Low returned to the university as dean of the faculty.", "Low", "education"),
    ("Ann Low was the first woman to hold a chair at a Czech university.", "Low", "education"),
    ("Ann Low is survived by her daughters, Ruth Low and Helen Low.", "Ruth", "action"),
    ("Karl Weiss ordered Ann Low to burn the letters.", "Low", "action"),
    ("Karl Weiss had seen Ann Low open the valves.", "Weiss", "meeting"),
    ("Karl Weiss campaigned against the closure of the school.", "Weiss", "service"),
    ("Colonel Karl Weiss was praised, and Colonel Weiss's column marched on.", "Weiss", "work"),
    ("A photograph of Karl Weiss was found in 1949.", "Weiss", "work"),
    ("In 1920 Karl Weiss was in Graz. The place of his burial is unknown.", "Weiss", "burial"),
    ("Karl Weiss spent two years in prison in Graz.", "Weiss", "residence"),
    ("In 1934 Karl Weiss governed the fortress of Graz.", "Weiss", "imprisonment"),
    ("In 1935 Ann Low was elected a corresponding member of the Royal Society of Sciences.", "Low", "office"),
    ("Anton Hale, author of The Grave, was born in Ely in 1901.", "Hale", "residence"),
]


@pytest.mark.parametrize(("text", "person", "type_"), NOT_TOLD)
def test_nothing_is_said_that_no_word_means(read: Read, text: str, person: str, type_: str) -> None:
    assert said(read(text), type_, person) == []


def test_nobody_grew_up_on_the_day_of_birth(read: Read) -> None:
    reading = read(
        "Born in Ely on 6 April 1922, the daughter of a minister, Ann Low won a scholarship to Perse School."
    )
    dates = {f.type: f.date for f in reading.factoids if f.type in ("birth", "education")}
    assert dates["birth"] == "1922-04-06"
    assert dates.get("education") != "1922-04-06"


def test_a_further_tie_gives_no_further_parents(read: Read) -> None:
    reading = read(
        "Ann Low was the favourite daughter of Otto Low, sister of Karl Low and Max Low. She died in Ely."
    )
    names = {p.id: p.name for p in reading.personas}
    parents = [f for f in said(reading, "kinship", "Ann") if f.role in ("father", "mother", "parent")]
    assert [names[other] for f in parents for other in f.related] == ["Otto Low"]


def test_a_day_without_its_year_is_of_that_in_which_the_life_begins_or_ends(read: Read) -> None:
    reading = read(
        "Ines Low (1648-1695) was a poet. Ines Low was born on 12 November in Ely. She died on 17 April."
    )
    assert {f.date for f in said(reading, "birth", "Low")} == {"1648", "1648-11-12"}
    assert {f.date for f in said(reading, "death", "Low")} == {"1695", "1695-04-17"}


CARD = (
    "WEISS, Karl. Born 7 May 1878 in Graz. Father: Philipp Weiss, advocate, d. 1910. "
    "Mem. RCP(B) from 1920. In the Cheka from 1920 (Samara)."
)


def test_the_notes_of_a_card_are_of_whom_they_tell(read: Read) -> None:
    reading = read(CARD)
    assert [f.date for f in said(reading, "death", "Philipp")] == ["1910"]
    assert said(reading, "death", "Karl") == []
    joined = {(f.organisation, f.place) for f in said(reading, "membership", "Karl")}
    assert ("RCP(B)", None) in joined
    assert ("Cheka", "Samara") in joined


FIELDS = [  # the text, the words found, what the field becomes
    ('called her "the best of us" once', 'called her "the best', 'called her "the best of us"'),
    ('called her "the best\nof us" once', 'called her "the best', "called her"),
    ("Ord. deacon 1881", ". deacon", "deacon"),
    ('the song "Ely" was', '"Ely', '"Ely"'),
]


@pytest.mark.parametrize(("content", "part", "whole"), FIELDS)
def test_a_field_holds_its_quotation_and_no_stray_stop(content: str, part: str, whole: str) -> None:
    start = content.index(part)
    assert made_whole(Span(start, start + len(part)), content).of(content) == whole


@pytest.mark.parametrize(
    ("content", "order", "whole"),
    [
        ("Order of Lenin, 2nd class, 1931", "Order of Lenin", "Order of Lenin, 2nd class"),
        ("Order of Merit 1st cl., 1931", "Order of Merit", "Order of Merit 1st cl."),
        ("Order of Merit, 1931", "Order of Merit", "Order of Merit"),
    ],
)
def test_an_order_keeps_its_class(content: str, order: str, whole: str) -> None:
    assert with_class(Span(0, len(order)), content).of(content) == whole


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Otto Lind is an American football defensive end.", "ethnicity"),
        ("In 2017 Otto Lind received an Emmy Award nomination.", "award"),
        ("In 2017 Otto Lind was nominated for the Emmy Award.", "award"),
        ("Clara Voss was a pen name of Japanese author Natsu Higuchi.", "name"),
        ("Otto Lind was seized with grief.", "arrest"),
        ("Otto Lind was commissioned to paint the king.", "rank"),
        ("Otto Lind took over the conversation.", "office"),
    ],
)
def test_words_that_only_look_like_it_tell_nothing(read: Read, text: str, type_: str) -> None:
    assert type_ not in {f.type for f in read(text).factoids}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Lind died in 1950. Nobody believed that he had killed himself.",
        "Otto Lind died in 1950. No one thought that he had killed himself.",
        "Otto Lind died in 1950. His wife did not believe that he had killed himself.",
    ],
)
def test_what_nobody_believes_is_denied(read: Read, text: str) -> None:
    told = [f for f in said(read(text), "death", "Otto Lind") if "killed himself" in f.quote]
    assert {str(f.certainty) for f in told} <= {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Karl Weiss was awarded the Order of Lenin, the Order of the Red Star (1943) and the Order of Suvorov.",
        "Karl Weiss was born in Ely.\n\nAwards: Order of Lenin, Order of the Red Star (1943), Order of Suvorov.",
    ],
)
def test_a_year_in_brackets_dates_the_honour_before_it(read: Read, text: str) -> None:
    found = {f.value: f.date for f in said(read(text), "award", "Weiss")}
    assert found == {"Order of Lenin": None, "Order of the Red Star": "1943", "Order of Suvorov": None}


def test_a_year_before_a_list_of_honours_dates_them_all(read: Read) -> None:
    text = "Karl Weiss was born in Ely.\n\nAwards in 1940: Order of Lenin, Order of Suvorov."
    assert {f.date for f in said(read(text), "award", "Weiss")} == {"1940"}


def test_who_is_no_member_is_denied_to_be_one(read: Read) -> None:
    doc = read("Karl Low was non-party. Otto Lind was a party member.")
    assert [str(f.certainty) for f in said(doc, "membership", "Low")] == ["denied"]
    assert [str(f.certainty) for f in said(doc, "membership", "Lind")] == ["asserted"]
