"""What it does to say that a deed happened, or did not: a charge or a denial, beside the deed itself."""

import pytest
from tests.coding.told import told, who

from dragoman.read.parser import Parser

DAY = "2024-03-15"


def test_who_tells_of_his_own_deeds_charges_nobody(parser: Parser) -> None:
    assert not who(told(parser, "Peru said that it had shelled a Chilean port.", DAY), "ACCUSE")


@pytest.mark.parametrize(
    "text",
    [
        "Chile's army attacked nobody, the Chilean foreign minister said.",
        "Chile said that its army had not shelled the Peruvian port.",
    ],
)
def test_who_says_that_his_side_did_no_wrong_denies(parser: Parser, text: str) -> None:
    assert "CHL" in {source for source, _ in who(told(parser, text, DAY), "DENY")}


def test_a_deed_is_told_beside_the_charge(parser: Parser) -> None:
    events = told(parser, "Peru accused Chile of shelling a port.", DAY)
    assert {e.type: e.source for e in events} == {"ACCUSE": ("PER",), "ASSAULT": ("CHL",)}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan official asked not to be named.",
        "The Kenyan minister spoke to reporters.",
        "Kenya took part in the games.",
        "The Kenyan navy lost contact with the crew.",
    ],
)
def test_what_only_looks_like_an_event_is_none(parser: Parser, text: str) -> None:
    assert not told(parser, text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Norway urged Chile to free the crew and to drop the pipeline.",
        "Norway called on Chile to free the crew and to let ships pass.",
    ],
)
def test_each_thing_that_is_asked_for_is_a_request(parser: Parser, text: str) -> None:
    events = told(parser, text, DAY)
    assert [(e.type, e.source, e.target) for e in events] == [("REQUEST", ("NOR",), ("CHL",))] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Norway voiced concern over what it described as a raid by Chile.",
        "Norway condemned what it called a raid by Chile.",
    ],
)
def test_what_is_only_named_in_a_clause_is_what_is_condemned(parser: Parser, text: str) -> None:
    assert ("NOR", "CHL") in who(told(parser, text, DAY), "ACCUSE")


def test_let_them_asks_and_allows_nothing(parser: Parser) -> None:
    events = told(parser, "“If Chile wants peace, let Chile free the crew,” the Peruvian minister said.", DAY)
    assert [(e.type, e.source, e.target) for e in events] == [("REQUEST", ("PER",), ("CHL",))]


def test_what_nobody_should_do_is_asked_of_nobody(parser: Parser) -> None:
    events = told(parser, "“Nobody should test our patience,” the Peruvian minister said.", DAY)
    assert [(e.type, e.source) for e in events] == [("THREATEN", ("PER",))]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("“We have to see what comes,” the Peruvian minister said.", "REQUEST"),
        ("“They had to be stopped,” the Peruvian minister said.", "REQUEST"),
        ("Peru said that Chile, which had shelled its port, would pay.", "ACCUSE"),
    ],
)
def test_what_one_must_do_oneself_and_what_is_told_in_passing_is_no_saying(
    parser: Parser, text: str, type: str
) -> None:
    assert type not in {e.type for e in told(parser, text, DAY)}
