"""Where two accounts differ: numbers, denials matched by content, and what an act is said to have been."""

import pytest

from dragoman.model.speech import Act
from dragoman.reconcile import discrepancies
from dragoman.reconcile.counts import counts
from dragoman.reconcile.discrepancies.lines import clauses
from dragoman.reconcile.discrepancies.positions import Record
from tests.reconcile.test_discrepancies import MFA, NORLAND, SUDMARK, THEIRS, check, sides
from tests.reconcile.told import World, report

CALM = "The ministry said the sea is calm."


def of(world: World, kind: str, *records: Record) -> list[list[list[str]]]:
    """The words of each side of the differences of one kind; every side has its words."""
    found = list(discrepancies.claims(records, [], world.scene))
    for d in found:
        check(world, d)
    return [sides(d) for d in found if d.kind == kind]


def told(world: World, *texts: str) -> list[Record]:
    """A statement in each of some reports, so that they are at hand."""
    reports = [world.report(f"r{n}", f"{t}\n{CALM}", f"2031-05-0{n + 1}") for n, t in enumerate(texts)]
    return [world.statement(r, MFA, "the sea is calm") for r in reports]


def denial(
    world: World, claim: str, sentence: str, content: str, act: Act = "deny", cue: str = "denied"
) -> list[Record]:
    """A claim that a report tells, and a statement of Sudmark's in another."""
    a, b = world.report("a", claim, "2031-05-06"), world.report("b", sentence, "2031-05-07")
    said = world.statement(b, THEIRS, content, act, cue)
    return [world.event(a, "ACCUSE", claim.rstrip("."), claim.split(maxsplit=1)[0], (NORLAND,), (SUDMARK,)), said]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "Rebels shelled the ferry and 7 sailors were wounded.",
            "The shelling hurt four seamen on the ferry.",
            True,
        ),
        ("Some 12,000 troops guard the dam.", "Norland keeps 14,000 soldiers at the dam.", True),
        ("Between 300 and 400 people are stranded at the pass.", "About 900 people are camped at the pass.", True),
        ("Between 300 and 400 people are stranded at the pass.", "About 350 people are camped at the pass.", False),
        ("Seven sailors were wounded on the ferry.", "Nine sailors were arrested on the ferry.", False),
        ("The raid killed six villagers.", "The raid killed nine soldiers.", False),
        ("Sudmark sent one ship and two boats to the reef.", "Sudmark sent seven boats to the reef.", True),
        (
            "The gunners shot down two jets over the gulf.",
            "Sudmark owned to the loss of one Kite-7 over the gulf.",
            True,
        ),
    ],
)
def test_how_many_of_one_thing(world: World, first: str, second: str, found: bool) -> None:
    assert bool(of(world, "number", *told(world, first, second))) is found


@pytest.mark.parametrize(
    ("text", "unit", "value", "top"),
    [
        ("between 30 and 40 people", "people", 30, 40),
        ("tens of thousands of marchers cheered the protesters", "people", 20_000, 99_999),
        ("At least eight have died", "people", 8, 8),
        ("two Sudmark fighter jets", "aircraft", 2, 2),
        ("nine Ruritanians", "people", 9, 9),
        ("one Kite-7", "aircraft", 1, 1),
    ],
)
def test_what_is_counted(text: str, unit: str, value: float, top: float) -> None:
    (found,) = counts(report("r", text).span(0, len(text)))
    assert (found.unit, found.value, found.top) == (unit, value, top)


@pytest.mark.parametrize(
    ("claim", "sentence", "content"),
    [
        (
            "Officers said that Sudmark had sprayed the trawlers with water hoses.",
            "Sudmark's ministry denied that hoses had been sprayed at any trawler.",
            "hoses had been sprayed at any trawler",
        ),
        (
            "Norland said that Sudmark was readying an invasion of the isles.",
            "Sudmark's ministry dismissed as absurd Norlandic reports that it was preparing to invade the isles.",
            "it was preparing to invade the isles",
        ),
        (
            "Norland said that Sudmark was sheltering the Red Band.",
            "Claims that Sudmark was harbouring the Red Band are a lie, its ministry said.",
            "Claims that Sudmark was harbouring the Red Band are a lie",
        ),
    ],
)
def test_a_denial_is_matched_by_what_it_denies(world: World, claim: str, sentence: str, content: str) -> None:
    cue = "denied" if "denied" in sentence else "dismissed" if "dismissed" in sentence else "said"
    ((charged, denied),) = of(world, "claim and denial", *denial(world, claim, sentence, content, "deny", cue))
    assert charged == [claim.rstrip(".")] and denied[0] in sentence


def test_a_denial_goes_to_no_other_claim(world: World) -> None:
    records = denial(
        world, "Norland accused Sudmark of felling the old forest.", "Sudmark denied that it had armed the rebels.",
        "it had armed the rebels",
    )  # fmt: skip
    assert of(world, "claim and denial", *records) == []


def test_what_only_points_back_goes_to_the_accusation_before_it(world: World) -> None:
    a = world.report("a", "Norland accused Sudmark of cutting the cable.\nSudmark dismissed the charge.", "2031-05-06")
    records: list[Record] = [
        world.event(a, "ACCUSE", "Norland accused Sudmark of cutting the cable", "accused", (NORLAND,), (SUDMARK,)),
        world.event(a, "DENY", "Sudmark dismissed the charge", "dismissed", (SUDMARK,), (NORLAND,)),
    ]
    assert of(world, "claim and denial", *records) == [
        [["Norland accused Sudmark of cutting the cable"], ["Sudmark dismissed the charge"]]
    ]


def test_what_is_meant_or_wanted_is_no_denial(world: World) -> None:
    records = denial(
        world, "Norland accused Sudmark of seeking a war over the isles.",
        "Sudmark's ministry said it does not want a war over the isles.", "it does not want a war over the isles",
        "assert", "said",
    )  # fmt: skip
    assert of(world, "claim and denial", *records) == []


def test_a_deed_turned_round(world: World) -> None:
    claim = "Norland said that Sudmark had rammed a trawler off the reef."
    sentence = "Sudmark said it was Norland that rammed the trawler off the reef."
    records = denial(world, claim, sentence, sentence[len("Sudmark said ") : -1], "assert", "said")
    assert of(world, "claim and denial", *records) == [[[claim.rstrip(".")], [sentence.rstrip(".")]]]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Norland called the flight a provocation by Sudmark.", "Sudmark said the flight was routine.", "cause"),
        ("Norland said the cutter was in international waters when Sudmark boarded it.",
         "Sudmark said the cutter had entered its territorial waters.", "place"),
        ("Norland said the release was an obligation of Sudmark.", "Sudmark said the release was a gesture.", "cause"),
        ("Norland said the trucks Sudmark sent carried weapons.", "Sudmark said its trucks carried only food.", "role"),
    ],
)  # fmt: skip
def test_what_an_act_is_said_to_have_been(world: World, first: str, second: str, kind: str) -> None:
    a, b = world.report("a", first, "2031-05-06"), world.report("b", second, "2031-05-07")
    mine = world.statement(a, MFA, first.rstrip("."))
    theirs = world.statement(b, THEIRS, second.split("said ")[1].rstrip("."))
    assert len(of(world, kind, mine, theirs)) == 1


def test_one_party_does_not_differ_from_itself(world: World) -> None:
    a = world.report("a", "It called the flight a provocation. It said its own flight was routine.", "2031-05-06")
    records = [
        world.statement(a, MFA, "the flight a provocation"),
        world.statement(a, MFA, "its own flight was routine"),
    ]
    assert of(world, "cause", *records) == []


def test_who_a_victim_was(world: World) -> None:
    first = "The armed attack on a Sudmark diplomat in the capital was brief."
    second = "It was an armed attack on a member of the Sudmark parliament, police said."
    ((one, other),) = of(world, "role", *told(world, first, second))
    assert (one, other) == (["a Sudmark diplomat"], ["a member of the Sudmark parliament"])


def test_clauses() -> None:
    text = "The fleet sailed north at dawn, while the army held the pass; the mayor said he saw neither of the two."
    assert [text[i:j] for i, j in clauses(text)] == [
        "The fleet sailed north at dawn",
        "while the army held the pass",
        "the mayor said he saw neither of the two",
    ]
