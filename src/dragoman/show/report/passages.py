"""A report's text with every used passage marked: cut where any span begins or ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dragoman.model.text import Report, Span

Mark = Literal["speech", "event", "dirt", "reuse", "actor"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the marks on them; `anchors` are the places that links lead to."""

    text: str
    marks: tuple[Mark, ...]
    anchors: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of a report and what it was used for."""

    span: Span
    mark: Mark
    why: str = ""


def anchor(document: str, start: int) -> str:
    """The page's name for a place in a report."""
    return f"w-{document}-{start}"


def pieces(report: Report, marked: Iterable[Marked]) -> tuple[Piece, ...]:
    """Cut a report's text at every border of a marked span, each piece with all its marks."""
    spans = sorted(
        (m for m in marked if m.span.start < report.end and m.span.end > report.start),
        key=lambda m: (m.span.start, m.span.end),
    )
    cuts = {report.start, report.end}
    for m in spans:
        cuts |= {max(m.span.start, report.start), min(m.span.end, report.end)}
    borders = sorted(cuts)
    starts = {m.span.start for m in spans}
    out, open_, k = [], list[Marked](), 0
    for start, end in pairwise(borders):
        while k < len(spans) and spans[k].span.start <= start:
            open_.append(spans[k])
            k += 1
        open_ = [m for m in open_ if m.span.end > start]
        marks = tuple(sorted({m.mark for m in open_}))
        why = "; ".join(dict.fromkeys(m.why for m in open_ if m.why))
        anchors = (anchor(report.id, start),) if start in starts else ()
        out.append(Piece(report.source[start:end], marks, anchors, why))
    return tuple(out)
