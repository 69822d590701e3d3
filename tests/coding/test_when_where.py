"""When and where an event happened, as far as its own clause and its report say."""

import pytest
from tests.coding.told import Told, told

from dragoman.read.parser import Parser

FRIDAY = "2024-03-15"


def deed(parser: Parser, text: str, type: str, published: str | None = FRIDAY) -> Told:
    return next(e for e in told(parser, text, published) if e.type == type)


@pytest.mark.parametrize(
    ("text", "type", "start", "end", "basis"),
    [
        ("Iran attacked Iraq on Tuesday.", "ASSAULT", "2024-03-12", "2024-03-12", "relative"),
        ("Iran attacked Iraq.", "ASSAULT", FRIDAY, FRIDAY, "publication"),
        ("Tuesday's attack by Iran on Iraq killed nine.", "ASSAULT", "2024-03-12", "2024-03-12", "relative"),
        ("The attack by Iran on Iraq took place on Tuesday.", "ASSAULT", "2024-03-12", "2024-03-12", "relative"),
        ("Iran attacked Iraq in May 1998.", "ASSAULT", "1998-05-01", "1998-05-31", "printed"),
        ("Norway has accused Sweden of theft since 1998.", "ACCUSE", "1998-01-01", FRIDAY, "printed"),
        ("On Tuesday, Iran shelled Iraq and arrested Iraqi drivers.", "COERCE", "2024-03-12", "2024-03-12", "relative"),
        ("Iran defeated Iraq in the 1998 war.", "ASSAULT", "1998-01-01", "1998-12-31", "printed"),
        ("The war ended in 1998, when Iran invaded Iraq.", "ASSAULT", "1998-01-01", "1998-12-31", "printed"),
    ],
)
def test_the_days_of_an_event(parser: Parser, text: str, type: str, start: str, end: str, basis: str) -> None:
    when = deed(parser, text, type).record.date
    assert (when.start, when.end, when.basis) == (start, end, basis)


def test_the_day_of_the_saying_is_not_the_day_of_the_deed(parser: Parser) -> None:
    text = "Norway said on Tuesday that Iran had attacked Iraq on March 3."
    assert deed(parser, text, "ASSAULT").record.date.start == "2024-03-03"


def test_what_follows_is_of_the_day_of_the_news(parser: Parser) -> None:
    text = "Norway recalled its ambassador to Sweden on Wednesday.\nSweden condemned Norway."
    when = deed(parser, text, "ACCUSE").record.date
    assert (when.start, when.basis) == ("2024-03-13", "context")


def test_the_past_has_no_day_of_the_news(parser: Parser) -> None:
    text = "Norway criticised Sweden on Wednesday. Sweden had earlier expelled two Norwegian diplomats."
    when = deed(parser, text, "SANCTION").record.date
    assert when.start is None or when.precision == "range"


def test_a_paragraph_goes_on_with_its_own_time(parser: Parser) -> None:
    text = (
        "Norway condemned Sweden on Wednesday.\n"
        "In May 2021, Sweden expelled two Norwegian envoys. Norway withdrew its ambassador.\n"
        "Denmark criticised Norway."
    )
    assert deed(parser, text, "SANCTION").record.date.start == "2021-05-01"
    withdrawn = next(e for e in told(parser, text, FRIDAY) if e.trigger == "withdrew")
    assert (withdrawn.status, withdrawn.record.date.start) == ("background", "2021-05-01")
    criticised = next(e for e in told(parser, text, FRIDAY) if e.trigger == "criticised")
    assert (criticised.status, criticised.record.date.start) == ("asserted", "2024-03-13")


def test_what_is_so_now_is_of_no_time_told_before(parser: Parser) -> None:
    text = "In May 2021, Sweden expelled two Norwegian envoys. Norway accuses Sweden of lying."
    assert deed(parser, text, "ACCUSE").record.date.start == FRIDAY


def test_a_clause_that_goes_on_shares_the_day(parser: Parser) -> None:
    text = "On Tuesday the Norwegian minister flew to Oslo, where she condemned Sweden."
    assert deed(parser, text, "ACCUSE").record.date.start == "2024-03-12"


def test_a_time_right_after_a_deed_is_its_own(parser: Parser) -> None:
    text = "The minister recalled the attack on the embassy of Norway in Iran in January."
    when = deed(parser, text, "ASSAULT").record.date
    assert (when.start, when.end) == ("2024-01-01", "2024-01-31")


def test_what_follows_on_an_old_deed_is_as_old(parser: Parser) -> None:
    text = "After Sweden closed its embassy in May 2021, Norway expelled two Swedish envoys."
    found = next(e for e in told(parser, text, FRIDAY) if e.trigger == "expelled")
    assert (found.status, found.record.date.start, found.record.date.basis) == ("background", "2021-05-01", "context")


def test_meanwhile_comes_back_to_the_news(parser: Parser) -> None:
    text = (
        "Norway recalled its ambassador to Sweden on Thursday.\n"
        "On Tuesday, Denmark expelled a Swedish envoy.{}Finland condemned Sweden."
    )
    assert deed(parser, text.format(" "), "ACCUSE").record.date.start == "2024-03-12"
    assert deed(parser, text.format(" Meanwhile, "), "ACCUSE").record.date.start == "2024-03-14"
    assert deed(parser, text.format("\n"), "ACCUSE").record.date.start == "2024-03-14"


def test_a_deed_told_as_so_long_before_has_not_the_day_of_its_sentence(parser: Parser) -> None:
    text = (
        "Norway recalled its envoy on Wednesday, a day after Swedish police raided its consulate and arrested a clerk."
    )
    found = {e.trigger: e.record.date.start for e in told(parser, text, FRIDAY)}
    assert {found["raided"], found["arrested"]} == {"2024-03-12"}


def test_what_a_clause_tells_of_a_time_lasted_no_longer(parser: Parser) -> None:
    text = "Trade has slumped since January, when Norway arrested two Swedish fishermen."
    when = deed(parser, text, "COERCE").record.date
    assert (when.start, when.end) == ("2024-01-01", "2024-01-31")


def test_a_day_that_the_parser_takes_for_a_name_is_the_verbs(parser: Parser) -> None:
    text = "On Wednesday General Arvid Brandt, the Norwegian army chief, accused Sweden of theft."
    assert deed(parser, text, "ACCUSE").record.date.start == "2024-03-13"


def test_what_was_said_long_ago_is_told_of_then(parser: Parser) -> None:
    found = deed(parser, "In 2016 Norway said that Swedish soldiers had attacked its post.", "ASSAULT")
    assert (found.status, found.record.date.start) == ("background", "2016-01-01")


def test_the_next_day_needs_a_day_before_it(parser: Parser) -> None:
    assert deed(parser, "Norway expelled two Swedish envoys the next day.", "SANCTION").record.date.start is None


def test_a_deed_of_one_side_to_the_other_told_again_has_its_day(parser: Parser) -> None:
    text = (
        "Swedish police raided Norway's consulate in Malmo on Tuesday.\n"
        "Norway's foreign ministry said on Thursday that Swedish police had arrested two Norwegian clerks."
    )
    assert deed(parser, text, "COERCE").record.date.start == "2024-03-12"


def test_a_deed_named_again_has_its_date(parser: Parser) -> None:
    text = (
        "Norway expelled two Swedish envoys on February 2.\n"
        "Sweden recalled its ambassador on Thursday over the expulsion of its envoys by Norway."
    )
    found = [e for e in told(parser, text, FRIDAY) if e.source == ("NOR",)]
    assert {e.record.date.start for e in found} == {"2024-02-02"}


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("A day after the attack, Norway expelled two envoys.", "expelled", "2024-03-13", "2024-03-13"),
        ("Two days before the attack, Norway expelled two envoys.", "expelled", "2024-03-10", "2024-03-10"),
        ("The move comes two weeks after Sweden expelled two envoys.", "expelled", "2024-02-24", "2024-03-01"),
        ("The vote comes a month after Sweden expelled two envoys.", "expelled", "2024-02-01", "2024-02-29"),
        ("The vote comes weeks after Sweden expelled two envoys.", "expelled", "2024-01-16", "2024-03-05"),
        ("The vote comes hours after Sweden expelled two envoys.", "expelled", "2024-03-12", "2024-03-12"),
        ("The vote comes two years after Sweden expelled two envoys.", "expelled", "2022-01-01", "2022-12-31"),
    ],
)
def test_how_long_after_another_deed(parser: Parser, text: str, trigger: str, start: str, end: str) -> None:
    found = told(parser, f"Iran attacked Iraq on Tuesday.\n{text}", FRIDAY)
    when = next(e for e in found if e.trigger == trigger).record.date
    assert (when.start, when.end, when.basis) == (start, end, "context")


def test_what_somebody_is_blamed_for_has_the_old_time(parser: Parser) -> None:
    found = told(parser, "The president criticised Norway and Sweden for arresting two pilots three years ago.", FRIDAY)
    by_type = {e.type: e.record.date.start for e in found}
    assert by_type["ACCUSE"] == FRIDAY


def test_without_a_report_date_the_words_are_kept(parser: Parser) -> None:
    when = deed(parser, "Iran attacked Iraq on Tuesday.", "ASSAULT", None).record.date
    assert when.start is None
    assert when.words and when.words.text == "Tuesday"
    when = deed(parser, "Iran attacked Iraq.", "ASSAULT", None).record.date
    assert (when.start, when.basis) == (None, "publication")


def test_the_same_deed_told_again_has_the_same_date(parser: Parser) -> None:
    text = (
        "Norway expelled two Iranian diplomats on Thursday in response to the attack on Sofie Lund.\n"
        "Sofie Lund was attacked by Iran on February 2."
    )
    found = [e for e in told(parser, text, FRIDAY) if e.type == "ASSAULT"]
    assert {e.record.date.start for e in found} == {"2024-02-02"}
    assert {e.status for e in found} == {"background"}


@pytest.mark.parametrize(
    ("text", "type", "place"),
    [
        ("Iran attacked Iraq in Basra.", "ASSAULT", "Basra"),
        ("The foreign ministers of Norway and Sweden met in Geneva.", "CONSULT", "Geneva"),
        ("Russia shelled Kharkiv.", "ASSAULT", "Kharkiv"),
        ("Russia withdrew its troops from Kherson.", "RETREAT", "Kherson"),
        ("An Iranian attack on the Iraqi embassy in Ankara killed nine.", "ASSAULT", "Ankara"),
        ("Norway condemned Sweden.", "ACCUSE", None),
        ("Norway, which held talks in Geneva, condemned Sweden.", "ACCUSE", None),
    ],
)
def test_the_place_of_an_event(parser: Parser, text: str, type: str, place: str | None) -> None:
    found = deed(parser, text, type).record.place
    assert (found.name if found else None) == place
