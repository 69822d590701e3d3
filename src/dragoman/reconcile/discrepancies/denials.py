"""A charge and its denial by the one charged, matched by what they are about.

Denials by one party that are about the same make one discrepancy, with every charge against that party that is about
it too, so that an issue is shown once with everybody who charges and everybody who denies.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.model.finding import Discrepancy
from dragoman.reconcile.clusters import agglomerate
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.matter import Matter
from dragoman.reconcile.discrepancies.positions import Position, Positions, Record
from dragoman.reconcile.discrepancies.sides import difference, earliest, short, side
from dragoman.reconcile.scene import Scene

ONE = 0.35
"""How like two positions must be to be about one issue."""
STRONG = 0.15
"""How much a charge must share with a denial in so many words."""
WEAK = 0.35
"""How much it must share with a sentence that only negates."""
CONTEXT = 0.5
"""How much what stands around a denial in another report counts against the denial's own words."""
BESIDE = 0.1
"""What a charge gains by standing near the denial: at most `REACH` paragraphs before it, or in the next."""
REACH = 3
NEAREST = 0.25
"""What a charge that stands near a denial without words of its own counts for."""
LOOSE = 0.8
"""What a charge on nobody's word, or a statement that does not accuse in so many words, counts for."""
ANY = 0.1
"""What every accusation counts for when a denial of everything looks for its issue, beside what stands around it."""
MOST = 8


def denied(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> tuple[Discrepancy, ...]:
    """Charges and the denials by those charged that are about the same, where either is new."""
    records, find = [*known, *new], Positions(scene)
    charges, denials = find.charges(records), find.denials(records)
    matter = Matter([*charges, *denials], scene.story_of)
    fresh = {r.document for r in new}
    answered = [_Issue(group, _charged(group, charges, matter)) for group in _issues(denials, matter)]
    gathered = _gathered(answered, matter)
    concerned = (i for i in gathered if fresh & {p.told.document for p in (*i.charges, *i.denials)})
    return tuple(d for issue in concerned if (d := _discrepancy(issue, scene)))


@dataclass(frozen=True, slots=True)
class _Issue:
    """Denials about one thing, and the charges that they answer, the best answered first."""

    denials: list[Position]
    charges: list[Position]


class _Answers:
    """How well denials answer charges."""

    def __init__(self, matter: Matter) -> None:
        self.matter = matter

    def fit(self, charge: Position, denial: Position) -> float:
        """How well a denial answers a charge; 0 where it does not."""
        if not self._answers(charge, denial):
            return 0.0
        together = charge.told.document == denial.told.document
        said = self.matter.like(charge.words, denial.words)
        if not denial.strong:
            return said if said >= WEAK else 0.0
        if together:
            gap = denial.passage - charge.passage
            near = -1 <= gap <= REACH
            answers = near and (charge.strong or abs(gap) <= 1) and self.matter.thin(denial)
            score = max(said + near * BESIDE if said else 0.0, NEAREST * answers)
        else:
            score = max(said, CONTEXT * self.matter.like(charge.words, denial.around))
        score *= 1.0 if charge.by and charge.strong else LOOSE
        return score if score >= STRONG else 0.0

    def _answers(self, charge: Position, denial: Position) -> bool:
        """Whether a denial is by one of those charged, of another's charge, and stands apart from it."""
        a, b = charge.told, denial.told
        if not self.matter.one_story(charge, denial) or not charge.on & denial.on:
            return False
        if a.document == b.document and charge.sentence == denial.sentence:
            return self.matter.thin(denial) and not a.span.overlap(b.span) and a.span.start < b.span.start
        return not charge.by & denial.by or bool(charge.who & denial.who)


def _issues(denials: Sequence[Position], matter: Matter) -> list[list[Position]]:
    alike = np.full((len(denials), len(denials)), -np.inf)
    for i, a in enumerate(denials):
        for j, b in enumerate(denials[:i]):
            if a.on & b.on:
                alike[i, j] = alike[j, i] = matter.like(a.words, b.words)
    return [[denials[i] for i in g] for g in agglomerate([[i] for i in range(len(denials))], alike, ONE)]


def _charged(group: Sequence[Position], charges: Sequence[Position], matter: Matter) -> list[Position]:
    """The charges that denials answer, then others against the same party that say the same as the best of them."""
    fits = {k: max(_Answers(matter).fit(c, d) for d in group) for k, c in enumerate(charges)}
    answered = [charges[k] for k in sorted(fits, key=lambda k: -fits[k]) if fits[k] > 0]
    if not answered:
        return []
    first = answered[0]
    others = [c for c in charges if c not in answered and c.on & first.on and matter.like(c.words, first.words) >= ONE]
    return [*answered, *others]


def _gathered(issues: Sequence[_Issue], matter: Matter) -> list[_Issue]:
    """Issues, those whose denials say nothing of their own put to another: to the fullest one if they deny everything,
    else to one that answers the same charge in the same report."""
    full = [i for i in issues if i.charges and not all(matter.thin(d) for d in i.denials)]
    alone = []
    for issue in issues:
        if issue in full:
            continue
        same = (f for f in full if issue.charges and issue.charges[0] in f.charges and _one_voice(f, issue))
        host = _whole(issue, full, matter) or next(same, None)
        if host:
            host.denials.extend(issue.denials)
        elif issue.charges:
            alone.append(issue)
    return [*full, *alone]


def _whole(issue: _Issue, full: Sequence[_Issue], matter: Matter) -> _Issue | None:
    """The issue that a denial of everything belongs to: the one of its speaker's party that is spoken of around it."""
    if not any(cue("sweeping").search(d.told.span.text) for d in issue.denials):
        return None
    own = [f for f in full if f.denials[0].on & issue.denials[0].on]
    around = frozenset(w for d in issue.denials for w in d.words | d.around)
    return max(own, key=lambda f: sum(c.strong * (ANY + matter.like(c.words, around)) for c in f.charges), default=None)


def _one_voice(a: _Issue, b: _Issue) -> bool:
    return bool({d.told.document for d in a.denials} & {d.told.document for d in b.denials}) and bool(
        a.denials[0].on & b.denials[0].on
    )


def _discrepancy(issue: _Issue, scene: Scene) -> Discrepancy | None:
    charging = _distinct(c for c in issue.charges if all(_apart(c, d) for d in issue.denials))
    if not charging:
        return None
    first, last = short(charging[0].told.span.text), short(issue.denials[0].told.span.text)
    sides = (
        side(first, [c.told for c in charging], scene),
        side(last, [d.told for d in _distinct(issue.denials)], scene),
    )
    anchor = earliest([d.told for d in issue.denials], scene)
    return difference("claim and denial", f"{first} / {last}", None, sides, anchor)


def _distinct(positions: Iterable[Position]) -> list[Position]:
    """The first positions that share no words with one before them, at most so many."""
    kept: list[Position] = []
    for p in positions:
        if all(_apart(p, other) for other in kept):
            kept.append(p)
    return kept[:MOST]


def _apart(a: Position, b: Position) -> bool:
    return a.told.document != b.told.document or not a.told.span.overlap(b.told.span)
