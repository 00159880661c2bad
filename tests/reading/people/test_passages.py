"""Who is meant, in passages of a few sentences: in braces every word for a person, before it a letter for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from factoid.reading.people import People

PASSAGES = [
    "{a:Nora Pryce} was born in Hull. {a:She} met {b:my father, Corporal Idris Pryce of the Royal Engineers}. "
    "{b:My father} died in 1991.",
    "{a:Karl Weiss} was born in 1850 in Ely to {c:the seamstress Ida Roth}. {b:{a:His} father, the hatter}, left "
    "{c:her}. {a:He} learnt to read.",
    "{a:Abraham Levin} came to New York in 1890 as {a:Abe Levine}. {a:Levine} pressed pants.",
    "{a:Helen Ware} married {b:Otto Krull}. {c:Colonel Ware} gave {a:her} a horse.",
    "{a:George Pell Sr.} was a miller. {b:George Pell Jr.} went to sea at twelve. {a:The elder Pell} died in 1840. "
    "{b:The younger Pell} came home.",
    "{a:Anna Feld} was born in Ulm. In 1872 {a:she} married {b:Moritz Stern}. {a:Anna Stern} opened a school. "
    "{c:{a:Her} sister Clara Feld} taught there. {a:Mrs. Stern} died in 1910.",
    "{a:King Magnus} had two sons, {b:Erik} and {c:Olaf}. {b:Erik} was blind. {c:Olaf} became king, and "
    "{b:{c:his} brother} served {c:him}.",
    "{a:Friedrich Lang} studied under {b:Emil Roth}. {b:Roth} thought little of {a:him}. {a:Lang} took his degree.",
    "{a:Peter Vance} hired {b:a clerk named Simms}. {b:Simms} forged {a:his} signature.",
    "{a:Peter Vance} hired {b:a clerk named Simms}. {b:Simms} sold {b:his} horse.",
    "{a:Charles Wade} and {b:{a:his} wife Ellen} had three children. {c:Charles}, the eldest, became a soldier. "
    "{a:Charles Wade} married again.",
    "{b:Alice Kerr} was nursed by {a:Margaret Dunn}. {b:Alice Kerr} named {c:{b:her} daughter Margaret}. "
    "{a:Margaret Dunn} died.",
    "{a:John Mark Reeve} was a Quaker. {b:{a:His} son, Mark}, was not. {b:Mark Reeve} joined the army. "
    "{a:John Mark} disowned {b:him}.",
    "{a:Dr. Samuel Poole} came to Ely. {b:The captain} left {a:him} a watch. {c:Edward Hart} sued {a:the doctor}.",
    "{a:Anton Greve} was born in 1871. {b:{a:His} father}, {b:a ship's captain}, drowned off Gotland in 1880.",
    "{a:Josef Halm} was the third son of {b:the miller Karl Halm}. {b:{a:His} father} had bought the mill in 1840.",
    "{a:John Harlow} was born in 1848 to {b:William Harlow} and {c:Sarah Pryor}. {a:He} married {d:Ellen Fisk}. "
    "Their children were {e:John}, {f:William} and {g:Sarah}. {e:{a:His} son John} took over the farm.",
    "{a:Hans Overbeck the elder} was a goldsmith. {b:Hans Overbeck the younger} (1571-1634), {b:{a:his} son}, went to "
    "Prague in 1596. {b:He} died of the plague.",
    "On 4 June {a:Captain Rudnev} and {b:Lieutenant Sabin} were arrested in Omsk. {a:The former} was shot the next "
    "morning; {b:the latter} escaped to Harbin. {b:Sabin} died in 1951.",
    "{a:Miss Harriet Lowe} died on Sunday. {b:Mrs. Pratt} is the daughter of {c:{a:Miss Lowe}'s brother}, {c:the late "
    "Judge Amos Lowe}. {c:Judge Lowe} came to Ohio in 1840.",
    "{a:Alexander Vlasov} loved horses. {b:The wife} of {a:Vlasov}, {b:Maria Ilyinichna}, died in 1943.",
    "{a:Hermann Dorn} worked in Essen. {b:Bertha Dorn}, {b:{a:his} wife}, read to {a:him}. {a:Dorn} died in 1920.",
    "{a:Nadia Orel} was the wife of {b:General Orel}. {b:The general} had been dismissed in 1905. {a:She} wrote.",
    "{a:Leo Roth} was denounced by {b:{a:his} partner, Max Adler}, in 1950. In 1956 {a:Roth} was released.",
    "{a:Ruth Ames} died on Monday. {b:{a:Her} sister, Grace Hill}, died in 1999. {a:She} leaves {c:a nephew}.",
    "{a:Alois Krenn} was an innkeeper. {a:Alois} stayed. {b:Franz} wrote twice a year; {b:he} died in 1934.",
    "{a:Giulio Pesaro} learned painting from {b:Marco Tardi}. {b:{a:His} master} took {a:him} to Rome. There {a:he} "
    "married {c:{b:Tardi}'s niece}.",
    "In 1890 {a:Sophia Gratz} met {b:the lawyer Ivan Belsky}. {b:He} was older. {a:The girl} ran away with {b:him}.",
    '{a:Agent "Falke"} was recruited by {b:Colonel Reinhardt}. {a:The agent}\'s real name was {a:Jan Kubik}.',
    "{a:Fedor} ran away. {b:The deacon Ilya} beat {c:{b:his} wife} and {d:son}. {a:Fedor} learnt to read.",
    "In 967 {a:Borrell}, {a:count of Barcelona}, came to pray. {b:Gerbert} stayed. {b:He} followed {a:the count}.",
    "{a:The caliph Bello} made {b:Gidado} {a:his} vizier. {c:Hugh Carter} lodged with {b:the vizier} in 1824.",
    "{a:Alceo Doss} was taught at the school by {b:Alessandro Monti}. {b:The master} laughed. {a:Doss} left.",
    "{a:Elena Costa}, a pupil of {b:Bruno Sarti}, sang in Parma. {b:{a:Her} teacher} wrote an opera for {a:her}.",
    "{a:I} was born in Bremen. {b:{a:My} partner, Jim Odell}, and {a:I} bought cattle. {b:He} was shot in 1907. "
    "{a:I} have lived alone since. Yours truly, {a:Heinrich Pohl}",
    "{a:William Erskine, 3rd Earl of Marr}, was born in 1719. {a:Marr} married {b:Lady Jane Hope}. {a:Lord Marr} died.",
    '{a:Thomas "Red" Malloy} was born in Boston. {a:"Red"} ran a saloon. {a:Malloy} moved to Chicago.',
    "{a:Robert Tansey Sr.} came from Cork. {b:Robert Tansey Jr.} joined the navy. {b:Robert Jr.} retired ten years "
    "after {a:{b:his} father} had died.",
    "When {a:Duke Albrecht} died, {b:{a:his} widow, Elisabeth}, ruled. {b:The duchess} dismissed {c:Ulrich Stein}.",
    "{a:Sister Marta} died at Quebec. {a:She} was born at Casco and was named {a:Esther Lock}.",
    "{a:Pavel Hron} was born in 1866. {b:{a:His} father}, {b:the sexton Emil Hron}, died when {a:he} was seven. "
    "{a:Hron} left.",
    "{a:Pieter Vos the Elder} settled in Delft. {b:Pieter Vos the Younger} was born there. {b:The younger Vos} "
    "painted. {a:The elder} died.",
    "{a:Rosa Feld}, née {a:Baum}, was born in 1908. {b:{a:Her} brother Isaak Baum} left. {a:Feld} taught. "
    "{b:Baum} wrote.",
    "{a:Mary Dobbs} became famous as {a:Marianne Aubry}. {a:Aubry} danced. {b:Prince Gagarin} saw {a:her}.",
    "{a:Karel Dub}, {b:a locksmith named Jan Sova}, and {c:Marie Novak} died. {b:Sova} was nineteen. "
    "{a:Dub} prayed.",
    "{a:Darya Lind} buried {b:{a:her} husband} in 1919. {b:He} had been a stoker. In 1921 {a:she} married {c:the clerk "
    "Lev Gertz}. {c:{a:Her} second husband} adopted {d:a girl}.",
    "{a:Inspector Hale} questioned {b:the housemaid, Ellen Trott}. {b:She} said nothing. {a:The inspector} left.",
    'Letter of {a:Karl Weide} to Graz, 3 May: "{a:I} was wounded at Ypres." {b:Ernst Roth} answered: "{b:I} enlisted."',
    "{a:George Vane, 2nd Viscount Harcote}, commanded. {a:Harcote} met {b:Admiral Pym}. {a:Lord Harcote} died in 1790.",
    "{a:Lyudmila Karp} met {b:the commander Stepan Grach}. Soon {c:a daughter, Nina}, was born to them. {a:Lyudmila} "
    "gave {c:the girl} away.",
    "When {a:I} was nine {b:{a:my} father} lost the farm. {c:Uncle Henrik} came. {c:{a:My} uncle} sang. {a:I} wept.",
    "{a:Abbot Gerhard} died in 1099. {b:The prior, Werner}, was elected. {c:A monk named Odo} accused {b:him}.",
    "{a:William Hartley the younger} was a son of {b:the engineer William Hartley}. {b:The elder Hartley} died.",
    "{a:Walter Emory Stokes} passed away. {a:He} was the son of {b:Emory} and {c:Lucille Stokes}. {a:Walter} sang.",
    "{a:Wanda Muta}, who planted a forest\n\n{a:Little Wanda Kopf} was born in Riga. {a:She} rode round the world. "
    "{a:Muta} came home in 1895.",
]


def marked(passage: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the words without the braces, and the marks: a letter, where it starts and ends."""
    text, opened, marks = "", list[tuple[str, int]](), list[tuple[str, int, int]]()
    for piece in re.findall(r"\{\w:|\}|[^{}]+", passage):
        if piece == "}":
            letter, start = opened.pop()
            marks.append((letter, start, len(text)))
        elif piece.startswith("{"):
            opened.append((piece[1], len(text)))
        else:
            text += piece
    return text, marks


def meant_by(people: People, start: int, end: int, inner: list[tuple[int, int]]) -> str | None:
    """Return the persona whose mention agrees best with the words, those within them apart."""
    found = [
        (min(end, m.end) - max(start, m.start) - abs(end - m.end), p.id)
        for p in people.personas
        for m in p.mentions
        if m.start < end and start < m.end and not any(a <= m.start and m.end <= b for a, b in inner)
    ]
    return max(found)[1] if found else None


def pairs(people: People, marks: list[tuple[str, int, int]]) -> Iterator[tuple[str, str | None]]:
    for letter, start, end in marks:
        inner = [(a, b) for _, a, b in marks if start <= a and b <= end and (a, b) != (start, end)]
        yield letter, meant_by(people, start, end, inner)


@pytest.mark.parametrize("passage", PASSAGES)
def test_every_word_means_whom_it_should(read_people: Callable[[str], People], passage: str) -> None:
    text, marks = marked(passage)
    people = read_people(text)
    found = set(pairs(people, marks))
    names = {p.id: p.name for p in people.personas}
    letters = {letter for letter, _ in found}
    assert len(found) == len(letters) == len({who for _, who in found}), sorted(
        (letter, names.get(who or "", "nobody")) for letter, who in found
    )


def test_a_headword_may_be_a_given_name_before_a_life(read_people: Callable[[str], People]) -> None:
    people = read_people(
        "Allen, Young John (1836-1907), came from Georgia, where he was born to Andrew Young Allen."
    )
    assert people.personas[0].name == "Young John Allen"


def test_a_phrase_with_the_name_behind_its_comma_is_a_form(read_people: Callable[[str], People]) -> None:
    people = read_people("Ann Lee came with her husband, Otto Weiss, in 1910.")
    assert "her husband, Otto Weiss" in people.personas[1].forms
