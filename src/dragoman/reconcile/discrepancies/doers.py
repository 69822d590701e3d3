"""Who did one thing: by one report Iran's coast guard saved a crew, by another an American destroyer did."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from dragoman.model.actor import Participant
from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.positions import DEEDS
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, short, side
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.tellings import Telling, apart, party, shared, tellings

FAMILIES = frozenset({"fight", "give"})
"""Acts that mostly happen once; that several states each expel diplomats is no difference."""
ALIKE = 0.45
SIDES: tuple[tuple[str, Callable[[EventMention], tuple[Participant, ...]]], ...] = (
    ("who did it", lambda m: m.source),
    ("to whom it was done", lambda m: m.target),
)


def doers(new: Sequence[EventMention], known: Sequence[EventMention], scene: Scene) -> Iterator[Discrepancy]:
    """A discrepancy for each two tellings of one deed, one of them new, by parties that have nothing in common."""
    fresh = {m.id for m in new}
    deeds = [t for t in tellings([*known, *new], scene) if t.family in FAMILIES and t.source.states]
    seen: set[frozenset[str]] = set()
    for a, b in combinations(deeds, 2):
        pair = frozenset((*a.source.states, *b.source.states, *map(str, a.acts & b.acts)))
        if {a.mention.id, b.mention.id} & fresh and pair not in seen and _one_deed(a, b):
            seen.add(pair)
            told = [Told(t.mention.document, t.mention.span, t.mention.attribution) for t in (a, b)]
            sides = tuple(side(short(t.span.text), [t], scene) for t in told)
            yield difference("actor", "who did it", None, sides, earliest(told, scene))


def parts(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """A discrepancy if two reports name different actors on one side of an event, neither any that the other names."""
    found = []
    for what, side_of in SIDES:
        told: dict[str, list[Told]] = defaultdict(list)
        named: dict[str, set[str]] = defaultdict(set)
        for m in mentions if event.type in DEEDS else ():
            for p in side_of(m):
                for actor in party(scene.actors([p])).named:
                    told[actor].append(Told(m.document, m.span, m.attribution))
                    named[m.document].add(actor)
        if any(not a & b for a, b in combinations(named.values(), 2)):
            sides = tuple(side(short(tells[0].span.text), tells, scene) for _, tells in sorted(told.items()))
            found.append(difference("actor", what, event.id, sides))
    return tuple(found)


def _one_deed(a: Telling, b: Telling) -> bool:
    m, n = a.mention, b.mention
    if a.family != b.family or a.source.states & b.source.states or a.story != b.story or not a.acts & b.acts:
        return False
    if m.document == n.document and m.span.overlap(n.span):
        return False
    if m.status != n.status or a.target.states & b.source.states or (apart(m.date, n.date) or 0) > 2:
        return False
    one_target = bool(a.target.named & b.target.named) or bool(a.numbers & b.numbers)
    return one_target and shared(a.content, b.content) >= ALIKE
