"""Which actor each new chain is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from dragoman.model.actor import Chain
from dragoman.model.finding import Judgement
from dragoman.model.ids import digest
from dragoman.model.world import World
from dragoman.reconcile import CANDIDATES
from dragoman.resolve import actors
from dragoman.resolve.actors import Assignment, Doubt, Group, Setting
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "actors"
REVIEW = "review"
MOST = 20
"""How many chains of a known actor are looked at to tell whether a new one belongs to it."""


CHAIN = re.compile(r"(d[0-9a-f]+)\.c(\d+)-(\d+)")

pack = msgspec.msgpack.Encoder().encode
unpack = msgspec.msgpack.Decoder(Doubt).decode


def settle(tx: Tx, fresh: Sequence[str], world: World) -> set[str]:
    """Assign the chains of new reports to actors; gives the events whose actors are others now."""
    return assign(tx, ordered(fetch.chains_in(tx, fresh), fresh), {}, world)


def ordered(chains: Iterable[Chain], documents: Sequence[str]) -> list[Chain]:
    """Chains in the order of reports and places."""
    found: dict[str, list[Chain]] = {}
    for chain in chains:
        found.setdefault(chain.document, []).append(chain)
    return [c for d in documents for c in sorted(found.get(d, []), key=lambda c: (c.mentions[0].span.start, c.id))]


def assign(tx: Tx, new: Sequence[Chain], before: Mapping[str, str], world: World) -> set[str]:
    """Assign chains to actors by the rules and by persons' decisions; `before` tells which actor each had."""
    days = setting(tx, sorted({c.document for c in new}), before).dates
    keys = {c.id: actors.keys(c, world, days.get(c.document)) for c in new}
    near = {a for found in fetch.candidates_of(tx, STEP, keys, CANDIDATES).values() for a in found}
    known = groups(tx, near, {c.id for c in new})
    documents = sorted({c.document for c in new} | {c.document for g in known for c in g.chains})
    made = actors.assign(new, known, decisions(tx), setting(tx, documents, before), world)
    return keep(tx, made, keys)


def groups(tx: Tx, near: Iterable[str], but: set[str]) -> list[Group]:
    """Known actors with their first chains; those that the world knows go without."""
    found = sorted(fetch.actors(tx, sorted(near)), key=lambda a: a.id)
    of = fetch.chains_of(tx, [a.id for a in found if not a.key], MOST)
    kept = {a: [c for c in cs if c not in but] for a, cs in of.items()}
    chains = {c.id: c for c in fetch.chains(tx, [c for cs in kept.values() for c in cs])}
    return [
        Group(replace(a, chains=tuple(kept.get(a.id, ()))), tuple(chains[c] for c in kept.get(a.id, ()))) for a in found
    ]


def decisions(tx: Tx) -> list[Judgement]:
    """What persons decided, and what rules decided and persons undid; on the chains that stand there now."""
    made = [*fetch.judgements(tx, by="person"), *fetch.judgements(tx, by="rule", undone=True)]
    lost = {c for j in made for c in j.on if CHAIN.match(c)} - {
        c.id for c in fetch.chains(tx, [c for j in made for c in j.on])
    }
    now = {c: there for c in sorted(lost) if (there := standing_at(tx, c))}
    return [replace(j, on=tuple(now.get(c, c) for c in j.on)) for j in made]


def standing_at(tx: Tx, chain: str) -> str | None:
    """The chain that has a mention where a chain that is no more began (a report read again may give another)."""
    document, start, end = CHAIN.fullmatch(chain).groups()  # type: ignore[union-attr]
    return fetch.chain_at(tx, document, int(start), int(end))


def setting(tx: Tx, documents: Sequence[str], before: Mapping[str, str]) -> Setting:
    """What is known of the reports that chains stand in."""
    days = {r.id: r.published.date for r in fetch.bare_reports(tx, documents)}
    return Setting(days, fetch.story_of(tx, documents), "", before)


def keep(tx: Tx, made: Assignment, keys: Mapping[str, Iterable[str]]) -> set[str]:
    """Write who is who; gives the events whose actors are others now."""
    touched = set(fetch.events_with(tx, sorted(made.gone)))
    for old, new in sorted(made.gone.items()):
        write.moved(tx, old, new)
    write.actors(tx, made.actors)
    write.actor_of(tx, made.actor_of)
    filed: dict[str, set[str]] = {}
    for chain, actor in made.actor_of.items():
        filed.setdefault(actor, set()).update(keys.get(chain, ()))
    for old, new in made.gone.items():
        filed.setdefault(new, set()).update(fetch.keys(tx, STEP, [old]).get(old, ()))
    write.unfile(tx, STEP, sorted(made.gone))
    write.also_blocks(tx, STEP, filed)
    write.judgements(tx, made.judgements)
    write.notes(tx, REVIEW, {digest(*sorted(d.on)): pack(d) for d in made.review})
    return touched


def doubts(tx: Tx) -> list[Doubt]:
    """The pairs of actors that a person should look at: still two, and not decided on; the surest first."""
    decided = {frozenset(j.on) for j in decisions(tx) if not j.undone}
    found = []
    for doubt in map(unpack, fetch.all_notes(tx, REVIEW)):
        of = fetch.actor_of(tx, doubt.on)
        now = tuple(of.get(c, c) for c in doubt.on)
        if now[0] != now[1] and frozenset(doubt.on) not in decided and len(fetch.actors(tx, now)) == 2:
            found.append(replace(doubt, actors=(now[0], now[1])))
    return sorted(found, key=lambda d: (-d.score, d.on))


def leave(tx: Tx, documents: Sequence[str]) -> None:
    """Take the chains of reports out of their actors, and forget actors that are left with none."""
    chains = [c.id for c in fetch.chains_in(tx, documents)]
    were = sorted(set(fetch.actor_of(tx, chains).values()))
    write.out_of_actors(tx, chains)
    empty(tx, were)


def empty(tx: Tx, were: Sequence[str]) -> None:
    """Forget those of the actors `were` that no chain belongs to."""
    gone = fetch.without_chains(tx, were)
    write.forget_actors(tx, gone)
    write.unfile(tx, STEP, gone)


def decide(tx: Tx, made: Judgement, touched: Sequence[str], world: World, out: Sequence[str] = ()) -> list[str]:
    """Keep a person's decision and assign the chains of the actors it touches anew; gives the reports that changed.

    The chains `out` are taken out of their actor: the id stays with the rest.
    """
    write.judgements(tx, [made])
    of = fetch.chains_of(tx, touched)
    before = {c: a for a, cs in of.items() for c in cs}
    chains = fetch.chains(tx, list(before))
    write.out_of_actors(tx, list(before))
    write.unfile(tx, STEP, touched)
    write.forget_actors(tx, touched)
    documents = [r.id for r in fetch.bare_reports(tx, sorted({c.document for c in chains}))]
    assign(tx, ordered(chains, documents), {c: a for c, a in before.items() if c not in set(out)}, world)
    after = fetch.actor_of(tx, list(before))
    return sorted({c.document for c in chains if after.get(c.id) != before[c.id]})
