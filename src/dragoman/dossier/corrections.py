"""What persons decide about actors: kept as judgements, carried out at once, and again whenever the rules run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from dragoman.dossier.steps import actors, events
from dragoman.errors import DragomanError, UnknownRecord
from dragoman.model.actor import Actor
from dragoman.model.finding import Judgement
from dragoman.model.world import World
from dragoman.resolve import decisions
from dragoman.resolve.decisions import By
from dragoman.store import fetch, search, write
from dragoman.store.door import Tx

TRIES = 20
"""How many times the rest of a merged actor is brought after it, where the rules would leave it behind."""


def by(who: str, why: str) -> By:
    """Who decides, now."""
    return By(who, datetime.now(UTC).isoformat(timespec="microseconds"), why)


def merge(tx: Tx, a: Actor, b: Actor, by: By, world: World) -> str:
    """Make two actors one; gives the id of the one that is left."""
    if a.id == b.id:
        raise DragomanError(f"{a.name} ({a.id}) is one actor already.")
    chains = [*a.chains, *b.chains]
    made = decisions.merge(a, b, by)
    for _ in range(TRIES):
        carry_out(tx, made, sorted({a.id, b.id} | set(fetch.actor_of(tx, chains).values())), world)
        of = fetch.actor_of(tx, chains)
        behind = [c for c in chains if of[c] != of[a.chains[0]]]
        if not behind:
            break
        made = decisions.merge(a, replace(b, chains=(behind[0],)), by)
    return fetch.actor_of(tx, [a.chains[0]])[a.chains[0]]


def split(tx: Tx, actor: Actor, out: Sequence[str], by: By, world: World) -> str:
    """Take chains out of an actor; gives the id of the actor that they are now."""
    if not out or set(out) >= set(actor.chains):
        raise DragomanError(f"Name a part of what is {actor.name}: some of its mentions, and not all.")
    tell_again(tx, actors.decide(tx, decisions.split(actor, out, by), [actor.id], world, out))
    return fetch.actor_of(tx, out)[out[0]]


def meant(tx: Tx, actor: Actor, parts: Sequence[str]) -> list[str]:
    """The chains of an actor that are meant by chain ids, reports (ids or files) or names."""
    reports = {d for p in parts for d in search.documents(tx, search.Filters(document=p))}
    chains = fetch.chains(tx, actor.chains)
    wanted = set(parts)
    return [
        c.id
        for c in sorted(chains, key=lambda c: actor.chains.index(c.id))
        if c.id in wanted or c.document in reports or wanted & {c.name, *(m.span.text for m in c.mentions)}
    ]


def keep_apart(tx: Tx, on: tuple[str, str], by: By, world: World) -> None:
    """Say of two chains that they are two actors."""
    touched = sorted(set(fetch.actor_of(tx, on).values()))
    carry_out(tx, decisions.apart(*on, by), touched, world)


def change(tx: Tx, actor: Actor, field: str, value: str | None, by: By) -> None:
    """Set one field of an actor."""
    value = value.upper() if value and field in ("country", "sector") else value
    try:
        made = decisions.change(actor, field, value, by)
    except ValueError as error:
        raise DragomanError(f"{error}.") from error
    changed = replace(actor, **{field: value})  # type: ignore[arg-type]
    if field == "name":
        changed = replace(changed, aliases=tuple(sorted({*actor.aliases, actor.name} - {changed.name})))
    write.judgements(tx, [made])
    write.actors(tx, [changed])
    if field == "country":
        tell_again(tx, sorted({c.document for c in fetch.chains(tx, actor.chains)}))


def undo(tx: Tx, judgement: str, world: World) -> Judgement:
    """Take a decision back, a person's or a rule's."""
    found = fetch.judgements(tx, [judgement])
    if not found:
        raise UnknownRecord(f"The dossier holds no judgement {judgement}. `dragoman why ID` shows those on a record.")
    made = decisions.undo(found[0])
    touched = sorted(set(fetch.actor_of(tx, made.on).values()))
    carry_out(tx, made, touched, world)
    return made


def carry_out(tx: Tx, made: Judgement, touched: Sequence[str], world: World) -> None:
    """Keep a decision, assign the chains of the actors that it touches anew, and settle what that changes."""
    tell_again(tx, actors.decide(tx, made, touched, world))


def tell_again(tx: Tx, documents: Sequence[str]) -> None:
    """Settle the events and differences of reports anew, after their actors changed."""
    write.forget_discrepancies(tx, fetch.discrepancies_in(tx, documents))
    changed = events.leave(tx, documents)
    events.settle(tx, documents, fetch.judgements(tx, by="person"), changed)
