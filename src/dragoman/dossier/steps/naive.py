"""Stands in for resolve.actors until it lands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model.actor import Actor, Chain
from dragoman.model.finding import Judgement
from dragoman.model.ids import minted
from dragoman.model.world import World, fold


@dataclass(frozen=True, slots=True)
class Group:
    actor: Actor
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    dates: Mapping[str, str | None]
    stories: Mapping[str, str]
    when: str
    before: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Assignment:
    actors: tuple[Actor, ...]
    actor_of: dict[str, str]
    gone: dict[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    review: tuple[tuple[str, ...], ...] = ()


def keys(chain: Chain) -> tuple[str, ...]:
    return (chain.id if chain.described else chain.key or fold(chain.name),)


def assign(
    new: Sequence[Chain], known: Sequence[Group], judgements: Iterable[Judgement], setting: Setting, world: World
) -> Assignment:
    by_key = {k: g.actor for g in known for k in ([g.actor.key] if g.actor.key else [fold(g.actor.name)])}
    of: dict[str, str] = {}
    for c in new:
        k = keys(c)[0]
        a = by_key.get(k) or Actor(
            minted("a", c.id), c.name, c.kind, c.country, c.sector, c.described, (), (), key=c.key
        )
        names = [m.span.text for m in c.mentions if m.form in ("name", "metonym")]
        by_key[k] = replace(a, aliases=tuple(dict.fromkeys([*a.aliases, *names])))
        of[c.id] = a.id
    return Assignment(tuple(a for a in by_key.values() if a.id in set(of.values())), of)
