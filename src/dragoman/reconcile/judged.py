"""Judgements as constraints: which records a person has put together or kept apart, and how rules word theirs.

`Judgement.what` is one of: "copy", "not a copy" (document ids), "merge stories", "split stories" (document ids),
"merge events", "split events" (mention ids). A later judgement on the same records overrides an earlier one.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

from dragoman.model.finding import Judgement
from dragoman.model.ids import digest

Pair = frozenset[str]


def pairs(judgements: Iterable[Judgement], what: str) -> frozenset[Pair]:
    """The pairs of records that persons' standing judgements of the sort `what` name."""
    return frozenset(
        frozenset(pair)
        for j in judgements
        if j.by == "person" and j.what == what and not j.undone
        for pair in combinations(sorted(set(j.on)), 2)
    )


def ruled(what: str, on: Iterable[str], why: str, features: Mapping[str, float]) -> Judgement:
    """A rule's judgement, its time left for the dossier to stamp."""
    named = tuple(on)
    return Judgement("j" + digest(what, *named), what, named, "rule", why, "", None, dict(features))
