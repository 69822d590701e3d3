"""A claim and its denial, matched by what is denied.

What a denial says is held against every clause that another party, or the report itself, states; what only points back
goes to the accusation just before it. A denial without such a claim is left out, and denials of one claim make one
discrepancy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.event import EventMention
from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.denials import Denial, Denials, Form, exculpates, negates, of_old
from dragoman.reconcile.discrepancies.lines import Line, Lines, Record, kindred
from dragoman.reconcile.discrepancies.sides import difference, earliest, short, side
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.tellings import FAMILY, SPOKEN, weights

KINDRED = 0.7
LEAST = 25.0
"""What is denied counts as weighing at least this much (squares of weights): a word or two tell little."""
ENOUGH: Mapping[Form, float] = {"content": 0.35, "aside": 0.4, "negated": 0.6, "turned": 0.5}
"""How much of what is denied a claim must say, by how it is denied; what adds to it is counted in."""
THIN = 10.0
"""A denial whose content weighs less only points back."""
NEAR = (0.3, 0.2, 0.1, 0.1)
"""What a claim gains by standing before the denial in its own sentence, in the one before it, and so on; ..."""
AGAINST = 0.1
"""... by naming or charging the party that denies; by naming whom the denial names; by being the word of the party
whose claim it is said to be."""
SURE = 0.5
"""A claim that is neither near nor gains by whom it names must say so much of what is denied."""
OLD = 0.2
"""What a claim of another time loses."""
AS_GOOD = 0.5
"""How near to the best a further claim must come, ..."""
NOBODY = 0.75
"""... if it is on the report's word and charges nobody."""
AS_MUCH = 0.35
"""How much of what the best says a further claim says."""
BLAMING = 0.1
"""How much an accusation must share with a denial of everything, by words or by standing near."""
SAME = 0.5
"""How much two claims share that say the same."""
ON = 0.3
"""How much a sentence that negates shares with the denial by the same party that it goes on with."""
BACK = 3
MOST = 4
SHARED = 2
SCRAP = 12
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION"})


def denied(lines: Lines, told: Sequence[Line], records: Sequence[Record], fresh: set[str]) -> Iterator[Discrepancy]:
    """A discrepancy for each claim that is denied, where the claim or the denial is told in a report of `fresh`."""
    own: dict[str, list[Line]] = defaultdict(list)
    for line in told:
        own[line.document].append(line)
    finder = Denials(lines, records)
    found = [d for id, those in own.items() for d in finder.of(lines.scene.reports[id], those)]
    answers = _Answers(lines.scene, told, found, records)
    for group in _gathered(answers.all(found)):
        denials = _distinct(d.line for d, _ in group)
        claims = _distinct(c for _, cs in group for c in cs if all(c.apart(d) for d in denials))
        if claims and fresh & {x.document for x in (*claims, *denials)}:
            yield _discrepancy(claims[:MOST], denials[:MOST], lines.scene)


def _discrepancy(claims: Sequence[Line], denials: Sequence[Line], scene: Scene) -> Discrepancy:
    sides = (
        side(short(claims[0].text), [c.told for c in claims], scene),
        side(short(denials[0].text), [d.told for d in denials], scene),
    )
    anchor = earliest([d.told for d in denials], scene)
    return difference("claim and denial", f"{short(claims[0].text)} / {short(denials[0].text)}", None, sides, anchor)


class _Answers:
    """Finds the claims that denials answer, among the lines at hand."""

    def __init__(
        self, scene: Scene, told: Sequence[Line], denials: Sequence[Denial], records: Sequence[Record]
    ) -> None:
        self._scene = scene
        self._weight = weights([x.words for x in told])
        for d in denials:
            self._weight |= {w: 1.0 for w in d.content if w not in self._weight}
        disputing: dict[str, list[Denial]] = defaultdict(list)
        for d in denials:
            if d.form != "negated":
                disputing[d.line.document].append(d)
        self._claims = [
            x for x in told
            if len(x.text) >= SCRAP and not negates(x.text) and all(x.apart(d.line) for d in disputing[x.document])
        ]  # fmt: skip
        self._charges: dict[str, list[EventMention]] = defaultdict(list)
        self._speech: dict[str, list[EventMention]] = defaultdict(list)
        for r in records:
            if isinstance(r, EventMention) and (r.type == "ACCUSE" or r.type in HOSTILE) and r.status != "denied":
                self._charges[r.document].append(r)
            if isinstance(r, EventMention) and FAMILY.get(r.type) in SPOKEN:
                self._speech[r.document].append(r)

    def all(self, denials: Sequence[Denial]) -> list[tuple[Denial, list[Line]]]:
        """Denials with the claims that they answer; a sentence that goes on with a denial answers what that does."""
        found = [(d, self.claims(d)) for d in denials]
        answered = [(d, claims) for d, claims in found if claims and d.form != "negated"]
        return [
            (d, claims or next((cs for other, cs in answered if self._goes_on(other, d)), []))
            for d, claims in found
        ]  # fmt: skip

    def _goes_on(self, denial: Denial, further: Denial) -> bool:
        a, b = denial.line, further.line
        if a.document != b.document or not a.sentence < b.sentence <= a.sentence + 2 or not a.by & b.by:
            return False
        thin = further.form == "content" and self._sum(further.content) < THIN
        return thin or self._said(further.content, denial.content) >= ON

    def claims(self, denial: Denial) -> list[Line]:
        """The claims that a denial answers, the best first."""
        if denial.charge:
            return [denial.charge, *self._like(denial.charge, denial)]
        if exculpates(denial.line.text) and (charges := self._blaming(denial)):
            return charges
        if self._sum(denial.content) < THIN:
            found = self._before(denial) if denial.form == "content" else None
            return [found, *self._like(found, denial)] if found else self._after(denial)
        fits = [(self._fit(c, denial), k) for k, c in enumerate(self._claims) if self._may(c, denial)]
        best = max(fits, default=(0.0, 0))[0]
        if best < ENOUGH[denial.form]:
            return []
        good = sorted((-f, k) for f, k in fits if f >= ENOUGH[denial.form] and f >= self._floor(k, denial) * best)
        words = [self._claims[k].words for _, k in good]
        alike = [self._said(denial.content, w) >= AS_MUCH * self._said(denial.content, words[0]) for w in words]
        return [self._claims[k] for (_, k), yes in zip(good, alike, strict=True) if yes][:MOST]

    def _floor(self, k: int, denial: Denial) -> float:
        """How near to the best a further claim must come: nearer where nobody makes it."""
        claim = self._claims[k]
        return AS_GOOD if claim.by or self._charging(claim, denial.line.by) else NOBODY

    def _blaming(self, denial: Denial) -> list[Line]:
        """The claims that put something down to a party that denies having had a part in it."""
        by = denial.line.by
        found = [
            (self._said(denial.content, c.words) + self._near(c, denial), k)
            for k, c in enumerate(self._claims)
            if (self._charging(c, by) or (c.names & by and cue("author").search(c.text))) and self._may(c, denial)
        ]  # fmt: skip
        best = max(found, default=(0.0, 0))[0]
        if best < BLAMING:
            authors = [(1.0, k) for _, k in found if cue("author").search(self._claims[k].text)]
            found = authors or [(1.0, k) for _, k in found if self._accusing(self._claims[k])][:1]
        good = sorted((-f, k) for f, k in found if f >= max(BLAMING, AS_GOOD * best))
        return [self._claims[k] for _, k in good][:MOST]

    def _near(self, claim: Line, denial: Denial) -> float:
        gap = denial.line.sentence - claim.sentence if claim.document == denial.line.document else -1
        return NEAR[gap] if 0 <= gap <= BACK else 0.0

    def _may(self, claim: Line, denial: Denial) -> bool:
        """Whether a line can be what is denied: of the same story, apart, and not on the word of the one who denies."""
        d = denial.line
        if claim.by & d.by or not claim.apart(d) or self._story(claim) != self._story(d):
            return False
        if claim.whole != d.whole and self._spoken(claim) & d.by:
            return False
        return claim.document != d.document or claim.sentence != d.sentence or claim.told.span.end <= d.told.span.start

    def _fit(self, claim: Line, denial: Denial) -> float:
        """How much of what is denied a claim says."""
        said = self._said(denial.content, claim.words)
        if not said:
            return 0.0
        d = denial.line
        gap = d.sentence - claim.sentence if claim.document == d.document else -1
        near = self._near(claim, denial)
        against = bool(claim.names & d.by) or self._charging(claim, d.by)
        whom = against + bool(claim.names & denial.names) + bool(claim.by & denial.claimant)
        old = not 0 <= gap <= 1 and of_old(claim.whole.text) and not of_old(d.whole.text)
        if not (near or whom or (said >= SURE and len(denial.content & claim.words) >= SHARED)) or (
            denial.form == "negated" and not self._telling(denial, claim, gap)
        ):
            return 0.0
        return said + near + AGAINST * whom - OLD * old

    def _telling(self, denial: Denial, claim: Line, gap: int) -> bool:
        """Whether a claim shares a word with a clause that negates that tells what it is about, or stands beside it."""
        same = denial.content & claim.words
        return 0 <= gap <= 1 or len(same) >= SHARED or any(c.isdigit() for w in same for c in w)

    def _said(self, content: frozenset[str], words: frozenset[str]) -> float:
        """How much of `content` is said by `words`, kindred words counting less."""
        common = self._sum(content & words)
        others = [(kin, self._squared(w)) for w in words - content if (kin := kindred(w))]
        for word in content - words if others else ():
            mine = kindred(word)
            if mine:
                common += KINDRED * max((min(self._squared(word), w) for kin, w in others if mine & kin), default=0.0)
        return common / max(LEAST, self._sum(content))

    def _squared(self, stem: str) -> float:
        return self._weight.get(stem, 1.0) ** 2

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._squared(w) for w in stems)

    def _story(self, line: Line) -> str | None:
        return self._scene.story_of.get(line.document)

    def _spoken(self, line: Line) -> frozenset[str]:
        """Who speaks in a line, by the events that it tells."""
        spoken = (m for m in self._speech[line.document] if line.told.span.holds(m.trigger))
        return parties(a for m in spoken for a in self._scene.actors(m.source))

    def _charging(self, line: Line, by: frozenset[str]) -> bool:
        """Whether a line holds a charge against one of `by`, or a hostile act of his told on another's word."""
        for m in self._charges[line.document]:
            if line.told.span.holds(m.trigger):
                done = m.target if m.type == "ACCUSE" else m.source
                if parties(self._scene.actors(done)) & by:
                    return True
        return False

    def _accusing(self, line: Line) -> bool:
        return any(m.type == "ACCUSE" and line.told.span.holds(m.trigger) for m in self._charges[line.document])

    def _before(self, denial: Denial) -> Line | None:
        """The accusation just before a denial that only points back: what somebody says of its party, else another."""
        d = denial.line
        near = [
            c for c in self._claims
            if c.document == d.document and 0 <= d.sentence - c.sentence <= BACK and self._may(c, denial)
        ]  # fmt: skip
        near.reverse()
        charged = next((c for c in near if self._charging(c, d.by) or (c.by and c.names & d.by)), None)
        if charged:
            return charged
        last = [c for c in near if d.sentence - c.sentence <= 1]
        tests = (self._accusing, lambda c: bool(c.names & d.by), lambda c: bool(c.by))
        return next((c for test in tests for c in last if test(c)), None)

    def _after(self, denial: Denial) -> list[Line]:
        """What an accuser of the party says just after a denial that only points to what is yet to be told."""
        d = denial.line
        after = [
            c for c in self._claims
            if denial.form == "content" and c.document == d.document and 0 < c.sentence - d.sentence <= BACK
            and c.by and self._may(c, denial)
        ]  # fmt: skip
        first = next((c for c in after if self._charging(c, d.by) or c.names & d.by), None)
        return [first, *(c for c in after if c is not first and c.by & first.by)] if first else []

    def _like(self, claim: Line, denial: Denial) -> list[Line]:
        """Other lines that say what a claim says."""
        if self._sum(claim.words) < LEAST:
            return []
        found = [
            (self._said(claim.words, c.words), k) for k, c in enumerate(self._claims)
            if len(claim.words & c.words) >= SHARED and self._may(c, denial)
        ]  # fmt: skip
        good = sorted((-f, k) for f, k in found if f >= SAME)
        return [c for _, k in good if (c := self._claims[k]).apart(claim)][: MOST - 1]


def _gathered(answered: Sequence[tuple[Denial, list[Line]]]) -> list[list[tuple[Denial, list[Line]]]]:
    """Denials with their claims, those of one claim together."""
    groups: list[list[tuple[Denial, list[Line]]]] = []
    for denial, claims in ((d, cs) for d, cs in answered if cs):
        same = next((g for g in groups if any(not claims[0].apart(cs[0]) for _, cs in g)), None)
        if same is None:
            groups.append([(denial, claims)])
        else:
            same.append((denial, claims))
    return groups


def _distinct(lines: Iterable[Line]) -> list[Line]:
    """The first lines that share no words with one before them."""
    kept: list[Line] = []
    for line in lines:
        if all(line.apart(other) for other in kept):
            kept.append(line)
    return kept
