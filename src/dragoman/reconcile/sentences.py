"""Sentences of a text by their punctuation, without a parser."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from dragoman.model.text import Report, Span

BREAK = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K|U\.N))\.$"
)


@lru_cache(maxsize=2048)
def cuts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of `text` start and end; an initial or a title ("Gen.") ends none."""
    breaks = [m for m in BREAK.finditer(text) if "\n" in m.group() or not SHORT.search(text[: m.start()])]
    edges = [0, *(m.end() for m in breaks), len(text)]
    return tuple((i, j) for i, j in pairwise(edges) if text[i:j].strip())


def sentences(report: Report, within: Span) -> Iterator[Span]:
    """The sentences of `within`, a stretch of `report`."""
    for start, end in cuts(within.text):
        piece = within.text[start:end]
        inner = piece.strip()
        at = within.start + start + piece.index(inner)
        yield report.span(at, at + len(inner))


def part(of: Span, start: int, end: int) -> Span:
    """The words `start:end` of a span (offsets into its own text)."""
    return Span(of.start + start, of.start + end, of.text[start:end])


def sentence(report: Report, at: int) -> Span:
    """The sentence of `report` that holds the place `at` of its source text."""
    passage = next((p for p in report.passages if p.start <= at < p.end), None)
    if passage is None:
        return report.span(at, at)
    whole = report.span(passage.start, passage.end)
    return next((s for s in sentences(report, whole) if s.start <= at < s.end), whole)
