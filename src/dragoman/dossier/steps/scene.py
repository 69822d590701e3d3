"""The look-ups that the steps over events need, fetched for the records at hand and kept while a transaction lasts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import EventMention
from dragoman.model.speech import Statement
from dragoman.model.text import Report
from dragoman.reconcile.scene import Scene
from dragoman.store import fetch
from dragoman.store.door import Tx

type Record = EventMention | Statement


class Shelf:
    """What was fetched in one transaction, so that it is fetched once: reports, actors, mentions and statements.

    Good for as long as nobody writes reports, stories or actors.
    """

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self._reports: dict[str, Report] = {}
        self._bare: dict[str, Report] = {}
        self._actors: dict[str, Actor | None] = {}
        self._stories: dict[str, str | None] = {}
        self._mentions: dict[str, EventMention | None] = {}
        self._statements: dict[str, Statement | None] = {}

    def scene(self, records: Sequence[Record], words: bool = True) -> Scene:
        """The reports, actors, statements and stories that `records` mention.

        Without `words`, only reports that reuse others' words have theirs; that is enough to count independent ones.
        """
        documents = sorted({r.document for r in records})
        told_in = [r.statement for r in records if isinstance(r, EventMention) and r.statement]
        statements = {s.id: s for s in records if isinstance(s, Statement)}
        statements |= {s.id: s for s in self.statements([i for i in told_in if i not in statements])}
        chains = {c for r in (*records, *statements.values()) for c in named(r)}
        reports = self._full(documents) if words else self._light(documents)
        return Scene(reports, self.actors(chains), statements, self.story_of(documents))

    def mentions(self, ids: Iterable[str]) -> list[EventMention]:
        """Event mentions by id."""
        return list(
            _kept(self._mentions, ids, lambda new: {m.id: m for m in fetch.event_mentions(self.tx, new)}).values()
        )

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        """Statements by id."""
        return list(
            _kept(self._statements, ids, lambda new: {s.id: s for s in fetch.statements(self.tx, new)}).values()
        )

    def actors(self, chains: Iterable[str]) -> dict[str, Actor]:
        """The actor that each chain is."""
        return _kept(self._actors, chains, self._fetch_actors)

    def story_of(self, documents: Iterable[str]) -> dict[str, str]:
        """The story that each report tells."""
        return _kept(self._stories, documents, lambda new: fetch.story_of(self.tx, new))

    def _fetch_actors(self, chains: Sequence[str]) -> dict[str, Actor]:
        of = fetch.actor_of(self.tx, chains)
        found = {a.id: a for a in fetch.actors(self.tx, sorted(set(of.values())))}
        return {chain: found[actor] for chain, actor in of.items() if actor in found}

    def _full(self, documents: Collection[str]) -> dict[str, Report]:
        new = [d for d in documents if d not in self._reports]
        self._reports |= {r.id: r for r in fetch.reports(self.tx, new)} if new else {}
        return {d: self._reports[d] for d in documents if d in self._reports}

    def _light(self, documents: Collection[str]) -> dict[str, Report]:
        new = [d for d in documents if d not in self._bare and d not in self._reports]
        if new:
            reused = fetch.with_reuses(self.tx, new)
            self._full(sorted(reused))
            self._bare |= {r.id: r for r in fetch.bare_reports(self.tx, [d for d in new if d not in reused])}
        at_hand = self._bare | self._reports
        return {d: at_hand[d] for d in documents if d in at_hand}


def _kept[T](
    shelf: dict[str, T | None], ids: Iterable[str], get: Callable[[Sequence[str]], Mapping[str, T]]
) -> dict[str, T]:
    """What is asked for, from the shelf where it stands there already."""
    wanted = sorted(set(ids))
    new = [i for i in wanted if i not in shelf]
    if new:
        got = get(new)
        shelf.update({i: got.get(i) for i in new})
    return {i: found for i in wanted if (found := shelf[i]) is not None}


def named(record: Record) -> set[str]:
    """The chains that a record names."""
    if isinstance(record, EventMention):
        return {p.chain for p in (*record.source, *record.target)} | set(record.attribution)
    return {c for c in (record.speaker, record.channel, *record.addressee, *record.about) if c}
