"""Which language a text is in; slow look-ups are made only where English does not show at once."""

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
FUNCTION = frozenset(
    """a about after against all also although an and any are as at be because been before being between both but by
    can could did do does during each for from had has have he her his how if in into is it its may more most must no
    not of on only or other our out over said she should since so some such than that the their them then there these
    they this those through to under until up upon was we were what when where which while who will with without would
    you your""".split()
)
SAMPLE = 20_000  # characters that are looked at
ENGLISH_SHARE = 0.2  # of words that are English function words: running text has .35 to .5, other languages under .1
SURE = 0.9
SHORTEST_RUN = 250  # characters in one language that can be an article of their own


@cache
def _identifier() -> Any:
    """The identifier, loaded on its first use only (about a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def names() -> dict[str, str]:
    """English names of languages by ISO 639-1 code."""
    with (Path(__file__).parent / "data" / "languages.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def english_share(text: str) -> float:
    """The share of the words of `text` that are English function words; 0 where it has none."""
    found = WORD.findall(text[:SAMPLE].lower())
    return sum(w in FUNCTION for w in found) / len(found) if found else 0.0


def language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; English where nothing speaks against it.

    Headlines, names and figures have no language of their own that could be told: for another language
    than English there must be enough words and a sure identification.
    """
    found = WORD.findall(text[:SAMPLE])
    if len(found) >= 5 and english_share(text) >= ENGLISH_SHARE:
        return "en"
    letters = "".join(found)
    if not letters:
        return "en"
    latin = sum(c < "\u0250" for c in letters) / len(letters)
    code, sure = _identifier().classify(text[:SAMPLE])
    if code == "en" or (latin > 0.9 and (sure < SURE or len(letters) < 40 or english_share(text) >= 0.1)):
        return "en"
    return str(code)


def foreign(texts: Sequence[str]) -> list[int]:
    """The indices at which paragraphs in English give way to paragraphs in other languages, or the other way round."""
    known = [english(t) for t in texts]
    if all(k is not False for k in known):
        return []
    before: bool | None = next((k for k in known if k is not None), None)
    sides = []
    for i, k in enumerate(known):
        following = next((x for x in known[i + 1 : i + 4] if x is not None), before)
        before = k if k is not None else (before if before is None or not _opens(texts[i]) else following)
        sides.append(before)
    return _long_runs(texts, [bool(s) for s in sides])


def english(text: str) -> bool | None:
    """Whether a paragraph is in English, or None where it is too short or too full of names to tell."""
    letters = sum(map(len, WORD.findall(text[:SAMPLE])))
    if letters < 12:
        return None
    share = english_share(text)
    if share >= 0.15:
        return True
    latin = sum(c.isascii() for c in text if c.isalpha()) / letters
    if latin < 0.5:
        return False
    if letters < 60 or share >= 0.08:
        return None
    code, sure = _identifier().classify(text[:SAMPLE])
    return None if sure < SURE else code == "en"


def _opens(text: str) -> bool:
    """Whether a short line may be the headline of what follows."""
    return text[:1].isupper() and not text.endswith((".", ":", ";", "]", ")"))


def _long_runs(texts: Sequence[str], sides: Sequence[bool]) -> list[int]:
    """Where runs of one side begin, runs too short to be an article joined to what stands around them."""
    runs: list[tuple[bool, int, int]] = []  # side, first index, characters
    for i, (text, side) in enumerate(zip(texts, sides, strict=True)):
        if runs and runs[-1][0] == side:
            runs[-1] = (side, runs[-1][1], runs[-1][2] + len(text))
        else:
            runs.append((side, i, len(text)))
    starts: list[int] = []
    current = None
    for side, first, length in runs:
        if length >= SHORTEST_RUN and side != current:
            if current is not None:
                starts.append(first)
            current = side
    return starts
