"""Copies: which report repeats another's words, how much of them, and which of the two came first.

Candidates share fingerprints (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every `WINDOW` consecutive
runs of `RUN` words the least hash is kept, so that two reports that share RUN + WINDOW - 1 words in a row share a key.
The decision counts words exactly: the share of a report's words that stand in runs of `RUN` words found in the other.
"""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.finding import Judgement
from dragoman.model.text import Report, Reuse, Span
from dragoman.reconcile.judged import pairs
from dragoman.reconcile.words import Word, words

RUN = 8
WINDOW = 12
NEAR = 0.6
PARTIAL = 0.1
LEAST = 30

CopyKind = Literal["exact", "near", "partial"]


@dataclass(frozen=True, slots=True)
class Copy:
    """The report `document` repeats the earlier report `of`: `share` of its words, at `reuses`."""

    document: str
    of: str
    kind: CopyKind
    share: float
    reuses: tuple[Reuse, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Body:
    report: Report
    at: tuple[Word, ...]
    runs: tuple[int, ...]


def keys(report: Report) -> tuple[str, ...]:
    """The report's fingerprints; two reports that share a passage share at least one."""
    return tuple(sorted({f"{h:08x}" for h in _winnow(_body(report).runs)}))


def find(new: Sequence[Report], known: Sequence[Report], judgements: Iterable[Judgement] = ()) -> tuple[Copy, ...]:
    """Every copy and reuse among `new`, and between `new` and `known`."""
    judged = tuple(judgements)
    yes, no = pairs(judged, "copy"), pairs(judged, "not a copy")
    bodies = [_body(r) for r in new]
    others = [_body(r) for r in known if r.id not in {n.id for n in new}]
    found = []
    for i, a in enumerate(bodies):
        for b in [*others, *bodies[:i]]:
            pair = frozenset((a.report.id, b.report.id))
            if pair in no:
                continue
            copy = _compare(a, b, pair in yes)
            if copy:
                found.append(copy)
    return tuple(found)


def applied(report: Report, copies: Iterable[Copy]) -> Report:
    """The report with what `copies` say of it: the report it is a copy of (the fullest), and the passages it reuses."""
    mine = sorted((c for c in copies if c.document == report.id), key=lambda c: (-c.share, c.of))
    whole = [c.of for c in mine if c.kind != "partial"]
    return replace(report, copy_of=whole[0] if whole else None, reuses=tuple(r for c in mine for r in c.reuses))


def _compare(a: _Body, b: _Body, judged: bool) -> Copy | None:
    earlier, later = sorted((a, b), key=lambda x: _age(x.report))
    shared = set(earlier.runs) & set(later.runs)
    if not (shared or judged):
        return None
    reuses = tuple(_reused(later, shared, earlier.report.id))
    inside, outside = _share(later, shared), _share(earlier, shared)
    share = max(inside, outside)
    kind: CopyKind = (
        "exact" if min(inside, outside) > 0.99 else "near" if judged or (inside + outside) / 2 >= NEAR else "partial"
    )
    if kind == "partial" and share < PARTIAL:
        return None
    why = f"{inside:.0%} of its words stand in the other report in the same order, {outside:.0%} the other way round"
    return Copy(later.report.id, earlier.report.id, kind, round(inside, 3), reuses, why)


def _age(report: Report) -> tuple[str, str]:
    return report.published.date or "9999", report.id


def _share(body: _Body, shared: set[int]) -> float:
    covered = _covered(body, shared)
    return sum(covered) / len(covered) if covered else 0.0


def _covered(body: _Body, shared: set[int]) -> list[bool]:
    covered = [False] * len(body.at)
    for i, h in enumerate(body.runs):
        if h in shared:
            covered[i : i + RUN] = [True] * RUN
    return covered


def _reused(body: _Body, shared: set[int], of: str) -> Iterable[Reuse]:
    start: int | None = None
    for i, mark in enumerate([*_covered(body, shared), False]):
        if mark and start is None:
            start = i
        elif not mark and start is not None:
            yield Reuse(of, body.report.span(body.at[start].start, body.at[i - 1].end))
            start = None


def _body(report: Report) -> _Body:
    at = tuple(
        replace(w, start=p.at(w.start), end=p.at(w.end - 1) + 1)
        for p in report.passages
        if p.kind in ("body", "heading", "title")
        for w in words(p.text)
    )
    folded = [w.folded for w in at]
    runs = tuple(zlib.crc32(" ".join(folded[i : i + RUN]).encode()) for i in range(len(folded) - RUN + 1))
    return _Body(report, at, runs)


def _winnow(runs: Sequence[int]) -> Iterable[int]:
    for i in range(max(1, len(runs) - WINDOW + 1)):
        yield min(runs[i : i + WINDOW], default=0)


CREDIT = re.compile(
    r"\b(Reuters|AFP|Associated Press|AP|dpa|TASS|RIA Novosti|Interfax|Xinhua|Anadolu|IRNA|SANA|ANI|PTI)\b"
)


def credits(report: Report) -> tuple[str, ...]:
    """The agencies that the report credits in its first or last lines or its byline, in order."""
    lines = [p for p in report.passages if p.kind == "byline"] + list(report.passages[:2] + report.passages[-2:])
    return tuple(dict.fromkeys(m.group(1) for p in lines for m in CREDIT.finditer(p.text)))


def independent(told: Iterable[tuple[str, Span]], reports: Mapping[str, Report]) -> int:
    """How many independent reports tell something: copies and reused passages count with the report they are from.

    `told` are documents with the words there that tell it.
    """
    return len({_origin(document, span, reports) for document, span in told})


def _origin(document: str, span: Span, reports: Mapping[str, Report]) -> str:
    seen = {document}
    while report := reports.get(document):
        reused = next((r.document for r in report.reuses if r.span.holds(span)), None)
        earlier = report.copy_of or reused
        if earlier is None or earlier in seen:
            break
        seen.add(earlier)
        document = earlier
    return document
