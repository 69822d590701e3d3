"""The actor that a person means by a name."""

from dataclasses import replace

from dragoman.errors import DragomanError, UnknownRecord
from dragoman.model.actor import Actor
from dragoman.store import fetch, search
from dragoman.store.door import Tx


def the_actor(tx: Tx, named: str) -> Actor:
    """The one actor that an id or a name means, with its chains."""
    ids = search.actors_named(tx, named)
    if not ids:
        raise UnknownRecord(f"The dossier knows no actor {named!r}. `dragoman actors list` lists them.")
    if len(ids) > 1:
        said = ", ".join(f"{a.name} ({a.id})" for a in fetch.actors(tx, ids)[:8])
        raise DragomanError(f"{named!r} may be any of {len(ids)} actors: {said}. Name it by its id.")
    return replace(fetch.actors(tx, ids)[0], chains=tuple(fetch.chains_of(tx, ids).get(ids[0], ())))
