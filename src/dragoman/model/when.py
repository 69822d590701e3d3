"""Dates as reports give them: an interval, how precise it is, and what it rests on."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.text import Span

Precision = Literal["day", "week", "month", "year", "range", "unknown"]
DateBasis = Literal["printed", "relative", "context", "publication", "unknown"]


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends ISO dates (YYYY-MM-DD) and inclusive, or both None if unknown.

    `basis` says what the date rests on: `printed` (a full date in the text), `relative` (words counted from
    the publication date: "on Friday"), `context` (the date of the event or statement around it),
    `publication` (nothing but the report's own date). `words` is the expression itself, kept so that it is
    resolved again when the publication date becomes known or is corrected; `ahead` says whether they look ahead
    of it ("will meet on Friday": True), back (False) or do not say (None).
    """

    start: str | None = None
    end: str | None = None
    precision: Precision = "unknown"
    basis: DateBasis = "unknown"
    words: Span | None = None
    ahead: bool | None = None


UNDATED = When()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression found in a report: its words, TIMEX3 value and type, and the days it covers."""

    span: Span
    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    when: When
