"""The world data, loaded once."""

import pytest

from dragoman.model.world import World
from dragoman.resolve.world import load


@pytest.fixture(scope="session")
def world() -> World:
    """The shipped world data."""
    return load()
