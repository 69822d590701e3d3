"""One event, many tellings: which event mentions tell the same happening, and the event that they make."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Judgement
from dragoman.model.ids import minted
from dragoman.model.when import UNDATED, When
from dragoman.reconcile.clusters import Matrix, agglomerate
from dragoman.reconcile.copies import independent
from dragoman.reconcile.judged import pairs, ruled
from dragoman.reconcile.likeness import Telling, likeness, telling
from dragoman.reconcile.scene import Scene

TOGETHER = 0.5


@dataclass(frozen=True, slots=True)
class Joined:
    """Which event each mention belongs to now, which events became one (old id to the one kept), and why."""

    event_of: Mapping[str, str]
    merged: Mapping[str, str]
    judgements: tuple[Judgement, ...]


def keys(mention: EventMention, scene: Scene) -> tuple[str, ...]:
    """Who with which telling word: a mention of the same event shares some of these."""
    t = telling(mention, scene)
    who = sorted(t.source | t.target) or ["?"]
    rare = sorted(t.words, key=lambda w: (-t.words[w], w))[:8]
    return tuple(f"{w}|{p}" for w in rare for p in who)


def join(
    new: Sequence[EventMention],
    known: Mapping[str, Sequence[EventMention]],
    scene: Scene,
    judgements: Iterable[Judgement] = (),
) -> Joined:
    """Put each new mention into an event: one of `known` (event id to its mentions), or a new one."""
    mentions = [*(m for ms in known.values() for m in ms), *new]
    tellings = [telling(m, scene) for m in mentions]
    place_of = {m.id: i for i, m in enumerate(mentions)}
    scores = np.full((len(mentions), len(mentions)), -np.inf)
    for i, a in enumerate(tellings):
        for j, b in enumerate(tellings[:i]):
            scores[i, j] = scores[j, i] = likeness(a, b)[0]
    _judge(scores, place_of, tuple(judgements))
    standing = {k: [place_of[m.id] for m in ms] for k, ms in known.items() if ms}
    name = {g[0]: k for k, g in standing.items()}
    event_of: dict[str, str] = {}
    merged: dict[str, str] = {}
    reasons: list[Judgement] = []
    for group in agglomerate([*standing.values(), *([place_of[m.id]] for m in new)], scores, TOGETHER):
        ids = [name[i] for i in group if i in name]
        event = ids[0] if ids else minted("e", mentions[group[0]].id)
        merged |= dict.fromkeys(ids[1:], event)
        fresh = [m for m in new if place_of[m.id] in set(group)]
        event_of |= {m.id: event for m in fresh}
        if len(group) > 1 and (fresh or len(ids) > 1):
            reasons.append(_reason(mentions, tellings, group))
    return Joined(event_of, merged, tuple(reasons))


def event(id: str, mentions: Sequence[EventMention], scene: Scene) -> Event:
    """The event that `mentions` tell: what most of them say, the surest and most exact first."""
    ordered = sorted(mentions, key=lambda m: (-m.confidence, m.id))
    kinds = Counter(m.type for m in ordered)
    kind = max(kinds, key=lambda t: (kinds[t], -[m.type for m in ordered].index(t)))
    leading = next(m for m in ordered if m.type == kind)
    statuses = Counter(m.status for m in ordered)
    return Event(
        id, kind, leading.mode, tuple(sorted({c for m in ordered for c in m.contexts})), leading.cameo,
        leading.intensity,
        tuple(dict.fromkeys(a.id for m in ordered for a in scene.actors(m.source))),
        tuple(dict.fromkeys(a.id for m in ordered for a in scene.actors(m.target))),
        _date(ordered), next((m.place for m in ordered if m.place), None),
        max(statuses, key=lambda s: (statuses[s], s == "asserted")), max(m.confidence for m in ordered),
        independent([(m.document, m.span) for m in ordered], scene.reports), tuple(m.id for m in mentions),
    )  # fmt: skip


def _date(mentions: Sequence[EventMention]) -> When:
    order = ("day", "week", "month", "range", "year", "unknown")
    firm = ("printed", "relative", "context", "publication", "unknown")
    dated = [m.date for m in mentions if m.date.start]
    return min(dated, key=lambda d: (firm.index(d.basis), order.index(d.precision), d.start or ""), default=UNDATED)


def _judge(scores: Matrix, place_of: Mapping[str, int], judged: Sequence[Judgement]) -> None:
    for what, value in (("merge events", 2.0), ("split events", -np.inf)):
        for a, b in map(tuple, pairs(judged, what)):
            if a in place_of and b in place_of:
                i, j = place_of[a], place_of[b]
                scores[i, j] = scores[j, i] = value


def _reason(mentions: Sequence[EventMention], tellings: Sequence[Telling], group: Sequence[int]) -> Judgement:
    first, *others = group
    features = likeness(tellings[first], tellings[others[0]])[1]
    told = [f"{name} {value:.2f}" for name, value in features.items() if value]
    return ruled("merge events", (mentions[i].id for i in group), "the same happening: " + ", ".join(told), features)
