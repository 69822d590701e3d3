"""What scrapes leave between the paragraphs: share buttons, advertisements, links to other articles."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST = 320  # characters; nothing longer is taken for furniture
AROUND = " \t\u00a0*•·|»«>›<‹→←–—-_.,!"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The reason for each line that is furniture as a whole, and patterns with theirs."""

    lines: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]


@cache
def furniture() -> Furniture:
    """The table in data/furniture.toml."""
    table = tomllib.loads((Path(__file__).parent / "data" / "furniture.toml").read_text(encoding="utf-8"))
    lines = {fold(line): kind["why"] for kind in table["kind"] for line in kind["lines"]}
    patterns = tuple((re.compile("|".join(f"(?:{p})" for p in k["patterns"])), k["why"]) for k in table["kind"])
    return Furniture(lines, patterns)


def fold(line: str) -> str:
    """`line` in lower case, with single spaces and without the signs around it (if anything else is left)."""
    line = " ".join(line.lower().split())
    return line.strip(AROUND) or line


def everyday(line: str) -> bool:
    """Whether `line` is one of those that many pages have, word by word."""
    return len(line) <= LONGEST and fold(line) in furniture().lines


def why(line: str) -> str | None:
    """Why `line` is furniture, or None where it is not."""
    if len(line) > LONGEST:
        return None
    folded, table = fold(line), furniture()
    if folded in table.lines:
        return table.lines[folded]
    return next((reason for pattern, reason in table.patterns if pattern.match(folded)), None)
