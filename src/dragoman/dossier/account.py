"""The account: everything that a dossier holds, in one record, in an order that depends on nothing but the reports."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman import __version__
from dragoman.model.account import Account
from dragoman.model.actor import Actor, Chain
from dragoman.model.event import Event
from dragoman.model.finding import Relation
from dragoman.reconcile import relations, timeline
from dragoman.store import fetch
from dragoman.store.door import Tx


def account(tx: Tx) -> Account:
    """The account of everything in the dossier."""
    reports = fetch.reports(tx)
    number = {r.id: n for n, r in enumerate(reports)}
    chains = sorted(fetch.chains_in(tx), key=lambda c: (number[c.document], _first(c), c.id))
    mentions = sorted(fetch.event_mentions_in(tx), key=lambda m: (number[m.document], m.span.start, m.id))
    statements = sorted(fetch.statements_in(tx), key=lambda s: (number[s.document], s.content.start, s.id))
    who = actors(tx, chains)
    happened = events(tx)
    return Account(
        __version__, models(tx), tuple(reports), tuple(chains), who, fetch.actor_of(tx), tuple(mentions), happened,
        tuple(statements), tuple(fetch.stories(tx)), tuple(sorted(fetch.discrepancies(tx), key=lambda d: d.id)),
        weekly(happened, who), tuple(fetch.judgements(tx)), fetch.rejections(tx),
    )  # fmt: skip


def _first(chain: Chain) -> int:
    return chain.mentions[0].span.start if chain.mentions else -1


def models(tx: Tx) -> dict[str, str]:
    """The models that read the reports."""
    return {k.removeprefix("model "): v for k, v in sorted(fetch.facts(tx).items()) if k.startswith("model ")}


def actors(tx: Tx, chains: Iterable[Chain] = ()) -> tuple[Actor, ...]:
    """All actors with their chains, those first that the reports name first."""
    of = fetch.chains_of(tx)
    order = {c.id: n for n, c in enumerate(chains)}
    found = (replace(a, chains=tuple(of.get(a.id, ()))) for a in fetch.actors(tx))
    return tuple(sorted(found, key=lambda a: (order.get(a.chains[0], 0) if a.chains else 0, a.id)))


def events(tx: Tx) -> tuple[Event, ...]:
    """All events with their mentions, in the order in which they happened."""
    of = fetch.mentions_of(tx)
    return timeline.ordered(replace(e, mentions=tuple(of.get(e.id, ()))) for e in fetch.events(tx))


def weekly(happened: Iterable[Event], who: Iterable[Actor]) -> tuple[Relation, ...]:
    """The relations that events make, by week."""
    return relations.weekly(happened, {a.id: a for a in who})
