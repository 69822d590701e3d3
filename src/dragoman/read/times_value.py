"""Calendar arithmetic: what a stretch of time is called in TIMEX3, and the days it covers."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dragoman.model.when import DateBasis, Precision
from dragoman.read.times_words import SEASON_MONTHS

UNRESOLVED = "XXXX-XX-XX"
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Groups = dict[str, str]  # the named groups of a match that took part in it


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression means: its TIMEX3 value and type, and the days it covers (None where unknown)."""

    value: str
    type: TimeType = "DATE"
    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    basis: DateBasis = "unknown"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a time expression is counted from.

    `published` is the report's date. `ahead` says whether the words look ahead of it ("will meet on Friday": True),
    back (False), or do not say (None). `anchor` is the day that was named last before it.
    """

    published: date | None = None
    ahead: bool | None = None
    anchor: date | None = None

    @property
    def around(self) -> tuple[date | None, DateBasis]:
        """The day that "the next day" is counted from, and what that rests on."""
        return (self.anchor, "context") if self.anchor else (self.published, "relative")


def day(d: date, basis: DateBasis) -> Meaning:
    """One day."""
    return Meaning(d.isoformat(), "DATE", d, d, "day", basis)


def week(d: date, basis: DateBasis) -> Meaning:
    """The ISO week (Monday to Sunday) that `d` lies in."""
    monday = d - timedelta(d.weekday())
    year, number, _ = d.isocalendar()
    return Meaning(f"{year}-W{number:02}", "DATE", monday, monday + timedelta(6), "week", basis)


def weekend(d: date, basis: DateBasis) -> Meaning:
    """The Saturday and Sunday of the ISO week that `d` lies in."""
    whole = week(d, basis)
    assert whole.end
    return replace(whole, value=whole.value + "-WE", start=whole.end - timedelta(1), precision="range")


def month(year: int, number: int, basis: DateBasis) -> Meaning:
    """One month of one year."""
    return Meaning(f"{year:04}-{number:02}", "DATE", *_months(year, number, number), "month", basis)


def quarter(year: int, number: int, basis: DateBasis) -> Meaning:
    """One quarter (1 to 4) of one year."""
    return Meaning(f"{year:04}-Q{number}", "DATE", *_months(year, 3 * number - 2, 3 * number), "range", basis)


def half(year: int, number: int, basis: DateBasis) -> Meaning:
    """The first or second half of one year."""
    return Meaning(f"{year:04}-H{number}", "DATE", *_months(year, 6 * number - 5, 6 * number), "range", basis)


def season(year: int, code: str, basis: DateBasis) -> Meaning:
    """A northern season, by code (SP SU FA WI); the winter of a year begins in its December."""
    first, last = SEASON_MONTHS[code]
    start = date(year, first, 1)
    end = _months(year + (last < first), last, last)[1]
    return Meaning(f"{year:04}-{code}", "DATE", start, end, "range", basis)


def year(number: int, basis: DateBasis) -> Meaning:
    """One year."""
    return Meaning(f"{number:04}", "DATE", *_months(number, 1, 12), "year", basis)


def years(first: int, last: int, value: str, basis: DateBasis) -> Meaning:
    """From the start of one year to the end of another (a decade, a century, "2014–2016")."""
    return Meaning(value, "DATE", date(first, 1, 1), date(last, 12, 31), "range", basis)


def duration(count: float | None, unit: str) -> Meaning:
    """So many of a unit; None for an unknown number ("several years")."""
    for small, (large, times) in {"DE": ("Y", 10), "CE": ("Y", 100), "F": ("W", 2)}.items():
        if unit == small:
            unit, count = large, count and count * times
    n = "X" if count is None else f"{count:g}"
    clock = {"S": "S", "MIN": "M", "H": "H"}.get(unit)
    return Meaning(f"PT{n}{clock}" if clock else f"P{n}{unit}", "DURATION")


def unit_of(d: date, unit: str, basis: DateBasis) -> Meaning:
    """The calendar day, week, weekend, month, quarter, year, decade or century that `d` lies in."""
    decade = d.year // 10
    century = d.year // 100
    made = {
        "W": lambda: week(d, basis),
        "F": lambda: week(d, basis),
        "WE": lambda: weekend(d, basis),
        "M": lambda: month(d.year, d.month, basis),
        "Q": lambda: quarter(d.year, (d.month + 2) // 3, basis),
        "Y": lambda: year(d.year, basis),
        "DE": lambda: years(decade * 10, decade * 10 + 9, str(decade), basis),
        "CE": lambda: years(century * 100, century * 100 + 99, str(century), basis),
    }
    return made.get(unit, lambda: day(d, basis))()


def moved(d: date, count: float, unit: str) -> date:
    """`d` moved by `count` units (back if negative); months and years keep the day where the month has it."""
    days = {"S": 0, "MIN": 0, "H": 1 / 24, "D": 1, "W": 7, "WE": 7, "F": 14}
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
    if unit in days:
        return _clamped(d.toordinal() + int(count * days[unit]))
    at = d.year * 12 + d.month - 1 + round(count * months[unit])
    if not 12 <= at < 9999 * 12:
        return date.min if at < 12 else date.max
    y, m = divmod(at, 12)
    return date(y, m + 1, min(d.day, monthrange(y, m + 1)[1]))


def span(start: date, end: date, basis: DateBasis, value: str, type: TimeType = "DURATION") -> Meaning:
    """Any stretch of days."""
    return Meaning(value, type, min(start, end), max(start, end), "day" if start == end else "range", basis)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _clamped(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
