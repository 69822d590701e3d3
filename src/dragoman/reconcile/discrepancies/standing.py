"""What is found anew among the discrepancies that stand already: nothing twice, and each keeps its id."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.model.finding import Discrepancy, Side


@dataclass(frozen=True, slots=True)
class Settled:
    """The discrepancies to be written, and the ids of those that they take the place of."""

    found: tuple[Discrepancy, ...]
    gone: frozenset[str]


def settled(found: Iterable[Discrepancy], standing: Sequence[Discrepancy]) -> Settled:
    """Discrepancies without those that say no more than another; the rest under the ids they had.

    One of `standing` that hangs on an event stays; another gives its id to the new one that says the same.
    """
    on_events = [d for d in standing if d.event]
    kept: list[Discrepancy] = []
    gone: set[str] = set()
    for new in found:
        if any(says(old, new) and _alike(old, new) for old in (*on_events, *kept)):
            continue
        before = [d for d in standing if not d.event and d.kind == new.kind and d.id not in gone and says(new, d)]
        taken = {d.id for d in kept}
        id = next((d.id for d in before if d.id not in taken), new.id)
        gone |= {d.id for d in before} - {id}
        kept.append(replace(new, id=id))
    return Settled(tuple(kept), frozenset(gone) - {d.id for d in kept})


def says(one: Discrepancy, other: Discrepancy) -> bool:
    """Whether each side of `other` has words of a side of its own of `one`."""
    if len(other.sides) > len(one.sides):
        return False
    free = list(one.sides)
    for side in other.sides:
        match = next((s for s in free if _share(s, side)), None)
        if match is None:
            return False
        free.remove(match)
    return True


def _alike(a: Discrepancy, b: Discrepancy) -> bool:
    numbers = {"number", "update"}
    return a.kind == b.kind or {a.kind, b.kind} <= numbers


def _share(a: Side, b: Side) -> bool:
    return any(x.document == y.document and x.span.overlap(y.span) for x in a.evidence for y in b.evidence)
