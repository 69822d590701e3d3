"""How long one deed came before or after another: "a day after the shooting", "two weeks after they took the port"."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.parse import Parse
from dragoman.model.when import Precision, Time, When

LENGTH = re.compile(r"P(\d+)([DWMY])")
SIDES = {"after": 1, "before": -1}


@dataclass(frozen=True, slots=True)
class Apart:
    """What verb `main` tells came `count` units (D W M Y) after the deed told at token `deed`; before it if < 0."""

    main: int
    deed: int
    count: int
    unit: str


def apart(parse: Parse, times: Iterable[Time]) -> Iterator[Apart]:
    """Every length of time that lies between two deeds of a sentence, in order."""
    for time in times:
        length = LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
        _, link = parse.tokens(time.span)
        if not length or link >= len(parse) or parse.words[link].lower() not in SIDES:
            continue
        deed = parse.heads[link] if parse.deps[link] == "mark" else next(iter(parse.kids(link, "pobj", "pcomp")), link)
        main = _verb_above(parse, deed)
        if deed not in (link, main):
            yield Apart(main, deed, int(length[1]) * SIDES[parse.words[link].lower()], length[2])


def moved(day: str, count: int, unit: str) -> When:
    """The days that lie `count` units after a day, no more exact than the unit is."""
    start = date.fromisoformat(day)
    if unit in "DW":
        middle = start + timedelta(count * (7 if unit == "W" else 1))
        about = timedelta(3 if unit == "W" else 0)
        return _when(middle - about, middle + about, "week" if unit == "W" else "day")
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    if unit == "Y":
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
