"""What reports say of one matter in a word or a number, held against each other: figures and causes.

A saying is a few words that fill one slot (how many were killed; what an explosion is put down to) with one value.
Two sayings of one slot are about one happening if their words are likely to be (likeness.py); of those, sayings whose
values do not agree are shown as a discrepancy. Of a slot a report says what it says first: later figures of the same
kind are mostly of its parts, or of other happenings told in passing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path

import numpy as np

from dragoman.model.finding import Discrepancy, DiscrepancyKind
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.reconcile import likeness
from dragoman.reconcile.clusters import agglomerate
from dragoman.reconcile.discrepancies.lines import clauses
from dragoman.reconcile.discrepancies.roles import other_role, roles_in
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, side
from dragoman.reconcile.figures import Figure, differ, figures
from dragoman.reconcile.likeness import Wording
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import sentences
from dragoman.reconcile.tellings import Near

SAME = 0.45
SLOTS = frozenset({"killed", "wounded", "missing", "kidnapped", "displaced", "affected", "evacuated"})
"""The figures compared across a story: of people who suffer one happening. Those of acts of which there are many in a
story, by many parties (expelled, arrested), are compared on one event only (numbers.py)."""
BESIDE = 40
"""Characters between what befell somebody and what it is put down to."""
ACTS = re.compile(
    r"\b(?:attack|explo|blast|hit|struck|strik|kill|die|dead|death|destroy|damag|crash|down|sink|sank|sunk|cause|fire"
    r"|blow|blew|bomb|target)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One value that a report gives for one slot, with its words wherever it does; `figure` is set for a number."""

    slot: str
    value: str
    told: tuple[Told, ...]
    wordings: tuple[Wording, ...]
    figure: Figure | None = None

    @property
    def document(self) -> str:
        """The report that says it."""
        return self.told[0].document


def sayings(reports: Iterable[Report], statements: Iterable[Statement]) -> list[Saying]:
    """What the reports say, in order; words inside somebody's statement are on his word."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        said[s.document].append(s)
    return [x for r in reports for x in (*_figures(r, said[r.id]), *_causes(r, said[r.id]))]


def disputed(found: Sequence[Saying], near: Near, scene: Scene, fresh: set[str]) -> Iterator[Discrepancy]:
    """A discrepancy for each happening of which the sayings do not agree, one of them in a report of `fresh`."""
    slots: dict[str, list[Saying]] = defaultdict(list)
    for s in found:
        slots[s.slot].append(s)
    for slot, members in sorted(slots.items()):
        for group in _happenings(members, near, scene):
            if fresh & {s.document for s in group} and any(_disagree(a, b) for a, b in combinations(group, 2)):
                yield _shown(slot, group, scene)


def _shown(slot: str, group: Sequence[Saying], scene: Scene) -> Discrepancy:
    values: dict[str, list[Told]] = defaultdict(list)
    for s in group:
        values[s.value] += s.told
    sides = tuple(side(tells[0].span.text, tells, scene) for _, tells in sorted(values.items()))
    newer = any(s.figure and s.figure.newer for s in group)
    kind: DiscrepancyKind = "cause" if slot == "cause" else "update" if newer else "number"
    what = "what it is put down to" if slot == "cause" else f"how many were {slot}"
    return difference(kind, what, None, sides, earliest([t for s in group for t in s.told], scene))


def _happenings(members: Sequence[Saying], near: Near, scene: Scene) -> list[list[Saying]]:
    alike = np.full((len(members), len(members)), -np.inf)
    for (i, a), (j, b) in combinations(enumerate(members), 2):
        if scene.story_of.get(a.document) == scene.story_of.get(b.document):
            reports = near.of(a.document, b.document)
            logit = max(likeness.chance(x, y, reports) for x, y in product(a.wordings, b.wordings))
            alike[i, j] = alike[j, i] = likeness.probability(logit)
    return [[members[i] for i in g] for g in agglomerate([[i] for i in range(len(members))], alike, SAME)]


def _disagree(a: Saying, b: Saying) -> bool:
    if a.document == b.document and not all(t.by for t in (*a.told, *b.told)):
        return False
    if a.figure and b.figure:
        roles = [roles_in(f.span.text) for f in (a.figure, b.figure)]
        return differ(a.figure, b.figure) and not other_role(*roles)
    return a.value != b.value


def _figures(report: Report, said: Sequence[Statement]) -> Iterator[Saying]:
    words = likeness.vocabulary(report)
    given: dict[str, list[Figure]] = defaultdict(list)
    for f in figures(report):
        if f.kind in SLOTS and not (f.part or f.war or f.earlier):
            given[f.kind].append(f)
    for kind, (first, *later) in given.items():
        same = [first, *(f for f in later if f.value == first.value)]
        yield Saying(
            kind, f"{first.bound} {first.value:g}" if first.bound == "more than" else f"{first.value:g}",
            tuple(Told(report.id, f.span, _by(said, f.span)) for f in same),
            tuple(likeness.wording(report, f.act, words) for f in same), first,
        )  # fmt: skip


def _causes(report: Report, said: Sequence[Statement]) -> Iterator[Saying]:
    words = likeness.vocabulary(report)
    told: dict[str, list[tuple[Told, Wording]]] = defaultdict(list)
    for passage in report.passages:
        for sentence in sentences(report, report.span(passage.start, passage.end)):
            for start, end in clauses(sentence.text):
                for cause, at, act in _caused(sentence.text[start:end]):
                    there = report.span(sentence.start + start + at[0], sentence.start + start + at[1])
                    trigger = report.span(sentence.start + start + act[0], sentence.start + start + act[1])
                    wording = likeness.wording(report, trigger, words)
                    told[cause].append((Told(report.id, there, _by(said, there)), wording))
    for cause, tells in told.items():
        yield Saying("cause", cause, tuple(t for t, _ in tells), tuple(w for _, w in tells))


def _caused(clause: str) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """The cause that a clause gives for what befell somebody, if it gives just one; where it stands, and the act."""
    found = [(cause, m) for cause, pattern in _patterns() if (m := pattern.search(clause))]
    if len(found) == 1:
        cause, m = found[0]
        acts = [a for a in ACTS.finditer(clause) if not (a.start() < m.end() and m.start() < a.end())]
        act = min(acts, key=lambda a: min(abs(a.start() - m.end()), abs(m.start() - a.end())), default=None)
        if act and min(abs(act.start() - m.end()), abs(m.start() - act.end())) <= BESIDE:
            yield cause, m.span(), act.span()


def _by(said: Sequence[Statement], span: Span) -> tuple[str, ...]:
    """The speaker of the shortest statement that holds `span`."""
    holding = [s for s in said if s.speaker and s.content.holds(span)]
    speaker = min(holding, key=lambda s: s.content.end - s.content.start).speaker if holding else None
    return (speaker,) if speaker else ()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = Path(__file__).with_name("causes.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return tuple((name, re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)) for name, words in rows)
