"""Who did what to whom: one passage's telling (EventMention) and the happening all tellings make (Event)."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Participant
from dragoman.model.text import Span
from dragoman.model.when import UNDATED, When

Status = Literal["asserted", "denied", "hypothetical", "background"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a name, its country (ISO 3166-1 alpha-3), degrees, and how exact (city, region, country)."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a passage gives: what it counts, its value, and its words."""

    what: str
    value: float
    span: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one passage says happened. `span` is the least clause that carries it, `trigger` the word for it.

    `attribution` lists chain ids, the nearest speaker last; `statement` is the id of the statement that the
    mention stands in. `source` is empty for an unknown perpetrator.
    """

    id: str
    document: str
    span: Span
    trigger: Span
    type: str
    source: tuple[Participant, ...]
    target: tuple[Participant, ...]
    status: Status
    confidence: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    intensity: float = 0.0
    date: When = UNDATED
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    attribution: tuple[str, ...] = ()
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however many passages tell it; `source` and `target` are actor ids.

    `mentions` are event-mention ids. `independent_reports` counts reports that are no known copies of each other.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    intensity: float
    source: tuple[str, ...]
    target: tuple[str, ...]
    date: When
    place: Place | None
    status: Status
    confidence: float
    independent_reports: int
    mentions: tuple[str, ...]
