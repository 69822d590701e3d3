"""Indirect speech, thought and intention: the cue, the exact content, the one who speaks."""

import pytest
from tests.coding.reports import contents, said

from dragoman.read.parser import Parser


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Anna Reyes said that the port was closed.", "Anna Reyes", "the port was closed"),
        ("The port is closed, Anna Reyes said.", "Anna Reyes", "The port is closed"),
        ("The port is closed, said Anna Reyes on Friday.", "Anna Reyes", "The port is closed"),
        ("According to Anna Reyes, the port is closed.", "Anna Reyes", "the port is closed"),
        ("The port is closed, according to Anna Reyes.", "Anna Reyes", "The port is closed"),
        ("As Anna Reyes noted, the port is closed.", "Anna Reyes", "the port is closed"),
        ("Anna Reyes told reporters the port was closed.", "Anna Reyes", "the port was closed"),
        ("Reyes had said in an interview last week that the port would open.", "Reyes", "the port would open"),
        ("Anna Reyes made clear that the port was closed.", "Anna Reyes", "the port was closed"),
        ("Anna Reyes issued a statement saying that the port was closed.", "Anna Reyes", "the port was closed"),
        ("A statement by Anna Reyes reads that the port is closed.", "Anna Reyes", "the port is closed"),
        ("They heard Anna Reyes's claim that the port was closed.", "Anna Reyes", "the port was closed"),
        ("Allegations by Norway that Russia sank the ship were denied.", "Norway", "Russia sank the ship"),
        ("Norway accused Russia of sinking the ship.", "Norway", "sinking the ship"),
        ("Russia denied sinking the ship.", "Russia", "sinking the ship"),
        ("Norway demanded an apology from Russia.", "Norway", "an apology from Russia"),
        ("Norway believes that Russia sank the ship.", "Norway", "Russia sank the ship"),
        ("Norway plans to close the port.", "Norway", "to close the port"),
        ("Norway called the raid an act of war.", "Norway", "an act of war"),
        ("Anna Reyes urged Orlov to free the crew.", "Anna Reyes", "Orlov to free the crew"),
        ("Anna Reyes asked whether the port was open.", "Anna Reyes", "whether the port was open"),
        ("Lavrov: Norway must answer for the ship", "Lavrov", "Norway must answer for the ship"),
        ("Reyes, who said the port was closed, left on Friday.", "Reyes", "the port was closed"),
        ("The ship, which Norway said was empty, sank.", "Norway", "was empty"),
        ("Some officials said the port was closed.", "officials", "the port was closed"),
    ],
)  # fmt: skip
def test_who_says_what(parser: Parser, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(s.speaker, s.content) for s in said(parser, text)]


def test_a_cue_set_into_its_clause(parser: Parser) -> None:
    (one,) = said(parser, "The port, Reyes said, is closed.")
    assert one.parts == ("The port", "is closed")


def test_verbs_that_inherit_the_subject(parser: Parser) -> None:
    found = said(parser, "Bayani emphasized that the border was open, adding that trade had grown.")
    assert [(s.speaker, s.cue, s.content) for s in found] == [
        ("Bayani", "emphasized", "the border was open"), ("Bayani", "adding", "trade had grown"),
    ]  # fmt: skip
    found = said(parser, "The minister, Anna Reyes, pledged to reopen the port and vowed that no ship would be lost.")
    assert [(s.speaker, s.content) for s in found] == [
        ("Anna Reyes", "to reopen the port"), ("Anna Reyes", "no ship would be lost"),
    ]  # fmt: skip


def test_the_second_verb_of_saying_ends_the_first_content(parser: Parser) -> None:
    found = said(parser, "Officials said the ships lie in the bay and described the wait as too long.")
    assert [s.content for s in found] == ["the ships lie in the bay", "the wait as too long"]
    assert len({s.record.speaker for s in found}) == 1


def test_the_reporters_own_asides_are_no_content(parser: Parser) -> None:
    assert contents(parser, "Reyes said the crew had no motive to sink the Gull, which was built in Oslo.") == [
        "the crew had no motive to sink the Gull"
    ]
    assert contents(parser, "While the port was closed, the ships could still leave, Reyes said.") == [
        "the ships could still leave"
    ]


def test_what_is_not_said_is_no_statement(parser: Parser) -> None:
    assert contents(parser, "Reyes did not say whether the port was open.") == []
    assert contents(parser, "Reyes refused to say whether the port was open.") == []
    assert contents(parser, "A move called the bridge won the match.") == []
    assert contents(parser, "A soldier, who asked not to be named, left early.") == []


def test_rating_a_thing_is_no_statement(parser: Parser) -> None:
    assert contents(parser, "Reyes praised the crew and condemned the raid.") == []


def test_passive_and_unnamed_speakers(parser: Parser) -> None:
    (one,) = said(parser, "It was reported that the ship was armed.")
    assert (one.speaker, one.content) == (None, "the ship was armed")
    (one,) = said(parser, "The bridge was mined, a senior Norwegian official said.")
    assert one.record.speaker is not None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Reyes said the port was closed.", "assert"),
        ("Reyes accused Orlov of lying.", "accuse"),
        ("Reyes denied that the port was closed.", "deny"),
        ("“The accusation is absurd,” Reyes said.", "deny"),
        ("“We had nothing to do with this raid,” Reyes said.", "deny"),
        ("Reyes demanded that the port be opened.", "demand"),
        ("Reyes told the crews to leave the port.", "demand"),
        ("“We demand that the crew be freed,” Reyes said.", "demand"),
        ("Reyes threatened to close the port.", "threaten"),
        ("“If they come closer, we will respond with force,” Reyes said.", "threaten"),
        ("“We will respond with force,” Reyes said.", "threaten"),
        ("Reyes warned that any attack would have consequences.", "threaten"),
        ("Reyes warned that the ice was thin.", "assert"),
        ("Reyes promised to open the port.", "promise"),
        ("“We will open the port on Monday,” Reyes said.", "promise"),
        ("Reyes hailed the truce as a triumph.", "praise"),
        ("Reyes proposed that the talks be moved.", "propose"),
        ("“Who gave the order?” Reyes said.", "question"),
        ("“Have they no shame?” Reyes said.", "question"),
        ("Reyes believes the port is closed.", "believe"),
        ("Reyes plans to close the port.", "intend"),
    ],
)  # fmt: skip
def test_acts(parser: Parser, text: str, act: str) -> None:
    assert [s.act for s in said(parser, text)] == [act]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway denied having sunk the ship.", "having sunk the ship"),
        ("Norway admitted having been warned.", "having been warned"),
        ("Norway called for the strait to be reopened.", "the strait to be reopened"),
        ("Norway appealed for the crew to be set free.", "the crew to be set free"),
        ("Reyes said the ship left port, ignored two calls, and struck a reef.",
            "the ship left port, ignored two calls, and struck a reef"),
        ("Reyes said she had hoped for talks, but that it was too late.",
            "she had hoped for talks, but that it was too late"),
        ("Reyes said freight traffic through the delta, halted in May, was restored on Friday.",
            "freight traffic through the delta, halted in May, was restored on Friday"),
        ("According to Reyes, who met Orlov in Bergen in May, the port is closed.", "the port is closed"),
        ("Reyes called for de-escalation.", "de-escalation"),
    ],
)  # fmt: skip
def test_the_whole_of_what_is_said(parser: Parser, text: str, content: str) -> None:
    assert content in contents(parser, text)


def test_a_second_cue_ends_what_somebody_is_accused_of(parser: Parser) -> None:
    text = "Norway accused Russia of sinking the ship and called for the crew to be freed."
    assert contents(parser, text) == ["sinking the ship", "the crew to be freed"]


def test_a_list_of_verbs_of_saying_is_not_what_is_said(parser: Parser) -> None:
    text = "The council said it was deeply worried, demanded that the crew be freed and promised to act."
    assert contents(parser, text)[0] == "it was deeply worried"


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied it.",
        "Norway rejected the accusations.",
        "Norway dismissed the claim.",
        "Norway offered Russia.",
    ],
)
def test_what_only_points_to_words_told_elsewhere_is_no_statement(parser: Parser, text: str) -> None:
    assert contents(parser, text) == []


def test_who_says_something_need_not_be_listed(parser: Parser) -> None:
    assert contents(parser, "A companion said that the boat had sunk.") == ["the boat had sunk"]


def test_who_is_named_beside_the_noun_speaks(parser: Parser) -> None:
    (one,) = said(parser, "President of Norway Anna Reyes said that the port was closed.")
    assert one.speaker == "Anna Reyes"
