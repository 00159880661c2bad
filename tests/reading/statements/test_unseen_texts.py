"""What texts nobody had seen brought up: headwords with brackets, forms on one line, lists of those left."""

import pytest
from reading.statements.conftest import Read, said

_LEXICON = (
    "Theodotos 7 (PmbZ 8102), strategos of Sicily. Son of Niketas Monomachos. Exiled to Cherson in 766."
)
_FORM = (
    "Surname: Petrenko. Name, patronymic: Savva Zakharovich. Year of birth: 1903. Nationality: Ukrainian. "
    "Social origin: peasants. Party membership: member of VKP(b) since 1926, ticket No. 0743312. "
    "Work record: 1920-1924 fitter, Kharkov."
)
_LEFT = (
    "Karl Lind died in 1960. He was preceded in death by his parents, his brothers Manuel and Ramon, and a son, "
    "Robert. Survivors include his children Gilbert of Phoenix, Teresa Roe, and Michael of Ely; sister Elvira Soto."
)
_VOWS = "Emil Lind fled in 1936. He travelled as Karl Roth. In 1950 he entered the abbey and became Brother Anselm."

_PIR = "Iunius 47. L. Iunius Modestus Calvus. Senator. Son of L. Iunius Gallus. Married Cornelia Procula."
_HANDBOOK = (
    "LOW, Otto, b. 1872 Riga. 1907\u201319 district secretary of the printers' union, Leipzig. "
    "Deprived of citizenship 1937."
)

_PARENTS = "Ann Low was an artist. Her father Max was a pharmacist, mother Ida Weisz the teacher of music."

# text, person, type, what the fields must be
TOLD = [
    (
        "ORLOV, Ivan, b. 9 Feb. 1887 at Budna, Kazan province.",
        "Orlov",
        "birth",
        {"place": "Budna, Kazan province"},
    ),
    (
        "ORLOV, Ivan, sailor; b. Trieste 1870; died at sea 4 March 1911.",
        "Orlov",
        "death",
        {"place": "at sea"},
    ),
    ("Karl Orlov moved to the Kazan province in 1895.", "Orlov", "travel", {"place": "Kazan province"}),
    ("Lars Lind went to school at Ulvik.", "Lind", "education", {"organisation": "school", "place": "Ulvik"}),
    ("Lars Lind was in prison in Bergen in 1942.", "Lind", "imprisonment", {"place": "Bergen"}),
    ("Ann Low was born in 1908, in a house without a stove, at Riga.", "Low", "birth", {"place": "Riga"}),
    (_VOWS, "Lind", "name", {"value": "Karl Roth"}),
    (_VOWS, "Lind", "name", {"value": "Brother Anselm"}),
    (
        "LOW (PETER), printer in Bristol, 1712-38. He was born at Bath.",
        "Peter Low",
        "birth",
        {"place": "Bath"},
    ),
    (
        "LOWE, MRS. MARY (BERGSTROM) (1759-1797), writer, was born at Hoxton.",
        "Mary Lowe",
        "death",
        {"date": "1797"},
    ),
    (
        "LOWICK (or LOWYCK), SIR THOMAS (1564-1630), of Noseby, soldier. He was sheriff of Kent in 1606.",
        "Sir Thomas Lowick",
        "office",
        {"role": "sheriff", "place": "Kent"},
    ),
    (_LEXICON, "Theodotos", "travel", {"place": "Cherson"}),
    (_FORM, "Savva Zakharovich Petrenko", "birth", {"date": "1903"}),
    (_FORM, "Petrenko", "ethnicity", {"value": "Ukrainian"}),
    (_FORM, "Petrenko", "membership", {"organisation": "VKP(b)", "date": "1926/.."}),
    (_FORM, "Petrenko", "occupation", {"value": "fitter", "date": "1920/1924"}),
    (
        'LIND, Karl "Gil" — passed away on 11 February 2009. Gil was born in Riga.',
        "Karl Lind",
        "birth",
        {"place": "Riga"},
    ),
    ("Orlov wrote a letter to Stalin in 1936.", "Orlov", "work", {"place": None}),
    (
        "Adelgunda of Kell (Latin Adalgundis; born about 1098, died 1166) was an abbess. Her teacher was Uda.",
        "Adelgunda",
        "birth",
        {"date": "1098~"},
    ),
    (_PIR, "L. Iunius Modestus", "kinship", {"role": "wife"}),
    ("Low died of a stroke in january of 1869.", "Low", "death", {"place": None, "date": "1869-01"}),
    (
        "Low was born on 4 march 1811 in the small town Beaune, where his father had a shop.",
        "Low",
        "birth",
        {"place": "small town Beaune", "date": "1811-03-04"},
    ),
    ("Sam Low sailed from Hamburg in 1906.", "Low", "travel", {"place": None}),
    ("Sam Low went back to teaching, at Ely.", "Low", "travel", {"place": "Ely"}),
    (_HANDBOOK, "Otto Low", "office", {"role": "district secretary", "date": "1907/1919"}),
    (
        "Tran Long joined the French Socialist Party in 1919.",
        "Long",
        "membership",
        {"organisation": "French Socialist Party"},
    ),
    (
        "Name: Otto Low\nBorn: 1872, Riga\nWorks: Im Tal, 1912; Am Berg, 1914",
        "Low",
        "work",
        {"value": "Im Tal", "date": "1912"},
    ),
    (
        "STUBBE, Heinz, clerk. * 2.3.1909 Stade, \u2020 14.10.1951 Warsaw (executed).",
        "Stubbe",
        "birth",
        {"place": "Stade", "date": "1909-03-02"},
    ),
    (
        "Vaipula, Taufaka Sione \u2013 14 July 1947 to 30 Nov 2020. Son of the late Rev. Semisi and Losaline Vaipula.",
        "Taufaka Sione Vaipula",
        "kinship",
        {"role": "father"},
    ),
    (
        "Yusuf Barid (died 1018) was a postmaster in the service of the Buyids.",
        "Barid",
        "death",
        {"place": None},
    ),
    (_PARENTS, "Ann Low", "kinship", {"role": "mother"}),
    (
        "He was educated at Clifton and Cooper's Hill. Karl Low died.",
        "",
        "education",
        {"place": "Cooper's Hill"},
    ),
]


@pytest.mark.parametrize(("text", "person", "type_", "fields"), TOLD)
def test_fields_are_what_the_words_say(
    read: Read, text: str, person: str, type_: str, fields: dict[str, str | None]
) -> None:
    found = said(read(text), type_, person)
    assert any(all(getattr(f, slot) == told for slot, told in fields.items()) for f in found), found


# text, person, type: what must not be said
UNTOLD = [
    ("Thomas Low Sr was a brewer.", "Low", "membership"),
    ("Helen Low served on the faculty of Oberlin College from 1950.", "Low", "education"),
    ("Karl Low worked as Mayor Lind's clerk.", "Low", "name"),
    ("Ida Low was the rival of San Marino.", "San Marino", "association"),
    ("Karl Lind, the pilot, having married a daughter of Ignacio Low, moved.", "Ignacio Low", "kinship"),
    (
        "I was born in Riga. When I was nine an Italian officer, Lieutenant Corsi, took me.",
        "narrator",
        "rank",
    ),
    (
        "She was born in Kilrush, County Clare, the third of seven children of Patrick Low.",
        "County",
        "kinship",
    ),
    (_HANDBOOK, "Otto Low", "citizenship"),
    ("Karl Low came home. The widow Meyer treated him well.", "Meyer", "kinship"),
    ("Ann Low married Otto in 1841 and gave birth to him two daughters.", "Otto", "birth"),
    ("Baptized Anna, she was born in Riga, and Ida Low was her friend.", "Baptized", "birth"),
    ("Karl Low was born at Wexham, Tonkland, the eldest son of a merchant.", "Tonkland", "kinship"),
    ("In 1918 Karl Low fell into disgrace.", "Karl Low", "death"),
    (
        "Ida Low trained as a midwife at the state school. When I was a child of nine I met Karl.",
        "Karl",
        "kinship",
    ),
    ('The first film of Ann Low, "The Cat and the Moon", came out in 1931.', "Low", "name"),
    ("Karl Low built the famous clock on the tower of the arsenal.", "Low", "imprisonment"),
    (
        "Jan Low was born in the family of the Latvian Karl Low and the German Emma Toll.",
        "Karl Low",
        "citizenship",
    ),
    ("Subject 1: Deputy Warden Clyde Low was promoted in 1984.", "Low", "citizenship"),
    (
        "John Low, graduate 1583; died 1634. Brother of Max Low; married Ida Roe of Ely; father of Peter Low.",
        "Ida Roe",
        "kinship",
    ),
]


@pytest.mark.parametrize(("text", "person", "type_"), UNTOLD)
def test_what_the_words_do_not_say_is_not_read(read: Read, text: str, person: str, type_: str) -> None:
    assert said(read(text), type_, person) == []


def _kin(read: Read, text: str) -> set[tuple[str, str | None, str]]:
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    return {(names[f.person], f.role, names[f.related[0]]) for f in reading.factoids if f.type == "kinship"}


def test_a_notice_of_death_lists_whose_kin_are_left(read: Read) -> None:
    assert _kin(read, _LEFT) >= {
        ("Karl Lind", "brother", "Ramon"),
        ("Karl Lind", "son", "Robert"),
        ("Karl Lind", "sister", "Elvira Soto"),
    }
    assert ("Karl Lind", "father", "Manuel") not in _kin(read, _LEFT)
    assert ("Gilbert", "sister", "Elvira Soto") not in _kin(read, _LEFT)


def test_a_sister_behind_daughters_is_no_daughter(read: Read) -> None:
    found = _kin(
        read,
        "Ida Roche died. She is survived by her daughters, Sheila, a nurse, and Maeve, and her sister Bridie.",
    )
    assert ("Ida Roche", "sister", "Bridie") in found
    assert ("Ida Roche", "daughter", "Bridie") not in found


def test_a_tie_tells_that_a_name_is_somebody(read: Read) -> None:
    found = said(
        read("Karl Weiss, a friend of Emil Roth, joined the firm in 1971."), "association", "Emil Roth"
    )
    assert [f.role for f in found] == ["friend"]


def test_the_items_of_a_list_of_children_are_children(read: Read) -> None:
    found = _kin(
        read,
        "In 1958 Karl Low married Ida Pratt, who survives him with their three children: Kofi, an architect; Ama, a "
        "judge; and Esther.",
    )
    assert {person for person, role, name in found if (role, name) == ("father", "Karl Low")} == {
        "Kofi",
        "Ama",
        "Esther",
    }


LIVES = (
    "Emil Roth was born in 1850 in Riga. He studied at Dorpat. He died in 1911.\n\n"
    "Otto Weiss was born in 1855 in Graz. In 1881 he married Anna Lind. He died in 1920.\n"
)


def test_a_row_of_lives_is_about_one_after_the_other(read: Read) -> None:
    found = read(LIVES)
    assert [f.date for f in said(found, "death", "Roth")] == ["1911"]
    assert [f.date for f in said(found, "death", "Weiss")] == ["1920"]


def test_a_relatives_birth_does_not_take_the_story_over(read: Read) -> None:
    more = "\n\n".join(f"In 19{year} he moved to Ely and wrote a novel." for year in (12, 14, 16, 18))
    found = read(f"{LIVES}\n{more}")
    names = {p.id: p.name for p in found.personas}
    assert {names[f.person] for f in found.factoids if f.date == "1918"} == {"Emil Roth"}
