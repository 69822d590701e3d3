"""One happening told more than once in a report: what one telling dates, the others take over.

"The March 4 poisoning of the envoy … in response to the attack on him": both are of 4 March, and before the story.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.event import EventMention

# Deeds that a report comes back to as one and the same; two accusations are two.
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})


def shared(told: Sequence[EventMention], own: frozenset[str], past: frozenset[str]) -> tuple[EventMention, ...]:
    """The same mentions, the undated ones with the date of another telling.

    `own` are the ids of mentions dated by their own clause, `past` of those that lie before the story.
    """
    dated = [m for m in told if m.id in own and m.type in DEEDS]
    return tuple(m if m.id in own else _like(m, dated, past) for m in told)


def _like(mention: EventMention, dated: Sequence[EventMention], past: frozenset[str]) -> EventMention:
    twins = [d for d in dated if _same(mention, d)]
    if not twins or mention.status in ("hypothetical", "denied"):
        return mention
    twin = min(twins, key=lambda d: abs(d.trigger.start - mention.trigger.start))
    status = "background" if twin.id in past else mention.status
    return replace(mention, date=replace(twin.date, basis="context"), status=status)


def _same(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions are of one type, done to the same, by nobody or the same."""
    if a.type != b.type:
        return False
    done_to = {p.chain for p in a.target if p.chain} & {p.chain for p in b.target if p.chain}
    by_a, by_b = ({p.chain for p in m.source if p.chain} for m in (a, b))
    return bool(done_to) and (not by_a or not by_b or bool(by_a & by_b))
