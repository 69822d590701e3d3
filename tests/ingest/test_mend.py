"""Damaged words mended for the parser, each still at its place in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.mend import mend


def twisted(text: str, read_as: str = "latin-1") -> str:
    """`text` as it looks when its UTF-8 is read in another encoding."""
    return text.encode("utf-8").decode(read_as)


def test_sound_text_is_left_alone() -> None:
    text = "“We said no,” the envoy’s aide in São Paulo wrote — twice…"
    assert mend(text) == (text, None)


@pytest.mark.parametrize("read_as", ["latin-1", "cp1252"])
def test_mojibake_is_undone_and_every_sign_keeps_its_place(read_as: str) -> None:
    meant = "The envoy’s café in Zürich — “Ruhe” – was closed"
    source = twisted(meant.replace("”", "“") if read_as == "cp1252" else meant, read_as)
    text, places = mend(source)
    assert text == (meant.replace("”", "“") if read_as == "cp1252" else meant)
    assert places is not None and len(places) == len(text) + 1
    for i, sign in enumerate(text):
        assert source[places[i] : places[i + 1]] == twisted(sign, read_as)


def test_punctuation_that_lost_a_byte_is_mended_too() -> None:
    source = "â€œZonalâ€ forces, itâ€™s said"
    text, places = mend(source)
    assert text == "“Zonal” forces, it’s said"
    assert places is not None
    at = text.index("forces")
    assert source[places[at] : places[at + 6]] == "forces"


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("no\u00a0break", "no break"),
        ("zero\u200bwidth and so\u00adft", "zerowidth and soft"),
        ("ﬁve ﬂags", "five flags"),
        ("the accu-\nsation", "the accusation"),
        ("one\r\ntwo\nthree", "one two three"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("a\x00b", "ab"),
        ("**Iran** signed [the deal](https://news.example/x) today", "Iran signed the deal today"),
    ],
)
def test_odd_signs(source: str, meant: str) -> None:
    text, places = mend(source)
    assert text == meant
    assert places is not None and places[-1] == len(source)


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("â€œ™Ã©Â \u00a0\u200b\n*[]()-ﬁ\ud800")), max_size=200)
)
def test_any_text_is_mended_with_places_in_order(source: str) -> None:
    text, places = mend(source)
    if places is None:
        assert text == source
        return
    assert len(places) == len(text) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(source)
    assert all(0 <= p <= len(source) for p in places)
