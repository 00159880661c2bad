from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.names import Culture, PartKind, fold_surname, is_patronymic, parse_name, title_of

CASES = [
    # text                                         given          patronymic     surname
    ("Genrikh Samoilovich Lyushkov", "Genrikh", "Samoilovich", "Lyushkov"),
    ("Lieutenant General Genrikh Samoilovich Lyushkov", "Genrikh", "Samoilovich", "Lyushkov"),
    ("CHAPAYEV, Vasily Ivanovich", "Vasily", "Ivanovich", "CHAPAYEV"),
    ("Mary Ann Evans", "Mary Ann", "", "Evans"),
    ("Люшков Генрих Самойлович", "Генрих", "Самойлович", "Люшков"),
    ("Анна Андреевна Ахматова", "Анна", "Андреевна", "Ахматова"),
    ("Ivan Ivanovich", "Ivan", "Ivanovich", ""),
    ("Krupskaya Nadezhda", "Nadezhda", "", "Krupskaya"),
    # initials are no particles
    ("D. A. Furmanov", "D. A.", "", "Furmanov"),
    ("N. N. Borodin", "N. N.", "", "Borodin"),
    ("E. T. A. Hoffmann", "E. T. A.", "", "Hoffmann"),
    ("J.R.R. Tolkien", "J. R. R.", "", "Tolkien"),
    ("J.-P. Sartre", "J.-P.", "", "Sartre"),
    ("Ph. Melanchthon", "Ph.", "", "Melanchthon"),
    ("Yu. A. Gagarin", "Yu. A.", "", "Gagarin"),
    ("Люшков Г. С.", "Г. С.", "", "Люшков"),
    # a title behind the name
    ("Arthur Wesley, 1st Duke of Rivers", "Arthur", "", "Wesley"),
    ("Tom Wesley 2nd Baronet", "Tom", "", "Wesley"),
    ("George Villars, Duke of Rivers", "George", "", "Villars"),
    ("van Meer, Dr Ludwig", "Ludwig", "", "van Meer"),
    ("Smith, Major John", "John", "", "Smith"),
    # particles
    ("Ludwig van Beethoven", "Ludwig", "", "van Beethoven"),
    ("Beethoven, Ludwig van", "Ludwig", "", "van Beethoven"),
    ("Bartolomé de las Casas", "Bartolomé", "", "de las Casas"),
    ("von Bülow", "", "", "von Bülow"),
    ("Da Ponte, Lorenzo", "Lorenzo", "", "Da Ponte"),
    # two surnames
    ("Federico García Lorca", "Federico", "", "García Lorca"),
    ("Juan Carlos García Lorca", "Juan Carlos", "", "García Lorca"),
    # the surname first
    ("Nagy Imre", "Imre", "", "Nagy"),
    ("Mao Zedong", "Zedong", "", "Mao"),
    ("Kim Il-sung", "Il-sung", "", "Kim"),
    ("Tokugawa Ieyasu", "Ieyasu", "", "Tokugawa"),
    ("Nguyen Van Troi", "Van Troi", "", "Nguyen"),
    ("毛泽东", "泽东", "", "毛"),
    ("山本五十六", "五十六", "", "山本"),
    ("LUMUMBA Patrice", "Patrice", "", "LUMUMBA"),
    # the surname last after all
    ("Lee Harvey Oswald", "Lee Harvey", "", "Oswald"),
    ("Abe Lincoln", "Abe", "", "Lincoln"),
    ("Ieyasu Tokugawa", "Ieyasu", "", "Tokugawa"),
    ("Slobodan Petar Milošević", "Slobodan Petar", "", "Milošević"),
    ("Andrej Plenković", "Andrej", "", "Plenković"),
    # chains
    ("Hassan al-Banna", "Hassan", "", "al-Banna"),
    ("Redouane el Hassani", "Redouane", "", "el Hassani"),
    ("Abd al-Rahman Munif", "Abd al-Rahman", "", "Munif"),
]


@pytest.mark.parametrize(("text", "first", "patronymic", "surname"), CASES)
def test_takes_a_name_apart(text: str, first: str, patronymic: str, surname: str) -> None:
    name = parse_name(text)
    assert (" ".join(name.given), name.patronymic, name.surname) == (first, patronymic, surname)


TITLED = [
    ("Colonel Borodin", "Colonel", PartKind.RANK),
    ("Lieutenant Colonel Borodin", "Lieutenant Colonel", PartKind.RANK),
    ("Major Borodin", "Major", PartKind.RANK),
    ("Lt. Borodin", "Lt.", PartKind.RANK),
    ("Lt. Col. Borodin", "Lt. Col.", PartKind.RANK),
    ("Capt. Borodin", "Capt.", PartKind.RANK),
    ("Gen. Borodin", "Gen.", PartKind.RANK),
    ("Sgt. Borodin", "Sgt.", PartKind.RANK),
    ("Cpl. Borodin", "Cpl.", PartKind.RANK),
    ("Adm. Borodin", "Adm.", PartKind.RANK),
    ("Rear Admiral Borodin", "Rear Admiral", PartKind.RANK),
    ("Major General Borodin", "Major General", PartKind.RANK),
    ("Captain 2nd rank Borodin", "Captain 2nd rank", PartKind.RANK),
    ("Commissar of State Security of the 3rd Rank Borodin", None, PartKind.RANK),
    ("комиссар госбезопасности 3-го ранга Бородин", None, PartKind.RANK),
    ("Commissar 2nd rank Borodin", "Commissar 2nd rank", PartKind.OFFICE),
    ("Sergeant Major Borodin", "Sergeant Major", PartKind.RANK),
    ("Detective Inspector Borodin", "Detective Inspector", PartKind.OFFICE),
    ("Archdeacon Borodin", "Archdeacon", PartKind.TITLE),
    ("Rt. Rev. Borodin", "Rt. Rev.", PartKind.TITLE),
    ("Rev. Borodin", "Rev.", PartKind.TITLE),
    ("Hon. Borodin", "Hon.", PartKind.TITLE),
    ("Prof. Borodin", "Prof.", PartKind.TITLE),
    ("St. Borodin", "St.", PartKind.TITLE),
    ("Sv. Borodin", "Sv.", PartKind.TITLE),
    ("Fr. Borodin", "Fr.", PartKind.TITLE),
    ("Sr. Borodin", "Sr.", PartKind.ADDRESS),
    ("Bp. Borodin", "Bp.", PartKind.OFFICE),
    ("Abp. Borodin", "Abp.", PartKind.OFFICE),
    ("Count Borodin", "Count", PartKind.TITLE),
    ("Prince Borodin", "Prince", PartKind.TITLE),
    ("Brother Borodin", "Brother", PartKind.TITLE),
    ("Judge Borodin", "Judge", PartKind.OFFICE),
    ("Oberst Borodin", "Oberst", PartKind.RANK),
    ("полковник Бородин", "полковник", PartKind.RANK),
    ("the Governor Borodin", "Governor", PartKind.OFFICE),
]


@pytest.mark.parametrize(("text", "title", "kind"), TITLED)
def test_a_title_is_no_given_name(text: str, title: str | None, kind: PartKind) -> None:
    name = parse_name(text)
    assert fold_surname(name.surname) in {"borodin"}
    assert not name.given
    assert name.of(kind) == (title or text.rsplit(" ", 1)[0],)


@pytest.mark.parametrize("text", ["Dean Acheson", "Malik Ambar", "Earl Warren", "Regina Jonas"])
def test_a_given_name_that_is_a_title_too_stays_one(text: str) -> None:
    assert parse_name(text).given == (text.split()[0],)


@pytest.mark.parametrize(
    ("text", "surname"), [("Roy Bishop", "Bishop"), ("Captain Cook", "Cook"), ("Bishop", "Bishop")]
)
def test_a_title_at_the_end_is_a_surname(text: str, surname: str) -> None:
    assert parse_name(text).surname == surname
    assert title_of(surname)


AROUND = [
    ("Mary Smith (née Jones)", PartKind.MAIDEN, "Jones"),
    ("Mary Smith, born Jones", PartKind.MAIDEN, "Jones"),
    ("Anna Weiß geb. Braun", PartKind.MAIDEN, "Braun"),
    ('Ernesto "Che" Guevara', PartKind.NICKNAME, "Che"),
    ("William (Bill) Hart", PartKind.NICKNAME, "Bill"),
    ("Lev Trotsky, alias Bronstein", PartKind.NICKNAME, "Bronstein"),
    ("John Smith Jr.", PartKind.GENERATION, "Jr."),
    ("King, Martin Luther, Jr.", PartKind.GENERATION, "Jr."),
    ("Alexandre Dumas fils", PartKind.GENERATION, "fils"),
    ("Pliny the Elder", PartKind.GENERATION, "the Elder"),
    ("Ivan the Terrible", PartKind.EPITHET, "the Terrible"),
    ("Henry VIII of England", PartKind.REGNAL, "VIII"),
    ("Pope John Paul II", PartKind.REGNAL, "II"),
    ("Пётр I", PartKind.REGNAL, "I"),
    ("William of Ockham", PartKind.ORIGIN, "of Ockham"),
]


@pytest.mark.parametrize(("text", "kind", "part"), AROUND)
def test_knows_what_stands_beside_the_name(text: str, kind: PartKind, part: str) -> None:
    assert parse_name(text).of(kind) == (part,)


def test_a_letter_is_no_ruler_s_number() -> None:
    assert parse_name("Malcolm X").surname == "X"


CULTURES = [
    ("John Smith", Culture.WESTERN),
    ("Anna Karenina", Culture.SLAVIC),
    ("Gabriel García Márquez", Culture.SPANISH),
    ("Chiang Kai-shek", Culture.EAST_ASIAN),
    ("Kossuth Lajos", Culture.HUNGARIAN),
    ("Usama bin Muhammad bin Ladin", Culture.ARABIC),
    ("Joan of Arc", Culture.MEDIEVAL),
    ("Voltaire", Culture.MONONYM),
]


@pytest.mark.parametrize(("text", "culture"), CULTURES)
def test_tells_the_culture(text: str, culture: Culture) -> None:
    assert parse_name(text).culture is culture


def test_tells_patronymics_from_surnames() -> None:
    assert is_patronymic("Samuilovich")
    assert is_patronymic("Ivanovna")
    assert not is_patronymic("Lyushkov")
    assert not is_patronymic("Plenković")


@pytest.mark.parametrize(("inflected", "base"), [("Lyushkov's", "Lyushkov"), ("Люшкова", "Люшков")])
def test_an_inflected_surname_folds_to_its_base(inflected: str, base: str) -> None:
    assert fold_surname(inflected) == fold_surname(base)


@given(st.text(max_size=60))
def test_parses_any_string(text: str) -> None:
    name = parse_name(text)
    assert all(part.text for part in name.parts)


_WORD = st.text("abcdefgXYZ.-'йкД", min_size=1, max_size=9)


@given(
    st.lists(st.one_of(_WORD, st.sampled_from(["Dr.", "von", "bin", "Jr.", "VIII", "of", "the"])), max_size=6)
)
def test_takes_every_letter_from_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for part in parse_name(text).parts:
        for word in part.text.split():
            assert word in text
