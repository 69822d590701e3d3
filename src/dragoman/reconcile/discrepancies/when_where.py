"""Different days or places for one event."""

import math
from collections import defaultdict
from collections.abc import Sequence

from dragoman.model.event import Event, EventMention, Place
from dragoman.model.finding import Discrepancy
from dragoman.model.text import Span
from dragoman.reconcile.discrepancies.sides import Told, difference, side
from dragoman.reconcile.scene import Scene

FAR = 100.0
"""How many kilometres two places must lie apart to differ."""


def days(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """A discrepancy if tellings put the event on different days in so many words."""
    told: dict[str, list[Told]] = defaultdict(list)
    for m in mentions:
        d = m.date
        if d.precision == "day" and d.basis in ("printed", "relative") and d.start and d.words:
            told[d.start[:10]].append(Told(m.document, d.words, m.attribution))
    if len(told) < 2:
        return ()
    sides = tuple(side(f"{day} ({tells[0].span.text})", tells, scene) for day, tells in sorted(told.items()))
    return (difference("date", f"on which day: {' / '.join(sorted(told))}", event.id, sides),)


def places(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """A discrepancy if tellings put the event in towns that lie far apart."""
    told: dict[str, list[Told]] = defaultdict(list)
    where: dict[str, Place] = {}
    for m in mentions:
        span = _town(m)
        if m.place and span:
            told[m.place.name].append(Told(m.document, span, m.attribution))
            where[m.place.name] = m.place
    if not any(_apart(a, b) > FAR for a in where.values() for b in where.values()):
        return ()
    sides = tuple(side(name, tells, scene) for name, tells in sorted(told.items()))
    return (difference("place", f"where: {' / '.join(sorted(told))}", event.id, sides),)


def _town(mention: EventMention) -> Span | None:
    place = mention.place
    known = place and place.precision == "city" and place.lat is not None and place.lon is not None
    return place.span if place and known else None


def _apart(a: Place, b: Place) -> float:
    """The kilometres between two places, over the sphere."""
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (a.lat, a.lon, b.lat, b.lon))
    haversine = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(haversine)))
