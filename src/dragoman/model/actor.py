"""Actors: the mentions of one in a report (a chain), and the actor they make across reports."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.text import Span

Kind = Literal[
    "state", "government", "military", "security", "legislature", "judiciary", "person", "media",
    "armed_group", "igo", "party", "company", "civil", "region", "unknown",
]  # fmt: skip
Form = Literal["name", "nominal", "pronoun", "metonym"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a report names an actor; `head` is the head token in the report's parse.

    `place` is True where the name only says where something is ("in Tehran", "Seattle, U.S."): the actor is
    named, but does and suffers nothing there.
    """

    span: Span
    form: Form
    head: int
    place: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document that carry a fact."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Role:
    """An office or post: its title, the body it belongs to (a name, later an actor id), and when it was held.

    `start` and `end` are ISO dates or None where unknown.
    """

    title: str
    organisation: str | None = None
    start: str | None = None
    end: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """One actor as one report names it: everything `read` found out inside that report.

    `key` is the world entry it was recognised as ("state:AZE", "igo:UNO"), if any. `name` is its fullest
    name. `described` is True for an actor without a name of its own ("an Azerbaijani diplomat"). `country` is
    ISO 3166-1 alpha-3 (Kosovo KOS) or None; `sector` a PLOVER sector code or None. `members` are the chains
    that a group is made of ("the two countries", "they"), where the report tells.
    """

    id: str
    document: str
    name: str
    kind: Kind
    country: str | None
    sector: str | None
    described: bool
    mentions: tuple[Mention, ...]
    key: str | None = None
    roles: tuple[Role, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in one event mention: its chain, and the words that name it there."""

    chain: str
    words: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor, however many reports and spellings name it; `chains` are the chain ids it is made of."""

    id: str
    name: str
    kind: Kind
    country: str | None
    sector: str | None
    described: bool
    chains: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    key: str | None = None
