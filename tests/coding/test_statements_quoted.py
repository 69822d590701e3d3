"""Direct and mixed speech: which quotation is whose, under every way of setting it into a report."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.coding.reports import contents, said

from dragoman.read.parser import Parser


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("“The port is closed,” Anna Reyes said.", "Anna Reyes", "said", "The port is closed"),
        ('"The port is closed," said Anna Reyes.', "Anna Reyes", "said", "The port is closed"),
        ("«The port is closed», Anna Reyes said.", "Anna Reyes", "said", "The port is closed"),
        ("'The port is closed,' Anna Reyes said.", "Anna Reyes", "said", "The port is closed"),
        ("Anna Reyes said: “The port is closed.”", "Anna Reyes", "said", "The port is closed"),
        ("Anna Reyes said, “The port is closed.”", "Anna Reyes", "said", "The port is closed"),
        ("In a tweet on Friday, Anna Reyes wrote: “The port is closed.”", "Anna Reyes", "wrote", "The port is closed"),
        ("“Is the port closed?” Anna Reyes asked.", "Anna Reyes", "asked", "Is the port closed"),
        ("“They are burning the nets!” Anna Reyes sobbed.", "Anna Reyes", "sobbed", "They are burning the nets"),
        ("“Nobody told us about it,” Anna Reyes laughed bitterly.", "Anna Reyes", "laughed", "Nobody told us about it"),
        ("Anna Reyes: “The port is closed.”", "Anna Reyes", ":", "The port is closed"),
        ("“The port is closed.” — Anna Reyes", "Anna Reyes", "—", "The port is closed"),
        ("The rescue was, as Anna Reyes put it, “a small miracle”.", "Anna Reyes", "put", "a small miracle"),
        ("In the words of Anna Reyes, the port is “a graveyard”.", "Anna Reyes", "In the words of", "a graveyard"),
        ("Orlov was praised as “a true friend” by Anna Reyes.", "Anna Reyes", "praised", "a true friend"),
        ("Anna Reyes was blunt: “The port is closed.”", "Anna Reyes", "was", "The port is closed"),
    ],
)  # fmt: skip
def test_direct_speech(parser: Parser, text: str, speaker: str, cue: str, content: str) -> None:
    (one,) = said(parser, text)
    assert (one.speaker, one.cue, one.content, one.form) == (speaker, cue, content, "direct")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('"The talks," said Orlov, "have failed."', ("The talks", "have failed")),
        ("“Nobody,” he told the crowd after a long pause, “has won.”", ("Nobody", "has won")),
    ],
)
def test_a_quotation_broken_by_its_cue_is_one_statement_with_parts(
    parser: Parser, text: str, parts: tuple[str, ...]
) -> None:
    (one,) = said(parser, text)
    assert one.parts == parts
    assert one.form == "direct"


def test_a_sentence_after_the_cue_is_another_statement_of_the_same_speaker(parser: Parser) -> None:
    first, second = said(parser, "“The port is closed,” Anna Reyes said. “It will open on Monday.”")
    assert (first.content, second.content) == ("The port is closed", "It will open on Monday")
    assert (second.speaker, second.cue) == ("Anna Reyes", None)


def test_a_quotation_over_several_paragraphs(parser: Parser) -> None:
    text = "Anna Reyes said: “One ship has sunk.\n“Another is missing.\n“We are still searching,” she said."
    found = said(parser, text)
    assert [s.content for s in found] == ["One ship has sunk", "Another is missing", "We are still searching"]
    assert {s.speaker for s in found} == {"Anna Reyes"}


def test_paragraphs_without_marks_of_their_own(parser: Parser) -> None:
    text = "According to Anna Reyes, the winter was hard:\n“One ship has sunk.\nAnother is missing.\nWe are searching.”"
    found = said(parser, text)
    assert [s.content for s in found] == [
        "the winter was hard", "One ship has sunk", "Another is missing", "We are searching",
    ]  # fmt: skip
    assert {s.speaker for s in found} == {"Anna Reyes"}


def test_a_paragraph_that_is_only_a_quotation_continues_the_last_speaker(parser: Parser) -> None:
    text = "“The port is closed,” Anna Reyes said on the quay.\n“Nobody knows when it will open again.”"
    assert said(parser, text)[1].speaker == "Anna Reyes"


def test_scare_quotes_and_titles_are_no_speech(parser: Parser) -> None:
    assert contents(parser, "The film “A Quiet Harbour” opened on Friday in the “old quarter” of the port.") == []
    assert contents(parser, "The so-called “people’s republic” has printed its own stamps.") == []


def test_mixed_speech_keeps_its_clause(parser: Parser) -> None:
    (one,) = said(parser, "Anna Reyes said the harbour was “a graveyard” and would stay closed.")
    assert (one.content, one.form) == ("the harbour was “a graveyard” and would stay closed", "mixed")


def test_two_cues_with_a_quotation_each(parser: Parser) -> None:
    found = said(parser, "“The port is closed,” said Anna Reyes, adding that “nobody may leave”.")
    assert [(s.cue, s.content) for s in found] == [("said", "The port is closed"), ("adding", "nobody may leave")]
    assert {s.speaker for s in found} == {"Anna Reyes"}


def test_a_clause_and_a_quotation_after_its_colon_are_two_statements(parser: Parser) -> None:
    found = contents(parser, "Anna Reyes said the port was closed: “We found three mines this morning.”")
    assert found == ["the port was closed", "We found three mines this morning"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="\"'“”‘’«»„ .,:?—\n", max_size=25), st.integers(0, 3))
def test_no_marks_ever_break_the_reading(parser: Parser, marks: str, n: int) -> None:
    words = ["Anna Reyes said", "the port is closed", "he added that", "nobody knows"]
    text = marks.join([*words[n:], *words[:n]])
    for s in said(parser, text):
        record = s.record
        assert text[record.content.start : record.content.end] == record.content.text != ""
        assert all(record.content.holds(p) for p in record.parts)


def test_a_quotation_broken_by_a_long_cue_is_one(parser: Parser) -> None:
    text = (
        '"We want no quarrel," said the envoy Anna Reyes, who met reporters late in the evening in Oslo, '
        '"but nobody should test us."'
    )
    (one,) = said(parser, text)
    assert (one.speaker, one.parts) == ("Anna Reyes", ("We want no quarrel", "but nobody should test us"))


def test_a_word_quoted_before_a_cue_with_its_own_clause_is_not_that_cues(parser: Parser) -> None:
    text = 'Asked about the remark that the tone was "shrill," Reyes said the port was closed.'
    assert [s.content for s in said(parser, text) if s.speaker == "Reyes"] == ["the port was closed"]
