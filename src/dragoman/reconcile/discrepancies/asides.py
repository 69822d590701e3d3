"""Charges that a report has denied in the same breath: "accused of arming the rebels, which Freedonia denies"."""

import re
from collections.abc import Iterable, Iterator

from dragoman.model.event import EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.text import Report
from dragoman.reconcile.discrepancies.sides import Told, difference, side
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import part, sentences

DENIES = (
    r"(?:den(?:ies|y|ied|ying)|rejects?|rejected|dismiss(?:es|ed)?|disputes?|disputed|refutes?|refuted"
    r"|contests?|contested|rebuffs?|rebuffed)"
)
NOUN = r"(?:charge|allegation|accusation|claim|assertion|suggestion|notion)s?"
WHAT = rf"(?:which|something|(?:an? |the )?{NOUN}(?: that| which)?)"
ASIDE = re.compile(
    rf"(?P<charge>[^,;:—]{{15,}}?(?:, [^,;:—]{{3,60}})?)\s?[,—–-]\s?(?P<denial>(?:\w+ ){{0,1}}{WHAT} "
    rf"(?P<who>[\w’'.-]+(?: [\w’'.-]+){{0,5}}? )(?:has |have |had )?(?:\w+ly )?{DENIES}\b)",
)
LONG = 2_000
"""Characters: what is longer is no sentence, and the pattern's time grows with the square of it."""


def asides(reports: Iterable[Report], told: Iterable[EventMention], scene: Scene) -> Iterator[Discrepancy]:
    """A discrepancy for each charge that is denied in a clause of its own sentence."""
    deny = [m for m in told if m.type in ("DENY", "REJECT")]
    for report in reports:
        for passage in report.passages:
            for sentence in sentences(report, report.span(passage.start, passage.end)):
                found = ASIDE.search(sentence.text) if len(sentence.text) <= LONG else None
                if found:
                    charge = part(sentence, *found.span("charge"))
                    denial = part(sentence, *found.span("denial"))
                    by = next((m.source for m in deny if m.document == report.id and denial.holds(m.trigger)), ())
                    answer = Told(report.id, denial, tuple(p.chain for p in by))
                    sides = (
                        side(charge.text, [Told(report.id, charge)], scene), side(denial.text, [answer], scene),
                    )  # fmt: skip
                    yield difference("claim and denial", f"{charge.text} / {denial.text}", None, sides, answer)
