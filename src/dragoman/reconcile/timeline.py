"""The order of events, and what was known when."""

from collections.abc import Iterable, Mapping

from dragoman.model.event import Event, EventMention
from dragoman.model.text import Report

EXACT = ("day", "week", "month", "range", "year", "unknown")


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by when they began, the more exactly dated first; undated ones come last."""
    return tuple(sorted(events, key=lambda e: (e.date.start or "9999", EXACT.index(e.date.precision), e.id)))


def known_by(mentions: Iterable[EventMention], reports: Mapping[str, Report], day: str) -> tuple[EventMention, ...]:
    """The mentions in reports that had come out by `day` (ISO, inclusive)."""
    return tuple(m for m in mentions if (r := reports.get(m.document)) and (r.published.date or "9999") <= day)
