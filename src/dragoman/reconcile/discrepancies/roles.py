"""Who somebody is said to be: one report has a diplomat attacked, another a member of parliament."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.text import Span
from dragoman.reconcile.discrepancies.sides import Told, difference, side
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import part

OBJECT = 80
"""How far behind its word an act's object is looked for, in characters."""

ARMED = frozenset({"soldier", "sailor", "pilot", "fighter", "police", "guard", "spy", "commander"})
UNARMED = frozenset(
    {"civilian", "child", "refugee", "student", "worker", "tourist", "journalist", "medic", "protester"}
)
OFFICE = frozenset({"diplomat", "lawmaker", "minister"})


def roles(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """A discrepancy if two tellings give the one whom an event befell roles that have nothing in common."""
    given = [(m, dict(_roles(m))) for m in mentions]
    given = [(m, found) for m, found in given if found]
    named = {role for _, found in given for role in found}
    apart = {
        role for role in named
        if any(role in found and not found.keys() & other.keys() for _, found in given for _, other in given)
    }  # fmt: skip
    if len(apart) < 2:
        return ()
    told: dict[str, list[Told]] = defaultdict(list)
    for m, found in given:
        for role in apart & found.keys():
            told[role].append(Told(m.document, found[role], m.attribution))
    sides = tuple(side(f"{role}: {tells[0].span.text}", tells, scene) for role, tells in sorted(told.items()))
    return (difference("role", f"who it was: {' / '.join(sorted(told))}", event.id, sides),)


def roles_in(text: str) -> frozenset[str]:
    """The roles that a text names."""
    return frozenset(role for role, words in _words() if words.search(text))


def _roles(mention: EventMention) -> Iterator[tuple[str, Span]]:
    """The roles that a mention gives those it befell, with their words: those for the target, else of the clause."""
    places = [p.words for p in mention.target] or [mention.span]
    found = [(role, place, m) for place in places for role, words in _words() for m in words.finditer(place.text)]
    if not found:
        start = max(mention.trigger.start - mention.span.start, 0)
        rest = part(mention.span, start, min(len(mention.span.text), start + OBJECT))
        after = [(m.start(), role, rest, m) for role, words in _words() for m in words.finditer(rest.text)]
        found = [min(after, key=lambda x: x[0])[1:]] if after else []
    for role, place, m in found:
        yield role, part(place, m.start(), m.end())


def other_role(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of roles are of people who are never each other."""
    kinds = (ARMED, UNARMED, OFFICE)
    mine, theirs = ({k for k, kind in enumerate(kinds) if roles & kind} for roles in (a, b))
    return bool(mine and theirs and not mine & theirs) or ("child" in a) != ("child" in b)


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = Path(__file__).with_name("roles.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return tuple((role, re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)) for role, words in rows)
