"""The program starts light: nothing heavy is imported before it is needed."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "numpy", "sqlalchemy", "pyarrow", "rich", "trafilatura", "altair")


@pytest.mark.parametrize("module", ["dragoman", "dragoman.show.cli"])
def test_importing_it_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == []
