"""Words as stems, and sentences by their punctuation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reconcile.sentences import cuts, sentence, sentences
from dragoman.reconcile.words import stem, stems, words
from tests.reconcile.told import report


@pytest.mark.parametrize(
    "forms",
    [
        ("attack", "attacks", "attacked", "attacking"),
        ("deny", "denies", "denied", "denying", "denial"),
        ("strike", "struck", "strikes"),
        ("expel", "expelled", "expulsion"),
        ("city", "cities"),
        ("withdraw", "withdrew", "withdrawal"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(f) for f in forms}) == 1


def test_stems_leave_out_what_tells_nothing() -> None:
    assert list(stems("On Monday the minister’s envoys said 12 ships had left")) == [
        "minister",
        "envoy",
        "ship",
        "leav",
    ]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[w.start : w.end] == w.text for w in words(text))


@given(st.text())
def test_cuts_keep_order_and_words(text: str) -> None:
    edges = cuts(text)
    assert all(i < j for i, j in edges)
    assert all(a[1] <= b[0] for a, b in pairwise(edges))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= {i for a, b in edges for i in range(a, b)}


def test_a_title_ends_no_sentence() -> None:
    text = "Gen. Brandt spoke. “We are ready.” Sudmark did not answer."
    assert [text[i:j].strip() for i, j in cuts(text)] == [
        "Gen. Brandt spoke.",
        "“We are ready.”",
        "Sudmark did not answer.",
    ]


def test_sentences_of_a_report_open_at_their_words() -> None:
    made = report("r", "One thing happened. Another did not.\nA third may.")
    whole = made.span(made.passages[0].start, made.passages[0].end)
    assert [s.text for s in sentences(made, whole)] == ["One thing happened.", "Another did not."]
    assert sentence(made, made.source.index("third")).text == "A third may."
