"""Differences across a story: amounts, doubts, charges denied in the same breath, admissions; and nothing twice."""

from dataclasses import replace

import pytest

from dragoman.model.finding import Discrepancy
from dragoman.reconcile import discrepancies, same
from dragoman.reconcile.discrepancies.positions import Record
from dragoman.reconcile.discrepancies.standing import settled
from tests.reconcile.test_discrepancies import BRANDT, MFA, NORLAND, SUDMARK, THEIRS, check, sides
from tests.reconcile.told import World

MIDLAND = "a-midland"


def claims(world: World, *new: Record, known: tuple[Record, ...] = ()) -> list[Discrepancy]:
    """What is found among records; every side has its words."""
    found = list(discrepancies.claims(new, known, world.scene))
    for d in found:
        check(world, d)
    return found


def of(found: list[Discrepancy], kind: str) -> list[list[list[str]]]:
    """The words of each side of the differences of one kind."""
    return [sides(d) for d in found if d.kind == kind]


def told_by(world: World, *texts: str) -> list[Record]:
    """A statement in each of some reports, so that they are at hand."""
    reports = [world.report(f"r{n}", t, f"2031-05-0{n + 1}") for n, t in enumerate(texts)]
    return [world.statement(r, MFA, "Norland is calm") for r in reports]


CALM = "Its ministry said Norland is calm."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "The gas leak at the harbour laboratory sickened more than 100 people.",
            "The leak of gas at the laboratory in the harbour may have harmed 130 people.",
            [["130 people"], ["more than 100 people"]],
        ),
        ("In all, more than 90 Sudmark envoys went home.", "Some say that 90 Sudmark envoys left.", None),
        ("The gas leak at the laboratory sickened 12 people.", "A hotel fire hurt 13 people.", []),
        ("The gas leak sickened 12 people.", "The gas leak sickened 12 people, and 14 people by night.", []),
    ],
)
def test_amounts_of_one_thing(world: World, first: str, second: str, found: list[list[str]] | None) -> None:
    records = told_by(world, f"{first}\n{CALM}", f"{second}\n{CALM}")
    numbers = of(claims(world, *records), "number")
    if found is None:
        assert [sorted(map(tuple, n)) for n in numbers] == [[("90 Sudmark envoys",), ("more than 90 Sudmark envoys",)]]
    else:
        assert [sorted(n) for n in numbers] == ([found] if found else [])


def test_one_number_of_different_people(world: World) -> None:
    records = told_by(
        world,
        f"Norland on Monday expelled 14 Sudmark diplomats over the harbour affair.\n{CALM}",
        f"Over the harbour affair Norland expelled 14 Sudmark intelligence officers.\n{CALM}",
    )
    assert [sorted(s) for s in of(claims(world, *records), "role")] == [
        [["14 Sudmark diplomats"], ["14 Sudmark intelligence officers"]]
    ]


def test_a_third_party_doubts(world: World) -> None:
    a = world.report("a", "Norland said Sudmark laid mines in the strait.", "2031-05-01")
    b = world.report("b", "Midland said there is no proof of who laid the mines in the strait.", "2031-05-02")
    records = (
        world.event(a, "ACCUSE", "Norland said Sudmark laid mines in the strait", "said", (NORLAND,), (SUDMARK,)),
        world.statement(b, MIDLAND, "there is no proof of who laid the mines in the strait"),
    )
    assert of(claims(world, *records), "certainty") == [
        [["Norland said Sudmark laid mines in the strait"], ["there is no proof of who laid the mines in the strait"]]
    ]


def test_a_charge_denied_in_the_same_breath(world: World) -> None:
    a = world.report("a", "Sudmark is said to have armed the rebels of the hills, which it denies.", "2031-05-01")
    denial = world.event(a, "DENY", "which it denies", "denies", (SUDMARK,))
    found = claims(world, denial)
    assert [["Sudmark is said to have armed the rebels of the hills"], ["which it denies"]] in of(
        found, "claim and denial"
    )


def test_admission_after_denial(world: World) -> None:
    a = world.report("a", "Sudmark's ministry denied that its submarines had entered the fjord.", "2031-05-01")
    b = world.report(
        "b", "Sudmark's ministry admitted that a submarine had entered the fjord by mistake.", "2031-05-09"
    )
    denial = world.statement(a, THEIRS, "its submarines had entered the fjord", "deny", "denied")
    owned = world.statement(b, THEIRS, "a submarine had entered the fjord by mistake", cue="admitted")
    found = of(claims(world, owned, known=(denial,)), "admission")
    assert [s[1] for s in found] == [["a submarine had entered the fjord by mistake"]]
    world.reports["b"] = replace(world.reports["b"], published=replace(world.reports["b"].published, date="2031-04-01"))
    assert of(claims(world, owned, known=(denial,)), "admission") == []


def test_different_actors_on_one_side(world: World) -> None:
    a = world.report("a", "Olaf Brandt shelled the port.", "2031-05-01")
    b = world.report("b", "Norland's ministry had the port shelled.", "2031-05-01")
    told = (
        world.event(a, "ASSAULT", "Olaf Brandt shelled the port", "shelled", (BRANDT,), (SUDMARK,)),
        world.event(b, "ASSAULT", "Norland's ministry had the port shelled", "shelled", (MFA,), (SUDMARK,)),
    )
    found = discrepancies.on_event(same.event("e1", told, world.scene), told, world.scene)
    assert [(d.kind, d.what) for d in found] == [("actor", "who did it")]


def test_a_copy_adds_no_difference_of_its_own(world: World) -> None:
    text = "Sudmark is said to have armed the rebels of the hills, which it denies."
    a, b = world.report("a", text, "2031-05-01"), world.report("b", text, "2031-05-01")
    world.reports["b"] = replace(b, copy_of="a")
    records = [world.event(r, "DENY", "which it denies", "denies", (SUDMARK,)) for r in (a, b)]
    found = claims(world, *records)
    assert found and not any("b" in s.documents for d in found for s in d.sides)


def test_what_stands_keeps_its_id(world: World) -> None:
    a = world.report("a", "Sudmark is said to have armed the rebels of the hills, which it denies.", "2031-05-01")
    (found,) = claims(world, world.event(a, "DENY", "which it denies", "denies", (SUDMARK,)))
    older = replace(found, id="x-old")
    assert settled([found], [older]).found == (older,)
    assert settled([found], [replace(older, event="e1")]).found == ()
    assert settled([found, found], []).found == (found,)
    twice = settled([found], [older, replace(older, id="x-other")])
    assert (twice.found, twice.gone) == ((older,), frozenset({"x-other"}))
