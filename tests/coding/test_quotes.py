"""Quotation marks of every style are paired; no text whatever breaks the pairing."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.quotes import Quotation, quotations
from dragoman.ingest.plain import plain
from dragoman.model.text import Passage


def found(text: str) -> list[str]:
    """The words between marks, in order, an asterisk before each that goes on with the passage before."""
    return [("*" if q.continues else "") + text[q.inner : q.outer] for q in quotations(plain(text).passages)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We sail at noon," she said. "Be there."', ["We sail at noon,", "Be there."]),
        ("“We sail at noon,” she said.", ["We sail at noon,"]),
        ("‘We sail at noon,’ the captains’ clerk said. ‘Don’t be late.’", ["We sail at noon,", "Don’t be late."]),
        ("'We sail at noon,' she said of the '90s fleet.", ["We sail at noon,"]),
        ("«We sail at noon», she said.", ["We sail at noon"]),
        ("« We sail at noon », she said.", [" We sail at noon "]),
        ("»We sail at noon«, she said.", ["We sail at noon"]),
        ("„We sail at noon“, she said. „Be there.“", ["We sail at noon", "Be there."]),
        ("„We sail at noon”, she said.", ["We sail at noon"]),
        ("”We sail at noon”, she said.", ["We sail at noon"]),
        ("``We sail at noon,'' she said.", ["We sail at noon,"]),
        ("''We won't sail,'' she said, ''until dawn.''", ["We won't sail,", "until dawn."]),
        ("the clerk wrote that“they sail”", ["they sail"]),
        ("a 6'2\" sailor with a 12\" knife", []),
        ("rock 'n' roll and the boys' boats", []),
        ("one \" mark in the middle", []),
        ("“", []),
        ("\"\" and “” and ''", []),
    ],
)  # fmt: skip
def test_styles(text: str, inside: list[str]) -> None:
    assert found(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He told me ‘go home’ and I went.”", ["He told me ‘go home’ and I went.", "go home"]),
        ("“The so-called “friends” of ours left,” he said.", ["The so-called “friends” of ours left,", "friends"]),
        ('"It is "never" so," she said.', ['It is "never" so,', "never"]),
        ("'The \"Gull\" is gone,' she said.", ["The \"Gull\" is gone,", "Gull"]),
    ],
)  # fmt: skip
def test_nested(text: str, inside: list[str]) -> None:
    assert found(text) == inside
    depths = [q.depth for q in quotations(plain(text).passages)]
    assert depths == [0, 1]


def test_paragraphs_with_marks_opened_again() -> None:
    text = "He said: “One boat left.\n“Another stayed.\n“That is all,” he said."
    assert found(text) == ["One boat left.", "*Another stayed.", "*That is all,"]


def test_paragraphs_that_only_the_last_mark_closes() -> None:
    text = "He wrote:\n“One boat left.\nThe “Gull” stayed.\nThat is all.”\nThen he slept."
    assert found(text) == ["One boat left.", "*The “Gull” stayed.", "Gull", "*That is all."]


def test_an_opening_mark_lost_by_the_scrape() -> None:
    assert found("The boats have left,” he said.") == ["The boats have left,"]


def test_a_closing_mark_lost_by_the_scrape() -> None:
    assert found("He said: “The boats have left.") == ["The boats have left."]


def test_a_mark_left_open_does_not_swallow_the_next_quotation() -> None:
    assert found("“We left, she said. “No,” he answered.") == ["No,"]


def test_offsets_are_those_of_the_source_where_the_passage_was_mended() -> None:
    source = "He said â€œgoâ€\x9d."
    mended = Passage(0, len(source), "body", "He said “go”.", (0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 16, 17))
    (quote,) = quotations([mended])
    assert source[quote.inner : quote.outer] == "go"
    assert (quote.start, quote.end) == (8, 14)


PIECES = [*"\"'“”‘’„‚«»‹›`", "''", " ", " ", ". ", ", ", ": ", "\n", "a", "s", "He said"]


def check(text: str, quotes: tuple[Quotation, ...]) -> None:
    """Every quotation lies in the text, its words inside its marks, and inner ones inside outer ones."""
    for q in quotes:
        assert 0 <= q.start <= q.inner <= q.outer <= q.end <= len(text)
    for q in quotes:
        for p in quotes:
            apart = q.end <= p.start or p.end <= q.start
            assert apart or p is q or (q.start <= p.start and p.end <= q.end) or (p.start <= q.start and q.end <= p.end)


@settings(max_examples=200, deadline=None)
@given(st.integers())
def test_ten_thousand_texts_of_marks(seed: int) -> None:
    random = Random(seed)
    for _ in range(50):
        text = "".join(random.choices(PIECES, k=random.randrange(1, 15)))
        check(text, quotations(plain(text).passages))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_at_all(lines: list[str]) -> None:
    text = "\n".join(lines)
    check(text, quotations(plain(text).passages))
