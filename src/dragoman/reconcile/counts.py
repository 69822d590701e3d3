"""What a stretch of a report counts: a number, in digits, words or at a guess, and the people or things counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from dragoman.model.text import Span
from dragoman.reconcile.figures import EARLIER, NEWER, PART, Bound, bound_at, fates, number_at, word_list
from dragoman.reconcile.sentences import part
from dragoman.reconcile.words import Word, words

NEAR = 5
PEOPLE = re.compile(r"[A-Z]\w+(?:[ai]ns|[^s]is|ese|ards)")
"""A word that may well name people by their country ("Ruritanians")."""
MODEL = re.compile(r"(?:[A-Z][A-Za-z]*-?\d+[A-Z]*s?|[A-Z][a-z]+-\d+s?)")
"""A make of aircraft ("MiG-21")."""
BARE = frozenset({"killed", "wounded", "missing", "arrested", "displaced", "held"})
VERBS = frozenset(
    {"have", "has", "had", "were", "are", "was", "is", "been", "being", "be", "more", "others", "reported", "also"}
)
VAGUE = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999), "millions": (2e6, 9_999_999),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts (`unit`: "people", "days", …), and its words.

    `top` is the upper end of what is only given as lying between two numbers, else the number itself. `part` marks a
    share of another count ("including 12"), `newer` one that is said to be reached.
    """

    value: float
    top: float
    bound: Bound
    unit: str
    span: Span
    part: bool
    newer: bool


def counts(within: Span) -> Iterator[Count]:
    """What `within` counts, in order; overtaken counts are left out."""
    found = words(within.text)
    i = 0
    while i < len(found):
        number = _number(found, i)
        if number is None:
            i += 1
            continue
        value, top, after = number
        bound, start = bound_at(found, i)
        start = start - 1 if start and found[start - 1].folded == "between" else start
        before = within.text[: found[start].start]
        counted = _counted(found, after)
        if counted and not EARLIER.search(before):
            unit, end = counted
            span = part(within, found[start].start, found[end].end)
            yield Count(
                value,
                top,
                bound,
                unit,
                span,
                bool(PART.search(before)) or _among(found, end),
                bool(NEWER.search(before)),
            )
        i = max(after, i + 1)


@lru_cache(maxsize=4096)
def numbers(text: str) -> frozenset[float]:
    """The numbers that a text gives in digits or words, but for "one", days of months and years."""
    found = words(text)
    given = (n[0] for i in range(len(found)) if (n := number_at(found, i)))
    return frozenset(n for n in given if n != 1)


def _number(found: Sequence[Word], i: int) -> tuple[float, float, int] | None:
    """The number at word `i`, its upper end ("40 to 50", "tens of thousands"), and the word after it."""
    for phrase, (low, high) in VAGUE.items():
        size = len(phrase.split())
        if " ".join(w.folded for w in found[i : i + size]) == phrase:
            return low, high, i + size
    number = number_at(found, i)
    if number is None:
        return None
    value, after = number
    between = i > 0 and found[i - 1].folded == "between"
    if after + 1 < len(found) and found[after].folded in (("and",) if between else ("to", "or")):
        upper = number_at(found, after + 1)
        if upper and upper[0] > value:
            return value, upper[0], upper[1]
    return value, value, after


def _among(found: Sequence[Word], end: int) -> bool:
    """Whether "among them" follows."""
    after = [w.folded for w in found[end + 1 : end + 6]]
    return any(a == "among" and b in ("them", "whom") for a, b in pairwise(after))


def _counted(found: Sequence[Word], after: int) -> tuple[str, int] | None:
    """What is counted by the number before word `after`, and the last word that says so."""
    people, things = word_list("people.txt"), _things()
    if after < len(found) and found[after - 1].folded == "one" and found[after].folded in ("of", "such"):
        return None
    for j in range(after, min(after + NEAR, len(found))):
        if number_at(found, j):
            return None
        word = found[j]
        if word.folded in things:
            return things[word.folded], j
        if MODEL.fullmatch(word.text):
            return "aircraft", j
        if j + 1 < len(found) and found[j + 1].folded in things and not number_at(found, j + 1):
            return things[found[j + 1].folded], j + 1
        if word.folded in people or word.text in people or PEOPLE.fullmatch(word.text):
            end = j
            while end + 1 < len(found) and found[end + 1].folded in people:
                end += 1
            return "people", end
    return _bare(found, after)


def _bare(found: Sequence[Word], after: int) -> tuple[str, int] | None:
    """People who are not named: "eight have died", "30 wounded"."""
    for j in range(after, min(after + 4, len(found))):
        if fates().get(found[j].folded) in BARE:
            return "people", max(j, after)
        if found[j].folded not in VERBS:
            return None
    return None


@cache
def _things() -> dict[str, str]:
    lines = Path(__file__).with_name("things.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":") for line in lines if line and not line.startswith("#"))
    return {word: unit for unit, named in rows for word in named.split()}
