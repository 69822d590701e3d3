"""What the tests of reading share."""

import pytest

from dragoman.read.parser import Parser
from dragoman.resolve import world
from tests.read.actors_at_hand import Reader


@pytest.fixture(scope="session")
def reader(parser: Parser) -> Reader:
    """A reader of short texts."""
    return Reader(parser, world.load())
