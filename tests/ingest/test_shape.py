"""What a paragraph looks like."""

import pytest

from dragoman.ingest import furniture, shape


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("ARVEN, March 31 (Reuters) - Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("ARVEN/GENEVA, March 31 (AFP) — Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("ARVEN, March 31. /TASS/. Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("Arven, Mar. 31, 2021 – Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("WASHINGTON (AP) — Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("(Reuters) - Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("ARVEN — Arvenia recalled its envoy on Friday.", "Arvenia"),
        ("Arven, Ky. — Arvenia recalled its envoy on Friday.", "Arvenia"),
    ],
)
def test_datelines(text: str, begins: str) -> None:
    found = shape.dateline(text)
    assert found is not None
    assert text[found.length :].startswith(begins)


def test_a_dateline_tells_day_and_agency() -> None:
    found = shape.dateline("Arven, Mar. 31, 2021 (Xinhua) – Arvenia recalled its envoy on Friday.")
    assert found is not None
    assert (found.month, found.day, found.year, found.agency) == (3, 31, 2021, "Xinhua")


@pytest.mark.parametrize(
    "text",
    [
        "Arvenia — which denies it — recalled its envoy on Friday to the capital.",
        "DEAR READER: the envoy was recalled on Friday and nobody knows why.",
        "The ministry (Arven) said that the envoy was recalled on Friday.",
        "“No – never,” the envoy said on Friday before he left the capital.",
        "UN-backed talks between the two countries broke off on Friday.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert shape.dateline(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers stand guard at a bridge in Arven, Arvenia, May 4, 2020. (Reuters)",
        "FILE PHOTO: The old bridge in Arven",
        "HANDOUT - The president speaks at a ceremony",
        "Photo: Arven Daily",
        "Police search a garden in Arven on March 22. Photographer: Mira Holt/Arven Daily",
        "A flag over the bridge. Photo by Pia Holm",
        "The bridge at night [Photo/Xinhua]",
        "Envoys shake hands in Geneva (Mira Holt/AFP via Getty Images)",
    ],
)
def test_captions(text: str) -> None:
    assert shape.caption(text)
    assert not shape.headline(text)


@pytest.mark.parametrize(
    "text",
    ["The photo showed soldiers at the bridge, officials said.", "Envoys met in Geneva on Tuesday, Reuters reported."],
)
def test_no_captions(text: str) -> None:
    assert not shape.caption(text)


@pytest.mark.parametrize(
    "text", ["By Pia Holm", "By our foreign staff", "Staff Reports", "Author: Pia Holm", "Agencies"]
)
def test_bylines(text: str) -> None:
    assert shape.byline(text)


@pytest.mark.parametrize(
    "text", ["By the time he came", "By Monday the bridge was closed.", "Reuters reported the attack."]
)
def test_no_bylines(text: str) -> None:
    assert not shape.byline(text)


def test_credits() -> None:
    assert shape.credit("(Reporting by Pia Holm; Editing by Jan Berg)")
    assert shape.credit("Additional reporting by Pia Holm in Geneva")
    assert not shape.credit("Reporting the attack, the ministry said that nobody was hurt and that it would go on.")


@pytest.mark.parametrize(
    "text",
    [
        "TT", "Share", "Share on Facebook", "Facebook Twitter Email", "152 Shares", "Advertisement", "ADVERTISEMENT",
        "Read more: Envoys leave the city", "Related: why talks fail", "Sign up for our daily newsletter",
        "© 2021 Arven Daily",
        "Follow us on Telegram", "3 min read", "Our Standards: The Thomson Reuters Trust Principles.", "* * *",
        "Click here to read the full interview", "Tags: talks, border", "https://news.example/a/b",
        "Story continues below advertisement",
    ],
)  # fmt: skip
def test_furniture(text: str) -> None:
    assert furniture.why(text)


@pytest.mark.parametrize(
    "text",
    [
        "Share of the vote", "Iran and the world", "Read the minister's letter, he said, and you will understand.",
        "For more than ten years the border was closed.", "Tweets by the minister angered Belmark.",
        "The ministry used an advertisement to answer.",
        "Subscribe to peace, the envoy urged both countries in his speech.",
        "More news of fighting came from the border on Friday.",
    ],
)  # fmt: skip
def test_no_furniture(text: str) -> None:
    assert furniture.why(text) is None
