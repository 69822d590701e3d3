"""Amounts that reports of one story give: of one thing in different numbers, or of one number of different people.

An amount is a number with what is counted ("more than 100 Russian diplomats"). Two amounts of different reports are of
one thing if they count the same sort of thing, name no different nationality, and their sentences say much the same.
A report that gives the other's number too tells of two things, or of one as it grew: then they do not differ.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.finding import Discrepancy, DiscrepancyKind
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.reconcile.counts import Count, counts
from dragoman.reconcile.discrepancies.roles import roles_in
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, side
from dragoman.reconcile.figures import differ
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import sentences
from dragoman.reconcile.tellings import shared, weights
from dragoman.reconcile.words import stems

ALIKE = ((1.0, 0.0), (1.6, 0.3), (3.0, 0.5))
"""How much two sentences share that give different numbers for one thing, by how many times the other one is at most:
little where one says "more than" what the other says, much where the numbers lie far apart."""
SAME = 0.3
"""How much two sentences share that give one number of different people."""
FEW = 3
"""Numbers below are too common to tell that two reports count the same."""
MANY = 20
"""A number as large as this, of people of one nationality, is hardly one of two things."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A count with its sentence: the stems around it, and the names in what is counted ("Russian")."""

    document: str
    count: Count
    names: frozenset[str]
    words: frozenset[str]
    by: tuple[str, ...]


def amounts(report: Report, by: Mapping[Span, tuple[str, ...]]) -> Iterator[Amount]:
    """What a report counts, each value of each thing once; `by` tells whose word a stretch is."""
    seen: set[tuple[str, float, frozenset[str]]] = set()
    for passage in report.passages:
        for sentence in sentences(report, report.span(passage.start, passage.end)):
            for c in counts(sentence):
                names = frozenset(w for w in re.findall(r"\b[A-Z][\w.]+", c.span.text[1:]))
                key = (c.unit, c.value, names)
                if key not in seen and not c.part:
                    seen.add(key)
                    rest = frozenset(stems(sentence.text)) - frozenset(stems(c.span.text))
                    speaker = next((b for s, b in by.items() if s.holds(c.span)), ())
                    yield Amount(report.id, c, names, rest, speaker)


def speakers(report: Report, statements: Iterable[Statement]) -> dict[Span, tuple[str, ...]]:
    """Whose word each quoted stretch of a report is."""
    mine = [s for s in statements if s.document == report.id and s.speaker]
    return {part: (s.speaker or "",) for s in mine for part in s.parts or (s.content,)}


def differing(found: Sequence[Amount], scene: Scene, fresh: set[str]) -> Iterator[Discrepancy]:
    """A discrepancy for each thing that two reports, one of `fresh`, count differently, or call differently."""
    weight = weights([a.words for a in found])
    given: dict[str, set[tuple[str, float]]] = defaultdict(set)
    for a in found:
        given[a.document].add((a.count.unit, a.count.value))
    pairs: list[tuple[float, Amount, Amount]] = []
    for k, a in enumerate(found):
        for b in found[:k]:
            if fresh & {a.document, b.document} and _comparable(a, b, scene):
                like = shared({w: weight[w] for w in a.words}, {w: weight[w] for w in b.words})
                pairs.append((like, b, a))
    pairs.sort(key=lambda p: (-p[0], p[1].document, p[1].count.span.start, p[2].document, p[2].count.span.start))
    yield from _numbers(pairs, given, scene)
    yield from _people(pairs, scene)


def _comparable(a: Amount, b: Amount, scene: Scene) -> bool:
    one_story = scene.story_of.get(a.document) == scene.story_of.get(b.document)
    return a.document != b.document and one_story and a.count.unit == b.count.unit and not _others(a, b)


def _others(a: Amount, b: Amount) -> bool:
    """Whether what is counted is named differently."""
    return bool(a.names and b.names) and not a.names & b.names


def _numbers(
    pairs: Sequence[tuple[float, Amount, Amount]], given: Mapping[str, set[tuple[str, float]]], scene: Scene
) -> Iterator[Discrepancy]:
    used: set[tuple[str, str, float]] = set()
    for like, a, b in pairs:
        if not differ(a.count, b.count) or like < _needed(a, b):
            continue
        x, y = sorted((a.count.value, b.count.value))
        places = {(m.document, m.count.unit, m.count.value) for m in (a, b)}
        both = any((m.count.unit, n.count.value) in given[m.document] for m, n in ((a, b), (b, a))) and x != y
        if both or used & places or a.count.unit in ("days", "percent"):
            continue
        used |= places
        kind: DiscrepancyKind = "update" if a.count.newer or b.count.newer else "number"
        yield _shown(kind, f"how many {a.count.unit}", (a, b), scene)


def _needed(a: Amount, b: Amount) -> float:
    """How much two amounts' sentences must share, to be of one thing."""
    x, y = sorted((a.count.value, b.count.value))
    if x == y and (x < MANY or a.names != b.names):
        return SAME
    return next((like for times, like in ALIKE if y <= times * x), math.inf)


def _people(pairs: Sequence[tuple[float, Amount, Amount]], scene: Scene) -> Iterator[Discrepancy]:
    """One number of people that reports call differently: 60 diplomats, 60 intelligence officers."""
    done: set[float] = set()
    for like, a, b in pairs:
        value = a.count.value
        one = value == b.count.value and value >= FEW and like >= SAME and a.count.unit == "people"
        mine, theirs = roles_in(a.count.span.text), roles_in(b.count.span.text)
        if one and mine and theirs and not mine & theirs and value not in done:
            done.add(value)
            yield _shown("role", f"who it was: {' / '.join(sorted(mine | theirs))}", (a, b), scene)


def _shown(kind: DiscrepancyKind, what: str, told: Sequence[Amount], scene: Scene) -> Discrepancy:
    tells = [Told(a.document, a.count.span, a.by) for a in told]
    sides = tuple(side(t.span.text, [t], scene) for t in tells)
    return difference(kind, what, None, sides, earliest(tells, scene))
