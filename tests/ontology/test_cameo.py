"""The way from CAMEO to PLOVER and back."""

import pytest

from dragoman.ontology.cameo import code_for, codes, goldstein
from dragoman.ontology.plover import contexts, modes, rows, types

ROOTS = {
    "03": {"AGREE"}, "04": {"CONSULT"}, "05": {"SUPPORT"}, "06": {"COOPERATE"}, "07": {"AID"},
    "08": {"CONCEDE", "RETREAT"}, "09": {"ACCUSE"}, "10": {"REQUEST"}, "11": {"ACCUSE", "SANCTION"}, "12": {"REJECT"},
    "13": {"THREATEN"}, "14": {"PROTEST"}, "15": {"MOBILIZE"}, "16": {"SANCTION"}, "17": {"COERCE", "ASSAULT"},
    "18": {"ASSAULT"}, "19": {"ASSAULT", "COERCE"}, "20": {"ASSAULT", "COERCE"},
}  # fmt: skip


def test_three_hundred_and_eleven_codes() -> None:
    assert len(codes()) == 311
    assert {c.root for c in codes().values()} == {f"{i:02}" for i in range(1, 21)}


def test_every_target_of_the_crosswalk_exists() -> None:
    for c in codes().values():
        assert c.type is None or c.type in types()
        assert c.mode is None or (c.type, c.mode) in modes()
        assert set(c.contexts) <= contexts().keys()


def test_statements_and_appeals_have_no_type_but_denials_have_ours() -> None:
    of = {c.code: c.type for c in codes().values() if c.root in ("01", "02")}
    assert of.pop("016") == "DENY"
    assert set(of.values()) == {None}


def test_each_root_goes_where_the_manual_sends_it() -> None:
    for root, expected in ROOTS.items():
        assert {c.type for c in codes().values() if c.root == root} <= expected


def test_goldstein_values_are_within_their_scale() -> None:
    assert all(-10 <= c.goldstein <= 10 for c in codes().values())
    assert (goldstein("016"), goldstein("018"), goldstein("0874"), goldstein("190")) == (-2.0, 3.4, 10.0, -10.0)


def test_gdelt_quads() -> None:
    assert [codes()[c].quad for c in ("01", "057", "06", "0874", "09", "139", "14", "204")] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_only_the_host_of_a_visit_is_swapped() -> None:
    assert [c.code for c in codes().values() if c.swapped] == ["043"]


def test_the_way_back_keeps_the_type() -> None:
    for row in rows("cameo_from_plover.csv"):
        back = codes()[row["cameo"]].type
        assert back == row["type"], row
        assert not row["mode"] or (row["type"], row["mode"]) in modes()
        assert not row["context"] or row["context"] in contexts()


def test_every_type_and_mode_has_a_code() -> None:
    for type in types():
        assert codes()[code_for(type)].type == type
    for type, mode in modes():
        assert codes()[code_for(type, mode)].type == type


@pytest.mark.parametrize(
    ("type", "mode", "of", "code"),
    [
        ("ACCUSE", "allege", (), "112"),
        ("ACCUSE", "allege", ("crime",), "1121"),
        ("SANCTION", "expel", ("diplomatic",), "161"),
        ("AID", None, ("technology", "military"), "072"),
        ("MOBILIZE", "troops", (), "154"),
        ("DENY", None, (), "016"),
        ("ASSAULT", "drone", ("military",), "195"),
    ],
)
def test_the_code_says_most_of_the_event(type: str, mode: str | None, of: tuple[str, ...], code: str) -> None:
    assert code_for(type, mode, of) == code


def test_an_unknown_type_has_no_code() -> None:
    with pytest.raises(KeyError):
        code_for("WAGE")
