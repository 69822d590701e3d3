"""Which language a text is in; slow look-ups are made only where English does not show at once."""

import csv
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
FUNCTION = frozenset(  # words that are frequent in English and rare in every other language
    """about after against also although and any are at because been before being between both but by can could did
    does during each for from has have her his how if into is it its may more most must not of only other our out
    said she should since some such than that the their them then there these they this those through to under until
    up upon were what when where which while who will with without would you your""".split()  # noqa: SIM905
)
CERTAIN = (
    " the ",
    " of ",
    " and ",
    " that ",
    " with ",
    " from ",
    " said ",
    " have ",
    " were ",
)  # three of them: English
SAMPLE = 5_000  # characters that are looked at
ENGLISH_SHARE = 0.13  # of words that are English function words: running text has .2 to .4, other languages under .06
ENOUGH = 40  # letters; fewer in Latin script may be names
UNLIKELY = 0.02  # as a probability
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


def english_share(found: Sequence[str]) -> float:
    """The share of words that are English function words; 0 where there are fewer than three different ones."""
    hits = [w for w in found if w in FUNCTION]
    return len(hits) / len(found) if len(set(hits)) > 2 else 0.0


def language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; English where nothing speaks against it.

    Headlines, names and figures have no language of their own that could be told: for another language
    than English there must be enough words, or another script.
    """
    found = WORD.findall(text[:SAMPLE].lower())
    letters = sum(map(len, found))
    if not letters or english_share(found) >= ENGLISH_SHARE:
        return "en"
    ranked = _identifier().rank(text[:SAMPLE])
    if _latin(found) > 0.9 and (letters < ENOUGH or _names(text) or dict(ranked).get("en", 0.0) > UNLIKELY):
        return "en"
    return str(ranked[0][0])


@lru_cache(2048)
def english(text: str) -> bool | None:
    """Whether a paragraph is in English, or None where it is too short or too full of names to tell."""
    if sum(w in text for w in CERTAIN) >= 3:
        return True
    found = WORD.findall(text[:SAMPLE].lower())
    letters = sum(map(len, found))
    if letters < 12:
        return None
    if english_share(found) >= ENGLISH_SHARE:
        return True
    if _latin(found) < 0.5:
        return False
    if letters < ENOUGH or _names(text):
        return None
    ranked: list[tuple[str, float]] = _identifier().rank(text[:SAMPLE])
    if ranked[0][0] == "en":
        return True
    return None if dict(ranked).get("en", 0.0) > UNLIKELY else False


def foreign(texts: Sequence[str]) -> list[int]:
    """The indices at which paragraphs in English give way to paragraphs in other languages, or the other way round."""
    known = [english(t) for t in texts]
    if False not in known or True not in known:
        return []
    sides: list[bool] = []
    before = next(k for k in known if k is not None)
    for i, text in enumerate(texts):
        near = known[i : i + 4] if _opens(text) else known[i : i + 1]
        before = next((k for k in near if k is not None), before)
        sides.append(before)
    return _long_runs(texts, sides)


def _latin(found: Sequence[str]) -> float:
    """The share of words in Latin script."""
    return sum(w[0] < "\u0250" for w in found) / len(found)


def _names(text: str) -> bool:
    """Whether most words of `text` are names: those are no one's language."""
    found = WORD.findall(text[:SAMPLE])
    capitals: int = sum(w[0].isupper() for w in found)
    return capitals > 0.6 * len(found)


def _opens(text: str) -> bool:
    """Whether a short line may be the headline of what follows."""
    return text[:1].isupper() and not text.endswith((".", ":", ";", "]", ")"))


def _long_runs(texts: Sequence[str], sides: Sequence[bool]) -> list[int]:
    """Where runs of one side begin, runs too short to be an article joined to what stands around them."""
    starts: list[int] = []
    current: bool | None = None
    for side, run in groupby(range(len(texts)), key=lambda i: sides[i]):
        members = list(run)
        if sum(len(texts[i]) for i in members) >= SHORTEST_RUN and side != current:
            starts.append(members[0])
            current = side
    return starts[1:]
