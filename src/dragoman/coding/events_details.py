"""When and where an event was, how many, how sure: what a clause tells beside who did what to whom."""

from dataclasses import replace

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.model.actor import Participant
from dragoman.model.event import Place
from dragoman.model.text import Span
from dragoman.model.when import Time, When

CLAUSAL = ("VERB", "AUX")


def owners(cast: Cast, triggers: frozenset[int]) -> dict[int, list[Time]]:
    """Each time expression under the trigger or verb that it belongs to."""
    parse, found = cast.parse, dict[int, list[Time]]()
    for time in cast.reading.times:
        if time.type not in ("DATE", "TIME") or not (time.when.start or time.when.words):
            continue
        start, end = parse.tokens(time.span)
        if start >= end:
            continue
        at = end - 1
        while start <= parse.heads[at] < end and parse.heads[at] != at:
            at = parse.heads[at]
        while at not in triggers and parse.pos[at] not in CLAUSAL and parse.heads[at] != at:
            at = parse.heads[at]
        found.setdefault(at, []).append(time)
    return found


def when(cast: Cast, coded: Coded, times: dict[int, list[Time]]) -> When:
    """The days of an event: told in its clause, else in a clause around it, else with the statement, else none but
    the report's own."""
    parse = cast.parse
    for t in (coded.trigger, *((coded.inner.trigger,) if coded.inner else ())):
        if t in times:
            return nearest(cast, t, times[t]).when
    at = coded.trigger
    while parse.heads[at] != at:
        at = parse.heads[at]
        if at in times:
            return replace(nearest(cast, coded.trigger, times[at]).when, basis="context")
    voice = cast.voices.get(coded.trigger, ())
    if voice and voice[-1].date.start:
        return replace(voice[-1].date, basis="context")
    day = cast.reading.report.published.date
    return When(day, day, "day" if day else "unknown", "publication")


def nearest(cast: Cast, t: int, times: list[Time]) -> Time:
    """Of several times, the one that stands nearest to the trigger."""
    here = cast.parse.starts[t]
    return min(times, key=lambda x: abs(x.span.start - here))


def where(cast: Cast, span: Span) -> Place | None:
    """The most exact place named in an event's words."""
    order = {"city": 0, "region": 1, "country": 2}
    inside = [p for p in cast.reading.places if p.span and span.holds(p.span)]
    return min(inside, key=lambda p: order.get(p.precision, 3), default=None)


def confidence(cast: Cast, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> float:
    """How likely the event is right, from how much of its frame was found, who takes part, and where it stands."""
    parse, t = cast.parse, coded.trigger
    known = sum(any(p.chain for p in side) for side in (source, target))
    depth, at = 0, t
    while parse.heads[at] != at and depth < 6:
        depth += parse.deps[at] not in ("ccomp", "xcomp", "conj", "dobj")
        at = parse.heads[at]
    told = 0.42 + 0.02 * min(coded.score, 10) + 0.08 * known + 0.03 * bool(source) + 0.03 * bool(target)
    return max(0.05, min(0.95, told - 0.05 * depth - 0.08 * (parse.pos[t] != "VERB")))
