"""Stories: which reports belong together, and that their ids stay."""

from itertools import permutations

import pytest

from dragoman.model.finding import Judgement
from dragoman.reconcile.stories import Sketch, keys, place, sketch, story
from tests.reconcile.told import report

TRAWLER = [
    (
        "t1",
        "Norland seizes Sudmark trawler off the Lom reef. The coast guard boarded the trawler and held its captain.",
    ),
    (
        "t2",
        "Sudmark demands its trawler back after the boarding near the Lom reef, and the captain's release from arrest.",
    ),
    (
        "t3",
        "The captain of the trawler seized off the Lom reef told a court in Norland that the coast guard boarded him.",
    ),
]
DAM = [
    ("d1", "Engineers in Midland found cracks in the Arven dam, and villages below the dam were evacuated overnight."),
    ("d2", "Midland lowers the water behind the cracked Arven dam; evacuated villages wait for the engineers' word."),
]


def drawn(id: str, text: str, day: str | None = "2031-05-06") -> Sketch:
    return sketch(report(id, text, day))


def one_by_one(rows: list[tuple[str, str]]) -> dict[str, str]:
    known: list[Sketch] = []
    of: dict[str, str] = {}
    for id, text in rows:
        new = drawn(id, text)
        placed = place([new], known, of)
        of = {d: placed.merged.get(s, s) for d, s in of.items()} | dict(placed.story_of)
        known.append(new)
    return of


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_reports_of_one_story_come_together_in_whatever_order(order: tuple[int, ...]) -> None:
    rows = [*TRAWLER, *DAM]
    of = one_by_one([rows[i] for i in order])
    assert of["t1"] == of["t2"] == of["t3"] != of["d1"] == of["d2"]


def test_a_story_keeps_its_id_as_reports_come_in() -> None:
    before = one_by_one(TRAWLER[:2])
    after = one_by_one([*TRAWLER, *DAM])
    assert before.items() <= after.items()


def test_a_batch_is_placed_like_reports_that_come_one_by_one() -> None:
    batch = place([drawn(*row) for row in [*TRAWLER, *DAM]], [], {})
    assert dict(batch.story_of) == one_by_one([*TRAWLER, *DAM])


def test_days_far_apart_speak_against_one_story() -> None:
    again = drawn("old", TRAWLER[0][1].replace("captain", "crew"), "2029-01-02")
    placed = place([drawn(*TRAWLER[1]), again], [], {})
    assert placed.story_of["old"] != placed.story_of["t2"]


def test_persons_put_together_and_keep_apart() -> None:
    new = [drawn(*row) for row in [*TRAWLER, *DAM]]
    judged = [
        Judgement("j1", "split stories", ("t1", "t3"), "person", "two trawlers", ""),
        Judgement("j2", "merge stories", ("d1", "t1"), "person", "one minister's week", ""),
    ]
    of = place(new, [], {}, judged).story_of
    assert of["t1"] != of["t3"] and of["t1"] == of["d1"]


def test_every_joining_says_why() -> None:
    (why,) = place([drawn(*row) for row in TRAWLER], [], {}).judgements
    assert why.what == "merge stories" and set(why.on) == {"t1", "t2", "t3"}
    assert "trawler" in why.why and why.features["likeness"] > 0.2 and why.by == "rule"


def test_a_story_is_told_by_its_reports() -> None:
    told = story("t", [drawn("t1", TRAWLER[0][1], "2031-05-07"), drawn("t2", TRAWLER[1][1], "2031-05-06")])
    assert (told.start, told.end, told.documents) == ("2031-05-06", "2031-05-07", ("t2", "t1"))
    assert told.title in {TRAWLER[0][1][:120], TRAWLER[1][1][:120]} or told.title


def test_keys_are_the_telling_words() -> None:
    found = keys(drawn(*TRAWLER[0]))
    assert {"trawler", "reef"} <= set(found) and "the" not in found
