"""PLOVER's event types, modes, contexts and sectors (manual 0.8), and our DENY, as typed tables.

The tables are the CSV files beside this module; docs/decisions/ says where PLOVER contradicts itself and what we chose.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type: its base score, its quad (see `QUADS`), and whether it must have a recipient."""

    name: str
    score: float
    quad: int
    recipient: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of doing a type. `score` is None where the manual prints none; `context` is added of itself."""

    type: str
    name: str
    score: float | None
    context: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What an outdated type or mode is called now; modes and contexts may be None."""

    type: str
    mode: str | None
    context: str | None
    why: str


@cache
def types() -> dict[str, EventType]:
    """The 16 types of PLOVER and DENY, by name."""
    return {
        r["type"]: EventType(r["type"], float(r["score"]), int(r["quad"]), r["recipient"] == "yes", r["meaning"])
        for r in rows("types.csv")
    }


@cache
def modes() -> dict[tuple[str, str], Mode]:
    """The 67 modes, by type and name."""
    return {
        (r["type"], r["mode"]): Mode(
            r["type"], r["mode"], float(r["score"]) if r["score"] else None, r["context"] or None, r["meaning"]
        )
        for r in rows("modes.csv")
    }


@cache
def contexts() -> dict[str, str]:
    """The 37 contexts, each with its meaning."""
    return {r["context"]: r["meaning"] for r in rows("contexts.csv")}


@cache
def sectors() -> dict[str, str]:
    """PLOVER's sector codes, each with its meaning."""
    return {r["sector"]: r["meaning"] for r in rows("sectors.csv")}


@cache
def nonstates() -> dict[str, str]:
    """The codes that stand where a country stands for actors of no country (IGO, EUR, NGO, …)."""
    return {r["code"]: r["meaning"] for r in rows("nonstates.csv")}


@cache
def repairs() -> dict[tuple[str, str | None], Repair]:
    """Outdated types and modes that other programs still write, and what they are called now."""
    return {
        (r["type"], r["mode"] or None): Repair(r["to_type"], r["to_mode"] or None, r["to_context"] or None, r["why"])
        for r in rows("repairs.csv")
    }


def intensity(type: str, mode: str | None = None) -> float:
    """The score of the mode, else of the type. Raises KeyError for a name that PLOVER does not have."""
    score = modes()[type, mode].score if mode else None
    return types()[type].score if score is None else score


def quad(type: str) -> int:
    """The quad of a type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return types()[type].quad


def repaired(type: str, mode: str | None) -> Repair | None:
    """A type and mode as the manual has them: themselves if current, their repair if outdated, None if unknown."""
    if type in types() and (not mode or (type, mode) in modes()):
        return Repair(type, mode or None, modes()[type, mode].context if mode else None, "")
    return repairs().get((type, mode or None))


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of this package's CSV files."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
