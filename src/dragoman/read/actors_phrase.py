"""A phrase that names or describes an actor, before it is known which."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Form, Kind
from dragoman.model.world import Known
from dragoman.read.actors_terms import Gender, Noun

PhraseSort = Literal[
    "known", "person", "family", "org", "body", "government", "role", "kin", "people", "state", "group", "fighter",
    "craft",
    "pronoun", "relative",
]  # fmt: skip
Bond = Literal["", "title", "apposition", "copula"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start:end` that name or describe an actor; `head` is the token that the sentence hangs them on.

    `name` is the words without an article. `known` is what the world knows by them. `countries` are codes;
    `owner` is the token that a possessive or an "of" points to. `organisation` is what a post belongs to: a
    known body, or the head token of its phrase. `bond` says how a description hangs on the names headed by the
    tokens `named`. `office` is "" where a post is less
    than one of a state.
    """

    start: int
    end: int
    head: int
    sort: PhraseSort
    form: Form
    name: str
    kind: Kind = "unknown"
    sector: str | None = None
    noun: Noun | None = None
    known: Known | None = None
    countries: tuple[str, ...] = ()
    article: str = ""
    owner: int | None = None
    plural: bool = False
    counted: bool = False
    place: bool = False
    office: str | None = None
    title: str = ""
    organisation: Known | int | None = None
    named: tuple[int, ...] = ()
    bond: Bond = ""
    gender: Gender = ""
    words: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The noun it is headed by, in the singular; "" for a name."""
        return self.noun.word if self.noun else ""
