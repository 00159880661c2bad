"""A model that lies, refuses or never ends brings nothing into a reading that the text does not say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from reading.own_model.badly_behaved import ENOUGH, Reply, listed, said, serving
from reading.own_model.stand_in import TEXT, StandInRules, document, persona

from factoid.errors import OwnModelError
from factoid.model import Certainty, OwnModel, Reading, json_of_reading
from factoid.reading import verify_reading
from factoid.reading.own_model import Account, Answer, End, Model, NoAnswer, OwnModelReader, Request, reader
from factoid.reading.own_model.endpoint import Endpoint
from factoid.reading.own_model.patience import ATTEMPTS, Asker

BORN = said(
    "Maren Holt was born on 3 May 1871 in Silkeborg",
    "Maren Holt",
    "birth",
    place="Silkeborg",
    date="on 3 May 1871",
)
ARREST = "She was arrested in June 1915 by the harbour police of Randers"
DIED = "Maren Holt perhaps died in Ribe in 1921"


class Says:
    """A model that says the same to everything."""

    def __init__(self, text: str, end: End = End.STOP) -> None:
        self.answer, self.asked = Answer(text=text, end=end), 0

    def ask(self, request: Request) -> Answer:
        self.asked += 1
        return self.answer


def own(folder: Path, url: str = "http://127.0.0.1:9/v1", most_calls: int = 20) -> OwnModel:
    return OwnModel(url=url, name="m", answers=folder / "answers", most_calls=most_calls)


def read(folder: Path, *statements: dict[str, Any]) -> Reading:
    return read_answer(folder, listed(*statements))


def read_answer(folder: Path, text: str, end: End = End.STOP) -> Reading:
    model = Says(text, end)
    reading = OwnModelReader(StandInRules(), own(folder), connect=lambda _: model).read(document())
    assert not verify_reading(reading, TEXT)
    return reading


def test_what_the_text_bears_out_is_taken_and_found_in_it(tmp_path: Path) -> None:
    arrest = said(ARREST, "She", "arrest", organisation="harbour police of Randers", date="June 1915")
    wed = said(
        "In 1894 she married Jens Holt", "she", "kinship", role="husband", related=["Jens Holt"], date="1894"
    )
    died = said(DIED, "Maren Holt", "death", place="Ribe", date="1921", certainty="hedged")
    birth, kin, arrested, death = read(tmp_path, died, arrest, wed, BORN).factoids
    assert {f.person for f in (birth, kin, arrested, death)} == {persona("Maren Holt")}
    assert (birth.type, birth.place, birth.date) == ("birth", "Silkeborg", "1871-05-03")
    assert (kin.role, kin.inference["role"], kin.related) == (
        "husband",
        "“married”: husband",
        (persona("Jens Holt"),),
    )
    assert arrested.quote == "She was arrested in June 1915 by the harbour police\nof Randers"
    assert arrested.organisation == "harbour police of Randers"
    assert (death.certainty, death.date, death.confidence) == (Certainty.HEDGED, "1921", 0.5)


REFUSED = {
    "an invented quote": (
        said("Maren Holt fled to Aarhus in 1916", "Maren Holt", "travel", place="Aarhus"),
        "quote",
    ),
    "a quote with other words": (said("Maren Holt was born on 3 May 1872", "Maren Holt", "birth"), "quote"),
    "half a word": (said("aren Holt was born", "Maren Holt", "birth"), "quote"),
    "somebody unknown": (BORN | {"person": "Karen Blom"}, "person"),
    "somebody who is not there": (BORN | {"person": "Jens Holt"}, "person"),
    "a place from elsewhere": (BORN | {"place": "Ribe"}, "field"),
    "a person for a place": (
        said("In 1894 she married Jens Holt", "she", "kinship", place="Jens Holt"),
        "field",
    ),
    "a field that the type has not": (BORN | {"role": "born"}, "field"),
    "an inference without its words": (
        said(DIED, "Maren Holt", "kinship", role="wife"),
        "field",
    ),
    "a date from elsewhere": (BORN | {"date": "1921"}, "date"),
    "no date at all": (BORN | {"date": "Silkeborg"}, "date"),
    "a date worked out wrongly": (BORN | {"date": "1871-05-04"}, "date"),
    "a type that no word shows": (said("In 1894 she married Jens Holt", "she", "arrest"), "type"),
    "a type that there is not": (BORN | {"type": "hobby"}, "type"),
    "doubt left out": (said(DIED, "Maren Holt", "death", place="Ribe"), "certainty"),
    "doubt made up": (BORN | {"certainty": "hedged"}, "certainty"),
    "denial left out": (
        said("Jens Holt never left Silkeborg", "Jens Holt", "event", value="left Silkeborg"),
        "certainty",
    ),
    "denial made up": (BORN | {"certainty": "denied"}, "certainty"),
    "hearsay of nobody": (BORN | {"certainty": "attributed"}, "certainty"),
    "a speaker from elsewhere": (BORN | {"certainty": "attributed", "said_by": "Jens Holt"}, "field"),
    "a relation to nobody": (
        said("In 1894 she married Jens Holt", "she", "kinship", role="husband"),
        "empty",
    ),
    "a relation to herself": (
        said("In 1894 she married Jens Holt", "she", "kinship", role="husband", related=["she"]),
        "person",
    ),
    "words that are no words": (BORN | {"place": 7}, "shape"),
    "relations that are no list": (BORN | {"related": "Jens Holt"}, "shape"),
    "the whole page": (BORN | {"quote": "Maren Holt was born " * 40}, "quote too long"),
    "the example": (
        said("The harbour board appointed her pilot", "her", "office", role="pilot"),
        "copied example",
    ),
    "the example, abridged": (said("was born in 1802", "Oddny Vestergrav", "birth"), "copied example"),
}


@pytest.mark.parametrize(("statement", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_the_text_does_not_say_is_refused_and_counted(
    tmp_path: Path, statement: dict[str, Any], reason: str
) -> None:
    reading = read(tmp_path, statement, BORN)
    assert [f.type for f in reading.factoids] == ["birth"]
    assert reading.declined == {f"model: {reason}": 1}


def test_offsets_of_the_model_are_not_looked_at(tmp_path: Path) -> None:
    (factoid,) = read(tmp_path, BORN | {"start": 40, "end": 12, "spans": {"place": [0, 4]}}).factoids
    assert TEXT[factoid.start : factoid.end] == factoid.quote
    assert factoid.spans["place"].of(TEXT) == "Silkeborg"


def test_a_date_worked_out_rightly_takes_the_words_of_the_quote(tmp_path: Path) -> None:
    (factoid,) = read(tmp_path, BORN | {"date": "1871-05-03"}).factoids
    assert factoid.spans["date"].of(TEXT) == "3 May 1871"


WHOLE = {
    "a refusal": (
        "I cannot help with this text, as it speaks of arrests.",
        End.STOP,
        0,
        {"answer refused": 1},
    ),
    "a refusal in Russian": ("Извините, я не могу.", End.STOP, 0, {"answer refused": 1}),
    "a refusal by the endpoint": ("", End.REFUSED, 0, {"answer refused": 1}),
    "chatter": ("What a sad life!", End.STOP, 0, {"answer broken": 1}),
    "nothing to say": (listed(), End.STOP, 0, {}),
    "a fence": (f"```json\n{listed(BORN)}\n```", End.STOP, 1, {}),
    "thoughts before": (f"<think>{{hm}}</think>{listed(BORN)}", End.STOP, 1, {}),
    "a bare list": (json.dumps([BORN]), End.STOP, 1, {}),
    "cut off": (listed(BORN, BORN)[:-40], End.LENGTH, 1, {"answer cut off": 1}),
    "broken": (listed(BORN).replace("]}", ",]"), End.STOP, 1, {"answer broken": 1}),
    "the same for ever": (listed(*[BORN] * 50), End.LENGTH, 1, {"answer cut off": 1, "repeated": 49}),
    "a deep hole": ('{"a":' * 5_000, End.STOP, 0, {"answer broken": 1}),
    "a list of numbers": ("[1, 2, 3]", End.STOP, 0, {}),
}


@pytest.mark.parametrize(("text", "end", "found", "declined"), WHOLE.values(), ids=WHOLE)
def test_answers_that_are_wrong_as_a_whole_are_counted(
    tmp_path: Path, text: str, end: End, found: int, declined: dict[str, int]
) -> None:
    reading = read_answer(tmp_path, text, end)
    assert len(reading.factoids) == found
    assert reading.declined == {f"model: {reason}": count for reason, count in declined.items()}


def test_a_reading_replays_without_the_model_byte_for_byte(tmp_path: Path) -> None:
    first = read(tmp_path, BORN, BORN | {"place": "Ribe"})
    again = OwnModelReader(StandInRules(), own(tmp_path, most_calls=0)).read(document())
    assert json.dumps(json_of_reading(again)) == json.dumps(json_of_reading(first))


def test_without_the_client_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "find_spec", lambda _name: None)
    with pytest.raises(OwnModelError, match=r"pip install \"factoid\[model\]\""):
        OwnModelReader(StandInRules(), own(tmp_path))


def asker(folder: Path, url: str, waits: list[float], **bounds: Any) -> Asker:
    def connect(own: OwnModel) -> Model:
        return Endpoint(own, most_bytes=20_000, most_seconds=5)

    return Asker(own(folder, url, **bounds), connect, sleep=waits.append)


def served(
    folder: Path, *replies: Reply, monkeypatch: pytest.MonkeyPatch
) -> tuple[Reading, Account, list[float], list[dict[str, Any]]]:
    waits: list[float] = []
    monkeypatch.setenv("FACTOID_MODEL_KEY", "secret")
    with serving(*replies) as server:
        mine = OwnModelReader(StandInRules(), own(folder, server.url), connect=lambda _: Says(""))
        mine._asker = asker(folder, server.url, waits)
        reading = mine.read(document())
        assert set(server.keys) == {"Bearer secret"}
    assert not verify_reading(reading, TEXT)
    return reading, mine.account, waits, server.asked


def test_an_endpoint_is_asked_in_the_shape_of_a_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, account, _, (asked,) = served(tmp_path, Reply(listed(BORN)), monkeypatch=monkeypatch)
    assert [f.type for f in reading.factoids] == ["birth"]
    assert (account.calls, account.tokens_sent, account.tokens_received) == (1, 100, 20)
    assert (asked["model"], asked["temperature"], asked["max_tokens"]) == ("m", 0, 4096)
    shape = asked["response_format"]["json_schema"]["schema"]["properties"]["statements"]["items"]
    assert shape["properties"]["certainty"] == {"enum": ["asserted", "hedged", "attributed", "denied"]}
    assert "Maren Holt" in asked["messages"][-1]["content"]
    assert "secret" not in "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.json"))


BUSY = Reply(status=429, retry_after="7")


def test_a_busy_endpoint_is_asked_again_after_the_time_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = (BUSY, Reply(status=500), Reply(body=b"<html>"), Reply(listed(BORN)))
    reading, account, waits, _ = served(tmp_path, *replies, monkeypatch=monkeypatch)
    assert [f.type for f in reading.factoids] == ["birth"]
    assert (account.calls, waits) == (4, [7.0, 2.0, 4.0])


def test_a_failing_endpoint_leaves_the_passage_to_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, account, waits, _ = served(tmp_path, Reply(status=500), monkeypatch=monkeypatch)
    assert (account.calls, len(waits), account.failures) == (ATTEMPTS, ATTEMPTS - 1, {"HTTP 500.": 1})
    assert reading.reader == "stand-in@1+own-model@1:m (0 of 1 passages)"
    assert [f.kind for f in reading.findings] == ["model-unanswered"] * 2
    assert not list(tmp_path.rglob("*.json"))


def test_endless_output_is_cut_and_its_whole_statements_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = listed(BORN)[:-2] + ", " + ENOUGH.decode()
    reading, account, _, _ = served(tmp_path, Reply(start, is_endless=True), monkeypatch=monkeypatch)
    assert [f.type for f in reading.factoids] == ["birth"]
    assert (reading.declined, account.calls) == ({"model: answer endless": 1}, 1)


def test_an_endpoint_that_knows_no_schemas_is_asked_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no = Reply("unknown field", status=400)
    reading, account, waits, asked = served(tmp_path, no, no, Reply(listed(BORN)), monkeypatch=monkeypatch)
    assert [f.type for f in reading.factoids] == ["birth"]
    assert (account.calls, waits, "response_format" in asked[-1]) == (3, [0, 0], False)


UNUSABLE = [(401, "FACTOID_MODEL_KEY"), (403, "FACTOID_MODEL_KEY"), (404, "no model 'm'")]


@pytest.mark.parametrize(("status", "advice"), UNUSABLE)
def test_an_endpoint_that_cannot_be_used_ends_the_run(
    tmp_path: Path, status: int, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OwnModelError, match=advice):
        served(tmp_path, Reply(status=status), monkeypatch=monkeypatch)


REQUEST = Request(model="m", messages=(("user", "?"),), schema={}, most_tokens=1)


def test_nobody_at_the_address_is_said_at_once(tmp_path: Path) -> None:
    with serving(Reply()) as gone:
        url = gone.url
    waits: list[float] = []
    with pytest.raises(OwnModelError, match=r"no connection\. Is the server running there\?"):
        asker(tmp_path, url, waits).answer(REQUEST)
    assert not waits


def test_after_three_passages_without_an_answer_no_more_is_asked(tmp_path: Path) -> None:
    with serving(Reply(status=503)) as server:
        asking = asker(tmp_path, server.url, [])
        assert [asking.answer(REQUEST) for _ in range(6)] == [None] * 6
    assert asking.account.calls == 3 * ATTEMPTS
    assert asking.account.failures["not asked: the endpoint had failed too often."] == 3


def test_no_more_calls_than_allowed(tmp_path: Path) -> None:
    with serving(BUSY) as server:
        asking = asker(tmp_path, server.url, [], most_calls=2)
        assert asking.answer(REQUEST) is None
        assert len(server.asked) == asking.account.calls == 2


def test_an_interruption_keeps_what_was_answered(tmp_path: Path) -> None:
    class Interrupted(Says):
        def ask(self, request: Request) -> Answer:
            if self.asked:
                raise KeyboardInterrupt
            return super().ask(request)

    model = Interrupted(listed())
    asking = Asker(own(tmp_path), lambda _: model)
    assert asking.answer(REQUEST)
    with pytest.raises(KeyboardInterrupt):
        asking.answer(Request(model="m", messages=(("user", "else?"),), schema={}, most_tokens=1))
    assert Asker(own(tmp_path, most_calls=0), lambda _: model).answer(REQUEST) == Answer(text=listed())


def test_a_damaged_answer_is_asked_for_again(tmp_path: Path) -> None:
    model = Says(listed())
    assert Asker(own(tmp_path), lambda _: model).answer(REQUEST)
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text('{"answer": {"text": "half', "utf-8")
    assert Asker(own(tmp_path), lambda _: model).answer(REQUEST)
    assert model.asked == 2


def test_a_bad_request_that_nothing_mends_is_not_repeated(tmp_path: Path) -> None:
    class Refuses(Says):
        def ask(self, request: Request) -> Answer:
            self.asked += 1
            raise NoAnswer("refused as a bad request: too long", again=False)

    model = Refuses("")
    assert Asker(own(tmp_path), lambda _: model).answer(REQUEST) is None
    assert model.asked == 1
