"""One event told many times, and events that only look alike."""

import pytest

from dragoman.model.event import EventMention
from dragoman.model.finding import Judgement
from dragoman.reconcile import same
from tests.reconcile.told import World, on

NORLAND, SUDMARK, BRANDT = "a-norland", "a-sudmark", "a-olaf-brandt"
FERRY_1 = "On Tuesday unknown men planted a bomb on the Sudmark ferry Hilda, and eleven passengers died."
FERRY_2 = "Sudmark buried the dead of Tuesday's bombing of the ferry Hilda."
MINES = "General Brandt accused Sudmark of laying mines in the strait of Ros."
MINES_2 = "Norland's charge that Sudmark laid mines in the Ros strait was repeated by state radio."
SPIES = "Norland also accused Sudmark of sending spies to its universities."


@pytest.fixture
def told(world: World) -> dict[str, EventMention]:
    """Five mentions in three reports."""
    a = world.report("a", f"{FERRY_1}\n{MINES}\n{SPIES}", "2031-05-06")
    b = world.report("b", FERRY_2, "2031-05-07")
    c = world.report("c", MINES_2, "2031-05-07")
    day = on("2031-05-06")
    return {
        "bomb": world.event(a, "ASSAULT", FERRY_1[:-1], "planted a bomb", (), (SUDMARK,), day),
        "bombing": world.event(b, "ASSAULT", "Tuesday's bombing of the ferry Hilda", "bombing", (), (SUDMARK,), day),
        "mines": world.event(a, "ACCUSE", MINES[:-1], "accused Sudmark of laying mines", (BRANDT,), (SUDMARK,), day),
        "charge": world.event(c, "ACCUSE", "Norland's charge that Sudmark laid mines in the Ros strait", "charge",
                              (NORLAND,), (SUDMARK,), on("2031-05-06", "context")),
        "spies": world.event(a, "ACCUSE", SPIES[:-1], "accused Sudmark of sending", (NORLAND,), (SUDMARK,), day),
    }  # fmt: skip


def groups(joined: same.Joined, told: dict[str, EventMention]) -> set[frozenset[str]]:
    """The names of the mentions of each event."""
    found: dict[str, set[str]] = {}
    for name, m in told.items():
        found.setdefault(joined.event_of[m.id], set()).add(name)
    return {frozenset(g) for g in found.values()}


EXPECTED = {frozenset({"bomb", "bombing"}), frozenset({"mines", "charge"}), frozenset({"spies"})}


def test_tellings_of_one_happening_are_one_event_and_two_accusations_of_a_day_are_two(
    world: World, told: dict[str, EventMention]
) -> None:
    assert groups(same.join(list(told.values()), {}, world.scene), told) == EXPECTED


def test_mentions_that_come_one_by_one_end_in_the_same_events(world: World, told: dict[str, EventMention]) -> None:
    of: dict[str, str] = {}
    for m in told.values():
        known: dict[str, list[EventMention]] = {}
        for other in told.values():
            if other.id in of:
                known.setdefault(of[other.id], []).append(other)
        joined = same.join([m], known, world.scene)
        of = {k: joined.merged.get(v, v) for k, v in of.items()} | dict(joined.event_of)
    assert groups(same.Joined(of, {}, ()), told) == EXPECTED


def test_an_event_keeps_its_id(world: World, told: dict[str, EventMention]) -> None:
    first = same.join([told["bomb"]], {}, world.scene).event_of[told["bomb"].id]
    later = same.join([told["bombing"]], {first: [told["bomb"]]}, world.scene)
    assert later.event_of == {told["bombing"].id: first} and not later.merged


def test_every_joining_gives_its_reason_in_words_and_numbers(world: World, told: dict[str, EventMention]) -> None:
    reasons = same.join(list(told.values()), {}, world.scene).judgements
    assert len(reasons) == 2 and all(j.what == "merge events" and j.by == "rule" for j in reasons)
    assert all("parties" in j.why and set(j.features) >= {"words", "parties"} for j in reasons)


def test_a_person_puts_together_and_keeps_apart(world: World, told: dict[str, EventMention]) -> None:
    judged = [
        Judgement("j1", "split events", (told["bomb"].id, told["bombing"].id), "person", "two ferries", ""),
        Judgement("j2", "merge events", (told["spies"].id, told["mines"].id), "person", "one speech", ""),
    ]
    of = same.join(list(told.values()), {}, world.scene, judged).event_of
    assert of[told["bomb"].id] != of[told["bombing"].id]
    assert of[told["spies"].id] == of[told["mines"].id]


@pytest.mark.parametrize(
    ("change", "together"),
    [({}, True), ({"source": (SUDMARK,), "target": (NORLAND,)}, False), ({"day": "2031-04-20"}, False)],
)
def test_other_parties_or_days_tell_two_expulsions_apart(
    world: World, change: dict[str, object], together: bool
) -> None:
    a = world.report("x", "Norland expelled nine Sudmark envoys.", "2031-05-06")
    b = world.report("y", "Nine envoys were expelled, the third such step.", "2031-05-06")
    one = world.event(
        a, "SANCTION", "Norland expelled nine Sudmark envoys", "expelled", (NORLAND,), (SUDMARK,), on("2031-05-06")
    )
    source, target = change.get("source", (NORLAND,)), change.get("target", (SUDMARK,))
    assert isinstance(source, tuple) and isinstance(target, tuple)
    two = world.event(
        b, "SANCTION", "Nine envoys were expelled", "expelled", source, target, on(str(change.get("day", "2031-05-06")))
    )
    of = same.join([one, two], {}, world.scene).event_of
    assert (of[one.id] == of[two.id]) is together


def test_a_date_that_is_only_the_reports_own_keeps_nothing_apart(world: World) -> None:
    a = world.report("x", "The bombing of the ferry Hilda killed eleven.", "2031-05-06")
    b = world.report("y", "Divers searched the ferry Hilda after the bombing.", "2031-06-20")
    one = world.event(
        a, "ASSAULT", "The bombing of the ferry Hilda", "bombing", (), (SUDMARK,), on("2031-05-06", "publication")
    )
    two = world.event(
        b, "ASSAULT", "the ferry Hilda after the bombing", "bombing", (), (SUDMARK,), on("2031-06-20", "publication")
    )
    of = same.join([one, two], {}, world.scene).event_of
    assert of[one.id] == of[two.id]


def test_an_event_sums_up_its_mentions(world: World, told: dict[str, EventMention]) -> None:
    event = same.event("e1", [told["mines"], told["charge"]], world.scene)
    assert (event.type, event.source, event.target) == ("ACCUSE", (BRANDT, NORLAND), (SUDMARK,))
    assert (event.date.start, event.date.basis, event.independent_reports) == ("2031-05-06", "relative", 2)
    assert event.mentions == (told["mines"].id, told["charge"].id)


def test_mentions_of_one_event_share_keys(world: World, told: dict[str, EventMention]) -> None:
    scene = world.scene
    assert set(same.keys(told["bomb"], scene)) & set(same.keys(told["bombing"], scene))
    assert set(same.keys(told["mines"], scene)) & set(same.keys(told["charge"], scene))


def test_a_mention_is_compared_to_the_candidates_it_is_given(world: World, told: dict[str, EventMention]) -> None:
    known = {"e-bomb": [told["bomb"]]}
    alone = same.join([told["bombing"]], known, world.scene, near={told["bombing"].id: ()})
    assert alone.event_of[told["bombing"].id] != "e-bomb"
    joined = same.join([told["bombing"]], known, world.scene, near={told["bombing"].id: [told["bomb"].id]})
    assert joined.event_of[told["bombing"].id] == "e-bomb"
    assert joined.judgements[0].on == (told["bomb"].id, told["bombing"].id)


def test_denials_of_one_party_are_not_told_apart_by_whom_they_address(world: World) -> None:
    first = "Sudmark denied that it had laid mines in the strait of Ros."
    again = "Sudmark denies to Midland laying mines in the Ros strait."
    a, b = world.report("a", first, "2031-05-06"), world.report("b", again, "2031-05-06")
    day = on("2031-05-06")
    told = [
        world.event(a, "DENY", first[:-1], "denied", (SUDMARK,), (NORLAND,), day),
        world.event(b, "DENY", again[:-1], "denies", (SUDMARK,), ("a-midland",), day),
    ]
    assert len(set(same.join(told, {}, world.scene).event_of.values())) == 1
