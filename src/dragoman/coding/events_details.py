"""How sure an event is, and which word its time hangs on: what a clause tells beside who did what to whom."""

import tomllib
from functools import cache
from math import exp
from pathlib import Path

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.model.actor import Participant
from dragoman.model.parse import Parse

DEEPEST = 6


def dated_by(cast: Cast, coded: Coded) -> int:
    """The token whose time is the event's: its trigger, or the cue of the statement whose words are the deed."""
    voice = cast.voices.get(coded.trigger, ())
    if coded.frame.pattern.said and voice and voice[-1].cue:
        start, end = cast.parse.tokens(voice[-1].cue)
        return start if start < end else coded.trigger
    return coded.trigger


def tokens(cast: Cast, coded: Coded) -> frozenset[int]:
    """The words that tell an event: its trigger, the nouns of its frame, the event inside it, a deed as its subject."""
    deeds = {
        t for t in cast.parse.kids(coded.trigger, "nsubj") if cast.parse.pos[t] == "NOUN" and not cast.names_actor(t)
    }
    return frozenset({coded.trigger, *coded.used, *((coded.inner.trigger,) if coded.inner else ()), *deeds})


def depth(parse: Parse, t: int) -> int:
    """How many subordinate steps token `t` stands below the main clause, at most six."""
    steps = 0
    while parse.heads[t] != t and steps < DEEPEST:
        steps += parse.deps[t] not in ("ccomp", "xcomp", "conj", "dobj")
        t = parse.heads[t]
    return steps


def features(
    cast: Cast, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]
) -> dict[str, float]:
    """What tells how likely an event is right: who takes part, how we know, how its frame was found, where it stands.

    Every value lies between 0 and 1; what is not listed counts as 0.
    """
    t = coded.trigger
    found = {
        "always": 1.0,
        "frame": min(coded.score, 10.0) / 10,
        "depth": depth(cast.parse, t) / DEEPEST,
    }
    for name, side, told in (("source", source, coded.source), ("target", target, coded.target)):
        chains = [cast.reading.chain(p.chain) for p in side if p.chain]
        found[f"{name} named"] = float(bool(chains))
        found[f"{name} of a country"] = float(any(c.country for c in chains))
        found[f"{name} inferred"] = float(bool(chains) and not told)
    found["by a noun"] = float(cast.parse.pos[t] != "VERB")
    found["in words said"] = float(t in cast.voices)
    found["a saying"] = float(coded.frame.pattern.said)
    found["by its tone"] = float(coded.frame.pattern.pos == "tone")
    return found


@cache
def weights() -> dict[str, float]:
    """What each feature weighs, in log odds; learnt from hand-coded crises (see benchmarks/confidence.py)."""
    return tomllib.loads(Path(__file__).with_name("confidence.toml").read_text("utf-8"))


def confidence(cast: Cast, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> float:
    """How likely it is that an event's parties and type are right."""
    known = weights()
    odds = sum(known.get(name, 0.0) * value for name, value in features(cast, coded, source, target).items())
    return 1 / (1 + exp(-odds))
