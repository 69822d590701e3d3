"""Relations over time: for each directed dyad and week, what was done and said in cooperation and in conflict.

`cooperation` is the sum of the positive intensities, `conflict` the sum of the negative ones without their sign, over
the asserted, non-background events of the week (Monday to Sunday) in which the events began; each event counts once,
however many reports tell it, and an event with several sources or targets counts for each pair.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.finding import Relation

Level = Literal["state", "actor"]


def weeks(event: Event) -> tuple[str, ...]:
    """The Monday (ISO) of the week that the event counts in; none for one that does not count."""
    if event.status != "asserted" or not event.date.start or event.date.precision not in ("day", "week"):
        return ()
    day = date.fromisoformat(event.date.start[:10])
    return ((day - timedelta(day.weekday())).isoformat(),)


def weekly(events: Iterable[Event], actors: Mapping[str, Actor]) -> tuple[Relation, ...]:
    """The relations of every dyad and week that `events` (all events of those weeks) speak of, in order."""
    told: dict[tuple[Level, str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        for monday in weeks(event):
            for level, source, target in _dyads(event, actors):
                told[level, source, target, monday].append(event)
    return tuple(_relation(*at, acts) for at, acts in sorted(told.items()))


def _dyads(event: Event, actors: Mapping[str, Actor]) -> Iterator[tuple[Level, str, str]]:
    sources = [a for i in event.source if (a := actors.get(i))]
    targets = [a for i in event.target if (a := actors.get(i))]
    states = {(s.country, t.country) for s in sources for t in targets if s.country and t.country}
    yield from (("state", s, t) for s, t in sorted(states) if s != t)
    yield from (("actor", s, t) for s, t in sorted({(s.id, t.id) for s in sources for t in targets}) if s != t)


def _relation(level: Level, source: str, target: str, monday: str, events: list[Event]) -> Relation:
    sunday = (date.fromisoformat(monday) + timedelta(6)).isoformat()
    warm = sum(e.intensity for e in events if e.intensity > 0)
    cold = -sum(e.intensity for e in events if e.intensity < 0)
    return Relation(
        level, source, target, monday, sunday, round(warm, 2), round(cold, 2), tuple(sorted({e.id for e in events}))
    )
