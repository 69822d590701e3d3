"""The Python API: a dossier takes reports in and gives one account of them."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman import __version__
from dragoman.ingest.articles import articles
from dragoman.ingest.files import find, sources
from dragoman.ingest.plain import plain
from dragoman.model.account import Account
from dragoman.model.actor import Actor, Chain
from dragoman.model.event import Event, EventMention
from dragoman.model.ids import minted
from dragoman.model.reading import Coding
from dragoman.model.text import Metadata, Rejection, Report
from dragoman.model.world import fold
from dragoman.pipeline import Resources, code_report


class Dossier:
    """The reports read so far and what they say (thin: in memory)."""

    def __init__(self) -> None:
        self.codings: list[Coding] = []
        self.rejected: list[Rejection] = []
        self.models: dict[str, str] = {}

    def read(self, named: Sequence[str], given: Metadata = Metadata()) -> None:
        """Read everything `named` (files, folders, globs)."""
        resources = Resources.load()
        self.models["parser"] = resources.parser.version
        for found in reports(named, given):
            if isinstance(found, Rejection):
                self.rejected.append(found)
            else:
                self.codings.append(code_report(found, resources))

    def account(self) -> Account:
        """Everything the dossier knows."""
        chains = tuple(c for coding in self.codings for c in coding.chains)
        actors = naive_actors(chains)
        actor_of = {c: a.id for a in actors for c in a.chains}
        mentions = tuple(m for coding in self.codings for m in coding.events)
        return Account(
            __version__, self.models, tuple(c.report for c in self.codings), chains, actors, actor_of, mentions,
            tuple(naive_event(m, actor_of) for m in mentions),
            tuple(s for c in self.codings for s in c.statements), (), (), (), (), tuple(self.rejected),
        )  # fmt: skip


def reports(named: Sequence[str], given: Metadata) -> Iterator[Report | Rejection]:
    """The reports in what the user named (thin while ingest is being written)."""
    for found in find(named):
        for source in [found] if isinstance(found, Rejection) else sources(found, given):
            yield from [source] if isinstance(source, Rejection) else articles(source)


def naive_actors(chains: Sequence[Chain]) -> tuple[Actor, ...]:
    """Actors by world key or folded name (thin while resolve is being written)."""
    groups: dict[str, list[Chain]] = {}
    for c in chains:
        groups.setdefault(c.id if c.described else c.key or fold(c.name), []).append(c)
    return tuple(
        Actor(
            minted("a", g[0].id), g[0].name, g[0].kind, g[0].country, g[0].sector, g[0].described, tuple(c.id for c in g),
            tuple(dict.fromkeys(m.span.text for c in g for m in c.mentions if m.form in ("name", "metonym"))), key=g[0].key,
        )
        for g in groups.values()
    )  # fmt: skip


def naive_event(m: EventMention, of: dict[str, str]) -> Event:
    """An event of one mention (thin while reconcile is being written)."""
    ids = [tuple(dict.fromkeys(of[p.chain] for p in side if p.chain in of)) for side in (m.source, m.target)]
    return Event(
        minted("e", m.id), m.type, m.mode, m.contexts, m.cameo, m.intensity, ids[0], ids[1], m.date, m.place, m.status,
        m.confidence, 1, (m.id,),
    )  # fmt: skip
