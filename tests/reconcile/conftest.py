"""What the tests of reconcile share: a small world."""

import pytest

from tests.reconcile.told import World


@pytest.fixture
def world() -> World:
    """Two hostile states with their people, and a mediator."""
    made = World()
    made.actor("Norland", "NRL", "state", "Norlandic", "Norby")
    made.actor("Sudmark", "SDM", "state", "Sudmarker", "Sudhavn")
    made.actor("Midland", "MDL", "state", "Midlander")
    made.actor("Olaf Brandt", "NRL", "military")
    made.actor("Foreign Ministry of Norland", "NRL", "government")
    made.actor("Foreign Ministry of Sudmark", "SDM", "government")
    return made
