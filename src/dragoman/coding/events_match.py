"""Frames of the codebook found in the grammar: each trigger with the tokens in its roles."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.coding.arguments import Arguments, coordinated, of_noun, of_verb
from dragoman.coding.arguments_actors import Cast
from dragoman.coding.status import mood
from dragoman.coding.codebook import Codebook, Frame, Outcome
from dragoman.coding.codebook.pattern import Slot
from dragoman.model.parse import Parse

LINKING = frozenset({"be", "become", "remain", "seem", "appear", "feel", "look", "stay", "grow", "get", "stand"})


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


def fits(scene: Scene, i: int) -> Iterator[Fit]:
    """Every frame that fits at token `i`."""
    parse = scene.cast.parse
    pos, lemma = parse.pos[i], parse.lemmas[i]
    if pos in ("VERB", "AUX"):
        for frame in scene.codebook.of("verb", lemma):
            fit = fit_verb(scene, frame, i)
            if fit:
                yield fit
    if pos in ("NOUN", "PROPN"):
        for frame in scene.codebook.of("noun", lemma):
            yield fit_noun(scene, frame, i)
    if pos in ("ADJ", "NOUN", "VERB", "ADV") and parse.lemmas[parse.heads[i]] in LINKING:
        for frame in scene.codebook.of("adj", lemma):
            fit = fit_adjective(scene, frame, i)
            if fit:
                yield fit
    if parse.tags[i] in ("VBN", "VBG") and parse.kids(
        i, "aux", "auxpass"
    ):  # "is expected to": a participle used as an adjective
        for frame in scene.codebook.of("adj", parse.words[i].lower()):
            fit = fit_participle(scene, frame, i)
            if fit:
                yield fit


def bind(
    scene: Scene,
    frame: Frame,
    given: dict[str, tuple[int, ...]],
    places: Arguments,
    extra: tuple[tuple[str, int], ...] = (),
    taken: tuple[int, ...] = (),
) -> Fit | None:
    """Fill a frame's prepositions and clause; None where one that it needs is missing."""
    roles, score = dict(given), float(frame.pattern.specificity)
    preps = places.preps + extra
    used = set(taken)
    for names, slot in frame.pattern.preps:
        here = [t for name, t in preps if governs(names, name, slot) and allowed(scene, slot, t)]
        if not here:
            if slot.needed:
                return None
            continue
        score += 0.5
        fill(roles, slot, here[0])
        if slot.nouns:
            used.add(here[0])
            preps += noun_arguments(scene, here[0]).preps
    if frame.pattern.clause:
        if not places.clauses:
            return None
        roles.setdefault("C", places.clauses[:1])
        inside = frame.pattern.clause[1]
        if inside:
            subjects = verb_arguments(scene, places.clauses[0])
            roles.setdefault(inside, subjects.objects if subjects.passive else subjects.subjects)
    return Fit(frame, roles, score, frozenset(used))


def governs(names: frozenset[str], name: str, slot: Slot) -> bool:
    """Whether a place of the grammar called `name` can be a slot written with `names`."""
    return name in names or (name == "dative" and slot.role == "T" and "to" in names)


def fill(roles: dict[str, tuple[int, ...]], slot: Slot, t: int) -> None:
    """Put token `t` into the role that its slot names (a possessor's role is read off the thing itself)."""
    role = slot.role or (slot.owner if slot.owner != "S" else "")
    if role:
        roles.setdefault(role, (t,))


def allowed(scene: Scene, slot: Slot, t: int) -> bool:
    """Whether the noun (or one joined to it) at `t` may stand in `slot`; a date never does."""
    if scene.cast.is_time(t):
        return False
    if slot.nouns is None:
        return True
    return any(is_one(scene.cast.parse, c, slot) for c in coordinated(scene.cast.parse, t))


def is_one(parse: Parse, t: int, slot: Slot) -> bool:
    """Whether the word at `t` is one of a slot's nouns (or carries one of them as its adjective), rightly modified."""
    assert slot.nouns is not None
    before = [c for c in parse.children[t] if parse.deps[c] in ("amod", "compound", "nmod")]
    if slot.modifiers and not any(parse.lemmas[c] in slot.modifiers for c in before):
        return False
    if parse.lemmas[t] in slot.nouns or parse.words[t].lower() in slot.nouns:
        return True
    return any(parse.pos[c] == "ADJ" and parse.lemmas[c] in slot.nouns for c in before)


def fit_verb(scene: Scene, frame: Frame, v: int) -> Fit | None:
    """Whether a verb frame fits at `v`."""
    places, pattern = verb_arguments(scene, v), frame.pattern
    if pattern.particle and pattern.particle not in places.particles:
        return None
    roles: dict[str, tuple[int, ...]] = {}
    extra: tuple[tuple[str, int], ...] = ()
    taken: tuple[int, ...] = ()
    if pattern.subject and places.subjects:
        roles[pattern.subject.role] = places.subjects
    if pattern.object:
        here = tuple(o for o in places.objects if allowed(scene, pattern.object, o))
        if here:
            fill(roles, pattern.object, here[0])
            if pattern.object.nouns:
                extra, taken = noun_arguments(scene, here[0]).preps, here[:1]
        elif pattern.object.needed:
            return None
    elif places.objects and not pattern.clause and not pattern.preps:
        return None
    return bind(scene, frame, roles, places, extra, taken)


def fit_noun(scene: Scene, frame: Frame, n: int) -> Fit:
    """How a noun frame fits at `n`: nouns need none of their places."""
    places = noun_arguments(scene, n)
    roles: dict[str, tuple[int, ...]] = {}
    owner = frame.pattern.subject or Slot("S", None, "", False)
    fit = bind(scene, frame, roles, places) or Fit(frame, roles, 0.0)
    parse = scene.cast.parse
    owners = [c for c in parse.kids(n, "poss", "amod", "compound", "nmod") if scene.cast.names_actor(c)]
    if owners:
        fit.roles.setdefault(owner.role, (owners[0],))
    return fit


def fit_adjective(scene: Scene, frame: Frame, a: int) -> Fit | None:
    """Whether an adjective frame fits at `a` ("is responsible for")."""
    places = verb_arguments(scene, scene.cast.parse.heads[a])
    own = noun_arguments(scene, a)
    both = Arguments(preps=own.preps + places.preps, clauses=own.clauses or places.clauses)
    subject = frame.pattern.subject
    fit = bind(scene, frame, {subject.role: places.subjects} if subject else {}, both)
    if fit and "T" not in fit.roles:  # "is Iran's ally"
        parse = scene.cast.parse
        owners = [c for c in parse.kids(a, "poss", "amod", "compound", "nmod") if scene.cast.names_actor(c)]
        if owners:
            fit.roles["T"] = (owners[0],)
    return fit


def fit_participle(scene: Scene, frame: Frame, v: int) -> Fit | None:
    """Whether an adjective frame fits a participle with its auxiliary ("is scheduled to")."""
    places, subject = verb_arguments(scene, v), frame.pattern.subject
    fit = bind(scene, frame, {subject.role: places.objects or places.subjects} if subject else {}, places)
    return fit and replace(fit, score=fit.score + 1.5)


def code(scene: Scene, i: int) -> Coded | None:
    """The event told at token `i`, or None; what is inside it is coded first."""
    if i in scene.known:
        return scene.known[i]
    scene.known[i] = None  # a trigger inside itself is no event
    best: Coded | None = None
    for fit in () if scene.cast.is_time(i) else fits(scene, i):
        made = make(scene, i, fit)
        if made and (best is None or made.score > best.score):
            best = made
    scene.known[i] = best and in_its_mood(scene, best)
    return scene.known[i]


def in_its_mood(scene: Scene, coded: Coded) -> Coded:
    """What an event told as yet to come or as refused codes as: "will attack" is a threat, "will not meet" a refusal."""
    then = mood(scene.cast.parse, coded.trigger)
    outcome = scene.codebook.combine.get((then, coded.type)) if then else None
    if outcome is None or not outcome.type:
        return coded
    return replace(coded, type=outcome.type, mode=outcome.mode, cameo=outcome.cameo, inner=coded)


def make(scene: Scene, i: int, fit: Fit) -> Coded | None:
    """The event that a fitting frame tells, with the event in its content taken in."""
    frame, roles = fit.frame, fit.roles
    source, target = roles.get("S", ()), roles.get("T", ())
    inner = code(scene, roles["C"][0]) if frame.then and roles.get("C") else None
    outcome = inner and outcome_of(scene.codebook, frame, inner)
    if inner is None or outcome is None:
        if not frame.type:
            return None
        return Coded(
            i, frame, frame.type, frame.mode, frame.cameo, frame.contexts, source, target, fit.score, used=fit.used
        )  # fmt: skip
    if outcome.type:
        type_, mode, cameo = outcome.type, outcome.mode, outcome.cameo
    else:
        type_, mode, cameo = inner.type, inner.mode, inner.cameo
    target = target or (inner.source if outcome.doer and inner.source and inner.source != source else inner.target)
    return Coded(
        i, frame, type_, mode, cameo, frame.contexts + inner.contexts, source or inner.source, target,
        fit.score + inner.score / 2, inner, fit.used,
    )  # fmt: skip


def outcome_of(codebook: Codebook, frame: Frame, inner: Coded) -> Outcome | None:
    """What `frame` makes of the event inside it, if combine.csv says so."""
    return codebook.combine.get((frame.then, inner.type)) or codebook.combine.get((frame.then, "*"))
