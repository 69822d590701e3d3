"""Offices and posts: what a role's title stands for, and who held an office on a day."""

from dragoman.model.actor import Chain, Role
from dragoman.model.world import Tenure, World, fold

SINGLE = frozenset({"head of state", "head of government", "foreign minister", "defence minister"})


def office(role: Role, country: str | None, world: World) -> tuple[str | None, str]:
    """A role as (country, office): "Russian Foreign Minister" → ("RUS", "foreign minister")."""
    state, rest = world.split(role.title)
    code = state.country if state else country
    known = world.office(rest, code) or world.office(role.title, code)
    return code, known.office if known else fold(rest)


def offices(chain: Chain, world: World) -> frozenset[tuple[str | None, str]]:
    """All offices a chain is said to hold."""
    return frozenset(office(r, chain.country, world) for r in chain.roles)


def holder(chain: Chain, day: str | None, world: World) -> Tenure | None:
    """Who a described actor is by the dated roles ("the Russian foreign minister" of a report of that day)."""
    if not day or not chain.described:
        return None
    for code, title in sorted(offices(chain, world), key=str):
        if code and title in SINGLE and (found := world.holder(code, title, day)):
            return found
    return None


def tenures(person: str, country: str | None, world: World) -> tuple[Tenure, ...]:
    """The offices that the world data gives to a person of this name, as spelled there."""
    wanted = fold(person)
    return tuple(
        t
        for t in world.tenures
        if (country is None or t.country == country) and (fold(t.person) == wanted or wanted in map(fold, t.aliases))
    )
