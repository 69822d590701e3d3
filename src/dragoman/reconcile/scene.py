"""The look-ups that the steps over events need: which report, which actor, which statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.model.actor import Actor, Participant
from dragoman.model.speech import Statement
from dragoman.model.text import Report


@dataclass(frozen=True, slots=True)
class Scene:
    """What the records at hand mention: reports by id, each chain's actor, statements by id, each report's story."""

    reports: Mapping[str, Report]
    actor_of: Mapping[str, Actor]
    statements: Mapping[str, Statement] = field(default_factory=dict)
    story_of: Mapping[str, str] = field(default_factory=dict)

    def actors(self, participants: Iterable[Participant]) -> tuple[Actor, ...]:
        """The actors of `participants`, each once, in order; a chain without an actor is left out."""
        found = {a.id: a for p in participants if (a := self.actor_of.get(p.chain))}
        return tuple(found.values())

    def published(self, document: str) -> str | None:
        """The publication date of `document` (ISO), or None."""
        report = self.reports.get(document)
        return report.published.date if report else None


def parties(actors: Iterable[Actor]) -> frozenset[str]:
    """What `actors` come to among states: the country of each, or its id where it has none."""
    return frozenset(a.country or a.key or a.id for a in actors)
