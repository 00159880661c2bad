from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.names import SAME_PERSON_THRESHOLD, Finding, PartKind, compare_names

CASES = [
    # one name                     another                       can they be one person's
    ("Genrikh Lyushkov", "Heinrich Ljuschkow", True),
    ("Henry Lushkov", "Генрих Самойлович Люшков", True),
    ("Genrikh Samoilovich Lyushkov", "Генрих Люшков", True),
    ("Basil Chapaev", "Vasily Ivanovich Chapayev", True),
    ("CHAPAYEV, Vasily Ivanovich", "Vasily Chapayev", True),
    ("Nikolai Yezhov", "Николай Ежов", True),
    ("Nikolaj Jeschow", "Николай Ежов", True),
    ("General Lyushkov, G. S.", "Genrikh Samoilovich Lyushkov", True),
    ("Heinrich Himmler", "Генрих Самойлович Люшков", False),
    ("Genrikh Yagoda", "Genrikh Lyushkov", False),
    ("Ivan Lyushkov", "Genrikh Lyushkov", False),
    ("Samuil Lyushkov", "Genrikh Samuilovich Lyushkov", False),
    ("Genrikh Samuilovich", "Genrikh Lyushkov", False),  # nothing speaks against it, too little for it
    ("Valery Konstantinovich Ermakov", "Valery Nikolaevich Ermakov", False),
    ("Valery Ermakov", "Valery Nikolaevich Ermakov", True),
    ("V. N. Ermakov", "Valery Nikolaevich Ermakov", True),
    ("V. K. Ermakov", "Valery Nikolaevich Ermakov", False),
    ("Valery K. Ermakov", "Valery Nikolaevich Ermakov", False),
    ("E. E. Ermakov", "Yevgeny Yevgenyevich Ermakov", True),
    ("I. I. Ermakov", "Ivan Yosifovich Ermakov", True),  # the second may be another spelling's initial
    ("Ю. Я. Ермаков", "Yury Yakovlevich Ermakov", True),
    ("Ю. Ермаков", "Iurii Ermakov", True),
    ("Ю. Ермаков", "Yakov Ermakov", False),
    ("Bill Clifton", "William Clifton", True),
    ("Giovanni Caboto", "John Cabot", True),
    # Chinese, in whatever romanisation
    ("Mao Zedong", "Mao Tse-tung", True),
    ("Zhou Enlai", "Chou En-lai", True),
    ("Mao Zedong", "毛泽东", True),
    ("Mao Zedong", "Mao Zemin", False),
    # Arabic, by different ears
    ("Moammar Qadhafi", "Muammar Gaddafi", True),
    ("Abd al-Aziz al-Nuri", "Abdul Aziz Noori", True),
    ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi", False),
    ("Hamid Yusuf al-Rawi", "Hamid Yusuf al-Duri", False),
    ("Ahmad ibn Hanbal", "Hanbal ibn Ahmad", False),
    # Ukrainian
    ("Григорій Сковорода", "Hryhorii Skovoroda", True),
    # cut short in writing
    ("Wm. Harding", "William Harding", True),
    ("Geo. Washington Miller", "George W. Miller", True),
    ("Jas. Dawson", "John Dawson", False),
    # written together, apart, cut off, in another order
    ("SergeiPetrov", "Sergei Petrov", True),
    ("sergeipetrov", "Sergei Petrov", True),
    ("Nikolai Plat Ono Vich Petrov", "Nikolai Platonovich Petrov", True),
    ("Karim Ben Ali Ben Youssef Dri", "Karim Ben Ali Ben Youssef Drissi", True),
    ("Hans Friedrich", "Friedrich Hans", False),
    ("MacDonald, Ramsay", "Ramsay MacDonald", True),
    # initials
    ("J. C. Junker", "Jean-Claude Junker", True),
    ("JC Junker", "Jean-Claude Junker", True),
    ("A. Petrov", "Nikolai Petrov", False),
    # slips
    ("Aleksandar Vukić", "Aleksandar Vučić", True),
    ("Harry Page", "Larry Page", False),  # two names that the table knows are no slips
    ("Sergejs Petrovs", "Sergey Petrov", True),
    # names beside the name
    ("Maria Nowak", "Marie Duval née Nowak", True),
    ("Anna Weber née Klein", "Anna Weber née Gross", False),
    ("Anna Weber née Klein", "Anna Weber née Kleyn", True),
    ("William of Ashby", "William of Newham", False),
    ("William of Ockham", "William of Occam", True),
    ("Joseph Steel (Koba)", "Koba Steel", True),
    # a title behind the name
    ("Arthur Wesley, 1st Duke of Rivers", "Arthur Wesley", True),
    ("Sir John Farmer, 3rd Baronet", "John Farmer", True),
    ("George Villars, Duke of Rivers", "Henry Villars, Duke of Rivers", False),
    # Japanese letters
    ("ヘンリー・シュナイダー", "Henry Schneider", True),
    ("ヘンリー・シュナイダー", "Henry Turner", False),
    # what contradicts
    ("John Smith Jr.", "John Smith Sr.", False),
    ("Henry VIII", "Henry VII", False),
    ("Mary Smith", "Mark Smith", False),
    ("Lyushkov", "Genrikh Lyushkov", False),
]


VARIANTS = (
    *("Genrikh Samoilovich Lyushkov", "Genrikh Samuilovich Lyushkov", "Люшков Генрих Самойлович"),
    *("Генрих Люшков", "Genrikh Lyushkov", "Genrikh Samuilovich", "Heinrich Ljuschkow", "Henry Lushkov"),
    *("Lyushkov", "Lyushkov Jr.", "Люшкова", "General G. S. Lyushkov", "Liouchkov", "ゲンリフ・リュシコフ"),
)
OTHER_MEN = ("Samuil Lyushkov", "Ivan Lyushkov", "Heinrich Himmler", "Genrikh Yagoda", "ゲンリフ・ヤゴダ")


def test_every_variant_of_a_name_is_above_every_other_man() -> None:
    wanted = "Генрих Самойлович Люшков"
    scores = {name: compare_names(wanted, name).score for name in (*VARIANTS, *OTHER_MEN)}
    lowest = min(scores[name] for name in VARIANTS)
    assert all(scores[name] < lowest - 0.1 for name in OTHER_MEN), scores


@pytest.mark.parametrize(("one", "other", "same"), CASES)
def test_tells_one_name_from_another(one: str, other: str, *, same: bool) -> None:
    comparison = compare_names(one, other)
    assert (comparison.score >= SAME_PERSON_THRESHOLD) is same, comparison
    assert comparison.reasons


def test_a_missing_patronymic_is_not_a_contradicted_one() -> None:
    missing = compare_names("Valery Ermakov", "Valery Nikolaevich Ermakov")
    contradicted = compare_names("Valery Konstantinovich Ermakov", "Valery Nikolaevich Ermakov")
    assert missing.score > contradicted.score + 0.2
    assert missing.has(Finding.MISSING, PartKind.PATRONYMIC)
    assert contradicted.has(Finding.CONTRADICTED, PartKind.PATRONYMIC)


def test_a_patronymic_without_a_surname_contradicts_no_surname() -> None:
    assert not compare_names("Genrikh Lyushkov", "Genrikh Samuilovich").has(Finding.CONTRADICTED)


def test_every_true_variant_stands_above_every_wrong_name() -> None:
    query = "Генрих Самойлович Люшков"
    true = [
        "Genrikh Lyushkov",
        "Heinrich Ljuschkow",
        "Henry Lushkov",
        "Henri Liouchkov",
        "Genrikh Samuilovich Lyushkov",
        "Genrikh Samuilovich",
        "Lyushkov",
        "Lyushkov Jr.",
    ]
    wrong = ["Samuil Lyushkov", "Ivan Lyushkov", "Heinrich Himmler", "Genrikh Yagoda"]
    lowest_true = min(compare_names(query, name).score for name in true)
    assert lowest_true > max(compare_names(query, name).score for name in wrong)


REASONS = [
    ("Genrikh Lyushkov", "Heinrich Ljuschkow", "Heinrich is the German form of Genrikh"),
    ("Bill Hart", "William Hart", "Bill is a short form of William"),
    ("Ivan Petrov", "Ivan Petrova", "Petrov and Petrova are forms of one surname"),
    ("J. Smith", "John Smith", "J can stand for John"),
    ("Mao Zedong", "Mao Tse-tung", "Zedong and Tse tung are the same letters, written together or apart"),
    ("Ivan Petrov", "Ivan Sidorov", "Petrov is not Sidorov"),
    ("Ivan Petrov", "Ivan Ilyich Petrov", "only one name has Ilyich"),
]


@pytest.mark.parametrize(("one", "other", "reason"), REASONS)
def test_the_reasons_say_what_was_found(one: str, other: str, reason: str) -> None:
    assert reason in compare_names(one, other).reasons


@given(st.text(max_size=40), st.text(max_size=40))
def test_is_symmetric_and_takes_any_string(one: str, other: str) -> None:
    there, back = compare_names(one, other), compare_names(other, one)
    assert 0 <= there.score <= 1
    assert there.score == back.score


_WORDS = (
    "Ivan", "Ivanov", "Ivanovich", "Petrova", "John", "Jean-Claude", "J.", "JC", "bin", "Salman",
    "al-Rawi", "Mao", "Tse-tung", "Zedong", "Abdul", "Aziz", "von", "Hans", "Friedrich", "Jr.", "Dr.",
    "Иван", "Люшков", "née", "Smith", "Smyth", "SergeiPetrov",
)  # fmt: skip
_NAMES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)


@settings(max_examples=300)
@given(_NAMES, _NAMES)
def test_is_symmetric_for_names(one: str, other: str) -> None:
    assert compare_names(one, other).score == compare_names(other, one).score


@pytest.mark.parametrize("name", ["Genrikh Lyushkov", "van den Bosch", "Edwin", "毛泽东", "J. P. Smith"])
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).score >= 0.95
