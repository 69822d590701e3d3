"""Opening and creating a dossier's file, transactions on it, and every way these fail, in words."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from dragoman.errors import DossierError, NewerDossier, NotADossier
from dragoman.store.migrations import upgrade
from dragoman.store.schema import VERSION, meta, tables

Tx = Connection
"""An open transaction; `write` and `fetch` take one."""

MAGIC = b"SQLite format 3\0"
PATIENCE = 60.0
"""Seconds to wait for another program that is writing to the same dossier."""


class Store:
    """An open dossier file, or one in memory that is gone with the process."""

    def __init__(self, path: Path | None, engine: Engine, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._engine = engine
        self._open = engine.connect()

    @classmethod
    def in_memory(cls) -> Self:
        """A dossier that is kept nowhere."""
        store = cls(None, _engine(":memory:"), True)
        with store.writing() as tx:
            tables.create_all(tx)
            _stamp(tx)
        return store

    @classmethod
    def create(cls, path: Path) -> Self:
        """Open the dossier at `path` for writing, made now if there is none."""
        if path.exists() and path.stat().st_size:
            _look_at(path)
            if not _writable(path):
                return cls.open(path)
        else:
            _room_for(path)
        with _told(path):
            store = cls(path, _engine(str(path)), True)
            with store.writing() as tx:  # a second program that makes the same dossier waits here
                if not inspect(tx).get_table_names():
                    tables.create_all(tx)
                    _stamp(tx)
            store._check()
        return store

    @classmethod
    def open(cls, path: Path, writable: bool = True) -> Self:
        """Open the dossier at `path`; an older one is upgraded, which needs writing."""
        _look_at(path)
        able = writable and _writable(path)
        with _told(path):
            store = cls(path, _engine(str(path)) if able else _engine_read_only(path), able)
            store._check()
        return store

    def _check(self) -> None:
        """Refuse what is no dossier or a newer one; upgrade an older one."""
        with self.reading() as tx:
            version = _version(tx, self.path)
        if version > VERSION:
            raise NewerDossier(
                f"{self.path} was written by a newer Dragoman (its schema is {version}, this program knows {VERSION}). "
                "Upgrade Dragoman, or read the reports into a new dossier."
            )
        if version < VERSION:
            self._upgrade(version)

    def _upgrade(self, version: int) -> None:
        if not self.writable:
            raise DossierError(f"{self.path} is of an older version and cannot be written; copy it to where it can.")
        with self.writing() as tx:
            upgrade(tx, version)

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """A transaction that sees one state of the dossier throughout."""
        with _told(self.path), self._transaction(writing=False):
            yield self._open

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        """A transaction that alone writes; all of it is kept or, whatever happens, nothing."""
        if not self.writable:
            raise DossierError(f"{self.path} is read-only: it can be shown and exported, but not changed.")
        with _told(self.path), self._transaction(writing=True):
            yield self._open

    @contextmanager
    def _transaction(self, writing: bool) -> Iterator[None]:
        if self._open.in_transaction():
            yield
            return
        self._open.info["writing"] = writing
        with self._open.begin():
            yield

    def close(self) -> None:
        """Close the file."""
        self._open.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _engine(where: str, uri: bool = False) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(where, timeout=PATIENCE, check_same_thread=False, uri=uri),
        poolclass=StaticPool,
    )
    event.listen(engine, "connect", _settle_in)
    event.listen(engine, "begin", _begin)
    return engine


def _engine_read_only(path: Path) -> Engine:
    """An engine that never writes; on a medium that cannot be written the file is taken as it stands."""
    still = "" if os.access(path.parent, os.W_OK) else "&immutable=1"
    return _engine(f"{path.absolute().as_uri()}?mode=ro{still}", uri=True)


def _settle_in(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are begun below, in the mode that is wanted
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA cache_size=-65536")
    until = time.monotonic() + PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:  # SQLite does not wait here by itself
            if "readonly" in str(error):
                return  # a read-only file keeps the mode it has
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writing") else "BEGIN")


def _stamp(tx: Tx) -> None:
    tx.execute(meta.insert(), [{"key": "kind", "value": "dragoman dossier"}, {"key": "schema", "value": str(VERSION)}])


def _version(tx: Tx, path: Path | None) -> int:
    if not inspect(tx).has_table("meta"):
        raise NotADossier(f"{path} is a database, but no dossier of Dragoman's.")
    rows = {row.key: row.value for row in tx.execute(select(meta))}
    if rows.get("kind") != "dragoman dossier":
        raise NotADossier(f"{path} is a database, but no dossier of Dragoman's.")
    return int(rows["schema"])


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _room_for(path: Path) -> None:
    if not path.parent.is_dir():
        raise DossierError(f"{path}: there is no folder {path.parent}; make it first.")
    if not os.access(path.parent, os.W_OK):
        raise DossierError(f"{path}: the folder {path.parent} cannot be written.")


def _look_at(path: Path) -> None:
    """Refuse what cannot be a whole dossier before SQLite touches it."""
    if not path.exists():
        raise DossierError(f"{path}: there is no such dossier. `dragoman read PATH... --into {path}` makes one.")
    if path.is_dir():
        raise NotADossier(f"{path} is a folder, not a dossier.")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise DossierError(f"{path} cannot be read: {error.strerror}.") from error
    if not head.startswith(MAGIC):
        raise NotADossier(f"{path} is no dossier: it is {'empty' if not head else 'another kind of file'}.")
    page = int.from_bytes(head[16:18]) if len(head) >= 18 else 0
    pages = int.from_bytes(head[28:32]) if len(head) >= 32 else 1
    page = 65536 if page == 1 else page
    log = path.with_name(path.name + "-wal")
    whole = len(head) == 100 and path.stat().st_size >= page * pages
    if not whole and not (log.exists() and log.stat().st_size):
        raise DossierError(
            f"{path} is only part of a dossier ({path.stat().st_size} of {page * pages} bytes): copy it anew."
        )


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except DatabaseError as error:
        raise _in_words(path, str(error.orig)) from error
    except sqlite3.DatabaseError as error:
        raise _in_words(path, str(error)) from error


def _in_words(path: Path | None, said: str) -> DossierError:
    where = str(path or "the dossier in memory")
    if "locked" in said or "busy" in said:
        return DossierError(f"{where} is being written by another program; try again when it is done.")
    if "full" in said:
        return DossierError(f"{where}: the disk is full. What was read before is kept; free some space and run again.")
    if "readonly" in said or "read-only" in said:
        return DossierError(f"{where} is read-only: it can be shown and exported, but not changed.")
    if "not a database" in said:
        return NotADossier(f"{where} is no dossier.")
    if "malformed" in said or "disk image" in said:
        return DossierError(f"{where} is damaged ({said}): take a copy from before, or read the reports anew.")
    if "unable to open" in said:
        return DossierError(f"{where} cannot be opened: is the folder there, and may it be written?")
    return DossierError(f"{where}: {said}.")
