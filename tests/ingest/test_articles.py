"""One article: cleaned, named, dated."""

import pytest

from dragoman.ingest.articles import articles
from dragoman.ingest.plain import plain
from dragoman.model.text import Metadata, Published, Rejection, Report, Source
from tests.ingest.samples import HARBOUR, TALKS

CREDIT = "(Reporting by Pia Holm; Editing by Jan Berg)"
CAPTION = "A tug pulls at the tanker off Lindesnes, Norway, November 7, 2022. (Reuters)"


def report(text: str, **about: Metadata) -> Report:
    found = articles(Source("a.txt", "utf-8", "", text, **about))
    assert len(found) == 1 and isinstance(found[0], Report)
    return found[0]


def kinds(found: Report) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in found.passages if p.kind != "body"]


def removed(found: Report) -> list[tuple[str, str]]:
    return [(r.why, r.span.text) for r in found.removed]


def test_headline_and_captions_printed_again_are_kept_once() -> None:
    head = (
        f"Tanker closes harbour for a day\n\n{CAPTION}\n{CAPTION}\nTT\n\nTanker closes harbour for a day\n\n{CAPTION}\n"
    )
    found = report(f"{head}\n{HARBOUR}")
    assert kinds(found) == [("title", "Tanker closes harbour for a day"), ("caption", CAPTION)]
    assert removed(found) == [
        ("repeated caption", CAPTION), ("share-button residue", "TT"),
        ("repeated headline", "Tanker closes harbour for a day"), ("repeated caption", CAPTION),
    ]  # fmt: skip
    assert found.title == "Tanker closes harbour for a day"


def test_a_caption_with_another_credit_is_the_same_caption() -> None:
    found = report(f"Tanker closes harbour\n\n{CAPTION}\n{CAPTION.replace('Reuters', 'AFP')}\n\n{HARBOUR}")
    assert [r.why for r in found.removed] == ["repeated caption"]
    other = CAPTION.replace("7, 2022", "8, 2022")
    assert report(f"Tanker closes harbour\n\n{CAPTION}\n{other}\n\n{HARBOUR}").removed == ()


def test_a_short_answer_said_twice_is_no_dirt() -> None:
    lines = HARBOUR.strip().split("\n\n")
    found = report("\n\n".join([*lines[:3], "“Nobody knows.”", lines[3], "“Nobody knows.”", *lines[4:]]))
    assert found.removed == ()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (" date 2022-11-08 Tanker closes harbour", "Tanker closes harbour"),
        ("date 2022-11-08\nTanker closes harbour", "Tanker closes harbour"),
        ("Published: 8 November 2022, 10:15\nTanker closes harbour", "Tanker closes harbour"),
        ("Tanker closes harbour\n8 November 2022", "Tanker closes harbour"),
        ("Tanker closes harbour\nBy Pia Holm, November 8, 2022", "Tanker closes harbour"),
        ("Tanker closes harbour\n\nArven Daily November 8, 2022, 9:02 AM", "Tanker closes harbour"),
        ("2022-11-08 | Tanker closes harbour", "Tanker closes harbour"),
    ],
)
def test_a_printed_date(line: str, title: str) -> None:
    found = report(f"{line}\n\n{HARBOUR}")
    assert found.title == title
    assert (found.published.date, found.published.basis) == ("2022-11-08", "printed")
    assert "2022-11-08" in found.published.why or "November" in found.published.why


def test_the_date_line_stands_outside_the_article() -> None:
    found = report(f" date 2022-11-08 Tanker closes harbour\n\n{HARBOUR}")
    assert found.source[found.start :].startswith("Tanker")
    assert removed(found) == [("printed date line", "date 2022-11-08 ")]


def test_a_dateline_is_read_apart_from_the_sentence() -> None:
    found = report(f"LINDESNES, Nov. 8, 2022 (Reuters) - {HARBOUR}")
    assert kinds(found) == [("byline", "LINDESNES, Nov. 8, 2022 (Reuters) -")]
    assert found.passages[1].text.startswith("The harbour of Lindesnes")
    assert found.published.date == "2022-11-08"


def test_a_dateline_without_a_year_dates_nothing() -> None:
    found = report(f"LINDESNES, Nov. 8 (Reuters) - {HARBOUR}").published
    assert found == Published(None, "unknown", "its dateline prints 8 November but no year")


def test_given_goes_before_printed_and_printed_before_metadata() -> None:
    text, metadata, given = (
        f"date 2022-11-08\n{HARBOUR}",
        Metadata(published="2022-11-09"),
        Metadata(published="2022-11-10"),
    )
    assert report(text, metadata=metadata, given=given).published.date == "2022-11-10"
    assert report(text, metadata=metadata).published.date == "2022-11-08"
    assert report(HARBOUR, metadata=metadata).published.basis == "metadata"


def test_a_caption_of_the_same_weekday_dates_the_news() -> None:
    found = report(f"Tanker closes harbour\n\n{CAPTION}\n\n{HARBOUR}")
    assert (found.published.date, found.published.basis) == ("2022-11-07", "inferred")
    assert "7 November 2022, which was a Monday" in found.published.why


@pytest.mark.parametrize(
    "caption",
    [
        "FILE PHOTO: A tug pulls at the tanker off Lindesnes, November 7, 2022. (Reuters)",
        "A tug pulls at the tanker off Lindesnes, November 8, 2022. (Reuters)",
        "A market in the mountains of Peru, November 7, 2022. (Reuters)",
    ],
)
def test_an_old_or_unrelated_picture_dates_nothing(caption: str) -> None:
    assert report(f"Tanker closes harbour\n\n{caption}\n\n{HARBOUR}").published.date is None


def test_bylines_headings_and_credits_are_named() -> None:
    lines = TALKS.strip().split("\n\n")
    text = "\n\n".join(
        [
            "Talks in Geneva",
            "By Pia Holm",
            *lines[:2],
            "Troops at the border",
            *lines[2:],
            CREDIT,
        ]
    )
    found = report(text)
    assert kinds(found) == [
        ("title", "Talks in Geneva"), ("byline", "By Pia Holm"), ("heading", "Troops at the border"),
        ("byline", CREDIT),
    ]  # fmt: skip
    assert found.author == "Pia Holm"


def test_a_page_with_its_menus() -> None:
    menu = "\n".join(
        [
            "Home",
            "World",
            "Politics",
            "Sport",
            "Culture",
            "Video",
            "Subscribe",
            "Search",
            "Weather",
            "Travel",
            "Money",
            "Opinion",
        ]
    )
    article = f"Talks in Geneva go on\n\n{TALKS}"
    found = report(f"Talks in Geneva go on - Arven Daily\n\n{menu}\n\n{article}\n{menu}\n© Arven Daily")
    assert found.title == "Talks in Geneva go on"
    assert found.passages[-1].text.endswith("Oster said.")
    assert "page furniture" in {r.why for r in found.removed}


def test_mojibake_is_mended_for_the_parser_only() -> None:
    source = TALKS.encode("utf-8").decode("cp1252", "replace")
    found = report(source)
    quoted = next(p for p in found.passages if "want the troops" in p.text)
    assert quoted.text.startswith("“We want")
    assert quoted.offsets is not None
    at = quoted.text.index("troops")
    assert source[quoted.at(at) : quoted.at(at + 6)] == "troops"


def test_a_paragraph_in_another_language_is_left_out() -> None:
    lines = TALKS.strip().split("\n\n")
    foreign = "Мы требуем, чтобы войска ушли с границы до подписания соглашения."
    found = report("\n\n".join([*lines[:3], foreign, *lines[3:]]))
    assert removed(found) == [("not in English", foreign)]


def test_an_article_in_another_language_is_listed_but_not_read() -> None:
    german = (
        "Der Hafen wurde am Montag geschlossen, nachdem ein Tanker auf Grund gelaufen war.\n\n"
        "Die Küstenwache teilte mit, dass niemand verletzt worden sei und kein Öl ausgelaufen sei.\n\n"
        "Der Bürgermeister sagte, der Hafen bleibe bis zum Ende der Woche geschlossen.\n"
    ) * 2
    found = articles(Source("a.txt", "utf-8", "", f"{HARBOUR}\n{german}"))
    english, other, rejection = found
    assert isinstance(english, Report) and english.read and english.text == HARBOUR.strip()
    assert isinstance(other, Report) and not other.read and other.passages == () and other.language == "de"
    assert isinstance(rejection, Rejection) and "in German; only English is read" in rejection.why
    assert f"{other.start:,}" in rejection.why


@pytest.mark.parametrize("text", ["", "\n \n", "Share\nTweet\nAdvertisement\n", "QUFB" * 500])
def test_nothing_to_read_is_a_rejection(text: str) -> None:
    [found] = articles(Source("a.txt", "utf-8", "", text))
    assert isinstance(found, Rejection)


def test_long_passages_are_cut_at_sentences() -> None:
    found = report("The envoys met in Geneva for the third time this year. " * 1000)
    assert len(found.passages) > 3
    assert all(p.text.endswith("year.") for p in found.passages)


def test_the_same_text_has_the_same_id_and_another_origin_another() -> None:
    first = report(HARBOUR)
    assert first.id == report(HARBOUR).id
    assert first.id != report(HARBOUR, metadata=Metadata(outlet="Arven Daily")).id


def test_plain_takes_text_as_it_is() -> None:
    assert [p.text for p in plain("TT\n\nThe envoys met.").passages] == ["TT", "The envoys met."]
