"""Words of a text as comparable stems, without a parser."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:[.'’\-][^\W_]+)*")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands in its text, itself, and folded (lower case, no possessive)."""

    start: int
    end: int
    text: str
    folded: str


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order, with offsets into it."""
    return tuple(Word(m.start(), m.end(), m.group(), folded(m.group())) for m in WORD.finditer(text))


def folded(word: str) -> str:
    """A word in lower case, with straight apostrophes and no possessive ending."""
    low = word.lower().replace("’", "'")
    return low.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of `text` that carry meaning, in order."""
    folds = map(folded, WORD.findall(text))
    return tuple(stem(w) for w in folds if w not in stopwords() and not w.isdigit() and len(w) > 1)


@cache
def stopwords() -> frozenset[str]:
    """Words that tell nothing of what a text is about."""
    return frozenset((HERE / "stopwords.txt").read_text(encoding="utf-8").split())


@cache
def irregular() -> dict[str, str]:
    """Irregular forms and the word each belongs to ("fought" → "fight")."""
    rows = (line.split() for line in (HERE / "irregular.txt").read_text(encoding="utf-8").splitlines() if line.strip())
    return {form: base for base, *forms in rows for form in forms}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """One key for the inflected forms of a word ("denied", "denies" → "deny"; "attackers" → "attacker")."""
    if word in irregular():
        return stem(irregular()[word])
    for ending, instead in (("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ying", "y"), ("yed", "y")):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)] + instead
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
