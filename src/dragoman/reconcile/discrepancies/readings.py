"""What an act was: a provocation or routine, aggression or defence, deliberate or an accident (readings.toml).

Each question has two answers that rule each other out. Two lines of one story answer differently if they are not on one
speaker's word and are about one thing: one names the other's party, or they share what they say beside the answer. A
question is shown once in a story, with its best lines on each side.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dragoman.model.finding import Discrepancy, DiscrepancyKind
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.denials import of_old
from dragoman.reconcile.discrepancies.lines import Line, shared_words, shortened
from dragoman.reconcile.discrepancies.sides import difference, earliest, short, side
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.tellings import weights

ENOUGH = 0.4
NAMED = 0.25
"""What two lines gain where one names the party whose word the other is, ..."""
OPPOSED = 0.2
"""... where each is on the word of a party of its own, ..."""
BESIDE = 0.25
"""... and where they stand in one sentence, or the next."""
AS_GOOD = 0.7
MOST = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its two answers; `about` must stand in the sentence, `near` is the least that lines share."""

    what: str
    kind: DiscrepancyKind
    answers: tuple[tuple[str, re.Pattern[str]], ...]
    about: re.Pattern[str] | None
    near: float


def readings(lines: Sequence[Line], scene: Scene, fresh: set[str]) -> Iterator[Discrepancy]:
    """A discrepancy for each question to which the parties of a story give different answers, one of them new."""
    around: dict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    for x in lines:
        around[x.document, x.passage] |= x.names
    weight = weights([x.words for x in lines])
    stories: dict[str | None, list[Line]] = {}
    for line in lines:
        if not of_old(line.text):
            stories.setdefault(scene.story_of.get(line.document), []).append(line)
    for told in stories.values():
        for question in _questions():
            one, other = _answers(told, question)
            pairs = [
                (score, a, b) for a in one for b in other
                if (score := _score(a, b, question, weight, around)) >= ENOUGH
            ]  # fmt: skip
            if pairs:
                shown = _shown(question, pairs, scene)
                if fresh & {d for s in shown.sides for d in s.documents}:
                    yield shown


def _answers(lines: Sequence[Line], question: Question) -> tuple[list[Line], list[Line]]:
    """The lines that give each of the two answers, cut down to what gives it; a line that gives both gives none."""
    given: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        found = [pattern.search(line.text) for _, pattern in question.answers]
        if (found[0] is None) is (found[1] is None) or cue("dispute").search(line.text):
            continue
        if question.about is None or question.about.search(line.whole.text):
            at = next(m.start() for m in found if m)
            span = shortened(line.told.span, at)
            given[found[0] is None].append(replace(line, told=replace(line.told, span=span)))
    return given


def _score(
    x: Line, y: Line, question: Question, weight: Mapping[str, float],
    around: Mapping[tuple[str, int], frozenset[str]],
) -> float:  # fmt: skip
    """How surely two answers are to one question about one thing; 0 where they are on one party's word."""
    if (
        not x.apart(y)
        or (x.by & y.by and x.told.by == y.told.by)
        or (not x.by and not y.by and x.document == y.document)
    ):
        return 0.0
    like = shared_words(x.words, y.words, weight)
    if like < question.near:
        return 0.0
    named = bool(x.by & around.get((y.document, y.passage), frozenset())) + bool(
        y.by & around.get((x.document, x.passage), frozenset())
    )
    beside = x.document == y.document and abs(x.sentence - y.sentence) <= 1
    opposed = bool(x.by and y.by and not x.by & y.by)
    return like + NAMED * named + OPPOSED * opposed + BESIDE * beside


def _shown(question: Question, pairs: Sequence[tuple[float, Line, Line]], scene: Scene) -> Discrepancy:
    ordered = sorted(pairs, key=lambda p: (-p[0], p[1].document, p[1].told.span.start, p[2].told.span.start))
    good = [p for p in ordered if p[0] >= AS_GOOD * ordered[0][0]]
    told = []
    for k, (name, _) in enumerate(question.answers):
        lines = list(dict.fromkeys((x, y)[k] for _, x, y in good))[:MOST]
        told.append((name, lines))
    sides = tuple(side(f"{name}: {short(lines[0].text)}", [x.told for x in lines], scene) for name, lines in told)
    anchor = earliest([x.told for _, lines in told for x in lines], scene)
    return difference(question.kind, question.what, None, sides, anchor)


@cache
def _questions() -> tuple[Question, ...]:
    rows = tomllib.loads(Path(__file__).with_name("readings.toml").read_text(encoding="utf-8"))["question"]
    return tuple(
        Question(
            row["what"], row["kind"],
            tuple((name, _either(words)) for name, words in row["answers"].items()),
            re.compile(row["about"], re.IGNORECASE) if "about" in row else None, row.get("near", 0.0),
        )
        for row in rows
    )  # fmt: skip


def _either(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
