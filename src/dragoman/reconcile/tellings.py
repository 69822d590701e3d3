"""What an event mention is compared by: who, what kind of act, when, and the words (see likeness.py)."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dragoman.model.actor import Actor
from dragoman.model.event import EventMention
from dragoman.model.text import Report
from dragoman.model.when import When
from dragoman.reconcile import likeness, stories
from dragoman.reconcile.clusters import Matrix
from dragoman.reconcile.counts import numbers
from dragoman.reconcile.likeness import Wording
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import sentence
from dragoman.reconcile.stories import PRIOR, commonness
from dragoman.reconcile.words import stem, stems

LEAST = 6.0
KINDRED = 0.7
LIGHT = likeness.WEAK | {
    stem(word)
    for line in ("order begin include carry continue start face", "draw want mean agree plan decide move act")
    for word in line.split()
}
SUPPORT = frozenset(
    stem(w) for w in ["carry", "conduct", "commit", "perform", "stage", "mount", "undertake", "perpetrate"]
)
LIGHT |= SUPPORT
"""Words that name no act of their own: what is ordered, begun or carried out is the act."""
FAMILY = {
    "ACCUSE": "blame", "REJECT": "blame", "DENY": "deny", "REQUEST": "ask", "THREATEN": "threaten", "CONSULT": "talk",
    "AGREE": "agree", "COOPERATE": "agree", "SUPPORT": "praise", "AID": "give", "YIELD": "give", "CONCEDE": "give",
    "RETREAT": "give", "PROTEST": "protest", "MOBILIZE": "mobilize", "SANCTION": "punish", "COERCE": "punish",
    "ASSAULT": "fight",
}  # fmt: skip
SPOKEN = frozenset({"blame", "deny", "ask", "threaten", "praise", "agree"})
"""Families of acts that consist in what is said: two of one day are told apart by their content."""
NEIGHBOURS = tuple(
    set(pair.split("-"))
    for line in (
        "blame-deny blame-threaten blame-ask blame-fight ask-threaten agree-praise agree-talk agree-give agree-ask",
        "agree-punish talk-praise punish-threaten punish-fight punish-ask mobilize-threaten mobilize-fight",
    )
    for pair in line.split()
)
"""Families that two coders may well give to one act."""


BEFORE_OF = re.compile(r"\b(?:of|on|against|in|at|near|by|from|to|with|over|into)\b")
POINTS = re.compile(r"\b(?:the|this|that|these|those|both|such|latest|\w+day[’']s)(?: [a-z-]+)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an act: its actors, those of them with a name of their own short of a state, and their states.

    `states` are countries, or bodies known of old (the United Nations) by their key; an actor of no known country, such
    as "two oil tankers", adds nothing to them.
    """

    actors: frozenset[str]
    named: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention as it is compared: its words, its sides, the act it names (groups of acts.txt), and its content.

    `acts` are of the trigger, `clause` of all words of the clause. `content` has the stems of the clause, each with its
    weight: less for what many clauses at hand say; names of states and the word for what is said are left out.
    `sentence` has those of the rest of its sentence. `refers` marks a telling that only points back ("the attacks",
    "Thursday's incident").
    """

    mention: EventMention
    wording: Wording
    family: str
    source: Party
    target: Party
    acts: frozenset[int]
    clause: frozenset[int]
    content: Mapping[str, float]
    sentence: Mapping[str, float]
    numbers: frozenset[float]
    refers: bool
    story: str | None


def tellings(mentions: Iterable[EventMention], scene: Scene) -> list[Telling]:
    """The mentions as they are compared, in order."""
    vocabularies = {d: likeness.vocabulary(r) for d, r in scene.reports.items()}
    listed = list(mentions)
    states = _state_names(scene)
    clauses = [frozenset(stems(m.span.text)) for m in listed]
    around = [frozenset(stems(sentence(scene.reports[m.document], m.trigger.start).text)) for m in listed]
    weight = weights([c | s for c, s in zip(clauses, around, strict=True)])
    found = []
    for m, clause, rest in zip(listed, clauses, around, strict=True):
        report, called = scene.reports[m.document], _called(m)
        wording = _worded(likeness.wording(report, m.trigger, vocabularies[m.document]), called)
        known = states | called if FAMILY.get(m.type) in SPOKEN else states
        found.append(
            Telling(
                m, wording, FAMILY.get(m.type, m.type),
                party(scene.actors(m.source)), party(scene.actors(m.target)), likeness.kin(called),
                likeness.kin(clause - LIGHT), {w: weight[w] for w in clause - known},
                {w: weight[w] for w in rest - clause - states}, numbers(m.span.text), _refers(m, report),
                scene.story_of.get(m.document),
            )
        )  # fmt: skip
    return found


def party(actors: Sequence[Actor]) -> Party:
    """The side that `actors` make."""
    named = frozenset(a.id for a in actors if a.kind != "state" and not a.described)
    states = frozenset(s for a in actors if (s := a.country or a.key))
    return Party(frozenset(a.id for a in actors), named, states)


def weights(clauses: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much each stem tells: less the more of the clauses at hand have it, and the commoner it is in English."""
    seen = Counter(w for clause in clauses for w in clause)
    return {w: -math.log((n + PRIOR * commonness(w)) / (len(clauses) + PRIOR)) for w, n in seen.items()}


def shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How much of the lesser of two weighed texts the other has too, kindred words counting less.

    A text of few words counts as longer than it is.
    """
    same = a.keys() & b.keys()
    common = sum(a[w] for w in same)
    others = [(kin, b[w]) for w in b.keys() - same if (kin := likeness.kin_of(w))]
    for word in a.keys() - same if others else ():
        mine = likeness.kin_of(word)
        if mine:
            common += KINDRED * max((min(a[word], weight) for kin, weight in others if mine & kin), default=0.0)
    return min(1.0, common / max(LEAST, min(sum(a.values()), sum(b.values()))))


def _worded(wording: Wording, called: frozenset[str]) -> Wording:
    """The words of a telling, its act called by what is carried out where the trigger says only that."""
    if SUPPORT.issuperset(wording.heads) and called:
        return replace(wording, heads=tuple(sorted(called)), kin=likeness.kin(called))
    return wording


def _called(mention: EventMention) -> frozenset[str]:
    """What the mention calls the act: its trigger, or what is ordered, begun or carried out ("ordered the closure")."""
    own = frozenset(likeness.heads(mention.trigger.text)) - LIGHT
    if own:
        return own
    after = mention.span.text[max(0, mention.trigger.end - mention.span.start) :]
    *nearest, rest = [_acts_in(part) for part in BEFORE_OF.split(after, maxsplit=1)]
    return frozenset(nearest[0][-1:] if nearest and nearest[0] else rest[:1])


def _acts_in(text: str) -> list[str]:
    return [w for w in stems(text) if w not in LIGHT and likeness.kin_of(w)]


def _refers(mention: EventMention, report: Report) -> bool:
    before = report.source[max(0, mention.trigger.start - 30) : mention.trigger.start]
    return not (mention.source and mention.target) and bool(POINTS.search(before))


def _state_names(scene: Scene) -> frozenset[str]:
    states = {a.id: a for a in scene.actor_of.values() if a.kind == "state"}
    return frozenset(w for a in states.values() for name in (a.name, *a.aliases) for w in stems(name))


class Near:
    """How like reports are, each to each; reckoned once for all reports at hand."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._at = {r.id: i for i, r in enumerate(reports)}
        self._alike: Matrix = stories.alike([stories.sketch(r) for r in reports]) if reports else np.zeros((0, 0))

    def of(self, a: str, b: str) -> float:
        """How like the reports with these ids are."""
        return float(self._alike[self._at[a], self._at[b]])


def apart(a: When, b: When) -> int | None:
    """How many days lie between two dates (0: they overlap), or None if either is unknown."""
    if not (a.start and a.end and b.start and b.end):
        return None
    return max(0, _day(a.start) - _day(b.end), _day(b.start) - _day(a.end))


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()
