"""What holds for any text: no exception, every span opens at its words, nothing is both read and left out."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.ingest.articles import articles
from dragoman.model.text import Metadata, Rejection, Report, Source
from tests.ingest.samples import HARBOUR, ORCHESTRA, TALKS

DIRT = [
    "TT", "Share", "date 2021-11-08 Talks", "By Pia Holm", "ARVEN, March 3 (AFP) - The talks began on Monday.", "\x00",
    "A bridge in Arven, May 4, 2020. (Reuters)", "Read more: why", "\u202e\u200d\U0001f1ee\U0001f1f7", "â€œNoâ€\x9d",
    "x" * 400, "\ud83d", "\ufeff",
    "Граница закрыта до конца недели, сообщили власти страны.", "## Heading", "31/03/2021", "“", "(", "[a](https://x.example)",
    "Home", "Menu", "1", "—", "\x85", "\u2028",
]  # fmt: skip
LINES = st.one_of(
    st.sampled_from(DIRT),
    st.sampled_from([p for text in (HARBOUR, ORCHESTRA, TALKS) for p in text.split("\n\n")]),
    st.text(alphabet=st.characters(), max_size=60),
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n", "\r", "\x0b", " "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines of articles, dirt and anything, in any order."""
    return "".join(draw(LINES) + draw(BREAKS) for _ in range(draw(st.integers(0, 25))))


def check(text: str) -> None:
    """Every promise of `articles` about `text`."""
    found = articles(Source("a.txt", "utf-8", "", text, Metadata(published="2021-11-08")))
    assert found == articles(Source("a.txt", "utf-8", "", text, Metadata(published="2021-11-08")))
    assert found
    reports = [r for r in found if isinstance(r, Report)]
    assert all(r.why for r in found if isinstance(r, Rejection))
    spans = []
    for r in reports:
        assert 0 <= r.start < r.end <= len(text)
        assert r.read == bool(r.passages)
        for p in r.passages:
            assert r.start <= p.start < p.end <= r.end
            assert p.text.strip()
            if p.offsets is None:
                assert text[p.start : p.end] == p.text
            else:
                assert len(p.offsets) == len(p.text) + 1
                assert p.offsets[0] >= p.start and p.offsets[-1] <= p.end
        for gone in r.removed:
            assert gone.why and text[gone.span.start : gone.span.end] == gone.span.text
        spans += [(p.start, p.end) for p in r.passages] + [(g.span.start, g.span.end) for g in r.removed]
    assert all(a[1] <= b[0] for a, b in pairwise(sorted(spans)))
    assert all(a.end <= b.start for a, b in pairwise(reports))
    assert len({r.id for r in reports}) == len(reports)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts())
def test_any_mixture(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.rough
@settings(max_examples=2000, deadline=5000, suppress_health_check=[HealthCheck.too_slow])
@given(texts())
def test_two_thousand_mixtures(text: str) -> None:
    check(text)
