"""Dates as reports print them."""

import pytest

from dragoman.ingest import dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("date 2021-11-08 Talks begin", "2021-11-08"),
        ("Date: 2021/11/08", "2021-11-08"),
        ("date: 20211108", "2021-11-08"),
        ("Published: Monday, November 8, 2021 10:22 GMT", "2021-11-08"),
        ("Published on 8 November 2021 at 10:22 am", "2021-11-08"),
        ("8th of November 2021", "2021-11-08"),
        ("Mon, 08 Nov 2021 09:15:00 +0100", "2021-11-08"),
        ("08.11.2021, 14:00", "2021-11-08"),
        ("23/11/2021", "2021-11-23"),
        ("11/23/2021", "2021-11-23"),
        ("2021-11-08T10:00:00.000Z", "2021-11-08"),
        ("Nov. 8, 2021 8:03 am ET", "2021-11-08"),
        ("[2021-11-08]", "2021-11-08"),
        ("Updated 8 Nov 2021", "2021-11-08"),
        ("08/11/2021", None),
        ("2021-13-45", None),
    ],
)
def test_a_date_that_a_line_begins_with(line: str, day: str | None) -> None:
    found = dates.leading(line)
    assert found is not None and found.day == day


@pytest.mark.parametrize(
    "line", ["Envoys met on 8 November 2021", "20211108", "8 November", "In 2021 the talks failed"]
)
def test_no_date_at_the_beginning(line: str) -> None:
    assert dates.leading(line) is None


def test_full_dates_anywhere() -> None:
    text = "The pact of 3 May 1998 was renewed on June 4th, 2011 and 2019-07-05."
    assert [d.day for d in dates.full_dates(text)] == ["1998-05-03", "2011-06-04", "2019-07-05"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-11-08T10:00:00Z", "2021-11-08"),
        ("20211108", "2021-11-08"),
        ("20211108101500", "2021-11-08"),
        ("8 November 2021", "2021-11-08"),
        ("soon", None),
        ("", None),
    ],
)
def test_the_day_of_a_metadata_field(words: str, day: str | None) -> None:
    assert dates.iso(words) == day


def test_words_and_weekdays() -> None:
    assert dates.words("2021-11-08") == "8 November 2021"
    assert dates.weekday("2021-11-08") == "Monday"
    assert dates.weekdays("On Monday she left; by Thursday's meeting") == ["Monday", "Thursday"]
    assert dates.month_alone("2021-11-08", "the attack in November")
    assert not dates.month_alone("2021-11-08", "on November 8")
