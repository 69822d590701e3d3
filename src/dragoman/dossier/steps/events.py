"""Which event each new mention tells, what each event comes to, and where its accounts differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.dossier.steps.scene import Record, Shelf
from dragoman.dossier.steps.stories import keep_judgements
from dragoman.model.event import EventMention
from dragoman.model.finding import Judgement
from dragoman.reconcile import discrepancies, same
from dragoman.reconcile.discrepancies.standing import settled
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "same"
CLAIMS = "claims"
TOGETHER = 200
"""How many new mentions are joined at once: enough for a story of some reports, few enough to compare each to each."""
EACH = 20
"""How many known mentions one new one is compared to at most (with the rest of their events), and at least `FEWEST`."""
FEWEST = 10
ALL = 1200
"""How many known mentions the new ones are compared to at once."""
FEW = 400
"""So many known mentions or fewer are compared to all the new ones."""
HELD = 20
"""How many new reports' claims and denials are held against one another at once."""
AGAINST = 200
"""How many known records those of new reports are held against, ..."""
REPORTS = 30
"""... and of how many reports: those that have most of them."""


def settle(tx: Tx, fresh: Sequence[str], persons: Sequence[Judgement], changed: Iterable[str]) -> None:
    """Join the mentions of new reports into events; write those, and others that `changed`, with what differs."""
    shelf = Shelf(tx)
    touched = set(changed)
    for mentions in packs(in_order(tx, fresh)):
        touched |= join(shelf, mentions, persons)
    tell(shelf, touched)
    claims(shelf, fresh)


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


def join(shelf: Shelf, new: Sequence[EventMention], persons: Sequence[Judgement]) -> set[str]:
    """Join new mentions with each other and with those that are like them; gives the events that changed."""
    tx, first = shelf.tx, shelf.scene(new)
    keys = {m.id: same.keys(m, first) for m in new}
    each = max(FEWEST, min(EACH, ALL // len(new)))
    near = {m: set(found) - set(keys) for m, found in fetch.candidates_of(tx, STEP, keys, each).items()}
    found = sorted(set().union(*near.values()))
    of = fetch.event_of(tx, found)
    known: dict[str, list[EventMention]] = {}
    for mention in shelf.mentions(found):
        if mention.id in of:
            known.setdefault(of[mention.id], []).append(mention)
    look = shelf.scene([*new, *(m for ms in known.values() for m in ms)])
    joined = same.join(new, known, look, persons, near if len(found) > FEW else None)
    write.blocks(tx, STEP, keys)
    write.event_of(tx, joined.event_of)
    write.merged_events(tx, joined.merged)
    keep_judgements(tx, joined.judgements, keys)
    return (set(joined.event_of.values()) | set(joined.merged.values())) - set(joined.merged)


def tell(shelf: Shelf, changed: Iterable[str]) -> None:
    """Write events anew from all their mentions, and the differences on them; forget those without any."""
    tx, ids = shelf.tx, sorted(changed)
    told = fetch.mentions_of(tx, ids)
    write.forget_events(tx, [e for e in ids if e not in told])
    mentions = {m.id: m for m in shelf.mentions(m for ms in told.values() for m in ms)}
    look = shelf.scene(list(mentions.values()), words=False)
    events = [same.event(id, [mentions[m] for m in ms], look) for id, ms in told.items()]
    write.events(tx, events)
    write.forget_discrepancies(tx, fetch.discrepancies_on(tx, ids))
    found = [d for e in events for d in discrepancies.on_event(e, [mentions[m] for m in told[e.id]], look)]
    write.discrepancies(tx, found)


def claims(shelf: Shelf, fresh: Sequence[str]) -> None:
    """Hold what new reports claim and deny against each other and the rest of their story."""
    for documents in together(shelf.story_of(fresh), fresh):
        hold(shelf, documents)


def together(story_of: Mapping[str, str], documents: Sequence[str]) -> Iterator[list[str]]:
    """Reports of one story, some at a time."""
    stories: dict[str, list[str]] = {}
    for d in documents:
        stories.setdefault(story_of.get(d, ""), []).append(d)
    for told in stories.values():
        for i in range(0, len(told), HELD):
            yield told[i : i + HELD]


def hold(shelf: Shelf, documents: Sequence[str]) -> None:
    """Hold what some new reports of one story claim and deny against each other and the rest of the story."""
    tx = shelf.tx
    new: list[Record] = [*fetch.event_mentions_in(tx, documents), *fetch.statements_in(tx, documents)]
    if not new:
        return
    look = shelf.scene(new)
    keys = {r.id: discrepancies.keys(r, look) for r in new}
    wanted: dict[str, set[str]] = {}
    for record in new:
        wanted.setdefault(record.document, set()).update(keys[record.id])
    shared = fetch.candidates_of(tx, CLAIMS, wanted, AGAINST // len(wanted))
    near = {c for found in shared.values() for c in found} - set(keys)
    known = foremost([*shelf.mentions(near), *shelf.statements(near)])
    write.blocks(tx, CLAIMS, keys)
    found = discrepancies.claims(new, known, shelf.scene([*new, *known]))
    words_of = sorted({d for x in found for s in x.sides for d in s.documents})
    standing = fetch.discrepancies(tx, fetch.discrepancies_in(tx, words_of))
    made = settled(found, sorted(standing, key=lambda d: d.id))
    write.forget_discrepancies(tx, sorted(made.gone))
    write.discrepancies(tx, made.found)


def foremost(found: Sequence[Record]) -> list[Record]:
    """The records of those reports that have most of them."""
    share = Counter(r.document for r in found)
    kept = set(sorted(share, key=lambda d: (-share[d], d))[:REPORTS])
    return [r for r in found if r.document in kept]


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
