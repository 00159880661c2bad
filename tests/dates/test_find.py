"""The phrases of narrative English and what they mean. All sentences are invented."""

from __future__ import annotations

import pytest
from dates.reading import dated, find, meant

from factoid.dates import TimeKind
from factoid.model.when import iso_of

STATED = [
    # what the source says                              words, EDTF
    ("He was born on 13 June 1938.", [("13 June 1938", "1938-06-13")]),
    ("Родился 13 июня 1938 в Одессе.", [("13 июня 1938", "1938-06-13")]),
    ("Paris, le 1er mars 1900", [("1er mars 1900", "1900-03-01")]),
    ("Berlin, den 13. Juni 1938", [("13. Juni 1938", "1938-06-13")]),
    ("in the first days of 1836", [("the first days of 1836", "1836-01")]),
    ("in the last days of June 1836", [("the last days of June 1836", "1836-06")]),
    ("in the 11th month of 1875", [("the 11th month of 1875", "1875-11")]),
    ("Matric. Michs. 1797", [("Michs. 1797", "1797-09-29")]),
    ("May 9 (O.S.), 1872", [("May 9 (O.S.), 1872", "1872-05-21")]),
    ("25 October 1880 by the old calendar", [("25 October 1880 by the old calendar", "1880-11-06")]),
    (
        "9 May 1872 according to the Julian reckoning",
        [("9 May 1872 according to the Julian reckoning", "1872-05-21")],
    ),
    (
        "Killed on 9 Safar 1104.",
        [("9 Safar 1104", "1692-10-19/1692-10-21")],
    ),  # seen in the sky: a day more or less
    ("In Rajab 1098 he ruled.", [("Rajab 1098", "1687-05-12/1687-06-12")]),
    ("In Jumada al-Thani 1102 AH.", [("Jumada al-Thani 1102 AH", "1691-03-01/1691-04-01")]),
    (
        "on the 3rd of Ramadan 1230 (9 August 1815)",
        [("the 3rd of Ramadan 1230 (9 August 1815)", "1815-08-09")],
    ),
    ("Ramadan 1945 was hot.", [("1945", "1945")]),
    ("the 26th of August 1693 Old Style", [("the 26th of August 1693 Old Style", "1693-09-05")]),
    ("June 13th, 1938 was hot.", [("June 13th, 1938", "1938-06-13")]),
    ("Captured 13.06.1938.", [("13.06.1938", "1938-06-13")]),
    ("Filed 1938-06-13.", [("1938-06-13", "1938-06-13")]),
    ("Filed 13/6/1938.", [("13/6/1938", "1938-06-13")]),
    ("Filed 5/6/1938.", [("5/6/1938", "[1938-05-06,1938-06-05]")]),  # day and month cannot be told apart
    ("in prison until 04.1954", [("04.1954", "1954-04")]),
    ("They walked 13–14 June 1938.", [("13", "1938-06-13"), ("14 June 1938", "1938-06-14")]),
    ("They walked June 13-14, 1938.", [("June 13", "1938-06-13"), ("14, 1938", "1938-06-14")]),
    ("Paris, Jan. 4, 1866.", [("Jan. 4, 1866", "1866-01-04")]),
    ("She died 4th Novr. 1798", [("4th Novr. 1798", "1798-11-04")]),
    ("the 12th of October 1492", [("the 12th of October 1492", "1492-10-12")]),
    ("the twelfth day of October, 1492", [("the twelfth day of October, 1492", "1492-10-12")]),
    ("On Sunday, 13 June 1938 he left.", [("Sunday, 13 June 1938", "1938-06-13")]),
    ("He died in the year of our Lord 633.", [("the year of our Lord 633", "0633")]),
    ("He died in 633 A.D. at home.", [("633 A.D.", "0633")]),
    ("He died in A.D. 633.", [("A.D. 633", "0633")]),
    ("Caesar fell in 44 BC.", [("44 BC", "-0043")]),
    ("the war of 499–493 BC", [("499", "-0498"), ("493 BC", "-0492")]),
    ("It lasted from 499 to 493 BC.", [("499", "-0498"), ("493 BC", "-0492")]),
    ("He taught there in 1937–38.", [("1937", "1937"), ("38", "1938")]),
    ("He taught there, 1802-12.", [("1802", "1802"), ("12", "1812")]),
    ("In June 1938 he fled.", [("June 1938", "1938-06")]),
    ("in January of 1938", [("January of 1938", "1938-01")]),
    ("in the spring of 1854", [("the spring of 1854", "1854-21")]),
    ("1904 summer, she sold the jewels", [("1904 summer", "1904-22")]),
    ("at the end of the summer of 1945", [("the end of the summer of 1945", "1945-22")]),
    ("By early 1938 he knew.", [("early 1938", "1938")]),
    ("Late in 1898 he wrote.", [("Late in 1898", "1898")]),
    ("in mid-June 1938", [("mid-June 1938", "1938-06")]),
    ("the second half of 1938", [("the second half of 1938", "1938-07/1938-12")]),
    ("the first half of the 1920s", [("the first half of the 1920s", "1920/1924")]),
    ("in the 1920s", [("the 1920s", "192X")]),
    ("in the early 1920s", [("the early 1920s", "192X")]),
    ("during the 480s BC", [("the 480s BC", "-0488/-0479")]),
    ("in the late nineteenth century", [("the late nineteenth century", "18XX")]),
    ("in the 4th century BC", [("the 4th century BC", "-0398/-0299")]),
    ("at the turn of the twentieth century", [("the turn of the twentieth century", "[1899..1901]")]),
    ("on the last day of 1961", [("the last day of 1961", "1961-12-31")]),
    ("on the first day of June 1961", [("the first day of June 1961", "1961-06-01")]),
    ("born c. 1900", [("c. 1900", "1900~")]),
    ("born about 1834", [("about 1834", "1834~")]),
    ("born circa 1200", [("circa 1200", "1200~")]),
    ("born perhaps in 1834", [("1834", "1834?")]),
    ("born on 10 February 1635/6", [("10 February 1635/6", "1636-02-10")]),
    ("the school opened at Michaelmas 1797", [("Michaelmas 1797", "1797-09-29")]),
    ("The rising of Easter 1916 failed.", [("Easter 1916", "1916-04-23")]),
    ("on Good Friday, 1613", [("Good Friday, 1613", "1613-04-05")]),
    (
        "on Palm Sunday 1271",
        [("Palm Sunday 1271", "1271-03-29")],
    ),  # as 20 March 1271 stands: in the old calendar
    ("the 30th of the 10th month 1790", [("the 30th of the 10th month 1790", "1790-10-30")]),
    ("on the 2d of 1st month 1781", [("the 2d of 1st month 1781", "1781-01-02")]),
    ("the third day of the second month of the siege, in 1640", [("1640", "1640")]),
    ("On Christmas Eve 1800 it snowed.", [("Christmas Eve 1800", "1800-12-24")]),
    ("25 October (7 November) 1917", [("25 October (7 November) 1917", "1917-11-07")]),
    ("born on June 9 (21), 1897 in Poltava", [("June 9 (21), 1897", "1897-06-21")]),
    ("10/22 July 1812", [("10/22 July 1812", "1812-07-22")]),
    ("25 October 1917 (Old Style)", [("25 October 1917 (Old Style)", "1917-11-07")]),
    ("18 Brumaire VIII", [("18 Brumaire VIII", "1799-11-09")]),
    ("9 Thermidor an II", [("9 Thermidor an II", "1794-07-27")]),
    ("in 180 (796) he went to Iraq", [("180 (796)", "0796")]),
    ("at the beginning of the year 130 (747)", [("the beginning of the year 130 (747)", "0747")]),
    ("A.H. 495", [("A.H. 495", "1101-11-02/1102-10-21")]),
    (
        "in the third year of the reign of Henry VIII",
        [("the third year of the reign of Henry VIII", "1511-04-22~/1512-04-21~")],
    ),
    ("in the 15th year of Guangxu", [("the 15th year of Guangxu", "1889~")]),
    ("in the 15th year of Guangxu (1890)", [("the 15th year of Guangxu (1890)", "1890")]),
    ("the third year of the Jiaqing reign", [("the third year of the Jiaqing reign", "1798~")]),
    ("in the 21st year of King Gojong", [("the 21st year of King Gojong", "1884~")]),
    ("in the 22nd year of Meiji", [("the 22nd year of Meiji", "1889")]),
    ("In Shōwa 12 he left", [("Shōwa 12", "1937")]),
    ("in the 30th year of the Republic of China", [("the 30th year of the Republic of China", "1941")]),
    ("in April of the 29th year of Meiji", [("April of the 29th year of Meiji", "1896-04")]),
    (
        "in 1242 AH, in 1275 AH, in 1283",
        [
            ("1242 AH", "1826-08-05/1827-07-24"),
            ("1275 AH", "1858-08-11/1859-07-30"),
            ("1283", "1866-05-16/1867-05-04"),
        ],
    ),
    ("in 1242 AH, in 1283", [("1242 AH", "1826-08-05/1827-07-24"), ("1283", "1283")]),
    (
        "450 AH to 505 AH, in 1095",
        [
            ("450 AH", "1058-03-06/1059-02-22"),
            ("505 AH", "1111-07-17/1112-07-04"),
            ("1095", "1095"),
        ],
    ),
    ("the Meiji 22.5 and the Showa 12%", []),
    ("by the statute 12 Eliz. it was forbidden", [("12 Eliz.", "1569-11-17~/1570-11-16~")]),
    ("On 5 June 1916 he came. On the 9th Guards Army attacked.", [("5 June 1916", "1916-06-05")]),
    (
        "He rode out on the Friday before Michaelmas 1340.",
        [("the Friday before Michaelmas 1340", "1340-09-22")],
    ),
    ("On the day of Luke's arrest and the eve of Martin Low's death in 1502", [("1502", "1502")]),
    ("He lived from about 1750 at Bath.", [("about 1750", "1750~")]),
    ("victor of the 87th Olympiad", [("the 87th Olympiad", "-0431/-0427")]),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words.removeprefix("perhaps in "), edtf) for words, edtf in dated(text)] == expected


FROM_THE_NARRATIVE = [
    # what the source says, the words of its last time, EDTF
    ("In June 1938 he fled. On June 9 he crossed.", "June 9", "1938-06-09"),
    ("In 1820 he wrote. In Meiji 22 he left. The following year he died.", "The following year", "1890"),
    ("He came in 1275 AH. The following year he died.", "The following year", "1860~"),
    ("In June 1938 he fled. In August he was back.", "August", "1938-08"),
    ("On 12 August 1938 he fled. On the 14th he died.", "the 14th", "1938-08-14"),
    ("In December 1941 war came. In January he left.", "January", "1942-01"),
    ("By the winter of 1937-38 he was in Moscow. On 4 March he was taken.", "4 March", "1938-03-04"),
    ("In 1924 he wrote it. That year he married.", "That year", "1924"),
    ("In 1924 he wrote it. He married the same year.", "the same year", "1924"),
    ("In 1924 he wrote it. In August of that year he married.", "August of that year", "1924-08"),
    ("In 1924 he wrote it. The following spring she died.", "The following spring", "1925-21"),
    ("In May 1924 he wrote it. The following autumn she died.", "The following autumn", "1924-23"),
    ("In 1924 he wrote it. Next year he left.", "Next year", "1925"),
    ("In 1924 he wrote it. The year after, he left.", "The year after", "1925"),
    ("In 1924 he wrote it. Two years later he left.", "Two years later", "1926"),
    ("In 1924 he wrote it. Two years on he left.", "Two years on", "1926"),
    ("In 1924 he wrote it. A twelvemonth later he left.", "A twelvemonth later", "1925"),
    ("In 1924 he wrote it. Three winters later he left.", "Three winters later", "1927-24"),
    ("In 1924 he wrote it. Two harvests after, he left.", "Two harvests after", "1926"),
    ("In 1924 he sailed. The second year after, he left.", "The second year after", "1926"),
    ("In 1924 he wrote it. Another two years went by before he left.", "Another two years went by", "1926"),
    (
        "In 1924 he wrote it. Hardly two years had passed when he left.",
        "Hardly two years had passed",
        "1926~",
    ),
    ("In 1924 he wrote it. The year after next he left.", "The year after next", "1926"),
    ("In 1924 he wrote it. The next year but one he left.", "The next year but one", "1926"),
    ("In 1924 he wrote it. Before the year was out he left.", "Before the year was out", "1924"),
    ("In 1924 he wrote it. In the course of the year he left.", "the course of the year", "1924"),
    (
        "In 1924 he came, and in the second half of that year left.",
        "the second half of that year",
        "1924-07/1924-12",
    ),
    (
        "In May 1924 he came. On the 14th of the same month he left.",
        "the 14th of the same month",
        "1924-05-14",
    ),
    ("On 3 May 1924 he came. The Sunday following, he left.", "The Sunday following", "1924-05-04"),
    ("In 1924 he wrote it. Some 170 years later it was read.", "Some 170 years later", "2094~"),
    ("In 1924 he wrote it. A decade earlier he was rich.", "A decade earlier", "1914~"),
    ("In March 1924 he left. Eighteen months later he was back.", "Eighteen months later", "1925-09"),
    (
        "On 13 June 1938 he fled. A couple of months later he was seen.",
        "A couple of months later",
        "1938-08~",
    ),
    ("On 13 June 1938 he fled. Three days before, he had written.", "Three days before", "1938-06-10"),
    ("On 13 June 1938 he fled. The next day it rained.", "The next day", "1938-06-14"),
    ("On 13 June 1938 he fled. The following Monday he talked.", "The following Monday", "1938-06-20"),
    ("On 13 June 1938 he fled. He was free later that month.", "later that month", "1938-06"),
    ("In 1938 he fled. By the end of the year he was in Tokyo.", "the end of the year", "1938"),
    (
        "He was taken in 1834, on the 24th of February following.",
        "the 24th of February following",
        "1835-02-24",
    ),
    ("In 1661 he went east. In the next five years he served.", "the next five years", "1661/1666"),
    ("In 1912 he met Anna (born 14 May 1881). On 3 June they married.", "3 June", "1912-06-03"),
    ("In 1899 he won fame. His poem (printed 1901) was read. In May he sailed.", "May", "1899-05"),
    ("By 1921 he was rich. In the late twenties he lost it.", "the late twenties", "192X"),
    ("He sailed in 1844. He had crossed before, in '38.", "'38", "1838"),
    ("In 1888 he moved. At the turn of the century he sold it.", "the turn of the century", "[1899..1901]"),
    ("In 1850 he came. At Christmas he left.", "Christmas", "1850-12-25"),
    ("It was signed in March 1836. In June of the next year he came.", "June of the next year", "1837-06"),
    (
        "In May 1924 he left. He fell in the autumn of the following year.",
        "the autumn of the following year",
        "1925-23",
    ),
    ("In 1900 he left. On 3 May of the year following he fell.", "3 May of the year following", "1901-05-03"),
    ("In 1566 she wed him. Twelve months later she locked him out.", "Twelve months later", "1567"),
    ("It was done in 1521. A copy was sent five years after to the king.", "five years after", "1526"),
    ("She wed in 1801. Two years passed, a son was born.", "Two years passed", "1803"),
    (
        "The Courier, 11 April 1874\n\nWe buried him on Monday. Anna died six years ago.",
        "six years ago",
        "1868",
    ),
    ("In 1917 he joined. He moved in the spring of next year.", "the spring of next year", "1918-21"),
    (
        "In August 1920 he fell. In the autumn of the same year he rose.",
        "the autumn of the same year",
        "1920-23",
    ),
    (
        "He died in 1918. She lived until the last day of the following year.",
        "the last day of the following year",
        "1919-12-31",
    ),
    (
        "She died on 29 July 1674; they laid her in the crypt the day after with her sons.",
        "the day after",
        "1674-07-30",
    ),
    ("On 13 July 1938 she left. He had warned her the evening before.", "the evening before", "1938-07-12"),
    ("In June 1937 we came. One evening in July he slept. On the 18th I left.", "the 18th", "1937-07-18"),
    (
        "In 1957 he won (9 June), with three. Eighteen days later he fell.",
        "Eighteen days later",
        "1957-06-27",
    ),
    ("In 1916 he came. On Easter Monday he fought.", "Easter Monday", "1916-04-24"),
    (
        "In the year of our Lord 1502, on the feast of Saint Luke, it fell.",
        "the feast of Saint Luke",
        "1502-10-18",
    ),
    ("In 1502 it fell, on the eve of St. Martin.", "the eve of St. Martin", "1502-11-10"),
    ("In 1502 it fell, on the morrow of All Souls.", "the morrow of All Souls", "1502-11-03"),
    ("In 1502 it fell, on the feast of the Assumption.", "the feast of the Assumption", "1502-08-15"),
    (
        "In 1502 it fell, on the morrow of SS. Peter and Paul.",
        "the morrow of SS. Peter and Paul",
        "1502-06-30",
    ),
    ("In 1522 he was baptised on the Sunday after Epiphany.", "the Sunday after Epiphany", "1522-01-12"),
    ("In 1962 he was baptised on the Friday before Pentecost.", "the Friday before Pentecost", "1962-06-08"),
    ("In 1416 he came, and he stayed until Candlemas. The duke was away.", "Candlemas", "1416-02-02"),
    (
        "On 5 June 1916 he came. On the last day of the month he fell.",
        "the last day of the month",
        "1916-06-30",
    ),
    ("In 1916 he came. On the last day of the year he fell.", "the last day of the year", "1916-12-31"),
    ("On 5 June 1916 he came. On the 9th Lund confessed.", "the 9th", "1916-06-09"),
    ("On 5 June 1916 he came. On Friday the 9th he left.", "Friday the 9th", "1916-06-09"),
    (
        "In 1452 he died. On the tenth day of the fifth month of the following year they rode out.",
        "the tenth day of the fifth month of the following year",
        "1453-05-10",
    ),
    (
        "In 1504, on the eighth day of the fifth month, he fell.",
        "the eighth day of the fifth month",
        "1504-05-08",
    ),
]


@pytest.mark.parametrize(("text", "words", "edtf"), FROM_THE_NARRATIVE)
def test_times_that_hang_on_the_narrative(text: str, words: str, edtf: str) -> None:
    assert dated(text)[-1] == (words, edtf)
    phrase = [p for p in find(text) if p.when][-1]
    assert phrase.when is not None
    assert phrase.when.basis != "stated"
    assert phrase.hangs_on is not None
    assert " ".join(phrase.hangs_on.of(text).split()) in phrase.when.basis


def test_without_a_narrative_nothing_is_guessed() -> None:
    text = "On June 9 he crossed. Two years later he died. In the twenties she wrote, and 5 years ago."
    assert dated(text) == []


def test_nothing_hangs_on_today() -> None:
    assert dated("He is remembered today. Yesterday, tomorrow and this morning are words.") == []


WHOLES = [
    ("He lived there from 1937 to 1938.", [("from 1937 to 1938", "1937/1938", "throughout")]),
    ("from May 1904 until June 1905", [("from May 1904 until June 1905", "1904-05/1905-06", "throughout")]),
    ("from 3 to 7 May 1938", [("from 3 to 7 May 1938", "1938-05-03/1938-05-07", "throughout")]),
    ("from October to March 1945", [("from October to March 1945", "1944-10/1945-03", "throughout")]),
    ("between 1920 and 1924", [("between 1920 and 1924", "[1920..1924]", "within")]),
    ("He served 1850–1906.", [("1850–1906", "1850/1906", "throughout")]),
    ("He taught in 1937–38.", [("1937–38", "1937/1938", "throughout")]),
    ("He played (2013 – present).", [("2013 – present", "2013/..", "throughout")]),
    ("from 1904 onwards", [("from 1904 onwards", "1904/..", "throughout")]),
    ("since 1904", [("since 1904", "1904/..", "throughout")]),
    ("until 1904", [("until 1904", "../1904", "throughout")]),
    ("by 1937 he knew", [("by 1937", "../1937", "within")]),
    ("by the summer of 1937", [("by the summer of 1937", "../1937-22", "within")]),
    ("not later than 1500", [("not later than 1500", "../1500", "within")]),
    ("before 1917", [("before 1917", "../1917", "within")]),
    ("after 1920", [("after 1920", "1920/..", "within")]),
    ("Feb.–Mar. 1919", [("Feb.–Mar. 1919", "1919-02/1919-03", "throughout")]),
    ("For three years, from 1919, she studied.", [("three years, from 1919", "1919/1922", "throughout")]),
    (
        "He taught from March 1944 for two years.",
        [("from March 1944 for two years", "1944-03/1946-03", "throughout")],
    ),
    (
        "He ruled from 7 June 1982, when he took the town, to 1 December 1990.",
        [
            (
                "from 7 June 1982, when he took the town, to 1 December 1990",
                "1982-06-07/1990-12-01",
                "throughout",
            )
        ],
    ),
    ("either 1937 or 1938", [("either 1937 or 1938", "[1937,1938]", "within")]),
    ("in 1937 or 1938", [("1937 or 1938", "[1937,1938]", "within")]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLES)
def test_ranges_and_prepositions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert meant(text) == expected


PARTS = [
    # words, EDTF, first and last day
    ("early 1938", "1938", "1938-01-01", "1938-07-02"),
    ("mid-1938", "1938", "1938-04-02", "1938-10-01"),
    ("late 1938", "1938", "1938-07-02", "1938-12-31"),
    ("early June 1938", "1938-06", "1938-06-01", "1938-06-15"),
    ("the early 1920s", "192X", "1920-01-01", "1924-12-31"),
    ("the late 19th century", "18XX", "1850-01-01", "1899-12-31"),
]


@pytest.mark.parametrize(("words", "edtf", "first", "last"), PARTS)
def test_a_part_of_a_time_keeps_the_whole_in_edtf_and_narrows_the_bounds(
    words: str, edtf: str, first: str, last: str
) -> None:
    (phrase,) = find(words)
    assert phrase.when is not None
    assert phrase.when.edtf == edtf
    assert [iso_of(day or 0) for day in phrase.when.start] == [first, last]


AGES = [
    ("By the age of 17 he knew.", 17, 17),
    ("aged 20", 20, 20),
    ("He went at age seventy-nine.", 79, 79),
    ("still in his thirties", 30, 39),
    ("in her early twenties", 20, 23),
    ("a nineteen-year-old girl", 19, 19),
    ("At 19 Mary left home", 19, 19),
    ("at 20 Anna Berg married", 20, 20),
    ("She was 19 years old.", 19, 19),
    ("At 22, he left.", 22, 22),
    ("in her 37th year", 36, 36),
    ("aet. 25", 25, 25),
    ("when he was twelve", 12, 12),
    ("a boy of nine", 9, 9),
    ("She was sixteen.", 16, 16),
    ("Kruger was 37 in 1862.", 37, 37),
    ("He was four when the mill burnt.", 4, 4),
    ("He left when the boy was three.", 3, 3),
    ("At seventeen the girl was married.", 17, 17),
    ("At fifteen Alma ran away.", 15, 15),
    ("He went to college at sixteen and majored in law.", 16, 16),
    ("At twenty-one the guy left.", 21, 21),
    ("With eight years the boy lost his mother.", 8, 8),
    ("At thirteen years he was bound out.", 13, 13),
    ("The boy lost his mother at two.", 2, 2),
    ("Born here, she at nine went to Bergen.", 9, 9),
    ("He married a Dane of sixteen years.", 16, 16),
    ("I take her to be two and twenty.", 22, 22),
    ("By twenty he had published twice.", 20, 20),
    ("Barely twenty, he joined the army.", 20, 20),
    ("When I was five we moved.", 5, 5),
]


@pytest.mark.parametrize(("text", "least", "most"), AGES)
def test_ages(text: str, least: int, most: int) -> None:
    phrase = next(p for p in find(text) if p.kind is TimeKind.AGE)
    assert (phrase.years_least, phrase.years_most) == (least, most)
    assert phrase.years == (least if least == most else None)
    assert phrase.when is None


NO_AGES = [
    "The train left at two.",
    "He came with eight years of experience.",
    "He got a term of nine years.",
    "A battle of six years followed.",
    "The price was two and twenty shillings.",
    "By 12 he had eaten.",
    "At five the men went home.",
]


@pytest.mark.parametrize("text", NO_AGES)
def test_what_only_looks_like_an_age(text: str) -> None:
    assert not [p.words for p in find(text) if p.kind is TimeKind.AGE]


DURATIONS = [
    ("for about 7 years", 7 * 365, 7 * 366),
    ("for three and a half years", 1277, 1279),
    ("a six-month tour", 180, 184),
    ("ten to fifteen years", 3650, 5480),
    ("for several weeks", 21, 63),
    ("After 15 minutes he left.", 0, 0),
]


@pytest.mark.parametrize(("text", "least", "most"), DURATIONS)
def test_durations(text: str, least: int, most: int) -> None:
    (phrase,) = find(text)
    assert phrase.kind is TimeKind.DURATION
    assert phrase.days_least is not None
    assert phrase.days_most is not None
    assert least <= phrase.days_least <= phrase.days_most <= most


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Soon after, he spoke.", "1938-06~"),
        ("At that time he was blind.", "1938-06~"),
        ("By that time he was blind.", "../1938-06"),
        ("By then he was blind.", "../1938-06"),
        ("Until then he had been a clerk.", "../1938-06"),
        ("Up to that time he had been a clerk.", "../1938-06"),
        ("From then on he lived in Bonn.", "1938-06/.."),
        ("From that time onwards he lived in Bonn.", "1938-06/.."),
        ("He lived in Bonn ever since.", "1938-06/.."),
        ("Thereafter he lived in Bonn.", "1938-06/.."),
    ],
)
def test_what_is_loosely_near_is_no_time_of_its_own(words: str, edtf: str) -> None:
    phrase = find(f"In June 1938 he fled. {words}")[-1]
    assert phrase.when is None
    assert phrase.meant is not None
    assert phrase.meant.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was born in Safer 1238 (Oct. 1822).", "1822-10"),
        ("He sold it on 4 Safer 1055 [1 April 1645].", "1645-04-01"),
        ("He died in the year 900 [1494/5].", "1494/1495"),
        ("She was married in the Eighth Month, 1733.", "1733-08"),
        ("He fell on the twenty-fourth of the third month, 1185.", "1185-03-24"),
        ("Not until 1956 was she told.", "1956"),
        ("It was not until 1956 that she was told.", "1956"),
        ("She left. Until 1956 she was not told.", "../1956"),
        ("Starting in 1909 he lived there.", "1909/.."),
        ("As of 1909 he lived there.", "1909/.."),
        ("He lived there down to 1909.", "../1909"),
        ("In 1880 he left. His wife, whom he had married in 1866, died two years later.", "1882"),
        ("14 April 1912. We saw ice. 15 April. Mr. Hart is dead.", "1912-04-15"),
        ("3 Aug. 1914. Father has gone to his regiment. 20 Aug. Uncle Georg was killed.", "1914-08-20"),
    ],
)
def test_the_last_time_of_a_text(text: str, edtf: str) -> None:
    phrase = find(text)[-1]
    assert phrase.meant is not None
    assert phrase.meant.edtf == edtf
