"""Figures as reports give them."""

import pytest

from dragoman.reconcile.counts import counts, numbers
from dragoman.reconcile.figures import differ, figures
from tests.reconcile.told import report


@pytest.mark.parametrize(
    ("text", "kind", "value", "bound"),
    [
        ("The blast killed at least 12 people.", "killed", 12, "at least"),
        ("Twenty-one sailors were wounded.", "wounded", 21, "exactly"),
        ("More than 3,000 villagers have been displaced.", "displaced", 3000, "more than"),
        ("The death toll has risen to 44.", "killed", 44, "exactly"),
        ("Quake leaves 7 dead", "killed", 7, "exactly"),
        ("Two dozen protesters were detained.", "arrested", 24, "exactly"),
        ("Rebels shell port, kill 9", "killed", 9, "exactly"),
    ],
)
def test_a_figure_is_read_with_its_act(text: str, kind: str, value: float, bound: str) -> None:
    (found,) = figures(report("r", text))
    assert (found.kind, found.value, found.bound) == (kind, value, bound)
    assert found.span.text in text and found.act.text in text


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The raid killed 30 people, including four children.", "part"),
        ("The raid killed 30 people. Six others were killed at a farm.", "part"),
        ("The raid killed 30 people. More than 90,000 people have died in the war.", "war"),
        ("The raid killed 30 people. The previous toll was 20.", "earlier"),
    ],
)
def test_parts_whole_wars_and_overtaken_figures_are_told_apart(text: str, mark: str) -> None:
    first, second = figures(report("r", text))
    assert not any((first.part, first.war, first.earlier)) and getattr(second, mark)


@pytest.mark.parametrize(
    "text", ["He was killed on 18 July 2016.", "July 18: killed in action", "In 2016 he was wounded."]
)
def test_days_and_years_are_no_figures(text: str) -> None:
    assert figures(report("r", text)) == ()


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("killed 30 people", "killed 31 people", True),
        ("killed at least 30 people", "killed 30 people", False),
        ("killed about 300 people", "killed 292 people", False),
        ("killed more than 100 people", "killed 100 people", True),
    ],
)
def test_when_two_figures_differ(a: str, b: str, apart: bool) -> None:
    (one,), (two,) = figures(report("a", a)), figures(report("b", b))
    assert differ(one, two) is apart


def test_counts_are_of_people_and_things() -> None:
    text = (
        "Fourteen countries expelled 60 envoys, who have seven days to go; three ships, including two tankers, sailed."
    )
    made = report("r", text)
    found = [(c.unit, c.value, c.part) for c in counts(made.span(0, len(text)))]
    assert found == [
        ("countries", 14, False), ("people", 60, False), ("days", 7, False), ("ships", 3, False), ("ships", 2, True),
    ]  # fmt: skip
    assert numbers(text) == {14, 60, 7, 3, 2}
