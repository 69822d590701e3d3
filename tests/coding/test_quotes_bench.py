"""The bench bends statements to PolNeAR's conventions: "that" belongs to the content, the outermost wins."""

import pytest
from benchmarks.kinds.quotes import predict

from dragoman.read.parser import Parser


@pytest.fixture(autouse=True)
def no_disk(monkeypatch: pytest.MonkeyPatch, parser: Parser) -> None:
    """Parse afresh, leaving nothing on disk."""
    monkeypatch.setattr("benchmarks.kinds.quotes.one", parser.parse)


def shown(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each prediction for one text."""
    (row,) = predict([{"id": "x", "text": text}])

    def words(span: dict[str, int] | None) -> str | None:
        return text[span["start"] : span["end"]] if span else None

    return [(words(s["speaker"]), str(words(s["content"]))) for s in row["statements"]]


def test_that_belongs_to_the_content() -> None:
    assert shown("Anna Reyes said that the port was closed.") == [("Anna Reyes", "that the port was closed")]


def test_a_quotation_goes_on_across_its_cue() -> None:
    text = "“The port is closed,” Anna Reyes said. “It will open on Monday.”"
    assert shown(text) == [("Anna Reyes", "The port is closed,” Anna Reyes said. “It will open on Monday.")]


def test_the_outermost_wins() -> None:
    assert shown("Orlov said that Reyes had claimed that the port was closed.") == [
        ("Orlov", "that Reyes had claimed that the port was closed")
    ]


def test_the_source_of_a_relative_clause_is_its_pronoun() -> None:
    assert ("who", "the port was closed") in shown("Reyes, who said the port was closed, left on Friday.")


def test_attitudes_count() -> None:
    assert shown("The bishop supports the strike.") == [("The bishop", "the strike")]
