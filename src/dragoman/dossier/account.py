"""The account: what a dossier holds, all or a part, in one record, in the order of the reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman import __version__
from dragoman.model.account import Account
from dragoman.model.actor import Actor, Chain
from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy, Relation, Story
from dragoman.model.speech import Statement
from dragoman.model.text import Report
from dragoman.reconcile import relations, timeline
from dragoman.store import fetch
from dragoman.store.door import Tx


@dataclass(frozen=True, slots=True)
class Picked:
    """The ids of the records that a part of the account is about; what they mention comes with them."""

    documents: Sequence[str] = ()
    actors: Sequence[str] = ()
    events: Sequence[str] = ()
    statements: Sequence[str] = ()
    stories: Sequence[str] = ()
    discrepancies: Sequence[str] = ()


def whole(tx: Tx) -> Account:
    """The account of everything in the dossier."""
    reports = fetch.reports(tx)
    chains = _by_place(fetch.chains_in(tx), reports)
    actors = _actors(tx, None, chains)
    events = _events(tx, None)
    return Account(
        __version__, models(tx), tuple(reports), chains, actors, fetch.actor_of(tx),
        _mentions(fetch.event_mentions_in(tx), reports), events, _statements(fetch.statements_in(tx), reports),
        tuple(fetch.stories(tx)), _ordered(fetch.discrepancies(tx)), weekly(events, actors),
        tuple(fetch.judgements(tx)), fetch.rejections(tx),
    )  # fmt: skip


def part(tx: Tx, picked: Picked) -> Account:
    """The account of the records picked, with everything that they mention and nothing else."""
    found = fetch.discrepancies(tx, picked.discrepancies)
    stories = fetch.stories(tx, picked.stories)
    events = _events(tx, [*picked.events, *(d.event for d in found if d.event)])
    mentions = fetch.event_mentions(tx, [m for e in events for m in e.mentions])
    said_in = [*picked.statements, *(m.statement for m in mentions if m.statement)]
    statements = _with_holders(tx, fetch.statements(tx, said_in))
    of_actors = [c for cs in fetch.chains_of(tx, picked.actors).values() for c in cs]
    chains = fetch.chains(tx, [*of_actors, *_named(mentions, statements)])
    of = fetch.actor_of(tx, [c.id for c in chains])
    sides = [a for d in found for s in d.sides for a in s.actors]
    taking_part = [a for e in events for a in (*e.source, *e.target)]
    telling = [r.document for rs in (chains, mentions, statements) for r in rs]
    reports = fetch.reports(tx, sorted({*picked.documents, *telling, *_shown(found, stories)}))
    chains_in_order = _by_place(chains, reports)
    actors = _actors(tx, [*picked.actors, *of.values(), *sides, *taking_part], chains_in_order)
    return Account(
        __version__, models(tx), tuple(reports), chains_in_order, actors, of, _mentions(mentions, reports), events,
        _statements(statements, reports), tuple(stories), _ordered(found), (), (), (),
    )  # fmt: skip


def _shown(found: Iterable[Discrepancy], stories: Iterable[Story]) -> list[str]:
    words = [e.document for d in found for s in d.sides for e in s.evidence]
    return [*words, *(d for s in stories for d in s.documents)]


def _with_holders(tx: Tx, statements: list[Statement]) -> list[Statement]:
    """Statements with those that they stand inside of."""
    found = {s.id: s for s in statements}
    while missing := {s.within for s in found.values() if s.within} - set(found):
        held = fetch.statements(tx, sorted(missing))
        if not held:
            break
        found |= {s.id: s for s in held}
    return list(found.values())


def _named(mentions: Iterable[EventMention], statements: Iterable[Statement]) -> list[str]:
    chains = [c for m in mentions for c in (*(p.chain for p in (*m.source, *m.target)), *m.attribution)]
    chains += [c for s in statements for c in (s.speaker, s.channel, *s.addressee, *s.about) if c]
    return list(dict.fromkeys(chains))


def _by_place(chains: Iterable[Chain], reports: Sequence[Report]) -> tuple[Chain, ...]:
    number = {r.id: n for n, r in enumerate(reports)}
    first = {c.id: c.mentions[0].span.start if c.mentions else -1 for c in chains}
    return tuple(sorted(chains, key=lambda c: (number[c.document], first[c.id], c.id)))


def _mentions(mentions: Iterable[EventMention], reports: Sequence[Report]) -> tuple[EventMention, ...]:
    number = {r.id: n for n, r in enumerate(reports)}
    return tuple(sorted(mentions, key=lambda m: (number[m.document], m.span.start, m.id)))


def _statements(statements: Iterable[Statement], reports: Sequence[Report]) -> tuple[Statement, ...]:
    number = {r.id: n for n, r in enumerate(reports)}
    return tuple(sorted(statements, key=lambda s: (number[s.document], s.content.start, -s.content.end, s.id)))


def _ordered(found: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    return tuple(sorted(found, key=lambda d: (min((s.date for s in d.sides if s.date), default="9999"), d.kind, d.id)))


def models(tx: Tx) -> dict[str, str]:
    """The models that read the reports."""
    return {k.removeprefix("model "): v for k, v in sorted(fetch.facts(tx).items()) if k.startswith("model ")}


def _actors(tx: Tx, ids: Sequence[str] | None, chains: Iterable[Chain]) -> tuple[Actor, ...]:
    """Actors with their chains, those first that the reports name first."""
    of = fetch.chains_of(tx, ids)
    order = {c.id: n for n, c in enumerate(chains)}
    found = (replace(a, chains=tuple(of.get(a.id, ()))) for a in fetch.actors(tx, ids))
    return tuple(sorted(found, key=lambda a: (min((order[c] for c in a.chains if c in order), default=0), a.id)))


def _events(tx: Tx, ids: Sequence[str] | None) -> tuple[Event, ...]:
    """Events with their mentions, in the order in which they happened."""
    of = fetch.mentions_of(tx, ids)
    return timeline.ordered(replace(e, mentions=tuple(of.get(e.id, ()))) for e in fetch.events(tx, ids))


def weekly(events: Iterable[Event], actors: Iterable[Actor]) -> tuple[Relation, ...]:
    """The relations that events make, by week."""
    return relations.weekly(events, {a.id: a for a in actors})
