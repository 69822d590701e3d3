"""One happening told more than once in a report: what one telling dates, the others take over.

"The March 4 poisoning of the envoy … in response to the attack on him": both are of 4 March, and before the story.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.event import EventMention


@dataclass(frozen=True, slots=True)
class Telling:
    """What is known of how a mention is told: its own clause dates it, or its paragraph does; its time is past, or
    long past; a noun names it.

    `by` and `to` are the sides of its sources and of its targets.
    """

    dated: bool
    placed: bool
    past: bool
    old: bool
    named: bool
    by: frozenset[str]
    to: frozenset[str]


Tellings = Mapping[str, Telling]
FORCE = frozenset({"ASSAULT", "COERCE"})
# Deeds that a report comes back to as one and the same; two accusations are two.
DEEDS = FORCE | frozenset({"MOBILIZE", "PROTEST"})
# Deeds that are one and the same where a noun names them ("the expulsions", "their phone call").
NAMED = DEEDS | frozenset({"SANCTION", "CONSULT", "AGREE", "RETREAT"})


def shared(told: Sequence[EventMention], tellings: Tellings) -> tuple[EventMention, ...]:
    """The same mentions, the undated ones with the date of another telling; `tellings` by mention id."""
    dated = [m for m in told if tellings[m.id].dated and m.type in NAMED]
    news = [m for m in told if m.status == "asserted" and not tellings[m.id].named]
    return tuple(_like(_renewed(m, news, tellings), dated, tellings) for m in told)


def _renewed(mention: EventMention, news: Sequence[EventMention], tellings: Tellings) -> EventMention:
    """A deed named as known ("the expulsions") is news if the report has told it as news before."""
    known = tellings[mention.id]
    if mention.status != "background" or not known.named or known.dated:
        return mention
    twin = next((n for n in news if n.trigger.start < mention.trigger.start and _same(mention, n)), None)
    return replace(mention, status="asserted", date=replace(twin.date, basis="context")) if twin else mention


def _like(mention: EventMention, dated: Sequence[EventMention], tellings: Tellings) -> EventMention:
    known = tellings[mention.id]
    if known.dated or known.placed or mention.status in ("hypothetical", "denied"):
        return mention
    deeds = NAMED if known.named else DEEDS
    near = [d for d in dated if not tellings[d.id].past and _on_same_sides(mention, d, tellings)]
    news = mention.status == "asserted" and not known.named  # no deed of long ago
    past = [d for d in dated if _same(mention, d) and not (news and tellings[d.id].old)]
    twins = [d for d in dated if mention.type in deeds and (d in near or d in past)]
    if not twins:
        return mention
    twin = min(twins, key=lambda d: abs(d.trigger.start - mention.trigger.start))
    status = "background" if tellings[twin.id].past else mention.status
    return replace(mention, date=replace(twin.date, basis="context"), status=status)


def _same(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions are of one type, done to the same, by nobody or the same."""
    if a.type != b.type:
        return False
    done_to = {p.chain for p in a.target if p.chain} & {p.chain for p in b.target if p.chain}
    by_a, by_b = ({p.chain for p in m.source if p.chain} for m in (a, b))
    return bool(done_to) and (not by_a or not by_b or bool(by_a & by_b))


def _on_same_sides(a: EventMention, b: EventMention, tellings: Tellings) -> bool:
    """Whether two mentions are of one kind, and neither done by others nor to others than the other is."""
    if a.type != b.type and not {a.type, b.type} <= FORCE:
        return False
    first, other = tellings[a.id], tellings[b.id]
    by, to = first.by & other.by, first.to & other.to
    return bool(by or to) and bool(by or not first.by or not other.by) and bool(to or not first.to or not other.to)
