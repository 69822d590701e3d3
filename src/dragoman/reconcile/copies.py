"""Copies: which report repeats another's words, how much of them, and which of the two came first.

Candidates share fingerprints (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every `WINDOW` consecutive
runs of `RUN` words the least hash is kept, so that two reports that share RUN + WINDOW - 1 words in a row share a key,
be they copies of each other or two reports with one agency paragraph in common.

The decision counts words exactly. A word is shared if it stands in a run of `RUN` words that the other report has too.
Words in quotation marks, and posts printed whole, do not make a copy: two outlets that quote one speech at length are
still two. So a report of whose own prose half or more is shared is a copy (near); one of which a tenth or more is
shared, quoted or not, reuses a part.
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
NEAR = 0.5
PARTIAL = 0.1
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"|^.*\(@\w+\).*$")

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
    quoted: tuple[bool, ...]
    runs: tuple[int, ...]
    has: frozenset[int]


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
    return replace(report, copy_of=whole[0] if whole else None, reuses=fullest(r for c in mine for r in c.reuses))


def fullest(reuses: Iterable[Reuse]) -> tuple[Reuse, ...]:
    """Reuses without those whose words an earlier one in the row has too: a passage is taken from one report."""
    kept: list[Reuse] = []
    for r in reuses:
        if not any(k.span.holds(r.span) for k in kept):
            kept.append(r)
    return tuple(kept)


def _compare(a: _Body, b: _Body, judged: bool) -> Copy | None:
    earlier, later = sorted((a, b), key=lambda x: _age(x.report))
    shared = earlier.has & later.has
    if not judged and max(_most(earlier, shared), _most(later, shared)) < PARTIAL:
        return None
    inside, outside = _share(later, shared), _share(earlier, shared)
    own = max(_share(later, shared, own=True), _share(earlier, shared, own=True))
    kind: CopyKind = "exact" if min(inside, outside) == 1.0 else "near" if judged or own >= NEAR else "partial"
    if kind == "partial" and max(inside, outside) < PARTIAL:
        return None
    reuses = tuple(_reused(later, shared, earlier.report.id))
    return Copy(later.report.id, earlier.report.id, kind, round(inside, 3), reuses, _why(earlier, inside, outside))


def _why(earlier: _Body, inside: float, outside: float) -> str:
    why = f"{inside:.0%} of its words stand in the other report in the same order, {outside:.0%} the other way round"
    credited = credits(earlier.report)
    return f"{why}; the other credits {', '.join(credited)}" if credited else why


def _age(report: Report) -> tuple[str, str]:
    return report.published.date or "9999", report.id


def _most(body: _Body, shared: frozenset[int]) -> float:
    """The share of its words that are shared at most: as if no two runs had words in common."""
    return RUN * sum(map(shared.__contains__, body.runs)) / max(1, len(body.at)) if shared else 0.0


def _share(body: _Body, shared: frozenset[int], own: bool = False) -> float:
    counted = [c for c, quoted in zip(_covered(body, shared), body.quoted, strict=True) if not (own and quoted)]
    return sum(counted) / len(counted) if counted else 0.0


def _covered(body: _Body, shared: frozenset[int]) -> list[bool]:
    covered = [False] * len(body.at)
    for i, h in enumerate(body.runs):
        if h in shared:
            covered[i : i + RUN] = [True] * min(RUN, len(covered) - i)
    return covered


def _reused(body: _Body, shared: frozenset[int], of: str) -> Iterable[Reuse]:
    start: int | None = None
    for i, mark in enumerate([*_covered(body, shared), False]):
        if mark and start is None:
            start = i
        elif not mark and start is not None:
            yield Reuse(of, body.report.span(body.at[start].start, body.at[i - 1].end))
            start = None


def _body(report: Report) -> _Body:
    at: list[Word] = []
    quoted: list[bool] = []
    for p in report.passages:
        if p.kind in ("body", "heading", "title"):
            found = words(p.text)
            marks = [(m.start(), m.end()) for m in QUOTED.finditer(p.text)]
            quoted += [any(i <= w.start < j for i, j in marks) for w in found]
            at += [replace(w, start=p.at(w.start), end=p.at(w.end - 1) + 1) for w in found]
    folded = [w.folded for w in at]
    runs = tuple(zlib.crc32(" ".join(folded[i : i + RUN]).encode()) for i in range(max(1, len(folded) - RUN + 1)))
    return _Body(report, tuple(at), tuple(quoted), runs, frozenset(runs))


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

    `told` are documents with the words there that tell it. A quotation that two reports share is no sign that one is
    taken from the other.
    """
    return len({_origin(document, span, reports) for document, span in told})


def _origin(document: str, span: Span, reports: Mapping[str, Report]) -> str:
    seen = {document}
    while report := reports.get(document):
        earlier = report.copy_of or _reused_from(report, span)
        if earlier is None or earlier in seen:
            break
        seen.add(earlier)
        document = earlier
    return document


def _reused_from(report: Report, span: Span) -> str | None:
    found = next((r.document for r in report.reuses if 5 * r.span.overlap(span) >= 4 * (span.end - span.start)), None)
    return None if found is None or _is_quoted(report, span) else found


def _is_quoted(report: Report, span: Span) -> bool:
    return any(
        p.at(m.start()) <= span.start and span.end <= p.at(m.end())
        for p in report.passages
        if p.start <= span.start < p.end
        for m in QUOTED.finditer(p.text)
    )
