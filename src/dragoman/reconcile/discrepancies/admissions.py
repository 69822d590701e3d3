"""What a party denied and then owned up to: it had no troops there; it had, but as advisers."""

from collections.abc import Iterator, Sequence

from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.matter import Matter
from dragoman.reconcile.discrepancies.positions import Position, Positions, Record
from dragoman.reconcile.discrepancies.sides import difference, earliest, short, side
from dragoman.reconcile.scene import Scene

ALIKE = 0.25
"""How much an admission shares with the denial that it takes back."""


def admitted(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> Iterator[Discrepancy]:
    """A discrepancy for each admission of what its party denies in the same report or one that is no later."""
    records, find = [*known, *new], Positions(scene)
    denials = [d for d in find.denials(records) if d.strong]
    admissions = find.admissions(records)
    matter = Matter([*denials, *admissions], scene.story_of)
    fresh = {r.document for r in new}
    for a in admissions:
        before = [d for d in denials if _taken_back(a, d, matter, scene)]
        if before and fresh & {p.told.document for p in (a, *before)}:
            first, last = short(before[0].told.span.text), short(a.told.span.text)
            sides = (side(first, [d.told for d in before], scene), side(last, [a.told], scene))
            yield difference("admission", f"{first} / {last}", None, sides, earliest([a.told], scene))


def _taken_back(admission: Position, denial: Position, matter: Matter, scene: Scene) -> bool:
    a, d = admission.told, denial.told
    if not matter.one_story(admission, denial) or not admission.by & denial.on:
        return False
    if (a.document == d.document and a.span.overlap(d.span)) or cue("admission").search(d.span.text):
        return False
    days = scene.published(d.document), scene.published(a.document)
    in_order = a.document == d.document or (days[0] or "") <= (days[1] or "9999")
    return in_order and matter.like(admission.words, denial.words) >= ALIKE
