"""The main line: each genre carries its date forward in its own way."""

from __future__ import annotations

import pytest
from dates.reading import dated, find, meant

STORIES = {
    "a year in passing": (
        "In June 1938 he crossed the border. His uncle, who had fled in 1905, was dead. In August he spoke.",
        ["1938-06", "1905", "1938-08"],
    ),
    "a flashback with later": (
        "On 8 March 1965 they landed. Almost twenty years earlier he had warned them. In May they fought.",
        ["1965-03-08", "1945~", "1965-05"],
    ),
    "later than the date of its own sentence": (
        "The guard in the yard, 1916\n\nIn 1908 he was called up, but a year later sent home. In 1909 he married.",
        ["1916", "1908", "1909", "1909"],
    ),
    "a year in brackets": (
        "In 1912 he sailed to Kobe (the town burnt down in 1945). In July he came back.",
        ["1912", "1945", "1912-07"],
    ),
    "the story goes on past the new year": (
        "In November 1917 he joined. In December the town fell. In January he fled. By March "
        "1918 he was free.",
        ["1917-11", "1917-12", "1918-01", "1918-03"],
    ),
    "a heading with a year": (
        "1918\n\nIn January the army came. In May it left.\n\n1919\n\nIn April it was back.",
        ["1918", "1918-01", "1918-05", "1919", "1919-04"],
    ),
    "a diary": (
        "14 June 1862. Rain all day.\n15 June. We marched.\n16th. Rest.\n2 July. Heat.",
        ["1862-06-14", "1862-06-15", "1862-06-16", "1862-07-02"],
    ),
    "a log whose entries look back": (
        "4 May 1770. Rain. In June he was ill.\n11 Octr. We came to an anchor.\n5 November. He died.",
        ["1770-05-04", "1770-06", "1770-10-11", "1770-11-05"],
    ),
    "a heading with a year in brackets": (
        "3. The siege (1854)\n\nIn March he left. He fell in May.",
        ["1854", "1854-03", "1854-05"],
    ),
    "a date at the start of a line": (
        "He was born in 1840. He came to the town in\n1850\nIn May he left.",
        ["1840", "1850", "1850-05"],
    ),
    "a letter": (
        "Kiel, 3 March 1843\nDear Mother, I came here yesterday. Yours of the 9th ult. is "
        "lost. I saw him in November.",
        ["1843-03-03", "1843-03-02", "1843-02-09", "1842-11"],
    ),
    "a dictionary": (
        "ABBOT, JOHN (1801–1866), clockmaker. In May 1820 he came to York; in June he left.\n"
        "ABEL, MARY (1850–1899), singer. In 1870 she sang; in July she married.",
        ["1801", "1866", "1820-05", "1820-06", "1850", "1899", "1870", "1870-07"],
    ),
    "a chronicle of ancient years": (
        "In 499 BC they rose. In 498 the city burnt. By 494 all was over.",
        ["-0498", "-0497", "-0493"],
    ),
    "a saint's life": (
        "He was born about 314. In 328 he came to Rome, and in 348, when the abbot died, he "
        "fled. That year he wrote.",
        ["0314~", "0328", "0348", "0348"],
    ),
    "later than an age that opens its sentence": (
        "Ida Low was born in 1851 at Visby. At sixteen she went into service. Two years later she sailed.",
        ["1851", "1869~"],
    ),
    "later than an age of whom the sentence tells": (
        "Ida Low was born in 1851 at Visby. She went into service at sixteen. Two years later she sailed.",
        ["1851", "1869~"],
    ),
    "an entry with a place before its day": (
        "Graz, 2 June 1857. Today I stood witness at a wedding. He fell on Sunday.\n"
        "Wien, 3 July. Rain today, all day long, and nobody at the baths but me.",
        ["1857-06-02", "1857-06-02", "1857-05-31", "1857-07-03", "1857-07-03"],
    ),
    "later than an age that a clause at the end tells": (
        "Ida Low was born in 1851. Her father went bankrupt when she was thirteen; two years later her mother died.",
        ["1851", "1866~"],
    ),
    "an age at the end that may be another's": (
        "Ida Low was born in 1851. In 1890 her mother died when she was seventy; two years later she sailed.",
        ["1851", "1890", "1892"],
    ),
    "the age of another in the sentence": (
        "Ida Low was born in 1851. In 1890 she sent her son to sea at sixteen. Two years later she sailed.",
        ["1851", "1890", "1892"],
    ),
    "entries that begin with a name in capitals and a birth": (
        "ABEL, Karl. B. 1869, Guria. Teacher; d. 1934.\n"
        "BERG, Otto Jan. B. at Ely, 1855. Peasant. Elected 1906. On 5 June he spoke.",
        ["1869", "1934", "1855", "1906", "1906-06-05"],
    ),
    "a month after the age that a clause with when tells": (
        "Karl Low (3 May 1851 – 1920) was a smith. When he was twelve, his father died. In June they left.",
        ["1851-05-03", "1920", "1863-06~"],
    ),
    "the age of another than the story's person": (
        "Ida Low was born in 1851. In 1890 she wrote. At eleven her son died. Two years later she sailed.",
        ["1851", "1890", "1892"],
    ),
    "an age where two births have been told": (
        "Ida Low was born in 1851. Her son Karl was born in 1880. At sixteen he ran off. A year later he wrote.",
        ["1851", "1880", "1881"],
    ),
    "an age that the sentence tells besides": (
        "Ida Low was born in 1851. She was painted in 1870. Her aunt sat at sixty too. A year later she sailed.",
        ["1851", "1870", "1871"],
    ),
    "after so long somebody did something": (
        "In 1910 he came to Ely. After perhaps two years he moved on; after one year Karl died.",
        ["1910", "1912~", "1913"],
    ),
    "after so long of something": (
        "In 1910 he came to Ely. After two years of study he moved on. After four days' illness he died.",
        ["1910"],
    ),
    "so long afterward": (
        "In 1910 he came to Ely. Eleven years afterward he left.",
        ["1910", "1921"],
    ),
    "a month of the year in brackets before it": (
        "In 1852 he was honoured. His book (1873) was followed in May of that year by a society.",
        ["1852", "1873", "1873-05"],
    ),
    "that year, in brackets": (
        "In 1950 she wrote of her sons: Karl (1922, d. the same year) and Otto.",
        ["1950", "1922", "1922"],
    ),
    "that year, behind a flashback": (
        "In 1905 he came. His wife, whom he had wed in 1899, died in May of that year.",
        ["1905", "1899", "1905-05"],
    ),
    "later, as seen from what was said last": (
        "In 1738 it was printed. A sketch had appeared in 1724. Two years later he added a preface.",
        ["1738", "1724", "1726"],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_stories(name: str) -> None:
    text, expected = STORIES[name]
    assert [edtf for _, edtf in dated(text)] == expected


def test_a_new_entry_knows_nothing_of_the_one_before() -> None:
    text = (
        "ABBOT, JOHN (1801–1866), clockmaker. In May 1820 he came.\n"
        "ABEL, MARY (b. at Hull), singer (fl. 1750). In July she sang."
    )
    assert dated(text)[-1] == ("July", "1750-07")


def test_dates_in_passing_say_so() -> None:
    passing = {p.words: p.in_passing for p in find("In 1912 he met Anna (born 1881) and left in May.")}
    assert passing == {"1912": False, "1881": True, "May": False}


def test_an_event_that_the_story_dated_by_name() -> None:
    text = (
        "On 12 April 1861 they took Fort Sumter. He left at once. The port fell eight days after Fort Sumter."
    )
    assert dated(text)[-1] == ("eight days after", "1861-04-20")


def test_an_event_that_nothing_dates_gives_no_date() -> None:
    assert dated("In 1861 he left. Two years after his marriage he died.") == [("1861", "1861")]


EVENTS = [
    ("In 1780 he enlisted. He taught after the Revolution.", ("after the Revolution",
     "1783-09-03~/..", "within")),
    ("In 1939 he was here. When the war broke out he enlisted.", ("When the war broke out",
     "1939-09-01~", "within")),
    ("He fought in World War II. By the end of the war he was a major.",
     ("By the end of the war", "../1945-09-02~", "within")),
    ("He fought in the Crimean War. In 1911 he taught. Three years later, after the war had begun, he fell.",
     ("after the war", "1918-11-11~/..", "within")),
    ("He fought in the Crimean War. In 1857, after the war, he fell.", ("after the war",
     "1856-03-30~/..", "within")),
    (
        "The Mexican Revolution came. In 1911 he fought in it. During the Revolution he rose.",
        ("During the Revolution", "1910-11-20~/1920-12-01~", "within"),
    ),
    ("during the Crimean War", ("during the Crimean War", "1853-10-16~/1856-03-30~", "within")),
    ("In 1643, during the Civil War, he fell.", ("during the Civil War", "1642-08-22~/1651-09-03~",
     "within")),
    ("In 1937, during the Civil War, he fell.", ("during the Civil War", "1936-07-17~/1939-04-01~",
     "within")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events_from_the_data_are_approximate_and_no_times_of_the_text(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert meant(text)[-1] == expected
    assert expected[1] not in [edtf for _, edtf in dated(text)]
