"""When an event happened: the time that its own clause gives, else what the report's date allows to say.

Never a silent publication date: an event without a time of its own is dated to the report's day on the basis
`publication`, and only if it is told as news; what is background or hypothetical stays undated.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from dragoman.coding.status_told import adds, is_done_by_now
from dragoman.coding.when_apart import Apart, apart, moved
from dragoman.coding.when_owner import blames, head_of, is_verb, owner, rank, shares, tells_of, verb_above
from dragoman.model.event import Status
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.when import UNDATED, Time, When

TELLING = frozenset({"body", "heading"})  # "What happened on Sunday?"
# A day that one of these clauses gives is the day of the news; a relative or "after" clause looks back.
MAIN = frozenset({"ROOT", "conj", "ccomp", "csubj", "csubjpass"})
SAYING = frozenset({"say", "tell", "add", "announce", "declare", "state", "write", "tweet", "claim", "warn"})
TURNS = frozenset({"meanwhile", "separately", "elsewhere"})
EARLY = re.compile(r"earl(?:y|ier)\b", re.IGNORECASE)  # "earlier this month" is over
WEEKDAY = re.compile(r"XXXX-WXX-\d")  # a day of the week, in a report without a date
# By which units one may count from a time that is so exact.
COUNTED = {"day": "DWMY", "week": "WMY", "month": "MY", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The times of one reading by sentence, and the days its news is told of, each with the token it holds from.

    `told` are the times of its main clauses, `turns` the sentences that turn to something else, `apart` the lengths
    of time between two deeds.
    """

    reading: Reading
    parts: Mapping[int, frozenset[int]]
    times: dict[int, tuple[tuple[int, Time], ...]]
    days: tuple[tuple[int, Time], ...]
    told: tuple[tuple[int, Time], ...]
    turns: tuple[int, ...]
    apart: tuple[Apart, ...]

    @classmethod
    def of(cls, reading: Reading, parts: Mapping[int, frozenset[int]]) -> Self:
        """Put the times of a reading in order; `parts` are the tokens of each event, by its trigger."""
        parse = reading.parse
        times: dict[int, list[tuple[int, Time]]] = {}
        for time in reading.times:
            i, j = parse.tokens(time.span)
            if i < j and _says_when(time):
                head = head_of(parse, i, j)
                times.setdefault(parse.sentence_of[head], []).append((head, time))
        kinds = (p.kind for p in reading.report.passages)
        body = [r for r, kind in zip(parse.passages, kinds, strict=True) if kind in TELLING]
        days = [
            (h, t)
            for at in times.values()
            for h, t in at
            if any(start <= h < end for start, end in body) and _is_news_day(reading, h, t)
        ]
        return cls(
            reading,
            parts,
            {k: tuple(v) for k, v in times.items()},
            tuple(sorted(days, key=lambda d: d[0])),
            tuple(sorted((x for at in times.values() for x in at if _is_told(parse, x[0])), key=lambda d: d[0])),
            tuple(start for start, _ in parse.sentences if parse.words[start].lower() in TURNS),
            tuple(apart(parse, reading.times)),
        )

    def when(self, trigger: int, status: Status) -> When:
        """The days on which the event of the trigger token happened, as far as the report says."""
        own = self.own(trigger) or self._apart(trigger, exact=False)
        if own is not None:
            return own
        if status == "hypothetical":
            return UNDATED
        if status == "background" and is_done_by_now(self.reading.parse, trigger):
            return self._saying(trigger) or self.lately()
        return self.episode(trigger) or (UNDATED if status == "background" else self.news_day(trigger))

    def episode(self, trigger: int) -> When | None:
        """The time that a paragraph goes on to tell of, if not the news ("Last May they met. He offered a truce.")."""
        parse = self.reading.parse
        verb = trigger if is_verb(parse, trigger) else verb_above(parse, trigger)
        for clause in parse.kids(verb, "advcl"):  # "after parliament passed a law last May, he …"
            first = self.own(clause) if clause < verb and _is_after(parse, clause) else None
            if first and self._lies_before(first):
                return replace(first, basis="context")
        sentence = parse.sentences[parse.sentence_of[trigger]]
        start = max(a for a, _ in parse.passages if a <= trigger)
        before = [(head, time.when) for head, time in self.told if start <= head < sentence[0]]
        before += [(a.main, w) for a in self.apart if start <= a.main < sentence[0] and (w := self._apart(a.main))]
        when = max(before, key=lambda b: b[0])[1] if before and _is_narrated(parse, trigger) else UNDATED
        return replace(when, basis="context") if self._lies_before(when) or when.basis == "context" else None

    def _saying(self, trigger: int) -> When | None:
        """The time of the saying that told of a deed, if that lies before the story ("In 2016 Peru said it had …")."""
        parse, at = self.reading.parse, trigger
        while is_verb(parse, at) and parse.deps[at] == "conj":
            at = verb_above(parse, at)
        above = verb_above(parse, at)
        said = self._given(above) if parse.deps[at] == "ccomp" and parse.lemmas[above] in SAYING else None
        return replace(said, basis="context") if said and self._lies_before(said) else None

    def lately(self) -> When:
        """When what "has" happened did: since the first day of the last two months that the report names, if any."""
        published = self.reading.report.published.date
        if not published:
            return UNDATED
        near = (t.when.start for at in self.times.values() for _, t in at if t.when.precision == "day" and t.when.start)
        first = min((d for d in near if _days_before(published, 60) <= d <= published), default=None)
        return When(first, published, "range", "context") if first else UNDATED

    def is_past(self, trigger: int) -> bool:
        """Whether an event's own time lies before the story: days before the report that are more than a week gone."""
        when = self.own(trigger) or self._apart(trigger, exact=False) or self._saying(trigger) or self.episode(trigger)
        return when is not None and self._lies_before(when)

    def is_old(self, trigger: int) -> bool:
        """Whether an event's own time lies more than two months back."""
        when, published = self.own(trigger), self.reading.report.published.date
        return bool(when and when.end and published and when.end < _days_before(published, 60))

    def is_placed(self, trigger: int) -> bool:
        """Whether the paragraph has told of a deed on some day before this one."""
        parse, start = self.reading.parse, _section(self.reading.parse, trigger)
        told = (h for h, _ in self.days if start <= h < trigger)
        return is_verb(parse, trigger) and any(not _is_saying(parse, owner(parse, h, frozenset())) for h in told)

    def is_near(self, trigger: int) -> bool:
        """Whether an event's own time is a day of the report's last week ("who resigned on Wednesday"): news."""
        when, published = self.own(trigger), self.reading.report.published.date
        if when is None or not published or not when.start or when.precision not in ("day", "range"):
            return False
        return _days_before(published, 7) < when.start <= published

    def _lies_before(self, when: When) -> bool:
        published = self.reading.report.published.date
        if not when.start or not when.end or when.ahead:
            return False
        if not published:  # a printed year or month is history in most reports; a day may be the news
            return when.basis == "printed" and when.precision in ("year", "range", "month")
        over = when.end < published or (when.words is not None and EARLY.match(when.words.text) is not None)
        return when.start <= _days_before(published, 7) and over

    def own(self, trigger: int) -> When | None:
        """The time that the event's own clause gives, or None."""
        return self._long_before(trigger) or self._given(trigger) or self._apart(trigger)

    def _long_before(self, trigger: int) -> When | None:
        """The day of a deed that is told as so long before or after another: that has its sentence's day."""
        parse, at = self.reading.parse, trigger
        deeds = {a.deed for a in self.apart}
        while at not in deeds and is_verb(parse, at) and shares(parse, at) and parse.deps[at] == "conj":
            at = verb_above(parse, at)
        return self._apart(at) if at in deeds else None

    def _apart(self, trigger: int, exact: bool = True) -> When | None:
        """The days that lie so long before or after another deed, where the day of that is known.

        A length that is not `exact` ("days after") tells little: a deed told elsewhere with its day has that.
        """
        parse = self.reading.parse
        for a in self.apart:
            if exact != (a.least == a.most > 0):
                continue
            if trigger == a.deed:
                main = self._given(a.main) or self.news_day(a.main)
                if main.start and a.unit in COUNTED.get(main.precision, ""):
                    return moved(main.start, a, -a.side)
            at = trigger
            while at != a.main and shares(parse, at):
                at = verb_above(parse, at)
            if at == a.main and exact:
                day = self._day_named(a.deed)
                return moved(day, a, a.side) if day else None
        return None

    def _day_named(self, noun: int) -> str | None:
        """The day of the deed that a noun comes back to ("the shooting"): the last one told before it with its day."""
        parse = self.reading.parse
        known = any(parse.words[d].lower() in ("the", "that", "this") for d in parse.kids(noun, "det"))
        if is_verb(parse, noun) or not (known or parse.kids(noun, "poss")):
            return None
        days = [
            time.when.start
            for head, time in self.told
            if head < noun and time.when.precision == "day" and not _is_saying(parse, owner(parse, head, ()))
        ]
        return days[-1] if days else None

    def _given(self, trigger: int) -> When | None:
        """The time told in the event's clause, or None."""
        parse = self.reading.parse
        near = [
            (step, abs(head - trigger), head, time)
            for head, time in self.times.get(parse.sentence_of[trigger], ())
            for token in self.parts.get(trigger, (trigger,))
            if (step := rank(parse, head, token, self.parts.keys())) is not None
            and not (blames(parse, token, head) and self._lies_before(time.when))
        ]
        if not near and parse.deps[trigger] == "pcomp":
            above = verb_above(parse, trigger)
            near = [
                (3, head - trigger, head, time)
                for head, time in self.times.get(parse.sentence_of[trigger], ())
                if head > trigger and blames(parse, above, head) and self._lies_before(time.when)
            ]
        if not near:
            return None if is_verb(parse, trigger) else self._adjoining(trigger)
        _, _, head, time = min(near, key=lambda n: n[:3])
        return self._since(head, time, trigger)

    def _adjoining(self, noun: int) -> When | None:
        """A time before the story, right after a deed's noun phrase: "regrets the raid on the port in May"."""
        parse = self.reading.parse
        _, end = parse.subtree(noun)
        for _, time in self.times.get(parse.sentence_of[noun], ()):
            start, _ = parse.tokens(time.span)
            start -= parse.words[start - 1].lower() in ("in", "on", "during")
            if start == end and self._lies_before(time.when):
                return time.when
        return None

    def _since(self, head: int, time: Time, trigger: int) -> When:
        """What has gone on "since 1991" goes on to the day of the report; "since 1991, when they met" does not."""
        parse, published = self.reading.parse, self.reading.report.published.date
        if not published or not time.when.start or time.when.start > published:
            return time.when
        above = parse.heads[head]
        if parse.words[above].lower() != "since" or parse.deps[above] != "prep" or tells_of(parse, head, trigger):
            return time.when
        return replace(time.when, end=published, precision="range")

    def news_day(self, trigger: int) -> When:
        """The day that the report is telling of at a token: the last that its paragraph named, else the latest named.

        "Meanwhile" leaves what was told aside and comes back to the news, as a new paragraph does.
        """
        parse = self.reading.parse
        end = parse.sentences[parse.sentence_of[trigger]][1]
        before = [(head, time) for head, time in self.days if head < end]
        if before:
            start = _section(parse, trigger)
            turn = max((s for s in self.turns if s <= trigger), default=start)
            latest = max((time for _, time in before), key=lambda t: t.when.start or "")
            day = before[-1][1] if before[-1][0] >= max(start, turn) else latest
            return replace(day.when, basis="context")  # days unknown as yet are counted by its words later
        own = self.reading.report.published.date
        return When(own, own, "day" if own else "unknown", "publication")


def _section(parse: Parse, trigger: int) -> int:
    """Where the paragraph of a token begins, or the question that heads it ("What happened on Sunday?")."""
    starts = [a for a, b in parse.passages if a < b and a <= trigger]
    heads = len(starts) > 1 and parse.words[starts[-1] - 1] == "?"
    return starts[-2] if heads and parse.sentence_of[starts[-1] - 1] == parse.sentence_of[starts[-2]] else starts[-1]


def _days_before(published: str, days: int) -> str:
    return (date.fromisoformat(published) - timedelta(days)).isoformat()


def _is_news_day(reading: Reading, head: int, time: Time) -> bool:
    """Whether a main clause tells of a day of the week before the report ("The ministry said on Monday …").

    A caption's present ("Rescuers search a house on Thursday") tells of its picture.
    """
    above = owner(reading.parse, head, frozenset())
    if time.when.ahead or not (_is_told(reading.parse, head) or adds(reading.parse, above)):
        return False
    published = reading.report.published.date
    if not published:
        return WEEKDAY.fullmatch(time.value) is not None
    if time.when.precision != "day" or not time.when.start:
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(time.when.start)).days < 7


def _is_told(parse: Parse, head: int) -> bool:
    """Whether a main clause tells of the past at a time ("In May the two leaders met")."""
    above = owner(parse, head, frozenset())
    return parse.tags[above] in ("VBD", "VBN") and parse.deps[above] in MAIN


def _is_after(parse: Parse, clause: int) -> bool:
    return any(parse.words[m].lower() == "after" for m in parse.kids(clause, "mark"))


def _is_narrated(parse: Parse, trigger: int) -> bool:
    """Whether a sentence goes on with a story in the simple past."""
    start, end = parse.sentences[parse.sentence_of[trigger]]
    roots = [i for i in range(start, end) if parse.heads[i] == i and is_verb(parse, i)]
    return any(parse.tags[r] == "VBD" or any(parse.tags[a] == "VBD" for a in parse.kids(r, "auxpass")) for r in roots)


def _is_saying(parse: Parse, verb: int) -> bool:
    return parse.lemmas[verb] in SAYING or bool(parse.kids(verb, "ccomp"))


def _says_when(time: Time) -> bool:
    """Whether a time names days, or would if the report's date were known."""
    return time.when.start is not None or (time.type in ("DATE", "TIME") and not time.value.endswith("_REF"))
