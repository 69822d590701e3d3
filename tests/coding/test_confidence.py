"""How sure an event is: what counts for it, and the bench that weighs this."""

from math import exp

import pytest
from benchmarks.confidence import Case, curve, learnt
from tests.coding.told import told

from dragoman.coding.events_details import weights
from dragoman.read.parser import Parser

DAY = "2024-03-15"
SIDES = ("named", "of a country", "by name", "described", "a state", "near")


def sure(parser: Parser, text: str) -> float:
    """The confidence of the only event of a text."""
    (event,) = told(parser, text, DAY)
    return event.record.confidence


@pytest.mark.parametrize(
    ("vaguer", "clearer"),
    [
        ("Gunmen attacked a market.", "Norwegian soldiers attacked a market."),
        ("Norway attacked a market.", "Norway attacked Sweden."),
        ("Gunmen attacked Sweden.", "Norway attacked Sweden."),
        ("The committee condemned Sweden.", "Norway condemned Sweden."),
    ],
)
def test_who_is_named_makes_an_event_surer(parser: Parser, vaguer: str, clearer: str) -> None:
    assert 0 < sure(parser, vaguer) < sure(parser, clearer) < 1


def test_every_weight_is_of_a_feature() -> None:
    sides = {f"{side} {what}" for side in ("source", "target") for what in SIDES}
    assert set(weights()) <= sides | {"always", "frame", "depth", "in words said", "one country"}


def case(given: float, right: bool, **features: float) -> Case:
    """An event of a crisis."""
    return Case({"always": 1.0, **features}, given, right)


def test_the_curve_says_how_far_confidence_is_off() -> None:
    rows = [case(0.25, False), case(0.25, True), case(0.75, True), case(1.0, True)]
    assert list(curve(rows)) == [
        "0.2 to 0.3: given 0.25, right 0.50 of 2",
        "0.7 to 0.8: given 0.75, right 1.00 of 1",
        "0.9 to 1.0: given 1.00, right 1.00 of 1",
        "all: given 0.56, right 0.75",
        "expected calibration error 0.188",
    ]


def test_what_is_learnt_tells_right_from_wrong() -> None:
    rows = [case(0.5, k % 4 != 0, good=1.0) for k in range(40)] + [case(0.5, k % 4 == 0) for k in range(40)]
    told = dict(line.split(" = ") for line in learnt(rows, rows).splitlines()[1:])
    assert float(told['"good"']) > 1


def test_the_level_is_that_of_what_nobody_looked_at() -> None:
    looked_at = [case(0.5, k % 4 != 0) for k in range(40)]
    unseen = [case(0.5, k % 4 == 0) for k in range(40)]
    told = dict(line.split(" = ") for line in learnt(looked_at, unseen).splitlines()[1:])
    assert 1 / (1 + exp(-float(told['"always"']))) == pytest.approx(0.25, abs=0.01)
