"""Copies: whole, edited, in part, and what is none."""

from dataclasses import replace

import pytest

from dragoman.model.finding import Judgement
from dragoman.model.text import Report
from dragoman.reconcile.copies import applied, credits, find, independent, keys
from tests.reconcile.told import report, words

WIRE = """The coast guard of Norland stopped a Sudmark trawler on Tuesday near the Lom reef, the navy said at night.
Two of the nine crew were hurt when the ships touched, according to the harbour master of Norby, who saw them land.
The trawler was towed to Norby, where police questioned its captain for six hours before letting him sleep on board.
Sudmark summoned the Norlandic ambassador and asked for the release of ship and crew before the end of the week."""
OTHER = """A fishing boat from Sudmark has been brought into Norby under guard, the latest in the quarrel over herring.
Its owner told this newspaper by telephone that the men had been fishing well outside the line when they were boarded.
“They came at us without lights,” he said. Officials in Norland would not say how long the inquiry might last."""
SPEECH = (
    "“We shall not yield one mile of our sea, not to threats and not to gifts, and whoever thinks otherwise never read "
    "the history of this coast, where our fathers drew their nets in every storm and came home to tell of it in song”"
)


@pytest.fixture
def wire() -> Report:
    return report("wire", WIRE, "2031-05-06")


def test_the_same_words_are_an_exact_copy_of_the_earlier_report(wire: Report) -> None:
    (copy,) = find([wire], [report("late", WIRE, "2031-05-07")])
    assert (copy.document, copy.of, copy.kind, copy.share) == ("late", "wire", "exact", 1.0)


def test_an_edited_wire_copy_is_near(wire: Report) -> None:
    edited = WIRE.replace("on Tuesday ", "").replace("Two of the nine crew were hurt", "Two men were injured")
    (copy,) = find([report("edited", edited + "\nThe herring season ends in June.", "2031-05-07")], [wire])
    assert (copy.document, copy.kind) == ("edited", "near")
    assert "of its words stand in the other report" in copy.why


def test_one_agency_paragraph_is_partial_reuse_and_stands_where_it_says(wire: Report) -> None:
    mixed = report("mixed", OTHER + "\n" + WIRE.splitlines()[2], "2031-05-07")
    (copy,) = find([mixed], [wire])
    after = applied(mixed, [copy])
    assert copy.kind == "partial" and after.copy_of is None
    assert [r.span.text for r in after.reuses] == [WIRE.splitlines()[2].rstrip(".")]
    assert all(after.source[r.span.start : r.span.end] == r.span.text for r in after.reuses)


def test_independent_reports_are_no_copies(wire: Report) -> None:
    assert find([report("other", OTHER, "2031-05-06")], [wire]) == ()


def test_a_speech_quoted_at_length_by_both_makes_no_copy() -> None:
    a = report(
        "a", f"The admiral spoke in Norby at noon before a small crowd of widows.\n{SPEECH}, he said.", "2031-05-06"
    )
    b = report("b", f"{SPEECH}: with that the old sailor closed a day of angry sessions in parliament.", "2031-05-06")
    (copy,) = find([a, b], [])
    assert copy.kind == "partial"
    both = {r.id: applied(r, [copy]) for r in (a, b)}
    assert independent([("a", words(a, "not to threats")), ("b", words(b, "not to threats"))], both) == 2


def test_copies_count_once_wherever_they_came_from(wire: Report) -> None:
    late = report("late", WIRE, "2031-05-07")
    other = report("other", OTHER, "2031-05-07")
    mixed = report("mixed", OTHER.splitlines()[0] + "\n" + WIRE.splitlines()[3], "2031-05-08")
    found = find([wire, late, mixed], [])
    reports = {r.id: applied(r, found) for r in (wire, late, other, mixed)}
    ship = [(r.id, words(r, "Sudmark summoned")) for r in (wire, late, mixed)]
    assert independent(ship, reports) == 1
    assert independent([*ship, ("other", words(other, "brought into Norby"))], reports) == 2


def test_reports_that_share_a_passage_share_a_key(wire: Report) -> None:
    mixed = report("mixed", OTHER + "\n" + WIRE.splitlines()[2])
    assert set(keys(mixed)) & set(keys(wire))
    assert not set(keys(report("other", OTHER))) & set(keys(wire))


def test_a_person_decides(wire: Report) -> None:
    late = report("late", WIRE, "2031-05-07")
    other = report("other", OTHER, "2031-05-07")
    judged = [
        Judgement("j1", "not a copy", ("late", "wire"), "person", "two stringers, one notebook", ""),
        Judgement("j2", "copy", ("other", "wire"), "person", "the editor told me", ""),
    ]
    (copy,) = find([late, other], [wire], judged[:1] + judged[1:])
    assert (copy.document, copy.of, copy.kind) == ("other", "wire", "near")


def test_what_a_person_took_back_counts_no_more(wire: Report) -> None:
    judged = Judgement("j1", "not a copy", ("late", "wire"), "person", "a slip", "", undone=True)
    assert find([report("late", WIRE, "2031-05-07")], [wire], [judged])


def test_very_short_reports_are_compared_whole() -> None:
    a, b = (
        report("a", "Norland closes its border.", "2031-05-06"),
        report("b", "Norland closes its border", "2031-05-07"),
    )
    assert [c.kind for c in find([a, b], [])] == ["exact"]
    assert find([replace(a, id="c"), report("d", "Sudmark opens its border.")], []) == ()


def test_syndication_lines_are_noted() -> None:
    line = report(
        "r", "NORBY (Reuters) - A trawler was stopped.\nIt was old.\nNobody knew more.\n(With inputs from AFP)"
    )
    assert credits(line) == ("Reuters", "AFP")
