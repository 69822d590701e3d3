"""The engine does everything in order, and survives what crashes, fails or hangs."""

from collections.abc import Iterator

import pytest

from dragoman.engine.local import Failed, attempt, run
from dragoman.errors import DragomanError
from tests.engine import work


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    tasks = ["sleep 0.2", *(f"task{n}" for n in range(40))]
    assert list(run(tasks, work.load, work.do, jobs)) == [f"{t} 100" for t in tasks]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_is_named_and_the_rest_go_on(jobs: int) -> None:
    results = list(run(["one", "raise", "two"], work.load, work.do, jobs))
    assert results[::2] == ["one 100", "two 100"]
    assert isinstance(results[1], Failed)
    assert "ZeroDivisionError" in results[1].why


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_takes_too_long_is_given_up(jobs: int) -> None:
    results = list(run(["one", "sleep 30", "two", "three"], work.load, work.do, jobs, limit=0.5))
    assert [r for r in results if not isinstance(r, Failed)] == ["one 100", "two 100", "three 100"]
    assert results[1] == Failed("it took longer than 0.5 seconds")


def test_a_worker_that_dies_takes_only_its_own_task_along() -> None:
    tasks = ["one", "die", *(f"task{n}" for n in range(6)), "die", "last"]
    results = list(run(tasks, work.load, work.do, 2))
    assert [isinstance(r, Failed) for r in results] == [t == "die" for t in tasks]
    assert "exit code 3" in results[1].why  # type: ignore[union-attr]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_cannot_load_stops_everything_with_its_reason(jobs: int) -> None:
    with pytest.raises(DragomanError, match="ACUSE"):
        list(run(["one"], work.fail_to_load, work.do, jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_asked_for_as_they_are_needed(jobs: int) -> None:
    asked = 0

    def tasks() -> Iterator[str]:
        nonlocal asked
        for n in range(10_000):
            asked += 1
            yield f"task{n}"

    results = run(tasks(), work.load, work.do, jobs)
    assert next(results) == "task0 100"
    results.close()  # type: ignore[attr-defined]
    assert asked < 100


@pytest.mark.parametrize("jobs", [1, 3])
def test_nothing_to_do_is_done_at_once(jobs: int) -> None:
    assert list(run([], work.fail_to_load, work.do, jobs)) == []


def test_an_attempt_in_time_gives_what_it_made() -> None:
    assert attempt(lambda: 3, 5) == 3
