"""The grammar of time expressions, read from times.toml: where they stand in joined, lower-cased words."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dragoman.read import times_words as words

# How far, in code points, a time expression goes before and after a word that triggers looking for one.
REACH = 48
_DIGIT = re.compile(r"\d")
DATA = Path(__file__).with_name("times.toml")


@cache
def rules() -> dict[str, re.Pattern[str]]:
    """Every rule's pattern, by the rule's name, in the order they are tried."""
    data = _data()
    bits = data["bits"] | {
        "MONTH": f"(?P<month>{_any(words.MONTHS)})",
        "WEEKDAY": f"(?P<weekday>{_any(words.WEEKDAYS)})",
        "SEASON": f"(?P<season>{_any(words.SEASONS)})",
        "DECADE": f"(?P<word>{_any(words.DECADES)})",
        "FEAST": f"(?P<feast>{_any(words.FEASTS)})",
        "ADVERB_SET": f"(?P<word>{_any(words.ADVERB_SETS)})",
        "ORDINAL": f"(?:{_any(words.ORDINALS)})",
        "SMALL": f"(?:{_any(words.SMALL.keys() - {'a', 'an'})})",
    }
    return {name: re.compile(f"(?:{_filled(pattern, bits)})(?!\\w)") for name, pattern in data["rules"].items()}


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of words that rules alone cannot tell apart, by name."""
    return {name: frozenset(line.split()) for name, line in _data()["words"].items()}


@cache
def triggers() -> frozenset[str]:
    """Words one of which (or a digit) stands in every sentence with a time."""
    units = words.UNITS.keys() | {f"{u}s" for u in words.UNITS}
    named = words.MONTHS.keys() | words.WEEKDAYS.keys() | words.SEASONS.keys() | words.DAY_PARTS.keys()
    return frozenset(word_lists()["triggers"] | units | named | words.ADVERB_SETS.keys() | words.DECADES.keys())


@cache
def _grammar() -> re.Pattern[str]:
    """All rules as one pattern; its only groups are named by the rules."""
    parts = (f"(?P<{name}>{re.sub(r'\(\?P<\w+>', '(?:', rule.pattern)})" for name, rule in rules().items())
    return re.compile(rf"(?<![\w$£€#.,])(?:{'|'.join(parts)})")


def found(joined: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each stretch of `joined` (lower case) that fits a rule, left to right, with the rule's name."""
    for start, end in _windows(joined):
        for hit in _grammar().finditer(joined, start, end):
            name = hit.lastgroup or ""
            again = rules()[name].match(joined, hit.start())
            if again:
                yield name, again


def _windows(joined: str) -> Iterator[tuple[int, int]]:
    """The stretches around trigger words and digits; looking nowhere else saves most of the work."""
    start = end = at = 0
    for word in joined.split(" "):
        if word in triggers() or _DIGIT.search(word):
            if at - REACH > end:
                if end:
                    yield start, end
                start = joined.rfind(" ", 0, at - REACH) + 1
            stop = joined.find(" ", at + len(word) + REACH)
            end = stop if stop >= 0 else len(joined)
        at += len(word) + 1
    if end:
        yield start, end


def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _filled(pattern: str, bits: dict[str, str]) -> str:
    while filled := re.search(r"\{([A-Z][A-Z_0-9]*)\}", pattern):
        pattern = pattern.replace(filled[0], bits[filled[1]])
    return pattern


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(x) for x in sorted(names, key=len, reverse=True))
