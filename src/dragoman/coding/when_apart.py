"""How long one deed came before or after another: "a day after the shooting", "two weeks after they took the port"."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.parse import Parse
from dragoman.model.when import Precision, Time, When

LENGTH = re.compile(r"P(\d+)([DWMY])")
HOURS = re.compile(r"PT\d+[HM]")
SIDES = {"after": 1, "before": -1}
# How long it may be where it is not said: "weeks after".
VAGUE = {
    "minutes": (0, 0, "D"), "hours": (0, 0, "D"), "weeks": (7, 56, "D"), "months": (30, 330, "D"),
    "years": (365, 3650, "D"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Apart:
    """What verb `main` tells came so long after the deed told at token `deed`, or, if `side` is -1, before it.

    From `least` to `most` of `unit` (D W M Y).
    """

    main: int
    deed: int
    side: int
    least: int
    most: int
    unit: str


def apart(parse: Parse, times: Iterable[Time]) -> Iterator[Apart]:
    """Every length of time that lies between two deeds of a sentence, in order."""
    lengths = {parse.tokens(t.span)[1]: t.value for t in times if t.type == "DURATION"}
    for link in range(1, len(parse)):
        if parse.words[link].lower() not in SIDES:
            continue
        length = _length(lengths.get(link, ""), parse.words[link - 1].lower())
        deed = parse.heads[link] if parse.deps[link] == "mark" else next(iter(parse.kids(link, "pobj", "pcomp")), link)
        main = _verb_above(parse, deed)
        if length and deed not in (link, main):
            yield Apart(main, deed, SIDES[parse.words[link].lower()], *length)


def _length(value: str, unit: str) -> tuple[int, int, str] | None:
    """The least and the most of a unit that a length of time may be, by its TIMEX3 value or its bare unit."""
    exact = LENGTH.fullmatch(value)
    if exact:
        return int(exact[1]), int(exact[1]), exact[2]
    return (0, 0, "D") if HOURS.fullmatch(value) else VAGUE.get(unit)


def moved(day: str, by: Apart, side: int) -> When:
    """The days that lie so long after a day (`side` 1) or before it (-1), no more exact than the length is."""
    start = date.fromisoformat(day)
    if by.least != by.most:
        ends = sorted(start + timedelta(side * n) for n in (by.least, by.most))
        return _when(ends[0], ends[1], "range")
    count = side * by.least
    if by.unit in "DW":
        middle = start + timedelta(count * (7 if by.unit == "W" else 1))
        about = timedelta(3 if by.unit == "W" else 0)
        return _when(middle - about, middle + about, "week" if by.unit == "W" else "day")
    months = start.year * 12 + start.month - 1 + count * (12 if by.unit == "Y" else 1)
    year, month = divmod(months, 12)
    if by.unit == "Y":
        return _when(date(year, 1, 1), date(year, 12, 31), "year")
    return _when(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), "month")


def _when(start: date, end: date, precision: Precision) -> When:
    return When(start.isoformat(), end.isoformat(), precision, "context")


def _verb_above(parse: Parse, i: int) -> int:
    while parse.heads[i] != i:
        i = parse.heads[i]
        if parse.pos[i] in ("VERB", "AUX"):
            break
    return i
