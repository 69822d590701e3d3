"""Different numbers for one thing: in the tellings of one event, or in the figures of reports of one story."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy, DiscrepancyKind
from dragoman.reconcile.counts import Count, counts
from dragoman.reconcile.discrepancies.roles import other_role, roles_in
from dragoman.reconcile.discrepancies.sides import Told, difference, side
from dragoman.reconcile.figures import differ
from dragoman.reconcile.scene import Scene

FAR = 4.0


def counted(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """One discrepancy for each thing that the tellings of an event count differently."""
    found = []
    for unit, told in _by_unit(mentions):
        if not any(differ(a, b) for _, a in told for _, b in told) or _far([c for _, c in told]):
            continue
        values: dict[str, list[Told]] = defaultdict(list)
        for m, count in told:
            values[_value(count)].append(Told(m.document, count.span, m.attribution))
        sides = tuple(side(tells[0].span.text, tells, scene) for _, tells in sorted(values.items()))
        kind: DiscrepancyKind = "update" if any(c.newer for _, c in told) else "number"
        found.append(difference(kind, f"how many {unit}", event.id, sides))
    return tuple(found)


def _far(found: Sequence[Count]) -> bool:
    """Whether counts lie so far apart, or are of people of such different roles, that they are of several things."""
    low, high = min(c.value for c in found), max(c.value for c in found)
    roles = [roles_in(c.span.text) for c in found]
    return high > FAR * low or any(other_role(a, b) for a in roles for b in roles)


def _by_unit(mentions: Sequence[EventMention]) -> Iterator[tuple[str, list[tuple[EventMention, Count]]]]:
    """The first count of each unit in each telling, without those that another telling calls a part."""
    said = [(m, list(counts(m.span))) for m in mentions]
    parts = {(c.unit, c.value) for _, cs in said for c in cs if c.part}
    for unit in sorted({c.unit for _, cs in said for c in cs}):
        first = [(m, next((c for c in cs if c.unit == unit and not c.part), None)) for m, cs in said]
        yield unit, [(m, c) for m, c in first if c and (unit, c.value) not in parts]


def _value(count: Count) -> str:
    return f"{count.bound} {count.value:g}" if count.bound == "more than" else f"{count.value:g}"
