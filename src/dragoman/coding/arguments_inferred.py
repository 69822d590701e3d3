"""Who takes part in an event where its clause does not say: found in the sentence, in what was told before, or around.

Nothing is invented: whoever is inferred is named elsewhere in the report, and those are the words given.
"""

from collections import Counter

from dragoman.coding.arguments_actors import ENVOYS, Cast, as_state, participants
from dragoman.coding.arguments_told import (
    CONFLICT,
    FIGHTING,
    LOOK_BACK,
    Memory,
    Parts,
    Told,
    before,
    countries,
    in_sentence,
    known,
    most_told,
    opponents,
    side_of,
    sides,
)
from dragoman.coding.events_match import Coded
from dragoman.coding.wordlist import words
from dragoman.model.actor import Participant
from dragoman.model.event import Place
from dragoman.model.parse import Parse

UNAIMED = frozenset({"AID", "RETREAT"})  # whom they are for is said or known from before, or not told
AIMLESS = frozenset({"MOBILIZE", "CONSULT", "AGREE", "COOPERATE", "RETREAT", "CONCEDE", "PROTEST"})
DEEDS = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "REJECT", "ACCUSE"})
REPEATED = frozenset({"SANCTION", "COERCE", "MOBILIZE", "AID", "CONSULT", "COOPERATE", "CONCEDE", "RETREAT"})
DOMESTIC = frozenset({"curfew", "martial-law", "censor"})  # modes of what a state does to its own
AT_HOME = words("""
    airport airspace church court factory market mosque newspaper office port road school shop sky square
    station street subway temple theatre train university website
""")
VIOLENT = frozenset({"ASSAULT", "COERCE"})
TRADING = words("""
    airline airliner cargo carrier civil civilian commercial container ferry freighter liner merchant passenger shipping
    tanker trade traffic trawler yacht
""")  # ships and planes that are of no side, by their name or by what stands before it
BESIDE = frozenset({"off", "near", "outside", "around", "along"})  # there, but not to whose place it is
OPINIONS = frozenset({"SUPPORT", "ACCUSE"})
CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "insinuation", "report", "suggestion", "assertion"})
GENERIC = words("""
    act action announcement behavior behaviour conduct decision deed gesture it measure move policy response step
    that this which
""")
PEOPLE = words("""
    activist bomber candidate child civilian crew critic crowd demonstrator detainee dissident doctor driver
    extremist family farmer fighter gunman hostage insurgent journalist judge lawyer leader man member migrant
    militant officer official opponent passenger patient people person policeman politician prisoner protester rebel
    refugee reporter resident soldier student supporter suspect teacher terrorist victim villager voter woman worker
    youth
""")


def doers(memory: Memory, tokens: tuple[int, ...], own: frozenset[str]) -> Parts:
    """Who did the thing that `tokens` refer back to ("the expulsions", "the move"), if somebody else did."""
    parse = memory.cast.parse
    for t in tokens:
        lemma = parse.lemmas[t]
        meant = (
            [told for told in memory.told if told.lemma == lemma]
            or deed_of(memory, t)
            or [told for told in memory.told if lemma in GENERIC and told.type in DEEDS]
        )
        found = most_told([told.source for told in meant], memory.cast, own)
        if found:
            return found
    return ()


def deed_of(memory: Memory, t: int) -> list[Told]:
    """What was told before of the deed that the noun at `t` names by another word ("shelled" … "the bombardment")."""
    deed = memory.deeds.get(t)
    if deed is None:
        return []
    victims = sides(memory.cast, participants(memory.cast, deed.target))
    same = [told for told in memory.told if told.type == deed.type]
    return [told for told in same if not deed.target or sides(memory.cast, told.target) & victims]


def target(memory: Memory, coded: Coded, source: Parts, place: Place | None) -> Parts:
    """At whom an event is aimed that does not say so itself."""
    own = sides(memory.cast, source)
    victims = [participants(memory.cast, d.target) for t in coded.target if (d := memory.deeds.get(t)) and d.target]
    if coded.type in OPINIONS and victims:
        by = doers(memory, coded.target, own)
        return by if not sides(memory.cast, by) & sides(memory.cast, victims[0]) else ()
    if coded.type == "DENY":
        return accuser(memory, coded, own)
    if coded.mode in DOMESTIC or any(memory.cast.parse.lemmas[t] in AT_HOME for t in coded.used):
        return ()
    abroad = own if coded.type not in OPINIONS or of_government(memory.cast, source) else frozenset()
    meant = doers(memory, coded.target, abroad) or struck(memory.cast, coded, own, place)
    if meant or any(is_anybody(memory.cast.parse, t) for t in coded.target):
        return meant
    like = states(memory.cast, alike(memory, coded, own))
    if like or coded.type in UNAIMED or any(is_people(memory.cast.parse, t) for t in coded.target):
        return like
    return guessed(memory, coded, own)


def guessed(memory: Memory, coded: Coded, own: frozenset[str]) -> Parts:
    """At whom an event is most likely aimed, of those the report names: an opponent, or who else is named near by."""
    cast, hostile = memory.cast, coded.type in CONFLICT
    found = culprit(memory, coded, own) or quarrel(memory, coded, own)
    if not found and coded.type == "THREATEN":
        found = states(cast, opponents(memory, own))
    found = found or in_sentence(memory, coded.trigger, own, hostile)
    if found or coded.type in AIMLESS:
        return found
    return states(cast, (opponents(memory, own) if hostile else ()) or before(memory, coded.trigger, own))


def struck(cast: Cast, coded: Coded, own: frozenset[str], place: Place | None) -> Parts:
    """Whom violence meets whose victims' side is not told: the state of the place where it meets them, if another's."""
    if place is None or place.span is None or coded.type not in VIOLENT:
        return ()
    state = cast.reading.of_country(place.country) if place.country else None
    first = cast.parse.tokens(place.span)[0]
    beside = first > 0 and cast.parse.words[first - 1].lower() in BESIDE
    return () if state is None or beside or side_of(state) in own else (Participant(state.id, place.span),)


def culprit(memory: Memory, coded: Coded, own: frozenset[str]) -> Parts:
    """Whom an outsider finds fault with who does not say whom: whoever is most told to attack or to be accused."""
    cast = memory.cast
    if coded.type != "ACCUSE" or opponents(memory, own):
        return ()
    faults = [t.target if t.type == "ACCUSE" else t.source for t in memory.told if t.type in VIOLENT | {"ACCUSE"}]
    return states(cast, most_told(faults, cast, own))


def quarrel(memory: Memory, coded: Coded, own: frozenset[str]) -> Parts:
    """Both sides of the report's quarrel, for what somebody else asks or offers without saying whom."""
    cast = memory.cast
    if coded.type not in ("REQUEST", "AGREE") or coded.target:
        return ()
    quarrels = [(t.source, t.target) for t in memory.told if t.type in CONFLICT - {"REQUEST"} and known(t.target)]
    sided = [frozenset({sides(cast, one), sides(cast, other)}) for one, other in quarrels]
    count = Counter(s for s in sided if len(s) == 2)
    most = max(count, key=lambda pair: count[pair], default=frozenset[frozenset[str]]())
    if not most or any(side & own for side in most):
        return ()
    one, other = next(q for q, s in zip(reversed(quarrels), reversed(sided), strict=True) if s == most)
    return states(cast, one + other)


def states(cast: Cast, parts: Parts) -> Parts:
    """The states of inferred participants, where the report names them: it is they who are at odds."""
    made: dict[str, Participant] = {}
    for p in parts:
        state = as_state(cast, p)
        made.setdefault(state.chain, state)
    return tuple(made.values())


def of_government(cast: Cast, parts: Parts) -> bool:
    """Whether any participant speaks for a state: no lawmaker, party or private person, who may judge their own."""
    kinds = {cast.reading.chain(p.chain).kind for p in parts if p.chain}
    return bool(kinds & {"state", "government", "military", "security"})


def accuser(memory: Memory, coded: Coded, own: frozenset[str]) -> Parts:
    """Whose charge a denial answers: the last one told against its side, near by where it speaks of no charge."""
    cast = memory.cast
    speaks = any(cast.parse.lemmas[t] in CHARGES for t in (*coded.target, *coded.used))
    first = 0 if speaks else cast.parse.sentence_of[coded.trigger] - LOOK_BACK
    for told in reversed(memory.told):
        by = charged_by(cast, told, own) if cast.parse.sentence_of[told.trigger] >= first else ()
        if by:
            return by
    return (in_sentence(memory, coded.trigger, own) if speaks else ()) or talker(memory, coded.trigger, own)


def talker(memory: Memory, t: int, own: frozenset[str]) -> Parts:
    """Who of another side spoke of the `own` side in the sentence of token `t` or the one before it."""
    cast = memory.cast
    here = cast.parse.sentence_of[t]
    for i in range(t - 1, cast.parse.sentences[max(0, here - 1)][0] - 1, -1):
        named = cast.reading.chain_at(i)
        for voice in cast.voices.get(i, ()) if named and side_of(named) in own else ():
            if voice.speaker and side_of(cast.reading.chain(voice.speaker)) not in own:
                return (Participant(voice.speaker, voice.speaker_words or voice.content),)
    return ()


def charged_by(cast: Cast, told: Told, own: frozenset[str]) -> Parts:
    """Who charges the `own` side by what was told: an accuser, or another side that says it did wrong."""
    if told.type == "ACCUSE" and sides(cast, told.target) & own:
        return told.source if not sides(cast, told.source) & own else ()
    if told.type in CONFLICT and sides(cast, told.source) & own:
        for voice in reversed(cast.voices.get(told.trigger, ())):
            if voice.speaker and side_of(cast.reading.chain(voice.speaker)) not in own:
                return (Participant(voice.speaker, voice.speaker_words or voice.content),)
    return ()


def is_anybody(parse: Parse, t: int) -> bool:
    """Whether the noun at `t` is people or ships not told of before, who may be of any side ("merchant ships")."""
    if any(parse.words[d].lower() in ("the", "these", "those", "its", "their") for d in parse.kids(t, "det", "poss")):
        return False
    return is_people(parse, t) or any(parse.lemmas[w] in TRADING for w in (t, *parse.kids(t, "amod", "compound")))


def is_people(parse: Parse, t: int) -> bool:
    """Whether the noun at `t` is people, who may be of any side."""
    return parse.lemmas[t] in PEOPLE


def alike(memory: Memory, coded: Coded, own: frozenset[str]) -> Parts:
    """At whom the last deed of the same type was aimed ("Canada took similar measures")."""
    if coded.type not in DEEDS - {"MOBILIZE"} or (
        coded.target and coded.type not in FIGHTING and not back(memory.cast, coded)
    ):
        return ()
    lemma = memory.cast.parse.lemmas[coded.trigger]
    for told in sorted(memory.told, key=lambda t: (t.lemma != lemma, -t.trigger)):
        if told.type == coded.type or {told.type, coded.type} <= FIGHTING:
            for one, other in ((told.target, told.source), (told.source, told.target)):
                others = countries(memory.cast, one)
                if others and not others & own and (told.type == coded.type or sides(memory.cast, other) & own):
                    return one
    return ()


def back(cast: Cast, coded: Coded) -> bool:
    """Whether an event's target points back to people told of before ("the envoys", "the 60 people")."""
    parse = cast.parse
    return any(
        (parse.lemmas[t] in PEOPLE or parse.lemmas[t] in ENVOYS)
        and any(parse.words[d].lower() in ("the", "these", "those") for d in parse.kids(t, "det"))
        for t in coded.target
    )


def source(memory: Memory, coded: Coded, aimed: Parts) -> Parts:
    """Who did what is told without a doer: the host of whom it expels, or whoever was told to do the same."""
    if coded.mode in ("expel", "deport") and (found := host(memory, coded, aimed)):
        return found
    if known(aimed) and coded.type in REPEATED and (found := repeated(memory, coded, aimed)):
        return found
    if coded.type == "RETREAT":
        return captor(memory, aimed)
    return attacker(memory, coded, aimed) if coded.type in VIOLENT else ()


def asked(memory: Memory, coded: Coded, aimed: Parts) -> Parts:
    """Whom a demand addresses that names only whom it is for ("demanded the release of the sailors"): their captor."""
    inner = coded.inner
    if coded.type != "REQUEST" or inner is None or inner.type != "RETREAT" or inner.source:
        return ()
    return captor(memory, aimed) if set(coded.target) <= set(inner.target) else ()


def captor(memory: Memory, held: Parts) -> Parts:
    """Who holds somebody: whoever is told to use force against their side."""
    cast, side = memory.cast, sides(memory.cast, held)
    took = [t.source for t in memory.all() if t.type in VIOLENT and sides(cast, t.target) & side]
    return states(cast, most_told(took, cast, side))


def attacker(memory: Memory, coded: Coded, aimed: Parts) -> Parts:
    """Who attacked those of whom it is told without a doer ("two boats were rammed"): who attacks them near by.

    Else, and for those only named as taken ("the capture of two boats"), whoever the report mostly tells to do so.
    """
    victims = sides(memory.cast, aimed)
    if not victims:
        return ()
    if memory.cast.parse.pos[coded.trigger] != "VERB":
        return captor(memory, aimed) if coded.type == "COERCE" else ()
    near = [t for t in fights(memory, coded.trigger) if sides(memory.cast, t.target) & victims]
    return next((t.source for t in near if not sides(memory.cast, t.source) & victims), ()) or captor(memory, aimed)


def fights(memory: Memory, trigger: int) -> list[Told]:
    """What is told of violence between two sides near a trigger, the nearest first."""
    cast, here = memory.cast, memory.cast.parse.sentence_of[trigger]
    steps = {t.trigger: abs(cast.parse.sentence_of[t.trigger] - here) for t in memory.all()}
    near = [t for t in memory.all() if t.type in FIGHTING and steps[t.trigger] <= LOOK_BACK and t.trigger != trigger]
    near = [t for t in near if sides(cast, t.source) and sides(cast, t.target) - sides(cast, t.source)]
    return sorted(near, key=lambda t: (steps[t.trigger], abs(t.trigger - trigger)))


def continued(memory: Memory, coded: Coded) -> tuple[Parts, Parts]:
    """The parties to violence whose clause names neither ("shots were fired"): those of the violence it belongs to."""
    if coded.type not in VIOLENT or memory.cast.parse.pos[coded.trigger] != "VERB":
        return (), ()
    return next(((t.source, t.target) for t in fights(memory, coded.trigger)), ((), ()))


def repeated(memory: Memory, coded: Coded, aimed: Parts) -> Parts:
    """Who was told before to do the same to the same ("60 diplomats are being expelled")."""
    at = countries(memory.cast, aimed)
    same = [
        t for t in memory.told if t.type == coded.type and known(t.source) and at & countries(memory.cast, t.target)
    ]
    parse = memory.cast.parse
    told = [t for t in same if parse.pos[t.trigger] == "VERB"] or same
    return told[-1].source if told else ()


def host(memory: Memory, coded: Coded, sent: Parts) -> Parts:
    """The country that somebody is expelled from without a doer named ("60 people expelled from Norway")."""
    cast = memory.cast
    for p in cast.parse.kids(coded.trigger, "prep"):
        for t in cast.parse.kids(p, "pobj") if cast.parse.words[p].lower() == "from" else ():
            found = cast.reading.found_at(t)
            if found and found[1].kind == "state" and side_of(found[1]) not in sides(cast, sent):
                return (Participant(found[1].id, found[0].span),)
    return ()
