"""PLOVER's tables are whole, and agree with each other."""

import pytest

from dragoman.ontology.plover import (
    contexts,
    intensity,
    modes,
    nonstates,
    quad,
    repaired,
    repairs,
    sectors,
    types,
)


def test_sixteen_types_and_ours() -> None:
    assert len(types()) == 17
    assert len(types().keys() - {"DENY"}) == 16


def test_sixty_seven_modes_each_of_a_type() -> None:
    assert len(modes()) == 67
    assert {type for type, _ in modes()} <= types().keys()


def test_thirty_seven_contexts() -> None:
    assert len(contexts()) == 37


def test_every_context_that_a_mode_or_repair_adds_exists() -> None:
    added = {m.context for m in modes().values()} | {r.context for r in repairs().values()}
    assert added - {None} <= contexts().keys()


def test_twenty_five_sectors_and_seven_nonstates() -> None:
    assert len(sectors()) == 25
    assert set(nonstates()) == {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


@pytest.mark.parametrize("mode", [None, "disapprove", "investigate", "allege"])
def test_an_accusation_is_never_friendly(mode: str | None) -> None:
    assert intensity("ACCUSE", mode) < 0


def test_our_base_scores() -> None:
    assert intensity("ACCUSE") == intensity("DENY") == -2.0


def test_a_mode_without_a_score_has_the_score_of_its_type() -> None:
    assert modes()["PROTEST", "vandalize"].score is None
    assert intensity("PROTEST", "vandalize") == intensity("PROTEST") == -5.0


@pytest.mark.parametrize(
    ("type", "mode", "score"),
    [("SANCTION", "expel", -5.5), ("RETREAT", "disarm", 10), ("REQUEST", "assist", 0.5), ("THREATEN", "territory", -4)],
)
def test_a_mode_has_a_score_of_its_own(type: str, mode: str, score: float) -> None:
    assert intensity(type, mode) == score


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        intensity("FIGHT")
    with pytest.raises(KeyError):
        intensity("AID", "firearms")


def test_quads_part_cooperation_from_conflict() -> None:
    for type, of in types().items():
        assert (of.score >= 0) == (of.quad <= 2) or type == "REQUEST"
        assert quad(type) == of.quad
    by_quad = {q: {t for t, of in types().items() if of.quad == q} for q in (1, 2, 3, 4)}
    assert by_quad == {
        1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
        2: {"COOPERATE", "AID", "RETREAT"},
        3: {"REQUEST", "ACCUSE", "DENY", "REJECT", "THREATEN"},
        4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    }


def test_material_types_need_a_recipient() -> None:
    assert {t for t, of in types().items() if of.recipient} == {"COOPERATE", "AID", "SANCTION", "COERCE"}


def test_every_repair_ends_at_a_name_that_exists() -> None:
    for (type, mode), to in repairs().items():
        assert (type, mode) not in modes()
        assert mode or type not in types()
        assert to.type in types()
        assert to.mode is None or (to.type, to.mode) in modes()


@pytest.mark.parametrize(
    ("type", "mode", "to"),
    [
        ("ASSAULT", "assassinate", ("ASSAULT", "targeted")),
        ("THREATEN", "ban", ("THREATEN", "restrict")),
        ("DEMAND", None, ("REQUEST", None)),
        ("AID", None, ("AID", None)),
        ("COERCE", "cyber", ("COERCE", "cyber")),
    ],
)
def test_outdated_names_are_read(type: str, mode: str | None, to: tuple[str, str | None]) -> None:
    found = repaired(type, mode)
    assert found
    assert (found.type, found.mode) == to


@pytest.mark.parametrize("mode", ["return", "ban", "rights", "assassinate", "cleansing", "execute", "massacre"])
def test_every_mode_that_only_another_coder_has_is_read(mode: str) -> None:
    assert any(repaired(type, mode) for type in types())


def test_an_unknown_name_is_not_read() -> None:
    assert repaired("WAGE", None) is None
    assert repaired("AID", "teleport") is None
