"""Who did what to whom: the events that one reading tells, each with its words."""

from collections.abc import Sequence

from dragoman.coding.arguments_actors import Cast, participants, speaker
from dragoman.coding.codebook import Codebook
from dragoman.coding.events_match import NOTHING, Coded, Scene, code
from dragoman.coding.status import status
from dragoman.model.actor import Participant
from dragoman.model.event import EventMention, Status
from dragoman.model.ids import mention_id
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement
from dragoman.model.text import Span
from dragoman.model.world import World
from dragoman.ontology.cameo import code_for
from dragoman.ontology.plover import intensity


def events(
    reading: Reading, statements: Sequence[Statement], codebook: Codebook, world: World
) -> tuple[EventMention, ...]:
    """The event mentions of one reading, in the order of their triggers."""
    scene = Scene(Cast.of(reading, statements), codebook)
    coded = [c for i in range(len(reading.parse)) if (c := code(scene, i)) and c.type not in ("", NOTHING)]
    inside = {c.inner.trigger for c in coded if c.inner and c.inner.trigger != c.trigger}
    inside |= {t for c in coded for t in c.used}
    return tuple(mention(scene, c) for c in coded if c.trigger not in inside and is_told(scene, c))


def is_told(scene: Scene, coded: Coded) -> bool:
    """Whether a trigger tells an event: not a bare modifier ("attack helicopter") nor a noun that nobody takes part in."""
    parse = scene.cast.parse
    if parse.pos[coded.trigger] not in ("NOUN", "PROPN"):
        return True
    if parse.deps[coded.trigger] in ("compound", "amod", "nmod"):
        return False
    return bool(coded.source or coded.target)


def mention(scene: Scene, coded: Coded) -> EventMention:
    """One event with its words, actors, status and attribution."""
    parse, cast = scene.cast.parse, scene.cast
    trigger = parse.span(coded.trigger, coded.trigger + 1)
    span = clause(parse, coded)
    within = cast.voices.get(coded.trigger, ())
    source = speaker(cast, coded.trigger) if coded.frame.pattern.said else participants(cast, coded.source)
    target = tuple(
        p for p in participants(cast, coded.target) if not p.chain or p.chain not in {q.chain for q in source}
    )
    return EventMention(
        mention_id(cast.reading.report.id, trigger, coded.type), cast.reading.report.id, span, trigger, coded.type,
        source, target, told_as(parse, coded), confidence(cast, coded, source, target), coded.mode, coded.contexts,
        coded.cameo or code_for(coded.type, coded.mode, coded.contexts), intensity(coded.type, coded.mode),
        attribution=tuple(dict.fromkeys(s.speaker for s in within if s.speaker)),
        statement=within[-1].id if within else None,
    )  # fmt: skip


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


def told_as(parse: Parse, coded: Coded) -> Status:
    """An event's status; what its mood has already made of it ("will attack": a threat) is a fact."""
    if coded.inner and coded.inner.trigger == coded.trigger:
        return "asserted"
    return status(parse, coded.trigger)


def clause(parse: Parse, coded: Coded) -> Span:
    """The least clause that carries an event: its trigger with the words of its source and target."""
    tokens = [coded.trigger, *coded.source, *coded.target]
    if coded.inner:
        tokens.append(coded.inner.trigger)
    edges = [parse.subtree(t) if t != coded.trigger else (t, t + 1) for t in tokens]
    home = parse.sentences[parse.sentence_of[coded.trigger]]
    edges = [e for e in edges if home[0] <= e[0] and e[1] <= home[1]]
    return parse.span(min(e[0] for e in edges), max(e[1] for e in edges))
