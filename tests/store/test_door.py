"""A dossier's file opens only where it is whole, ours and readable; every other case is said in words."""

import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.errors import DossierError, NewerDossier, NotADossier
from dragoman.model.text import Rejection
from dragoman.store import door, fetch, migrations, write
from dragoman.store.door import Store, Tx
from dragoman.store.schema import VERSION


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "a.dossier"
    with Store.create(path) as store, store.writing() as tx:
        write.rejections(tx, [Rejection(f"{n}.txt", "empty") for n in range(500)])
    return path


def test_it_opens_again_with_what_was_written(dossier: Path) -> None:
    with Store.open(dossier) as store, store.reading() as tx:
        assert len(fetch.rejections(tx)) == 500


def test_it_is_in_write_ahead_mode(dossier: Path) -> None:
    with closing(sqlite3.connect(dossier)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nothing_is_kept_of_a_transaction_that_fails(dossier: Path) -> None:
    with Store.open(dossier) as store:
        with pytest.raises(ZeroDivisionError), store.writing() as tx:
            write.rejections(tx, [Rejection("new.txt", "empty")])
            raise ZeroDivisionError
        with store.reading() as tx:
            assert len(fetch.rejections(tx)) == 500


@pytest.mark.parametrize("words", [b"", b"just some notes", b"SQLite", bytes(range(256)) * 20])
def test_another_file_is_no_dossier(tmp_path: Path, words: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(words)
    with pytest.raises(NotADossier):
        Store.open(path)
    assert path.read_bytes() == words


def test_another_database_is_no_dossier(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    with pytest.raises(NotADossier):
        Store.open(path)


def test_a_missing_one_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="--into"):
        Store.open(tmp_path / "none.dossier")
    with pytest.raises(DossierError, match="no folder"):
        Store.create(tmp_path / "nowhere" / "a.dossier")
    with pytest.raises(NotADossier, match="folder"):
        Store.open(tmp_path)


def test_a_newer_one_is_refused(dossier: Path) -> None:
    with Store.open(dossier) as store, store.writing() as tx:
        write.fact(tx, "schema", str(VERSION + 1))
    with pytest.raises(NewerDossier, match="newer"):
        Store.open(dossier)


def test_an_older_one_is_upgraded_with_its_records_kept(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def step(tx: Tx) -> None:
        tx.exec_driver_sql("ALTER TABLE rejected ADD COLUMN seen TEXT")

    for module in (door, migrations):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)
    monkeypatch.setitem(migrations.STEPS, VERSION, step)
    with pytest.raises(DossierError, match="older version"):
        Store.open(dossier, writable=False)
    with Store.open(dossier) as store, store.reading() as tx:
        assert len(fetch.rejections(tx)) == 500
        assert fetch.facts(tx)["schema"] == str(VERSION + 1)
    with Store.open(dossier, writable=False):
        pass


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_half_a_file_is_refused(dossier: Path, part: float) -> None:
    whole = dossier.read_bytes()
    dossier.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(DossierError, match="part of a dossier"):
        Store.open(dossier)


def test_a_damaged_file_is_said_to_be_so(dossier: Path) -> None:
    whole = bytearray(dossier.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    dossier.write_bytes(whole)
    with pytest.raises(DossierError), Store.open(dossier) as store, store.reading() as tx:
        fetch.rejections(tx)


def test_it_can_be_shown_but_not_changed_where_it_is_asked_for_so(dossier: Path) -> None:
    with Store.open(dossier, writable=False) as store:
        with store.reading() as tx:
            assert len(fetch.rejections(tx)) == 500
        with pytest.raises(DossierError, match="read-only"), store.writing():
            pass


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_file_can_be_shown(dossier: Path) -> None:
    dossier.chmod(0o444)
    dossier.parent.chmod(0o555)
    try:
        with Store.open(dossier) as store, store.reading() as tx:
            assert len(fetch.rejections(tx)) == 500
    finally:
        dossier.parent.chmod(0o755)


def _hold(path: Path, held: "multiprocessing.synchronize.Event", go: "multiprocessing.synchronize.Event") -> None:
    with Store.open(path) as store, store.writing() as tx:
        write.rejections(tx, [Rejection("other.txt", "empty")])
        held.set()
        go.wait(10)


def test_two_programs_that_write_at_once_wait_for_each_other(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = multiprocessing.get_context("fork")
    held, go = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(dossier, held, go))
    other.start()
    held.wait(10)
    monkeypatch.setattr(door, "PATIENCE", 0.1)
    with Store.open(dossier) as store:
        with store.reading() as tx:  # readers do not wait
            assert len(fetch.rejections(tx)) == 500
        with pytest.raises(DossierError, match="written by another program"), store.writing():
            pass
    go.set()
    other.join()
    monkeypatch.setattr(door, "PATIENCE", 10.0)
    with Store.open(dossier) as store, store.writing() as tx:
        write.rejections(tx, [Rejection("mine.txt", "empty")])
        assert len(fetch.rejections(tx)) == 502


def test_a_full_disk_is_said_in_words_and_nothing_is_lost(dossier: Path) -> None:
    with Store.open(dossier) as store:
        with pytest.raises(DossierError, match="full"), store.writing() as tx:
            tx.exec_driver_sql("PRAGMA max_page_count=1")
            write.rejections(tx, [Rejection(f"{n} {'x' * 500}", "empty") for n in range(5000)])
        with store.reading() as tx:
            assert len(fetch.rejections(tx)) == 500
