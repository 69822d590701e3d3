"""How sure an event is, and which word its time hangs on: what a clause tells beside who did what to whom."""

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.model.actor import Participant


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


def confidence(cast: Cast, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> float:
    """How likely the event is right, from how much of its frame was found, who takes part, and where it stands."""
    parse, t = cast.parse, coded.trigger
    known = sum(any(p.chain for p in side) for side in (source, target))
    depth, at = 0, t
    while parse.heads[at] != at and depth < 6:
        depth += parse.deps[at] not in ("ccomp", "xcomp", "conj", "dobj")
        at = parse.heads[at]
    told = 0.42 + 0.02 * min(coded.score, 10) + 0.08 * known + 0.03 * bool(source) + 0.03 * bool(target)
    return max(0.05, min(0.95, told - 0.05 * depth - 0.08 * (parse.pos[t] != "VERB")))
