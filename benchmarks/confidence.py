"""How often events of each confidence are right, and where the weights of confidence come from.

`python -m benchmarks.confidence READING.json TEXTS …` reads hand-coded crises and prints, for each step of confidence,
how many events were given it and how many of them are right: parties and type, as in `benchmarks.score.reading`.
`python -m benchmarks.confidence --learn` writes src/dragoman/coding/confidence.toml from the project's own hand-coded
reports, the only ones whose figures may ship: a ridge logistic regression over all of them, its level set by those
crises that nobody looked at.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

if not __package__:  # run as a script: make the repository root importable
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from benchmarks.learn_likeness import fitted
from benchmarks.score.reading import Scorer
from dragoman.coding import events, events_details
from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.dossier import Dossier
from dragoman.model.actor import Participant
from dragoman.model.ids import mention_id
from dragoman.show.export.account import as_json

STEP = 0.1
OWN = Path("tests/quality/crises")
EXAMPLES = (Path("tests/quality/examples.json"), Path("examples"))
TARGET = Path(events_details.__file__).with_name("confidence.toml")


@dataclass(frozen=True)
class Case:
    """One event of a crisis: what its confidence is made of, the confidence it was given, and whether it is right."""

    features: dict[str, float]
    given: float
    right: bool


def cases(reading: Path, texts: Path) -> Iterator[Case]:
    """The events that the program finds in a crisis; those that only one of its readers has are left out."""
    seen: dict[str, dict[str, float]] = {}
    given = events_details.confidence

    def noted(cast: Cast, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> float:
        trigger = cast.parse.span(coded.trigger, coded.trigger + 1)
        key = mention_id(cast.reading.report.id, trigger, coded.type)
        seen[key] = events_details.features(cast, coded, source, target)
        return given(cast, coded, source, target)

    with mock.patch.object(events, "confidence", noted), Dossier() as dossier:
        dossier.read(sorted(texts.glob("*.txt")))
        scorer = Scorer(as_json(dossier.account()), json.loads(reading.read_text("utf-8")))
    found, spare = scorer.matched(scorer.typed)
    right, excused = set(found.values()), set(spare.values())
    for i, (_, telling) in enumerate(scorer.tellings):
        if telling["id"] in seen and i not in excused:
            yield Case(seen[telling["id"]], telling["confidence"], i in right)


def learnt(looked_at: Sequence[Case], unseen: Sequence[Case]) -> str:
    """The weights as TOML, fitted to all cases, their mean that of the unseen ones."""
    rows = [*looked_at, *unseen]
    names = sorted({name for case in rows for name in case.features})
    weights = fitted(table(rows, names), np.array([float(case.right) for case in rows]))
    odds, right = table(unseen, names) @ weights, sum(case.right for case in unseen)
    weights[names.index("always")] += brentq(lambda by: float((1 / (1 + np.exp(-odds - by))).sum()) - right, -5, 5)
    lines = ["# Learnt by `python -m benchmarks.confidence --learn`; what each stands for is in events_details.py."]
    lines += [f'"{name}" = {value:.2f}' for name, value in zip(names, weights, strict=True)]
    return "\n".join(lines) + "\n"


def table(rows: Sequence[Case], names: Sequence[str]) -> NDArray[np.float64]:
    """The features of cases, a row each, a column for each of `names`."""
    return np.array([[case.features.get(name, 0.0) for name in names] for case in rows])


def own(part: str) -> list[Case]:
    """The events found in the project's own crises, those "looked-at" or "unseen"."""
    return [case for folder in sorted((OWN / part).glob("*/")) for case in cases(folder / "reading.json", folder)]


def curve(found: Iterable[Case]) -> Iterator[str]:
    """The reliability curve, a line a step, and how far confidence is off on average."""
    rows, off = list(found), 0.0
    for k in range(int(1 / STEP)):
        inside = [c for c in rows if min(int(c.given / STEP), int(1 / STEP) - 1) == k]
        if inside:
            mean, right = sum(c.given for c in inside) / len(inside), sum(c.right for c in inside) / len(inside)
            off += abs(mean - right) * len(inside)
            yield f"{k * STEP:.1f} to {(k + 1) * STEP:.1f}: given {mean:.2f}, right {right:.2f} of {len(inside)}"
    yield f"all: given {sum(c.given for c in rows) / len(rows):.2f}, right {sum(c.right for c in rows) / len(rows):.2f}"
    yield f"expected calibration error {off / len(rows):.3f}"


def main(arguments: list[str]) -> None:
    """Run the bench."""
    if arguments == ["--learn"]:
        TARGET.write_text(learnt([*cases(*EXAMPLES), *own("looked-at")], own("unseen")), encoding="utf-8")
        return
    given: list[Any] = [Path(a) for a in arguments]
    if not given or len(given) % 2:
        sys.exit(f"{__doc__}")
    print("\n".join(curve(case for k in range(0, len(given), 2) for case in cases(given[k], given[k + 1]))))


if __name__ == "__main__":
    main(sys.argv[1:])
