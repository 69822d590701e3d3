"""The codebook is data: every row proves itself on its example, and a user's file adds to it or overrides it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.coding.told import packaged, told, types_of_each

from dragoman.coding import codebook
from dragoman.coding.codebook import FOLDER, own_type, rows
from dragoman.coding.codebook.pattern import patterns
from dragoman.errors import SettingsError
from dragoman.ontology import cameo, plover
from dragoman.read.parser import Parser

CLASSES: Mapping[str, frozenset[str]] = {"talks": frozenset({"talk", "summit"}), "sanction": frozenset({"sanction"})}


def all_rows() -> list[tuple[str, dict[str, str]]]:
    """Every row of the packaged codebook with the type of its file."""
    return [(own_type(f), r) for f in sorted((FOLDER / "frames").glob("*.csv")) for r in rows(f)]


def test_every_row_has_an_example_and_codes_that_exist() -> None:
    for type, row in all_rows():
        assert row["example"].endswith("."), row["frame"]
        assert type in ("", codebook.NOTHING) or type in plover.types()
        assert not row["mode"] or (type, row["mode"]) in plover.modes(), row["frame"]
        assert not row["cameo"] or row["cameo"] in cameo.codes(), row["frame"]


def test_no_frame_is_written_twice() -> None:
    seen: dict[object, str] = {}
    for type, row in all_rows():
        for pattern in patterns(row["frame"], packaged().classes):
            key = codebook.place(pattern)
            assert key not in seen, f"{type}: {row['frame']} is also {seen.get(key)}"
            seen[key] = f"{type}: {row['frame']}"


def test_there_are_enough_frames() -> None:
    count = sum(len(f) for index in (packaged().frames, packaged().said) for f in index.values())
    assert count >= 3500
    assert len(all_rows()) >= 1000


def test_every_example_is_told_as_its_type(parser: Parser) -> None:
    """Nearly all: the parser reads a few of them wrong."""
    wrong, every = [], all_rows()
    for (type, row), types in zip(every, types_of_each(parser, [r["example"] for _, r in every]), strict=True):
        right = not types if type == codebook.NOTHING else bool(types) if not type else type in types
        if not right:
            wrong.append(f"{type or 'operator'}: {row['example']} {sorted(types)}")
    assert len(wrong) <= 10, "\n".join(wrong)


def test_combinations_name_types_and_modes_that_exist() -> None:
    for (_, inner), outcome in packaged().combine.items():
        assert inner == "*" or inner.split("/")[0] in plover.types()
        assert not outcome.type or outcome.type in plover.types()
        assert not outcome.mode or (outcome.type, outcome.mode) in plover.modes()
        assert not outcome.cameo or outcome.cameo in cameo.codes()


def test_a_frame_is_read_as_written() -> None:
    (frame,) = patterns("S hold joint @talks (with|to T)", CLASSES)
    assert (frame.pos, frame.lemma) == ("verb", "hold")
    assert frame.object is not None
    assert frame.object.nouns == CLASSES["talks"]
    assert frame.object.modifiers == frozenset({"joint"})
    (names, slot), *_ = frame.preps
    assert names == {"with", "to"}
    assert (slot.role, slot.needed) == ("T", False)


def test_triggers_joined_by_a_bar_are_a_frame_each() -> None:
    assert [(p.lemma, p.particle) for p in patterns("S call_off|suspend @talks", CLASSES)] == [
        ("call", "off"),
        ("suspend", ""),
    ]


def test_a_noun_frame_knows_whose_it_is() -> None:
    (frame,) = patterns("T's murder (by S)", CLASSES)
    assert (frame.pos, frame.lemma) == ("noun", "murder")
    assert frame.subject is not None
    assert frame.subject.role == "T"


@pytest.mark.parametrize("text", ["", "S", "S hold @nothing", "S recall T's"])
def test_a_frame_that_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(SettingsError):
        patterns(text, CLASSES)


def user_file(folder: Path, *lines: str) -> Path:
    """A user's codebook of these rows."""
    file = folder / "mine.csv"
    file.write_text("frame,type,mode,cameo,contexts,then,example\n" + "\n".join(lines) + "\n", "utf-8")
    return file


def test_a_user_file_adds_overrides_and_removes(parser: Parser, tmp_path: Path) -> None:
    mine = user_file(
        tmp_path,
        "S frobnicate T,ASSAULT,,190,,,Iran frobnicated Iraq.",
        "S condemn T,SUPPORT,,051,,,Iran condemned Iraq.",
        "S visit T!,NONE,,,,,",
    )
    book = codebook.load(mine)
    assert [e.type for e in told(parser, "Iran frobnicated Iraq.", book=book)] == ["ASSAULT"]
    assert [e.type for e in told(parser, "Iran condemned Iraq.", book=book)] == ["SUPPORT"]
    assert told(parser, "Iran's president visited Iraq.", book=book) == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("S frob T,FIGHT,,,,,", "no event type 'FIGHT'"),
        ("S frob T,AID,riot,,,,", "AID has no mode 'riot'"),
        ("S frob T,AID,,999,,,", "no CAMEO code '999'"),
        ("S frob T,AID,,,weather,,", "no context 'weather'"),
        ("S frob @nobody,AID,,,,,", "no noun class @nobody"),
        (",AID,,,,,", "a row without a frame"),
    ],
)
def test_a_fault_in_a_user_file_is_named(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        codebook.load(user_file(tmp_path, row))


def test_a_user_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.csv"):
        codebook.load(tmp_path / "missing.csv")
