"""The look-ups that the steps over events need, fetched for the records at hand."""

from collections.abc import Iterable, Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import EventMention
from dragoman.model.speech import Statement
from dragoman.reconcile.scene import Scene
from dragoman.store import fetch
from dragoman.store.door import Tx

type Record = EventMention | Statement


def scene(tx: Tx, records: Sequence[Record]) -> Scene:
    """The reports, actors, statements and stories that `records` mention."""
    documents = sorted({r.document for r in records})
    told_in = [r.statement for r in records if isinstance(r, EventMention) and r.statement]
    statements = {s.id: s for s in records if isinstance(s, Statement)}
    statements |= {s.id: s for s in fetch.statements(tx, [i for i in told_in if i not in statements])}
    chains = {c for r in (*records, *statements.values()) for c in named(r)}
    reports = {r.id: r for r in fetch.reports(tx, documents)}
    return Scene(reports, actors(tx, chains), statements, fetch.story_of(tx, documents))


def named(record: Record) -> set[str]:
    """The chains that a record names."""
    if isinstance(record, EventMention):
        return {p.chain for p in (*record.source, *record.target)} | set(record.attribution)
    return {c for c in (record.speaker, record.channel, *record.addressee, *record.about) if c}


def actors(tx: Tx, chains: Iterable[str]) -> dict[str, Actor]:
    """The actor that each chain is."""
    of = fetch.actor_of(tx, sorted(chains))
    found = {a.id: a for a in fetch.actors(tx, sorted(set(of.values())))}
    return {chain: found[actor] for chain, actor in of.items() if actor in found}
