"""From a noun to the actors it names: itself, its coordinated partners, or whose it is."""

from dataclasses import dataclass, field

from dragoman.coding.arguments import coordinated
from dragoman.model.actor import Participant
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading

ACTOR_LABELS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
TIME_LABELS = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Cast:
    """A reading with the entity label of each token that has one."""

    reading: Reading
    parse: Parse
    labels: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> "Cast":
        """Index a reading's entity labels by token."""
        labels = {i: e.label for e in reading.parse.entities for i in range(e.start, e.end)}
        return cls(reading, reading.parse, labels)

    def names_actor(self, i: int) -> bool:
        """Whether token `i` stands for an actor, or is part of a name that could be one."""
        return self.reading.found_at(i) is not None or self.labels.get(i) in ACTOR_LABELS

    def is_time(self, i: int) -> bool:
        """Whether token `i` is part of a time expression."""
        return self.labels.get(i) in TIME_LABELS


def participants(cast: Cast, tokens: tuple[int, ...]) -> tuple[Participant, ...]:
    """The actors that `tokens` and what is coordinated with them name, each once, in order."""
    found: dict[tuple[str, int], Participant] = {}
    for t in tokens:
        for each in coordinated(cast.parse, t):
            for p in named(cast, each):
                found.setdefault((p.chain, 0 if p.chain else p.words.start), p)
    return tuple(found.values())


def named(cast: Cast, t: int) -> tuple[Participant, ...]:
    """The actor at `t`, else whose `t` is, else the bare words of the noun phrase (no chain)."""
    own = actors_at(cast, t)
    if own:
        return own
    for owner in whose(cast, t):
        own += actors_at(cast, owner)
    if own:
        return own
    start, end = cast.parse.subtree(t)
    return (Participant("", cast.parse.span(start, end)),)


def actors_at(cast: Cast, t: int) -> tuple[Participant, ...]:
    """The actors that token `t` itself stands for, a group by its members."""
    found = cast.reading.found_at(t)
    if found is None:
        return ()
    mention, chain = found
    return tuple(Participant(c.id, mention.span) for c in cast.reading.parts(chain))


def whose(cast: Cast, t: int, depth: int = 2) -> tuple[int, ...]:
    """The tokens of actors that the thing at `t` belongs to: possessor, modifier, "of", "by", "from", "in"."""
    parse = cast.parse
    near = [c for c in parse.kids(t, "poss", "amod", "compound", "nmod") if cast.reading.found_at(c)]
    if near:
        return tuple(near[:1])
    for p in parse.kids(t, "prep", "acl", "relcl"):
        if parse.deps[p] == "prep" and parse.words[p].lower() in ("of", "by", "from", "in", "at"):
            objects = parse.kids(p, "pobj")
        else:
            objects = tuple(o for a in parse.kids(p, "agent") for o in parse.kids(a, "pobj"))
        for o in objects:
            if cast.reading.found_at(o):
                return tuple(c for c in coordinated(parse, o) if cast.reading.found_at(c))
            if depth:
                deeper = whose(cast, o, depth - 1)
                if deeper:
                    return deeper
    return ()
