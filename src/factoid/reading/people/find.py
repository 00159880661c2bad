"""Find the persons of a text: names first, then, in reading order, descriptions and pronouns."""

from __future__ import annotations

from factoid.model import Mention, MentionForm, Persona, persona_id
from factoid.names import is_given_name
from factoid.reading.entities import Entities
from factoid.reading.lexicons import around_names, demonyms, person_nouns
from factoid.reading.name_run import NameRun
from factoid.reading.other_names import words_for
from factoid.reading.parse import ParsedText, Token, TokenSpan, offset_of, span_of
from factoid.reading.people.calling import called, forms_of, in_own_script
from factoid.reading.people.cards import names_on_cards
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.joining import (
    join_figures,
    join_lords,
    join_with_lesser_title,
    join_with_name_at_birth,
    join_with_title,
)
from factoid.reading.people.kinship import Tie
from factoid.reading.people.naming import Register
from factoid.reading.people.persons import KinTie, People, people_of
from factoid.reading.people.predicates import subject_of_predicate
from factoid.reading.people.shared_surnames import names_shared
from factoid.reading.people.story import UNNAMED, Story
from factoid.reading.people.titles import is_within_title, names_in_titles
from factoid.reading.word_classes import noun_classes


def find_people(parsed: ParsedText, entities: Entities, *, source: str, author: str | None = None) -> People:
    """Return the persons of a text.

    ``source`` is the id of the source, which their ids are made from; ``author`` who is said to have written
    it, and so says *I*.
    """
    cast = Cast()
    story = story_of(parsed, entities, cast)
    story.author = author
    story.read()
    return _people(parsed, source, cast, story)


def story_of(parsed: ParsedText, entities: Entities, cast: Cast) -> Story:
    """Put the names of a text to figures, which the cast receives, and return the story still to be read."""
    sentences = _sentence_numbers(parsed)
    marks, names = _name_marks(entities, sentences)
    whole = names_shared(marks, names) | names_on_cards(parsed, marks)
    names = [whole.get(mark.at, name) for mark, name in zip(marks, names, strict=True)]
    register = Register(cast)
    register.expect(names_in_titles(parsed))
    register.enter(marks, names)
    join_figures(cast)
    join_with_title(parsed, cast)
    join_with_name_at_birth(cast)
    join_with_lesser_title(cast)
    join_lords(cast)
    return Story(parsed, entities, cast, marks, sentences)


def _sentence_numbers(parsed: ParsedText) -> dict[int, int]:
    """Return for where every token starts the number of its sentence."""
    numbers: dict[int, int] = {}
    number = 0
    for segment in parsed.segments:
        for sentence in segment.doc.sents:
            numbers.update((offset_of(token), number) for token in sentence)
            number += 1
    return numbers


def _name_marks(entities: Entities, sentences: dict[int, int]) -> tuple[list[Mark], list[str]]:
    marks, names = [], []
    for run in entities.persons:
        if _is_title(run):
            continue
        head = run.bare.root
        at = offset_of(head)
        marks.append(Mark(run.words, head, MentionForm.NAME, at, sentences[at]))
        marks[-1].wide = _whole_phrase(run, entities)
        titles = " ".join(run.words[: run.titles].text.split()) if run.titles else ""
        if titles.lower() in around_names("forenamed") - around_names("monastic"):
            titles = ""  # Grandson Jonathan
        is_closed = bool(titles) and not run.words[run.titles - 1].whitespace_  # Capt."Bully" Hayes
        names.append(f"{titles}{'' if is_closed else ' '}{run.name}".strip())
    return marks, names


def _is_title(run: NameRun) -> bool:
    """Whether a thing is called so: the novel “Emma”, the destroyer "Marshal Orlov", the steamer Ann Lee."""
    doc, start, end = run.words.doc, run.words.start, run.words.end
    is_land_to_come = end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].text[:1].isupper()
    if len(run.words) == 1 and doc[start].lower_ in around_names("lords") and is_land_to_come:
        return True  # William Erskine, 3rd Earl of Marr
    if start > 1 and not run.titles and doc[start - 2].lower_ in ("the", "a", "an"):
        return doc[start - 1].lower_ in around_names("thing_nouns")
    return is_within_title(run.words)


def _whole_phrase(run: NameRun, entities: Entities) -> TokenSpan | None:
    """Return the name with what is said before and after it: ``the abbot Brand of Ely``."""
    before, after = _with_modifiers(run), _with_origin(run, entities)
    if before is None or after is None:
        return before or after
    return run.words.doc[before.start : after.end]


def _with_modifiers(run: NameRun) -> TokenSpan | None:
    """Return the name with what stands before it in its phrase: ``the doomed Lind``, ``old Will Reed``."""
    doc, start = run.words.doc, run.words.start
    while start > 0 and run.words.start - start < 4 and _modifies(doc[start - 1], run):
        start = _start_of_age(doc[start - 1])
    determiner = doc[start - 1].lower_ if start > 0 else ""
    has_modifier = start < run.words.start
    if determiner in around_names("name_determiners"):
        is_told_apart = determiner in ("one", "another") and doc[start - 1].pos_ != "PRON"
        is_phrase = has_modifier or is_told_apart or (run.titles > 0 and determiner in ("the", "a", "an"))
        return doc[start - 1 : run.words.end] if is_phrase else None
    while start < run.words.start and (not _tells_a_person(doc[start]) or _ends_an_age(doc[start])):
        start += 1
    return doc[start : run.words.end] if start < run.words.start else None


def _start_of_age(token: Token) -> int:
    """Return where *twenty-year-old* starts; of another word, where it stands."""
    doc, start = token.doc, int(token.i)
    while token.lower_ == "old" and start > 1 and doc[start - 1].text == "-":
        start -= 2
    return start


def _ends_an_age(token: Token) -> bool:
    """Whether *old* is the end of *34-year-old*, by which nobody is called."""
    return token.lower_ == "old" and token.i > 0 and token.nbor(-1).text == "-"


def _tells_a_person(token: Token) -> bool:
    is_title = token.tag_ == "NN" and any(kind.startswith("person.") for kind in noun_classes(token.lower_))
    return token.lower_ in around_names("personal_adjectives") or is_title


def _modifies(token: Token, run: NameRun) -> bool:
    if token.lower_ == "married":
        return False  # m. 1920, married Ann Lee
    if token.i + 1 == run.words.start and _is_surely_before(token):
        return True
    is_title = token.tag_ == "NN" and token.text.isalpha() and _is_title_before(token, run)
    is_modifier = (
        token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG") or token.lower_ in demonyms() or is_title
    )
    return is_modifier and token.head.i >= token.i and token.lower_ not in ("such", "own", "other", "many")


def _is_surely_before(token: Token) -> bool:
    """Whether the word right before a name is said of its bearer, whatever it is tagged as: *the holy Hugh*."""
    if token.i == 0 or not token.text[:1].isalpha():
        return False
    is_said = token.lower_ in around_names("personal_adjectives") | {"said"}
    is_noun = token.lower_ in person_nouns() or token.lower_ in demonyms()
    has_determiner = any(t.lower_ in ("the", "a", "an") for t in token.doc[max(0, token.i - 2) : token.i])
    return has_determiner and (is_said or is_noun)


def _is_title_before(token: Token, run: NameRun) -> bool:
    """Whether a noun before the name says who its bearer is: *the card cheat Lind*, *the atabeg Abu Bakr*."""
    if token.i + 1 < run.words.start:
        return token.dep_ == "compound" and token.head.i < run.words.start
    kinds = noun_classes(token.lower_)
    if kinds:
        return any(kind.startswith("person.") for kind in kinds)
    has_article = token.i > 0 and token.nbor(-1).lower_ in ("the", "his", "her")
    return has_article and token.lower_ not in words_for("alias_words") | words_for("name_nouns")


def _with_origin(run: NameRun, entities: Entities) -> TokenSpan | None:
    """Return the name with where its bearer is from, or what he was: ``Dasha of Sevastopol``, ``Odo the smith``."""
    doc, at = run.words.doc, run.words.end
    if at + 1 >= len(doc):
        return None
    is_one_word = not any(t.whitespace_ for t in run.bare[:-1])
    is_in_religion = is_one_word and run.titles > 0 and run.words[0].lower_ in around_names("monastic")
    if doc[at].lower_ == "of" and (end := _end_of_byname(run)):
        return doc[run.words.start : end]
    if doc[at].lower_ == "of" and _is_origin(
        doc[at + 1], entities, alone=is_one_word, in_religion=is_in_religion
    ):
        place = entities.span_at(doc[at + 1])
        if is_in_religion and doc[at + 1].text in around_names("saints"):
            return doc[run.words.start : _end_of_saint(doc[at + 1])]
        return doc[run.words.start : place.end if place is not None else at + 2]
    noun = doc[at + 1]
    if doc[at].lower_ != "the" or not (is_one_word or _is_calling(noun)):
        return None
    is_word_for_person = noun.lower_ in person_nouns() or noun.lower_ in demonyms() | around_names("bynames")
    if not is_word_for_person or (at + 2 < len(doc) and doc[at + 2].pos_ in ("NOUN", "PROPN")):
        return None
    return doc[run.words.start : at + 2]


def _end_of_byname(run: NameRun) -> int:
    """Return where *Marta of the Holy Cross*, *Yoshi of the Left Horse* ends; 0 if it is nothing of the kind."""
    doc, at = run.words.doc, run.words.end + 2
    if len(run.bare) > 1 or not is_given_name(run.bare.text) or doc[at - 1].lower_ != "the":
        return 0
    end = at
    while end < len(doc) and doc[end].text[:1].isupper():
        end += 1
    return end if end > at else 0


def _end_of_saint(saint: Token) -> int:
    """Return where a saint's name ends: *of Saint Joseph*, *of Saint-Esprit*."""
    doc, end = saint.doc, saint.i + 1
    while end < len(doc) and (doc[end].text[:1].isupper() or doc[end].text == "-"):
        end += 1
    return end


def _is_calling(noun: Token) -> bool:
    """Whether *the bailiff* behind a full name is what its bearer was, with nothing to come: *Ann Lee the nurse*."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    is_closed = after.is_punct or after.lower_ == "of" or after is noun
    return is_closed and any(kind.startswith("person.") for kind in noun_classes(noun.lower_))


def _is_origin(token: Token, entities: Entities, *, alone: bool, in_religion: bool) -> bool:
    """Whether the word after *of* says where one is from; after a single name any name does, but a person's.

    A name in religion may go on with a saint's: *Sister Anna of Saint Joseph*.
    """
    label = entities.label_of(token)
    is_name = token.text[:1].isupper()
    is_whence = alone and is_name and label in (None, "organisation")
    return label == "place" or is_whence or (in_religion and is_name and not token.text.startswith("St"))


def _people(parsed: ParsedText, source: str, cast: Cast, story: Story) -> People:
    content = parsed.text.content
    ids: dict[int, str] = {}
    personas: list[Persona] = []
    heads: dict[int, tuple[str, Mention]] = {}
    for figure in sorted(cast.present(), key=lambda f: min(m.at for m in f.marks)):
        if not _is_kept(figure) and figure is not story.narrator:
            continue
        marks = sorted(figure.marks, key=lambda m: (m.span, m.form))
        named = [m for m in marks if m.form is MentionForm.NAME]
        anchor = (named or marks)[0]
        identity = persona_id(source, anchor.span)
        ids[figure.number] = identity
        mentions = [Mention(*m.span, m.form) for m in marks]
        meaning = [n for m, n in zip(marks, mentions, strict=True) if not _is_said_of(m)]
        meaning += [Mention(*span, MentionForm.NAME) for span in in_own_script(marks, content)]
        personas.append(
            Persona(
                id=identity,
                name=called(figure) or anchor.span.of(content),
                forms=forms_of(marks, content),
                mentions=tuple(dict.fromkeys(meaning or mentions)),
                gender=figure.sex,
                is_named=figure.is_named,
            )
        )
        for mark, mention in zip(marks, mentions, strict=True):
            tokens = mark.words if mark.form is MentionForm.NAME else [mark.head]
            heads.update((offset_of(token), (identity, mention)) for token in tokens)
    ties = tuple(
        _kin_tie(tie, ids) for tie in story.ties if tie.owner.number in ids and tie.relative.number in ids
    )
    main = ids.get(story.scene.main.number) if story.scene.main else None
    narrator = ids.get(story.narrator.number) if story.narrator else None
    return people_of(tuple(personas), heads, kin=ties, main=main, narrator=narrator)


def _is_said_of(mark: Mark) -> bool:
    """Whether the words say what somebody is and do not mean him: *Ito was a Swedish painter*."""
    return mark.form is MentionForm.NOMINAL and subject_of_predicate(mark.head) is not None


def _kin_tie(tie: Tie, ids: dict[int, str]) -> KinTie:
    return KinTie(ids[tie.owner.number], ids[tie.relative.number], tie.role, span_of(tie.head), tie.span)


def _is_kept(figure: Figure) -> bool:
    """Whether the figure is a person of its own, not a kinsman who is never called anything."""
    return (
        figure.is_named
        or figure.label in UNNAMED.values()
        or any(mark.form is MentionForm.NOMINAL and mark.is_form for mark in figure.marks)
    )
