"""Times counted from another: from the report's own date, or from the day named last."""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.when import DateBasis
from dragoman.read import times_value as value
from dragoman.read import times_words as words
from dragoman.read.times_value import UNRESOLVED, Frame, Groups, Meaning


def clock(g: Groups, frame: Frame) -> Meaning | None:
    hour, minute = int(g["hour"]), int(g.get("minute", 0))
    if "half" in g:
        hour = hour % 12 + (12 if g["half"].startswith("p") else 0)
    at, basis = frame.around
    time = f"T{hour:02}:{minute:02}{'Z' if 'zone' in g else ''}"
    return Meaning(f"{at}{time}", "TIME", at, at, "day", basis) if at else Meaning(time, "TIME")


def every(g: Groups, _: Frame) -> Meaning | None:
    if "weekday" in g:
        return Meaning(f"XXXX-WXX-{words.WEEKDAYS[g['weekday']] + 1}", "SET")
    count = 2 if "other" in g else words.number(g["count"]) if "count" in g else 1
    return replace(value.duration(count, words.UNITS[g["unit"]]), type="SET")


def weekday(g: Groups, frame: Frame) -> Meaning | None:
    number = words.WEEKDAYS[g["weekday"]]
    day, basis = _day_of_week(number, g, frame)
    part = f"T{words.DAY_PARTS[g['part']]}" if "part" in g else ""
    if day is None:
        return Meaning(f"XXXX-WXX-{number + 1}{part}", "TIME" if part else "DATE")
    whole = value.day(day, basis)
    return replace(whole, value=whole.value + part, type="TIME") if part else whole


def _day_of_week(number: int, g: Groups, frame: Frame) -> tuple[date | None, DateBasis]:
    which, at = g.get("which", ""), frame.published
    if which.startswith("the ") or which in ("following", "previous"):
        start, basis = frame.around
        back = which.endswith(("last", "previous", "past"))
        return (_strictly(start, number, -1 if back else 1) if start else None), basis
    if not at:
        return None, "unknown"
    monday = at - timedelta(at.weekday())
    if "week" in g:
        return monday + timedelta(number + {"last": -7, "next": 7}.get(g["week"], 0)), "relative"
    if which in ("last", "past"):
        return _strictly(at, number, -1), "relative"
    if which in ("next", "coming"):
        return _strictly(at, number, 1), "relative"
    if which == "this" and frame.ahead is None:
        return monday + timedelta(number), "relative"
    if frame.ahead:
        return at + timedelta((number - at.weekday()) % 7), "relative"
    return at - timedelta((at.weekday() - number) % 7), "relative"


def _strictly(at: date, number: int, step: int) -> date:
    day = at + timedelta(step)
    while day.weekday() != number:
        day += timedelta(step)
    return day


def part(g: Groups, frame: Frame) -> Meaning | None:
    of = g["of"]
    own: tuple[date | None, DateBasis] = (frame.published, "relative")
    at, basis = own if of in ("this", "last", "yesterday", "tomorrow") else frame.around
    part = words.DAY_PARTS[g["part"]]
    if not at:
        return Meaning(f"{UNRESOLVED}T{part}", "TIME")
    step = {"last": -1, "yesterday": -1, "the previous": -1, "tomorrow": 1, "the next": 1, "the following": 1}.get(
        of, 0
    )
    day = at + timedelta(step)
    return replace(value.day(day, basis), value=f"{day}T{part}", type="TIME")


_DEICTIC = {"the day before yesterday": -2, "yesterday": -1, "tomorrow": 1, "the day after tomorrow": 2}


def deictic(g: Groups, frame: Frame) -> Meaning | None:
    word, at = g["word"], frame.published
    night = word in ("tonight", "overnight")
    if not at:
        return Meaning(f"{UNRESOLVED}TNI", "TIME") if night else Meaning(UNRESOLVED)
    if word == "overnight":
        return value.span(at - timedelta(1), at, "relative", f"{at}TNI", "TIME")
    day = value.day(at + timedelta(_DEICTIC.get(word, 0)), "relative")
    return replace(day, value=f"{at}TNI", type="TIME") if night else day


def ago(g: Groups, frame: Frame) -> Meaning | None:
    count = words.number(g["count"]) if "count" in g else None
    if count is None:
        return Meaning("PAST_REF")
    return _counted(frame.published, -count, words.UNITS[g["unit"]], "relative")


def _counted(at: date | None, count: float, unit: str, basis: DateBasis) -> Meaning:
    """The day, week, month or year that lies so many units from a day."""
    if at is None:
        return Meaning(UNRESOLVED)
    day = value.moved(at, count, unit)
    if unit == "W" and abs(count) == 1:  # "a week ago" names a day, but not to the day
        return replace(value.week(day, basis), value=day.isoformat())
    return value.unit_of(day, {"DE": "Y", "CE": "Y", "F": "W"}.get(unit, unit), basis)


def shifted(g: Groups, frame: Frame) -> Meaning | None:
    """ "Two days later", "a year earlier", "the day before"."""
    count = words.number(g["count"]) if "count" in g else 1
    if count is None:
        return Meaning(UNRESOLVED)
    later = g["to"] in ("later", "afterwards", "afterward", "after")
    at, basis = frame.around
    if later and not frame.anchor:
        return Meaning(UNRESOLVED)
    return _counted(at, count if later else -count, words.UNITS[g["unit"]], basis)


def in_count(g: Groups, frame: Frame) -> Meaning | None:
    count, unit = words.number(g.get("count") or g["count2"]), words.UNITS[g.get("unit") or g["unit2"]]
    length = value.duration(count, unit)
    if count is None or not frame.published or not (frame.ahead or "unit2" in g):
        return length
    then = _counted(frame.published, count, unit, "relative")
    return replace(then, value=length.value, type="DURATION")


def last_count(g: Groups, frame: Frame) -> Meaning | None:
    """ "The last 30 years", "the next three days"."""
    count, unit = words.number(g["count"]), words.UNITS[g["unit"]]
    return _up_to(count, unit, g["which"] in ("next", "coming", "following"), frame)


def _up_to(count: float | None, unit: str, on: bool, frame: Frame) -> Meaning:
    length, at = value.duration(count, unit), frame.published
    if count is None or not at:
        return length
    return value.span(at, value.moved(at, count if on else -count, unit), "relative", length.value)


def lasting(g: Groups, frame: Frame) -> Meaning | None:
    """ "For 30 years", said of what still goes on."""
    return last_count({**g, "which": "past"}, frame)


def vague(g: Groups, _: Frame) -> Meaning | None:
    return value.duration(None, words.UNITS[g["unit"]])


def named_unit(g: Groups, frame: Frame) -> Meaning | None:
    """ "Last week", "this month", "the following year", "the past decade"."""
    the, which, unit = g["which"].startswith("the "), g["which"].removeprefix("the "), words.UNITS[g["unit"]]
    if which in ("last", "previous") and unit == "D" and not (the and which == "previous"):
        return None
    if which == "past" or (which in ("last", "next", "coming") and the and unit in ("W", "M", "Y", "DE", "CE")):
        return _up_to(1, unit, which in ("next", "coming"), frame)
    near = which in ("that", "same", "following", "previous") or (which == "next" and unit == "D")
    at, basis = frame.around if near else (frame.published, "relative")
    told_before = which in ("next", "following") and near and not frame.anchor and frame.ahead is False
    if not at or told_before:  # "the next day they fled" is counted from a day that the report has not named
        return Meaning(UNRESOLVED)
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    return value.unit_of(value.moved(at, step, unit), unit, basis)


def end_of(g: Groups, frame: Frame) -> Meaning | None:
    return named_unit({"which": "this", **g}, frame)


def in_the_unit(g: Groups, frame: Frame) -> Meaning | None:
    """ "Later in the day": the day that was named, else the report's own."""
    at, basis = frame.around
    return value.unit_of(at, words.UNITS[g["unit"]], basis) if at else Meaning(UNRESOLVED)


def weekend(_: Groups, frame: Frame) -> Meaning | None:
    """ "Over the weekend": the one that is on, else the last, else (looking ahead) the next."""
    at = frame.published
    if not at:
        return Meaning(UNRESOLVED)
    return value.weekend(at if at.weekday() >= 5 or frame.ahead else at - timedelta(7), "relative")


def long(g: Groups, _: Frame) -> Meaning | None:
    if "unit2" in g or ("count" not in g and "many" in g):
        return value.duration(None, words.UNITS[g.get("unit2") or g["unit"]])
    return value.duration(words.number(g["count"]) if "count" in g else 1, words.UNITS[g["unit"]])


def duration(g: Groups, _: Frame) -> Meaning | None:
    unit = words.UNITS[g["unit"]]
    if unit == "Q" and g["count"] in ("a", "one", "half"):  # a quarter of the voters
        return None
    return value.duration(words.number(g["count"]), unit)
