"""Stories: reports that tell one developing story, by their words, names and days."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from dragoman.model.finding import Judgement, Story
from dragoman.model.ids import minted
from dragoman.model.text import Report
from dragoman.reconcile.clusters import Matrix, agglomerate
from dragoman.reconcile.judged import pairs, ruled
from dragoman.reconcile.words import stems

TOGETHER = 0.205
PRIOR = 20.0
TITLE = 3
KEYS = 24


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a story is recognised by: a report's stems with their counts, its day, and its title or first words."""

    document: str
    terms: Mapping[str, int]
    day: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Which story each report belongs to now, which stories became one (old id to the one kept), and why."""

    story_of: Mapping[str, str]
    merged: Mapping[str, str]
    judgements: tuple[Judgement, ...]


def sketch(report: Report) -> Sketch:
    """The sketch of one report; its title counts several times."""
    terms: Counter[str] = Counter()
    title = report.title or next((p.text for p in report.passages if p.kind == "title"), "")
    for stem in stems(title):
        terms[stem] += TITLE
    for passage in report.passages:
        if passage.kind != "title":
            terms.update(stems(passage.text))
    first = next((p.text for p in report.passages if p.kind == "body"), "")
    # A day that was only inferred is no evidence: the story is what it is to be inferred from.
    day = None if report.published.basis == "inferred" else report.published.date
    return Sketch(report.id, terms, day, title or first)


def keys(item: Sketch) -> tuple[str, ...]:
    """The report's most telling stems."""
    weight = {w: (1 + math.log(c)) * rarity(w) for w, c in item.terms.items()}
    return tuple(sorted(weight, key=lambda w: (-weight[w], w))[:KEYS])


def place(
    new: Sequence[Sketch], known: Sequence[Sketch], story_of: Mapping[str, str], judgements: Iterable[Judgement] = ()
) -> Placed:
    """Put each new report into a story; `known` are candidates that have one already (`story_of`), oldest first."""
    judged = tuple(judgements)
    items = [*known, *new]
    place_of = {s.document: i for i, s in enumerate(items)}
    likeness = alike(items)
    _judge(likeness, place_of, judged)
    standing: dict[str, list[int]] = {}
    for s in known:
        standing.setdefault(story_of[s.document], []).append(place_of[s.document])
    groups = [*standing.values(), *([place_of[s.document]] for s in new)]
    name = {min(g): k for k, g in standing.items()}
    result: dict[str, str] = {}
    merged: dict[str, str] = {}
    reasons: list[Judgement] = []
    arriving = {s.document for s in new}
    for group in agglomerate(groups, likeness, TOGETHER):
        ids = [name[i] for i in group if i in name]
        story = ids[0] if ids else minted("t", items[group[0]].document)
        merged |= dict.fromkeys(ids[1:], story)
        fresh = [i for i in group if items[i].document in arriving or story_of[items[i].document] != story]
        result |= {items[i].document: story for i in fresh}
        if len(group) > 1 and fresh:
            reasons.append(_reason(items, group, _named(group, name, fresh), likeness))
    return Placed(result, merged, tuple(reasons))


def story(id: str, sketches: Sequence[Sketch]) -> Story:
    """The story of these reports: titled like the report whose words are most like all the others'."""
    ordered = sorted(sketches, key=lambda s: (s.day or "9999", s.document))
    likeness = alike(ordered)
    np.fill_diagonal(likeness, 0.0)
    middle = ordered[int(likeness.sum(axis=0).argmax())]
    days = [s.day for s in ordered if s.day]
    shared = ", ".join(_shared(ordered)) if len(ordered) > 1 else ""
    return Story(
        id, " ".join(middle.title.split())[:120], tuple(s.document for s in ordered),
        min(days, default=None), max(days, default=None), f"they share the words {shared}" if shared else "one report",
    )  # fmt: skip


def alike(items: Sequence[Sketch]) -> Matrix:
    """How like the reports are, each to each: the cosine of their weighted stems, less for days far apart."""
    seen = Counter(w for s in items for w in s.terms)
    vocabulary = {w: i for i, w in enumerate(seen)}
    vectors = np.zeros((len(items), len(vocabulary)))
    weight = {w: -math.log((n + PRIOR * commonness(w)) / (len(items) + PRIOR)) for w, n in seen.items()}
    for row, s in enumerate(items):
        for w, c in s.terms.items():
            vectors[row, vocabulary[w]] = (1 + math.log(c)) * weight[w]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(norms == 0, 1, norms)
    cosine: Matrix = vectors @ vectors.T
    return cosine * _nearness([s.day for s in items])


def _nearness(days: Sequence[str | None]) -> Matrix:
    at = np.array([date.fromisoformat(d).toordinal() if d else np.nan for d in days])
    gap = np.abs(at[:, None] - at[None, :])
    return np.select([np.isnan(gap) | (gap <= 3), gap <= 10, gap <= 60], [1.0, 0.8, 0.5], 0.25)


def _judge(likeness: Matrix, place_of: Mapping[str, int], judged: Sequence[Judgement]) -> None:
    for what, value in (("merge stories", 1.0), ("split stories", -np.inf)):
        for a, b in map(tuple, pairs(judged, what)):
            if a in place_of and b in place_of:
                i, j = place_of[a], place_of[b]
                likeness[i, j] = likeness[j, i] = value


def _named(group: Sequence[int], name: Mapping[int, str], fresh: Sequence[int]) -> list[int]:
    """The reports that a judgement names: the new ones, and the first of each story that they come to."""
    return sorted({*(i for i in group if i in name), *fresh})


def _reason(items: Sequence[Sketch], group: Sequence[int], named: Sequence[int], likeness: Matrix) -> Judgement:
    documents = sorted(items[i].document for i in named)
    inner = [float(likeness[i, j]) for k, i in enumerate(group) for j in group[:k]]
    words = ", ".join(_shared([items[i] for i in group]))
    return ruled(
        "merge stories", documents, f"they share the words {words}", {"likeness": round(sum(inner) / len(inner), 3)}
    )


def _shared(items: Sequence[Sketch]) -> list[str]:
    common = set(items[0].terms).intersection(*(s.terms for s in items[1:])) or set(items[0].terms)
    return sorted(common, key=lambda w: (-sum(s.terms.get(w, 0) for s in items) * rarity(w), w))[:6]


@cache
def _background() -> tuple[int, dict[str, int]]:
    first, *rows = Path(__file__).with_name("commonness.txt").read_text(encoding="utf-8").splitlines()
    return int(first), {w: int(n) for w, n in map(str.split, rows)}


def commonness(stem: str) -> float:
    total, seen = _background()
    return (seen.get(stem, 0) + 0.5) / (total + 1)


@lru_cache(maxsize=200_000)
def rarity(stem: str) -> float:
    return -math.log(commonness(stem))
