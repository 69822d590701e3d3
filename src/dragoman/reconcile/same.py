"""One event, many tellings: which event mentions tell the same happening, and the event that they make.

Two mentions are as like as their words are (likeness.py), more so if they name the same parties, kind of act and days,
less if they differ in one of these. Of what is said, the words tell most; of a deed, who did what kind of act to whom:
two accounts of one attack call it differently, count its victims differently and agree on little else. Mentions are
then joined by average likeness, so that one chance likeness does not chain two events together.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from dragoman.model.event import Event, EventMention, Status
from dragoman.model.finding import Judgement
from dragoman.model.ids import minted
from dragoman.model.when import UNDATED, DateBasis, When
from dragoman.reconcile import likeness
from dragoman.reconcile.clusters import Matrix, agglomerate
from dragoman.reconcile.copies import independent
from dragoman.reconcile.judged import pairs, ruled
from dragoman.reconcile.reasons import in_words
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.stories import rarity
from dragoman.reconcile.tellings import NEIGHBOURS, SPOKEN, Near, Party, Telling, apart, shared, tellings
from dragoman.reconcile.words import stems

TOGETHER = 0.5
BASE = -3.2
REFERENCE = 1.5
SENTENCE = 2.0
HOPELESS = -6.0
REST = 5.0
"""The most that acts, numbers and days together can say for two tellings."""
STORIES = -1.5
LONG = 60
"""How many days keep two happenings apart whatever their dates rest on."""
CLIP = 2.0
SAID = 6.0
DONE = 2.4
ACT = {"one": 1.5, "part": 1.0, "clause": 0.5, "none": -1.0}
OF_DEEDS = 0.5
"""How much less the word for the act tells of a deed than of a denial."""
SAME_KIND = 1.0
BOTH = 1.0
"""What it says beyond each side that both sides of a deed are the same."""
WORDS = 0.5
FIRM: dict[DateBasis, float] = {"printed": 1.0, "relative": 1.0, "context": 0.25, "publication": 0.1, "unknown": 0.0}
"""How much a date counts, by what it rests on."""
OTHERS = -4.0
"""What it says that one side of an act is put to different states."""
MUTUAL = frozenset({"talk", "agree"})


@dataclass(frozen=True, slots=True)
class Joined:
    """Which event each mention belongs to now, which events became one (old id to the one kept), and why."""

    event_of: Mapping[str, str]
    merged: Mapping[str, str]
    judgements: tuple[Judgement, ...]


def keys(mention: EventMention, scene: Scene) -> tuple[str, ...]:
    """Who with which telling word: a mention of the same event shares some of these."""
    who = sorted(parties(scene.actors((*mention.source, *mention.target)))) or ["?"]
    rare = sorted(set(stems(mention.span.text)), key=lambda w: (-rarity(w), w))[:8]
    return tuple(f"{w}|{p}" for w in rare for p in who)


def join(
    new: Sequence[EventMention],
    known: Mapping[str, Sequence[EventMention]],
    scene: Scene,
    judgements: Iterable[Judgement] = (),
    near: Mapping[str, Collection[str]] | None = None,
) -> Joined:
    """Put each new mention into an event: one of `known` (event id to its mentions), or a new one.

    With `near`, a new mention is compared to the other new ones and to the events of those known ones only that
    `near` gives for its id.
    """
    mentions = [*(m for ms in known.values() for m in ms), *new]
    told = tellings(mentions, scene)
    alike = Near([scene.reports[d] for d in dict.fromkeys(m.document for m in mentions)])
    place_of = {m.id: i for i, m in enumerate(mentions)}
    standing = {k: [place_of[m.id] for m in ms] for k, ms in known.items() if ms}
    candidates = [_candidates(m, standing.values(), mentions, near) for m in new]
    scores = _scores(told, candidates, alike)
    _judge(scores, place_of, tuple(judgements))
    name = {g[0]: k for k, g in standing.items()}
    event_of: dict[str, str] = {}
    merged: dict[str, str] = {}
    reasons: list[Judgement] = []
    for group in agglomerate([*standing.values(), *([place_of[m.id]] for m in new)], scores, TOGETHER):
        ids = [name[i] for i in group if i in name]
        event = ids[0] if ids else minted("e", mentions[group[0]].id)
        merged |= dict.fromkeys(ids[1:], event)
        inside = set(group)
        fresh = [m for m in new if place_of[m.id] in inside]
        event_of |= {m.id: event for m in fresh}
        if len(group) > 1 and (fresh or len(ids) > 1):
            named = [*(standing[k][0] for k in ids), *(place_of[m.id] for m in fresh)]
            reasons.append(_reason([told[i] for i in named], alike))
    return Joined(event_of, merged, tuple(reasons))


def _candidates(
    mention: EventMention,
    standing: Iterable[Sequence[int]],
    mentions: Sequence[EventMention],
    near: Mapping[str, Collection[str]] | None,
) -> list[Sequence[int]]:
    """The events that a new mention may tell."""
    if near is None:
        return list(standing)
    wanted = near.get(mention.id, ())
    return [g for g in standing if any(mentions[i].id in wanted for i in g)]


def _scores(told: Sequence[Telling], candidates: Sequence[Sequence[Sequence[int]]], near: Near) -> Matrix:
    """How likely each two mentions tell the same: the last ones, which are new, with one another and their candidates.

    Mentions of two known events are compared only where a new mention belongs to both, and so may make them one.
    """
    scores = np.zeros((len(told), len(told)))
    first = len(told) - len(candidates)
    for i, groups in enumerate(candidates, first):
        for j in (*(j for g in groups for j in g), *range(first, i)):
            scores[i, j] = scores[j, i] = _score(told[i], told[j], near)
    for i, groups in enumerate(candidates, first):
        for one, other in combinations([g for g in groups if scores[i, g].mean() >= TOGETHER], 2):
            for j, k in product(one, other):
                scores[j, k] = scores[k, j] = _score(told[j], told[k], near)
    return scores


def features(a: Telling, b: Telling, near: Near) -> dict[str, float]:
    """What speaks for and against two mentions telling the same; each with its weight in the logit."""
    spoken = a.family in SPOKEN and b.family in SPOKEN
    found = _frame(a, b, spoken) | _words(a, b, near, spoken)
    return {name: value for name, value in found.items() if value}


def _frame(a: Telling, b: Telling, spoken: bool) -> dict[str, float]:
    """What two mentions' kinds, parties, days and so on say."""
    return {
        "kind": _kind(a, b) + (SAME_KIND if a.family == b.family and not spoken else 0.0),
        "parties": _parties(a, b, spoken),
        "act": _act(a, b) * OF_DEEDS if not spoken else _act(a, b) if a.family == "deny" else 0.0,
        "numbers": _numbers(a, b, spoken),
        "days": _days(a.mention.date, b.mention.date),
        "standing": _standing(a.mention.status, b.mention.status),
        "stories": STORIES if a.story and b.story and a.story != b.story else 0.0,
    }


def _words(a: Telling, b: Telling, near: Near, spoken: bool) -> dict[str, float]:
    """What two mentions' words say."""
    together = a.mention.document == b.mention.document
    points = (a.refers or b.refers) and not spoken and bool(a.acts & b.acts)
    words = likeness.chance(a.wording, b.wording, near.of(a.mention.document, b.mention.document))
    return {
        "words": WORDS * max(-CLIP, min(CLIP, words)),
        "content": (SAID if spoken else DONE) * shared(a.content, b.content),
        "sentence": 0.0 if together else SENTENCE * shared(a.sentence, b.sentence),
        "reference": REFERENCE if points else 0.0,
        "one report": -1.0 if together and not points else 0.0,
    }


def _kind(a: Telling, b: Telling) -> float:
    """One word for the act makes up for two coders' different kinds."""
    if a.family == b.family:
        return 1.0
    one_word = bool(a.acts & b.acts)
    return one_word - 1.0 if {a.family, b.family} in NEIGHBOURS else 2.0 * one_word - 3.0


def _parties(a: Telling, b: Telling, spoken: bool) -> float:
    if a.family == b.family == "deny":
        return _party(a.source, b.source, spoken)
    sides = _party(a.source, b.source, spoken), _party(a.target, b.target, spoken)
    named = all(p.actors for p in (a.source, b.source, a.target, b.target))
    straight = sum(sides) + (BOTH if min(sides) > 0 and named and not spoken else 0.0)
    if {a.family, b.family} & MUTUAL:
        return max(straight, _party(a.source, b.target, spoken) + _party(a.target, b.source, spoken))
    return straight


def _party(a: Party, b: Party, spoken: bool) -> float:
    if a.named & b.named:
        return 1.0
    strangers = bool(a.named and b.named) and not spoken
    if not a.states or not b.states:
        nobody = not a.actors and not b.actors and not spoken
        return 0.5 if nobody else -1.0 if strangers else 0.0
    if not a.states & b.states:
        return OTHERS
    return -1.5 if strangers else 0.5


def _act(a: Telling, b: Telling) -> float:
    if a.acts & b.acts:
        return ACT["one"]
    if a.acts & b.clause or a.clause & b.acts:
        return ACT["part"]
    return ACT["clause"] if not (a.acts and b.acts) and a.clause & b.clause else ACT["none"]


def _numbers(a: Telling, b: Telling, spoken: bool) -> float:
    """Numbers that agree speak for one happening; that two accounts of a deed count differently says nothing."""
    if not a.numbers or not b.numbers:
        return 0.0
    return 1.0 if a.numbers & b.numbers else -1.0 if spoken else 0.0


def _standing(a: Status, b: Status) -> float:
    return -2.0 if a != b and {a, b} & {"denied", "hypothetical"} else 0.0


def _days(a: When, b: When) -> float:
    """Days that agree or not; a date that is only the report's own, or its context's, says little."""
    gap = apart(a, b)
    if gap is None:
        return 0.0
    firm = min(FIRM[a.basis], FIRM[b.basis])
    if gap > LONG:
        return min(-6.0 * firm, -2.0)
    if gap:
        return 0.0 if gap <= 1 else -6.0 * firm
    return firm if a.precision == b.precision == "day" else 0.3 * firm


def _score(a: Telling, b: Telling, near: Near) -> float:
    """The chance that two mentions tell the same; where their frames differ too much, their words are not looked at."""
    spoken = a.family in SPOKEN and b.family in SPOKEN
    if _kind(a, b) + _parties(a, b, spoken) + REST < HOPELESS:
        return 0.0
    frame = sum(_frame(a, b, spoken).values())
    if frame < HOPELESS:
        return 0.0
    return likeness.probability(BASE + frame + sum(_words(a, b, near, spoken).values()))


def _reason(told: Sequence[Telling], near: Near) -> Judgement:
    found = features(told[0], told[1], near)
    return ruled("merge events", (t.mention.id for t in told), in_words(found), found)


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
