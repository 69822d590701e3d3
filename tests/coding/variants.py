"""Sentences made from the codebook's own examples, changed in ways whose effect on the events is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.coding.codebook import FOLDER, NOTHING, own_type, rows

# The two countries of each type's examples: names and adjectives, so that one can stand for the other.
NAMES = {
    "AUT": ("Austria", "Austrian"), "HUN": ("Hungary", "Hungarian"), "KEN": ("Kenya", "Kenyan"),
    "SOM": ("Somalia", "Somali"), "BRA": ("Brazil", "Brazilian"), "BOL": ("Bolivia", "Bolivian"),
    "CAN": ("Canada", "Canadian"), "HTI": ("Haiti", "Haitian"), "POL": ("Poland", "Polish"),
    "LVA": ("Latvia", "Latvian"), "PRT": ("Portugal", "Portuguese"), "ESP": ("Spain", "Spanish"),
    "SRB": ("Serbia", "Serbian"), "HRV": ("Croatia", "Croatian"), "IRN": ("Iran", "Iranian"),
    "IRQ": ("Iraq", "Iraqi"), "IRL": ("Ireland", "Irish"), "MLT": ("Malta", "Maltese"),
    "UGA": ("Uganda", "Ugandan"), "RWA": ("Rwanda", "Rwandan"), "NOR": ("Norway", "Norwegian"),
    "SDN": ("Sudan", "Sudanese"), "EGY": ("Egypt", "Egyptian"), "THA": ("Thailand", "Thai"),
    "KHM": ("Cambodia", "Cambodian"), "JPN": ("Japan", "Japanese"), "CHL": ("Chile", "Chilean"),
    "PER": ("Peru", "Peruvian"), "ETH": ("Ethiopia", "Ethiopian"), "ERI": ("Eritrea", "Eritrean"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """An example that names two countries, the first-named and the other, and its type ("" for an operator)."""

    text: str
    type: str
    one: str
    other: str


@cache
def examples() -> tuple[Example, ...]:
    """The codebook's examples that name two countries."""
    return tuple(_examples())


def _examples() -> Iterator[Example]:
    for file in sorted((FOLDER / "frames").glob("*.csv")):
        for row in rows(file):
            found = sorted(
                (m.start(), c) for c, n in NAMES.items() for m in [re.search(pattern(n), row["example"])] if m
            )
            if len(found) == 2 and own_type(file) != NOTHING and not row["frame"].startswith("S:"):
                yield Example(row["example"], own_type(file), found[0][1], found[1][1])


def pattern(names: tuple[str, ...]) -> str:
    """A regular expression for any of a country's names."""
    return r"\b(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\b"


def swapped(e: Example) -> str:
    """The example with its two countries in each other's place."""
    there = dict(zip(NAMES[e.one] + NAMES[e.other], NAMES[e.other] + NAMES[e.one], strict=True))
    return re.sub(pattern(tuple(there)), lambda m: there[m[0]], e.text)


def replaced(e: Example, by: str) -> str:
    """The example with its second country replaced by another."""
    there = dict(zip(NAMES[e.other], NAMES[by], strict=True))
    return re.sub(pattern(NAMES[e.other]), lambda m: there[m[0]], e.text)


def reported(e: Example) -> str:
    """The example as something that a third country's ministry said."""
    small = e.text.split()[0] in ("A", "An", "The")
    return "The Danish foreign ministry said that " + (e.text[0].lower() if small else e.text[0]) + e.text[1:]


def beside(e: Example) -> str:
    """The example followed by a sentence that has nothing to do with it."""
    return f"{e.text}\nThe weather was mild for the season."


def _past(e: Example) -> re.Match[str] | None:
    """The country, the regular past tense and the rest of an example such as "Norway helped Sudan."."""
    return re.match(rf"({pattern(NAMES[e.one])}) (\w+ed) ([^,]+)\.$", e.text)


def negated(e: Example, lemma: str) -> str | None:
    """The example with its main verb, whose lemma is given, negated; None where it is no plain past tense."""
    m = _past(e)
    return f"{m[1]} did not {lemma} {m[3]}." if m else None


def possible(e: Example, lemma: str) -> str | None:
    """The example as something that may happen."""
    m = _past(e)
    return f"{m[1]} may {lemma} {m[3]}." if m else None


def passive(e: Example) -> str | None:
    """The example in the passive, where its object is all that follows its verb."""
    m = _past(e)
    if not m or re.search(r"\b(?:to|that|for|of|from|with|on|in|by|as|at|against|into|and|its|his|back|about)\b", m[3]):
        return None
    words = m[3]
    if re.search(r"\w (?:a|an|persona) ", words):  # "called the plan a farce": more than an object
        return None
    verb = "were" if words.split()[-1].endswith("s") and not words.split()[-1][0].isupper() else "was"
    return f"{words[0].upper()}{words[1:]} {verb} {m[2]} by {m[1]}."
