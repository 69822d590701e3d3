"""Dates by the calendar: days, months, quarters, seasons, years, printed in full or in part."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.when import DateBasis
from dragoman.read import times_value as value
from dragoman.read import times_words as words
from dragoman.read.times_value import Frame, Groups, Meaning


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(year: int, month: int, day: int) -> Meaning | None:
    found = _date(year, month, day)
    return value.day(found, "printed") if found else None


def numeric(g: Groups, _: Frame) -> Meaning | None:
    return _full(int(g["year"]), int(g["month"]), int(g["day"]))


def slashed(g: Groups, _: Frame) -> Meaning | None:
    """Month first, as in the United States, unless that cannot be."""
    year, first, second = int(g["year"]), int(g["first"]), int(g["second"])
    full = year if year > 99 else _century(year)
    return _full(full, first, second) or _full(full, second, first)


def _century(short: int) -> int:
    return short + (1900 if short > 40 else 2000)


def day_of_month(g: Groups, frame: Frame) -> Meaning | None:
    month, first, last = words.MONTHS[g["month"]], int(g["day"]), int(g.get("day2", g["day"]))
    basis: DateBasis = "printed"
    if "year" in g:
        year = int(g["year"])
    elif not frame.published:
        return Meaning(f"XXXX-{month:02}-{first:02}")
    else:
        basis = "relative"
        near = _year_of(g, frame) or _nearest(_days(month, first, g.get("weekday"), frame), frame)
        if near is None:
            return None
        year = near if isinstance(near, int) else near.year
    start, end = _date(year, month, first), _date(year, month, last)
    if not start or not end or end < start:
        return None
    whole = value.day(start, basis)
    return whole if start == end else value.span(start, end, basis, f"{start}/{end}", "DATE")


def _days(month: int, day: int, weekday: str | None, frame: Frame) -> list[date | None]:
    """That day of the month in the years around, of those that fit the weekday if any does."""
    days = [_date(y, month, day) for y in _years(frame)]
    fit = [d for d in days if d and weekday and d.weekday() == words.WEEKDAYS[weekday]]
    return list(fit) or days


def _years(frame: Frame) -> tuple[int, ...]:
    y = frame.published.year if frame.published else 0
    return (y - 1, y, y + 1)


def _year_of(g: Groups, frame: Frame) -> int | None:
    """The year that "last year", "next year", "that year" name; None where the words name none."""
    which = g.get("which")
    if which is None:
        return None
    if which == "that":
        day = frame.around[0]
        return day.year if day else None
    return frame.published.year + {"last": -1, "next": 1}.get(which, 0) if frame.published else None


def _nearest(days: Iterable[date | None], frame: Frame) -> date | None:
    """Which of the days a report means: the latest not after it, the first not before it, or the nearest."""
    at = frame.published
    assert at
    known = sorted(d for d in days if d)
    back = max((d for d in known if d <= at), default=None)
    on = min((d for d in known if d >= at), default=None)
    if back is None or on is None:
        return back or on
    lag, lead = (at - back).days, (on - at).days
    far = lead > 270 and lag < 60 if frame.ahead else lag > 270 and lead < 60
    if frame.ahead is None or far:
        return back if lag <= lead else on
    return on if frame.ahead else back


def month_of_year(g: Groups, frame: Frame) -> Meaning | None:
    month = words.MONTHS[g["month"]]
    if "year" in g:
        return value.month(int(g["year"]), month, "printed")
    year = _year_of(g, frame)
    return value.month(year, month, "relative") if year else Meaning(f"XXXX-{month:02}")


def month(g: Groups, frame: Frame) -> Meaning | None:
    """A month without a year: "in October", "last October", "next March"."""
    month, at, which = words.MONTHS[g["month"]], frame.published, g.get("which", "")
    if not at:
        return Meaning(f"XXXX-{month:02}")
    if which == "last":
        year = at.year - (month >= at.month)
    elif which == "next":
        year = at.year + (month <= at.month)
    elif which == "this" or month == at.month:
        year = at.year
    else:
        near = _nearest((date(y, month, 15) for y in _years(frame)), frame)
        year = near.year if near else at.year
    return value.month(year, month, "relative")


def quarter(g: Groups, frame: Frame) -> Meaning | None:
    if "last" in g:
        return value.quarter(int(g["year2"]), 4, "printed")
    number = int(g["nth"][0]) if g["nth"][0].isdigit() else words.ORDINALS[g["nth"]]
    if "year" in g:
        return value.quarter(int(g["year"]), number, "printed")
    if not frame.published:
        return Meaning(f"XXXX-Q{number}")
    year = _year_of(g, frame)
    if year is None:
        near = _nearest((date(y, 3 * number - 2, 1) for y in _years(frame)), replace(frame, ahead=bool(frame.ahead)))
        year = near.year if near else frame.published.year
    return value.quarter(year, number, "relative")


def half(g: Groups, frame: Frame) -> Meaning | None:
    number = words.ORDINALS[g["nth"]]
    if "year" in g:
        return value.half(int(g["year"]), number, "printed")
    year = _year_of(g, frame)
    return value.half(year, number, "relative") if year else Meaning(f"XXXX-H{number}")


def season(g: Groups, frame: Frame) -> Meaning | None:
    code = words.SEASONS[g["season"]]
    if "year" in g:
        return value.season(int(g["year"]), code, "printed")
    year = _year_of(g, frame)
    return value.season(year, code, "relative") if year else Meaning(f"XXXX-{code}")


def which_season(g: Groups, frame: Frame) -> Meaning | None:
    code, at = words.SEASONS[g.get("season") or g["season2"]], frame.published
    if not at:
        return Meaning(f"XXXX-{code}")
    around = [value.season(y, code, "relative") for y in (at.year - 2, *_years(frame))]
    which = g.get("which", "").removeprefix("the ")
    if which in ("last", "past", "previous"):
        return max((s for s in around if s.end and s.end < at), key=lambda s: s.value)
    if which in ("next", "coming", "following"):
        return min((s for s in around if s.start and s.start > at), key=lambda s: s.value, default=None)
    now = [s for s in around if s.start and s.end and s.start <= at <= s.end]
    if now:
        return now[0]
    near = _nearest((s.start for s in around), frame)
    return next((s for s in around if s.start == near), None)


def decade(g: Groups, _: Frame) -> Meaning | None:
    tens = words.DECADES[g["word"]] if "word" in g else int(g["tens"])
    first = int(g.get("century", "19")) * 100 + tens * 10
    return value.years(first, first + 9, str(first // 10), "printed")


def nth_century(g: Groups, _: Frame) -> Meaning | None:
    nth = words.ORDINALS.get(g["nth"]) or int(g["nth"][:-2])
    if not 1 < nth < 30:
        return None
    return value.years((nth - 1) * 100, nth * 100 - 1, f"{nth - 1:02}", "printed")


def year_range(g: Groups, _: Frame) -> Meaning | None:
    first = int(g["first"])
    last = int(g["last"]) if len(g["last"]) == 4 else first // 100 * 100 + int(g["last"])
    return value.years(first, last, f"{first}/{last}", "printed") if first < last else None


def between(g: Groups, frame: Frame) -> Meaning | None:
    whole = year_range(g, frame)
    return whole and replace(whole, value=f"P{int(g['last']) - int(g['first'])}Y", type="DURATION")


def feast(g: Groups, frame: Frame) -> Meaning | None:
    month, day = words.FEASTS[g["feast"]]
    if "year" in g:
        return _full(int(g["year"]), month, day)
    if not frame.published:
        return Meaning(f"XXXX-{month:02}-{day:02}")
    near = _nearest((date(y, month, day) for y in _years(frame)), frame)
    return value.day(near, "relative") if near else None


def nth_week(g: Groups, frame: Frame) -> Meaning | None:
    """ "The first week of April": its first seven days; the last week: its last seven."""
    of = month_of_year(g, frame) if "year" in g else month(g, frame)
    if not of or not of.start or not of.end:
        return of
    if g["nth"] in ("last", "final"):
        start = of.end - timedelta(6)
    else:
        start = of.start + timedelta(7 * words.ORDINALS[g["nth"]] - 7)
    middle = start + timedelta(3)
    if g["unit"] == "weekend":
        return value.weekend(middle, of.basis)
    days = value.span(start, min(start + timedelta(6), of.end), of.basis, value.week(middle, "printed").value, "DATE")
    return replace(days, precision="week")


def short_year(g: Groups, _: Frame) -> Meaning | None:
    return value.year(_century(int(g["short"])), "printed")
