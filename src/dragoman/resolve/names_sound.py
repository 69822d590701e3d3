"""How far apart two spellings sound: an edit distance over sounds, with prices taken from data files."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from dragoman.resolve.names_fold import table

VOWELS = frozenset("aeiouOEW")
SWAPPED = 0.7
CLASSES = str.maketrans("pvfwgXGqcSTZCzJxNd", "bbbbkkkkksssssssnt", "aeiouOEWh")
DROPPED = {"h": 0.25, "G": 0.5, "i": 0.35, "w": 0.5, "n": 0.8, "t": 0.8, "d": 0.8}


@cache
def _rules() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The spellings as one pattern, the longest first, and the sound of each of its groups."""
    rows = sorted(table("sounds.csv"), key=lambda row: (-len(row[0].partition("(")[0]), -len(row[0]), row[0]))
    return re.compile("|".join(f"({row[0]})" for row in rows)), tuple(row[1] for row in rows)


@cache
def _close() -> dict[tuple[str, str], float]:
    return {
        pair: float(row[1]) for row in table("close.csv") for pair in ((row[0][0], row[0][1]), (row[0][1], row[0][0]))
    }


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """A folded word as a string of sounds, one letter each, doubled ones once ("mohammed" → "mohamed")."""
    pattern, rules = _rules()
    word = re.sub(r"(?<=[a-z]{2})(?:off|ow|ew)$", lambda m: m[0].replace("ff", "v").replace("w", "v"), word)
    heard = pattern.sub(lambda m: rules[(m.lastindex or 1) - 1], word)
    heard = re.sub(r"(.)\1+", r"\1", heard)
    return heard[:-1] if len(heard) > 2 and heard.endswith("h") else heard


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants of a word, near ones as one and doubled ones once: "Qaddafi" and "Gadhafi" are both "ktb"."""
    return re.sub(r"(.)\1+", r"\1", sounds(word).translate(CLASSES))


def far(a: str, b: str) -> bool:
    """True where two words differ in so many consonants that their distance need not be told exactly."""
    return OSA.distance(skeleton(a), skeleton(b), score_cutoff=2) > 2


def differ(a: str, b: str) -> bool:
    """True where less than half of two words' consonants agree."""
    x, y = skeleton(a), skeleton(b)
    return min(len(x), len(y)) > 1 and OSA.normalized_similarity(x, y) < 0.45


@lru_cache(maxsize=200_000)
def slips(a: str, b: str) -> int:
    """How many letters were mistyped, left out, added or exchanged with their neighbour."""
    return OSA.distance(a, b, score_cutoff=3)


@lru_cache(maxsize=200_000)
def consonants(heard: str) -> str:
    """The sounds that a script without vowels writes, with b for p and v, and its long vowels gone."""
    return re.sub("[aeiouOEWw]", "", heard).translate(str.maketrans("pvgCX", "bbkkk"))


@lru_cache(maxsize=400_000)
def distance(a: str, b: str) -> float:
    """The price of turning one string of sounds into the other: 0 alike, about 1 for each unexplained change."""
    if a == b:
        return 0.0
    before: list[float] = []
    row = [0.0]
    for j, y in enumerate(b):
        row.append(row[-1] + _dropped(b, j, y))
    for i, x in enumerate(a):
        last, row = row, [row[0] + _dropped(a, i, x)]
        for j, y in enumerate(b):
            best = min(last[j] + _changed(x, y, i), last[j + 1] + _dropped(a, i, x), row[j] + _dropped(b, j, y))
            if i and j and x == b[j - 1] and a[i - 1] == y and x != y:
                best = min(best, before[j - 1] + SWAPPED)
            row.append(best)
        before = last
    return row[-1]


def _changed(x: str, y: str, i: int) -> float:
    if x == y:
        return 0.0
    vowels = (x in VOWELS) + (y in VOWELS)
    price = _close().get((x, y), 0.45 if vowels == 2 else 1.2 if vowels else 1.0)
    return price if i else 1.25 * price


def _dropped(word: str, i: int, x: str) -> float:
    """A sound that one spelling has and the other has not; word beginnings are seldom lost."""
    price = 0.4 if x in VOWELS else DROPPED.get(x, 0.9)
    if x in VOWELS and i and i + 1 < len(word) and not {word[i - 1], word[i + 1]} & VOWELS:
        price = 0.45
    elif x in VOWELS and ((i and word[i - 1] in VOWELS) or (i + 1 < len(word) and word[i + 1] in VOWELS)):
        price = 0.2
    if x == "s" and i == len(word) - 1 and len(word) > 4:
        price = 0.25
    return price if i else 1.4 * price
