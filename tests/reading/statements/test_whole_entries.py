"""Whole entries of dictionaries and registers: of whom each note tells, and when."""

from __future__ import annotations

import pytest
from reading.statements.conftest import Read

from factoid.model import Factoid, Reading

PEERAGE = (
    "SIR GODFREY TALLENT, 4th Baronet, b. 7 Jan. 1702; M.P. for Morpeth 1727-34; m. 1stly, 1725, Anne, d. of Ralph "
    "Widd; she d. 1731. He m. 2ndly, 3 May 1733, Catherine Moyle, and d. 11 Dec. 1761, leaving issue: "
    "1. Oswald, m. 1750 Jane Low. 2. Charles, d. unm. 1780."
)
WHO_IS_WHO = (
    "PELLING, Sir Arthur James, M.P. for Crewe 1922-1929; b. 3 Feb. 1873; s. of Thomas Pelling, Vicar of Audlem; m. "
    "1st, 1899, Mabel (d. 1915), d. of Henry Brace; 2nd, 1920, Lilian Grant. Educ.: Shrewsbury. Recorder of Stoke since"
    " 1926. Publications: The Law of Wharves, 1907; A Lawyer's Notes, 1932. Recreations: golf. Address: 14 Hill Street."
)
REGISTER = (
    "Lt.-Col. Hugh Darnley Sturt, D.S.O. Born 12 Sept. 1884 at Poona. 2nd Lieut., Dorset Regt., 1904; Captain 1913; "
    "Lt.-Col. 1927. Married, 1910, Violet, daughter of Major-General A. C. Lorne."
)


def _told(reading: Reading) -> set[tuple[str, str, str | None, str | None]]:
    """Return who, the type, the first field or relative, and the date of each statement."""
    names = {p.id: p.name for p in reading.personas}

    def field(factoid: Factoid) -> str | None:
        if factoid.type == "kinship":
            return f"{factoid.role} {names[factoid.related[0]]}"
        return factoid.role or factoid.value or factoid.organisation or factoid.place

    return {(names[f.person], f.type, field(f), f.date) for f in reading.factoids}


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        (
            PEERAGE,
            {
                ("Sir Godfrey Tallent", "birth", None, "1702-01-07"),
                ("Sir Godfrey Tallent", "kinship", "wife Anne", "1725"),
                ("Sir Godfrey Tallent", "kinship", "wife Catherine Moyle", "1733-05-03"),
                ("Anne", "kinship", "father Ralph Widd", None),
                ("Anne", "death", None, "1731"),
                ("Sir Godfrey Tallent", "death", None, "1761-12-11"),
                ("Sir Godfrey Tallent", "kinship", "son Charles", None),
                ("Charles", "death", None, "1780"),
            },
        ),
        (
            WHO_IS_WHO,
            {
                ("Sir Arthur James Pelling", "kinship", "father Thomas Pelling", None),
                ("Sir Arthur James Pelling", "kinship", "wife Mabel", "1899"),
                ("Mabel", "kinship", "father Henry Brace", None),
                ("Sir Arthur James Pelling", "kinship", "wife Lilian Grant", "1920"),
                ("Sir Arthur James Pelling", "education", "Shrewsbury", None),
                ("Sir Arthur James Pelling", "office", "Recorder", "1926/.."),
                ("Sir Arthur James Pelling", "work", "The Law of Wharves", "1907"),
                ("Sir Arthur James Pelling", "work", "A Lawyer's Notes", "1932"),
                ("Sir Arthur James Pelling", "residence", "14 Hill Street", None),
                ("Thomas Pelling", "office", "Vicar", None),
            },
        ),
        (
            REGISTER,
            {
                ("Hugh Darnley Sturt", "birth", "Poona", "1884-09-12"),
                ("Hugh Darnley Sturt", "rank", "2nd Lieut", "1904"),
                ("Hugh Darnley Sturt", "rank", "Captain", "1913"),
                ("Hugh Darnley Sturt", "rank", "Lt.-Col.", "1927"),
                ("Hugh Darnley Sturt", "kinship", "wife Violet", "1910"),
            },
        ),
    ],
)
def test_each_note_is_told_of_its_person(
    read: Read, entry: str, lines: set[tuple[str, str, str | None, str | None]]
) -> None:
    assert lines <= _told(read(entry))


@pytest.mark.parametrize(
    "entry",
    [
        # a daughter of whom a man married is not he
        "LOW, Karl, b. 1850; m. 1880 Ida, d. of Otto Berg; d. 1900.",
        "Karl Low (1850-1900), baker. In 1880 he married Ida (d. 1890), daughter of Otto Berg.",
    ],
)
def test_the_father_in_law_is_no_father(read: Read, entry: str) -> None:
    told = _told(read(entry))
    assert ("Karl Low", "kinship", "father Otto Berg", None) not in told
    assert ("Ida", "kinship", "father Otto Berg", None) in told


def test_a_master_is_no_second_parent(read: Read) -> None:
    entry = "LIND, JOSEPH (1801-1870), clockmaker, son of Elias Lind, was born in Ely and apprenticed to Simon Berg."
    fathers = {line[2] for line in _told(read(entry)) if line[0] == "Joseph Lind" and line[1] == "kinship"}
    assert fathers == {"father Elias Lind"}


def test_what_lists_and_recreations_hold_is_no_fact(read: Read) -> None:
    told = {(type_, field) for _, type_, field, _ in _told(read(WHO_IS_WHO))}
    assert not {("event", "golf"), ("education", "Law of Wharves"), ("office", "Lawyer")} & told
    assert not any(type_ == "membership" for type_, _ in told)


LINES = [
    (
        "LIND, Otto (1838-1909), b. 11 May 1838 at Ely. He m., 1866, Elizabeth Rees. Retd. 10 Mar. 1881.",
        {
            ("Otto Lind", "kinship", "wife Elizabeth Rees", "1866"),
            ("Otto Lind", "event", "Retd.", "1881-03-10"),
        },
    ),
    (
        "LIND, Otto, b. 1890. In the Red Army 1918-1921. 1939-1945 Dachau. Commanded 1st Bn. Dorset Regt. 1927-31.",
        {
            ("Otto Lind", "service", "Red Army", "1918/1921"),
            ("Otto Lind", "imprisonment", "Dachau", "1939/1945"),
            ("Otto Lind", "office", "Commanded", "1927/1931"),
        },
    ),
    (
        "LIND, Otto, b. 1890, village of Verkhnie Luki, Oryol province; children: Ludwig (1910), Irma (1913).",
        {
            ("Otto Lind", "birth", "village of Verkhnie Luki, Oryol province", "1890"),
            ("Irma", "birth", None, "1913"),
            ("Otto Lind", "kinship", "son Ludwig", None),
            ("Irma", "kinship", "father Otto Lind", None),
        },
    ),
    ("LIND, Otto, painter. Worked in Utrecht 1622-30.", {("Otto Lind", "residence", "Utrecht", "1622/1630")}),
    (
        "Having married Nina Kvitko, Otto Lind moved to Graz.",
        {("Otto Lind", "kinship", "wife Nina Kvitko", None)},
    ),
    ("Otto Lind worked as a librarian at YIVO.", {("Otto Lind", "office", "librarian", None)}),
    ("Otto Lind died at his home in Deptford.", {("Otto Lind", "death", "Deptford", None)}),
    (
        "Otto Lind wrote little. His book Feeding the Sick Child sold well.",
        {("Otto Lind", "work", "Feeding the Sick Child", None)},
    ),
    (
        "LIND, Otto, born in 1901, Riga, Jew, higher education, chief engineer of the Orion factory, resided: Ely.",
        {
            ("Otto Lind", "birth", "Riga", "1901"),
            ("Otto Lind", "ethnicity", "Jew", None),
            ("Otto Lind", "residence", "Ely", None),
        },
    ),
    (
        "LIND, Otto, b. 1890. Own workshop, Ditchling, 1946-69. In charge of the mill, 1874-80. R. of Toft, 1688-99.",
        {
            ("Otto Lind", "occupation", "Own workshop", "1946/1969"),
            ("Otto Lind", "office", "In charge of the mill", "1874/1880"),
            ("Otto Lind", "office", "R.", "1688/1699"),
        },
    ),
    (
        "LIND, Otto, b. 3 May 1795; employed by the Tyne Iron Co. 1817-24; M.I.C.E. 1833; emigrated to Canada 1843.",
        {
            ("Otto Lind", "office", "held", "1817/1824"),
            ("Otto Lind", "membership", "member", "1833"),
            ("Otto Lind", "travel", "emigrated", "1843"),
        },
    ),
    (
        "LIND, Otto, of Kelsey, Lincs. b. 1610, 1st s. of Karl Lind by Frances, da. of Thomas Merrick.",
        {("Otto Lind", "residence", "Kelsey", None), ("Otto Lind", "kinship", "mother Frances", None)},
    ),
]


@pytest.mark.parametrize(("text", "lines"), LINES)
def test_lines_of_a_career_are_told(
    read: Read, text: str, lines: set[tuple[str, str, str | None, str | None]]
) -> None:
    assert lines <= _told(read(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Ida Roth bore Emil in Graz in 1850.",
            {("Emil", "birth", "Graz", "1850"), ("Emil", "kinship", "mother Ida Roth", None)},
        ),
        ("In 1850 Ida Roth was delivered of a daughter, Anna, at Ely.", {("Anna", "birth", "Ely", "1850")}),
        (
            "Otto Lind was promoted lieutenant in 1794 and commander in 1806.",
            {("Otto Lind", "rank", "commander", "1806")},
        ),
        (
            "Otto Lind was elected FRS in 1818 and published Views of Graz in 1821.",
            {("Otto Lind", "membership", "joined", "1818"), ("Otto Lind", "work", "Views of Graz", "1821")},
        ),
        (
            "Otto Lind (1768-1834), surveyor and hydrographer, was born on 4 March 1768 at Ely, son of Karl Lind and "
            "his wife, Dorothy.",
            {
                ("Otto Lind", "occupation", "hydrographer", None),
                ("Otto Lind", "birth", "Ely", "1768-03-04"),
                ("Otto Lind", "kinship", "mother Dorothy", None),
            },
        ),
        (
            "LIND, Otto, cattle dealer. 1919-1938 in Fulda. 1942 deported to Riga.",
            {("Otto Lind", "travel", "deported", "1942")},
        ),
        (
            "Otto and Ida Lind had two children, Hanna and Josef.",
            {("Hanna", "kinship", "mother Ida Lind", None)},
        ),
        (
            "Violet, daughter of Colonel A. C. Lorne, died.",
            {("Violet", "kinship", "father A. C. Lorne", None)},
        ),
    ],
)
def test_lives_are_told(read: Read, text: str, lines: set[tuple[str, str, str | None, str | None]]) -> None:
    assert lines <= _told(read(text))


@pytest.mark.parametrize("text", ["Ida Roth bore Emil a grudge.", "Ida Roth bore him two sons in Graz."])
def test_no_birth_is_told(read: Read, text: str) -> None:
    assert not [f for f in read(text).factoids if f.type == "birth"]


@pytest.mark.parametrize(
    ("entry", "type_"),
    [
        ("LIND, Otto, b. 1890. Death sentence annulled 1956.", "death"),
        ("LIND, Otto, b. 1890. Recreations: mountaineering in Tyrol.", "event"),
        ("LIND, Otto, b. 1880. Left 1898.", "travel"),
        ("Karl Berg, of Ely, was a miller. Work: 1910-15 clerk of the mill.", "work"),
    ],
)
def test_what_such_notes_do_not_tell(read: Read, entry: str, type_: str) -> None:
    assert not [f for f in read(entry).factoids if f.type == type_]


def test_a_home_died_in_is_no_residence(read: Read) -> None:
    told = _told(read("Otto Lind died at his home in 1890."))
    assert not [line for line in told if line[1] == "residence"]


def test_a_post_left_is_resigned(read: Read) -> None:
    [post] = [
        f for f in read("Otto Lind left his role of President at Sandoz.").factoids if f.type == "office"
    ]
    assert (post.value, post.organisation) == ("resigned", "Sandoz")


def test_who_bears_is_not_born(read: Read) -> None:
    assert ("Ida Roth", "birth", "Graz", "1850") not in _told(read("Ida Roth bore Emil in Graz in 1850."))


def test_degrees_and_births_within_a_sentence_are_notes(read: Read) -> None:
    found = _told(
        read(
            "FRYE, KARL (1741-1809), almanac-maker, eldest s. of Otto Frye, maltster, of Ely, "
            "was b. at Ely 3 Feb. 1741; ed. at Soham and at Caius Coll., Camb. (B.A. 1763, M.A. 1766); "
            "d.s.p. at Olney 14 Nov. 1809."
        )
    )
    assert found >= {
        ("Karl Frye", "birth", "Ely", "1741-02-03"),
        ("Karl Frye", "kinship", "father Otto Frye", None),
        ("Karl Frye", "education", "B.A.", "1763"),
        ("Karl Frye", "education", "M.A.", "1766"),
    }
    assert ("Karl Frye", "death", "1809-11-14") in {(who, type_, date) for who, type_, _, date in found}


def test_parents_behind_a_letter_alone(read: Read) -> None:
    man = _told(
        read("FRYE, Otto Paul; b. Ely, 3 May 1869; s. Karl and Ruth (Low) F.; B.L., 1890; m. Ann Reed, 1898.")
    )
    assert {("Otto Paul Frye", "education", "B.L.", "1890")} <= man
    assert [f for f in man if f[0] == "Otto Paul Frye" and f[2] and f[2].startswith("father Karl")]
    woman = _told(read("FRYE, Ann; b. Ely, Feb. 19, 1875; d. Karl and Ruth (Low) Frye; A.B., 1897; unm."))
    assert not [f for f in woman if f[1] == "death"]
    dead = _told(read("FRYE, Ann; b. Ely 1875; d. Bath 1901; unm."))
    assert ("Ann Frye", "death", "Bath", "1901") in dead
