"""One saying told by two reports, more surely by one: results "point to Iran", or "to possible Iranian involvement".

Two statements are tellings of one saying if the same party says much the same in both; they are compared by their
words for how sure a thing is.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.finding import Discrepancy
from dragoman.model.speech import Statement
from dragoman.model.text import Span
from dragoman.reconcile.discrepancies.certainty import degree
from dragoman.reconcile.discrepancies.positions import States
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, short, side
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.sentences import sentences
from dragoman.reconcile.tellings import shared, weights

ALIKE = 0.4
LEAST = 3
"""How many stems two tellings of one saying share at least."""


@dataclass(frozen=True, slots=True)
class _Saying:
    document: str
    span: Span
    chain: str
    by: frozenset[str]
    words: frozenset[str]


def parallels(new: Sequence[Statement], known: Sequence[Statement], scene: Scene) -> Iterator[Discrepancy]:
    """A discrepancy for each saying that two reports, one of them new, tell with different degrees of certainty."""
    states = States(scene)
    found = [s for statement in (*known, *new) for s in _sayings(statement, scene, states)]
    weight = weights([s.words for s in found])
    fresh = {s.document for s in new}
    for k, a in enumerate(found):
        told: dict[str, list[Told]] = defaultdict(list)
        for b in found[:k]:
            if fresh & {a.document, b.document} and _one(a, b, weight, scene) and _degree(a) != _degree(b):
                told[_degree(b)].append(Told(b.document, b.span, (b.chain,)))
        if told:
            told[_degree(a)].append(Told(a.document, a.span, (a.chain,)))
            sides = tuple(side(f"{d}: {short(tells[0].span.text)}", tells, scene) for d, tells in sorted(told.items()))
            anchor = earliest([t for tells in told.values() for t in tells], scene)
            yield difference("certainty", f"how sure: {' / '.join(sorted(told))}", None, sides, anchor)


def _one(a: _Saying, b: _Saying, weight: dict[str, float], scene: Scene) -> bool:
    if a.document == b.document or not a.by & b.by or len(a.words & b.words) < LEAST:
        return False
    if scene.story_of.get(a.document) != scene.story_of.get(b.document):
        return False
    return shared({w: weight[w] for w in a.words}, {w: weight[w] for w in b.words}) >= ALIKE


def _sayings(statement: Statement, scene: Scene, states: States) -> Iterator[_Saying]:
    speaker = scene.actor_of.get(statement.speaker or "")
    if not speaker or not statement.speaker:
        return
    for part in statement.parts or (statement.content,):
        for piece in sentences(scene.reports[statement.document], part):
            yield _Saying(statement.document, piece, statement.speaker, parties([speaker]), states.content(piece.text))


def _degree(saying: _Saying) -> str:
    return degree(saying.span.text)
