"""What travels between the report steps: a report as read, and a report as coded."""

from dataclasses import dataclass, field

from dragoman.model.actor import Chain, Mention
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
    _chains: dict[str, Chain] = field(init=False, repr=False, compare=False)
    _heads: dict[int, tuple[Mention, Chain]] = field(init=False, repr=False, compare=False)
    _inner: dict[int, tuple[Mention, Chain]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the mentions by head and by the tokens they cover, the shortest one last so that it wins."""
        longest_first = sorted(
            ((m, c) for c in self.chains for m in c.mentions), key=lambda x: x[0].span.start - x[0].span.end
        )
        inner: dict[int, tuple[Mention, Chain]] = {}
        for mention, chain in longest_first:
            for i in range(*self.parse.tokens(mention.span)):
                inner[i] = (mention, chain)
        object.__setattr__(self, "_chains", {c.id: c for c in self.chains})
        object.__setattr__(self, "_heads", {m.head: (m, c) for m, c in longest_first})
        object.__setattr__(self, "_inner", inner)

    def chain(self, id: str) -> Chain:
        """The chain with this id."""
        return self._chains[id]

    def found_at(self, token: int) -> tuple[Mention, Chain] | None:
        """The mention, with its chain, that a token stands for; None where it names no actor.

        The mention headed by the token, else the innermost one that covers it, else the one that its noun
        phrase ends in ("spokesman" in "the spokesman Ada Low").
        """
        found = self._heads.get(token) or self._inner.get(token)
        if found or self.parse.deps[token] not in ("compound", "flat", "nmod"):
            return found
        return self._heads.get(self.parse.heads[token])

    def mention_at(self, token: int) -> Mention | None:
        """The mention that a token stands for (see `found_at`)."""
        found = self.found_at(token)
        return found[0] if found else None

    def chain_at(self, token: int) -> Chain | None:
        """The actor that a token stands for (see `found_at`); a group is one chain with members."""
        found = self.found_at(token)
        return found[1] if found else None

    def chains_at(self, token: int) -> tuple[Chain, ...]:
        """The actors that a token stands for: the members of a group ("the two countries") one by one."""
        chain = self.chain_at(token)
        return self.parts(chain) if chain else ()

    def parts(self, chain: Chain) -> tuple[Chain, ...]:
        """The members of a group, else the chain itself."""
        return tuple(self._chains[m] for m in chain.members if m in self._chains) or (chain,)

    def of_country(self, country: str) -> Chain | None:
        """The state whose country (ISO 3166-1 alpha-3) this is, where the report names it."""
        return next((c for c in self.chains if c.kind == "state" and c.country == country), None)


@dataclass(frozen=True, slots=True)
class Coding:
    """What the report steps hand to the dossier: everything one report says, on its own."""

    report: Report
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
