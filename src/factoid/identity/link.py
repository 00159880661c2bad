"""Personas of many sources made persons: names first, then company, people's judgements above all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from factoid.identity.candidates import NameIndex, Pair, likely_pairs, related_sources
from factoid.identity.cluster import Groups
from factoid.identity.company import Company, Persons
from factoid.identity.engines import LARGE, Engine, find_engine, unrivalled
from factoid.identity.features import MOST_SHARED, SURE, WORTH_ASKING, names_exclude, surnames_exclude
from factoid.identity.judged import describe, rulings_of
from factoid.identity.life import known_life, lives_differ, lives_exclude, mostly
from factoid.identity.memory import Memory
from factoid.identity.profile import Bearer, bearer_of
from factoid.identity.settle import CLEAR, rivalled, settled
from factoid.identity.unnamed import described, reason, same_role_pairs
from factoid.identity.weigh import Opinion, weigh
from factoid.model import Judgement, PersonaInSource, PersonLink, Traces, Verdict

_ROUNDS = 6  #: what one round links supports the next; more rounds hardly ever find more
MOST_TOLD = 10.0  #: points that more known of a life can give
_WIDE = 100  #: somebody in more sources than this does not make any two of them worth comparing


def link_personas(
    personas: Sequence[PersonaInSource],
    judgements: Sequence[Judgement],
    memory: Memory | None = None,
    *,
    engine: Engine | None = None,
) -> list[PersonLink]:
    """Return every person: the personas held to be one, and why. Each persona is in exactly one.

    Where nothing is sure, personas stay apart; two personas of one source are never joined but by people,
    whose judgements always win. The result does not depend on the order of the input, nor on what is remembered
    from linking before. ``engine`` compares the personas of a large library, in place of the one that is installed.
    """
    return linked(personas, judgements, memory, engine=engine).links()


def linked(
    personas: Sequence[PersonaInSource],
    judgements: Sequence[Judgement],
    memory: Memory | None = None,
    *,
    engine: Engine | None = None,
) -> Linking:
    """Return the work done, which tells the persons, and the pairs that somebody should look at."""
    linking = Linking(personas, memory)
    linking.obey(judgements)
    engine = (engine or find_engine()) if len(personas) > LARGE else None
    if engine:
        linking.link_scored(engine)
    else:
        linking.link_likely()
        linking.link_known()
    linking.link_in_company()
    linking.link_unnamed()
    return linking


class Linking:
    """The work of linking, step by step; every step only ever joins."""

    def __init__(self, personas: Iterable[PersonaInSource], memory: Memory | None = None) -> None:
        ordered = sorted(personas, key=lambda found: found.persona.id)
        self._memory = memory
        self._weigh: Callable[[Bearer, Bearer], Opinion] = memory.weigh if memory else weigh
        self._bearers = {
            found.persona.id: memory.bearer(found) if memory else bearer_of(found) for found in ordered
        }
        self._named = {id_: b for id_, b in self._bearers.items() if b.found.persona.is_named}
        self._groups = Groups(self._bearers.values())
        self._reasons: list[tuple[str, str]] = []  #: a persona of the person, the reason
        self._ruled_out: set[Pair] = set()
        self._opinions: dict[Pair, Opinion] = {}
        self._lives: dict[str, tuple[int, Traces]] = {}  #: by the first persona, how many and what they tell
        self._dismissed: set[Pair] = set()  #: pairs of which nothing more need be known

    def obey(self, judgements: Iterable[Judgement]) -> None:
        """Do what people judged, the latest first where they disagree."""
        for ruling in rulings_of((b.found for b in self._bearers.values()), judgements):
            match ruling.judgement.verdict:
                case Verdict.SAME:
                    if self._groups.join(*ruling.pair):
                        names = [self._bearers[persona].called for persona in ruling.pair]
                        self._reasons.append((ruling.left, describe(ruling, names)))
                case Verdict.DIFFERENT:
                    self._groups.part(*ruling.pair)
                    self._ruled_out.add(ruling.pair)
                case Verdict.UNSURE:
                    self._groups.doubt(*ruling.pair)

    def link_likely(self) -> None:
        """Join those whose names, or names and lives, agree."""
        named = self._named.values()
        self._join(self._weighed(self._memory.pairs(named) if self._memory else likely_pairs(named)))

    def link_scored(self, engine: Engine) -> None:
        """Join those whom an engine is sure of, the surest first, where nothing that is held here is against it."""
        bearers = list(self._named.values())
        for one, two, _ in unrivalled(engine(bearers), [bearer.source for bearer in bearers]):
            pair = bearers[one].id, bearers[two].id
            if pair not in self._ruled_out and self._groups.may_join(*pair):
                opinion = self._weigh(bearers[one], bearers[two])
                if opinion.points >= WORTH_ASKING and not self._would_contradict(opinion):
                    self._groups.join(*pair)
                    self._reasons.append((opinion.left.id, opinion.reason))

    def link_known(self) -> None:
        """Join those of whom the persons known so far tell more than two sources alone, where one is clearly meant."""
        doubted = rivalled(self._opinions.values()) | self._ruled_out
        unsure = [o for o in self._opinions.values() if WORTH_ASKING - MOST_TOLD <= o.points < SURE]
        best: dict[Pair, Opinion] = {}
        for opinion in sorted(unsure, key=lambda o: o.pair):
            if opinion.pair not in doubted and self._groups.may_join(*opinion.pair):
                told = opinion.in_lives(*(self._known(persona) for persona in opinion.pair))
                one, two = sorted(self._groups.of(persona).members[0] for persona in opinion.pair)
                if told.points >= SURE and told.points > best.get((one, two), opinion).points:
                    best[one, two] = told
        rivals: dict[str, list[Opinion]] = defaultdict(list)
        for groups, told in best.items():
            for group in groups:
                rivals[group].append(told)
        for groups, told in sorted(best.items(), key=lambda item: item[1].rank):
            ahead = (o.points + CLEAR <= told.points for g in groups for o in rivals[g] if o is not told)
            if all(ahead) and self._groups.may_join(*told.pair) and not self._would_contradict(told):
                self._groups.join(*told.pair)
                self._reasons.append((told.left.id, told.reason))

    def _known(self, persona: str) -> Traces:
        """Return what all sources of the person tell of its life so far."""
        members = tuple(sorted(self._groups.of(persona).members))
        if len(members) == 1:
            return self._bearers[persona].found.traces
        if members[0] not in self._lives or self._lives[members[0]][0] != len(members):
            life = known_life(self._bearers[member].found.traces for member in members)
            self._lives[members[0]] = len(members), life
        return self._lives[members[0]][1]

    def link_in_company(self) -> None:
        """Join those whose names are not enough by themselves, where both are named near the same people."""
        company = Company(self._bearers.values())
        by_source: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._named.values():
            by_source[bearer.source].append(bearer)
        # the others have none
        by_source = {source: named for source, named in by_source.items() if len(named) > 1}
        indexes = {
            source: self._memory.index(source, bearers) if self._memory else NameIndex(bearers)
            for source, bearers in by_source.items()
        }
        pairs: dict[Pair, set[Pair]] = {}
        for _ in range(_ROUNDS):
            for two in self._sources_that_share(by_source) - pairs.keys():
                pairs[two] = indexes[two[0]].pairs_with(indexes[two[1]])
            persons = Persons(company, self._person_of(), self._names())
            weighed = self._weighed(sorted({pair for found in pairs.values() for pair in found}))
            supported = [self._supported(opinion, persons) for opinion in weighed]
            if not self._join(supported):
                return

    def link_unnamed(self) -> None:
        """Join the fathers, mothers, wives and husbands of those who are one person."""
        known = list(described(self._bearers.values()))
        joined = True
        while joined:
            joined = False
            for left, right in same_role_pairs(known, self._person_of()):
                a, b = left.bearer.id, right.bearer.id
                if self._groups.may_join(a, b):
                    joined = self._groups.join(a, b)
                    self._reasons.append((a, reason(left, right)))

    def links(self) -> list[PersonLink]:
        """Return the persons with their reasons."""
        reasons: dict[str, list[str]] = defaultdict(list)
        person_of = self._person_of()
        for persona, words in self._reasons:
            reasons[person_of[persona]].append(words)
        return [
            PersonLink(person=ids[0], personas=ids, reasons=tuple(reasons[ids[0]]))
            for ids in self._groups.all()
        ]

    def unsure(self) -> list[Opinion]:
        """Return the opinions that did not suffice but are worth a look."""
        left = (
            o
            for pair, o in self._opinions.items()
            if o.points >= WORTH_ASKING and pair not in self._ruled_out and self._groups.may_join(*pair)
        )
        return sorted(left, key=lambda o: o.rank)

    def _weighed(self, pairs: Iterable[Pair]) -> list[Opinion]:
        """Return what can be said of the pairs, but for what nothing could save."""
        found = []
        for pair in pairs:
            opinion = self._opinions.get(pair)
            if opinion is None and pair not in self._dismissed:
                opinion = self._weigh(self._bearers[pair[0]], self._bearers[pair[1]])
                if opinion.points < WORTH_ASKING - MOST_SHARED:
                    self._dismissed.add(pair)
                    continue
                self._opinions[pair] = opinion
            if opinion is not None and pair not in self._ruled_out:
                found.append(opinion)
        return found

    def _supported(self, opinion: Opinion, persons: Persons) -> Opinion:
        """Add what company says, where it can still matter."""
        if self._groups.may_join(*opinion.pair):
            opinion = opinion.supported(persons.shared_by(*opinion.pair))
            self._opinions[opinion.pair] = opinion
        return opinion

    def _join(self, opinions: list[Opinion]) -> bool:
        joined = False
        for opinion in settled(opinions):
            a, b = opinion.left.id, opinion.right.id
            if self._groups.may_join(a, b) and not self._would_contradict(opinion):
                joined = self._groups.join(a, b)
                self._reasons.append((a, opinion.reason))
        return joined

    def _would_contradict(self, opinion: Opinion) -> bool:
        """Whether what else is held to be one with the two speaks against it."""
        ours, theirs = (self._groups.of(persona) for persona in opinion.pair)
        differ = lives_exclude if opinion.has_dates else lives_differ  # dates that were weighed are weighed
        if not opinion.has_surname and surnames_exclude(ours.names, theirs.names):
            return True
        return names_exclude(ours.names, theirs.names) or mostly(differ, ours.lives, theirs.lives)

    def _sources_that_share(self, sources: Collection[str]) -> set[Pair]:
        persons = (
            {self._bearers[persona].source for persona in ids if persona in self._named}.intersection(sources)
            for ids in self._groups.all()
        )
        return related_sources(sources for sources in persons if len(sources) <= _WIDE)

    def _person_of(self) -> dict[str, str]:
        return {persona: ids[0] for ids in self._groups.all() for persona in ids}

    def _names(self) -> dict[str, str]:
        """Return the fullest name of each person."""
        return {
            ids[0]: min((self._bearers[i].main.text for i in ids), key=lambda text: (-text.count(" "), text))
            for ids in self._groups.all()
        }
