"""What speaks for and against two being one actor: names, country, offices, bodies, stories, reports."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from dragoman.model.actor import Chain
from dragoman.model.world import fold
from dragoman.resolve.cluster import Cluster
from dragoman.resolve.keys import names_body
from dragoman.resolve.names import Comparison, compare, probability
from dragoman.resolve.names_fold import name, words
from dragoman.resolve.offices import SINGLE
from dragoman.resolve.records import Verdict

WEIGHTS = {
    "same country": 1.0,
    "other country": -2.6,
    "same office": 1.6,
    "other office then": -1.6,
    "same body": 0.8,
    "same story": 1.2,
    "named side by side": -3.0,
    "no other of that name": 0.7,
    "one part only": 1.0,
}
NEAR = 200
NAMED_ALIKE = 0.85
DAYS = 45
NO = Verdict(0.0, {}, "", True)


def weigh(a: Cluster, b: Cluster, only: bool = False) -> Verdict:
    """Weigh whether two clusters are one actor; `only` says that no other candidate has such a name."""
    if a.described or b.described:
        return described(a, b)
    if is_person(a) != is_person(b):
        return NO
    best, forbidden = named(a, b) if is_person(a) else bodies(a, b)
    if best is None:
        return NO
    features, reasons = around(a, b)
    forbidden = forbidden or "named side by side" in features
    if best.features.get("one part only"):
        best = replace(best, features={k: v for k, v in best.features.items() if k != "title for a given name"})
        if a.documents.keys() & b.documents.keys():
            return NO
        features["one part only"] = 1.0
        if only:
            features["no other of that name"] = 1.0
            reasons.append("no other of that name")
    more = sum(WEIGHTS[k] * v for k, v in features.items())
    if best.features.get("one part only") and features.get("other office then"):
        forbidden = True
    score = round(probability(best.features, more), 3)
    return Verdict(score, {**best.features, **features}, "; ".join((best.why, *reasons)), forbidden)


def named(a: Cluster, b: Cluster) -> tuple[Comparison | None, bool]:
    """The best comparison of their spellings, and whether two full spellings contradict each other."""
    best: Comparison | None = None
    contradicted = False
    for same in sorted(a.spellings.keys() & b.spellings.keys()):
        if parts(same) > 1:
            return compare(same, same), False
    plainly = not (a.aliased or b.aliased)
    for x in a.names():
        for y in b.names():
            found = compare(x, y)
            if plainly and found.features.get("contradicted") == 1.0:
                return None, True
            contradicted = contradicted or found.contradicted
            if best is None or (found.score, found.why) > (best.score, best.why):
                best = found
    return best, bool(best and contradicted and best.score < NAMED_ALIKE)


def bodies(a: Cluster, b: Cluster) -> tuple[Comparison | None, bool]:
    """Organisations: the same telling words, or the same letters."""
    for x in a.names():
        for y in b.names():
            if bare(x) == bare(y):
                return Comparison(
                    True, 0.9, {"alike": 2.0, "whole name": 1.0}, f"the same words: {x}/{y}", False
                ), False
    return None, True


def bare(text: str) -> frozenset[str]:
    """The words of an organisation's name, in one spelling and without those that are left out at will."""
    said = frozenset(re.findall(r"\w+", fold(text)))
    return (said - words("left_out")) or said


def is_person(cluster: Cluster) -> bool:
    """True where the name looks like a person's: somebody with a post, or no word that only bodies have."""
    if cluster.held or cluster.bodies:
        return True
    return not any(names_body(n) for n in cluster.spellings)


def around(a: Cluster, b: Cluster) -> tuple[dict[str, float], list[str]]:
    """The features that are not in the names."""
    features: dict[str, float] = {}
    reasons: list[str] = []

    def found(feature: str, detail: str) -> None:
        features[feature] = 1.0
        reasons.append(f"{feature}: {detail}" if detail else feature)

    if a.countries and b.countries:
        both = a.countries.keys() & b.countries.keys()
        if both:
            found("same country", ", ".join(sorted(both)))
        else:
            found("other country", f"{a.country}, {b.country}")
    shared = sorted({o for _, o in a.held} & {o for _, o in b.held})
    if shared and "other country" not in features:
        found("same office", ", ".join(shared))
    elif clashing(a.held, b.held):
        found(
            "other office then", f"{', '.join(sorted(o for _, o in a.held))}, {', '.join(sorted(o for _, o in b.held))}"
        )
    if same := a.bodies & b.bodies:
        found("same body", ", ".join(sorted(same)))
    if a.stories & b.stories:
        found("same story", "")
    if together(a, b):
        found("named side by side", "as two, in one report")
    return features, reasons


def clashing(a: Mapping[tuple[str | None, str], set[str]], b: Mapping[tuple[str | None, str], set[str]]) -> bool:
    """True where both hold offices that one person does not hold within some weeks of each other."""
    mine = {o: d for (_, o), d in a.items() if o in SINGLE}
    yours = {o: d for (_, o), d in b.items() if o in SINGLE}
    return any(x != y and near(mine[x], yours[y]) for x in mine for y in yours)


def near(a: Iterable[str], b: Iterable[str]) -> bool:
    """True where some day of `a` lies within some weeks of a day of `b`."""
    return any(abs((date.fromisoformat(x[:10]) - date.fromisoformat(y[:10])).days) <= DAYS for x in a for y in b)


def together(a: Cluster, b: Cluster) -> bool:
    """True where one report names both close to each other, as two."""
    for document in a.documents.keys() & b.documents.keys():
        for x in a.documents[document]:
            for y in b.documents[document]:
                if beside(x, y):
                    return True
    return False


def beside(a: Chain, b: Chain) -> bool:
    """True where two chains of one report have names within a sentence's length of each other."""
    spots = [m.span.start for m in b.mentions if m.form == "name"]
    return any(abs(m.span.start - s) < NEAR for m in a.mentions if m.form == "name" for s in spots)


def described(a: Cluster, b: Cluster) -> Verdict:
    """Descriptions: the holder of an office that another report names, or the same words of the same country."""
    if a.described != b.described:
        return by_office(a, b)
    if a.country != b.country or a.country is None or a.documents.keys() & b.documents.keys():
        return NO
    said, told = description(a), description(b)
    if fold(said) != fold(told):
        return NO
    if said.rstrip("”\"'").endswith("s"):
        return Verdict(0.8, {"same description": 1.0, "same country": 1.0}, f"the same people: {said} of {a.country}")
    if a.stories & b.stories:
        return Verdict(0.7, {"same description": 1.0, "same story": 1.0}, f"the same description in one story: {said}")
    return NO


def by_office(a: Cluster, b: Cluster) -> Verdict:
    """A description by an office of one holder, and the one who is said to hold it in the same story or weeks."""
    for held in sorted(a.held.keys() & b.held.keys(), key=str):
        if held[0] is None or held[1] not in SINGLE:
            continue
        story = bool(a.stories & b.stories)
        if story or near(a.held[held], b.held[held]):
            when = "in the same story" if story else f"within {DAYS} days"
            features = {"same office": 1.0, "same story" if story else "same time": 1.0}
            return Verdict(0.75, features, f"{held[1]} of {held[0]} {when}")
    return NO


def description(cluster: Cluster) -> str:
    """The words that describe a cluster without a name."""
    return cluster.chains[0].name if cluster.chains else cluster.known.name if cluster.known else ""


def parts(text: str) -> int:
    """How many full parts a name has."""
    return sum(t.sort == "part" for t in name(text).tokens)
