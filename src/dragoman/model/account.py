"""The account: everything a dossier knows, in one record, for whoever shows or exports it."""

from dataclasses import dataclass

from dragoman.model.actor import Actor, Chain
from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy, Judgement, Relation, Story
from dragoman.model.speech import Statement
from dragoman.model.text import Rejection, Report


@dataclass(frozen=True, slots=True)
class Account:
    """One sourced account. Chains, statements and mentions name chains; `actor_of` gives each chain's actor id."""

    program: str
    models: dict[str, str]
    reports: tuple[Report, ...]
    chains: tuple[Chain, ...]
    actors: tuple[Actor, ...]
    actor_of: dict[str, str]
    mentions: tuple[EventMention, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    stories: tuple[Story, ...]
    discrepancies: tuple[Discrepancy, ...]
    relations: tuple[Relation, ...]
    judgements: tuple[Judgement, ...]
    rejected: tuple[Rejection, ...]
