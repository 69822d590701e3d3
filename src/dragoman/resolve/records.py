"""What linking takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.model.actor import Actor, Chain
from dragoman.model.finding import Judgement


@dataclass(frozen=True, slots=True)
class Group:
    """A known actor and its chains; `chains` may be left empty, or be the most telling ones only."""

    actor: Actor
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the reports that chains stand in.

    `dates` gives a document's day (ISO or None), `stories` its story. `when` is the time to write on new judgements.
    `before` gives the actor that a chain belonged to, so that ids are kept.
    """

    dates: Mapping[str, str | None] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    when: str = ""
    before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors that may be one: worth a person's look. `on` are a chain of each, `names` their names."""

    on: tuple[str, str]
    actors: tuple[str, str]
    names: tuple[str, str]
    score: float
    features: dict[str, float]
    why: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is who: the actors that are new or changed, the actor of each chain given, and why.

    `gone` gives for each actor id that is no more the id it went into; `review` what a person should look at.
    """

    actors: tuple[Actor, ...]
    actor_of: dict[str, str]
    gone: dict[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    review: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks for and against two being one actor: `score` from 0 to 1, features, and the reasons in words."""

    score: float
    features: dict[str, float]
    why: str
    forbidden: bool = False
