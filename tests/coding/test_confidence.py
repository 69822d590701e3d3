"""How sure an event is: what counts for it, and the bench that weighs this."""

import pytest
from benchmarks.confidence import UNSEEN, Case, curve, learnt
from tests.coding.told import packaged, told

from dragoman.coding.events_details import weights
from dragoman.ontology import plover
from dragoman.read.parser import Parser

DAY = "2024-03-15"
NAMED = {"source named", "source of a country", "target named", "target of a country"}


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


def test_every_type_is_weighed_and_nothing_that_is_no_feature() -> None:
    others = {
        *NAMED, "always", "frame", "depth", "source inferred", "target inferred",
        "by a noun", "in words said", "a saying", "by its tone",
    }  # fmt: skip
    assert packaged().frames
    assert set(weights()) - others <= set(plover.types())
    assert others <= set(weights())


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
    told = dict(line.split(" = ") for line in learnt(rows).splitlines()[1:])
    assert float(told['"good"']) > 1
    assert float(told['"always"']) < -UNSEEN


def test_that_a_party_is_named_never_speaks_against_an_event() -> None:
    rows = [case(0.5, k % 4 == 0, **{"source named": 1.0}) for k in range(40)] + [case(0.5, True) for _ in range(40)]
    told = dict(line.split(" = ") for line in learnt(rows).splitlines()[1:])
    assert float(told['"source named"']) == 0
