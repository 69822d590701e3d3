"""Facts, denials, possibilities and what lies before the story."""

import pytest
from tests.coding.told import told

from dragoman.read.parser import Parser

DAY = "2024-03-15"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran attacked Iraq.", "asserted"),
        ("Iran did not attack Iraq.", "denied"),
        ("Iran never attacked Iraq.", "denied"),
        ("Nobody attacked Iraq.", "denied"),
        ("No Iranian soldier attacked Iraq.", "denied"),
        ("There was no Iranian attack on Iraq.", "denied"),
        ("Iran failed to attack Iraq.", "denied"),
        ("Iran left without attacking Iraq.", "denied"),
        ("Iran may attack Iraq.", "hypothetical"),
        ("Iran might have attacked Iraq.", "hypothetical"),
        ("If Iran attacks Iraq, oil will be dear.", "hypothetical"),
        ("Oil will be dear if Iraq is attacked by Iran.", "hypothetical"),
        ("Unless Iran attacks Iraq, oil will be cheap.", "hypothetical"),
        ("Perhaps Iran attacked Iraq.", "hypothetical"),
        ("A possible Iranian attack on Iraq worried traders.", "hypothetical"),
        ("Traders feared an Iranian attack on Iraq.", "hypothetical"),
        ("Iran had attacked Iraq before the talks began.", "background"),
        ("Iran attacked Iraq in 1998.", "background"),
        ("Iran has already attacked Iraq.", "background"),
        ("The talks failed after Iran attacked Iraq.", "asserted"),
        ("The talks had failed after Iran attacked Iraq.", "background"),
        ("No talks were held since Iran attacked Iraq.", "background"),
        ("Hours earlier, Iran attacked Iraq.", "asserted"),
        ("Iran earlier attacked Iraq.", "background"),
        ("The general flew to Basra, where he attacked Iraq's army.", "asserted"),
        ("The general returned to the town where he attacked Iraq's army.", "background"),
        ("Norway dismissed reports that Iran attacked Iraq.", "denied"),
        ("The report that Iran attacked Iraq is false.", "denied"),
        ("Norway confirmed reports that Iran attacked Iraq.", "asserted"),
        ("Not a single Iranian soldier attacked Iraq.", "denied"),
        ("Iran has been attacking Iraq.", "asserted"),
        ("Norway left. Iran, which has been attacking Iraq, stayed.", "background"),
        ("Iran attacked Iraq for eight years.", "background"),
        ("Iran attacked Iraq earlier this month.", "background"),
        ("Norway closed the strait to attack Iraq.", "asserted"),
        ("If the talks fail, Iran may stage an attack on Iraq.", "hypothetical"),
        ("If the army crosses the river and attacks Iraq, oil will be dear.", "hypothetical"),
        ("If in May Iran attacks Iraq, oil will be dear.", "hypothetical"),
        ("If, breaking the truce, Iran attacks Iraq, oil will be dear.", "hypothetical"),
        ("If Norway says that Iran attacked Iraq, oil will be dear.", "hypothetical"),
        ("If oil is dear because Iran attacked Iraq, Norway will sell.", "asserted"),
        ("The minister said in a letter to envoys that Iran attacked Iraq.", "asserted"),
        ("Norway said in a letter that Iran attacked Iraq.", "asserted"),
        ("Norway said Iran had attacked Iraq.", "asserted"),
    ],
)
def test_how_an_attack_is_told(parser: Parser, text: str, status: str) -> None:
    assert {e.status for e in told(parser, text, DAY) if e.type == "ASSAULT"} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway expelled an envoy.\nThe attack by Iran on Iraq was the first in May.", "background"),
        ("Norway expelled an envoy.\nThere was a new attack by Iran on Iraq.", "asserted"),
        ("Norway expelled an envoy.\n“The attack by Iran on Iraq is known,” its ministry said.", "background"),
    ],
)
def test_a_deed_named_as_known_lies_before(parser: Parser, text: str, status: str) -> None:
    assert {e.status for e in told(parser, text, DAY) if e.type == "ASSAULT"} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway recalled an envoy. Iran has condemned Iraq.", "asserted"),
        ("Norway recalled an envoy. Iran has repeatedly condemned Iraq.", "background"),
        ("Norway recalled an envoy. Iran has condemned Iraq three times.", "background"),
        ("Norway recalled an envoy. Iran has condemned Iraq since 2015.", "background"),
        ("The minister, who condemned Iraq, left for Oslo.", "asserted"),
        ("The minister who condemned Iraq left for Oslo.", "background"),
        ("The minister who condemned Iraq on Tuesday left for Oslo.", "asserted"),
        ("The minister gave a speech in which he condemned Iraq.", "asserted"),
        ("Earlier, Iran condemned Iraq.", "asserted"),
        ("Norway said that Sweden had lied and that Iran had condemned Iraq.", "asserted"),
    ],
)
def test_news_told_beside_the_news(parser: Parser, text: str, status: str) -> None:
    assert {e.status for e in told(parser, text, DAY) if e.target == ("IRQ",)} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Iran will attack Iraq if the talks fail.",
        "If Iraq crosses the border, Iran will strike Iraq, the Iranian defence ministry said.",
    ],
)
def test_a_threat_on_a_condition_is_not_yet_made_good(parser: Parser, text: str) -> None:
    assert {e.status for e in told(parser, text, DAY) if e.source == ("IRN",)} == {"hypothetical"}


def test_words_supposed_to_be_said_are_no_fact(parser: Parser) -> None:
    found = told(parser, "If Norway said that Sweden finances terrorism, prices would fall.", DAY)
    assert {(e.type, e.status) for e in found if e.source == ("NOR",)} == {("ACCUSE", "hypothetical")}


def test_words_that_are_the_deed_are_no_denial_of_it(parser: Parser) -> None:
    text = "“Iran does not respect the border,” the Iraqi foreign ministry said."
    assert {e.status for e in told(parser, text, DAY) if e.type == "ACCUSE"} <= {"asserted"}
