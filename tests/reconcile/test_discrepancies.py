"""Where the accounts differ: each side with its words, and no verdict."""

import pytest

from dragoman.model.event import EventMention, Place
from dragoman.model.finding import Discrepancy
from dragoman.reconcile import discrepancies, same
from dragoman.reconcile.discrepancies.positions import Record
from tests.reconcile.told import World, on, words

NORLAND, SUDMARK, BRANDT = "a-norland", "a-sudmark", "a-olaf-brandt"
MFA, THEIRS = "a-foreign-ministry-of-norland", "a-foreign-ministry-of-sudmark"


def on_one(world: World, *mentions: EventMention) -> dict[str, Discrepancy]:
    """The differences between mentions of one event, by kind."""
    event = same.event("e1", mentions, world.scene)
    return {d.kind: d for d in discrepancies.on_event(event, mentions, world.scene)}


def sides(d: Discrepancy) -> list[list[str]]:
    """The words of each side."""
    return [[e.span.text for e in s.evidence] for s in d.sides]


def check(world: World, d: Discrepancy) -> None:
    """Every side has words that stand in their report, and no side shares words with another."""
    for side in d.sides:
        assert side.evidence and side.independent_reports >= 1
        for e in side.evidence:
            assert world.reports[e.document].source[e.span.start : e.span.end] == e.span.text
    for i, a in enumerate(d.sides):
        for b in d.sides[:i]:
            assert not any(x.document == y.document and x.span.overlap(y.span) for x in a.evidence for y in b.evidence)


def test_numbers(world: World) -> None:
    a = world.report("a", "Norland expelled 14 Sudmark envoys on Monday.", "2031-05-06")
    b = world.report("b", "In all, 12 envoys of Sudmark were expelled.", "2031-05-06")
    found = on_one(
        world,
        world.event(a, "SANCTION", "Norland expelled 14 Sudmark envoys", "expelled", (NORLAND,), (SUDMARK,)),
        world.event(b, "SANCTION", "12 envoys of Sudmark were expelled", "expelled", (), (SUDMARK,)),
    )
    assert sides(found["number"]) == [["12 envoys"], ["14 Sudmark envoys"]]
    check(world, found["number"])


def test_a_part_is_no_other_number(world: World) -> None:
    a = world.report("a", "Norland expelled 14 envoys, including 3 attachés and 2 officers.", "2031-05-06")
    b = world.report("b", "Norland expelled 2 officers.", "2031-05-06")
    c = world.report("c", "Norland threw out 14 envoys.", "2031-05-06")
    told = [
        world.event(r, "SANCTION", span, act, (NORLAND,), (SUDMARK,))
        for r, span, act in (
            (a, "Norland expelled 14 envoys, including 3 attachés and 2 officers", "expelled"),
            (b, "Norland expelled 2 officers", "expelled"),
            (c, "Norland threw out 14 envoys", "threw"),
        )
    ]
    assert "number" not in on_one(world, *told)


def test_roles_of_whom_it_befell(world: World) -> None:
    a = world.report("a", "Gunmen shot a Sudmark diplomat in Norby.", "2031-05-06")
    b = world.report("b", "Gunmen shot Nils Aber, a member of the Sudmark parliament.", "2031-05-06")
    found = on_one(
        world,
        world.event(
            a, "ASSAULT", "Gunmen shot a Sudmark diplomat", "shot", (), (SUDMARK,), target_words="a Sudmark diplomat"
        ),
        world.event(
            b,
            "ASSAULT",
            "Gunmen shot Nils Aber, a member of the Sudmark parliament",
            "shot",
            (),
            (SUDMARK,),
            target_words="Nils Aber, a member of the Sudmark parliament",
        ),
    )
    assert sides(found["role"]) == [["diplomat"], ["member of the Sudmark parliament"]]
    check(world, found["role"])


def test_how_sure(world: World) -> None:
    a = world.report("a", "The inquiry points to Sudmark.", "2031-05-06")
    b = world.report("b", "The inquiry points to a possible Sudmark hand.", "2031-05-06")
    found = on_one(
        world,
        world.event(a, "ACCUSE", "The inquiry points to Sudmark", "points", (NORLAND,), (SUDMARK,)),
        world.event(b, "ACCUSE", "The inquiry points to a possible Sudmark hand", "points", (NORLAND,), (SUDMARK,)),
    )
    check(world, found["certainty"])
    assert len(found["certainty"].sides) == 2


def test_the_month_of_may_is_no_doubt(world: World) -> None:
    a = world.report("a", "Norland shelled the port on 3 May.", "2031-05-06")
    b = world.report("b", "Norland shelled the port.", "2031-05-06")
    found = on_one(
        world,
        world.event(a, "ASSAULT", "Norland shelled the port on 3 May", "shelled", (NORLAND,), (SUDMARK,)),
        world.event(b, "ASSAULT", "Norland shelled the port", "shelled", (NORLAND,), (SUDMARK,)),
    )
    assert "certainty" not in found


def test_days_and_places(world: World) -> None:
    a = world.report("a", "Monday's clash near Norby killed none.", "2031-05-06")
    b = world.report("b", "The clash on Sunday near Sudhavn killed none.", "2031-05-06")
    norby = Place("Norby", "NRL", 58.0, 8.0, "city", words(a, "Norby"))
    sudhavn = Place("Sudhavn", "SDM", 55.0, 12.0, "city", words(b, "Sudhavn"))
    found = on_one(
        world,
        world.event(a, "ASSAULT", "Monday's clash near Norby", "clash", (NORLAND,), (SUDMARK,),
                    on("2031-05-05", words=words(a, "Monday")), place=norby),
        world.event(b, "ASSAULT", "The clash on Sunday near Sudhavn", "clash", (NORLAND,), (SUDMARK,),
                    on("2031-05-04", words=words(b, "Sunday")), place=sudhavn),
    )  # fmt: skip
    assert sides(found["date"]) == [["Sunday"], ["Monday"]] and sides(found["place"]) == [["Norby"], ["Sudhavn"]]


@pytest.fixture
def mines(world: World) -> list[Record]:
    """A charge, its denial in another report, and a charge that nobody denies."""
    a = world.report(
        "a",
        "Brandt accused Sudmark of laying mines in the Ros strait.\nHe said Sudmark had burnt a mill.",
        "2031-05-06",
    )
    b = world.report(
        "b",
        "Sudmark's ministry called the charge absurd. “There are no mines of ours in the Ros strait,” it said.",
        "2031-05-07",
    )
    return [
        world.event(a, "ACCUSE", "Brandt accused Sudmark of laying mines in the Ros strait", "accused", (BRANDT,),
                    (SUDMARK,)),
        world.event(a, "ACCUSE", "Sudmark had burnt a mill", "burnt", (BRANDT,), (SUDMARK,)),
        world.statement(b, THEIRS, "There are no mines of ours in the Ros strait"),
    ]  # fmt: skip


def test_a_charge_and_its_denial_are_matched_by_what_they_are_about(world: World, mines: list[Record]) -> None:
    (found,) = discrepancies.claims(mines, [], world.scene)
    assert found.kind == "claim and denial" and not found.within_one_report
    assert sides(found) == [
        ["Brandt accused Sudmark of laying mines in the Ros strait"],
        ["There are no mines of ours in the Ros strait"],
    ]
    assert [s.actors for s in found.sides] == [(), (THEIRS,)]
    check(world, found)


def test_it_keeps_its_id_when_the_reports_come_one_after_the_other(world: World, mines: list[Record]) -> None:
    assert discrepancies.claims(mines[:2], [], world.scene) == ()
    (late,) = discrepancies.claims(mines[2:], mines[:2], world.scene)
    (batch,) = discrepancies.claims(mines, [], world.scene)
    assert late == batch


def test_claim_and_denial_share_keys(world: World, mines: list[Record]) -> None:
    scene = world.scene
    assert set(discrepancies.keys(mines[0], scene)) & set(discrepancies.keys(mines[2], scene))


def test_a_denial_of_another_story_answers_nothing(world: World, mines: list[Record]) -> None:
    world.stories["b"] = "t2"
    assert discrepancies.claims(mines, [], world.scene) == ()


def test_one_does_not_deny_ones_own_charge(world: World) -> None:
    a = world.report(
        "a", "Norland accused Sudmark of laying mines.\nNorland said it had laid no mines itself.", "2031-05-06"
    )
    told: list[Record] = [
        world.event(a, "ACCUSE", "Norland accused Sudmark of laying mines", "accused", (NORLAND,), (SUDMARK,)),
        world.statement(a, MFA, "it had laid no mines itself"),
    ]
    assert discrepancies.claims(told, [], world.scene) == ()


def test_one_act_put_down_to_two_parties(world: World) -> None:
    a = world.report("a", "Norland said Sudmark was behind the bombing of the ferry.", "2031-05-06")
    b = world.report("b", "Sudmark said Midland was behind the bombing.", "2031-05-06")
    told = [
        world.event(a, "ACCUSE", "Sudmark was behind the bombing of the ferry", "behind", (NORLAND,), (SUDMARK,)),
        world.event(b, "ACCUSE", "Midland was behind the bombing", "behind", (SUDMARK,), ("a-midland",)),
    ]
    (found,) = [d for d in discrepancies.claims(told, [], world.scene) if d.kind == "actor"]
    assert len(found.sides) == 2
    check(world, found)


@pytest.mark.parametrize(
    ("later", "kind"), [("killed 15 people", "number"), ("killed 15 people, the toll rising hourly", "update")]
)
def test_figures_of_one_happening_across_reports(world: World, later: str, kind: str) -> None:
    text = "The bombing of the ferry Hilda in the Ros strait {} on Monday, the harbour police of Sudhavn said."
    a = world.report("a", text.format("killed 11 people"), "2031-05-06")
    b = world.report("b", text.format(later), "2031-05-07")
    told = [world.event(r, "ASSAULT", "The bombing of the ferry Hilda", "bombing", (), (SUDMARK,)) for r in (a, b)]
    (found,) = discrepancies.claims(told, [], world.scene)
    assert found.kind == kind and sides(found) == [["11 people"], ["15 people"]]


def test_what_it_is_put_down_to(world: World) -> None:
    text = "The ferry Hilda sank in the Ros strait after {} hit it on Monday night, its captain said."
    a = world.report("a", text.format("a torpedo"), "2031-05-06")
    b = world.report("b", text.format("a drifting sea mine"), "2031-05-07")
    told = [world.event(r, "ASSAULT", "hit it", "hit", (), (SUDMARK,)) for r in (a, b)]
    (found,) = discrepancies.claims(told, [], world.scene)
    assert found.kind == "cause" and sides(found) == [["sea mine"], ["torpedo"]]


def test_who_did_one_thing(world: World) -> None:
    a = world.report("a", "Norland's coast guard rescued 21 sailors of the burning ferry Hilda.", "2031-05-06")
    b = world.report("b", "A Midland frigate rescued the 21 sailors of the burning ferry Hilda.", "2031-05-06")
    told = [
        world.event(a, "AID", "Norland's coast guard rescued 21 sailors of the burning ferry Hilda", "rescued",
                    (NORLAND,), (SUDMARK,)),
        world.event(b, "AID", "A Midland frigate rescued the 21 sailors of the burning ferry Hilda", "rescued",
                    ("a-midland",), (SUDMARK,)),
    ]  # fmt: skip
    (found,) = [d for d in discrepancies.claims(told, [], world.scene) if d.kind == "actor"]
    assert len(found.sides) == 2
    check(world, found)


def test_two_states_that_each_expel_envoys_do_not_differ(world: World) -> None:
    a = world.report("a", "Norland expelled nine Sudmark envoys.", "2031-05-06")
    b = world.report("b", "Midland expelled nine Sudmark envoys.", "2031-05-06")
    told = [
        world.event(a, "SANCTION", "Norland expelled nine Sudmark envoys", "expelled", (NORLAND,), (SUDMARK,)),
        world.event(b, "SANCTION", "Midland expelled nine Sudmark envoys", "expelled", ("a-midland",), (SUDMARK,)),
    ]
    assert [d for d in discrepancies.claims(told, [], world.scene) if d.kind == "actor"] == []


def test_one_saying_told_more_and_less_surely(world: World) -> None:
    firm = "First results of the inquiry into the ferry blast point to Norland"
    unsure = "Results of the inquiry into the ferry blast point to a possible Norlandic hand"
    a, b = world.report("a", f"{firm}.", "2031-05-06"), world.report("b", f"{unsure}.", "2031-05-07")
    told: list[Record] = [world.statement(a, THEIRS, firm), world.statement(b, THEIRS, unsure)]
    (found,) = [d for d in discrepancies.claims(told, [], world.scene) if d.kind == "certainty"]
    assert len(found.sides) == 2
    check(world, found)


def test_a_denial_of_everything_goes_to_what_its_party_is_charged_with_most(world: World, mines: list[Record]) -> None:
    c = world.report("c", "Sudmark, its consul said, had nothing to do with it.", "2031-05-08")
    sweeping = world.statement(c, THEIRS, "had nothing to do with it")
    (found,) = discrepancies.claims([*mines, sweeping], [], world.scene)
    assert "had nothing to do with it" in sides(found)[1]
    check(world, found)
