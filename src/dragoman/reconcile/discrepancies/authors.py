"""Whom one act is put down to: one report has Moscow behind an attack, another "powerful forces" elsewhere."""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.positions import Position, Positions, Record
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, short, side
from dragoman.reconcile.likeness import kin
from dragoman.reconcile.scene import Scene


def authors(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> tuple[Discrepancy, ...]:
    """One discrepancy for each act that different parties put down to different parties."""
    fresh = {r.document for r in new}
    charges = [c for c in Positions(scene).charges([*known, *new]) if cue("author").search(c.told.span.text)]
    found = []
    for group in _acts(charges, scene):
        told: dict[str, list[Told]] = defaultdict(list)
        for c in group:
            told["+".join(sorted(c.on))].append(c.told)
        if len(told) > 1 and fresh & {c.told.document for c in group}:
            sides = tuple(side(short(tells[0].span.text), tells, scene) for tells in told.values())
            anchor = earliest([c.told for c in group], scene)
            found.append(difference("actor", "who was behind it", None, sides, anchor))
    return tuple(found)


def _acts(charges: Sequence[Position], scene: Scene) -> list[list[Position]]:
    """Charges of one story that name the same sort of act, where those charged differ."""
    groups: list[list[Position]] = []
    for c in charges:
        near = next((g for g in groups if all(_one_act(c, other, scene) for other in g)), None)
        if near is None:
            groups.append([c])
        else:
            near.append(c)
    return [g for g in groups if any(not a.on & b.on for a in g for b in g)]


def _one_act(a: Position, b: Position, scene: Scene) -> bool:
    same_story = scene.story_of.get(a.told.document) == scene.story_of.get(b.told.document)
    return same_story and bool(kin(a.words) & kin(b.words)) and not (a.by & b.by and not a.on & b.on)
