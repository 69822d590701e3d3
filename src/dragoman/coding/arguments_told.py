"""What a report tells: who did what to whom so far, who is at odds with whom, and who is named where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.model.actor import Chain, Mention, Participant
from dragoman.model.parse import Parse

Parts = tuple[Participant, ...]
CONFLICT = frozenset({"ACCUSE", "REJECT", "THREATEN", "DENY", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REQUEST"})
FIGHTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
OF_THEIR_OWN = frozenset({"armed_group", "party", "civil", "media", "company"})
NO_PARTY = frozenset({"media"})
LOOK_BACK = 3  # sentences


@dataclass(frozen=True, slots=True)
class Told:
    """An event coded in this report: what other words ("the expulsions", "the move") may refer to."""

    trigger: int
    type: str
    lemma: str
    source: Parts
    target: Parts


@dataclass(slots=True)
class Memory:
    """What a report has told so far, what it will tell outright, and where its actors of a country are named."""

    cast: Cast
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)
    deeds: Mapping[int, Coded] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    plain: tuple[Told, ...] = ()
    named: list[tuple[int, Mention, Chain]] = field(default_factory=list)

    @classmethod
    def of(cls, cast: Cast, about: Mapping[str, frozenset[str]], deeds: Mapping[int, Coded]) -> "Memory":
        """A memory that has heard nothing yet; `about` are the contexts that words show, `deeds` told by nouns."""
        chains = cast.reading.chains
        found = [
            (m.head, m, c) for c in chains for m in c.mentions if c.country and c.kind not in NO_PARTY and not m.place
        ]
        return cls(cast, about, deeds, [], (), sorted(found, key=lambda x: x[0]))

    def all(self) -> list[Told]:
        """What was told so far, then what the report will tell outright."""
        heard = {t.trigger for t in self.told}
        return self.told + [t for t in self.plain if t.trigger not in heard]


def remember(memory: Memory, coded: Coded, source: Parts, target: Parts) -> None:
    """Keep an event for what refers back to it."""
    memory.told.append(as_told(memory.cast, coded, source, target))


def as_told(cast: Cast, coded: Coded, source: Parts, target: Parts) -> Told:
    """An event with its parties, for what refers to it."""
    return Told(coded.trigger, coded.type, cast.parse.lemmas[coded.trigger], source, target)


def side_of(chain: Chain) -> str:
    """The side an actor is on: its country, else itself."""
    return chain.country or chain.id


def sides(cast: Cast, parts: Parts) -> frozenset[str]:
    """The sides that some participants are on."""
    return frozenset(side_of(cast.reading.chain(p.chain)) for p in parts if p.chain)


def countries(cast: Cast, parts: Parts) -> frozenset[str]:
    """The countries of some participants."""
    found = (cast.reading.chain(p.chain).country for p in parts if p.chain)
    return frozenset(c for c in found if c)


def known(parts: Parts) -> bool:
    """Whether any of these participants is an actor of the report."""
    return any(p.chain for p in parts)


def one_side(cast: Cast, source: Parts, p: Participant) -> bool:
    """Whether `p` is on the side of the source: of its country, and no group, party or paper of its own mind."""
    if not p.chain:
        return False
    other = cast.reading.chain(p.chain)
    for q in source:
        if q.chain:
            own = cast.reading.chain(q.chain)
            same = own.country is not None and own.country == other.country
            if own.id == other.id or (same and not {own.kind, other.kind} & OF_THEIR_OWN):
                return True
    return False


def most_told(parties: Sequence[Parts], cast: Cast, own: frozenset[str]) -> Parts:
    """Of parties to what was told, those named most often who are not on `own` side; of equals, the last."""
    count: dict[frozenset[str], int] = {}
    last: dict[frozenset[str], Parts] = {}
    for party in parties:
        side = sides(cast, party)
        if side and not side & own:
            count[side] = count.get(side, 0) + 1
            last.pop(side, None)
            last[side] = party
    return last[max(last, key=lambda side: (count[side], list(last).index(side)))] if last else ()


def opponents(memory: Memory, own: frozenset[str], types: frozenset[str] = CONFLICT) -> Parts:
    """With whom the report tells most often that this side is at odds: so far, else anywhere in it."""
    cast = memory.cast
    for told in (memory.told, memory.plain):
        quarrels = [t for t in told if t.type in types]
        against = [t.source for t in quarrels if sides(cast, t.target) & own]
        against += [t.target for t in quarrels if sides(cast, t.source) & own]
        if found := most_told(against, cast, own):
            return found
    return ()


def at_odds(memory: Memory, one: Parts, other: Parts) -> bool:
    """Whether the report has told of a conflict between two parties' sides."""
    a, b = sides(memory.cast, one), sides(memory.cast, other)
    for t in memory.told:
        s, d = sides(memory.cast, t.source), sides(memory.cast, t.target)
        if t.type in CONFLICT and ((s & a and d & b) or (s & b and d & a)):
            return True
    return False


def is_against(parse: Parse, t: int) -> bool:
    """Whether token `t` is told of as an opponent ("against Norway", "anti-Norwegian")."""
    before = {parse.words[parse.heads[t]].lower(), *(w.lower() for w in parse.words[max(0, t - 2) : t])}
    return bool(before & {"against", "anti", "despite"})


def in_sentence(memory: Memory, t: int, own: frozenset[str], hostile: bool = True) -> Parts:
    """The actors of the one other country that the sentence names, the nearest after the trigger first."""
    parse = memory.cast.parse
    start, end = parse.sentences[parse.sentence_of[t]]
    here = [x for x in memory.named if start <= x[0] < end and side_of(x[2]) not in own and takes_part(memory, x, t)]
    if not hostile:
        here = [x for x in here if not is_against(parse, x[1].head)]
    here.sort(key=lambda x: (x[0] < t, abs(x[0] - t)))
    return part(here[0]) if here else ()


def takes_part(memory: Memory, found: tuple[int, Mention, Chain], t: int) -> bool:
    """Whether a named actor may be party to the event at token `t`: no mere teller, nor where it was ("off Peru")."""
    parse = memory.cast.parse
    if parse.words[parse.heads[found[0]]].lower() == "off":
        return False
    for v in memory.cast.voices.get(t, ()):
        if v.act != "deny" and (
            found[2].id == v.speaker or (v.speaker_words and v.speaker_words.overlap(found[1].span))
        ):
            return False
    return True


def before(memory: Memory, t: int, own: frozenset[str]) -> Parts:
    """The nearest actor of another country named in the sentences before, else the one named most."""
    parse = memory.cast.parse
    first = parse.sentences[max(0, parse.sentence_of[t] - LOOK_BACK)][0]
    others = [x for x in memory.named if side_of(x[2]) not in own and takes_part(memory, x, t)]
    back = [x for x in others if first <= x[0] < t]
    if back:
        return part(back[-1])
    count: dict[str, int] = {}
    for _, _, c in others:
        count[side_of(c)] = count.get(side_of(c), 0) + 1
    if not count:
        return ()
    most = max(count, key=lambda c: count[c])
    return part(next(x for x in others if side_of(x[2]) == most))


def part(found: tuple[int, Mention, Chain]) -> Parts:
    """A named actor as a participant."""
    return (Participant(found[2].id, found[1].span),)
