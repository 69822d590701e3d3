"""A claim and its denial, matched by who is accused and what of."""

from collections.abc import Sequence

from dragoman.model.event import EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.speech import Statement
from dragoman.reconcile.discrepancies.sides import Told, difference, side
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.tellings import shared, tellings

ALIKE = 0.15


def denied(
    new: Sequence[EventMention | Statement], known: Sequence[EventMention | Statement], scene: Scene
) -> tuple[Discrepancy, ...]:
    """Accusations and the denials by those accused that speak of the same."""
    fresh = {r.id for r in new}
    told = [(t.mention, t) for t in tellings((m for m in (*known, *new) if isinstance(m, EventMention)), scene)]
    found = []
    for claim, c in told:
        for denial, d in told:
            if not {claim.id, denial.id} & fresh or c.family != "blame" or d.family != "deny":
                continue
            if (
                c.target.states & d.source.states
                and shared(c.content, d.content) >= ALIKE
                and not claim.span.overlap(denial.span)
            ):
                sides = (
                    side(claim.span.text, [Told(claim.document, claim.span, claim.attribution)], scene),
                    side(denial.span.text, [Told(denial.document, denial.span, denial.attribution)], scene),
                )
                found.append(difference("claim and denial", f"claimed and denied: {claim.span.text}", None, sides))
    return tuple({f.id: f for f in found}.values())
