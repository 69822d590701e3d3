"""The program starts light: nothing heavy is imported before it is needed."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "numpy", "sqlalchemy", "pyarrow", "rich", "trafilatura", "altair")
TO_READ = ("spacy", "numpy", "pyarrow", "rapidfuzz", "trafilatura", "altair", "dragoman.pipeline", "dragoman.resolve")


def loaded(module: str, heavy: tuple[str, ...]) -> list[str]:
    code = f"import sys, {module}; print(*(m for m in {heavy!r} if m in sys.modules))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize("module", ["dragoman", "dragoman.show.cli"])
def test_importing_it_loads_nothing_heavy(module: str) -> None:
    assert loaded(module, HEAVY) == []


@pytest.mark.parametrize("module", ["dragoman.dossier", "dragoman.show.cli.records", "dragoman.show.cli.behind"])
def test_showing_loads_nothing_that_only_reading_needs(module: str) -> None:
    assert loaded(module, TO_READ) == []
