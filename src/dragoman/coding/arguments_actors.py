"""From a noun to the actors it names: itself, its coordinated partners, whose it is, or whoever speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.coding.arguments import coordinated, is_anti
from dragoman.coding.wordlist import words
from dragoman.model.actor import Participant
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement

ACTOR_LABELS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
TIME_LABELS = frozenset({"DATE", "TIME"})
SPEAKER = frozenset({"i", "we", "me", "us", "my", "our", "ours", "mine", "myself", "ourselves"})
ENVOYS = words("""
    agent ambassador attache attaché bank businessman citizen company consul delegation diplomat envoy expert export
    firm goods import inspector national officer official operative personnel product spy staff staffer worker
""")
MISSIONS = frozenset({"Embassy", "Consulate", "Mission"})
FORMER = frozenset({"former", "ex", "retired", "exiled", "defected", "onetime"})
OWNING = frozenset({"of", "by", "from", "in", "at", "between", "among"})
BACK = frozenset({"it", "they", "he", "she", "its", "their", "his", "him", "her", "them"})


@dataclass(frozen=True, slots=True)
class Cast:
    """A reading as the coder looks at it: entity labels by token, and the statements that each token stands in.

    `voices[i]` are the statements around token i, the innermost last.
    """

    reading: Reading
    parse: Parse
    labels: dict[int, str]
    voices: dict[int, tuple[Statement, ...]]

    @classmethod
    def of(cls, reading: Reading, statements: Sequence[Statement]) -> "Cast":
        """Index a reading's entity labels and its statements by token."""
        parse = reading.parse
        labels = {i: e.label for e in parse.entities for i in range(e.start, e.end)}
        voices: dict[int, tuple[Statement, ...]] = {}
        for s in sorted(statements, key=lambda s: s.content.start - s.content.end):
            for part in s.parts or (s.content,):
                for i in range(*parse.tokens(part)):
                    voices[i] = (*voices.get(i, ()), s)
        return cls(reading, parse, labels, voices)

    def names_actor(self, i: int) -> bool:
        """Whether token `i` stands for an actor, or is part of a name that could be one."""
        return self.reading.found_at(i) is not None or self.labels.get(i) in ACTOR_LABELS

    def is_time(self, i: int) -> bool:
        """Whether token `i` is part of a time expression."""
        return self.labels.get(i) in TIME_LABELS


def participants(cast: Cast, tokens: tuple[int, ...]) -> tuple[Participant, ...]:
    """The actors that `tokens` and what is coordinated with them name, each once, in order."""
    found: dict[tuple[str, int], Participant] = {}
    for t in tokens:
        for each in coordinated(cast.parse, t):
            for p in named(cast, each):
                found.setdefault((p.chain, 0 if p.chain else p.words.start), p)
    return tuple(found.values())


def named(cast: Cast, t: int) -> tuple[Participant, ...]:
    """The actor at `t`, else who `t` is told to be ("his counterpart [Juan Makora]"), else whose, else bare words."""
    own = actors_at(cast, t) or tuple(p for a in cast.parse.kids(t, "appos") for p in actors_at(cast, a))
    if own:
        return own
    for owner in whose(cast, t):
        own += actors_at(cast, owner)
    if own:
        return own
    before = governor(cast.parse, t) if cast.parse.words[t].lower() in BACK else ()
    if before:
        return named(cast, before[0])
    return (nobody(cast, t),)


def nobody(cast: Cast, t: int) -> Participant:
    """The bare words of the noun phrase at `t`, which stand for no actor of the report."""
    return Participant("", cast.parse.span(*cast.parse.subtree(t)))


def covered(cast: Cast, p: Participant) -> range:
    """The tokens of a participant's words."""
    return range(*cast.parse.tokens(p.words))


def left_service(cast: Cast, tokens: Iterable[int]) -> bool:
    """Whether a word among `tokens` says that somebody serves his state no more ("a former spy")."""
    return any(cast.parse.words[i].lower() in FORMER for i in tokens)


def as_state(cast: Cast, p: Participant) -> Participant:
    """The state of a participant's country, where the report names it, for the same words; else the participant."""
    chain = cast.reading.chain(p.chain) if p.chain else None
    state = cast.reading.of_country(chain.country) if chain and chain.country else None
    return Participant(state.id, p.words) if state else p


def actors_at(cast: Cast, t: int) -> tuple[Participant, ...]:
    """The actors that token `t` itself stands for, a group by its members; "we" is whoever speaks."""
    if cast.parse.pos[t] == "PRON" and cast.parse.words[t].lower() in SPEAKER:  # "the US" is no "us"
        voice = cast.voices.get(t, ())
        if voice and voice[-1].speaker:
            return (Participant(voice[-1].speaker, cast.parse.span(t, t + 1)),)
    found = cast.reading.found_at(t)
    if found is None:
        return ()
    mention, chain = found
    return tuple(Participant(c.id, mention.span) for c in cast.reading.parts(chain))


def recipients(cast: Cast, tokens: tuple[int, ...]) -> tuple[Participant, ...]:
    """The actors that `tokens` name as those something is done to: envoys and citizens stand for their state."""
    found: dict[tuple[str, int], Participant] = {}
    for t in tokens:
        for each in coordinated(cast.parse, t):
            for p in (for_its_state(cast, each, q) for q in named(cast, each)):
                found.setdefault((p.chain, 0 if p.chain else p.words.start), p)
    return tuple(found.values())


def for_its_state(cast: Cast, t: int, p: Participant) -> Participant:
    """The state that envoys or citizens without a name belong to ("60 Russian diplomats", "13 Russians")."""
    if not p.chain:
        return p
    chain = cast.reading.chain(p.chain)
    if not chain.described and not chain.name.startswith("People of "):
        return p
    if left_service(cast, range(cast.parse.subtree(t)[0], t)):
        return p
    if cast.parse.lemmas[t] in ENVOYS:
        owners = [o for o in whose(cast, t) if o != t]
        for o in owners:
            found = cast.reading.chain_at(o)
            if found and found.kind == "state":
                return Participant(found.id, p.words)
    if cast.parse.lemmas[t] in ENVOYS or chain.name.startswith("People of "):
        return as_state(cast, p)
    return p


def of_state(cast: Cast, p: Participant) -> Participant:
    """The state that is sanctioned where its mission is closed or its unnamed servants are sent home."""
    chain = cast.reading.chain(p.chain) if p.chain else None
    if chain is None or not (chain.described or chain.name.split()[0] in MISSIONS):
        return p
    serves = chain.kind in ("government", "security", "military") and not left_service(cast, covered(cast, p))
    return as_state(cast, p) if serves else p


def speaker(cast: Cast, t: int) -> tuple[Participant, ...]:
    """Who says the words at `t`: the speaker of the innermost statement, else the subject of the clause around."""
    voice = cast.voices.get(t, ())
    if voice:
        s = voice[-1]
        if s.speaker:
            return (Participant(s.speaker, s.speaker_words or s.cue or s.content),)
        return (Participant("", s.speaker_words),) if s.speaker_words else ()
    above = governor(cast.parse, t)
    return participants(cast, above)


def governor(parse: Parse, t: int) -> tuple[int, ...]:
    """The subject of the verb whose complement clause token `t` stands in ("[Iran] said that it …")."""
    at = t
    while parse.heads[at] != at:
        if parse.deps[at] == "ccomp":
            subjects = parse.kids(parse.heads[at], "nsubj", "nsubjpass")
            return tuple(s for s in subjects if s < t)[:1]
        at = parse.heads[at]
    return ()


def whose(cast: Cast, t: int, depth: int = 2) -> tuple[int, ...]:
    """The tokens of actors that the thing at `t` belongs to: possessor, modifier, "of", "by", "from", "in"."""
    parse = cast.parse
    before = parse.kids(t, "poss", "amod", "compound", "nmod")
    before += tuple(c for b in before for c in parse.kids(b, "amod", "compound", "npadvmod", "poss"))  # "Greek-flagged"
    near = [c for c in before if actors_at(cast, c) and not is_anti(parse, c)]
    if near:
        return tuple(near[:1])
    for p in parse.kids(t, "prep", "acl", "relcl"):
        if parse.deps[p] == "prep" and parse.words[p].lower() in OWNING:
            objects = parse.kids(p, "pobj")
        else:
            objects = tuple(o for a in parse.kids(p, "agent") for o in parse.kids(a, "pobj"))
        for o in objects:
            if actors_at(cast, o):
                return tuple(c for c in coordinated(parse, o) if actors_at(cast, c))
            if depth:
                deeper = whose(cast, o, depth - 1)
                if deeper:
                    return deeper
    return ()
