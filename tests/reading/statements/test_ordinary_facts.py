"""The most ordinary facts of a life in the constructions that tell them: born, married, studied, worked, lived."""

import pytest
from reading.statements.conftest import Read, said

from factoid.model import Factoid

# a text, and what it must say: type, whose (a part of the name), fields; =WHO for the other person of a tie
TOLD = """
Emil Hartmann (12 March 1861, Graz – 4 June 1932, Vienna) was a botanist. | birth Emil date:1861-03-12 place:Graz
Emil Hartmann (12 March 1861, Graz – 4 June 1932, Vienna) was a botanist. | death Emil date:1932-06-04 place:Vienna
Nora Lind (born 3 May 1950 in Gothenburg) is a Swedish painter. | birth Nora date:1950-05-03 place:Gothenburg
Nora Lind (born 1950 Malmö, Sweden) is a Swedish painter. | birth Nora date:1950 place:Malmö, Sweden
Ivo Brand (born in New York City in 1905; died June 21, 1992) was a surgeon. | birth Ivo date:1905 place:New York City
Ivo Brand (born in New York City in 1905; died June 21, 1992) was a surgeon. | death Ivo date:1992-06-21
Jean Roth (born 7 March 1874 in Metz, and died 22 September 1938) was a poet. | birth Jean date:1874-03-07 place:Metz
Sergei Frolov (Russian: Сергей Фролов; 26 May 1924 in Omsk – 1998 in Riga) cooked. | death Sergei place:Riga
Emil Hartmann was born on 12 March 1861 in Graz, Austria. | birth Emil date:1861-03-12 place:Graz, Austria
Emil Hartmann was born in Graz on March 12, 1861. | birth Emil date:1861-03-12 place:Graz
Emil Hartmann was born and raised in Graz. | birth Emil place:Graz
Emil Hartmann was born and raised in Graz. | residence Emil place:Graz
Anna Weiss was born in Dolwais, Wales. | birth Anna place:Dolwais, Wales
Emil Hartmann, who was born in 1861, was a Danish sculptor. | birth Emil date:1861
A native of Graz, Emil Hartmann moved to Boston. | birth Emil place:Graz
Emil Hartmann, a Boston native, plays the violin. | birth Emil place:Boston
Emil Hartmann died in Vienna on 4 June 1932. | death Emil date:1932-06-04 place:Vienna
Emil Hartmann died of pneumonia in 1932. | death Emil date:1932 value:pneumonia
Emil Hartmann passed away on 4 June 1932 at his home in Vienna. | death Emil date:1932-06-04 place:Vienna
Emil Hartmann committed suicide in 1932. | death Emil date:1932 value:committed suicide
Emil Hartmann took his own life in Vienna in 1932. | death Emil date:1932 place:Vienna
Emil Hartmann shot himself in 1932. | death Emil date:1932 value:shot himself
Emil Hartmann crossed the Iranian border near Meghri on 21 August 1937. | travel Emil date:1937-08-21
On 2 October 1938 Emil Hartmann crossed the border of Manchukuo near Hunchun. | travel Emil date:1938-10-02
Emil Hartmann was killed in action in 1916. | death Emil date:1916
Emil Hartmann's widow, Ida, died in 1950. | death Ida date:1950
Emil Hartmann is married to the actress Ida Roth. | kinship Emil role:wife =Ida
Anna Weiss is married to actor Karl Simons. | kinship Anna role:husband =Karl
In 1890 Emil Hartmann married Ida Roth, a teacher from Linz. | kinship Emil role:wife date:1890 =Ida
Emil Hartmann and Ida Roth were married in 1890. | kinship Ida role:husband date:1890 =Emil
Emil Hartmann and his wife Ida live in Linz. | kinship Emil role:wife =Ida
Ida Roth is the wife of Emil Hartmann. | kinship Ida role:husband =Emil
Emil Hartmann has two children, Otto and Clara. | kinship Emil role:daughter =Clara
The children of Emil Hartmann were Otto and Clara. | kinship Otto role:father =Emil
Otto Hartmann is the son of Emil Hartmann and Ida Roth. | kinship Otto role:mother =Ida
Otto Hartmann was the third child of the clerk Emil Hartmann and Ida Roth. | kinship Otto role:mother =Ida
Clara Hartmann, daughter of Emil Hartmann, was a pianist. | kinship Clara role:father =Emil
Emil Hartmann was the father of the pianist Clara Hartmann. | kinship Emil role:daughter =Clara
Clara Hartmann's father, Emil Hartmann, was a judge. | kinship Clara role:father =Emil
Emil Hartmann graduated from the University of Graz in 1884. | education Emil organisation:University of Graz date:1884
Emil Hartmann studied law at the University of Graz. | education Emil organisation:University of Graz value:law
Emil Hartmann studied law at Graz University and Bonn University. | education Emil organisation:Bonn University
Emil Hartmann was educated at Eton College and Trinity College. | education Emil organisation:Trinity College
Emil Hartmann holds a PhD from Stanford University. | education Emil organisation:Stanford University
Ivan Petrov was given to the Cadet Corps at Polotsk. | education Ivan organisation:Cadet Corps
Emil Hartmann worked at Siemens from 1890 to 1899. | office Emil organisation:Siemens date:1890/1899
Emil Hartmann is the CEO of Apex Corporation. | office Emil role:CEO organisation:Apex Corporation
Emil Roth served as chairman of the Labour Party until 1995. | office Emil role:chairman organisation:Labour Party
Emil Hartmann is a professor at the University of Graz. | office Emil role:professor organisation:University of Graz
Emil Hartmann taught at Harvard and Yale. | office Emil organisation:Yale
Emil Roth was appointed director of the Vienna Museum in 1901. | office Emil role:director organisation:Vienna Museum
In 1914 Karl Weiss was promoted to rear admiral. | rank Karl value:rear admiral date:1914
Three years later, on the outbreak of the war, in 1914, Karl Weiss moved to Graz. | travel Karl date:1914
Karl Weiss went for a time to the desert of Chalcis, to the southeast of Antioch. | travel Karl place:desert of Chalcis
Karl Weiss is President, Chief Executive Officer of Apex Corporation. | office Karl role:Chief Executive Officer
Karl Weiss lost a brother in 1917. | death brother date:1917
Emil Hartmann joined Siemens in 1890. | membership Emil organisation:Siemens value:joined date:1890
Emil Hartmann is a member of the Royal Society. | membership Emil organisation:Royal Society value:member
Emil Hartmann, a member of the Labour Party, lived in Leeds. | membership Emil organisation:Labour Party
Emil Hartmann lives in Boston, Massachusetts. | residence Emil place:Boston, Massachusetts
Murphy lives and works in Poughkeepsie, NY. | residence Murphy place:Poughkeepsie, NY
Emil Hartmann lived in Berlin, Paris and Rome. | residence Emil place:Paris
Emil Hartmann grew up in Linz. | residence Emil place:Linz
Emil Hartmann settled in Boston in 1890. | residence Emil place:Boston date:1890
Emil Hartmann is a Danish engineer and politician. | occupation Emil value:politician
Alf Hansen was a Norwegian engineer and film director. | ethnicity Alf value:Norwegian
Emil Hartmann is a Danish judoka. | ethnicity Emil value:Danish
Emil Hartmann is a German citizen. | citizenship Emil value:German
She was born in Oslo in 1950 and studied at Yale University. | birth unnamed date:1950 place:Oslo
He is married to Ida Roth and lives in Linz. | kinship Ida role:husband =unnamed
Nora Lind is a painter who studied at the Royal Academy of Arts and lives in Malmö. | residence Nora place:Malmö
Nora Lind is a painter who studied at the Royal Academy and lives in Malmö. | education Nora organisation:Royal Academy
"""
CASES = [tuple(part.strip() for part in line.split(" | ")) for line in TOLD.strip().splitlines()]


def fields_of(words: str) -> tuple[str, str, dict[str, str], str]:
    """Return type, person, fields and the other person of what is expected."""
    told, _, other = words.partition(" =")
    type_, person, *fields = told.split(" ")
    found: dict[str, str] = {}
    for part in fields:
        slot, colon, value = part.partition(":")
        if colon:
            found[slot] = value
        else:  # a value of several words
            last = list(found)[-1]
            found[last] += f" {part}"
    return type_, person, found, other


def holds(factoid: Factoid, fields: dict[str, str]) -> bool:
    return all(getattr(factoid, slot) == value for slot, value in fields.items())


@pytest.mark.parametrize(("text", "words"), CASES)
def test_an_ordinary_fact(read: Read, text: str, words: str) -> None:
    type_, person, fields, other = fields_of(words)
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    found = said(reading, type_, person)
    right = [f for f in found if holds(f, fields)]
    if other:
        right = [f for f in right if any(other in names[r] for r in f.related)]
    assert right, [(f.type, f.role, f.organisation, f.place, f.value, f.date) for f in found]


# a text, and types of which it says nothing about anybody
UNTOLD = [
    ("Emil Hartmann lived in Berlin, Paris and Rome.", "travel"),
    ("Emil Hartmann taught at the University of Graz.", "education"),
    ("In 1890 Emil Hartmann married Ida Roth, a teacher from Linz.", "association"),
    ("Ivan Petrov kept his letters in a box.", "occupation"),
    ("Karl Weiss was appointed deputy of the chairman of the Cheka.", "membership"),
    ("Karl Weiss was appointed head of the prison of the army.", "imprisonment"),
    ("Emil Hartmann became a naturalized citizen of France in 1950.", "residence"),
    ("Karl Weiss went. He wanted. He was 91.", "travel"),
    ("Karl Weiss proposed to her in front of a painting.", "service"),
    ("Karl Weiss was no companion for Ida Roth.", "association"),
    ("Karl Weiss is a member of the Institute for Graz.", "residence"),
    ("Karl Weiss went. He wanted. He was 91.", "event"),
    ("In 1914 Karl Weiss was promoted to rear admiral.", "office"),
    ("In 1914 Karl Weiss was promoted to rear admiral.", "event"),
    ("Karl Weiss predicted that he would soon die.", "death"),
    ("Karl Weiss feared that Otto Brand would be arrested.", "arrest"),
]


@pytest.mark.parametrize(("text", "type_"), UNTOLD)
def test_what_is_not_said(read: Read, text: str, type_: str) -> None:
    found = [f for f in read(text).factoids if f.type == type_]
    assert not found, found


def test_whoever_loses_a_brother_lives(read: Read) -> None:
    assert not said(read("Karl Weiss lost a brother in 1917."), "death", "Weiss")


def test_they_are_the_two_who_married(read: Read) -> None:
    reading = read(
        "In 1901 Karl Weiss married Anna Lund, the daughter of the merchant Otto Lund. They had a daughter, Vera."
    )
    names = {p.id: p.name for p in reading.personas}
    parents = {names[f.related[0]] for f in said(reading, "kinship", "Vera")}
    assert parents == {"Karl Weiss", "Anna Lund"}


def test_who_is_born_to_a_couple_is_born_nowhere(read: Read) -> None:
    found = said(read("A daughter, Vera, was born to the couple in 1901."), "birth", "Vera")
    assert [f.place for f in found] == [None]


def test_two_years_behind_a_name_date_a_life_only(read: Read) -> None:
    (office,) = said(read("CHAPAYEV Vasily (1887–1919), commander of a division."), "office", "Chapayev")
    assert office.date is None


def test_a_wife_and_a_daughter_are_two(read: Read) -> None:
    found = said(read("Karl Weiss lives in Graz with his wife, daughter and son."), "kinship", "wife")
    assert {f.role for f in found} <= {"husband"}, found


def test_a_birthplace_ends_where_the_sentence_goes_on(read: Read) -> None:
    found = said(read("Karl Weiss was a poet. Born in Fife he was the son of a miner."), "birth", "Weiss")
    assert all(f.place in ("Fife", None) for f in found), found


def test_a_record_of_service_is_offices(read: Read) -> None:
    reading = read(
        "PETROV Ivan Ivanovich (1895–1941). Born in Saratov.\n\n"
        "06.1938–11.1938 – head of the 3rd department of the NKVD\n\n"
        "Sentenced to death on 7 July 1941. Shot the same day. Rehabilitated in 1957."
    )
    (office,) = said(reading, "office", "Petrov")
    assert (office.role, office.organisation, office.date) == (
        "head",
        "3rd department of the NKVD",
        "1938-06/1938-11",
    )
    assert not said(reading, "membership", "Petrov")
    assert "1941-07-07" in [f.date for f in said(reading, "death", "Petrov")]
    assert said(reading, "event", "Petrov")
