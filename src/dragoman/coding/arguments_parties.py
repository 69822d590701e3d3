"""The parties to an event: those that its own clause names, else those that the report lets us infer."""

from dragoman.coding import arguments_inferred as inferred
from dragoman.coding.arguments_actors import Cast, covered, nobody, of_state, participants, recipients, speaker
from dragoman.coding.arguments_told import Memory, Parts, at_odds, known, one_side, opponents, sides
from dragoman.coding.events_match import Coded
from dragoman.coding.wordlist import words
from dragoman.model.event import Place
from dragoman.model.parse import Parse

MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
AIMED = frozenset({"ACCUSE", "SUPPORT", "REJECT"})  # said of nobody it is none of these, of a deed it meets the doer
FAVOURS = frozenset({"SUPPORT", "AID", "AGREE"})  # none where somebody does it to himself
THINGS = words("""
    airstrike ammunition artillery attack blast bomb bombing bullet clash data device document drone evidence explosion
    explosive finding fire fighting gunfire intelligence missile mine mortar raid report result rocket shell shelling
    shot strike torpedo video war
""")
OFFERING = words("""
    commit give host invite lend offer pledge promise propose provide send supply volunteer vow
""")  # what several do together, and not to each other
EACH_OTHER = words("""
    ally battle clash exchange fight fighting reconcile sign skirmish spar swap trade unite
""")


def given(memory: Memory, coded: Coded) -> tuple[Parts, Parts]:
    """Source and target as the clause has them."""
    cast = memory.cast
    source = speaker(cast, coded.trigger) if coded.frame.pattern.said else acting(cast, doers(cast, coded))
    return source, recipients(cast, blamed(memory, coded))


def parties(memory: Memory, coded: Coded, place: Place | None) -> tuple[Parts, Parts]:
    """Source and target: as the clause has them, else as the report lets us infer; `place` is where it happened."""
    cast = memory.cast
    is_said = coded.frame.pattern.said
    source, aimed = given(memory, coded)
    chains = {p.chain for p in source if p.chain}
    target = tuple(p for p in aimed if p.chain not in chains)
    if source and not chains:  # "the steps are meant to send a message": whoever took them
        source = inferred.doers(memory, coded.source, frozenset()) or source
        chains = {p.chain for p in source if p.chain}
    if aimed and not target and known(aimed):  # what somebody does to himself
        return (() if coded.type in FAVOURS else source), ()
    if is_said and coded.type != "REQUEST":
        others = tuple(p for p in target if not one_side(cast, source, p))
        if target and not others:
            return source, ()
        target = others
    mutual = each_other(cast.parse, coded)
    if mutual and len(chains) > 1 and not known(target):
        return source, source  # each did it to the other: all are sources and targets
    if coded.frame.pattern.pos == "tone" and not at_odds(memory, source, target):
        target = opponents(memory, sides(cast, source)) or target
    target = inferred.asked(memory, coded, target) or target
    if not known(target) and known(source):
        target = inferred.target(memory, coded, source, place) or target
    if not known(target) and not known(source):
        target = inferred.struck(cast, coded, frozenset(), place) or target
    if coded.type == "SANCTION":
        target = tuple(dict.fromkeys(of_state(cast, p) for p in target))
    if not target and not aimed:
        target = tuple(nobody(cast, t) for t in coded.target)
    if not source and coded.inner and coded.inner.trigger == coded.trigger and cast.voices.get(coded.trigger):
        source = speaker(cast, coded.trigger)  # "“They will be freed,” he said"
    if not source:
        source = inferred.source(memory, coded, target)
    if not known(source) and not known(target) and not source:
        source, struck = inferred.continued(memory, coded)
        target = struck or target
    return source, target


def blamed(memory: Memory, coded: Coded) -> tuple[int, ...]:
    """At whom an event is aimed, as tokens: who condemns an attack blames whoever made it, not its victim."""
    if coded.type not in AIMED:
        return coded.target
    deeds = {t: memory.deeds.get(t) for t in coded.target}
    return tuple(w for t, deed in deeds.items() for w in (deed.source if deed and deed.target else (t,)))


def each_other(parse: Parse, coded: Coded) -> bool:
    """Whether what several do is done by each to the other ("exchanged accusations", "agreed"; no "offered")."""
    lemma, inner = parse.lemmas[coded.trigger], coded.inner
    if (coded.type in MUTUAL and lemma not in OFFERING) or lemma in EACH_OTHER or coded.cameo == "057":
        return True
    return inner is not None and parse.lemmas[inner.trigger] in EACH_OTHER


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
