"""Figures that a report gives of people killed, wounded, arrested, expelled and the like.

A figure is a number whose act stands beside it: "killed at least 43 people", "43 people were killed", "30 wounded",
"a death toll of 70". Figures of a part ("including 11 children"), of a whole war ("since 2011") and earlier ones
("the previous toll was 20") are told apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from dragoman.model.text import Passage, Report, Span
from dragoman.reconcile.words import Word, words

HERE = Path(__file__).parent
Bound = Literal["exactly", "at least", "more than", "at most", "about"]

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("at least", "at least"), ("no fewer than", "at least"), ("not less than", "at least"), ("more than", "more than"),
    ("over", "more than"), ("upwards of", "more than"), ("up to", "at most"), ("as many as", "at most"),
    ("fewer than", "at most"), ("less than", "at most"), ("under", "at most"), ("nearly", "about"), ("almost", "about"),
    ("about", "about"), ("around", "about"), ("some", "about"), ("roughly", "about"), ("approximately", "about"),
    ("close to", "about"), ("an estimated", "about"),
)  # fmt: skip
PART = re.compile(
    r"\b(?:include|includes|including|included|among (?:them|those|the dead)|of (?:them|whom))\W+(?:\w+\W+){0,3}$", re.I
)
EARLIER = re.compile(r"\b(?:previous|earlier|initial|revised from|up from|rose from|risen from)\b[^.;]{0,40}$", re.I)
WAR = re.compile(r"\bsince (?:[\w-]+ ){0,2}(?:19|20)\d\d\b|\b(?:conflict|war|uprising|insurgency|crisis)\b", re.I)
STOP = re.compile(r"[.;:!?\n]|\b(?:and|who)\b")
FILLERS = frozenset({"at", "least", "the", "more", "than", "some", "about"})
NEWER = re.compile(
    r"\b(?:ris(?:es?|ing|en)|rose|climb(?:s|ed|ing)? to|jump\w*|mount\w*|updated|new toll|hits|reach\w*|increas\w*)\b",
    re.I,
)
TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the )?(?P<who>dead|deaths|killed|victims|wounded|injured))\b[^.;\n]{0,120}?"
    r"\b(?:to|at|hits|is|was|stands at|reached|reaches|of)\W+(?:at least |more than |over |nearly |about )?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it counts (`kind`), how many, and its words; `act` is the word for what befell them.

    `part` marks a share of another figure, `further` one of others than those before ("six others"),
    `war` one of a whole conflict, `earlier` one that the report itself
    calls overtaken, `newer` one that it says was reached.
    """

    document: str
    kind: str
    value: float
    bound: Bound
    unit: str
    span: Span
    act: Span
    part: bool
    further: bool
    war: bool
    earlier: bool
    newer: bool


def figures(report: Report) -> tuple[Figure, ...]:
    """The figures of a report, in order; "six others were killed" is a part where the report has a figure before it."""
    found: list[Figure] = []
    for passage in report.passages:
        for figure in _Reader(report, passage, words(passage.text)).figures():
            further = figure.further and any(f.kind == figure.kind for f in found)
            found.append(replace(figure, part=figure.part or further))
    return tuple(found)


class Given(Protocol):
    """A number as a report gives it."""

    @property
    def value(self) -> float: ...
    @property
    def bound(self) -> Bound: ...


def differ(a: Given, b: Given) -> bool:
    """Whether two figures of one thing cannot both be the writer's best knowledge."""
    if a.value != b.value:
        close = "about" in (a.bound, b.bound) and abs(a.value - b.value) <= 0.1 * max(a.value, b.value)
        return not close
    return {a.bound, b.bound} == {"more than", "exactly"}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one passage of a report, word by word."""

    report: Report
    passage: Passage
    found: Sequence[Word]

    def figures(self) -> Iterator[Figure]:
        i = 0
        while i < len(self.found):
            number = number_at(self.found, i)
            if number is None:
                i += 1
                continue
            value, after = number
            figure = self._figure(i, after, value)
            if figure:
                yield figure
            i = max(after, i + 1)

    def _figure(self, i: int, after: int, value: float) -> Figure | None:
        unit, following = self._unit(after)
        bound, start = bound_at(self.found, i)
        act = self._after(following, bool(unit)) or self._before(start) or self._toll(i)
        if act is None:
            return None
        kind, at = act
        first, last = (start, after - 1) if at < start - 5 else (min(start, at), max(following - 1, at))
        before, sentence = self.passage.text[: self.found[start].start], self._sentence(self.found[i].start)
        return Figure(
            self.report.id, kind, value, bound, unit, self._span(first, last), self._span(at, at),
            bool(PART.search(before)) or self._among(following), self._further(start, after),
            bool(WAR.search(sentence)) and (value >= 5000 or "since" in sentence),
            bool(EARLIER.search(before)), bool(NEWER.search(sentence)),
        )  # fmt: skip

    def _span(self, first: int, last: int) -> Span:
        return self.report.span(
            self.passage.at(self.found[first].start), self.passage.at(self.found[last].end - 1) + 1
        )  # fmt: skip

    def _unit(self, after: int) -> tuple[str, int]:
        """The people counted (the first such word within four of the number), and the word after it."""
        people = word_list("people.txt")
        for j in range(after, min(after + 4, len(self.found))):
            word = self.found[j]
            if word.folded in people or word.text in people:
                end = j + 1
                while end < len(self.found) and self.found[end].folded in people:
                    end += 1
                return self.found[end - 1].folded, end
            if word.folded in fates() or number_at(self.found, j):
                break
        return "", after

    def _after(self, following: int, has_unit: bool) -> tuple[str, int] | None:
        """The act after what is counted: "were killed"; without a unit it must follow at once ("30 wounded")."""
        for j in range(following, min(following + (7 if has_unit else 1), len(self.found))):
            word = self.found[j].folded
            between = self.passage.text[self.found[following - 1].end : self.found[j].start]
            if STOP.search(between) or number_at(self.found, j):
                return None
            if word in fates() and (has_unit or not word.endswith("s")):
                return fates()[word], j
        return None

    def _before(self, start: int) -> tuple[str, int] | None:
        """The act before the number: "killed at least"."""
        for j in range(start - 1, max(start - 5, -1), -1):
            if re.search(r"[.;:!?\n]", self.passage.text[self.found[j].end : self.found[start].start]):
                return None
            if self.found[j].folded in fates():
                return fates()[self.found[j].folded], j
        return None

    def _toll(self, i: int) -> tuple[str, int] | None:
        """The toll that the number gives: "the death toll has risen to"."""
        toll = TOLL.search(self.passage.text[: self.found[i].start])
        if not toll:
            return None
        at = max(j for j in range(i) if self.found[j].start <= toll.start())
        return "wounded" if (toll["who"] or "").lower() in ("wounded", "injured") else "killed", at

    def _among(self, following: int) -> bool:
        """Whether "among 31 dead" follows: the number is of a part."""
        if following >= len(self.found) or self.found[following].folded not in ("among", "of"):
            return False
        after = following + 1
        while after < len(self.found) and self.found[after].folded in FILLERS:
            after += 1
        return after < len(self.found) and number_at(self.found, after) is not None

    def _further(self, start: int, after: int) -> bool:
        """Whether a figure is of others than those before it ("another 40", "six others", "two more")."""
        following = {w.folded for w in self.found[after : after + 2]}
        return bool(following & {"more", "others", "other"}) or (
            start > 0 and self.found[start - 1].folded == "another"
        )

    def _sentence(self, at: int) -> str:
        text = self.passage.text
        start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
        end = text.find(". ", at)
        return text[start : end if end >= 0 else len(text)]


def number_at(found: Sequence[Word], i: int) -> tuple[float, int] | None:
    """The number that starts at word `i`, and the word after it; None for a day of a month and a year."""
    word, small = found[i].folded, _small()
    if DIGITS.fullmatch(word) and not YEAR.fullmatch(word):
        value, after = float(word.replace(",", "")), i + 1
    elif word in small:
        value, after = float(small[word]), i + 1
    elif "-" in word and all(p in small for p in word.split("-")):
        value, after = float(sum(small[p] for p in word.split("-"))), i + 1
    else:
        return None
    if _is_day(found, i):
        return None
    while after < len(found) and found[after].folded in LARGE:
        value, after = value * LARGE[found[after].folded], after + 1
    return value, after


def _is_day(found: Sequence[Word], i: int) -> bool:
    """Whether the number at word `i` is a day of a month ("18 July", "July 18", "18 2016")."""
    beside = {w.folded for w in (*found[max(i - 1, 0) : i], *found[i + 1 : i + 2])}
    return any(w in word_list("months.txt") or YEAR.fullmatch(w) for w in beside)


def bound_at(found: Sequence[Word], i: int) -> tuple[Bound, int]:
    """What stands before the number at word `i` ("at least"), and where the figure starts with it."""
    for phrase, bound in BOUNDS:
        size = len(phrase.split())
        if i >= size and " ".join(w.folded for w in found[i - size : i]) == phrase:
            return bound, i - size
    return "exactly", i


@cache
def fates() -> dict[str, str]:
    """The words that name what befell somebody or something, each with its kind."""
    lines = (HERE / "figures.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":") for line in lines if line and not line.startswith("#"))
    return {word: kind for kind, named in rows for word in named.split()}


@cache
def _small() -> dict[str, int]:
    """Number words in their order: one to twenty, then the tens."""
    named = (HERE / "numbers.txt").read_text(encoding="utf-8").split()
    return dict(zip(named, [*range(1, 21), *range(30, 100, 10)], strict=True))


@cache
def word_list(file: str) -> frozenset[str]:
    """The words of a plain list that lies beside this module."""
    return frozenset((HERE / file).read_text(encoding="utf-8").split())
