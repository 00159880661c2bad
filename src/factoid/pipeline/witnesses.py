"""Which sources of a library depend on which: worked out once, kept until a source comes or changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from factoid.criticism import (
    Dependence,
    Testimony,
    Witnesses,
    find_dependences,
    take_testimony,
    witnesses_by,
)
from factoid.criticism.dependence.citations import Citable, citation_in
from factoid.criticism.dependence.dependence import CROWD, dependence_of_json, json_of_dependence
from factoid.criticism.dependence.testimony import json_of_testimony, testimony_of_json
from factoid.model import Span, digest
from factoid.pipeline.packing import packed, unpacked
from factoid.store import Library, LibraryView, SourceSummary, VeiledView

VERSION = "1"  #: of the rules: what another one found is worked out anew
_TESTIMONY, _TIES, _GROUPS = "testimony:", "dependences", "witnesses"
_NAMED_BY = 50  #: passages that are looked at for the name of one source
_PEOPLE = 500


def dependences_of(library: LibraryView) -> tuple[Dependence, ...]:
    """Return what ties the sources of a library to one another, in the order of their names."""
    mark = _mark(library)
    kept = library.working(_TIES, mark)
    if kept is not None:
        return tuple(dependence_of_json(data) for data in unpacked(kept))
    sources = library.sources()
    found = find_dependences(_testimonies(library, sources), tied=tied_sources(library))
    found = tuple(sorted([*found, *_citations(library, sources)], key=_order))
    _keep(library, {_TIES: (mark, packed([json_of_dependence(d) for d in found]))})
    return found


def witnesses_of(library: LibraryView) -> Witnesses:
    """Return which of the sources of a library are one witness."""
    mark = digest("passages", _mark(library))
    kept = library.working(_GROUPS, mark)
    if kept is not None:
        groups, passages = unpacked(kept)
        return Witnesses(groups, {(one, other): _spans_of(spans) for one, other, spans in passages})
    found = witnesses_by(dependences_of(library))
    shared = [[one, other, spans] for (one, other), spans in found.passages.items()]
    _keep(library, {_GROUPS: (mark, packed([found.groups, shared]))})
    return found


def _spans_of(pairs: Iterable[Sequence[Sequence[int]]]) -> list[tuple[Span, Span]]:
    return [(Span(*mine), Span(*other)) for mine, other in pairs]


def witnesses_to(
    library: LibraryView, witnesses: Witnesses, accounts: Iterable[tuple[str, str]]
) -> Mapping[str, str]:
    """Return which witness each source is for one thing, of which accounts (source, id of the statement) tell."""
    listed = tuple(accounts)
    sources = {source for source, _ in listed}
    if not witnesses.share_words(sources):
        return {source: witnesses.of(source) for source in sources}
    lines = library.factoids(factoid for _, factoid in listed)
    told: dict[str, list[Span]] = defaultdict(list)
    for source, factoid in listed:
        told[source] += [lines[factoid].factoid.span] if factoid in lines else []
    return witnesses.of_claim(told)


def _mark(library: LibraryView) -> str:
    """Return what stands for the sources, and for the readings that were made of them."""
    version = f"{VERSION} {library.veils_mark}".strip()
    return digest("ties", version, *(f"{source} {reader}" for source, reader in library.readers()))


def tied_sources(library: LibraryView) -> Iterator[tuple[str, str]]:
    """Yield the pairs of sources that speak of one person; of somebody whom a crowd speaks of, none."""
    offset = 0
    seen: set[tuple[str, str]] = set()
    while page := library.people(limit=_PEOPLE, offset=offset):
        offset += len(page)
        for person in page:
            if 1 < len(person.sources) <= CROWD:
                pairs = set(combinations(sorted(person.sources), 2)) - seen
                seen |= pairs
                yield from sorted(pairs)


def _testimonies(library: LibraryView, sources: Sequence[SourceSummary]) -> list[Testimony]:
    """Return every source's testimony: those kept, and those taken now."""
    kept, veils = library.workings(_TESTIMONY), library.veils_mark
    found, new = [], {}
    for source in sources:
        name, mark = f"{_TESTIMONY}{source.id}", f"{VERSION} {source.reader} {veils}".strip()
        known, value = kept.pop(name, ("", b""))
        if known == mark:
            testimony = testimony_of_json(unpacked(value))
        else:
            testimony = take_testimony(library.document(source.name), library.reading(source.name).findings)
            new[name] = (mark, packed(json_of_testimony(testimony)))
        found.append(replace(testimony, source=source.name))
    _keep(library, new, gone=kept)
    return found


def _citations(library: LibraryView, sources: Sequence[SourceSummary]) -> Iterator[Dependence]:
    by_name = {source.name: _citable(source) for source in sources}
    for cited in by_name.values():
        seen: set[str] = set()
        for _, words in cited.calls():
            for passage in library.search(f'"{words.replace(chr(34), " ")}"', _NAMED_BY):
                if passage.source in seen:
                    continue
                content = library.document(passage.source).text.content
                at = Span(passage.start, passage.end)
                citation = citation_in(content, at, by_name[passage.source], cited)
                if citation:
                    seen.add(passage.source)
                    yield citation


def _citable(source: SourceSummary) -> Citable:
    return Citable(
        source=source.name, title=source.title or "", creator=source.creator or "", origin=source.origin
    )


def _keep(library: LibraryView, values: Mapping[str, tuple[str, bytes]], gone: Iterable[str] = ()) -> None:
    if isinstance(library, Library | VeiledView) and (values or gone):
        library.keep_workings(values, gone=gone)


def _order(dependence: Dependence) -> tuple[str, str, str]:
    return dependence.left, dependence.right, str(dependence.kind)
