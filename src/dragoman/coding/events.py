"""Who did what to whom: the events that one reading tells, each with its words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding import arguments_inferred as inferred
from dragoman.coding.arguments_actors import Cast, covered, nobody, of_state, participants, recipients, speaker
from dragoman.coding.arguments_inferred import Memory
from dragoman.coding.codebook import NOTHING, Codebook
from dragoman.coding.events_about import contexts, quantities
from dragoman.coding.events_code import code, said
from dragoman.coding.events_details import confidence, dated_by, tokens
from dragoman.coding.events_match import Coded, Scene
from dragoman.coding.events_span import clause
from dragoman.coding.events_tone import NOT_ITS_OWN, toned
from dragoman.coding.happenings import Telling, shared
from dragoman.coding.status_told import is_supposed
from dragoman.coding.status_told import told as status
from dragoman.coding.when import Calendar
from dragoman.coding.where import Map
from dragoman.coding.wordlist import words
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

Parts = tuple[Participant, ...]
UNREAD = frozenset({"title", "heading", "byline", "caption"})  # they repeat the body, or are no sentences
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
AIMED = frozenset({"ACCUSE", "SUPPORT", "REJECT"})  # said of nobody it is none of these, of a deed it meets the doer
WRONGS = frozenset({"ASSAULT", "COERCE"})
FAVOURS = frozenset({"SUPPORT", "AID", "AGREE"})  # none where somebody does it to himself
SUFFERED = frozenset({"ASSAULT", "ACCUSE", "COERCE", "SANCTION", "PROTEST", "RETREAT"})
THINGS = words("""
    airstrike ammunition artillery attack blast bomb bombing bullet clash data device document drone evidence explosion
    explosive finding fire fighting gunfire intelligence missile mine mortar raid report result rocket shell shelling
    shot strike torpedo video war
""")
EACH_OTHER = words("""
    ally battle clash exchange fight fighting reconcile sign skirmish spar swap trade unite
""")


def events(
    reading: Reading, statements: Sequence[Statement], codebook: Codebook, _world: World
) -> tuple[EventMention, ...]:
    """The event mentions of one reading, in the order of their triggers."""
    scene = Scene(Cast.of(reading, statements), codebook)
    coded = [ways for i in body(reading) for ways in at(scene, i)]
    inside = {c.inner.trigger for ways in coded for c in ways if c.inner and c.inner.trigger != c.trigger}
    inside |= {t for ways in coded for c in ways for t in c.used}
    kept = [ways for ways in coded if ways[0].trigger not in inside and is_told(scene, ways[0])]
    triggers = frozenset(ways[0].trigger for ways in kept)
    kept = sorted([*kept, *((c,) for c in toned(scene, triggers))], key=lambda ways: ways[0].trigger)
    parts = {ways[0].trigger: tokens(scene.cast, ways[0]) for ways in kept}
    memory, calendar, places = (
        Memory.of(scene.cast, codebook.about, deeds(scene)),
        Calendar.of(reading, parts),
        Map.of(reading, parts),
    )
    told = [
        (dated_by(scene.cast, ways[0]), m)
        for ways in kept
        if (m := next((m for c in ways if (m := mention(memory, c, calendar, places))), None))
    ]
    tellings = {
        m.id: Telling(
            calendar.own(t) is not None,
            calendar.is_past(t),
            reading.parse.pos[t] == "NOUN",
            inferred.sides(scene.cast, m.source),
            inferred.sides(scene.cast, m.target),
        )
        for t, m in told
    }
    return distinct(reading, shared([m for _, m in told], tellings))


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
    if voices and voices[-1].act == "deny" and parse.pos[i] != "NOUN":  # what is denied is no telling
        told = ()
    silent = not spoken
    names_deed = any(t.inner and t.inner.trigger != i and parse.pos[t.inner.trigger] == "NOUN" for t in told)
    if spoken and not spoken[0].inner and (names_deed or is_past(parse, i)):
        yield spoken
        spoken = ()
    if spoken or told:
        yield spoken + told
    if silent and voices and told and charges(scene, voices[-1], told[0]):
        yield (charge(scene, told[0]),)


def charges(scene: Scene, voice: Statement, told: Coded) -> bool:
    """Whether to say that `told` happened charges whoever did it: a wrong to one's own side.

    ("Peru said Chile had shelled its port" accuses Chile; a news agency that tells of it accuses nobody.)
    """
    cast = scene.cast
    if voice.act in NOT_ITS_OWN or voice.speaker is None or told.type not in WRONGS:
        return False
    who = cast.reading.chain(voice.speaker)
    if who.kind in inferred.NO_PARTY:
        return False
    own = inferred.side_of(who)
    doers, victims = (inferred.sides(cast, participants(cast, t)) for t in (told.source, told.target))
    return bool(doers) and own in victims - doers and status(cast.parse, told.trigger) == "asserted"


def charge(scene: Scene, told: Coded) -> Coded:
    """The accusation that it is to say that `told` happened."""
    frame = scene.codebook.said["tone", "blame"][0]
    return replace(told, frame=frame, type="ACCUSE", mode="allege", cameo="112", source=(), target=told.source)


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
    return {t: coded for t, coded in known if coded and pos[t] == "NOUN" and coded.type in inferred.DEEDS}


def body(reading: Reading) -> Iterator[int]:
    """The tokens of the passages that tell the story."""
    for passage, (start, end) in zip(reading.report.passages, reading.parse.passages, strict=True):
        if passage.kind not in UNREAD:
            yield from range(start, end)


def is_told(scene: Scene, coded: Coded) -> bool:
    """Whether a trigger tells an event: no bare modifier ("attack helicopter"), no part of a name, no noun alone."""
    parse, t = scene.cast.parse, coded.trigger
    if parse.pos[t] not in ("NOUN", "PROPN"):
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
    source, target = parties(memory, coded)
    if coded.frame.pattern.said and not (inferred.known(source) and (target or coded.type not in AIMED)):
        return None
    inferred.remember(memory, coded, source, target)
    within = within or quoted(cast, span, trigger, source)
    told, hung_on = told_as(cast, coded), dated_by(cast, coded)
    if told in ("asserted", "background"):
        told = "background" if calendar.is_past(hung_on) else "asserted" if calendar.is_near(hung_on) else told
    about = contexts(cast.parse, coded, span, memory.about)
    return EventMention(
        mention_id(document, trigger, coded.type), document, span, trigger, coded.type, source, target,
        told, confidence(cast, coded, source, target), coded.mode,
        about, coded.cameo or code_for(coded.type, coded.mode, about), intensity(coded.type, coded.mode),
        calendar.when(hung_on, told), places.where(coded.trigger, coded.type),
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


def parties(memory: Memory, coded: Coded) -> tuple[Parts, Parts]:
    """Source and target: as the clause has them, else as the report lets us infer."""
    cast = memory.cast
    is_said = coded.frame.pattern.said
    source = speaker(cast, coded.trigger) if is_said else acting(cast, doers(cast, coded))
    chains = {p.chain for p in source if p.chain}
    aimed = recipients(cast, blamed(memory, coded))
    target = tuple(p for p in aimed if p.chain not in chains)
    if source and not chains:  # "the steps are meant to send a message": whoever took them
        source = inferred.doers(memory, coded.source, frozenset()) or source
        chains = {p.chain for p in source if p.chain}
    if aimed and not target and inferred.known(aimed):  # what somebody does to himself
        return (() if coded.type in FAVOURS else source), ()
    if is_said and coded.type != "REQUEST":
        others = tuple(p for p in target if not inferred.one_side(cast, source, p))
        if target and not others:
            return source, ()
        target = others
    mutual = coded.type in MUTUAL or each_other(cast.parse, coded) or coded.cameo == "057"
    if mutual and len(chains) > 1 and not inferred.known(target):
        return source, source  # each did it to the other: all are sources and targets
    if coded.frame.pattern.pos == "tone" and not inferred.at_odds(memory, source, target):
        target = inferred.opponents(memory, inferred.sides(cast, source)) or target
    if not inferred.known(target) and inferred.known(source):
        target = inferred.target(memory, coded, source) or target
    if coded.type == "SANCTION":
        target = tuple(dict.fromkeys(of_state(cast, p) for p in target))
    if not target and not aimed:
        target = tuple(nobody(cast, t) for t in coded.target)
    if not source and coded.inner and coded.inner.trigger == coded.trigger and cast.voices.get(coded.trigger):
        source = speaker(cast, coded.trigger)  # "“They will be freed,” he said"
    if not source and coded.mode in ("expel", "deport"):
        source = inferred.host(memory, coded, target)
    if not source and inferred.known(target) and coded.type in inferred.REPEATED:
        source = inferred.source(memory, coded, target)
    return source, target


def blamed(memory: Memory, coded: Coded) -> tuple[int, ...]:
    """At whom an event is aimed, as tokens: who condemns an attack blames whoever made it, not its victim."""
    if coded.type not in AIMED:
        return coded.target
    deeds = {t: memory.deeds.get(t) for t in coded.target}
    return tuple(w for t, deed in deeds.items() for w in (deed.source if deed and deed.target else (t,)))


def each_other(parse: Parse, coded: Coded) -> bool:
    """Whether what several do is done by each to the other ("exchanged accusations")."""
    inner = coded.inner
    return parse.lemmas[coded.trigger] in EACH_OTHER or (inner is not None and each_other(parse, inner))


def doers(cast: Cast, coded: Coded) -> Parts:
    """The actors at an event's source; where that is quoted words and the event is not, whoever speaks them.

    ("“No one may threaten us,” he said, criticizing Iran": the parser makes no one criticize.)
    """
    within = cast.voices.get(coded.trigger, ())
    for t in coded.source:
        if len(cast.voices.get(t, ())) > len(within):
            return speaker(cast, t)
    return participants(cast, coded.source)


def acting(cast: Cast, found: Parts) -> Parts:
    """Those of `found` who can act: the report's actors, and others ("gunmen"), but no "shell" or "intelligence"."""
    return tuple(p for p in found if p.chain or not any(cast.parse.lemmas[t] in THINGS for t in covered(cast, p)))


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
