"""When an undated report came out: by the weekdays it names, held against dated reports of the same story.

A report that says "on Friday" in its first lines came out on a Friday, or the day after if it goes on to tell what was
on Saturday. Which Friday is told by a
full date printed in the report itself, or by dated reports that tell the same thing: the more like, the more weight.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.text import Published, Report
from dragoman.reconcile.sentences import cuts
from dragoman.reconcile.stories import TOGETHER, Sketch, alike, sketch
from dragoman.reconcile.words import stems

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY = re.compile(rf"(?<!last )(?<!next )\b({'|'.join(DAYS)})\b(?!,? (?:{'|'.join(MONTHS)}))")
MONTH = "|".join(MONTHS)
FULL = re.compile(rf"\b(?:(?P<d>\d{{1,2}}) (?P<m>{MONTH})|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})),? (?P<y>(?:19|20)\d\d)\b")
AHEAD = re.compile(r"\b(?:will|would|shall|may|to be|due|next|planned|scheduled|expected|set|until|by|before)\b")
LIKE = 2 / 3 * TOGETHER
SAME = 3


@dataclass(frozen=True, slots=True)
class _Sign:
    day: date
    weight: float
    why: str


def infer(report: Report, siblings: Sequence[Report]) -> Published | None:
    """The report's date by its own words and its dated `siblings` (other reports of its story, or near it), or None."""
    lead = _last_named(report)
    if lead is None:
        return _as_its_copy(report, siblings)
    signs = [s for s in (*_printed(report), *_told(report, siblings)) if _weekday(s.day) == lead]
    if not signs:
        return None
    totals: dict[date, float] = {}
    for sign in signs:
        totals[sign.day] = totals.get(sign.day, 0.0) + sign.weight
    best = max(totals, key=lambda d: (totals[d], -d.toordinal()))
    why = max((s for s in signs if s.day == best), key=lambda s: s.weight).why
    return Published(best.isoformat(), "inferred", f"it names {lead}; {why}")


def _last_named(report: Report) -> str | None:
    """The weekday that a report names first, or the next one where it tells of that too ("In a note on Saturday")."""
    named = [(m.group(1), _beside(s, m)) for s in _sentences(report) for m in WEEKDAY.finditer(s)]
    if not named:
        return None
    first = named[0][0]
    after = DAYS[(DAYS.index(first) + 1) % 7]
    return after if any(day == after and not AHEAD.search(words) for day, words in named) else first


def _beside(sentence: str, weekday: re.Match[str]) -> str:
    """The words around a weekday that tell whether it is yet to come."""
    return sentence[max(0, weekday.start() - 60) : weekday.end() + 40]


def _weekday(day: date) -> str:
    return DAYS[day.weekday()]


def _printed(report: Report) -> Iterator[_Sign]:
    for passage in report.passages:
        for m in FULL.finditer(passage.text):
            month = MONTHS.index(m["m"] or m["m2"]) + 1
            try:
                day = date(int(m["y"]), month, int(m["d"] or m["d2"]))
            except ValueError:
                continue
            # A picture may be old: what its caption prints gives way to what other reports tell.
            weight = 0.5 if passage.kind == "caption" else 1.5
            yield _Sign(day, weight, f"{m.group()} is printed in it and was a {_weekday(day)}")


def _told(report: Report, siblings: Iterable[Report]) -> Iterator[_Sign]:
    lead = _last_named(report) or ""
    mine = [(frozenset(stems(s)), w) for s in _sentences(report) for w in WEEKDAY.findall(s)[:1]]
    for sibling, likeness in _likeness(report, siblings):
        assert sibling.published.date
        out = date.fromisoformat(sibling.published.date)
        near = min(_around(out, lead), key=lambda d: (abs((d - out).days), d < out))
        gap = abs((near - out).days)
        yield _Sign(near, likeness / (1 + gap), f"a like report came out on {out.isoformat()}, a {_weekday(out)}")
        for sentence in _sentences(sibling):
            words = frozenset(stems(sentence))
            said = WEEKDAY.findall(sentence)[:1]
            told = _last(out, said[0]) if said else out
            for own, weekday in mine:
                if len(own & words) >= SAME and _weekday(told) == weekday:
                    day = told + timedelta((DAYS.index(lead) - told.weekday()) % 7)
                    shared = len(own & words) / len(own | words)
                    yield _Sign(
                        day, 2 * shared,
                        f'what it puts on {weekday} a report dated {out.isoformat()} puts on {told.isoformat()}',
                    )  # fmt: skip


def beside(own: Sketch, others: Sequence[Sketch]) -> list[str]:
    """Those of other stories' reports that are nearly as like a report as those of one story are."""
    if not others:
        return []
    to_each = alike([own, *others])[0, 1:]
    return [s.document for s, x in zip(others, to_each, strict=True) if x >= LIKE]


def _likeness(report: Report, siblings: Iterable[Report]) -> Iterator[tuple[Report, float]]:
    """The siblings whose date is known, each with how like the report it is, the likest being 1."""
    dated = [s for s in siblings if s.published.date and s.published.basis != "inferred"]
    if not dated:
        return
    to_each = alike([sketch(report), *map(sketch, dated)])[0, 1:]
    most = float(to_each.max()) or 1.0
    yield from ((s, float(x) / most) for s, x in zip(dated, to_each, strict=True))


def _around(day: date, weekday: str) -> list[date]:
    return [d for k in range(-6, 7) if _weekday(d := day + timedelta(k)) == weekday]


def _last(day: date, weekday: str) -> date:
    return day - timedelta((day.weekday() - DAYS.index(weekday)) % 7)


def _sentences(report: Report) -> Iterator[str]:
    for passage in report.passages:
        for start, end in cuts(passage.text):
            yield passage.text[start:end]


def _as_its_copy(report: Report, siblings: Sequence[Report]) -> Published | None:
    for sibling in siblings:
        if sibling.published.date and (report.copy_of == sibling.id or sibling.copy_of == report.id):
            day = sibling.published.date
            return Published(day, "inferred", f"it is a copy of a report of {day}")
    return None
