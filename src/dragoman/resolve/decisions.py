"""What persons decide about actors: each a Judgement, added to the others and never taken away."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.actor import Actor, Chain
from dragoman.model.finding import Judgement
from dragoman.model.ids import minted

MERGE = "merge actors"
SPLIT = "split actors"
APART = "keep actors apart"
FIELDS = ("name", "kind", "country", "sector", "wikidata")
TAKEN_OUT = "taken out"
CHAIN = re.compile(r"(.+)\.c(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when (ISO time) and why in words."""

    who: str
    when: str
    why: str = ""


def merge(a: Actor, b: Actor, by: By) -> Judgement:
    """The two actors are one."""
    return _judgement(MERGE, (a.chains[0], b.chains[0]), by, f"{a.name} and {b.name} are one actor")


def apart(a: str, b: str, by: By) -> Judgement:
    """The actors of chains `a` and `b` are two, whatever the rules say."""
    return _judgement(APART, (a, b), by, "these are two actors")


def split(actor: Actor, chains: Iterable[str], by: By) -> Judgement:
    """Take `chains` out of an actor: they are another one. The last of `on` are the chains taken out."""
    out = [c for c in actor.chains if c in set(chains)]
    kept = [c for c in actor.chains if c not in set(out)]
    made = _judgement(SPLIT, (*kept, *out), by, f"not all of this is {actor.name}")
    return replace(made, features={TAKEN_OUT: float(len(out))})


def change(actor: Actor, field: str, value: str | None, by: By) -> Judgement:
    """Set an actor's name, kind, country, sector or wikidata id; None empties it."""
    if field not in FIELDS:
        raise ValueError(f"an actor's {field} cannot be set; one of {', '.join(FIELDS)} can")
    return _judgement(
        f"set {field}={value or ''}", (actor.chains[0],), by, f"{actor.name}: {field} is {value or 'none'}"
    )


def rename(actor: Actor, name: str, by: By) -> Judgement:
    """Call an actor by another name; the old one stays as an alias."""
    return change(actor, "name", name, by)


def undo(judgement: Judgement) -> Judgement:
    """Take a decision back. A rule's merge that a person undoes keeps the two apart from then on."""
    return replace(judgement, undone=True)


def _judgement(what: str, on: tuple[str, ...], by: By, why: str) -> Judgement:
    return Judgement(minted("j", "\n".join((what, *on, by.when))), what, on, "person", by.why or why, by.when, by.who)


@dataclass(frozen=True, slots=True)
class Decided:
    """Persons' decisions as pairs of chains: joined, kept apart; and fields set, as (chain, field, value)."""

    joined: tuple[tuple[str, str], ...]
    apart: dict[str, frozenset[str]]
    fields: tuple[tuple[str, str, str], ...]
    with_chain: dict[str, frozenset[str]]


def decided(judgements: Sequence[Judgement], chains: Iterable[Chain]) -> Decided:
    """Read persons' decisions in the order they were made, later ones overruling earlier ones on the same pair.

    A chain that a decision names and that is no more (a report was read anew) is the one that has its words now.
    """
    pairs: dict[tuple[str, str], bool] = {}
    fields: list[tuple[str, str, str]] = []
    for j in _moved(sorted(judgements, key=lambda j: (j.when, j.id)), chains):
        if j.by == "rule":
            if j.undone and j.what == MERGE:
                pairs[_pair(j.on[0], j.on[1])] = False
        elif j.undone:
            continue
        elif j.what == MERGE:
            pairs[_pair(j.on[0], j.on[1])] = True
        elif j.what == APART:
            pairs[_pair(j.on[0], j.on[1])] = False
        elif j.what == SPLIT:
            at = len(j.on) - int(j.features.get(TAKEN_OUT, 1))
            pairs.update({_pair(a, b): False for a in j.on[:at] for b in j.on[at:]})
        elif j.what.startswith("set "):
            field, _, value = j.what.removeprefix("set ").partition("=")
            fields.append((j.on[0], field, value))
    joined = tuple(p for p, one in pairs.items() if one)
    return Decided(joined, _beside(p for p, one in pairs.items() if not one), tuple(fields), _beside(joined))


def _beside(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each chain with those it is paired with."""
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {c: frozenset(s) for c, s in found.items()}


def _moved(judgements: Sequence[Judgement], chains: Iterable[Chain]) -> Iterator[Judgement]:
    """The judgements with chains that are no more replaced by the chains that have their words now."""
    at_hand: dict[str, list[Chain]] = {}
    ids: set[str] = set()
    for c in chains:
        ids.add(c.id)
        at_hand.setdefault(c.document, []).append(c)
    for j in judgements:
        yield replace(j, on=tuple(c if c in ids else _now(c, at_hand) for c in j.on))


def _now(id: str, at_hand: Mapping[str, Sequence[Chain]]) -> str:
    match = CHAIN.fullmatch(id)
    if not match:
        return id
    start, end = int(match[2]), int(match[3])
    over = [c for c in at_hand.get(match[1], ()) if any(m.span.start < end and start < m.span.end for m in c.mentions)]
    return min(over, key=lambda c: c.id).id if over else id


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
