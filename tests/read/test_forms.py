"""Coarse tags and lemmas are remembered by form, and are what the model itself makes of each passage."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ingest.plain import plain
from dragoman.read.forms import Forms
from dragoman.read.parser import Parser, edges

TEXTS = (
    "The envoys had been meeting in Vienna, and they left before the talks ended.",
    "Let's be clear: there is no deal, and there were never going to be two of them.",
    "We're gonna leave, we've gotta leave, and it ain't over, y'all.",
    "Gon said that Na and Ta had got home. There, is that it?",
    "He left. He was left. The left won, and whoever leaves is leaving things that leave nothing.",
    "“That’s what they're saying,” she'd said; “it isn't ours.”",
    "😀 1,200 km²   \u200f—\t!!",
)


def checked(parser: Parser, text: str) -> None:
    nlp: Any = parser._nlp
    doc = nlp(text)
    parse = parser.parse(plain(text, None, "x"))
    passages = [nlp(p.text) for p in plain(text, None, "x").passages]
    assert parse.pos == tuple(t.pos_ for d in passages for t in d)
    assert parse.lemmas == tuple(t.lemma_.lower() for d in passages for t in d)
    if len(passages) == 1:
        assert parse.edges == tuple((t.left_edge.i, t.right_edge.i + 1) for t in doc)


@pytest.mark.parametrize("text", TEXTS)
def test_forms_are_the_models_own(parser: Parser, text: str) -> None:
    for _ in range(2):  # worked out, then remembered
        checked(parser, text)


def test_words_that_make_a_phrase_only_side_by_side_are_learned_apart(parser: Parser) -> None:
    forms: Any = Forms(parser._nlp)
    nlp: Any = parser._nlp
    docs = list(nlp.pipe(["Gon waited.", "Then na came."], disable=["attribute_ruler", "lemmatizer"]))
    alike = [[(t.pos_, t.lemma_.lower()) for t in nlp(text)] for text in ("Gon waited.", "Then na came.")]
    assert forms.of(docs) == alike


def test_the_memory_is_bounded(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.read.forms.MOST", 5)
    forms: Any = Forms(parser._nlp)
    nlp: Any = parser._nlp
    for text in TEXTS:
        forms.of([nlp(text)])
        assert len(forms._known) <= 5


@given(st.lists(st.integers(min_value=0, max_value=11), min_size=1, max_size=12))
@settings(max_examples=200)
def test_edges_are_the_ends_of_what_hangs_on_a_token(raw: list[int]) -> None:
    heads = [min(h, i) for i, h in enumerate(raw)]  # a token hangs on itself or on an earlier one: no circles
    heads = [len(raw) - 1 - h for h in reversed(heads)] if raw[0] % 2 else heads

    def over(i: int) -> set[int]:
        return {i} if heads[i] == i else {i} | over(heads[i])

    below = [[j for j in range(len(heads)) if i in over(j)] for i in range(len(heads))]
    assert edges(heads) == [(min(b), max(b) + 1) for b in below]
