"""How like two tellings are: by who, what kind of act, which words, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model.event import EventMention
from dragoman.model.when import When
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.stories import rarity
from dragoman.reconcile.words import stem, stems

FAMILY = {
    "ACCUSE": "blame", "REJECT": "blame", "DENY": "deny", "REQUEST": "ask", "CONSULT": "talk", "AGREE": "talk",
    "COOPERATE": "talk", "SUPPORT": "praise", "AID": "give", "YIELD": "give", "CONCEDE": "give", "RETREAT": "give",
    "THREATEN": "threaten", "PROTEST": "protest", "MOBILIZE": "mobilize", "SANCTION": "punish", "COERCE": "punish",
    "ASSAULT": "fight",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """What an event mention is compared by; `words` are the stems of its clause with their weights."""

    document: str
    family: str
    trigger: str
    source: frozenset[str]
    target: frozenset[str]
    words: Mapping[str, float]
    date: When
    statement: str | None


def telling(mention: EventMention, scene: Scene) -> Telling:
    """The mention as it is compared."""
    words = {w: rarity(w) for w in stems(mention.span.text)}
    return Telling(
        mention.document, FAMILY.get(mention.type, mention.type), stem(mention.trigger.text.lower()),
        parties(scene.actors(mention.source)), parties(scene.actors(mention.target)), words, mention.date,
        mention.statement,
    )  # fmt: skip


def likeness(a: Telling, b: Telling) -> tuple[float, dict[str, float]]:
    """How like two tellings are (0 to 1), and the features that this rests on."""
    shared = sum(a.words[w] for w in a.words.keys() & b.words.keys())
    total = sum(a.words.values()) + sum(b.words.values()) - shared
    features = {
        "source": _same(a.source, b.source),
        "target": _same(a.target, b.target),
        "kind": float(a.family == b.family),
        "words": shared / total if total else 0.0,
        "trigger": float(a.trigger == b.trigger),
        "days": _overlap(a.date, b.date),
    }
    score = (
        0.2 * features["source"] + 0.2 * features["target"] + 0.2 * features["kind"] + 0.6 * features["words"]
        + 0.1 * features["trigger"] + 0.1 * features["days"]
    )  # fmt: skip
    if features["source"] < 0 or features["target"] < 0 or features["days"] < 0:
        score = min(score, 0.0)
    return score, features


def _same(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    return 1.0 if a & b else -1.0


def _overlap(a: When, b: When) -> float:
    if not (a.start and a.end and b.start and b.end):
        return 0.0
    gap = max(_day(a.start) - _day(b.end), _day(b.start) - _day(a.end))
    return 1.0 if gap <= 0 else 0.0 if gap <= 2 else -1.0


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()
