"""Killed at any moment, a dossier opens and holds whole reports only; reading again finishes the rest."""

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from dragoman import Dossier
from dragoman.model.text import Metadata
from tests import stub
from tests.stub import Write

pytestmark = pytest.mark.usefixtures("stubbed")
GIVEN = Metadata(published="2024-05-06")
PEOPLE = ("Rudolf Rassendyll", "Michael Elphberg", "Colonel Sapt", "Rupert Hentzau", "Antoinette Mauban")


def texts(count: int) -> dict[str, str]:
    chance = random.Random(1)
    made = {}
    for n in range(count):
        a, b, c = chance.sample(PEOPLE, 3)
        made[f"r{n:02}"] = (
            f"News of the day, part {n}.\n{a} accused {b} of many things.\n{c} said that {b} visited {a}.\n"
        )
    return made


def read(folder: Path, into: Path) -> None:
    with Dossier(into) as dossier:
        dossier.read([folder], GIVEN)


def held_open(dossier: Path) -> list[str]:
    """The files of a dossier that this process holds open: SQLite forbids to fork with any."""
    names = [os.path.realpath(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd")]  # noqa: PTH208
    return [n for n in names if n.startswith(str(dossier))]


def read_and_be_killed(folder: Path, into: Path, after: float) -> bool:
    """Read in another process, and kill that after some seconds; True if it was done by then."""
    assert not held_open(into)
    child = os.fork()
    if child == 0:
        try:
            read(folder, into)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] == 0


def whole(into: Path) -> int:
    """How many reports the dossier holds, each of them with all that it says."""
    if not into.exists() or not into.stat().st_size:
        return 0
    with closing(sqlite3.connect(into)) as plain_view:
        assert plain_view.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Dossier(into) as dossier:
        account = dossier.account()
    for report in account.reports:
        made = stub.code(report)
        assert {c.id for c in account.chains if c.document == report.id} == {c.id for c in made.chains}
        assert {s.id for s in account.statements if s.document == report.id} == {s.id for s in made.statements}
        assert {m.id for m in account.mentions if m.document == report.id} == {m.id for m in made.events}
    return len(account.reports)


def kill_and_finish(folder: Path, tmp_path: Path, kills: int) -> None:
    started = time.monotonic()
    read(folder, tmp_path / "undisturbed.dossier")
    lasts = time.monotonic() - started
    with Dossier(tmp_path / "undisturbed.dossier") as dossier:
        right = dossier.account()
    chance = random.Random(2)
    into, held = tmp_path / "killed.dossier", 0
    for _ in range(kills):
        if read_and_be_killed(folder, into, chance.uniform(0, lasts)):
            assert whole(into) == len(right.reports)
            for file in tmp_path.glob("killed.dossier*"):
                file.unlink()
            held = 0
        assert whole(into) >= held  # nothing that was kept is lost
        held = whole(into)
    read(folder, into)
    with Dossier(into) as dossier:
        account = dossier.account()
    assert {r.id for r in account.reports} == {r.id for r in right.reports}
    assert {a.name for a in account.actors} == {a.name for a in right.actors}
    assert {m.id for m in account.mentions} == {m for e in account.events for m in e.mentions}


def test_twenty_kills_lose_nothing(tmp_path: Path, written: Write) -> None:
    kill_and_finish(written(**texts(8)), tmp_path, 20)


@pytest.mark.rough
def test_two_hundred_kills_lose_nothing(tmp_path: Path, written: Write) -> None:
    kill_and_finish(written(**texts(30)), tmp_path, 200)
