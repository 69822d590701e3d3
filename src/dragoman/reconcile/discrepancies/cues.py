"""The words by which discrepancies are found (cues.toml)."""

import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def cue(name: str) -> re.Pattern[str]:
    """One expression for all the entries of a list in cues.toml: dispute, negation, author and so on."""
    lists: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("cues.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(lists[name]), re.IGNORECASE)
