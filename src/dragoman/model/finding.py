"""What is found across reports: stories, differences, relations, and the judgements behind them."""

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.actor import Evidence

DiscrepancyKind = Literal[
    "claim and denial", "number", "date", "place", "actor", "role", "certainty", "outcome", "cause", "admission",
    "update",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that tell one developing story; `start` and `end` are ISO dates or None."""

    id: str
    title: str
    documents: tuple[str, ...]
    start: str | None
    end: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a discrepancy: what it says, which actors and documents say it, with their words."""

    says: str
    actors: tuple[str, ...]
    documents: tuple[str, ...]
    date: str | None
    independent_reports: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Where the accounts differ; no verdict is given."""

    id: str
    kind: DiscrepancyKind
    within_one_report: bool
    what: str
    event: str | None
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What one actor or state did to another in one week (Monday `start` to Sunday `end`): sums of intensities."""

    level: Literal["state", "actor"]
    source: str
    target: str
    start: str
    end: str
    cooperation: float
    conflict: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that two records are or are not the same, by a rule or a person, with its reason in words.

    `on` names the records by what survives a re-read (chain ids, mention ids: document and span).
    """

    id: str
    what: str
    on: tuple[str, ...]
    by: Literal["rule", "person"]
    why: str
    when: str
    who: str | None = None
    features: dict[str, float] = field(default_factory=dict)
    undone: bool = False
