"""What a stretch of a report counts: a number and the people or things counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model.text import Span
from dragoman.reconcile.figures import EARLIER, NEWER, PART, Bound, bound_at, number_at, word_list
from dragoman.reconcile.sentences import part
from dragoman.reconcile.words import Word, words

NEAR = 5


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts (`unit`: "people", "days", …), and its words.

    `part` marks a share of another count ("including 12"), `newer` one that is said to be reached.
    """

    value: float
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
        number = number_at(found, i)
        if number is None:
            i += 1
            continue
        value, after = number
        bound, start = bound_at(found, i)
        before = within.text[: found[start].start]
        counted = _counted(found, after)
        if counted and not EARLIER.search(before):
            unit, end = counted
            span = part(within, found[start].start, found[end].end)
            yield Count(value, bound, unit, span, bool(PART.search(before)), bool(NEWER.search(before)))
        i = max(after, i + 1)


@lru_cache(maxsize=4096)
def numbers(text: str) -> frozenset[float]:
    """The numbers that a text gives in digits or words, but for "one", days of months and years."""
    found = words(text)
    given = (n[0] for i in range(len(found)) if (n := number_at(found, i)))
    return frozenset(n for n in given if n != 1)


def _counted(found: Sequence[Word], after: int) -> tuple[str, int] | None:
    """What is counted by the number before word `after`, and the last word that says so."""
    people, things = word_list("people.txt"), _things()
    for j in range(after, min(after + NEAR, len(found))):
        if number_at(found, j):
            return None
        word = found[j]
        if word.folded in things:
            return things[word.folded], j
        if word.folded in people or word.text in people:
            end = j
            while end + 1 < len(found) and found[end + 1].folded in people:
                end += 1
            return "people", end
    return None


@cache
def _things() -> dict[str, str]:
    lines = Path(__file__).with_name("things.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":") for line in lines if line and not line.startswith("#"))
    return {word: unit for unit, named in rows for word in named.split()}
