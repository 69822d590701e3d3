"""Linking: who is one actor across reports, why, and what persons decide."""

from dragoman.model.actor import Actor, Chain
from dragoman.model.finding import Judgement
from dragoman.model.world import World
from dragoman.resolve import decisions
from dragoman.resolve.actors import Assignment, Group, Setting, assign, keys
from dragoman.resolve.decisions import By
from tests.resolve.chains import chain

ME = By("an analyst", "2024-05-01T10:00:00", "I know them")


def linked(
    world: World, *chains: Chain, judgements: tuple[Judgement, ...] = (), setting: Setting | None = None
) -> Assignment:
    return assign(chains, (), judgements, setting or Setting(), world)


def called(result: Assignment) -> set[tuple[str, int]]:
    return {(a.name, len(a.chains)) for a in result.actors}


def test_spellings_of_one_person_join_with_a_reason(world: World) -> None:
    result = linked(world, chain("d1", "Nasrin Kazemi", "IRN"), chain("d2", "Nasreen Kazimi", "IRN"))
    assert len(result.actors) == 1
    (judgement,) = result.judgements
    assert judgement.by == "rule" and "nasreen/nasrin" in judgement.why and "same country: IRN" in judgement.why
    assert judgement.features["same country"] == 1.0
    assert result.actors[0].aliases == ("Nasrin Kazemi",) or result.actors[0].aliases == ("Nasreen Kazimi",)


def test_family_members_stay_two(world: World) -> None:
    result = linked(world, chain("d1", "Ilyas Karimzade", "AZE"), chain("d2", "Hamid Karimzade", "AZE"))
    assert len(result.actors) == 2


def test_a_lone_surname_needs_more_than_the_name(world: World) -> None:
    full, lone = chain("d1", "Tove Halvorsen", "NOR"), chain("d2", "Halvorsen")
    assert len(linked(world, full, lone).actors) == 2
    story = Setting(stories={"d1": "t1", "d2": "t1"})
    minister = chain("d1", "Tove Halvorsen", "NOR", "Energy Minister")
    result = linked(world, minister, chain("d2", "Halvorsen", "NOR", "Energy Minister"), setting=story)
    assert called(result) == {("Tove Halvorsen", 2)}


def test_a_lone_surname_that_two_bear_is_left_for_review(world: World) -> None:
    story = Setting(stories=dict.fromkeys(("d1", "d2", "d3"), "t"))
    result = linked(
        world, chain("d1", "Ilyas Karimzade", "AZE", "adviser"), chain("d2", "Hamid Karimzade", "AZE", "adviser"),
        chain("d3", "Karimzade", "AZE", "adviser"), setting=story,
    )  # fmt: skip
    assert len(result.actors) == 3
    assert {d.names for d in result.review} == {("Ilyas Karimzade", "Karimzade"), ("Hamid Karimzade", "Karimzade")}


def test_two_named_side_by_side_are_two(world: World) -> None:
    apart = linked(world, chain("d1", "Mira Vos", "NLD"), chain("d1", "Mira Voss", "NLD", at=20))
    assert len(apart.actors) == 2


def test_world_entries_are_one_actor_under_one_id(world: World) -> None:
    one = linked(world, chain("d1", "Oman", "OMN", key="state:OMN", kind="state"))
    other = linked(world, chain("d2", "Muscat", "OMN", key="state:OMN", kind="state"))
    assert one.actors[0].id == other.actors[0].id
    assert keys(chain("d1", "Oman", key="state:OMN")) == ("state:OMN",)
    both = assign(
        [chain("d2", "Muscat", "OMN", key="state:OMN", kind="state")], [Group(one.actors[0], ())], (), Setting(), world
    )
    assert len(both.actors) == 1 and len(both.actors[0].chains) == 2 and both.actors[0].name == "Oman"


def test_organisations_join_by_their_words(world: World) -> None:
    result = linked(
        world, chain("d1", "Harbour Defence Institute", kind="civil"),
        chain("d2", "the Harbour Defense Institute", kind="civil"),
        chain("d3", "Harbour Trade Institute", kind="civil"),
    )  # fmt: skip
    assert sorted(len(a.chains) for a in result.actors) == [1, 2]


def test_the_office_holder_is_named_by_the_dated_roles(world: World) -> None:
    words = chain("d1", "Russian foreign minister", "RUS", "foreign minister", described=True)
    dated = linked(world, words, setting=Setting(dates={"d1": "2019-02-03"}))
    assert called(dated) == {("Sergei Lavrov", 1)} and not dated.actors[0].described
    assert "by the dated roles" in dated.judgements[0].why
    undated = linked(world, words)
    assert undated.actors[0].described


def test_a_description_joins_the_holder_that_another_report_names(world: World) -> None:
    words = chain("d1", "Fijian foreign minister", "FJI", "foreign minister", described=True)
    named = chain("d2", "Sitiveni Tora", "FJI", "foreign minister")
    story = Setting(stories={"d1": "t", "d2": "t"})
    assert called(linked(world, words, named, setting=story)) == {("Sitiveni Tora", 2)}
    assert len(linked(world, words, named).actors) == 2


def test_strangers_with_one_description_stay_apart(world: World) -> None:
    result = linked(
        world,
        chain("d1", "Peruvian diplomat", "PER", described=True),
        chain("d2", "Peruvian diplomat", "PER", described=True),
    )
    assert len(result.actors) == 2 and all(a.described for a in result.actors)


def test_adding_to_known_actors_keeps_their_ids(world: World) -> None:
    first = linked(world, chain("d1", "Nasrin Kazemi", "IRN"))
    actor = first.actors[0]
    again = assign(
        [chain("d2", "Nasreen Kazemi", "IRN")],
        [Group(actor, (chain("d1", "Nasrin Kazemi", "IRN"),))],
        (),
        Setting(),
        world,
    )
    assert [a.id for a in again.actors] == [actor.id]
    assert again.actor_of == dict.fromkeys(again.actors[0].chains, actor.id)


def test_the_order_of_reports_does_not_matter(world: World) -> None:
    chains = [
        chain("d1", "Nasrin Kazemi", "IRN"), chain("d2", "Kazemi", "IRN"), chain("d3", "Nasreen Kazimi", "IRN"),
        chain("d4", "Ilyas Karimzade", "AZE"), chain("d5", "I. Karimzada", "AZE"),
    ]  # fmt: skip
    assert linked(world, *chains).actor_of == linked(world, *reversed(chains)).actor_of


def two(world: World) -> tuple[list[Chain], dict[str, Actor]]:
    chains = [chain("d1", "Abu Tarek", "SYR"), chain("d2", "Samir Haddad", "SYR")]
    return chains, {a.name: a for a in linked(world, *chains).actors}


def test_a_person_joins_what_no_rule_would(world: World) -> None:
    chains, actors = two(world)
    merged = decisions.merge(actors["Abu Tarek"], actors["Samir Haddad"], ME)
    assert len(linked(world, *chains, judgements=(merged,)).actors) == 1
    assert len(linked(world, *chains, judgements=(decisions.undo(merged),)).actors) == 2
    more = [*chains, chain("d3", "Samir Haddad", "SYR"), chain("d4", "Abu Tarek", "SYR")]
    assert called(linked(world, *more, judgements=(merged,))) == {("Samir Haddad", 4)}


def test_a_decision_survives_a_reading_that_finds_other_words(world: World) -> None:
    chains, actors = two(world)
    merged = decisions.merge(actors["Abu Tarek"], actors["Samir Haddad"], ME)
    longer = chain("d2", "Dr Samir Haddad", "SYR")
    assert len(linked(world, chains[0], longer, judgements=(merged,)).actors) == 1


def test_a_person_splits_for_good(world: World) -> None:
    chains = [chain("d1", "Mira Vos", "NLD"), chain("d2", "Mira Vos", "NLD"), chain("d3", "Mira Vos", "NLD")]
    (actor,) = linked(world, *chains).actors
    split = decisions.split(actor, [chains[2].id], ME)
    before = Setting(before={c.id: actor.id for c in chains})
    result = linked(world, *chains, judgements=(split,), setting=before)
    assert sorted(len(a.chains) for a in result.actors) == [1, 2]
    assert result.actor_of[chains[0].id] == actor.id
    assert result.actor_of[chains[2].id] != actor.id


def test_undoing_a_rules_merge_keeps_the_two_apart(world: World) -> None:
    chains = [chain("d1", "Mira Vos", "NLD"), chain("d2", "Mira Vos", "NLD")]
    (judgement,) = linked(world, *chains).judgements
    assert len(linked(world, *chains, judgements=(decisions.undo(judgement),)).actors) == 2


def test_what_a_person_sets_stays(world: World) -> None:
    chains = [chain("d1", "Mira Vos", "NLD")]
    (actor,) = linked(world, *chains).actors
    sets = (decisions.rename(actor, "Mira de Vos", ME), decisions.change(actor, "country", "BEL", ME))
    (changed,) = linked(world, *chains, chain("d2", "Mira Vos", "NLD"), judgements=sets).actors
    assert (changed.name, changed.country) == ("Mira de Vos", "BEL")
    assert "Mira Vos" in changed.aliases


def test_a_merge_of_known_actors_tells_which_id_is_gone(world: World) -> None:
    chains, actors = two(world)
    groups = [Group(a, tuple(c for c in chains if c.id in a.chains)) for a in actors.values()]
    merged = decisions.merge(actors["Abu Tarek"], actors["Samir Haddad"], ME)
    result = assign((), groups, (merged,), Setting(), world)
    (left,) = result.actors
    assert set(result.gone) | {left.id} == {a.id for a in actors.values()} and set(result.gone.values()) == {left.id}


def test_a_well_known_person_has_a_country_without_being_given_one(world: World) -> None:
    (actor,) = linked(world, chain("d1", "Ronald Reagan")).actors
    assert (actor.country, actor.kind) == ("USA", "government")
