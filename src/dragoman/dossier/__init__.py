"""The Python API: a dossier takes reports in and gives one sourced account of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.dossier import account
from dragoman.dossier.reading import Listener, Progress, Reader
from dragoman.dossier.settle import settle
from dragoman.model.account import Account
from dragoman.model.text import Metadata
from dragoman.pipeline import Resources
from dragoman.resolve import world
from dragoman.settings import Settings
from dragoman.settings import load as load_settings
from dragoman.store import write
from dragoman.store.door import Store

NOTHING = Metadata()
CHUNK = 200
"""After how many reports what is new is settled among the rest."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a read came to, and what the dossier holds after it."""

    read: int
    known: int
    rejected: int


class Dossier:
    """The reports read so far and everything they say; kept in a file, or nowhere if no path is given.

    >>> with Dossier("rift.dossier") as dossier:
    ...     dossier.read(["reports/"])
    ...     for event in dossier.events(): ...
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
        on: Listener = lambda _: None,
    ) -> Summary:
        """Read files, folders, globs or "-" into the dossier; what it holds already is not read again."""
        reader = Reader(self._store, self.settings, jobs, on, self.resources if jobs <= 1 else None)
        last = 0
        for kept in reader.read([str(n) for n in named], given):
            if kept - last >= CHUNK:
                self._settle(reader.progress, on)
                last = kept
        self._settle(reader.progress, on)
        self._note_models()
        return Summary(reader.progress.read, reader.progress.known, reader.progress.rejected)

    def resources(self) -> Resources:
        """The parser and the data files, loaded once."""
        self._resources = self._resources or Resources.load(self.settings)
        return self._resources

    def account(self) -> Account:
        """Everything that the dossier holds, in one record."""
        with self._store.reading() as tx:
            return account.account(tx)

    def _settle(self, progress: Progress, on: Listener) -> None:
        def settled(done: int, all: int) -> None:
            progress.doing = f"settling {done} of {all}"
            on(progress)

        settle(self._store, self._resources.world if self._resources else world.load(self.settings.world), settled)
        progress.doing = "reading"

    def _note_models(self) -> None:
        if self._resources:
            with self._store.writing() as tx:
                write.fact(tx, "model parser", self._resources.parser.version)


def _open(path: str | Path | None, writable: bool) -> Store:
    if path is None:
        return Store.in_memory()
    return Store.create(Path(path)) if writable else Store.open(Path(path), writable=False)
