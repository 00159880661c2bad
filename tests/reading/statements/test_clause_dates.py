"""Which of the times around a clause dates what it says."""

import pytest

import factoid

CASES = [
    # the day that the clause gives within its year
    ("In 1957 Otto Lang climbed the Broad Peak (9 June).", "climbed", "1957-06-09"),
    # the clause that says when, before what heads the sentence
    ("In 1948 Otto Lang moved to Graz; when the mill burnt in 1956, he fled to Bonn.", "fled", "1956"),
    # a war dates by its years
    ("Otto Lang moved to Graz after the Second World War.", "moved", "1945~/.."),
    # what had been done by then
    ("In 1848 Otto Lang, having fled from Vienna, reached London.", "fled", "../1848"),
    ("In 1848 Otto Lang visited Emil Roth, who had been jailed for his verses.", "jailed", "../1848"),
    ("Arrested by the Tsarist police, Otto Lang was sent to Siberia in 1884.", "Arrested", "../1884"),
    # but not what had been done at a time of its own
    ("In 1848 Otto Lang visited Emil Roth, who had been jailed in 1846.", "jailed", "1846"),
    # what comes after an end, and at it
    ("Until 1917 Otto Lang lived in Bonn; then he moved to Ely and joined the Bolsheviks.", "moved", "1917"),
    ("Until 1917 Otto Lang lived in Bonn; then he moved to Ely and joined the Bolsheviks.", "joined", "1917"),
    (
        "Until 1917 Otto Lang lived in Bonn; then he moved to Ely and joined the Bolsheviks.",
        "lived",
        "../1917",
    ),
    ("Otto Lang practised in Bonn until 1901, when he was appointed judge at Ely.", "appointed", "1901"),
    # an end told by a clause or by a death, and a beginning told before it
    ("Otto Lang was abbot of Ely from 1552 till he died in 1570.", "abbot", "1552/1570"),
    ("Otto Lang was abbot of Ely from 1552 until his death in 1570.", "abbot", "1552/1570"),
    ("Otto Lang came to Bonn in 1888 and practised as a surgeon there until 1904.", "practised", "1888/1904"),
    ("From 1552 to his death in 1570 Otto Lang was abbot of Ely.", "abbot", "1552/1570"),
    ("Otto Lang was abbot of Ely until 1570.", "abbot", "../1570"),
    ("Otto Lang was abbot of Ely till his death, of fever, in 1570.", "abbot", "../1570"),
    ("Otto Lang was abbot of Ely until his death at Bonn in 1570.", "abbot", "../1570"),
    # with how long it lasted
    ("In 1854 Otto Lang was articled for five years to Emil Roth.", "articled", "1854/1859"),
    ("Otto Lang was abbot of Ely for ten years from 1552.", "abbot", "1552/1562"),
    ("Otto Lang lived in Ely for ten years until 1850.", "lived", "1840/1850"),
    ("In May 1870 Otto Lang was elected abbot of Ely for three years.", "elected", "1870-05/1873-05"),
    ("In 1870 Otto Lang moved to Bonn, where he was abbot for six years.", "abbot", "1870/1876"),
    # but not how long it had lasted, nor how long something else did
    ("In 1900 Otto Lang had served in the Royal Navy for five years.", "served", "1900"),
    ("Otto Lang was a clerk for ten years; in 1870 he was elected abbot of Ely.", "elected", "1870"),
    ("In 1870 Otto Lang joined the Party for the second time.", "joined", "1870"),
    # a time that a semicolon closes in, and one behind it, is of what stands with it
    (
        "In Ely Otto Lang married Ida Roth, ten years older than himself, in 1907; in Riga he taught music.",
        "married",
        "1907",
    ),
    ("Otto Lang was buried in Paris; the bones were brought home in 1957.", "buried", None),
    ("Otto Lang was abbot of Ely; 1411-29.", "abbot", "1411/1429"),
    # what goes on until then, from the step before it
    ("In 1945 Otto Lang was freed at Ely. He waited until 1947.", "waited", "1945/1947"),
    ("In 1945 Otto Lang was freed at Ely. He wept until 1947.", "wept", "../1947"),
    # by a clause that says before what
    ("Until he went blind in 1890, Otto Lang lived in Bonn.", "lived", "../1890"),
    ("Otto Lang, who had studied in Padua, opened a practice in Ulm in 1612.", "studied", "../1612"),
    ("Otto Lang (1820-1892) was abbot of Ely from 1850 until his death.", "abbot", "1850/1892"),
    (
        "Otto Lang came to Ely in 1921. He held the post of abbot until his death in 1940.",
        "held",
        "1921/1940",
    ),
    (
        "Otto Lang ruled in Ely until December 1981, when he was himself overthrown by Emil Sule.",
        "overthrown",
        "1981-12",
    ),
    ("Otto Lang lived with the Creeks until 1865, then farmed near Ely.", "farmed", "1865/.."),
    ("Otto Lang died in Ely on 3 May 1831 and lies in the chapel of Bonn.", "lies", "1831"),
    ("By 1903 Otto Lang was mayor of Ely.", "mayor", "1903"),
    # the end of the years told before, where *then* leads on from them
    ("From 1924 to 1927 Otto Lang worked in Kiev. He then returned to Berlin.", "returned", "1927"),
    ("From 1924 to 1927 Otto Lang worked in Kiev. Afterwards he lived in Berlin.", "lived", "1927/.."),
    # a war by its years
    ("Otto Lang took part in the Crimean War.", "Crimean", "1853~/1856~"),
    # annals of years of four figures, even if they are two
    ("1555. Otto Lang built a mill.\n1556. Otto Lang moved to Bonn.\n", "moved", "1556"),
    # who is of that age: not the son of whom died then, but who is meant
    (
        "Otto Lang was born in 1870, the son of Jan Lang (d. 1899). At the age of 17 he went to Ely.",
        "went",
        "1887~",
    ),
]


@pytest.mark.parametrize(("text", "word", "edtf"), CASES)
def test_the_date_of_a_clause(text: str, word: str, edtf: str) -> None:
    dates = {f.when.edtf if f.when else None for f in factoid.read(text).factoids if word in f.quote}
    assert dates == {edtf}


def test_what_comes_after_years_is_not_of_the_day_told_before_them() -> None:
    told = (
        "On 3 May 1931 Otto Lang fled to Graz. For six years he taught in Bonn, after which he left for Ely."
    )
    read = factoid.read(told)
    assert {"fled", "left"} <= {f.value for f in read.factoids}
    assert not [
        f for f in read.factoids if f.value != "fled" and f.when and f.when.edtf.startswith("1931-05")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "In the war he moved to Ely.",
        "In his youth he moved to Ely.",
        "As a student he had moved to Ely.",
        "One day he moved to Ely.",
    ],
)
def test_what_has_a_time_of_its_own_leans_on_no_date_around_it(told: str) -> None:
    read = factoid.read(f"Otto Lang married Ann Low in 1909. {told} In 1920 he travelled to Rome.")
    (moved,) = [f for f in read.factoids if f.place == "Ely"]
    assert moved.when is None


def test_a_time_behind_a_clause_is_of_that_clause() -> None:
    read = factoid.read(
        "Otto Lang was vicar of Ely from 1702 to 1711, and vicar of Barton until he died, in 1733."
    )
    assert [f.when.edtf for f in read.factoids if f.type == "death" and f.when] == ["1733"]


def test_the_date_of_a_post_told_beside_the_name_is_not_that_of_the_deed() -> None:
    text = "Otto Lang, abbot from about 1552, was buried before the altar in 1570."
    dates = {f.type: f.when.edtf for f in factoid.read(text).factoids if f.when}
    assert dates == {"office": "1552~/..", "burial": "1570"}


@pytest.mark.parametrize(
    ("told", "word", "edtf"),
    [
        ("She was ten when her father was jailed at Ely.", "jailed", "1861~"),
        ("She was not quite eleven when her mother was jailed at Ely.", "jailed", "1862~"),
        ("At sixteen her father, Emil Roth, took her out of the school.", "took", "1867~"),
        ("She was a teacher when her father was jailed at Ely.", "jailed", None),
    ],
)
def test_an_age_dates_what_befell_another_then(told: str, word: str, edtf: str | None) -> None:
    read = factoid.read(f"Ida Roth was born in 1851 at Riga. {told}")
    assert edtf in {f.when.edtf if f.when else None for f in read.factoids if word in f.quote}


def test_an_age_is_counted_from_the_day_of_an_entry_with_a_place() -> None:
    text = "Graz, 3 October 1850. Otto Lang came.\n\nRiga, 2 June 1857. Today I met Ida Roth, 20, a weaver's daughter."
    births = {f.when.edtf for f in factoid.read(text).factoids if f.type == "birth" and f.when}
    assert births == {"1837~"}
