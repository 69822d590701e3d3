"""Who did what to whom: the events that one reading tells, each with its words."""

from collections.abc import Iterator, Sequence

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.arguments_inferred import DEEDS
from dragoman.coding.arguments_parties import AIMED, given, parties
from dragoman.coding.arguments_told import Memory, Parts, as_told, known, remember, sides
from dragoman.coding.codebook import NOTHING, Codebook
from dragoman.coding.events_about import contexts, quantities
from dragoman.coding.events_code import code, said
from dragoman.coding.events_details import confidence, dated_by, tokens
from dragoman.coding.events_match import Coded, Scene
from dragoman.coding.events_saying import WRONGS, saying
from dragoman.coding.events_span import clause
from dragoman.coding.events_tone import toned
from dragoman.coding.happenings import Telling, shared
from dragoman.coding.status_told import is_supposed
from dragoman.coding.status_told import told as status
from dragoman.coding.when import Calendar
from dragoman.coding.where import Map
from dragoman.model.event import EventMention, Status
from dragoman.model.ids import mention_id
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement
from dragoman.model.text import Span
from dragoman.model.world import World
from dragoman.ontology.cameo import code_for
from dragoman.ontology.plover import intensity

UNREAD = frozenset({"title", "heading", "byline", "caption"})  # they repeat the body, or are no sentences
TELLING = frozenset({"accuse", "deny"})
SUFFERED = frozenset({"ASSAULT", "ACCUSE", "COERCE", "SANCTION", "PROTEST", "RETREAT"})


def events(
    reading: Reading, statements: Sequence[Statement], codebook: Codebook, _world: World
) -> tuple[EventMention, ...]:
    """The event mentions of one reading, in the order of their triggers."""
    scene = Scene(Cast.of(reading, statements), codebook)
    coded = [ways for i in body(reading) for ways in at(scene, i)]
    inside = {c.inner.trigger for ways in coded for c in ways if c.inner and swallowed(c)}
    inside |= {t for ways in coded for c in ways for t in c.used}
    inside |= {t for c in scene.known.values() if c and c.type == NOTHING for t in c.used}
    kept = [ways for ways in coded if ways[0].trigger not in inside and is_told(scene, ways[0])]
    triggers = frozenset(ways[0].trigger for ways in kept)
    kept = sorted([*kept, *((c,) for c in toned(scene, triggers))], key=lambda ways: ways[0].trigger)
    parts = {ways[0].trigger: tokens(scene.cast, ways[0]) for ways in kept}
    memory, calendar, places = remembered(scene, kept), Calendar.of(reading, parts), Map.of(reading, parts)
    told = [
        (dated_by(scene.cast, ways[0]), m)
        for ways in kept
        if (m := next((m for c in ways if (m := mention(memory, c, calendar, places))), None))
    ]
    tellings = {
        m.id: Telling(
            calendar.own(t) is not None,
            calendar.is_placed(t),
            calendar.is_past(t),
            calendar.is_old(t),
            reading.parse.pos[t] == "NOUN",
            sides(scene.cast, m.source),
            sides(scene.cast, m.target),
        )
        for t, m in told
    }
    return distinct(reading, shared([m for _, m in told], tellings))


def remembered(scene: Scene, kept: Sequence[tuple[Coded, ...]]) -> Memory:
    """What the report will tell, as far as its clauses name who takes part."""
    memory = Memory.of(scene.cast, scene.codebook.about, deeds(scene))
    outright = ((c, given(memory, c)) for c, *_ in kept if not c.frame.pattern.said)
    memory.plain = tuple(as_told(scene.cast, c, *who) for c, who in outright if known(who[0]) and known(who[1]))
    return memory


def swallowed(outer: Coded) -> bool:
    """Whether the event inside another is told by it alone; whoever accuses or denies tells of a deed as well."""
    assert outer.inner
    return outer.inner.trigger != outer.trigger and outer.frame.then not in TELLING


def of_somebody(told: EventMention) -> bool:
    """Whether a mention says who: a doer or somebody done to whom the report names, or what was hit by nobody known."""
    return any(p.chain for p in (*told.source, *told.target)) or (told.type in SUFFERED and bool(told.target))


def distinct(reading: Reading, found: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """One event where one sentence tells the same of the same twice ("groundless and unacceptable"): the surer one."""
    kept: list[EventMention] = []
    for m in found:
        twin = next((k for k in kept[-4:] if same_telling(reading.parse, k, m)), None)
        if twin is None:
            kept.append(m)
        elif twin.confidence < m.confidence:
            kept[kept.index(twin)] = m
    return tuple(kept)


def same_telling(parse: Parse, a: EventMention, b: EventMention) -> bool:
    """Whether two mentions tell the same of the same in the same words, or in words joined to them."""
    if a.type != b.type or not any(p.chain for p in (*a.source, *a.target)):
        return False
    if {p.chain for p in a.source} != {p.chain for p in b.source}:
        return False
    if {p.chain for p in a.target} != {p.chain for p in b.target}:
        return False
    i, j = parse.tokens(a.trigger)[0], parse.tokens(b.trigger)[0]
    if "relcl" in (parse.deps[i], parse.deps[j]) and parse.pos[i] == parse.pos[j] == "VERB":
        return False  # "Peru, which blamed Chile, summoned its envoy"
    joined = parse.deps[j] == "conj" and parse.heads[j] == i and parse.pos[j] not in ("VERB", "AUX")
    shorter = min(a.span.end - a.span.start, b.span.end - b.span.start)
    return joined or a.span.overlap(b.span) > shorter / 2


def at(scene: Scene, i: int) -> Iterator[tuple[Coded, ...]]:
    """The events of trigger `i`, each as the ways to take it, the best first: what it does to say it, what it tells.

    What is said of somebody as his habit ("finances terrorism") is no event beside the saying; a deed is.
    """
    parse, told = scene.cast.parse, real(code(scene, i))
    voices = scene.cast.voices.get(i)
    spoken = real(said(scene, i)) if voices else ()
    if spoken and voices and voices[-1].act in ("deny", "demand") and spoken[0].type == "ACCUSE":
        spoken = ()  # "urged Iran to stop meddling" asks, "denied that it lies" denies
    if (
        voices and voices[-1].act == "deny" and parse.pos[i] != "NOUN"
    ):  # what is denied is told only where it is a wrong
        told = tuple(t for t in told if t.type in WRONGS)
    silent = not spoken
    names_deed = any(t.inner and t.inner.trigger != i and parse.pos[t.inner.trigger] == "NOUN" for t in told)
    if spoken and not spoken[0].inner and (names_deed or is_past(parse, i)):
        yield spoken
        spoken = ()
    if spoken or told:
        yield spoken + told
    if silent and told and (also := saying(scene, i, told[0])):
        yield (also,)


def is_past(parse: Parse, i: int) -> bool:
    """Whether verb `i` tells of something done, as opposed to a habit."""
    done = {"did", "has", "have", "had"}
    return parse.tags[i] in ("VBD", "VBN") or any(parse.words[a].lower() in done for a in parse.kids(i, "aux"))


def real(coded: Coded | None) -> tuple[Coded, ...]:
    """The event, if it is one."""
    return (coded,) if coded and coded.type not in ("", NOTHING) else ()


def deeds(scene: Scene) -> dict[int, Coded]:
    """The nouns that tell a deed, with what they tell ("the shelling of Lima")."""
    pos, known = scene.cast.parse.pos, scene.known.items()
    return {t: coded for t, coded in known if coded and pos[t] == "NOUN" and coded.type in DEEDS}


def body(reading: Reading) -> Iterator[int]:
    """The tokens of the passages that tell the story."""
    for passage, (start, end) in zip(reading.report.passages, reading.parse.passages, strict=True):
        if passage.kind not in UNREAD:
            yield from range(start, end)


def is_told(scene: Scene, coded: Coded) -> bool:
    """Whether a trigger tells an event: no bare modifier ("attack helicopter"), no part of a name, no noun alone."""
    parse, t = scene.cast.parse, coded.trigger
    if parse.pos[t] not in ("NOUN", "PROPN") or coded.frame.pattern.pos != "noun":
        return True
    if parse.deps[t] in ("compound", "amod", "nmod"):
        return False
    if scene.cast.reading.found_at(t) and parse.deps[t] != "attr":
        return False
    return bool(coded.source or coded.target)


def mention(memory: Memory, coded: Coded, calendar: Calendar, places: Map) -> EventMention | None:
    """One event with its words, actors, status, date, place and attribution; None for what says it of itself."""
    cast = memory.cast
    document, trigger = cast.reading.report.id, cast.parse.span(coded.trigger, coded.trigger + 1)
    span, within = clause(cast.parse, coded), cast.voices.get(coded.trigger, ())
    place = places.where(coded.trigger, coded.type)
    source, target = parties(memory, coded, place)
    if coded.frame.pattern.said and not (known(source) and (target or coded.type not in AIMED)):
        return None
    remember(memory, coded, source, target)
    within = within or quoted(cast, span, trigger, source)
    told, hung_on = told_as(cast, coded), dated_by(cast, coded)
    if told in ("asserted", "background"):
        told = "background" if calendar.is_past(hung_on) else "asserted" if calendar.is_near(hung_on) else told
    about = contexts(cast.parse, coded, span, memory.about)
    return EventMention(
        mention_id(document, trigger, coded.type), document, span, trigger, coded.type, source, target,
        told, confidence(cast, coded, source, target), coded.mode,
        about, coded.cameo or code_for(coded.type, coded.mode, about), intensity(coded.type, coded.mode),
        calendar.when(hung_on, told), place,
        quantities=quantities(cast, coded, span),
        attribution=tuple(dict.fromkeys(s.speaker for s in within if s.speaker)),
        statement=within[-1].id if within else None,
    )  # fmt: skip


def quoted(cast: Cast, span: Span, trigger_words: Span, source: Parts) -> tuple[Statement, ...]:
    """The statement that an act consists in, told with its words: "called the plan “a provocation”"."""
    chains = {p.chain for p in source}
    found = {s.id: s for i in range(*cast.parse.tokens(span)) for s in cast.voices.get(i, ())}
    own = [
        s
        for s in found.values()
        if s.form == "indirect"
        and s.cue
        and s.cue.overlap(trigger_words)
        and s.speaker in chains
        and span.overlap(s.content) == s.content.end - s.content.start
    ]
    return tuple(own[:1])


def told_as(cast: Cast, coded: Coded) -> Status:
    """An event's status; what its mood has already made of it ("will attack": a threat) is a fact.

    Words that are themselves the deed ("they finance terror": an accusation) are told as their saying is.
    """
    t = dated_by(cast, coded)
    if is_supposed(cast.parse, coded.trigger) or is_supposed(cast.parse, t):
        return "hypothetical"
    if coded.inner and coded.inner.trigger == coded.trigger:
        return "asserted"
    if coded.inner and coded.inner.type == coded.type and status(cast.parse, coded.inner.trigger) == "denied":
        return "denied"  # "failed to attack"
    if coded.frame.pattern.mood == "not" and not coded.frame.pattern.said:
        return "asserted"  # "did not let them land": the refusal is the fact
    said = t == coded.trigger and any(s.form != "indirect" for s in cast.voices.get(t, ()))
    return status(cast.parse, t, said)
