"""A cluster: the phrases that are found to speak of one actor, while it is being put together."""

from dataclasses import dataclass, field

from dragoman.model.actor import Kind
from dragoman.model.world import Known
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_terms import Gender


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a report gives a person: its title, office, body's name and country, and the phrase that says so."""

    title: str
    office: str | None
    organisation: str | None
    country: str | None
    phrase: Phrase


@dataclass(slots=True, eq=False)
class Cluster:
    """One actor so far.

    `sort` is the sort of its first phrase, `nouns` are the common nouns it was called by, `held` offices that the
    dated roles give it.
    """

    sort: str
    name: str
    kind: Kind = "unknown"
    sector: str | None = None
    country: str | None = None
    key: str | None = None
    described: bool = False
    plural: bool = False
    gender: Gender = ""
    phrases: list[Phrase] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    members: list["Cluster"] = field(default_factory=list)
    relative_of: "Cluster | None" = None
    held: set[str] = field(default_factory=set)

    @classmethod
    def of_known(cls, known: Known) -> "Cluster":
        """An empty cluster for what the world knows."""
        plural = known.kind == "party" or known.key.endswith((":people", ":officials", ":rebels"))
        return cls("known", known.name, known.kind, known.sector, known.country, known.key, plural=plural)

    @classmethod
    def of_phrase(cls, phrase: Phrase, country: str | None, key: str | None = None) -> "Cluster":
        """An empty cluster for an actor without a name of its own."""
        return cls(
            phrase.sort, phrase.name, phrase.kind, phrase.sector, country, key, described=True, plural=phrase.plural,
            gender=phrase.gender,
        )  # fmt: skip

    @property
    def human(self) -> bool:
        """Whether it is a person or people called by their post or family."""
        return self.sort in ("person", "role", "kin")

    @property
    def offices(self) -> set[str]:
        """The offices that the report or the dated roles give it."""
        return {p.office for p in self.posts if p.office} | self.held

    def add(self, phrase: Phrase) -> None:
        """Take a phrase in."""
        self.phrases.append(phrase)
        if phrase.noun:
            self.nouns.add(phrase.noun.word)
        if phrase.gender and not self.gender:
            self.gender = phrase.gender
