"""When an undated report came out."""

import pytest

from dragoman.reconcile.dates import beside, infer
from dragoman.reconcile.stories import sketch
from tests.reconcile.told import report

# 6 May 2031 is a Tuesday
DATED = report(
    "dated",
    "The foreign ministry of Sudmark said today that divers had found traces of explosives on the ferry.",
    "2031-05-06",
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Sudmark's foreign ministry said on Tuesday that divers found traces of explosives on the ferry.",
            "2031-05-06",
        ),
        ("Sudmark mourned on Wednesday. On Tuesday, divers found traces of explosives on the ferry.", "2031-05-07"),
        ("The inquiry goes on, the ministry said on Thursday.", "2031-05-08"),
        ("The ferry had sailed on Monday with forty aboard.", "2031-05-05"),
    ],
)
def test_a_weekday_is_dated_by_a_sibling(text: str, day: str) -> None:
    found = infer(report("undated", text), [DATED])
    assert found and (found.date, found.basis) == (day, "inferred")
    assert "2031-05-06" in found.why


def test_a_full_date_printed_in_the_report_goes_before_siblings() -> None:
    text = "A wreath for the lost, Sudhavn, 8 January 2032.\nThe king spoke on Thursday of the ferry and its divers."
    found = infer(report("undated", text), [DATED])
    assert found and found.date == "2032-01-08" and "8 January 2032" in found.why


def test_an_old_date_of_another_weekday_is_no_sign() -> None:
    text = "Sailors on parade, 8 November 2030.\nDivers found explosives on the ferry, the ministry said on Tuesday."
    found = infer(report("undated", text), [DATED])
    assert found and found.date == "2031-05-06"


def test_without_a_weekday_or_a_sibling_nothing_is_said() -> None:
    assert infer(report("undated", "Divers found explosives on the ferry."), [DATED]) is None
    assert infer(report("undated", "The ministry spoke on Tuesday."), []) is None


def test_a_copy_has_the_date_of_what_it_copies() -> None:
    from dataclasses import replace

    found = infer(replace(report("copy", DATED.source), copy_of="dated"), [DATED])
    assert found and found.date == "2031-05-06" and "copy" in found.why


def test_inferred_dates_are_no_evidence() -> None:
    from dataclasses import replace

    from dragoman.model.text import Published

    guessed = replace(DATED, published=Published("2031-05-06", "inferred", ""))
    assert infer(report("undated", "The ministry spoke on Tuesday."), [guessed]) is None


def test_a_report_that_goes_on_to_the_next_day_came_out_on_it() -> None:
    text = "Divers found traces of explosives on the ferry, the ministry said on Tuesday.\n{}"
    told = infer(report("undated", text.format("In a note on Wednesday, Norland denied it.")), [DATED])
    ahead = infer(report("undated", text.format("The two will meet on Wednesday.")), [DATED])
    assert told and told.date == "2031-05-07"
    assert ahead and ahead.date == "2031-05-06"


def test_the_likest_reports_weigh_most() -> None:
    text = "Sudmark's ministry said on Tuesday that divers had found traces of explosives on the ferry."
    later = report(
        "later", "The ministry of Sudmark said today that a harbour will be dug for fishermen.", "2031-06-10"
    )
    found = infer(report("undated", text), [later, DATED])
    assert found and found.date == "2031-05-06"


def test_only_a_like_report_of_another_story_counts() -> None:
    own = sketch(report("own", "Divers found traces of explosives on the ferry, the ministry said on Tuesday."))
    far = sketch(report("far", "A harbour will be dug for fishermen in Norland.", "2031-06-10"))
    assert beside(own, [far, sketch(DATED)]) == ["dated"]
    assert beside(own, []) == []
