"""CAMEO's 311 codes: their labels, Goldstein values, and the way to PLOVER and back."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from dragoman.ontology.plover import rows


@dataclass(frozen=True, slots=True)
class Code:
    """One CAMEO code and what PLOVER calls it; `type` is None for statements and appeals, which PLOVER drops.

    `swapped` is True where CAMEO's source is PLOVER's recipient (043: the host of a visit).
    """

    code: str
    label: str
    goldstein: float
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    swapped: bool

    @property
    def root(self) -> str:
        """The two-digit root code."""
        return self.code[:2]

    @property
    def quad(self) -> int:
        """GDELT's quad class, which goes by the root: 1 to 4 as in `plover.QUADS`."""
        root = int(self.root)
        return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


@cache
def codes() -> dict[str, Code]:
    """Every CAMEO code, by code (a string: leading zeros count)."""
    return {
        r["code"]: Code(
            r["code"], r["label"], float(r["goldstein"]), r["type"] or None, r["mode"] or None,
            tuple(r["contexts"].split(";")) if r["contexts"] else (), r["swapped"] == "yes",
        )
        for r in rows("cameo.csv")
    }  # fmt: skip


@cache
def _from_plover() -> dict[tuple[str, str | None, str | None], str]:
    return {(r["type"], r["mode"] or None, r["context"] or None): r["cameo"] for r in rows("cameo_from_plover.csv")}


def code_for(type: str, mode: str | None = None, contexts: Collection[str] = ()) -> str:
    """The CAMEO code that says most of a PLOVER type, mode and contexts; the mode counts for more than a context."""
    table = _from_plover()
    for m in dict.fromkeys((mode, None)):
        for c in (*contexts, None):
            if (type, m, c) in table:
                return table[type, m, c]
    raise KeyError(type)


def goldstein(code: str) -> float:
    """The Goldstein value of a CAMEO code. Raises KeyError for a code that CAMEO does not have."""
    return codes()[code].goldstein
