"""Time expressions: where a report names a time, and which days it means.

The news convention: "on Friday" is the latest Friday up to the report's own date, unless the sentence looks ahead.
Without a publication date, what is counted from it stays unresolved, with its words kept.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.parse import Parse
from dragoman.model.text import Span
from dragoman.model.when import Time, When
from dragoman.read import times_value as value
from dragoman.read.times_meaning import meaning
from dragoman.read.times_rules import found
from dragoman.read.times_sense import fits, lasts, looks_ahead
from dragoman.read.times_value import Frame, Meaning

CLOCKS = ("clock", "clock24", "military")
_WORD = re.compile(r"\d{1,2}(?=(?:am|pm)\b)|\w+(?:[./:]\w+)*\.?(?=\W|$)|[^\w\s]")


def times(parse: Parse, published: str | None) -> tuple[Time, ...]:
    """Every time expression of a report, in order; `published` is the report's own date (YYYY-MM-DD) or None."""
    day = date.fromisoformat(published) if published else None
    out: list[Time] = []
    for start, end in parse.passages:
        anchor: date | None = None
        for s, e in _sentences(parse, start, end):
            for time in _in_sentence(parse, s, e, day, anchor):
                out.append(time)
                if time.type == "DATE" and time.when.precision == "day" and time.when.start:
                    anchor = date.fromisoformat(time.when.start)
    return tuple(out)


def resolve(expression: str, published: str | None, ahead: bool | None = None) -> When:
    """The days that a time expression means, counted from `published` (YYYY-MM-DD or None)."""
    joined = " ".join(_WORD.findall(expression)).lower()
    frame = Frame(date.fromisoformat(published) if published else None, ahead)
    span = Span.of(expression, 0, len(expression))
    for rule, match in found(joined):
        meant = meaning(rule, match, frame)
        if meant:
            return _when(meant, span, ahead)
    return When(words=span)


def recount(when: When, published: str | None) -> When:
    """A date counted anew, now that the report's own date is known or corrected; its words and their place stay.

    What is printed in full stands. What was taken over from elsewhere in the report keeps that basis.
    """
    if when.words is None or when.basis == "printed":
        return when
    found = resolve(when.words.text, published, when.ahead)
    basis = "context" if when.basis == "context" and found.start else found.basis
    return replace(found, words=when.words, basis=basis)


def _sentences(parse: Parse, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = parse.sentence_of[start] if start < end else 0
    for s, e in parse.sentences[first:]:
        if s >= end:
            return
        yield s, e


def _in_sentence(parse: Parse, start: int, end: int, day: date | None, anchor: date | None) -> Iterator[Time]:
    lower = [w.lower() for w in parse.words[start:end]]
    offsets = [0]
    for w in lower:
        offsets.append(offsets[-1] + len(w) + 1)
    joined = " ".join(lower)
    hits = []
    for rule, match in found(joined):
        i = start + bisect_right(offsets, match.start()) - 1
        j = start + bisect_left(offsets, match.end())
        if fits(rule, parse, i, j):
            named = "lasting" if rule == "duration" and lasts(parse, i, j) else rule
            hits.append(Hit(named, match, i, j, looks_ahead(parse, i, j)))
    yield from _counted(parse, hits, Frame(day, anchor=anchor))


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match in a sentence: the tokens it covers, and which way the words around it look."""

    rule: str
    match: re.Match[str]
    start: int
    end: int
    ahead: bool | None


def _counted(parse: Parse, hits: list[Hit], frame: Frame) -> Iterator[Time]:
    """The times of one sentence, each counted from the day named last; a clock time from any day in the sentence."""
    for n, hit in enumerate(hits):
        own = replace(frame, ahead=hit.ahead)
        if hit.rule in CLOCKS:
            own = replace(own, anchor=_day_beside(hits[n + 1 :], own) or frame.anchor)
        meant = meaning(hit.rule, hit.match, own)
        if not meant:
            continue
        span = parse.span(hit.start, hit.end)
        when = _when(meant, span, hit.ahead)
        yield Time(span, meant.value, meant.type, when)
        if hit.rule == "years_between":
            yield from _ends(parse, hit)
        if when.start and meant.type == "DATE" and when.precision == "day":
            frame = replace(frame, anchor=date.fromisoformat(when.start))


def _day_beside(later: list[Hit], frame: Frame) -> date | None:
    """The day of the next date in the sentence, if that is a day ("at 16:15 on 1 June")."""
    for hit in later[:1]:
        meant = meaning(hit.rule, hit.match, replace(frame, ahead=hit.ahead))
        return meant.start if meant and meant.type == "DATE" and meant.precision == "day" else None
    return None


def _ends(parse: Parse, hit: Hit) -> Iterator[Time]:
    """The two years of "between 2014 and 2016", each a time of its own."""
    for i in range(hit.start, hit.end):
        if parse.words[i].isdigit():
            meant = value.year(int(parse.words[i]), "printed")
            yield Time(parse.span(i, i + 1), meant.value, meant.type, _when(meant, parse.span(i, i + 1), hit.ahead))


def _when(meant: Meaning, span: Span, ahead: bool | None) -> When:
    if not meant.start or not meant.end:
        return When(words=span, ahead=ahead)
    return When(meant.start.isoformat(), meant.end.isoformat(), meant.precision, meant.basis, span, ahead)
