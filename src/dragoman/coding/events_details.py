"""How sure an event is, and which word its time hangs on: what a clause tells beside who did what to whom."""

import tomllib
from functools import cache
from math import exp
from pathlib import Path

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.model.actor import Chain, Participant
from dragoman.model.parse import Parse

DEEPEST = 6
NEAR = 8  # so many words from its trigger, a party is near


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
    parse, t = cast.parse, coded.trigger
    lands: set[str] = set()
    found = {
        "always": 1.0,
        "frame": min(coded.score, 5.0) / 5,
        "depth": depth(parse, t) / DEEPEST,
        "in words said": float(t in cast.voices),
    }
    for name, side in (("source", source), ("target", target)):
        chains = [cast.reading.chain(p.chain) for p in side if p.chain]
        lands |= {c.country for c in chains if c.country}
        found[f"{name} named"] = float(bool(chains))
        found[f"{name} of a country"] = float(any(c.country for c in chains))
        found[f"{name} by name"] = float(any(called(c, p) for c, p in zip(chains, filter(by_chain, side), strict=True)))
        found[f"{name} described"] = float(any(c.described for c in chains))
        found[f"{name} a state"] = float(any(c.kind == "state" for c in chains))
        found[f"{name} near"] = float(any(abs(parse.tokens(p.words)[0] - t) < NEAR for p in side))
    found["one country"] = float(len(lands) == 1 and bool(source) and bool(target))
    return found


def by_chain(p: Participant) -> bool:
    """Whether a participant is an actor of the report."""
    return bool(p.chain)


def called(chain: Chain, p: Participant) -> bool:
    """Whether the words of a participant name its actor, as opposed to a description or a pronoun."""
    return any(m.form == "name" and m.span == p.words for m in chain.mentions)


@cache
def weights() -> dict[str, float]:
    """What each feature weighs, in log odds; learnt from hand-coded crises (see benchmarks/confidence.py)."""
    return tomllib.loads(Path(__file__).with_name("confidence.toml").read_text("utf-8"))


def confidence(cast: Cast, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> float:
    """How likely it is that an event's parties and type are right."""
    known = weights()
    odds = sum(known.get(name, 0.0) * value for name, value in features(cast, coded, source, target).items())
    return 1 / (1 + exp(-odds))
