"""The dossier steps on one screen: what is new is settled among what is there, some reports at a time."""

from collections.abc import Callable

from dragoman.dossier.steps import actors, copies, events, stories, times
from dragoman.model.world import World
from dragoman.store import fetch, write
from dragoman.store.door import Store, Tx

TOGETHER = 50
"""How many reports are settled in one transaction."""


def settle(store: Store, world: World, on: Callable[[int, int], None]) -> None:
    """Settle every report that is not yet; `on` hears how many are done, and of how many."""
    waiting = done = 0
    while True:
        with store.writing() as tx:
            fresh = fetch.document_ids(tx, settled=False)
            waiting = waiting or len(fresh)
            if not fresh:
                return
            some(tx, fresh[:TOGETHER], world)
        done = min(done + TOGETHER, waiting)
        on(done, waiting)


def some(tx: Tx, fresh: list[str], world: World) -> None:
    """Settle these reports among each other and those that are settled."""
    persons = fetch.judgements(tx, by="person")
    copied = copies.settle(tx, fresh, persons)
    told = stories.settle(tx, fresh, persons)
    redated = stories.date(tx, fresh, told)
    times.settle(tx, redated)
    changed = actors.settle(tx, fresh, world)
    again = sorted(set(redated) - set(fresh))
    changed |= events.leave(tx, again)
    changed |= events.told_in(tx, copied)
    events.settle(tx, [*fresh, *again], persons, changed)
    write.settled(tx, fresh)
