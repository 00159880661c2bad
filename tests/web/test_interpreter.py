"""Every reason, note and error of ours is said in every language of the pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from effort import seconds_of

import factoid
from factoid.criticism.damage.damage import _traces
from factoid.exchange import exporter_names, find_exporter
from factoid.resources import load
from factoid.resources.catalogue import languages
from factoid.web.interpreter import Interpreter, interpreter_of

_CODE = Path(factoid.__file__).parent
_OTHERS = [language for language in languages() if language != "en"]
_NAME = re.compile(r"\{([a-z_]+\d*)\}")

_REASONING = (  # folders and modules all of whose sentences may come before people
    *(f"criticism/{name}" for name in ("comparing", "conflicts", "damage", "dependence", "events")),
    *("chronology/rules", "chronology/contradictions.py", "identity/weigh.py", "identity/life.py"),
    *("identity/judged.py", "identity/unnamed.py", "names/compare.py", "names/words.py"),
    *("bodies/compare.py", "bodies/ranks.py", "dates/edtf.py", "reading/statements/when/options.py"),
    *("pipeline/stating.py", "pipeline/meaning.py", "store/judgements/stating.py"),
    *("web/docket.py", "web/review.py", "web/routes"),
    *(
        f"reading/statements/{name}.py"
        for name in ("when/lasting", "when/seen_from", "when/own_dates", "notes/posts", "notes/career_lines")
    ),
)
_NO_SENTENCES = {  # nothing that is shown: keys, features, notes for the library
    "{why} ({answer.status}).",  # tried below
    "{name} is too {side} a rank for {post.factoid.role}",  # too high, too low
    "put off {site.title} {site.author}",
    "from then on",
    "checked when it was written",
    " of the last born",
    "{case.quoted(later)} follows {case.quoted(earlier)} in the post, as {case.quoted(tie)} says",  # its beginning
    "it still does not fit",  # its end
    "the conflict {conflict.id} has no side {side}. Choose one of {sides}.",  # of a command's option
}
_PUT_IN = {  # by the expression that stands in a sentence: a pattern of it, and what it may be
    r"dates": "1938 and 1939",
    r"label": "title",
    r"rarer": "day first",
    r"usual": "month first",
    r"side": "after",
    r"days|digits": "7",
    r"'s' if .*": "s",
    r"'after' if .*": "after",
    r"name": "Major",
    r"word": "born",
    r"where": "what goes before",
    r"source\.split.*": "after",
    r"_amount\(.*": "7 days",
    r"f?' from .*": " from Russian ссылка",
    r".*(?:quoted|\bwords|told\.text|match\[0\]).*": "“x” (y)",
    r"_SAVE": "Save the page as .html and read the file.",
    r".*(?:MOST|LARGEST|DEEPEST|MIB|returncode|status).*": "7",
    r".*(?:gap|len|count|round|limit|witness|apart|share|repeats|letters|against|together|common|shorter).*": "7",
    r"(?:told|known|least|most|seldom|number|size|seconds|ratio|min)\b.*": "7",
    r".*(?:date|day_in|when\b|born\b|\bread\b|_said|made).*": "1938",
    r".*(?:reason|rule|more\b|why).*": "the same words",
}


def sentences(path: Path) -> Iterator[str]:
    """Strings of the code in which words stand in a row, but for docstrings; expressions stand in braces."""
    tree = ast.parse(path.read_text("utf-8"))
    inner = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found = "".join(map(_shown, node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner | alone:
            found = node.value
        else:
            continue
        if len(re.findall(r"(?<![\w.])[a-z']{2,}(?= |$)", _BRACED.sub("", found))) > 2 and not re.search(
            r"[\\^|*<]", found
        ):
            yield found


def _shown(part: ast.expr) -> str:
    if isinstance(part, ast.FormattedValue):
        return f"{{{ast.unparse(part.value)}}}"
    return str(part.value) if isinstance(part, ast.Constant) else ""


def filled(sentence: str) -> str:
    """The sentence as it may be shown."""
    return _BRACED.sub(lambda found: _filling(found[1]), sentence)


_BRACED = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")


def _filling(expression: str) -> str:
    return next((text for known, text in _PUT_IN.items() if re.fullmatch(known, expression)), "Xanten")


@pytest.mark.parametrize("language", _OTHERS)
@pytest.mark.parametrize("module", _REASONING)
def test_every_sentence_is_said_in_every_language(module: str, language: str) -> None:
    path = _CODE / module
    assert path.exists()
    found = {s for file in (path.rglob("*.py") if path.is_dir() else [path]) for s in sentences(file)}
    unknown = [s for s in sorted(found - _NO_SENTENCES) if interpreter_of(language).found(filled(s)) is None]
    assert unknown == []


@pytest.mark.parametrize("language", _OTHERS)
def test_every_error_of_a_source_is_said_in_every_language(language: str) -> None:
    found = {said for path in (_CODE / "sources").rglob("*.py") for said in errors_of_sources(path)}
    assert len(found) > 80
    unknown = [
        said for said in sorted(found - _NO_SENTENCES) if interpreter_of(language).found(filled(said)) is None
    ]
    assert unknown == []


def errors_of_sources(path: Path) -> Iterator[str]:
    """What is said in errors on sources: why, and what to do."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and re.match(r"Source[A-Z]", getattr(node.func, "id", "")):
            for said in node.args[1:]:
                if isinstance(said, ast.Constant | ast.JoinedStr):
                    values = said.values if isinstance(said, ast.JoinedStr) else [said]
                    yield from filter(None, ["".join(map(_shown, values))])


def test_sentences_are_found_in_the_code() -> None:
    assert "there is one {a.family.name} in a life" in sentences(_CODE / "criticism/events/likeness.py")
    assert interpreter_of("de").found("there is no such sentence as this") is None


def losses() -> set[str]:
    """What exports say that they leave out: what they count under."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (_CODE / "exchange").rglob("*.py")]
    named = {
        node.targets[0].id: node.value.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    counted = [
        key
        for tree in trees
        for node in ast.walk(tree)
        for key in (
            [node.slice]
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "lost"
            else node.args[2:]
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "count_of_line"
            else ()
        )
    ]
    found = [
        key.value if isinstance(key, ast.Constant) else named.get(getattr(key, "id", "")) for key in counted
    ]
    return {said for said in found if isinstance(said, str)}


@pytest.mark.parametrize("language", _OTHERS)
def test_every_loss_of_an_export_is_said_in_every_language(language: str) -> None:
    assert len(losses()) > 25
    assert [said for said in sorted(losses()) if interpreter_of(language).found(said) is None] == []


@pytest.mark.parametrize("language", _OTHERS)
@pytest.mark.parametrize("name", exporter_names())
def test_every_format_is_said_in_every_language(name: str, language: str) -> None:
    assert interpreter_of(language).found(find_exporter(name).about) is not None


def test_templates_have_what_we_keep_in_english_said() -> None:
    ours = re.compile(
        r"\b(?:finding\.note|tie\.note|step\.sentence|repair\.sentence|suggestion\.reason|held\.about)\|(?!told|dated)"
    )
    pages = [path.read_text("utf-8") for path in (_CODE / "web/templates").rglob("*.html")]
    assert [found for page in pages for found in ours.findall(page)] == []


@pytest.mark.parametrize("language", _OTHERS)
def test_every_mistranslation_is_explained(language: str) -> None:
    notes = {trace.note for trace in _traces()}
    assert [note for note in sorted(notes) if interpreter_of(language).found(note) is None] == []


@pytest.mark.parametrize("language", _OTHERS)
def test_both_say_the_same_names(language: str) -> None:
    for part in ("reasons", "errors"):
        for about, entries in load(f"{part}_{language}").items():
            for english, other in entries.items():
                assert set(_NAME.findall(other)) <= set(_NAME.findall(english)), (about, english)
                assert other, (about, english)


@pytest.mark.parametrize("language", _OTHERS)
def test_words_that_reasons_are_made_of(language: str) -> None:
    words = load(f"reasons_{language}")["words"]
    rules = load("manners_of_death")
    assert {*rules["deeds"], *rules["means"], *rules["illnesses"]} <= set(words)
    comparisons = load("comparisons")
    assert set(comparisons["families"]) <= set(words)
    assert {step for steps in comparisons["steps"].values() for step in steps} <= set(words)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("both give the same date", "beide nennen dasselbe Datum"),
        ("there is one death in a life", "Tod: das gibt es in einem Leben nur einmal"),
        ("shot against drowned and suicide", "erschossen gegen ertrunken und Selbstmord"),
        (
            "1938-06-09 and 1938-06-13 are 4 days apart",
            "zwischen 1938-06-09 und 1938-06-13 liegen 4 Tage",
        ),
        (
            "“he fled” (memoir) is dated “in June”: June 1938",
            "“he fled” (memoir) ist datiert “in June”: Juni 1938",
        ),
        (
            "“she died” (a) is dated by inference, by May 1901: the sentence tells of 1901: by then",
            "“she died” (a) ist erschlossen datiert, bis spätestens Mai 1901: der Satz erzählt von 1901; bis dahin",
        ),
        ("Without source memoir everything fits.", "Ohne die Quelle memoir passt alles."),
        ("“both can hold” (a): both were alive.", "“both can hold” (a): beide lebten."),
        (
            "Ann Roe (a) = A. Ro (b): A can stand for Ann; both have son Tom and wife Eve; although Roe may be a title",
            "Ann Roe (a) = A. Ro (b): A kann für Ann stehen; "
            "beide haben Sohn Tom und Ehefrau Eve; doch Roe kann ein Titel sein",
        ),
        ("Xi Lin is not Wu Zhong; Xu is not Li", "Xi Lin ist nicht Wu Zhong; Xu ist nicht Li"),
        (
            "letter.doc: is empty. Give a file with a text in it.",
            "letter.doc: ist leer. Geben Sie eine Datei mit einem Text.",
        ),
        (
            "http://a.org/b: there is no such page (404). Check the address.",
            "http://a.org/b: diese Seite gibt es nicht (404). Prüfen Sie die Adresse.",
        ),
        (
            "Perhaps a mistranslation from Russian ссылка. Meant: exile (ссылка, also a link).",
            "Vielleicht falsch übersetzt, aus dem Russischen: ссылка. Gemeint: exile (ссылка, also a link).",
        ),
        (
            "The text is in a language that cannot be read yet (fi). It is kept and can be searched.",
            "Der Text ist in einer Sprache, die noch nicht gelesen werden kann (fi). "
            "Er wird aufbewahrt und lässt sich durchsuchen.",
        ),
        (
            'kept, not read (ru): python -m pip install "factoid[russian]", then read it again.',
            'aufbewahrt, nicht gelesen (ru): python -m pip install "factoid[russian]", dann noch einmal lesen.',
        ),
        (
            "office: the rules read role “head”, the model nothing more.",
            "Amt: die Regeln lesen role “head”, das Modell nothing more.",
        ),
        ("the verb appointed", "das Verb appointed"),
        ("words that nobody knows", "words that nobody knows"),
        ("{0} and {a}", "{0} and {a}"),
        ("\ue0007\ue001 lies in Rome", "\ue0007\ue001 lies in Rome"),
    ],
)
def test_in_german(english: str, german: str) -> None:
    assert interpreter_of("de").said(english) == german
    assert interpreter_of("en").said(english) == english


@pytest.mark.parametrize(
    "made", ["a and " * 180, "“" * 600, "x: " * 300, "x; y = " * 150, "not before " * 100]
)
def test_no_sentence_takes_long(made: str) -> None:
    assert seconds_of(lambda: Interpreter("de").found(made), tries=1) < 1.0
