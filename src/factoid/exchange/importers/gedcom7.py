"""GEDCOM 7: a file is a source, and its records are its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from factoid.errors import ImportingError, RecordError
from factoid.exchange.exporters.gedcom7 import DATED
from factoid.exchange.importers.gedcom_dates import when_of_date
from factoid.exchange.importers.sentences import doubts_in, fields_of_sentence, type_of_label
from factoid.exchange.importing import Evidence, Notes, Piece, given
from factoid.exchange.records import MEDIA_TYPE, Book, Saying, Who
from factoid.model import Certainty, SegmentKind, Source
from factoid.resources import load

READER = "import:gedcom7@1"
_LINE = re.compile(r"(\d{1,2}) (?:@([^@\s]+)@ )?(\w+)(?: (.*))?")
_TYPES = {"BIRT": "birth", "DEAT": "death", "BURI": "burial", "RELI": "religion", "NATI": "citizenship",
    "OCCU": "occupation", "EDUC": "education", "TITL": "rank", "RESI": "residence", "CHR": "event", "BAPM": "event",
    "EMIG": "travel", "IMMI": "travel", "GRAD": "education", "CENS": "event", "WILL": "event", "PROB": "event",
    "NATU": "citizenship", "CREM": "burial", "RETI": "event", "CAST": "event", "PROP": "event", "FACT": "event",
    "EVEN": "event", "ADOP": "event", "CONF": "event", "ORDN": "event", "MARR": "event", "DIV": "event"}  # fmt: skip
_SEXES = {"F": "f", "M": "m"}
_READ = frozenset({"DATE", "PLAC", "AGNC", "CAUS", "ASSO", "SOUR", "TYPE", "NOTE"})


@dataclass(slots=True)
class Node:
    """A structure: its tag, its payload, what stands below it."""

    tag: str
    words: str
    xref: str
    line: int
    below: list[Node] = field(default_factory=list)

    def first(self, *tags: str) -> str:
        """Return the payload at the end of a way of tags; empty where there is none."""
        here: Node | None = self
        for tag in tags:
            here = next((node for node in here.below if node.tag == tag), None) if here else None
        return here.words if here else ""

    def all(self, tag: str) -> list[Node]:
        """Return the structures of a tag."""
        return [node for node in self.below if node.tag == tag]


class Gedcom7Importer:
    """Persons, events, attributes, families and associations; each with what it cites and quotes."""

    name = "gedcom7"
    about = "GEDCOM 7 (5.5.1 is read likewise, in UTF-8): the file becomes a source of its own"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield the file as a source."""
        file = given(target)
        records = list(records_of(file.text(), target, notes))
        if not records or records[0].tag != "HEAD":
            raise ImportingError(f"{target}: no GEDCOM: it does not begin with 0 HEAD.")
        source = Source(
            name=file.stem, content_sha256=file.sha256, origin=str(file.path), media_type=MEDIA_TYPE
        )
        pages = _Pages(Book(source, reader=READER), records, notes, target)
        pages.write()
        yield Evidence(*pages.book.done())


def records_of(text: str, target: str, notes: Notes) -> Iterator[Node]:
    """Yield the records; a line that is none is noted and passed over."""
    stack: list[Node] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip("\ufeff\r\n").lstrip())
        level = int(found[1]) if found else 0
        if not found or level > len(stack):
            notes.refuse(f"{target}, line {number}: no line of GEDCOM: {line[:60]!r}")
            continue
        words = found[4] or ""
        words = words[1:] if words.startswith("@@") else words
        del stack[level:]
        if found[3] in ("CONT", "CONC") and stack:
            stack[-1].words += ("\n" if found[3] == "CONT" else "") + words
            continue
        node = Node(found[3], words, found[2] or "", number)
        if stack:
            stack[-1].below.append(node)
        stack.append(node)
        if level == 0:
            yield node


class _Pages:
    """The file on its way into a book."""

    def __init__(self, book: Book, records: list[Node], notes: Notes, target: str) -> None:
        self.book, self._records, self._notes, self._target = book, records, notes, target
        for node in records:
            if (
                node.tag == "INDI" and not node.xref
            ):  # nothing can refer to such a person; it is one all the same
                node.xref = f"line {node.line}"
        self._titles = {
            node.xref: node.first("TITL") or node.xref for node in records if node.tag == "SOUR" and node.xref
        }
        self._names = {node.xref: _name(node) for node in records if node.tag == "INDI" and node.xref}

    def write(self) -> None:
        """Write the sources that are cited, the persons, the families."""
        self.book.note(f"GEDCOM {self._records[0].first('GEDC', 'VERS')}", kind=SegmentKind.TITLE)
        for node in self._records:
            try:
                self._record(node)
            except RecordError as error:
                self._notes.refuse(f"{self._target}, line {node.line}: {error}")

    def _record(self, node: Node) -> None:
        if node.tag == "SOUR":
            parts = (node.first(tag) for tag in ("TITL", "AUTH", "PUBL", "NOTE"))
            self.book.note(f"{node.xref}: {'; '.join(part for part in parts if part)}")
        elif node.tag == "INDI":
            self._person(node)
        elif node.tag == "FAM":
            self._family(node)
        elif node.tag not in ("HEAD", "TRLR"):
            self._notes.lost[f"records of {node.tag}"] += 1

    def _person(self, node: Node) -> None:
        names = [(_plain(name.words), name) for name in node.all("NAME")]
        forms = tuple(words for words, name in names[1:] if words and not name.all("SOUR"))
        person = self.book.person(
            Who(
                key=node.xref,
                name=self._names.get(node.xref, node.xref),
                forms=forms,
                gender=_SEXES.get(node.first("SEX")),
                addresses=tuple(part.words for part in node.all("EXID") if ":" in part.words),
            )
        )
        if not person:
            return
        for words, name in names:
            if name.all("SOUR") and words:
                self._say(name, Saying(who=node.xref, type="name", fields={"value": words}))
        for part in node.below:
            try:
                self._part(node.xref, part)
            except (RecordError, ValueError) as error:
                self._notes.refuse(f"{self._target}, line {part.line}: {error}")

    def _part(self, who: str, part: Node) -> None:
        if part.tag == "ASSO":
            role = part.first("ROLE", "PHRASE") or part.first("ROLE").lower()
            kind = "kinship" if role.lower() in load("kin_terms")["terms"] else "association"
            self._say(part, Saying(who=who, type=kind, fields={"role": role}, related=self._others([part])))
        elif part.tag in _TYPES:
            self._say(part, self._event(who, part))
        elif part.tag not in ("NAME", "SEX", "EXID", "FAMS", "FAMC"):
            self._notes.lost[f"structures of {part.tag}"] += 1

    def _event(self, who: str, part: Node) -> Saying:
        label = part.first("TYPE")
        kind = type_of_label(label) if part.tag in ("FACT", "EVEN") else _TYPES[part.tag]
        others = self._others(part.all("ASSO"))
        known = {"place": part.first("PLAC"), "organisation": part.first("AGNC")}
        known |= {"role": part.first("ASSO", "ROLE", "PHRASE")} if others and kind != "office" else {}
        if known.get("role") == label:
            known.pop("role")
        words = "" if part.words == "Y" else part.words
        fields = fields_of_sentence(kind, words, known, tuple(self._names.get(o, o) for o in others))
        if kind == "death":
            fields |= {"value": part.first("CAUS")} if part.first("CAUS") else {}
        if kind == "event" and (label or part.tag not in ("FACT", "EVEN")):
            fields.setdefault("value", label or part.tag)
        more = [f"{label}."] if kind == "event" and label and fields["value"] != label else []
        return Saying(who=who, type=kind, fields=fields, related=others, more=tuple(more))

    def _say(self, part: Node, saying: Saying) -> None:
        """Write a statement with what the structure says of its date and its source."""
        when = when_of_date(part.first("DATE"), part.first("DATE", "PHRASE"))
        cited = part.all("SOUR")
        notes = [note.words for note in part.all("NOTE") if not note.words.startswith(DATED)]
        dated = next((n.words.removeprefix(DATED) for n in part.all("NOTE") if n.words.startswith(DATED)), "")
        when = when or when_of_date("", dated)
        certainty, said_by = Certainty.ASSERTED, None
        for source in cited[:1]:
            certainty, said_by = doubts_in(source.first("NOTE"))
            if source.first("QUAY") in ("0", "1") and certainty is Certainty.ASSERTED:
                certainty = Certainty.HEDGED
        unread = [f"{node.tag}: {node.words}" for node in part.below if node.tag not in _READ and node.words]
        if part.first("DATE") and when is None:
            unread.append(f"DATE: {part.first('DATE')} {part.first('DATE', 'PHRASE')}".rstrip())
        titles = [
            f"source: {self._titles.get(s.words.strip('@'), s.words)} {s.first('PAGE')}." for s in cited
        ]
        self.book.say(
            replace(
                saying,
                when=when,
                certainty=certainty,
                said_by=said_by,
                words=cited[0].first("DATA", "TEXT") if cited else "",
                more=(*saying.more, *titles, *unread, *notes),
            ),
            self._names | {key: key for key in saying.related if key not in self._names},
        )

    def _others(self, nodes: list[Node]) -> tuple[str, ...]:
        keys = [node.words.strip("@") for node in nodes]
        for key, node in zip(keys, nodes, strict=True):
            if key not in self._names:
                self._names[key] = node.first("PHRASE") or key
        return tuple(dict.fromkeys(keys))

    def _family(self, node: Node) -> None:
        """Write what a family makes its members to each other."""
        parents = [(tag, part.words.strip("@")) for tag in ("HUSB", "WIFE") for part in node.all(tag)[:1]]
        for tag in ("HUSB", "WIFE"):
            self._notes.lost[f"second {tag} of a family"] += len(node.all(tag)[1:])
        children = [part.words.strip("@") for part in node.all("CHIL")]
        married = next(iter(node.all("MARR")), Node("MARR", "", "", node.line))
        for key in (*(key for _, key in parents), *children):
            self._names.setdefault(key, key)
        for tag, key in parents:
            role = "husband" if tag == "HUSB" else "wife"
            for _, other in parents:
                if other != key:
                    self._say(
                        married, Saying(who=other, type="kinship", fields={"role": role}, related=(key,))
                    )
            for child in children:
                role = "father" if tag == "HUSB" else "mother"
                plain = Node("CHIL", "", "", node.line)
                self._say(plain, Saying(who=child, type="kinship", fields={"role": role}, related=(key,)))


def _name(node: Node) -> str:
    return _plain(node.first("NAME")) or node.xref


def _plain(name: str) -> str:
    return " ".join(name.replace("/", " ").split())
