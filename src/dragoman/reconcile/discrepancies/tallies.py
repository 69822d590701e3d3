"""How many: what reports count of one thing, each in words of its own ("23 men", "24 detained sailors").

Two tallies are of one thing if they count the same sort of thing, befallen by the same, of no different nationality or
role, and their sentences say much the same; numbers that lie close to each other need less of that. A report that gives
the other's number too tells of two things, and so do tallies of different times.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dragoman.model.finding import Discrepancy, DiscrepancyKind
from dragoman.model.text import Span
from dragoman.reconcile.counts import Count, counts
from dragoman.reconcile.discrepancies.denials import of_old
from dragoman.reconcile.discrepancies.lines import Line, States, shared_words
from dragoman.reconcile.discrepancies.roles import other_role, roles_in
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, side
from dragoman.reconcile.figures import NEWER, differ, fates, number_at
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import part
from dragoman.reconcile.tellings import weights
from dragoman.reconcile.words import stem, words

ENOUGH = 0.48
ONE_FATE = 0.25
"""What two tallies gain that the same befell, ..."""
CLOSE = ((1.1, 0.35), (1.25, 0.25), (1.6, 0.1), (3.0, 0.0), (12.0, -0.2))
"""... and by how many times the larger is the smaller one; beyond the last they are of two things."""
BESIDE = 0.2
"""What they gain by standing beside each other on different people's word, ..."""
ONE_NOUN = 0.1
"""... and by counting the same noun."""
NAMED = 0.1
"""What they gain by naming a state in common, ..."""
OTHER_TIME = 0.15
"""... and lose where one is put into another time."""
VAGUE = 0.1
"""What they lose where one is only put at a guess ("hundreds")."""
FEW = 5
"""Numbers below are close to each other by chance."""
APART = frozenset({"days", "percent", "kilometres", "dollars", "votes"})
"""What is counted of many things in one story."""
ONE = dict.fromkeys(("arrested", "captured", "kidnapped", "sentenced"), "held") | {"fired": "", "claimed": ""}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
DAY = re.compile(rf"\b(\d{{1,2}}) {MONTH}\b|\b{MONTH}\.? (\d{{1,2}})\b")
SUM = re.compile(r",? and |, ")
REACH = 9
"""Words between what is counted and what befell it."""


Key = tuple[str, str, float]
"""A report, what it counts, and a number that it gives."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count with the line and the words of the sentence that it stands in, what befell it, and whom it names."""

    count: Count
    line: Line
    fate: str
    words: frozenset[str]
    names: frozenset[str]
    roles: frozenset[str]

    @property
    def told(self) -> Told:
        """Its words, with whose word they are."""
        return Told(self.line.document, self.count.span, self.line.told.by)


def tallied(lines: Sequence[Line], states: States, scene: Scene, fresh: set[str]) -> Iterator[Discrepancy]:
    """A discrepancy for each thing that is counted differently, in a report of `fresh` at least once."""
    found = tallies(lines, states)
    weight = weights([x.words for x in lines])
    given: dict[Key, set[str]] = defaultdict(set)
    for t in found:
        given[t.line.document, t.count.unit, t.count.value].add(t.fate)
    pairs: list[tuple[float, int, int]] = []
    for j, b in enumerate(found):
        for i, a in enumerate(found[:j]):
            if fresh & {a.line.document, b.line.document} and _comparable(a, b, scene, given):
                score = _score(a, b, weight)
                if score >= ENOUGH:
                    pairs.append((-score, i, j))
    for group in _groups(sorted(pairs)):
        yield _shown([found[i] for i in group], scene)
    yield from _called(found, weight, scene, fresh)


def tallies(lines: Sequence[Line], states: States) -> list[Tally]:
    """What the lines count, each value of each thing once in a report."""
    around: dict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    for line in lines:
        around[line.document, line.whole.start] |= line.words
    found: dict[tuple[object, ...], Tally] = {}
    for line in lines:
        for c in _summed(list(counts(line.told.span)), line.told.span):
            if not c.part and c.unit not in APART:
                fate = _fate(line, c)
                names = states.named(c.span.text)
                rest = around[line.document, line.whole.start]
                tally = Tally(c, line, fate, rest, names, roles_in(c.span.text))
                found.setdefault((line.document, c.unit, c.value, c.top, names, fate), tally)
    return list(found.values())


def _called(
    found: Sequence[Tally], weight: Mapping[str, float], scene: Scene, fresh: set[str]
) -> Iterator[Discrepancy]:  # fmt: skip
    """One number of people that reports call differently: 60 diplomats, 60 intelligence officers."""
    done: set[float] = set()
    for j, b in enumerate(found):
        for a in found[:j]:
            value, told = a.count.value, {a.line.document, b.line.document}
            one = value == b.count.value >= FEW and value not in done and len(told) > 1 and told & fresh
            one_story = scene.story_of.get(a.line.document) == scene.story_of.get(b.line.document)
            if one and one_story and a.roles and b.roles and not a.roles & b.roles and _score(a, b, weight) >= ENOUGH:
                done.add(value)
                sides = tuple(side(t.count.span.text, [t.told], scene) for t in (a, b))
                what = f"who it was: {' / '.join(sorted(a.roles | b.roles))}"
                yield difference("role", what, None, sides, earliest([a.told, b.told], scene))


def _summed(found: Sequence[Count], within: Span) -> list[Count]:
    """Counts with those that are added up ("one ship and two boats") made one; people are named by their parts."""
    made: list[Count] = []
    for c in found:
        last = made[-1] if made else None
        gap = within.text[last.span.end - within.start : c.span.start - within.start] if last else ""
        if last and last.unit == c.unit != "people" and SUM.fullmatch(gap):
            span = part(within, last.span.start - within.start, c.span.end - within.start)
            made[-1] = replace(last, value=last.value + c.value, top=last.top + c.top, span=span)
        else:
            made.append(c)
    return made


def _fate(line: Line, count: Count) -> str:
    """What befell those that are counted: the kind of the nearest word for it in the clause, no number between."""
    found = words(line.text)
    start, end = count.span.start - line.told.span.start, count.span.end - line.told.span.start
    own = [k for k, w in enumerate(found) if w.start < end and w.end > start]
    if not own:
        return ""
    kinds = fates() if count.unit == "people" else _befallen()
    near: list[tuple[int, str]] = []
    for k, word in enumerate(found):
        fate = kinds.get(word.folded)
        gap = max(own[0] - k, k - own[-1], 0)
        between = range(k + 1, own[0]) if k < own[0] else range(own[-1] + 1, k)
        if fate and gap <= REACH and not any(number_at(found, i) for i in between):
            near.append((gap + (k < own[0]), fate))
    return ONE.get(fate := min(near)[1], fate) if near else ""


@cache
def _befallen() -> dict[str, str]:
    lines = Path(__file__).with_name("befall.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":") for line in lines if line and not line.startswith("#"))
    return {word: kind for kind, named in rows for word in named.split()}


def _comparable(a: Tally, b: Tally, scene: Scene, given: Mapping[Key, set[str]]) -> bool:
    """Whether two tallies can be of one thing, and do not agree."""
    x, y = a.line, b.line
    if a.count.unit != b.count.unit or not _differ(a.count, b.count):
        return False
    if scene.story_of.get(x.document) != scene.story_of.get(y.document) or (a.fate and b.fate and a.fate != b.fate):
        return False
    if (a.names and b.names and not a.names & b.names) or other_role(a.roles, b.roles):
        return False
    if set(YEAR.findall(x.text)) != set(YEAR.findall(y.text)) or (_days(a) and _days(b) and not _days(a) & _days(b)):
        return False
    if x.document == y.document:
        return bool(x.by and y.by and not x.by & y.by) and x.apart(y)
    both = any(_gives(m, n, given) for m, n in ((a, b), (b, a)))
    return a.count.value == b.count.value or not both


def _gives(tally: Tally, other: Tally, given: Mapping[Key, set[str]]) -> bool:
    """Whether the report of `tally` gives the number of `other` too, of what befell the same."""
    fates = given.get((tally.line.document, tally.count.unit, other.count.value), set())
    return any(fate == tally.fate or not fate or not tally.fate for fate in fates)


def _days(tally: Tally) -> frozenset[str]:
    """The days of months that a tally's sentence names."""
    return frozenset("".join(m.groups("")).lower()[:5] for m in DAY.finditer(tally.line.whole.text))


def _differ(a: Count, b: Count) -> bool:
    """Whether two counts cannot both be right: of what lies between two numbers, none that the other allows."""
    if a.top > a.value or b.top > b.value:
        return a.top < b.value or b.top < a.value
    return differ(a, b)


def _score(a: Tally, b: Tally, weight: Mapping[str, float]) -> float:
    x, y = sorted((max(a.count.value, 0.5), max(b.count.value, 0.5)))
    if y > 12 * x and a.count.top == a.count.value and b.count.top == b.count.value:
        return 0.0
    close = next((gain for times, gain in CLOSE if y <= times * x), CLOSE[-1][1])
    if close > 0 and y <= FEW:
        close = 0.0
    beside = a.line.document == b.line.document and abs(a.line.sentence - b.line.sentence) <= 1
    one_noun = stem(words(a.count.span.text)[-1].folded) == stem(words(b.count.span.text)[-1].folded)
    like = max(shared_words(a.words, b.words, weight), shared_words(a.line.words, b.line.words, weight))
    other_time = of_old(a.line.whole.text) != of_old(b.line.whole.text) or bool(_days(a)) != bool(_days(b))
    vague = any(t.count.top >= 2 * t.count.value and t.count.top > t.count.value for t in (a, b))
    like += NAMED * bool(a.line.names & b.line.names) - OTHER_TIME * other_time - VAGUE * vague
    return like + ONE_FATE * bool(a.fate and b.fate) + close + BESIDE * beside + ONE_NOUN * one_noun


def _groups(pairs: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    """Tallies of one thing: each goes with its best match, and others join where they match all that are there."""
    matched = {(i, j) for _, i, j in pairs}
    groups: list[list[int]] = []
    of: dict[int, list[int]] = {}
    for _, i, j in pairs:
        if i in of and j in of:
            continue
        if i not in of and j not in of:
            group = [i, j]
            groups.append(group)
            of[i] = of[j] = group
            continue
        new, group = (j, of[i]) if i in of else (i, of[j])
        if all((min(new, k), max(new, k)) in matched for k in group):
            group.append(new)
            of[new] = group
    return groups


def _newer(tally: Tally) -> bool:
    """Whether a tally is said to be reached, by itself or as one of people's fate ("the toll rising hourly")."""
    toll = tally.count.unit == "people" and tally.fate
    return tally.count.newer or bool(toll and NEWER.search(tally.line.whole.text))


def _shown(group: Sequence[Tally], scene: Scene) -> Discrepancy:
    values: dict[tuple[float, float, bool], list[Told]] = defaultdict(list)
    for t in group:
        values[t.count.value, t.count.top, t.count.bound == "more than"].append(t.told)
    sides = tuple(side(tells[0].span.text, tells, scene) for _, tells in sorted(values.items()))
    kind: DiscrepancyKind = "update" if any(_newer(t) for t in group) else "number"
    fate = next((t.fate for t in group if t.fate), "")
    what = f"how many {group[0].count.unit}{f' {fate}' if fate else ''}"
    return difference(kind, what, None, sides, earliest([t.told for t in group], scene))
