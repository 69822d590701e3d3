"""Why two mentions are held to tell the same happening, in words."""

from collections.abc import Mapping

FOR = {
    "kind": "of one kind",
    "parties": "between the same parties",
    "act": "the act called by the same word",
    "numbers": "the same numbers",
    "days": "on the same day",
    "words": "in like words",
    "content": "about the same matter",
    "sentence": "in like sentences",
    "reference": "one of them points back to it",
}
AGAINST = {
    "kind": "of kinds that differ",
    "parties": "parties that are not surely the same",
    "act": "the act called by other words",
    "numbers": "other numbers",
    "days": "on other days",
    "standing": "one tells it as done, one as denied or only possible",
    "stories": "in other stories",
    "words": "in other words",
    "one report": "one report seldom tells a thing twice",
}
SLIGHT = 0.25
"""What weighs less is not worth a word."""


def in_words(features: Mapping[str, float]) -> str:
    """The features of a pair (see `same.features`) in words: what speaks for it, then what speaks against it."""
    weighty = {name: value for name, value in features.items() if abs(value) >= SLIGHT}
    speak = [FOR[n] for n, _ in sorted(weighty.items(), key=lambda x: -x[1]) if weighty[n] > 0 and n in FOR]
    against = [AGAINST[n] for n, _ in sorted(weighty.items(), key=lambda x: x[1]) if weighty[n] < 0 and n in AGAINST]
    said = "the same happening: " + (", ".join(speak) or "nothing tells them apart")
    return said + (f"; against it: {', '.join(against)}" if against else "")
