"""How sure one event is said to be: in one report results point to Iran, in another to possible Iranian involvement."""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.sides import Told, difference, short, side
from dragoman.reconcile.scene import Scene

DEGREES = ("hoped", "planned", "possible", "likely")
FIRM = "stated as such"


def certainty(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """A discrepancy if different reports of an event are differently sure of it."""
    told: dict[str, list[Told]] = defaultdict(list)
    for m in mentions:
        if m.status in ("asserted", "background"):
            told[degree(m.span.text)].append(Told(m.document, m.span, m.attribution))
    if len(told) < 2 or not _across(told):
        return ()
    sides = tuple(
        side(f"{degree}: {short(tells[0].span.text)}", tells, scene) for degree, tells in sorted(told.items())
    )
    return (difference("certainty", f"how sure: {' / '.join(sorted(told))}", event.id, sides),)


def degree(text: str) -> str:
    """How sure a text is of what it says: the first of `DEGREES` that it has a word for."""
    return next((d for d in DEGREES if cue(d).search(text)), FIRM)


def _across(told: dict[str, list[Told]]) -> bool:
    """Whether two degrees are told by different reports, neither of them by both."""
    documents = [{t.document for t in tells} for tells in told.values()]
    return any(not a & b for k, a in enumerate(documents) for b in documents[:k])
