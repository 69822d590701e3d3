"""One parse with the names found on it: what every step from names to descriptions works on."""

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.parse import Entity, Parse
from dragoman.model.world import Named, World
from dragoman.read.actors_terms import Noun, Terms

PARTICLES = frozenset(
    (
        "al", "el", "as", "ash", "an", "ad", "ar", "at", "bin", "ben", "ibn", "abu", "abd", "von", "van", "der", "den",
        "de", "da", "di", "del", "della", "du", "la", "le", "dos", "das", "e", "y", "ul", "ud", "uz", "zu", "ter",
    )
)  # fmt: skip
GEOGRAPHY = frozenset(
    (
        "gulf", "strait", "straits", "sea", "ocean", "bay", "mount", "lake", "river", "cape", "island", "islands",
        "port", "airport", "canal", "peninsula", "valley", "mountains", "desert", "bridge", "square", "street",
        "avenue",
    )
)  # fmt: skip
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
PLATFORMS = frozenset(("twitter", "x", "facebook", "telegram", "instagram", "youtube", "tiktok", "whatsapp", "weibo"))


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start:end` that are a name; `head` is the one that the grammar hangs on the rest of the sentence."""

    start: int
    end: int
    head: int
    sort: Literal["known", "person", "family", "org", "craft"]
    named: Named | None = None

    @property
    def adjective(self) -> bool:
        """Whether it is an adjective ("Iranian")."""
        return self.named is not None and self.named.form == "adjective"


@dataclass(slots=True)
class Page:
    """One parse with the names found on it so far: `at[i]` is the name that covers token i.

    `lower` are the words in lower case, `nouns` the nouns that actors are called by, `entity` the parser's entities.
    """

    parse: Parse
    world: World
    terms: Terms
    lower: list[str]
    nouns: list[Noun | None]
    at: list[Name | None]
    entity: list[Entity | None]
    seen: dict[str, Named | None] = field(default_factory=dict)
    doubtful: list[Name] = field(default_factory=list)

    def names(self) -> list[Name]:
        """The names on the page so far, in order."""
        return list({id(n): n for n in self.at if n}.values())

    def find(self, start: int, end: int) -> Named | None:
        """What the world knows by the words of tokens `start:end`."""
        phrase = self.text(start, end)
        if phrase not in self.seen:
            self.seen[phrase] = self.world.find(phrase)
        return self.seen[phrase]

    def text(self, start: int, end: int) -> str:
        """The source words of tokens `start:end`, on one line."""
        parse = self.parse
        return " ".join(parse.source[parse.starts[start] : parse.ends[end - 1]].split())

    def head(self, start: int, end: int) -> int:
        """The token of `start:end` whose head lies outside."""
        heads = self.parse.heads
        for i in range(end - 1, start - 1, -1):
            if not start <= heads[i] < end or heads[i] == i:
                return i
        return end - 1

    def add(self, name: Name) -> None:
        """Put a name on the page, over what was there."""
        for i in range(name.start, name.end):
            self.at[i] = name

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter, also behind a "d'" or "l'"."""
        word = self.parse.words[i]
        return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())

    def sentence(self, i: int) -> tuple[int, int]:
        """The token range of the sentence that token i stands in."""
        return self.parse.sentences[self.parse.sentence_of[i]]


def blank(parse: Parse, world: World, terms: Terms) -> Page:
    """A page with nouns and entities, but no names yet."""
    lower = [w.lower() for w in parse.words]
    nouns = [terms.noun(lower[i], parse.lemmas[i]) if p in NOMINAL else None for i, p in enumerate(parse.pos)]
    for i in range(1, len(lower)):
        if lower[i] == "." and parse.tags[i] == "NNP":
            nouns[i], nouns[i - 1] = terms.nouns.get(f"{lower[i - 1]}."), None
            continue
        pair = terms.two(lower[i - 1], lower[i], parse.lemmas[i]) if parse.pos[i] in NOMINAL else None
        if pair:
            nouns[i], nouns[i - 1] = None if pair.sort == "none" else pair, None
        elif lower[i - 1] == "-" and i > 1 and (joined := terms.nouns.get(f"{lower[i - 2]}-{lower[i]}")):
            nouns[i], nouns[i - 2] = joined, None
    entity: list[Entity | None] = [None] * len(parse)
    for e in parse.entities:
        for i in range(e.start, e.end):
            entity[i] = e
    return Page(parse, world, terms, lower, nouns, [None] * len(parse), entity)
