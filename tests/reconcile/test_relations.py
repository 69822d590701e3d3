"""Relations by dyad and week, and the order of events."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.event import Event, Status
from dragoman.model.when import UNDATED, When
from dragoman.reconcile.relations import weekly, weeks
from dragoman.reconcile.timeline import known_by, ordered
from tests.reconcile.told import World, on

NORLAND, SUDMARK, BRANDT = "a-norland", "a-sudmark", "a-olaf-brandt"


def event(id: str, source: str, target: str, intensity: float, day: str, status: Status = "asserted") -> Event:
    return Event(
        id, "ACCUSE", None, (), None, intensity, (source,), (target,), on(day), None, status, 0.9, 1, (f"m-{id}",)
    )  # fmt: skip


def test_sums_by_directed_dyad_and_week_at_both_levels(world: World) -> None:
    actors = {a.id: a for a in world.actor_of.values()}
    told = [
        event("e1", NORLAND, SUDMARK, -2.0, "2031-05-05"),
        event("e2", BRANDT, SUDMARK, -4.0, "2031-05-11"),
        event("e3", NORLAND, SUDMARK, 3.0, "2031-05-07"),
        event("e4", SUDMARK, NORLAND, -1.0, "2031-05-12"),
        event("e5", NORLAND, SUDMARK, -9.0, "2031-05-06", "denied"),
        event("e6", NORLAND, SUDMARK, -9.0, "2031-05-06", "background"),
    ]
    rows = {(r.level, r.source, r.target, r.start): r for r in weekly(told, actors)}
    state = rows["state", "NRL", "SDM", "2031-05-05"]
    assert (state.cooperation, state.conflict, state.end, state.events) == (3.0, 6.0, "2031-05-11", ("e1", "e2", "e3"))
    assert rows["actor", BRANDT, SUDMARK, "2031-05-05"].conflict == 4.0
    assert rows["state", "SDM", "NRL", "2031-05-12"].conflict == 1.0
    assert len(rows) == 5


def test_what_a_state_does_to_its_own_is_no_relation_between_states(world: World) -> None:
    actors = {a.id: a for a in world.actor_of.values()}
    rows = weekly([event("e1", NORLAND, BRANDT, -2.0, "2031-05-05")], actors)
    assert [r.level for r in rows] == ["actor"]


@pytest.mark.parametrize(
    ("date", "counts"),
    [(on("2031-05-11"), ("2031-05-05",)), (UNDATED, ()), (When("2031-01-01", "2031-12-31", "year"), ())],
)  # fmt: skip
def test_an_event_counts_in_the_week_it_began(date: When, counts: tuple[str, ...]) -> None:
    assert weeks(replace(event("e", NORLAND, SUDMARK, -1.0, "2031-05-05"), date=date)) == counts


@given(st.permutations([("e1", "2031-05-05"), ("e2", "2031-05-06"), ("e3", "")]))
def test_the_timeline_has_one_order(rows: list[tuple[str, str]]) -> None:
    told = [
        event(i, NORLAND, SUDMARK, 0, d) if d else replace(event(i, NORLAND, SUDMARK, 0, "2031-05-05"), date=UNDATED)
        for i, d in rows
    ]
    assert [e.id for e in ordered(told)] == ["e1", "e2", "e3"]


def test_what_was_known_when(world: World) -> None:
    a = world.report("a", "Norland shelled the port.", "2031-05-06")
    b = world.report("b", "Norland had shelled the port.", "2031-05-09")
    told = [world.event(r, "ASSAULT", "shelled the port", "shelled", (NORLAND,), (SUDMARK,)) for r in (a, b)]
    assert known_by(told, world.reports, "2031-05-08") == (told[0],)
