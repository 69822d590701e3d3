"""Who takes part in an event where its clause does not say: found in the sentence, in what was told before, or around.

Nothing is invented: whoever is inferred is named elsewhere in the report, and those are the words given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.coding.arguments_actors import ENVOYS, Cast, actors_at, as_state, participants
from dragoman.coding.events_match import Coded
from dragoman.coding.wordlist import words
from dragoman.model.actor import Chain, Mention, Participant
from dragoman.model.parse import Parse

AIMLESS = frozenset({"CONSULT", "AGREE", "COOPERATE", "RETREAT", "CONCEDE", "PROTEST"})
DEEDS = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "REJECT", "ACCUSE"})
CONFLICT = frozenset({"ACCUSE", "REJECT", "THREATEN", "DENY", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REQUEST"})
REPEATED = frozenset({"SANCTION", "COERCE", "MOBILIZE", "AID", "CONSULT", "COOPERATE", "CONCEDE", "RETREAT"})
OPINIONS = frozenset({"SUPPORT", "ACCUSE"})
FIGHTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
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
OF_THEIR_OWN = frozenset({"armed_group", "party", "civil", "media", "company"})
NO_PARTY = frozenset({"media"})
LOOK_BACK = 3  # sentences


@dataclass(frozen=True, slots=True)
class Told:
    """An event already coded in this report: what later words ("the expulsions", "the move") may refer to."""

    trigger: int
    type: str
    lemma: str
    source: tuple[Participant, ...]
    target: tuple[Participant, ...]


@dataclass(slots=True)
class Memory:
    """What a report has told so far, and where its actors of a country are named, in order."""

    cast: Cast
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)
    deeds: Mapping[int, Coded] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    named: list[tuple[int, Mention, Chain]] = field(default_factory=list)

    @classmethod
    def of(cls, cast: Cast, about: Mapping[str, frozenset[str]], deeds: Mapping[int, Coded]) -> "Memory":
        """A memory that has heard nothing yet; `about` are the contexts that words show, `deeds` told by nouns."""
        chains = cast.reading.chains
        found = [(m.head, m, c) for c in chains for m in c.mentions if c.country and c.kind not in NO_PARTY]
        return cls(cast, about, deeds, [], sorted(found, key=lambda x: x[0]))


def countries(cast: Cast, parts: tuple[Participant, ...]) -> frozenset[str]:
    """The countries of some participants."""
    found = (cast.reading.chain(p.chain).country for p in parts if p.chain)
    return frozenset(c for c in found if c)


def known(parts: tuple[Participant, ...]) -> bool:
    """Whether any of these participants is an actor of the report."""
    return any(p.chain for p in parts)


def doers(memory: Memory, tokens: tuple[int, ...], own: frozenset[str]) -> tuple[Participant, ...]:
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


def most_told(parties: Sequence[tuple[Participant, ...]], cast: Cast, own: frozenset[str]) -> tuple[Participant, ...]:
    """Of parties to what was told, those named most often who are not on `own` side; of equals, the last."""
    count: dict[frozenset[str], int] = {}
    last: dict[frozenset[str], tuple[Participant, ...]] = {}
    for party in parties:
        side = sides(cast, party)
        if side and not side & own:
            count[side] = count.get(side, 0) + 1
            last.pop(side, None)
            last[side] = party
    return last[max(last, key=lambda side: (count[side], list(last).index(side)))] if last else ()


def opponents(memory: Memory, own: frozenset[str]) -> tuple[Participant, ...]:
    """With whom the report has told most often that this side is at odds."""
    cast = memory.cast
    quarrels = [t for t in memory.told if t.type in CONFLICT]
    against = [t.source for t in quarrels if sides(cast, t.target) & own]
    against += [t.target for t in quarrels if sides(cast, t.source) & own]
    return most_told(against, cast, own)


def at_odds(memory: Memory, one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether the report has told of a conflict between two parties' sides."""
    a, b = sides(memory.cast, one), sides(memory.cast, other)
    for t in memory.told:
        s, d = sides(memory.cast, t.source), sides(memory.cast, t.target)
        if t.type in CONFLICT and ((s & a and d & b) or (s & b and d & a)):
            return True
    return False


def target(memory: Memory, coded: Coded, source: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """At whom an event is aimed that does not say so itself."""
    own = sides(memory.cast, source)
    victims = [participants(memory.cast, d.target) for t in coded.target if (d := memory.deeds.get(t)) and d.target]
    if coded.type in OPINIONS and victims:
        by = doers(memory, coded.target, own)
        return by if not sides(memory.cast, by) & sides(memory.cast, victims[0]) else ()
    if coded.type == "DENY":
        return accuser(memory, coded, own)
    abroad = own if coded.type not in OPINIONS or of_government(memory.cast, source) else frozenset()
    found = doers(memory, coded.target, abroad) or states(memory.cast, alike(memory, coded, own))
    if found:
        return found
    if any(is_people(memory.cast.parse, t) for t in coded.target):
        return ()
    other = in_sentence(memory, coded.trigger, own, coded.type in CONFLICT)
    if other or coded.type in AIMLESS:
        return other
    found = opponents(memory, own) if coded.type in CONFLICT else ()
    return states(memory.cast, found or before(memory, coded.trigger, own))


def states(cast: Cast, parts: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The states of inferred participants, where the report names them: it is they who are at odds."""
    made: dict[str, Participant] = {}
    for p in parts:
        state = as_state(cast, p)
        made.setdefault(state.chain, state)
    return tuple(made.values())


def of_government(cast: Cast, parts: tuple[Participant, ...]) -> bool:
    """Whether any participant speaks for a state: no lawmaker, party or private person, who may judge their own."""
    kinds = {cast.reading.chain(p.chain).kind for p in parts if p.chain}
    return bool(kinds & {"state", "government", "military", "security"})


def accuser(memory: Memory, coded: Coded, own: frozenset[str]) -> tuple[Participant, ...]:
    """Whose charge a denial answers, where it speaks of one ("rejected the allegation"); else it answers nobody."""
    if not any(memory.cast.parse.lemmas[t] in CHARGES for t in (*coded.target, *coded.used)):
        return ()
    charges = [t for t in memory.told if t.type == "ACCUSE" and sides(memory.cast, t.source)]
    against = [
        t.source for t in charges if sides(memory.cast, t.target) & own and not sides(memory.cast, t.source) & own
    ]
    return against[-1] if against else in_sentence(memory, coded.trigger, own)


def is_people(parse: Parse, t: int) -> bool:
    """Whether the noun at `t` is people, who may be of any side."""
    return parse.lemmas[t] in PEOPLE


def alike(memory: Memory, coded: Coded, own: frozenset[str]) -> tuple[Participant, ...]:
    """At whom the last deed of the same type was aimed ("Canada took similar measures")."""
    if coded.type not in DEEDS or (coded.target and coded.type not in FIGHTING and not back(memory.cast, coded)):
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


def is_against(parse: Parse, t: int) -> bool:
    """Whether token `t` is told of as an opponent ("against Norway", "anti-Norwegian")."""
    before = {parse.words[parse.heads[t]].lower(), *(w.lower() for w in parse.words[max(0, t - 2) : t])}
    return bool(before & {"against", "anti", "despite"})


def in_sentence(memory: Memory, t: int, own: frozenset[str], hostile: bool = True) -> tuple[Participant, ...]:
    """The actors of the one other country that the sentence names, the nearest after the trigger first."""
    parse = memory.cast.parse
    start, end = parse.sentences[parse.sentence_of[t]]
    here = [x for x in memory.named if start <= x[0] < end and side_of(x[2]) not in own and takes_part(memory, x, t)]
    if not hostile:
        here = [x for x in here if not is_against(parse, x[1].head)]
    here.sort(key=lambda x: (x[0] < t, abs(x[0] - t)))
    return part(here[0]) if here else ()


def takes_part(memory: Memory, found: tuple[int, Mention, Chain], t: int) -> bool:
    """Whether a named actor may be party to the event at token `t`: no mere teller of it, nor named in his title."""
    for v in memory.cast.voices.get(t, ()):
        if v.act != "deny" and (
            found[2].id == v.speaker or (v.speaker_words and v.speaker_words.overlap(found[1].span))
        ):
            return False
    return True


def before(memory: Memory, t: int, own: frozenset[str]) -> tuple[Participant, ...]:
    """The nearest actor of another country named in the sentences before, else the one named most."""
    parse = memory.cast.parse
    first = parse.sentences[max(0, parse.sentence_of[t] - LOOK_BACK)][0]
    others = [x for x in memory.named if side_of(x[2]) not in own and takes_part(memory, x, t)]
    back = [x for x in others if first <= x[0] < t]
    if back:
        return part(back[-1])
    count: dict[str, int] = {}
    for _, _, c in others:
        count[side_of(c)] = count.get(side_of(c), 0) + 1
    if not count:
        return ()
    most = max(count, key=lambda c: count[c])
    return part(next(x for x in others if side_of(x[2]) == most))


def side_of(chain: Chain) -> str:
    """The side an actor is on: its country, else itself."""
    return chain.country or chain.id


def sides(cast: Cast, parts: tuple[Participant, ...]) -> frozenset[str]:
    """The sides that some participants are on."""
    return frozenset(side_of(cast.reading.chain(p.chain)) for p in parts if p.chain)


def one_side(cast: Cast, source: tuple[Participant, ...], p: Participant) -> bool:
    """Whether `p` is on the side of the source: of its country, and no group, party or paper of its own mind."""
    if not p.chain:
        return False
    other = cast.reading.chain(p.chain)
    for q in source:
        if q.chain:
            own = cast.reading.chain(q.chain)
            same = own.country is not None and own.country == other.country
            if own.id == other.id or (same and not {own.kind, other.kind} & OF_THEIR_OWN):
                return True
    return False


def part(found: tuple[int, Mention, Chain]) -> tuple[Participant, ...]:
    """A named actor as a participant."""
    return (Participant(found[2].id, found[1].span),)


def source(memory: Memory, coded: Coded, aimed: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Who did what is told without a doer ("60 diplomats are being expelled"): whoever was told to do it before."""
    at = countries(memory.cast, aimed)
    same = [
        t for t in memory.told if t.type == coded.type and known(t.source) and at & countries(memory.cast, t.target)
    ]
    parse = memory.cast.parse
    told = [t for t in same if parse.pos[t.trigger] == "VERB"] or same
    return told[-1].source if told else ()


def host(memory: Memory, coded: Coded, sent: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The country that somebody is expelled from without a doer named ("60 people expelled from Norway")."""
    cast = memory.cast
    for p in cast.parse.kids(coded.trigger, "prep"):
        for t in cast.parse.kids(p, "pobj") if cast.parse.words[p].lower() == "from" else ():
            found = cast.reading.found_at(t)
            if found and found[1].kind == "state" and side_of(found[1]) not in sides(cast, sent):
                return (Participant(found[1].id, found[0].span),)
    return ()


def remember(memory: Memory, coded: Coded, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> None:
    """Keep an event for what refers back to it."""
    lemma = memory.cast.parse.lemmas[coded.trigger]
    memory.told.append(Told(coded.trigger, coded.type, lemma, source, target))


def is_speaker(cast: Cast, t: int) -> bool:
    """Whether token `t` is somebody speaking of himself."""
    return bool(actors_at(cast, t)) and cast.parse.words[t].lower() in ("we", "i")
