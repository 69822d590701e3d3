"""What holds for the chains of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.reading import Reading
from dragoman.read.actors_terms import rows, split, terms
from tests.read.actors_at_hand import Reader

PARTS = [
    "The Peruvian Foreign Ministry", "said", "that", "Lima", "“", "”", "will", "not", "allow", "them", "his country",
    "General Ana Prieto", "Prieto", "the general", "he", "it", "its", "their", "the two countries", "Chile's army",
    "officials", "who", "attacked", "in", "Santiago", ",", ".", "and", "Brazil", "the ministry", "“we", "'s", "-", "(",
    "UN", "the", "president of", "a spokesman for", "North", "the North", "Jr.", "anti-", "U.S.", "\n",
]  # fmt: skip


def check(reading: Reading) -> None:
    """Every mention opens at its words, no two chains share words, ids and members are sound."""
    source = reading.report.source
    spans = [(m.span.start, m.span.end) for c in reading.chains for m in c.mentions]
    assert all(source[m.span.start : m.span.end] == m.span.text for c in reading.chains for m in c.mentions)
    assert len(spans) == len(set(spans))
    ids = [c.id for c in reading.chains]
    assert len(ids) == len(set(ids))
    assert all(c.mentions and c.document == reading.report.id for c in reading.chains)
    assert all(m in ids for c in reading.chains for m in c.members)
    for c in reading.chains:
        starts = [(m.span.start, m.span.end) for m in c.mentions]
        assert starts == sorted(starts)
        for m in c.mentions:
            first, last = reading.parse.tokens(m.span)
            assert first <= m.head < last


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(PARTS), max_size=40))
def test_chains_of_any_words(reader: Reader, words: list[str]) -> None:
    check(reader.read(" ".join(words), "2020-05-01"))


@settings(max_examples=20, deadline=None)
@given(text=st.text(max_size=120))
def test_chains_of_any_text(reader: Reader, text: str) -> None:
    check(reader.read(text))


def test_the_same_text_gives_the_same_chains(reader: Reader) -> None:
    text = "Ghana and Togo signed. They praised their ministers. The two countries said Mia Lund had helped."
    assert reader.read(text).chains == reader.read(text).chains


@pytest.mark.parametrize("table", ["nouns", "honorifics", "given_names", "modifiers"])
def test_no_word_stands_twice_in_a_table(table: str) -> None:
    column = {"nouns": "nouns", "given_names": "names"}.get(table, "words")
    words = [w.lower() for row in rows(table) for w in split(row[column])]
    assert sorted({w for w in words if words.count(w) > 1}) == []


def test_every_noun_has_a_known_class_and_kind() -> None:
    sorts = {"role", "kin", "person", "people", "fighter", "government", "state", "forces", "body", "group", "none"}
    assert {n.sort for n in terms().nouns.values()} <= sorts
