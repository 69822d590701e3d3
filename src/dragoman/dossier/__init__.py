"""The Python API: a dossier takes reports in and gives one sourced account of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypedDict, Unpack

from dragoman.dossier import account, behind
from dragoman.dossier.account import Picked
from dragoman.dossier.behind import Why
from dragoman.dossier.named import the_actor
from dragoman.errors import UnknownRecord
from dragoman.model.account import Account
from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.finding import Discrepancy, Judgement, Relation, Story
from dragoman.model.speech import Statement
from dragoman.model.text import Metadata, Rejection, Report
from dragoman.settings import Settings
from dragoman.settings import load as load_settings
from dragoman.store import fetch, search, write
from dragoman.store.door import Store, Tx
from dragoman.store.search import Filters

if TYPE_CHECKING:  # what only reading and correcting need is imported there, so that showing starts at once
    from dragoman.dossier.reading import Listener, Progress, Reader
    from dragoman.model.world import World
    from dragoman.pipeline import Resources
    from dragoman.resolve.actors import Doubt
    from dragoman.resolve.decisions import By

__all__ = ["Asked", "Dossier", "Picked", "Summary", "Why"]

NOTHING = Metadata()
CHUNK = 200
"""After how many reports what is new is settled among the rest."""


class Asked(TypedDict, total=False):
    """What records are asked for; see `store.search.Filters`."""

    actor: str | None
    country: str | None
    type: str | None
    status: str | None
    since: str | None
    until: str | None
    document: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a read came to (reports read, already known, inputs rejected), and what the dossier holds after it."""

    read: int
    known: int
    rejected: int
    holds: Mapping[str, int]


class Dossier:
    """The reports read so far and everything they say; kept in a file, or nowhere if no path is given.

    >>> with Dossier("rift.dossier") as dossier:
    ...     dossier.read(["reports/"])
    ...     for event in dossier.events(country="IRN", since="2023-03-31"): ...
    """

    def __init__(
        self, path: str | Path | None = None, *, writable: bool = True, settings: Settings | None = None
    ) -> None:
        self.settings = settings or load_settings()
        self._store = _open(path, writable)
        self._resources: Resources | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def read(
        self,
        named: Sequence[str | Path],
        given: Metadata = NOTHING,
        *,
        jobs: int = 1,
        on: "Listener" = lambda _: None,
    ) -> Summary:
        """Read files, folders, globs or "-" into the dossier; what it holds already is not read again."""
        reader = self._reader(jobs, on)
        return self._run(reader, reader.read([str(n) for n in named], given))

    def reread(self, *, jobs: int = 1, on: "Listener" = lambda _: None) -> Summary:
        """Read every report again from its kept source text, as after an upgrade; persons' judgements stay."""
        with self._store.writing() as tx:
            if not fetch.source_ids(tx, program=""):  # else an earlier reread was broken off: go on with it
                write.to_read_again(tx)
        reader = self._reader(jobs, on)
        return self._run(reader, reader.keep(reader.stale()))

    def remove(self, document: str) -> tuple[str, ...]:
        """Forget a report, by its id or file (all articles in it), and everything that hangs on it; gives the ids."""
        from dragoman.dossier.reading import Progress
        from dragoman.dossier.steps.detach import detach

        with self._store.writing() as tx:
            ids = search.documents(tx, Filters(document=document))
            if not ids:
                raise UnknownRecord(f"The dossier holds no report {document}. `dragoman show documents` lists them.")
            copies = fetch.reusing(tx, ids)
            detach(tx, [*ids, *copies])
            write.forget_documents(tx, ids)
        self._settle(Progress(), lambda _: None)
        return tuple(ids)

    def documents(self, **asked: Unpack[Asked]) -> tuple[Report, ...]:
        """Reports, in the order they were read."""
        with self._store.reading() as tx:
            return tuple(fetch.reports(tx, search.documents(tx, Filters(**asked))))

    def actors(self, **asked: Unpack[Asked]) -> tuple[Actor, ...]:
        """Actors, those first that most reports name; `type` is their kind."""
        ids = self.ids("actors", **asked)
        return _in_order(self.part(Picked(actors=ids)).actors, ids)

    def events(self, **asked: Unpack[Asked]) -> tuple[Event, ...]:
        """Events, in the order in which they happened; `type` is their type or mode."""
        return self.part(Picked(events=self.ids("events", **asked))).events

    def statements(self, **asked: Unpack[Asked]) -> tuple[Statement, ...]:
        """Statements, in the order of reports and places; `type` is their act."""
        ids = self.ids("statements", **asked)
        return _in_order(self.part(Picked(statements=ids)).statements, ids)

    def stories(self, **asked: Unpack[Asked]) -> tuple[Story, ...]:
        """Stories, by their first day."""
        return self.part(Picked(stories=self.ids("stories", **asked))).stories

    def discrepancies(self, **asked: Unpack[Asked]) -> tuple[Discrepancy, ...]:
        """Where the accounts differ; `type` is the kind of difference."""
        return self.part(Picked(discrepancies=self.ids("discrepancies", **asked))).discrepancies

    def relations(self, **asked: Unpack[Asked]) -> tuple[Relation, ...]:
        """What was done to whom, week by week, by the events asked for."""
        found = self.part(Picked(events=self.ids("events", **asked)))
        return account.weekly(found.events, found.actors)

    def rejected(self) -> tuple[Rejection, ...]:
        """What could not be read, and why."""
        with self._store.reading() as tx:
            return fetch.rejections(tx)

    def why(self, id: str) -> Why:
        """Everything behind one record. Raises UnknownRecord."""
        with self._store.reading() as tx:
            return behind.why(tx, id)

    def actor(self, named: str) -> Actor:
        """The one actor that an id or a name means. Raises UnknownRecord for none, DragomanError for several."""
        with self._store.reading() as tx:
            return the_actor(tx, named)

    def merge(self, a: str, b: str, why: str = "") -> Actor:
        """Say that two actors (ids or names) are one; gives the one that is left."""
        from dragoman.dossier import corrections

        with self._store.writing() as tx:
            one, other = the_actor(tx, a), the_actor(tx, b)
            return the_actor(tx, corrections.merge(tx, one, other, self._by(why), self._world()))

    def split(self, actor: str, parts: Sequence[str], why: str = "") -> Actor:
        """Say that some of an actor (chain ids, reports or names) is another; gives that other."""
        from dragoman.dossier import corrections

        with self._store.writing() as tx:
            one = the_actor(tx, actor)
            out = corrections.meant(tx, one, parts)
            return the_actor(tx, corrections.split(tx, one, out, self._by(why), self._world()))

    def rename(self, actor: str, name: str, why: str = "") -> Actor:
        """Call an actor by another name; the old one stays as an alias."""
        return self.set(actor, "name", name, why)

    def set(self, actor: str, field: str, value: str | None, why: str = "") -> Actor:
        """Set an actor's `name`, `kind`, `country`, `sector` or `wikidata`; None empties it."""
        from dragoman.dossier import corrections

        with self._store.writing() as tx:
            one = the_actor(tx, actor)
            corrections.change(tx, one, field, value, self._by(why))
            return the_actor(tx, one.id)

    def doubts(self) -> "tuple[Doubt, ...]":
        """Pairs of actors that may be one and that a person should look at, the surest first."""
        from dragoman.dossier.steps.actors import doubts

        with self._store.reading() as tx:
            return tuple(doubts(tx))

    def keep_apart(self, doubt: "Doubt", why: str = "") -> None:
        """Say that the two actors of a doubt are two."""
        from dragoman.dossier import corrections

        with self._store.writing() as tx:
            corrections.keep_apart(tx, doubt.on, self._by(why), self._world())

    def undo(self, judgement: str) -> Judgement:
        """Take a decision back, a person's or a rule's; gives it as undone."""
        from dragoman.dossier import corrections

        with self._store.writing() as tx:
            return corrections.undo(tx, judgement, self._world())

    def account(self) -> Account:
        """Everything that the dossier holds, in one record."""
        with self._store.reading() as tx:
            return account.whole(tx)

    def ids(self, kind: str, **asked: Unpack[Asked]) -> list[str]:
        """The ids of the records of one kind (`documents`, `actors`, `events`, …) that are asked for, in order."""
        with self._store.reading() as tx:
            return _SEARCH[kind](tx, Filters(**asked))

    def part(self, picked: Picked) -> Account:
        """The account of some records, with everything that they mention."""
        with self._store.reading() as tx:
            return account.part(tx, picked)

    def counts(self) -> Mapping[str, int]:
        """How many records of each kind the dossier holds; `unsettled` reports wait for the next read."""
        with self._store.reading() as tx:
            return fetch.counts(tx)

    def resources(self) -> "Resources":
        """The parser and the data files, loaded once."""
        from dragoman.pipeline import Resources

        self._resources = self._resources or Resources.load(self.settings)
        return self._resources

    def _reader(self, jobs: int, on: "Listener") -> "Reader":
        from dragoman.dossier.reading import Reader

        return Reader(self._store, self.settings, jobs, on, self.resources if jobs <= 1 else None)

    def _run(self, reader: "Reader", kept: Iterator[int]) -> Summary:
        from dragoman.pipeline import models

        last = 0
        for so_far in kept:
            if so_far - last >= CHUNK:
                self._settle(reader.progress, reader.on)
                last = so_far
        self._settle(reader.progress, reader.on)
        with self._store.writing() as tx:
            for name, model in models(self.settings).items():
                write.fact(tx, f"model {name}", model)
        progress = reader.progress
        return Summary(progress.read, progress.known, progress.rejected, self.counts())

    def _world(self) -> "World":
        from dragoman.resolve import world

        return self._resources.world if self._resources else world.load(self.settings.world)

    def _by(self, why: str) -> "By":
        from dragoman.dossier import corrections

        return corrections.by(self.settings.who, why)

    def _settle(self, progress: "Progress", on: "Listener") -> None:
        from dragoman.dossier.settle import settle

        def settled(done: int, all: int) -> None:
            progress.doing = f"settling {done} of {all}"
            on(progress)

        settle(self._store, self._world(), settled)
        progress.doing = "reading"


def _in_order[R: (Actor, Statement)](records: Sequence[R], ids: Sequence[str]) -> tuple[R, ...]:
    by_id = {r.id: r for r in records}
    return tuple(by_id[i] for i in ids)


def _open(path: str | Path | None, writable: bool) -> Store:
    if path is None:
        return Store.in_memory()
    return Store.create(Path(path)) if writable else Store.open(Path(path), writable=False)


_SEARCH: dict[str, Callable[[Tx, Filters], list[str]]] = {
    "documents": search.documents,
    "actors": search.actors,
    "events": search.events,
    "statements": search.statements,
    "stories": search.stories,
    "discrepancies": search.discrepancies,
}
