"""The sides of a discrepancy: what each says, who says it, how many independent reports, and the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.actor import Evidence
from dragoman.model.finding import Discrepancy, DiscrepancyKind, Side
from dragoman.model.ids import digest
from dragoman.model.text import Span
from dragoman.reconcile.copies import independent
from dragoman.reconcile.scene import Scene


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a report that take a side, and the chains whose word it is (none: the report's own)."""

    document: str
    span: Span
    by: tuple[str, ...] = ()


def side(says: str, told: Sequence[Told], scene: Scene) -> Side:
    """One side, from the passages that take it."""
    actors = dict.fromkeys(scene.actor_of[c].id for t in told for c in t.by[-1:] if c in scene.actor_of)
    days = [d for t in told if (d := scene.published(t.document))]
    return Side(
        says, tuple(actors), tuple(dict.fromkeys(t.document for t in told)), min(days, default=None),
        independent([(t.document, t.span) for t in told], scene.reports),
        tuple(Evidence(t.document, t.span) for t in told),
    )  # fmt: skip


def difference(
    kind: DiscrepancyKind, what: str, event: str | None, sides: Sequence[Side], anchor: Told | None = None
) -> Discrepancy:
    """A discrepancy; its id is that of its kind and event, or of the words it hangs on (`anchor`), so that it stays."""
    named = (kind, event or "", what) if anchor is None else (kind, anchor.document, str(anchor.span.start))
    documents = {d for s in sides for d in s.documents}
    return Discrepancy("x" + digest(*named), kind, len(documents) == 1, what, event, tuple(sides))


def earliest(told: Sequence[Told], scene: Scene) -> Told:
    """The earliest of these words: by their report's date, then by place."""
    return min(told, key=lambda t: (scene.published(t.document) or "9999", t.document, t.span.start))


def short(text: str) -> str:
    """A text on one line, cut after 160 characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 160 else f"{plain[:157]}…"
