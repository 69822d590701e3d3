"""Frames of the codebook found in the grammar: each trigger with the tokens in its roles."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dragoman.coding.arguments import Arguments, coordinated, is_anti, of_noun, of_verb
from dragoman.coding.arguments_actors import Cast
from dragoman.coding.codebook import Codebook, Frame
from dragoman.coding.codebook.pattern import Slot
from dragoman.coding.status import denied, mood
from dragoman.coding.wordlist import words
from dragoman.model.parse import Parse

LINKING = words("""
    appear be become feel get go grow look pass remain seem stand stay
""")
CHANNELS = words("""
    facebook instagram phone radio telegram television tiktok tv twitter video x youtube
""")


@dataclass(frozen=True, slots=True)
class Coded:
    """One event found at a trigger: what it codes as, and the tokens that are its source, target and content.

    `inner` is the event inside it that made it what it is ("vowed to [attack]"). `score` says how much of the
    frame was found. `used` are the nouns that the frame asks for by name: they tell no event of their own.
    """

    trigger: int
    frame: Frame
    type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    inner: "Coded | None" = None
    used: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the matcher looks at, with what it has already worked out."""

    cast: Cast
    codebook: Codebook
    verbs: dict[int, Arguments] = field(default_factory=dict)
    nouns: dict[int, Arguments] = field(default_factory=dict)
    known: dict[int, Coded | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fit:
    """A frame that fits: the tokens in its roles and how well it fits."""

    frame: Frame
    roles: dict[str, tuple[int, ...]]
    score: float
    used: frozenset[int] = frozenset()


ASKING = frozenset({"demand", "appeal"})  # what asks for what is its content
Fitter = Callable[[Scene, Frame, int], Fit | None]


def verb_arguments(scene: Scene, v: int) -> Arguments:
    """The places around verb `v`, worked out once."""
    if v not in scene.verbs:
        scene.verbs[v] = of_verb(scene.cast.parse, v)
    return scene.verbs[v]


def noun_arguments(scene: Scene, n: int) -> Arguments:
    """The places around noun `n`, worked out once."""
    if n not in scene.nouns:
        scene.nouns[n] = of_noun(scene.cast.parse, n)
    return scene.nouns[n]


def names(parse: Parse, i: int) -> tuple[str, ...]:
    """What to look a token up by: its lemma, and with the compound before it ("cease - fire", "air strike")."""
    lemma = parse.lemmas[i]
    before = i - 2 if i > 1 and parse.words[i - 1] == "-" else i - 1
    if before < 0 or parse.heads[before] != i or parse.deps[before] not in ("compound", "amod"):
        return (lemma,)
    first = parse.words[before].lower()
    return (f"{first}-{lemma}", first + lemma, lemma)


def stems(word: str) -> tuple[str, ...]:
    """What an inflected verb may come from, for where the lemmatizer errs ("staged" is no "stag", "hopes" no "hop")."""
    if word.endswith("ed"):
        return (word[:-1], word[:-2])
    if word.endswith("ing"):
        return (word[:-3] + "e", word[:-3])
    if word.endswith("es"):
        return (word[:-1],)
    return ()


def verb_names(parse: Parse, index: "Index", i: int) -> tuple[str, ...]:
    """What to look a verb up by: its lemma, with a prefix that stands apart ("de - escalate")."""
    lemma = parse.lemmas[i]
    if i > 1 and parse.words[i - 1] == "-" and parse.words[i - 2].lower() in ("de", "dis", "un", "mis"):
        return (f"{parse.words[i - 2].lower()}-{lemma}",)
    return (lemma,) if ("verb", lemma) in index else stems(parse.words[i].lower())


Index = Mapping[tuple[str, str], tuple[Frame, ...]]


def frames(parse: Parse, index: Index, i: int) -> Iterator[tuple[Fitter, Frame]]:
    """The frames whose trigger stands at token `i`, each with how to fit it there."""
    pos, lemma = parse.pos[i], parse.lemmas[i]
    if pos in ("VERB", "AUX"):
        for name in verb_names(parse, index, i):
            for frame in index.get(("verb", name), ()):
                yield fit_verb, frame
        if parse.tags[i] in ("VBN", "VBG") and parse.kids(i, "aux", "auxpass"):  # "is expected to"
            for frame in index.get(("adj", parse.words[i].lower()), ()):
                yield fit_participle, frame
    elif pos in ("NOUN", "PROPN"):
        for name in names(parse, i):
            for frame in index.get(("noun", name), ()):
                yield fit_noun, frame
    elif pos == "ADJ" and parse.kids(i, "dobj"):  # "let free the crew"
        for frame in index.get(("verb", lemma), ()):
            yield fit_verb, frame
    if pos in ("ADJ", "NOUN", "VERB", "ADV", "PRON") and copula(parse, i) >= 0:
        for name in {lemma, parse.words[i].lower()}:
            for frame in index.get(("adj", name), ()):
                yield fit_adjective, frame


def copula(parse: Parse, i: int) -> int:
    """The linking verb that says token `i` of its subject ("is [absurd]", "is a [biased] report"), or -1."""
    above = parse.heads[i]
    joined = parse.deps[i] == "conj" and parse.deps[above] in ("acomp", "attr")  # "groundless and [absurd]"
    if joined or (parse.deps[i] == "amod" and parse.deps[above] == "attr"):
        above = parse.heads[above]
    return above if parse.lemmas[above] in LINKING and parse.pos[above] in ("AUX", "VERB") else -1


def fits(scene: Scene, index: Index, i: int) -> Iterator[Fit]:
    """Every frame of an index that fits at token `i`."""
    for fitter, frame in frames(scene.cast.parse, index, i):
        if frame.pattern.mood and not in_mood(scene.cast.parse, i, frame.pattern.mood):
            continue
        fit = fitter(scene, frame, i)
        if fit:
            yield fit


def in_mood(parse: Parse, i: int, wanted: str) -> bool:
    """Whether the clause of trigger `i` is negated ("not") or looks ahead ("will")."""
    verb = clause_verb(parse, i)
    return denied(parse, verb) if wanted == "not" else mood(parse, verb) == "promise"


def clause_verb(parse: Parse, i: int) -> int:
    """The verb of the clause that trigger `i` tells its event in: itself, or the copula of an adjective."""
    above = copula(parse, i)
    return above if above >= 0 else i


def patients(scene: Scene, v: int) -> tuple[int, ...]:
    """Of whom it is asked that `v` be done: its subject, else its agent, else whom or what it is done to."""
    places = verb_arguments(scene, v)
    return places.subjects or places.objects


def bind(
    scene: Scene,
    frame: Frame,
    given: dict[str, tuple[int, ...]],
    places: Arguments,
    extra: tuple[tuple[str, int], ...] = (),
    taken: tuple[int, ...] = (),
) -> Fit | None:
    """Fill a frame's prepositions and clause; None where one that it needs is missing."""
    roles, score = dict(given), frame.weight
    preps = places.preps + extra
    used = set(taken)
    for names, slot in frame.pattern.preps:
        fitting = [(name, t) for name, t in preps if governs(names, name, slot) and allowed(scene, slot, t)]
        here = [t for _, t in (fitting if len(fitting) < 2 else sorted(fitting, key=is_place))]
        if not here and slot.needed and (slot.role != "C" or (frame.pattern.particle and frame.then in ASKING)):
            here = [t for name, t in places.stray if name in names and allowed(scene, slot, t)][:1]
        if not here:
            if slot.needed:
                return None
            continue
        score += 0.5
        fill(roles, slot, *here)
        if slot.role in ("C", "X"):
            preps += tuple(p for t in here for p in noun_arguments(scene, t).preps if p not in preps)
        if slot.nouns:
            used.add(here[0])
            preps += noun_arguments(scene, here[0]).preps
    if frame.pattern.clause:
        if not places.clauses:
            return None
        roles.setdefault("C", places.clauses)
        inside = frame.pattern.clause[1]
        if inside:
            subjects = verb_arguments(scene, places.clauses[0])
            roles.setdefault(inside, subjects.objects if subjects.passive else subjects.subjects)
    return Fit(frame, roles, score, frozenset(used))


def is_place(place: tuple[str, int]) -> bool:
    """Whether a preposition mostly tells where, not whom: "protested in Lima against [Peru]"."""
    return place[0] in ("in", "at", "near", "across", "outside")


def governs(names: frozenset[str], name: str, slot: Slot) -> bool:
    """Whether a place of the grammar called `name` can be a slot written with `names`."""
    return name in names or (name == "dative" and slot.role == "T" and "to" in names)


def fill(roles: dict[str, tuple[int, ...]], slot: Slot, *found: int) -> None:
    """Put a token into the role that its slot names (a possessor's role is read off the thing itself).

    Content keeps all that was found: which of them tells an event is seen when they are coded.
    """
    role = slot.role or slot.owner
    if role:
        roles.setdefault(role, found if role == "C" else found[:1])


def allowed(scene: Scene, slot: Slot, t: int) -> bool:
    """Whether the noun (or one joined to it) at `t` may stand in `slot`; a date never does."""
    if slot.role in ("S", "T") and scene.cast.parse.pos[t] in ("VERB", "AUX"):
        return False
    if slot.actor and not any(scene.cast.names_actor(c) for c in coordinated(scene.cast.parse, t)):
        return False
    if slot.nouns is None and (scene.cast.is_time(t) or scene.cast.parse.lemmas[t] in CHANNELS):
        return False
    if slot.nouns is None:
        return not slot.modifiers or any(
            scene.cast.parse.lemmas[c] in slot.modifiers for c in scene.cast.parse.kids(t, "amod", "compound")
        )
    return any(is_one(scene.cast.parse, c, slot) for c in coordinated(scene.cast.parse, t))


def is_one(parse: Parse, t: int, slot: Slot) -> bool:
    """Whether the word at `t` is one of a slot's nouns (or carries one of them as its adjective), rightly modified."""
    assert slot.nouns is not None
    before = [c for c in parse.children[t] if parse.deps[c] in ("amod", "compound", "nmod", "det")]
    if slot.modifiers and not any(parse.lemmas[c] in slot.modifiers for c in before):
        return False
    if not slot.nouns.isdisjoint(names(parse, t)) or parse.words[t].lower() in slot.nouns:
        return True
    judging = "terrorist" in slot.nouns  # @bad: "a reckless act" is as bad as its adjective
    return judging and any(parse.pos[c] in ("ADJ", "NOUN") and parse.lemmas[c] in slot.nouns for c in before)


def fit_verb(scene: Scene, frame: Frame, v: int) -> Fit | None:
    """Whether a verb frame fits at `v`."""
    places, pattern = verb_arguments(scene, v), frame.pattern
    if pattern.particle and pattern.particle not in places.particles:
        parted = tuple(t for name, t in places.preps if name == pattern.particle)
        if not parted or places.objects:
            return None
        places = replace(places, objects=parted)  # "stood [down its forces]"
    roles: dict[str, tuple[int, ...]] = {}
    extra: tuple[tuple[str, int], ...] = ()
    taken: tuple[int, ...] = ()
    if pattern.subject and not subject_fits(scene, pattern.subject, places.subjects):
        return None
    if pattern.said and pattern.subject and pattern.subject.role == "T" and not places.subjects:
        return None  # "was sabotaged" accuses nobody
    if pattern.subject and places.subjects:
        roles[pattern.subject.role] = places.subjects
    left_out = 2.0 if scene.cast.parse.kids(v, "prt") and not pattern.particle else 0.0  # "called off" is not "called"
    if pattern.object:
        objects = places.objects + (places.clauses if pattern.object.role == "C" else ())
        here = tuple(o for o in objects if allowed(scene, pattern.object, o))
        if here:
            fill(roles, pattern.object, *here)
            if pattern.object.nouns or pattern.object.role in ("C", "X"):
                extra = noun_arguments(scene, here[0]).preps
            if pattern.object.nouns:
                taken = here[:1]
        elif pattern.object.needed:
            return None
    elif places.objects and not pattern.clause:
        if not pattern.preps:
            return None
        return weaker(bind(scene, frame, roles, places, extra, taken))  # "warned Iran of" is not "warned of"
    if pattern.clause and not places.clauses and pattern.object:
        inside = tuple(c for o in places.objects for c in noun_arguments(scene, o).clauses)
        places = replace(places, clauses=inside)
    return weaker(bind(scene, frame, roles, places, extra, taken), left_out)


def subject_fits(scene: Scene, slot: Slot, subjects: tuple[int, ...]) -> bool:
    """Whether the subject is what a frame asks for: several, or one of its nouns."""
    if slot.several and sum(len(coordinated(scene.cast.parse, t)) for t in subjects) < 2:
        return False
    return not slot.nouns or any(allowed(scene, slot, t) for t in subjects)


def weaker(fit: Fit | None, by: float = 1.0) -> Fit | None:
    """A fit that leaves something out."""
    return fit and replace(fit, score=fit.score - by)


def fit_noun(scene: Scene, frame: Frame, n: int) -> Fit | None:
    """How a noun frame fits at `n`: nouns need none of their places."""
    places = noun_arguments(scene, n)
    roles: dict[str, tuple[int, ...]] = {}
    owner = frame.pattern.subject or Slot("S", None, "", False)
    fit = bind(scene, frame, roles, places)
    if fit is None:
        if frame.pattern.clause or any(s.needed and (s.nouns or s.actor) for _, s in frame.pattern.preps):
            return None
        fit = Fit(frame, roles, -1.0)
    parse = scene.cast.parse
    owners = parse.kids(n, "poss") or tuple(
        c for c in parse.kids(n, "amod", "compound", "nmod") if scene.cast.names_actor(c) and not is_anti(parse, c)
    )
    if owners:
        fit.roles.setdefault(owner.role, owners[:1])
    agents = tuple(t for name, t in places.preps if name == "by" and parse.pos[t] != "VERB")
    if agents := agents or stray_agents(parse, n):
        fit.roles.setdefault("S", agents[:1])
    host = parse.heads[parse.heads[n]]
    if frame.type == "CONSULT" and parse.deps[n] == "pobj" and parse.pos[host] == "VERB":
        fit.roles.setdefault("S", verb_arguments(scene, host).subjects)  # "in talks with Iran he said": he talked
    return fit


def stray_agents(parse: Parse, n: int) -> tuple[int, ...]:
    """Who is named by a "by" further down in the noun's own phrase ("the shelling of [villages by Iran]")."""
    for p in range(n + 1, parse.subtree(n)[1]):
        host = parse.heads[p]
        if parse.words[p].lower() == "by" and parse.deps[p] == "prep" and parse.pos[host] in ("NOUN", "PROPN"):
            return parse.kids(p, "pobj")
    return ()


def fit_adjective(scene: Scene, frame: Frame, a: int) -> Fit | None:
    """Whether an adjective frame fits at `a` ("is responsible for")."""
    places = verb_arguments(scene, copula(scene.cast.parse, a))
    own = noun_arguments(scene, a)
    both = Arguments(preps=own.preps + places.preps, clauses=own.clauses or places.clauses)
    subject = frame.pattern.subject
    if subject and not subject_fits(scene, subject, places.subjects):
        return None
    fit = bind(scene, frame, {subject.role: places.subjects} if subject else {}, both)
    if fit and "T" not in fit.roles:  # "is Iran's ally"
        parse = scene.cast.parse
        owners = [c for c in parse.kids(a, "poss", "amod", "compound", "nmod") if scene.cast.names_actor(c)]
        if owners:
            fit.roles["T"] = (owners[0],)
        elif any(s.actor for _, s in frame.pattern.preps):
            return None  # "is an ally": of nobody
    return fit


def fit_participle(scene: Scene, frame: Frame, v: int) -> Fit | None:
    """Whether an adjective frame fits a participle with its auxiliary ("is scheduled to")."""
    places, subject = verb_arguments(scene, v), frame.pattern.subject
    fit = bind(scene, frame, {subject.role: places.objects or places.subjects} if subject else {}, places)
    return fit and replace(fit, score=fit.score + 1.5)
