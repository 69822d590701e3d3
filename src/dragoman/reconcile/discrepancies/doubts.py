"""What one party charges and a third one doubts: Washington calls a video proof, Berlin says that it is not enough.

The one charged is not looked at here: what he disputes is a denial (denials.py).
"""

from collections.abc import Sequence

from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.matter import Matter
from dragoman.reconcile.discrepancies.positions import Position, Positions, Record
from dragoman.reconcile.discrepancies.sides import difference, earliest, short, side
from dragoman.reconcile.scene import Scene

ALIKE = 0.2
"""How much a charge shares with a doubt, or with what stands around it at half weight."""
AROUND = 0.5
MOST = 4


def doubted(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> tuple[Discrepancy, ...]:
    """A discrepancy for each party that doubts what others charge a third with, where either is new."""
    records, find = [*known, *new], Positions(scene)
    charges = [c for c in find.charges(records) if c.by and c.strong]
    doubts = find.doubts(records)
    matter = Matter([*charges, *doubts], scene.story_of)
    fresh = {r.document for r in new}
    told: dict[frozenset[str], list[tuple[Position, list[Position]]]] = {}
    for d in doubts:
        answered = _charged(d, charges, matter)
        if answered and fresh & {p.told.document for p in (d, *answered)}:
            told.setdefault(d.by, []).append((d, answered))
    return tuple(_discrepancy(pairs, scene) for pairs in told.values())


def _charged(doubt: Position, charges: Sequence[Position], matter: Matter) -> list[Position]:
    """The charges by others against a third that a doubt is about, the likest first."""
    found = []
    for c in charges:
        apart = not c.told.span.overlap(doubt.told.span) or c.told.document != doubt.told.document
        if apart and matter.one_story(c, doubt) and not doubt.by & (c.on | c.by):
            said, near = matter.like(c.words, doubt.words), matter.like(c.words, doubt.around)
            fit = max(said, AROUND * near)
            if fit >= ALIKE:
                found.append((fit, c))
    return [c for _, c in sorted(found, key=lambda f: (-f[0], f[1].told.document, f[1].told.span.start))[:MOST]]


def _discrepancy(pairs: Sequence[tuple[Position, list[Position]]], scene: Scene) -> Discrepancy:
    doubts = [d.told for d, _ in pairs]
    charges = list({(c.told.document, c.told.span): c.told for _, answered in pairs for c in answered}.values())[:MOST]
    first, last = short(charges[0].span.text), short(doubts[0].span.text)
    sides = (side(first, charges, scene), side(last, doubts, scene))
    return difference("certainty", f"{first} / {last}", None, sides, earliest(doubts, scene))
