"""Ctrl-C at any moment, and two reads at once: one message, the right exit code, whole reports only."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from dragoman import Dossier
from dragoman.show import cli
from tests.store.test_kill import held_open, texts, whole
from tests.stub import Write

pytestmark = pytest.mark.usefixtures("stubbed")


def start(said: Path, *words: object) -> int:
    """Run the command line in another process; gives its number."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w", buffering=1)
        sys.argv = ["dragoman", *map(str, words)]
        code = 99
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        except KeyboardInterrupt:
            code = 98  # it came before the command line had begun, or after it was done
        sys.stdout.flush()
        os._exit(code)
    return child


def wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_ctrl_c_at_random_moments(tmp_path: Path, written: Write) -> None:
    folder, into, said = written(**texts(12)), tmp_path / "a.dossier", tmp_path / "said.txt"
    chance, stopped = random.Random(3), 0
    for _ in range(12):
        assert not held_open(into)
        child = start(said, "read", folder, "--into", into, "--published", "2024-05-06")
        time.sleep(chance.uniform(0.02, 0.5))
        os.kill(child, signal.SIGINT)
        code = wait(child)
        words = said.read_text()
        assert "Traceback" not in words
        assert code in (0, 98, 130), words
        stopped += code == 130
        assert code != 130 or "stopped" in words
        whole(into)
    assert wait(start(said, "read", folder, "--into", into, "--published", "2024-05-06")) == 0
    assert whole(into) == 12
    assert stopped


def test_two_reads_into_one_dossier_at_once(tmp_path: Path, written: Write) -> None:
    folder, into = written(**texts(12)), tmp_path / "a.dossier"
    half = [folder / f"r{n:02}.txt" for n in range(8)], [folder / f"r{n:02}.txt" for n in range(4, 12)]
    children = [start(tmp_path / f"said{n}.txt", "read", *files, "--into", into) for n, files in enumerate(half)]
    codes = [wait(c) for c in children]
    assert codes == [0, 0], [(tmp_path / f"said{n}.txt").read_text() for n in (0, 1)]
    assert whole(into) == 12
    with Dossier(into) as dossier:
        assert dossier.counts()["unsettled"] == 0
