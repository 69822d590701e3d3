"""Which event each new mention tells, what each event comes to, and where its accounts differ."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.dossier.steps.scene import Record, scene
from dragoman.dossier.steps.stories import keep_judgements
from dragoman.model.event import EventMention
from dragoman.model.finding import Judgement
from dragoman.reconcile import CANDIDATES, discrepancies, same
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "same"
CLAIMS = "claims"
TOGETHER = 200
"""How many new mentions are joined at once: enough for a story of some reports, few enough to compare each to each."""

KNOWN = 400
"""How many known mentions new ones are compared to at once, those that share most keys with each."""


def settle(tx: Tx, fresh: Sequence[str], persons: Sequence[Judgement]) -> set[str]:
    """Join the mentions of new reports into events; gives the events that changed."""
    changed: set[str] = set()
    for mentions in packs(in_order(tx, fresh)):
        changed |= join(tx, mentions, persons)
    return changed


def in_order(tx: Tx, documents: Sequence[str]) -> Iterator[list[EventMention]]:
    """The mentions of each report, by place."""
    for document in documents:
        yield sorted(fetch.event_mentions_in(tx, [document]), key=lambda m: (m.trigger.start, m.id))


def packs(parts: Iterable[list[EventMention]]) -> Iterator[list[EventMention]]:
    """Whole reports' mentions put together until there are enough."""
    pack: list[EventMention] = []
    for part in parts:
        if pack and len(pack) + len(part) > TOGETHER:
            yield pack
            pack = []
        pack += part
    if pack:
        yield pack


def join(tx: Tx, new: Sequence[EventMention], persons: Sequence[Judgement]) -> set[str]:
    """Join new mentions with each other and with those that are like them; gives the events that changed."""
    first = scene(tx, new)
    keys = {m.id: same.keys(m, first) for m in new}
    each = max(20, CANDIDATES * 10 // len(new))
    near = sorted(
        {c for ks in keys.values() for c in fetch.candidates(tx, STEP, ks, min(each, CANDIDATES))} - set(keys)
    )
    of = fetch.event_of(tx, near)
    known: dict[str, list[EventMention]] = {}
    for mention in fetch.event_mentions(tx, near):
        if mention.id in of:
            known.setdefault(of[mention.id], []).append(mention)
    look = scene(tx, [*new, *(m for ms in known.values() for m in ms)])
    joined = same.join(new, known, look, persons)
    write.blocks(tx, STEP, keys)
    write.event_of(tx, joined.event_of)
    write.merged_events(tx, joined.merged)
    keep_judgements(tx, joined.judgements)
    return (set(joined.event_of.values()) | set(joined.merged.values())) - set(joined.merged)


def tell(tx: Tx, changed: Iterable[str]) -> None:
    """Write events anew from all their mentions, and the differences on them; forget those without any."""
    ids = sorted(changed)
    told = fetch.mentions_of(tx, ids)
    write.forget_events(tx, [e for e in ids if e not in told])
    mentions = {m.id: m for m in fetch.event_mentions(tx, [m for ms in told.values() for m in ms])}
    look = scene(tx, list(mentions.values()))
    events = [same.event(id, [mentions[m] for m in ms], look) for id, ms in told.items()]
    write.events(tx, events)
    write.forget_discrepancies(tx, fetch.discrepancies_on(tx, ids))
    for event in events:
        write.discrepancies(tx, discrepancies.on_event(event, [mentions[m] for m in told[event.id]], look))


def claims(tx: Tx, fresh: Sequence[str]) -> None:
    """Hold what new reports claim and deny against each other and the rest."""
    for document in fresh:
        new: list[Record] = [*fetch.event_mentions_in(tx, [document]), *fetch.statements_in(tx, [document])]
        if not new:
            continue
        look = scene(tx, new)
        keys = {r.id: discrepancies.keys(r, look) for r in new}
        near = {c for ks in keys.values() for c in fetch.candidates(tx, CLAIMS, ks, max(10, CANDIDATES // len(new)))}
        others = sorted(near - set(keys))
        known: list[Record] = [*fetch.event_mentions(tx, others), *fetch.statements(tx, others)]
        write.blocks(tx, CLAIMS, keys)
        write.discrepancies(tx, discrepancies.claims(new, known, scene(tx, [*new, *known])))


def told_in(tx: Tx, documents: Iterable[str]) -> set[str]:
    """The events that reports tell."""
    mentions = [m.id for m in fetch.event_mentions_in(tx, sorted(documents))]
    return set(fetch.event_of(tx, mentions).values())


def leave(tx: Tx, documents: Sequence[str]) -> set[str]:
    """Take the mentions of reports out of their events; gives the events that they told."""
    mentions = [m.id for m in fetch.event_mentions_in(tx, documents)]
    statements = [s.id for s in fetch.statements_in(tx, documents)]
    touched = set(fetch.event_of(tx, mentions).values())
    write.out_of_events(tx, mentions)
    write.unfile(tx, STEP, mentions)
    write.unfile(tx, CLAIMS, [*mentions, *statements])
    return touched
