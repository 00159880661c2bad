"""TEI persons: `listPerson` and `listRelation` of a document become a source whose records are its words."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.dates import when_of_edtf
from factoid.errors import ImportingError, RecordError, SourceBroken
from factoid.exchange.importers.sentences import fields_of_sentence
from factoid.exchange.importing import Evidence, Notes, Piece, given
from factoid.exchange.records import MEDIA_TYPE, Book, Saying, Who
from factoid.model import Certainty, Extent, SegmentKind, Source, When
from factoid.resources import load
from factoid.sources.formats.xml_tree import Element, attribute, local, tree_of

READER = "import:tei@1"
_SEXES = {"f": "f", "female": "f", "2": "f", "m": "m", "male": "m", "1": "m"}


class TeiImporter:
    """Every `person` with what it holds, and every `relation`."""

    name = "tei"
    about = "TEI P5 persons and relations: the document becomes a source of its own"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield the document as a source."""
        file = given(target)
        try:
            root = tree_of(file.data, target)
        except SourceBroken as error:
            raise ImportingError(str(error)) from error
        people = [element for element in root.iter() if local(element) == "person"]
        if not people:
            raise ImportingError(f"{target}: holds no person of TEI. Read a text with: factoid read")
        source = Source(
            name=file.stem,
            content_sha256=file.sha256,
            origin=str(file.path),
            media_type=MEDIA_TYPE,
            title=_title(root),
        )
        pages = _Pages(Book(source, reader=READER), notes, target)
        pages.write(root, people)
        yield Evidence(*pages.book.done())


class _Pages:
    """The document on its way into a book."""

    def __init__(self, book: Book, notes: Notes, target: str) -> None:
        self.book, self._notes, self._target = book, notes, target
        self._names: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def write(self, root: Element, people: list[Element]) -> None:
        """Write persons, then relations."""
        self.book.note(_title(root) or "TEI", kind=SegmentKind.TITLE)
        for element in root.iter():
            if local(element) == "bibl" and (key := attribute(element, "id")):
                self._titles[f"#{key}"] = _words(element)[:200]
        keyed = [
            (attribute(person, "id") or f"person-{number}", person) for number, person in enumerate(people)
        ]
        for key, person in keyed:
            self._names[key] = next((_words(n) for n in person if local(n) == "persName" and _words(n)), key)
        for key, person in keyed:
            self._each(person, lambda element, key=key: self._person(key, element))
        for element in root.iter():
            if local(element) == "relation":
                self._each(element, self._relation)

    def _each(self, element: Element, write: object) -> None:
        try:
            write(element)  # type: ignore[operator]
        except (RecordError, ValueError) as error:
            self._notes.refuse(f"{self._target}, line {element.sourceline}: {error}")

    def _person(self, key: str, person: Element) -> None:
        names = [part for part in person if local(part) == "persName"]
        plain = [_words(name) for name in names[1:] if not attribute(name, "source") and _words(name)]
        sex = (attribute(person, "sex") or "").lower()
        ids = [part.text or "" for part in person if local(part) == "idno"]
        self.book.person(
            Who(
                key=key,
                name=self._names[key],
                forms=tuple(plain),
                gender=_SEXES.get(sex),
                addresses=tuple(text for text in ids if ":" in text),
            )
        )
        for part in person:
            kind = local(part)
            if kind == "persName" and attribute(part, "source"):
                self._each(part, lambda element: self._say(key, "name", element, {"value": _words(element)}))
            elif kind == "sex":
                continue
            elif kind and kind not in ("persName", "idno"):
                self._each(part, lambda element: self._part(key, element))

    def _part(self, key: str, part: Element) -> None:
        kind = _type_of(part)
        if kind is None:
            self._notes.lost[f"elements of {local(part)}"] += 1
            return
        known = {
            "place": next((_words(e) for e in part.iter() if local(e) == "placeName"), ""),
            "organisation": next((_words(e) for e in part.iter() if local(e) == "orgName"), ""),
        }
        self._say(key, kind, part, fields_of_sentence(kind, _sentence(part), known, ()))

    def _relation(self, relation: Element) -> None:
        active = (attribute(relation, "active") or attribute(relation, "mutual") or "").split()
        passive = (attribute(relation, "passive") or " ".join(active[1:])).split()
        role = (attribute(relation, "name") or "").replace("-", " ")
        kind = "kinship" if role in load("kin_terms")["terms"] else "association"
        kind = role if role in ("meeting", "kinship", "association") else kind
        fields = {} if role == kind else {"role": role}
        for who in active[:1]:
            key = who.removeprefix("#")
            others = tuple(other.removeprefix("#") for other in passive)
            for name in (key, *others):
                self._names.setdefault(name, name)
            self._say(key, kind, relation, fields, others)

    def _say(
        self, who: str, kind: str, element: Element, fields: dict[str, str], related: tuple[str, ...] = ()
    ) -> None:
        quotes = [quote for quote in element.iter() if local(quote) == "quote"]
        said_by = next((_words(seg) for seg in element.iter() if attribute(seg, "type") == "said-by"), None)
        certainty = Certainty.HEDGED if attribute(element, "cert") == "low" else Certainty.ASSERTED
        pointers = (attribute(element, "source") or "").split()
        self.book.say(
            Saying(
                who=who,
                type=kind,
                fields=fields,
                related=related,
                when=_when(element),
                certainty=Certainty.ATTRIBUTED if said_by else certainty,
                said_by=said_by,
                words="".join(map(str, quotes[0].itertext())) if quotes else "",
                more=tuple(f"source: {self._titles.get(pointer, pointer)}." for pointer in pointers),
            ),
            self._names,
        )


def _type_of(element: Element) -> str | None:
    """Return our type for an element: the one it names, or the first that becomes such an element."""
    types = load("exchange_maps")["types"]
    if (named := attribute(element, "type") or "") in types:
        return named
    name = local(element)
    if name in ("event", "state", "trait"):
        return "event"
    return next((kind for kind, formats in types.items() if formats["tei"] == name), None)


def _when(element: Element) -> When | None:
    """Return the date of the element, or of a date in it; `ValueError` for one that is none."""
    dated = next((e for e in element.iter() if _dates(e)), element)
    dates = _dates(dated)
    if "when" in dates:
        return when_of_edtf(dates["when"], words=_words(dated) if local(dated) == "date" else dates["when"])
    if "from" in dates or "to" in dates:
        edtf, extent = f"{dates.get('from', '..')}/{dates.get('to', '..')}", Extent.THROUGHOUT
    elif "notBefore" in dates or "notAfter" in dates:
        edtf, extent = f"{dates.get('notBefore', '..')}/{dates.get('notAfter', '..')}", Extent.WITHIN
    else:
        return None
    return when_of_edtf(edtf, words=edtf, extent=extent)


def _dates(element: Element) -> dict[str, str]:
    names = ("when", "from", "to", "notBefore", "notAfter")
    found = {name: attribute(element, name) or attribute(element, f"{name}-iso") for name in names}
    return {name: value for name, value in found.items() if value}


def _sentence(element: Element) -> str:
    """Return what the element says in words, without its label, its quote and the names of places and bodies."""
    parts = [part for part in element if local(part) in ("seg", "desc", "p")]
    if parts:
        return _words(parts[0])
    own = [element.text or "", *(part.tail or "" for part in element)]
    return " ".join("".join(own).split()) or (_words(element) if not len(element) else "")


def _title(root: Element) -> str:
    titles = (e for e in root.iter() if local(e) == "titleStmt")
    return next((_words(part) for title in titles for part in title if local(part) == "title"), "")


def _words(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
