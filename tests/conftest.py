"""What tests share: a parser, loaded once a session."""

import pytest

from dragoman.read.parser import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The packaged parser."""
    return Parser()


pytest_plugins = ("tests.stub",)
