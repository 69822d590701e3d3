"""What an event mention is compared by: who, what kind of act, when, and the words (see likeness.py)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.model.event import EventMention
from dragoman.model.text import Report
from dragoman.model.when import When
from dragoman.reconcile import likeness, stories
from dragoman.reconcile.clusters import Matrix
from dragoman.reconcile.likeness import Wording
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.stories import rarity
from dragoman.reconcile.words import stems

FAMILY = {
    "ACCUSE": "blame", "REJECT": "blame", "DENY": "deny", "REQUEST": "ask", "CONSULT": "talk", "AGREE": "talk",
    "COOPERATE": "talk", "SUPPORT": "praise", "AID": "give", "YIELD": "give", "CONCEDE": "give", "RETREAT": "give",
    "THREATEN": "threaten", "PROTEST": "protest", "MOBILIZE": "mobilize", "SANCTION": "punish", "COERCE": "punish",
    "ASSAULT": "fight",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention as it is compared; `clause` has the stems of its clause with their weights."""

    mention: EventMention
    wording: Wording
    family: str
    source: frozenset[str]
    target: frozenset[str]
    clause: Mapping[str, float]


def tellings(mentions: Iterable[EventMention], scene: Scene) -> list[Telling]:
    """The mentions as they are compared, in order."""
    vocabularies: dict[str, frozenset[str]] = {}
    found = []
    for m in mentions:
        report = scene.reports[m.document]
        if report.id not in vocabularies:
            vocabularies[report.id] = likeness.vocabulary(report)
        found.append(
            Telling(
                m,
                likeness.wording(report, m.trigger, vocabularies[report.id]),
                FAMILY.get(m.type, m.type),
                parties(scene.actors(m.source)),
                parties(scene.actors(m.target)),
                weighed(m.span.text),
            )
        )
    return found


def weighed(text: str) -> dict[str, float]:
    """The stems of `text`, each with how rare it is."""
    return {w: rarity(w) for w in stems(text)}


def shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How much of the lesser of two weighed texts the other has too."""
    least = min(sum(a.values()), sum(b.values()))
    return sum(a[w] for w in a.keys() & b.keys()) / least if least else 0.0


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
