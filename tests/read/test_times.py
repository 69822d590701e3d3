"""Which days a report's time expressions mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.plain import plain
from dragoman.model.when import Time, When
from dragoman.read.parser import Parser
from dragoman.read.times import recount, resolve, times
from dragoman.read.times_words import number

THURSDAY = "2022-06-16"


def days(when: When) -> str:
    """The days, as start/end, or one day."""
    return f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"


def read(parser: Parser, text: str, published: str | None = THURSDAY) -> list[Time]:
    return list(times(parser.parse(plain(text)), published))


PRINTED = [
    ("March 4, 2021", "2021-03-04", "day"),
    ("4 March 2021", "2021-03-04", "day"),
    ("the 4th of March, 2021", "2021-03-04", "day"),
    ("Thursday, 4 March 2021", "2021-03-04", "day"),
    ("2021-03-04", "2021-03-04", "day"),
    ("04.03.2021", "2021-03-04", "day"),
    ("3/4/2021", "2021-03-04", "day"),
    ("25/3/2021", "2021-03-25", "day"),
    ("Sept. 9, 2021", "2021-09-09", "day"),
    ("March 4-6, 2021", "2021-03-04/2021-03-06", "range"),
    ("March 2021", "2021-03-01/2021-03-31", "month"),
    ("late February 2020", "2020-02-01/2020-02-29", "month"),
    ("2021", "2021-01-01/2021-12-31", "year"),
    ("the autumn of 2019", "2019-09-01/2019-11-30", "range"),
    ("winter 2019", "2019-12-01/2020-02-29", "range"),
    ("the second quarter of 2018", "2018-04-01/2018-06-30", "range"),
    ("the first half of 2018", "2018-01-01/2018-06-30", "range"),
    ("the 1990s", "1990-01-01/1999-12-31", "range"),
    ("the early 80s", "1980-01-01/1989-12-31", "range"),
    ("the nineteenth century", "1800-01-01/1899-12-31", "range"),
    ("2014-2016", "2014-01-01/2016-12-31", "range"),
    ("between 2014 and 2016", "2014-01-01/2016-12-31", "range"),
    ("9/11", "2001-09-11", "day"),
]


@pytest.mark.parametrize("published", [None, THURSDAY])
@pytest.mark.parametrize(("words", "expected", "precision"), PRINTED)
def test_a_printed_date_needs_no_publication_date(
    words: str, expected: str, precision: str, published: str | None
) -> None:
    when = resolve(words, published)
    assert (days(when), when.precision, when.basis) == (expected, precision, "printed")


RELATIVE = [
    ("today", "2022-06-16", "day"),
    ("yesterday", "2022-06-15", "day"),
    ("the day before yesterday", "2022-06-14", "day"),
    ("on Thursday", "2022-06-16", "day"),
    ("on Friday", "2022-06-10", "day"),
    ("last Thursday", "2022-06-09", "day"),
    ("next Thursday", "2022-06-23", "day"),
    ("Tuesday evening", "2022-06-14", "day"),
    ("Monday of last week", "2022-06-06", "day"),
    ("overnight", "2022-06-15/2022-06-16", "range"),
    ("last night", "2022-06-15", "day"),
    ("this week", "2022-06-13/2022-06-19", "week"),
    ("last week", "2022-06-06/2022-06-12", "week"),
    ("over the weekend", "2022-06-11/2022-06-12", "range"),
    ("earlier this month", "2022-06-01/2022-06-30", "month"),
    ("last month", "2022-05-01/2022-05-31", "month"),
    ("last year", "2021-01-01/2021-12-31", "year"),
    ("the end of the year", "2022-01-01/2022-12-31", "year"),
    ("June 2", "2022-06-02", "day"),
    ("December 30", "2021-12-30", "day"),
    ("in October", "2021-10-01/2021-10-31", "month"),
    ("October last year", "2021-10-01/2021-10-31", "month"),
    ("last summer", "2021-06-01/2021-08-31", "range"),
    ("three days ago", "2022-06-13", "day"),
    ("a week ago", "2022-06-06/2022-06-12", "week"),
    ("two months ago", "2022-04-01/2022-04-30", "month"),
    ("five years ago", "2017-01-01/2017-12-31", "year"),
    ("the last 30 years", "1992-06-16/2022-06-16", "range"),
    ("the past three days", "2022-06-13/2022-06-16", "range"),
    ("the past decade", "2012-06-16/2022-06-16", "range"),
    ("the next two weeks", "2022-06-16/2022-06-30", "range"),
    ("two days earlier", "2022-06-14", "day"),
    ("the first week of May", "2022-05-01/2022-05-07", "week"),
    ("the last week of May", "2022-05-25/2022-05-31", "week"),
    ("Christmas Day", "2021-12-25", "day"),
]


@pytest.mark.parametrize(("words", "expected", "precision"), RELATIVE)
def test_a_relative_date_is_counted_from_publication(words: str, expected: str, precision: str) -> None:
    when = resolve(words, THURSDAY, ahead=False)
    assert (days(when), when.precision, when.basis) == (expected, precision, "relative")


@pytest.mark.parametrize("words", [w for w, _, _ in RELATIVE])
def test_without_a_publication_date_it_stays_open_with_its_words(words: str) -> None:
    when = resolve(words, None)
    assert (when.start, when.end, when.basis) == (None, None, "unknown")
    assert when.words and when.words.text == words


@pytest.mark.parametrize("words", ["two months", "a 44-day war", "decades", "every week", "recently", "nothing at all"])
def test_what_names_no_day_has_none(words: str) -> None:
    assert resolve(words, THURSDAY).start is None


@given(st.text(max_size=60), st.none() | st.dates().map(date.isoformat))
def test_any_words_can_be_asked(words: str, published: str | None) -> None:
    when = resolve(words, published)
    assert (when.start is None) == (when.end is None) == (when.basis == "unknown")
    assert when.start is None or when.end is None or when.start <= when.end


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_a_weekday_lies_in_the_week_before_or_after(published: date) -> None:
    for name in ("Monday", "Friday", "Sunday"):
        back, on = resolve(name, published.isoformat(), False), resolve(name, published.isoformat(), True)
        assert back.start and on.start
        assert 0 <= (published - date.fromisoformat(back.start)).days < 7
        assert 0 <= (date.fromisoformat(on.start) - published).days < 7


AHEAD = [
    ("The ministers will meet in Geneva on Monday.", "2022-06-20"),
    ("The two sides are expected to sign the accord on Monday.", "2022-06-20"),
    ("Both agreed to resume the talks on Monday.", "2022-06-20"),
    ("The border stays shut until Monday.", "2022-06-20"),
    ("The minister arrived in Geneva on Monday.", "2022-06-13"),
    ("Two prisoners managed to escape on Monday.", "2022-06-13"),
    ("Monday's attack killed two.", "2022-06-13"),
    ("The summit will be held on October 3.", "2022-10-03"),
    ("The summit was held on October 3.", "2021-10-03"),
]


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_the_sentence_says_which_way_a_day_lies(parser: Parser, text: str, expected: str) -> None:
    assert [days(t.when) for t in read(parser, text)] == [expected]


VALUES = [
    ("The talks lasted three days.", ["P3D"]),
    ("It was the 44-day war of 2020.", ["P44D", "2020"]),
    ("Exports fell in the fourth quarter of 2005 and again last week.", ["2005-Q4", "2022-W23"]),
    ("The council meets every two weeks.", ["P2W"]),
    ("The shelling began at 18:30 GMT on Tuesday.", ["2022-06-14T18:30Z", "2022-06-14"]),
    ("They have recently quarrelled.", ["PAST_REF"]),
    ("He spoke on Wednesday night.", ["2022-06-15TNI"]),
    ("More than two and a half years of talks failed.", ["P2.5Y"]),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values_are_timex3(parser: Parser, text: str, values: list[str]) -> None:
    assert [t.value for t in read(parser, text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 soldiers crossed the river.",
        "It cost $ 2015 and not a cent less.",
        "You may go, and they march.",
        "A 56-year-old man was arrested.",
        "The Black Friday sales were poor.",
        "A second man fell.",
        "A quarter of the voters stayed at home.",
    ],
)
def test_a_number_or_a_verb_is_no_time(parser: Parser, text: str) -> None:
    assert read(parser, text) == []


def test_the_next_day_is_counted_from_the_day_named_before(parser: Parser) -> None:
    text = "Rebels took the town on May 3. The next day they left it, and two weeks later it was burnt."
    found = read(parser, text)
    assert [days(t.when) for t in found] == ["2022-05-03", "2022-05-04", "2022-05-16/2022-05-22"]
    assert [t.when.basis for t in found] == ["relative", "context", "context"]


def test_a_length_of_time_that_runs_up_to_now_names_days(parser: Parser) -> None:
    (time,) = read(parser, "The army has held the valley for 30 years.")
    assert (time.value, days(time.when)) == ("P30Y", f"1992-06-16/{THURSDAY}")
    (time,) = read(parser, "The army held the valley for 30 years.")
    assert (time.value, time.when.start) == ("P30Y", None)


def test_a_date_counted_anew_keeps_its_words_and_its_direction(parser: Parser) -> None:
    text = "The ministers will meet on Monday."
    (time,) = read(parser, text, None)
    again = recount(time.when, THURSDAY)
    assert (again.start, again.words) == ("2022-06-20", time.span)
    assert recount(resolve("4 March 2021", None), THURSDAY).start == "2021-03-04"


def test_words_are_the_reports_own(parser: Parser) -> None:
    text = "On  Tuesday , 14 June 2022, the envoy left.\nHe is due back next week."
    for time in read(parser, text):
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.when.words == time.span


def test_a_direction_once_read_is_kept_for_later(parser: Parser) -> None:
    (time,) = read(parser, "The ministers will meet on Monday.", None)
    assert time.when.start is None
    assert resolve(time.span.text, THURSDAY, time.when.ahead).start == "2022-06-20"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("forty-four", 44),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("a hundred", 100),
        ("1,200", 1200),
        ("a few", None),
    ],
)
def test_number_words(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("She asked them to help solve the murder of June 2.", "2022-06-02"),
        ("They hope to meet on July 2.", "2022-07-02"),
    ],
)
def test_a_near_day_is_meant_whatever_the_verb_looks_to(parser: Parser, text: str, start: str) -> None:
    assert [t.when.start for t in read(parser, text)] == [start]
