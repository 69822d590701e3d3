"""Different numbers for one thing that one event's tellings count."""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.model.event import Event, EventMention, Quantity
from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.sides import Told, difference, side
from dragoman.reconcile.scene import Scene


def counted(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """One discrepancy for each thing that the tellings count differently."""
    said: dict[str, list[tuple[EventMention, Quantity]]] = defaultdict(list)
    for m in mentions:
        for q in m.quantities:
            said[q.what].append((m, q))
    found = []
    for what, told in sorted(said.items()):
        values: dict[float, list[Told]] = defaultdict(list)
        for m, q in told:
            values[q.value].append(Told(m.document, q.span, m.attribution))
        if len(values) > 1:
            sides = tuple(side(f"{v:g} {what}", tells, scene) for v, tells in sorted(values.items()))
            found.append(difference("number", f"how many: {what}", event.id, sides))
    return tuple(found)
