"""Are two names one actor's? One score, made of named features that are each said in words."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.resolve.names_fold import Name, Token, common, is_syllabic, name, nicknames, syllabic, words
from dragoman.resolve.names_sound import consonants, differ, distance, far, slips, sounds

LIMIT = 1.0
SYLLABLES = 0.6
CLOSE = 0.3
NOTHING_LEFT = 1.3
SAME = 0.5
CONTRADICTED = 0.5
SHORT = ("initial", "number")
PLAIN = ("part", "initial")
SLIGHT = 0.4
WEIGHTS = {
    "start": -4.2,
    "alike": 3.0,
    "whole name": 0.8,
    "contradicted": -4.5,
    "left over": -0.3,
    "one part only": -2.0,
    "title for a given name": 3.8,
    "single names": 1.5,
    "common parts": -0.8,
    "same country": 0.7,
    "other country": -2.5,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that stand for each other, and how far apart they are (0 alike, LIMIT as far as allowed)."""

    a: str
    b: str
    price: float
    weight: float
    how: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two names gave: `score` from 0 to 1, same from SAME up, and its features, each in words."""

    same: bool
    score: float
    features: Mapping[str, float]
    why: str
    contradicted: bool


def compare(a: str, b: str, country_a: str | None = None, country_b: str | None = None) -> Comparison:
    """Compare two names of persons, with their countries where these are known."""
    bare = _compared(a, b)
    if not country_a or not country_b:
        return bare
    same = country_a == country_b
    why = f"same country: {country_a}" if same else f"{country_a} is not {country_b}"
    features = {**bare.features, "same country" if same else "other country": 1.0}
    return _comparison(features, [bare.why, why])


def probability(features: Mapping[str, float], more: float = 0.0) -> float:
    """The score that features add up to, `more` being what else speaks for it (in log odds)."""
    return 1 / (1 + math.exp(-(WEIGHTS["start"] + sum(WEIGHTS[k] * v for k, v in features.items()) + more)))


def match_names(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Add `same`, `score` and `why` to each row {id, a, b, schema, country_a?, country_b?}."""
    for row in rows:
        c = compare(row["a"], row["b"], row.get("country_a"), row.get("country_b"))
        yield {**row, "same": c.same, "score": c.score, "why": c.why}


@lru_cache(maxsize=400_000)
def price(a: Token, b: Token) -> tuple[float, str]:
    """How far apart two parts of names are, and what makes them alike."""
    if a.text == b.text:
        return 0.0, "spelled alike"
    if "number" in (a.sort, b.sort):
        return 9.0, "different numbers"
    if "initial" in (a.sort, b.sort):
        return (0.1, "initial") if sounds(a.text)[:1] == sounds(b.text)[:1] or a.text[0] == b.text[0] else (9.0, "")
    apart = _apart(a, b)
    if apart >= CLOSE and a.text in syllabic() and b.text in syllabic():
        same = syllabic()[a.text] & syllabic()[b.text]
        return (0.1, "the same surname, romanised otherwise") if same else (1.5, "different surnames")
    if apart > 0.5 and nicknames().get(a.text, frozenset()) & nicknames().get(b.text, frozenset()):
        return 0.5, "short or foreign form"
    return apart, "sounds alike" if apart < CLOSE else "spelled nearly alike"


def _apart(a: Token, b: Token) -> float:
    """The price between two full parts: by sound, or as a slip of the pen in a long word, whichever is less."""
    if a.vowels == b.vowels and far(a.text, b.text) and not _reversed(a.text, b.text):
        return 2.0
    x, y = sounds(a.text), sounds(b.text)
    if a.vowels != b.vowels:
        x, y = consonants(x), consonants(y)
        return distance(x, y) * _scale(min(len(x), len(y)) + 1)
    apart = distance(x, y) * _scale(min(len(x), len(y)))
    shortest = min(len(a.text), len(b.text))
    slipped = slips(a.text, b.text) if shortest > 4 else 9
    if slipped == 1:
        return min(apart, 0.8 if shortest < 10 else 0.4)
    if shortest >= 2 and (a.text.startswith(b.text) or b.text.startswith(a.text)) and not {a.text, b.text} & common():
        return min(apart, 0.9 if shortest > 2 else 1.2)
    if _reversed(a.text, b.text):
        return min(apart, 0.9)
    return min(apart, 0.95) if slipped == 2 and shortest > 7 else apart


def _reversed(a: str, b: str) -> bool:
    """True for a word that a bad scrape wrote right to left."""
    shortest = min(len(a), len(b))
    return shortest > 4 and slips(a[::-1], b) <= shortest // 4


def _scale(shortest: int) -> float:
    """A change weighs more in a short word."""
    return (2.0, 2.0, 1.8, 1.5, 1.2, 1.0, 0.9, 0.85, 0.8, 0.75, 0.7)[min(shortest, 10)]


@lru_cache(maxsize=200_000)
def _compared(a: str, b: str) -> Comparison:
    return _comparison(*_features(name(a), name(b)))


def _comparison(features: Mapping[str, float], reasons: Iterable[str]) -> Comparison:
    score = probability(features)
    contradicted = features.get("contradicted", 0) >= CONTRADICTED
    return Comparison(score >= SAME, round(score, 3), features, "; ".join(reasons), contradicted)


def _features(a: Name, b: Name) -> tuple[dict[str, float], list[str]]:
    if run_together(a, b):
        return {"alike": 1.7, "whole name": 1.0}, [f"the same letters, parted otherwise: {a.letters}/{b.letters}"]
    if others(a, b):
        return {"alike": 1.0, "contradicted": 1.0}, [
            "other parts: " + "/".join(" ".join(t.text for t in n.tokens) for n in (a, b))
        ]
    limit = SYLLABLES if is_syllabic(a) and is_syllabic(b) else LIMIT
    pairs, left_a, left_b = align(a.tokens, b.tokens, limit)
    reasons = [f"{p.how}: {p.a}" + (f"/{p.b}" if p.a != p.b else "") for p in pairs]
    told = sorted((p.weight * (1 - p.price / NOTHING_LEFT) for p in pairs), reverse=True)
    features = {"alike": sum(told[:2]) + 0.4 * sum(told[2:])}
    clash = contradiction(left_a, left_b)
    if clash:
        features["contradicted"], x, y = clash
        reasons.append(f"contradicted: {x}/{y}")
    elif exchanged(a, b, pairs):
        features["contradicted"] = 0.8
        reasons.append("own name and father's name exchanged")
    elif not any(t.weight > SLIGHT for t in (*left_a, *left_b)):
        features["whole name"] = 1.0
        reasons.append("nothing left over")
        if len(pairs) == 1:
            features["single names"] = 1.0
    else:
        extra = left_a or left_b
        features["left over"] = min(2.0, sum(t.weight for t in extra))
        reasons.append("only one has: " + " ".join(t.text for t in extra))
        telling = [p for p in pairs if p.weight > 0.5]
        if len(telling) < 2:
            features["one part only"] = 1.0
            if telling and titled(a, b, pairs):
                features["title for a given name"] = 1.0
                reasons.append("called by title: " + " ".join(a.titles or b.titles))
        if len(telling) == 2 and (widespread := sum(p.a in common() for p in telling)):
            features["common parts"] = widespread
            reasons.append("many people bear: " + ", ".join(p.a for p in telling if p.a in common()))
    return features, reasons


def others(a: Name, b: Name) -> bool:
    """True where each of two short names has a part plainly unlike all that the other has besides what they share."""
    if max(len(a.tokens), len(b.tokens)) > 4:
        return False
    mine, yours = {t.text for t in a.tokens}, {t.text for t in b.tokens}
    left_a, left_b = [t for t in a.tokens if t.text not in yours], [t for t in b.tokens if t.text not in mine]
    if not left_a or not left_b or not all(t.vowels and t.sort in PLAIN for t in (*left_a, *left_b)):
        return False
    if len(left_a) != len(left_b) and not unlike("".join(t.text for t in left_a), "".join(t.text for t in left_b)):
        return False
    return any(all(unlike(x.text, y.text) for y in left_b) for x in left_a) and any(
        all(unlike(x.text, y.text) for x in left_a) for y in left_b
    )


@lru_cache(maxsize=400_000)
def unlike(a: str, b: str) -> bool:
    """True for two words with hardly a consonant in common, that are no forms of one name either."""
    if len(a) == 1 or len(b) == 1:
        return sounds(a)[:1] != sounds(b)[:1] and a[0] != b[0]
    if not differ(a, b) or _reversed(a, b) or a.startswith(b) or b.startswith(a):
        return False
    return not nicknames().get(a, frozenset()) & nicknames().get(b, frozenset())


def titled(a: Name, b: Name, pairs: list[Pair]) -> bool:
    """True where one is called by title and surname ("President Havel"), and the other's surname is that."""
    lone, full = (a, b) if len(a.tokens) == 1 else (b, a)
    last = [t.text for t in full.tokens if t.sort == "part"][-1:]
    return bool(lone.titles) and len(lone.tokens) == 1 and bool({pairs[0].a, pairs[0].b} & {*last})


def run_together(a: Name, b: Name) -> bool:
    """True where only the gaps between the parts differ ("Pol Pot", "PolPot"), but for one slip in a long name."""
    if len(a.tokens) == len(b.tokens) and (a.letters != b.letters or a.tokens == b.tokens):
        return False
    long = min(len(a.letters), len(b.letters)) >= 10
    return slips(a.letters, b.letters) <= (1 if long else 0)


def exchanged(a: Name, b: Name, pairs: list[Pair]) -> bool:
    """True where "X son of Y" stands against "Y son of X": a father and his son, not a surname put first."""
    if not words("son_of") & {*a.particles} or not words("son_of") & {*b.particles} or len(pairs) < 3:
        return False
    first_a, first_b = a.tokens[0].text, b.tokens[0].text
    turned = {p.a: p.b for p in pairs}
    return first_b in [p.b for p in pairs if p.a != first_a] and turned.get(first_a) not in (
        None,
        first_b,
        b.tokens[-1].text,
    )


def contradiction(left_a: list[Token], left_b: list[Token]) -> tuple[float, str, str] | None:
    """How much the parts left over on both sides contradict each other, with the two parts that come nearest."""
    best: tuple[float, str, str] | None = None
    for x in left_a:
        for y in left_b:
            if "honorific" in (x.sort, y.sort) or (x.sort == "number") != (y.sort == "number"):
                continue
            apart = min(price(x, y)[0], 2.0)
            if best is None or apart < best[0]:
                best = (apart, x.text, y.text)
    return best and (round(max(0.1, (best[0] - 0.8) / 1.2), 3), best[1], best[2])


def align(
    a: tuple[Token, ...], b: tuple[Token, ...], limit: float = LIMIT
) -> tuple[list[Pair], list[Token], list[Token]]:
    """Pair the parts of two names, nearest first, neighbours joined where that fits; and what is left of either."""
    options: list[tuple[float, float, int, tuple[int, ...], tuple[int, ...], str]] = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            apart, how = price(x, y)
            if apart <= limit:
                options.append((apart, -len(x.text), abs(i - j), (i,), (j,), how))
    free_a = set(range(len(a))) - {o[3][0] for o in options if o[0] < CLOSE}
    free_b = set(range(len(b))) - {o[4][0] for o in options if o[0] < CLOSE}
    if free_a and free_b and sum(t.sort == "part" for t in a) != sum(t.sort == "part" for t in b):
        options += [(p, n, 0, many, (one,), how) for p, n, many, one, how in _joins(a, b, free_a, free_b)]
        options += [(p, n, 0, (one,), many, how) for p, n, many, one, how in _joins(b, a, free_b, free_a)]
    pairs: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for apart, _, _, here, there, how in sorted(options):
        if used_a.isdisjoint(here) and used_b.isdisjoint(there):
            used_a.update(here)
            used_b.update(there)
            these, those = [a[k] for k in here], [b[k] for k in there]
            weight = min(max(t.weight for t in these), max(t.weight for t in those))
            pairs.append(Pair(" ".join(t.text for t in these), " ".join(t.text for t in those), apart, weight, how))
    return pairs, [t for k, t in enumerate(a) if k not in used_a], [t for k, t in enumerate(b) if k not in used_b]


def _joins(
    a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int]
) -> Iterator[tuple[float, int, tuple[int, ...], int, str]]:
    """Two or three neighbouring parts of `a` that together are one part of `b` ("Jin Ping", "Jinping")."""
    for n in (2, 3):
        for i in range(len(a) - n + 1):
            if free_a.isdisjoint(range(i, i + n)):
                continue
            whole = "".join(t.text for t in a[i : i + n])
            for j in free_b:
                y = b[j]
                if y.sort in SHORT or not 0.6 < len(whole) / len(y.text) < 1.6 or far(whole, y.text):
                    continue
                x = sounds(whole)
                apart = distance(x, sounds(y.text)) * _scale(min(len(x), len(y.text)))
                if apart <= LIMIT / 2:
                    yield apart, -len(whole), tuple(range(i, i + n)), j, "written as one"
