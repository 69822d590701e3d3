"""What travels between the report steps: a report as read, and a report as coded."""

from dataclasses import dataclass

from dragoman.model.actor import Chain
from dragoman.model.event import EventMention, Place
from dragoman.model.parse import Parse
from dragoman.model.speech import Statement
from dragoman.model.text import Report
from dragoman.model.when import Time


@dataclass(frozen=True, slots=True)
class Reading:
    """What `read` makes of one report: its parse, the actors it names, its times and its places."""

    report: Report
    parse: Parse
    chains: tuple[Chain, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """What the report steps hand to the dossier: everything one report says, on its own."""

    report: Report
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
