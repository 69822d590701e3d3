"""What the tests of the pages share: the examples read once, by one parser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.read.parser import Parser
from tests.docs.running import run

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs"


@pytest.fixture(scope="session")
def one_parser(parser: Parser) -> Iterator[None]:
    """Lets every command of the session use the one parser that is loaded."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dragoman.pipeline.Parser", lambda _=None: parser)
        patched.setenv("COLUMNS", "120")
        yield


@pytest.fixture(scope="session")
def tutorial(one_parser: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:  # noqa: ARG001
    """The folder in which the tutorial was followed to its end, and all that was printed on the way."""
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder, run(PAGES / "tutorial.md", folder)
