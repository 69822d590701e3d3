"""Which actor each new chain is."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.model.actor import Chain
from dragoman.model.finding import Judgement
from dragoman.model.ids import digest
from dragoman.model.world import World
from dragoman.reconcile import CANDIDATES

try:
    from dragoman.resolve import actors
    from dragoman.resolve.actors import Assignment, Group, Setting
except ImportError:
    from dragoman.dossier.steps import naive as actors  # type: ignore[no-redef]
    from dragoman.dossier.steps.naive import Assignment, Group, Setting  # type: ignore[assignment]
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "actors"
REVIEW = "review"
MOST = 40
"""How many chains of a known actor are looked at to tell whether a new one belongs to it."""


def settle(tx: Tx, fresh: Sequence[str], world: World) -> set[str]:
    """Assign the chains of new reports to actors; gives the events whose actors are others now."""
    return assign(tx, ordered(tx, fresh), {}, world)


def ordered(tx: Tx, documents: Sequence[str]) -> list[Chain]:
    """The chains of reports, in the order of reports and places."""
    found: dict[str, list[Chain]] = {}
    for chain in fetch.chains_in(tx, documents):
        found.setdefault(chain.document, []).append(chain)
    return [c for d in documents for c in sorted(found.get(d, []), key=lambda c: (c.mentions[0].span.start, c.id))]


def assign(tx: Tx, new: Sequence[Chain], before: Mapping[str, str], world: World) -> set[str]:
    """Assign chains to actors by the rules and by persons' decisions; `before` tells which actor each had."""
    keys = {c.id: actors.keys(c) for c in new}
    near = {a for ks in keys.values() for a in fetch.candidates(tx, STEP, ks, CANDIDATES)} | set(before.values())
    known = groups(tx, near, {c.id for c in new})
    documents = sorted({c.document for c in new} | {c.document for g in known for c in g.chains})
    made = actors.assign(new, known, decisions(tx), setting(tx, documents, before), world)
    return keep(tx, made, keys)


def groups(tx: Tx, near: Iterable[str], but: set[str]) -> list[Group]:
    """Known actors with their chains; those that the world knows go without."""
    found = sorted(fetch.actors(tx, sorted(near)), key=lambda a: a.id)
    of = fetch.chains_of(tx, [a.id for a in found if not a.key], MOST)
    chains = {c.id: c for c in fetch.chains(tx, [c for cs in of.values() for c in cs if c not in but])}
    return [Group(a, tuple(chains[c] for c in of.get(a.id, ()) if c in chains)) for a in found]


def decisions(tx: Tx) -> list[Judgement]:
    """What persons decided, and what rules decided and persons undid."""
    undone = [j for j in fetch.judgements(tx, by="rule") if j.undone]
    return [*fetch.judgements(tx, by="person"), *undone]


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
    write.notes(tx, REVIEW, {digest(repr(pair)): msgspec.msgpack.encode(pair) for pair in made.review})
    return touched


def leave(tx: Tx, documents: Sequence[str]) -> None:
    """Take the chains of reports out of their actors, and forget actors that are left with none."""
    chains = [c.id for c in fetch.chains_in(tx, documents)]
    were = sorted(set(fetch.actor_of(tx, chains).values()))
    write.out_of_actors(tx, chains)
    gone = fetch.without_chains(tx, were)
    write.forget_actors(tx, gone)
    write.unfile(tx, STEP, gone)
