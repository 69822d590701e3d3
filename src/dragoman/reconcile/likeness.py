"""How like two tellings are in words: by what they call the act, the words around it, names, numbers and their reports.

A logistic model with one row of weights (likeness.toml) for each of six cases: both call it by the same word, by
kindred words (acts.txt, or a common beginning), or by others; in one report or in two. The weights are learnt from the
training part of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) by `benchmarks/learn_likeness.py`.
"""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model.text import Report, Span
from dragoman.reconcile.sentences import sentence
from dragoman.reconcile.stories import rarity
from dragoman.reconcile.words import WORD, folded, stem, stopwords, words

HERE = Path(__file__).parent
AROUND = 40
TOGETHER = 0.33
NO_KIN: frozenset[int] = frozenset()
WEAK = frozenset(
    stem(w) for w in ("say", "tell", "announce", "report", "have", "make", "take", "do", "get", "go", "be")
)

FEATURES = (
    "alike", "same last word", "words around", "names shared", "no name shared", "a number shared", "reports alike",
    "one sentence", "weak word", "names foreign to the other report",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one telling: what the act is called (`heads`, `kin`), and what stands around it in its sentence.

    `sentence` is where the sentence starts; `report` holds the stems of the whole report.
    """

    document: str
    sentence: int
    heads: tuple[str, ...]
    kin: frozenset[int]
    around: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    report: frozenset[str]


def wording(report: Report, trigger: Span, vocabulary: frozenset[str]) -> Wording:
    """The words of the telling whose act `trigger` names; `vocabulary` is `vocabulary(report)`."""
    around_it = sentence(report, trigger.start)
    start, text = around_it.start, around_it.text
    around: set[str] = set()
    names: set[str] = set()
    numbers: set[str] = set()
    for word in words(text):
        at = start + word.start
        if trigger.start <= at < trigger.end or word.folded in stopwords():
            continue
        if word.folded.isdigit():
            numbers.add(word.folded)
            continue
        key = stem(word.folded)
        if word.text[0].isupper() and word.start > 0:
            names.add(key)
        if abs(at - trigger.start) < AROUND:
            around.add(key)
    named = heads(trigger.text)
    return Wording(
        report.id, start, named, kin(named), frozenset(around), frozenset(names), frozenset(numbers), vocabulary
    )  # fmt: skip


def vocabulary(report: Report) -> frozenset[str]:
    """The stems of all words of a report."""
    return frozenset().union(*(_vocabulary(p.text) for p in report.passages))


@lru_cache(maxsize=2048)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(stem(folded(w)) for w in WORD.findall(text))


def case(a: Wording, b: Wording) -> str:
    """Which row of weights two tellings fall under."""
    return f"{_naming(a, b)}, {'one report' if a.document == b.document else 'two reports'}"


def features(a: Wording, b: Wording, reports: float) -> tuple[float, ...]:
    """The features of two tellings, in the order of `FEATURES`; `reports` says how like their reports are."""
    together = a.document == b.document
    return (
        1.0,
        float(a.heads[-1:] == b.heads[-1:]),
        _jaccard(a.around, b.around),
        _inside(a.names, b.names),
        float(bool(a.names and b.names) and not a.names & b.names),
        float(bool(a.numbers & b.numbers)),
        0.0 if together else reports,
        float(together and a.sentence == b.sentence),
        float(bool(WEAK.intersection(a.heads))),
        0.0 if together else min(_foreign(a.names, b.report), _foreign(b.names, a.report)),
    )


def chance(a: Wording, b: Wording, reports: float) -> float:
    """The logit of the chance that two tellings are of one happening, by their words."""
    return sum(w * f for w, f in zip(_weights()[case(a, b)], features(a, b, reports), strict=True))


def probability(logit: float) -> float:
    """The probability that a logit stands for."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def heads(trigger: str) -> tuple[str, ...]:
    """The stems of the words of a trigger that tell something."""
    found = [folded(w.text) for w in words(trigger)]
    telling = [w for w in found if w not in stopwords() and not w.isdigit()]
    return tuple(stem(w) for w in telling or found)


def kin(stems: Iterable[str]) -> frozenset[int]:
    """The groups of kindred acts that any of the stems belongs to."""
    return frozenset(k for stem in stems for k in kin_of(stem))


def kin_of(stem: str) -> frozenset[int]:
    """The groups of kindred acts that a stem belongs to."""
    return _kin().get(stem, NO_KIN)


@cache
def _kin() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    lines = (HERE / "acts.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in () if line.startswith("#") else line.split():
            groups[stem(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    rows = tomllib.loads((HERE / "likeness.toml").read_text(encoding="utf-8"))
    return {case: tuple(row[f] for f in FEATURES) for case, row in rows.items()}


def _naming(a: Wording, b: Wording) -> str:
    if set(a.heads) & set(b.heads):
        return "same word"
    return "kindred word" if a.kin & b.kin or _begin_alike(a.heads, b.heads) else "other word"


def _begin_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return False
    x, y = a[-1], b[-1]
    common = next((i for i, (c, d) in enumerate(zip(x, y, strict=False)) if c != d), min(len(x), len(y)))
    return common >= 4 and common >= 0.6 * max(len(x), len(y))


def _weight(stems: Iterable[str]) -> float:
    return sum(map(rarity, stems))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return _weight(a & b) / _weight(a | b) if a & b else 0.0


def _inside(a: frozenset[str], b: frozenset[str]) -> float:
    return _weight(a & b) / min(_weight(a), _weight(b)) if a & b else 0.0


def _foreign(names: frozenset[str], report: frozenset[str]) -> float:
    return _weight(names - report) / _weight(names) if names - report else 0.0
