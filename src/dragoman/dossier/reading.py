"""Reading: from what the user named to reports in the dossier, each kept whole as soon as it is coded."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dragoman import __version__
from dragoman.engine.local import Failed, attempt, run
from dragoman.ingest.articles import articles
from dragoman.ingest.files import MISTYPED, Input, find, sources
from dragoman.model.reading import Coding
from dragoman.model.text import Metadata, Rejection, Report, Source
from dragoman.pipeline import Resources, code_report
from dragoman.settings import Settings
from dragoman.store import fetch, write
from dragoman.store.door import Store, Tx


@dataclass(slots=True)
class Progress:
    """How far a read has come: shares of the input's bytes, and what came of it so far."""

    doing: str = "finding"
    done: float = 0.0
    inputs: int = 0
    read: int = 0
    known: int = 0
    rejected: int = 0


AT_ONCE = 500
"""How many rejections are written at once (a broken table may have one for every row)."""

type Listener = Callable[[Progress], None]


def coded(resources: Resources, report: Report) -> Coding:
    """One report step, as the engine calls it."""
    return code_report(report, resources)


@dataclass(slots=True)
class Reader:
    """One read into a dossier: gives reports to the engine and keeps what comes back."""

    store: Store
    settings: Settings
    jobs: int
    on: Listener
    load: Callable[[], Resources] | None = None
    progress: Progress = field(default_factory=Progress)
    _from: dict[str, Source] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _refused: list[tuple[Rejection, str | None]] = field(default_factory=list)

    def read(self, named: Sequence[str], given: Metadata) -> Iterator[int]:
        """Read everything that `named` names; yields how many reports are kept after each."""
        found = list(find(named))
        self.progress.inputs = len(found)
        names = [i.file if isinstance(i, Rejection) else i.name for i in found]
        with self.store.writing() as tx:  # what is tried anew is not rejected; a mistyped path is no input
            write.forget_rejections(tx, names, MISTYPED)
        yield from self.keep(self.fresh(found, given))

    def keep(self, reports: Iterable[Report]) -> Iterator[int]:
        """Code reports and keep each in a transaction of its own."""
        tasks, asked = _tee(reports)
        load = self.load or partial(Resources.load, self.settings)
        for result in run(tasks, load, coded, self.jobs, self.settings.time_limit):
            report = asked.pop(0)
            if isinstance(result, Failed):
                self.reject([Rejection(report.file, result.why)], report.id)
                continue
            with self.store.writing() as tx:
                write.source(tx, self._from.pop(report.id))
                added = write.coding(tx, result, __version__) or self.again(tx, result)
            self.progress.read += added
            self.progress.known += not added
            self.on(self.progress)
            yield self.progress.read

    def again(self, tx: Tx, coding: Coding) -> bool:
        """Put a report that is to be read again in its own place; False if the dossier holds it as it is."""
        if coding.report.id not in fetch.to_read_again(tx, [coding.report.id]):
            return False
        write.recoding(tx, coding, __version__)
        return True

    def stale(self) -> Iterator[Report]:
        """The reports to be read again, split anew out of their source texts; those no longer found are forgotten."""
        self.progress.doing = "reading"
        with self.store.reading() as tx:
            ids = fetch.source_ids(tx, program="")
        for n, id in enumerate(ids, 1):
            with self.store.reading() as tx:
                source = fetch.source(tx, id)
                stale = fetch.to_read_again(tx, fetch.document_ids(tx, source=id))
            reports = self.split(source)
            if reports is not None:
                with self.store.writing() as tx:
                    write.forget_documents(tx, sorted(stale - {r.id for r in reports}))
                yield from self.unread(reports, source, stale)
            self.progress.done = n / len(ids)
        self.flush()

    def fresh(self, found: Sequence[Input | Rejection], given: Metadata) -> Iterator[Report]:
        """The reports in the inputs that the dossier does not hold yet; what cannot be read is kept as rejected."""
        self.progress.doing = "reading"
        sizes = [0 if isinstance(i, Rejection) else max(1, _size(i)) for i in found]
        total, before = max(1, sum(sizes)), 0
        for size, item in zip(sizes, found, strict=True):
            if isinstance(item, Rejection):
                self.reject([item])
                continue
            inside = 0
            for source in self.sources(item, given):
                yield from self.unread(self.split(source) or [], source)
                inside = min(size, inside + len(source.text))
                self.progress.done = (before + inside) / total
                self.on(self.progress)
            before += size
            self.progress.done = before / total
            self.on(self.progress)
        self.flush()

    def sources(self, item: Input, given: Metadata) -> Iterator[Source]:
        """The source texts in one input, each within the time limit."""
        waiting = sources(item, given)
        while True:
            source = attempt(lambda: next(waiting, None), self.settings.time_limit)
            if source is None:
                return
            if isinstance(source, Failed):
                self.reject([Rejection(item.name, source.why)])
                return
            if isinstance(source, Rejection):
                self.reject([source])
            else:
                yield source

    def split(self, source: Source) -> list[Report] | None:
        """The reports in one source text, or None where the program fails on it."""
        found = attempt(lambda: articles(source), self.settings.time_limit)
        if isinstance(found, Failed):
            self.reject([Rejection(source.file, found.why)])
            return None
        self.reject([r for r in found if isinstance(r, Rejection)])
        return [r for r in found if isinstance(r, Report)]

    def unread(self, reports: Sequence[Report], source: Source, stale: Collection[str] = ()) -> Iterator[Report]:
        """Those of `reports` that are not in the dossier yet, or are `stale` there."""
        with self.store.reading() as tx:
            known = (fetch.known(tx, [r.id for r in reports]) - set(stale)) | self._seen
        for report in reports:
            if report.id in known:
                self.progress.known += 1
            else:
                self._seen.add(report.id)
                self._from[report.id] = source
                yield report

    def reject(self, found: Sequence[Rejection], document: str | None = None) -> None:
        """Keep what could not be read; `document` is the report's id where it was a report that failed."""
        self.progress.rejected += len(found)
        self._refused += [(r, document) for r in found]
        if document or len(self._refused) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write down the rejections that were gathered."""
        if self._refused:
            with self.store.writing() as tx:
                for rejection, document in self._refused:
                    write.rejections(tx, [rejection], document)
            self._refused.clear()
            self.on(self.progress)


def _tee(reports: Iterable[Report]) -> tuple[Iterator[Report], list[Report]]:
    """The reports, and those of them that were asked for, in order."""
    asked: list[Report] = []

    def given() -> Iterator[Report]:
        for report in reports:
            asked.append(report)
            yield report

    return given(), asked


def _size(item: Input) -> int:
    try:
        return Path(item.path).stat().st_size
    except OSError:
        return 0
