"""The report steps in a row: what of a coding goes into a report, and what a passage on its own is told as."""

from typing import Any

import pytest

from dragoman.coding import codebook, cues
from dragoman.ingest.plain import plain
from dragoman.pipeline import Resources, code_passages, code_report
from dragoman.read.parser import Parser
from dragoman.resolve import world


@pytest.fixture(scope="module")
def resources(parser: Parser) -> Resources:
    """The packaged data with the shared parser."""
    return Resources(parser, world.load(), codebook.load(), cues.load())


def passage(resources: Resources, text: str) -> dict[str, Any]:
    """One passage coded on its own."""
    (row,) = code_passages([{"id": "p", "text": text}], resources)
    return row


NOBODYS = ["The committee praised the plan.", "The committee rejected the plan."]


@pytest.mark.parametrize("text", NOBODYS)
def test_events_of_nobody_stay_out_of_reports(resources: Resources, text: str) -> None:
    assert code_report(plain(text), resources).events == ()


@pytest.mark.parametrize("text", NOBODYS)
def test_a_passage_keeps_them_since_it_may_hold_back_its_names(resources: Resources, text: str) -> None:
    assert passage(resources, text)["events"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway criticised the plan.",
        "The committee criticised Norway.",
        "Gunmen attacked the market.",
        "The market was attacked.",
    ],
)
def test_one_side_is_enough_and_so_is_what_somebody_unknown_hit(resources: Resources, text: str) -> None:
    assert code_report(plain(text), resources).events


def test_a_passage_tells_first_what_its_main_clause_tells(resources: Resources) -> None:
    text = "Norway, which expelled two Danish envoys in May, visited Sweden after Finland had condemned Estonia."
    assert next(e["type"] for e in passage(resources, text)["events"]) == "CONSULT"
