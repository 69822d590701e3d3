"""What a trigger tells: its best frame, with the event inside it taken in, in its mood; and what it does to say it."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.coding.codebook import NOTHING, Codebook, Frame, Outcome
from dragoman.coding.events_match import ASKING, Coded, Fit, Scene, fits, patients, verb_arguments
from dragoman.coding.status import allowed_to, is_condition, is_own, mood, obliged

CONTENT = frozenset({"xcomp", "pcomp", "ccomp", "advcl"})


def code(scene: Scene, i: int) -> Coded | None:
    """The event told at token `i`, or None; what is inside it is coded first."""
    if i in scene.known:
        return scene.known[i]
    scene.known[i] = None  # a trigger inside itself is no event
    best = best_of(scene, i, fits(scene, scene.codebook.frames, i))
    scene.known[i] = joined(scene, in_its_mood(scene, lent(scene, best))) if best else asked_too(scene, i)
    return scene.known[i]


def lent(scene: Scene, coded: Coded) -> Coded:
    """A deed without a doer has that of the deed it was done in ("killed in an air strike by the army")."""
    if coded.source or coded.type != "ASSAULT" or scene.cast.parse.pos[coded.trigger] != "VERB":
        return coded
    for name, t in verb_arguments(scene, coded.trigger).preps:
        if name in ("in", "by", "during", "from", "after"):
            other = code(scene, t)
            if other and other.type == "ASSAULT" and other.source:
                return replace(coded, source=other.source)
    return coded


def joined(scene: Scene, coded: Coded) -> Coded:
    """A verb joined to one that is the content of another shares it: "vowed to invade and [occupy]"."""
    outer, first = over(scene, coded.trigger)
    if outer is None:
        return coded
    asks = outer.frame.then in ASKING
    if not asks and (outer.inner is None or outer.inner.trigger != first):
        return coded
    outcome = outcome_of(scene.codebook, outer.frame, coded)
    target = outer.target if asks else ()
    return combined(outer.frame, outcome, outer.source, target, coded, outer.score) if outcome else coded


def asked_too(scene: Scene, i: int) -> Coded | None:
    """What is asked for beside something else, where no frame knows it: "urged Iran to withdraw and to [drop] it"."""
    outer, _ = over(scene, i)
    if outer is None or outer.frame.then not in ASKING or not outer.frame.type:
        return None
    return replace(outer, trigger=i, inner=None, used=frozenset())


def over(scene: Scene, i: int) -> tuple[Coded | None, int]:
    """What is told by the verb whose content verb `i` is joined to, and the first verb of that content."""
    parse, first = scene.cast.parse, i
    while parse.deps[first] == "conj":
        first = parse.heads[first]
    if first == i or parse.pos[i] != "VERB" or parse.kids(i, "nsubj") or parse.deps[first] not in CONTENT:
        return None, first
    return code(scene, parse.heads[first]), first


def said(scene: Scene, i: int) -> Coded | None:
    """What it does to say the words at token `i` ("Iran [must] withdraw": a request), or None."""
    voices = scene.cast.voices.get(i)
    if is_condition(scene.cast.parse, i, voices[-1].content if voices else None):
        return None
    index = scene.codebook.said
    bound = is_own(scene.cast.parse, i) or scene.cast.parse.tags[i] == "VBD"  # "we have to", "they had to"
    found = [f for f in fits(scene, index, i) if not (bound and f.frame.then in ASKING)]
    asked, what = (patients(scene, i), i) if obliged(scene.cast.parse, i) else allowed_to(scene.cast.parse, i)
    if what >= 0:
        must = index.get(("verb", "must"), ())
        found += [Fit(f, {"T": asked, "C": (what,)}, f.weight + 3.0) for f in must]
    return best_of(scene, i, found)


def best_of(scene: Scene, i: int, found: Iterable[Fit]) -> Coded | None:
    """The event of the frame that fits best; None for a time expression."""
    if scene.cast.is_time(i):
        return None
    made = [m for fit in found if (m := make(scene, i, fit))]
    return max(made, key=lambda m: m.score, default=None)


def in_its_mood(scene: Scene, coded: Coded) -> Coded:
    """What an event told as yet to come or as refused codes as: "will attack" is a threat."""
    then = mood(scene.cast.parse, coded.trigger)
    outcome = scene.codebook.combine.get((then, coded.type)) if then else None
    if outcome is None or not outcome.type:
        return coded
    return replace(coded, type=outcome.type, mode=outcome.mode, cameo=outcome.cameo, inner=coded)


def make(scene: Scene, i: int, fit: Fit) -> Coded | None:
    """The event that a fitting frame tells, with the event in its content taken in."""
    frame, roles = fit.frame, fit.roles
    source, target = roles.get("S", ()), roles.get("T", ())
    inner = content(scene, i, roles.get("C", ())) if frame.then else None
    outcome = outcome_of(scene.codebook, frame, inner) if inner else None
    if inner is None or outcome is None:
        if not frame.type:
            return None
        score = fit.score + 0.2 * bool(source) + 0.2 * bool(target)
        return Coded(
            i, frame, frame.type, frame.mode, frame.cameo, frame.contexts, source, target, score, used=fit.used
        )  # fmt: skip
    made = combined(frame, outcome, source, target, inner, fit.score)
    return replace(made, trigger=i, used=fit.used)


def combined(
    frame: Frame, outcome: Outcome, source: tuple[int, ...], target: tuple[int, ...], inner: Coded, score: float
) -> Coded:
    """What an outer frame makes of the event inside it, told at the inner trigger."""
    type_, mode, cameo = outcome.type, outcome.mode, outcome.cameo
    if not type_:
        type_, mode, cameo = inner.type, inner.mode, frame.cameo or inner.cameo
    if outcome.aim == "both":
        source, target = source + target, inner.target
    elif outcome.aim == "doer" and inner.source and inner.source != source:
        target = target or inner.source
    elif outcome.aim != "none":
        target = target or inner.target
    return Coded(
        inner.trigger, frame, type_, mode, cameo, frame.contexts + inner.contexts, source or inner.source,
        target, score + inner.score / 2, inner,
    )  # fmt: skip


def content(scene: Scene, i: int, tokens: tuple[int, ...]) -> Coded | None:
    """The first event told in what stands as the content of trigger `i`; `i` itself where it is its own content."""
    if tokens == (i,):
        return code(scene, i)
    return next((c for t in tokens if (c := code(scene, t))), None)


def outcome_of(codebook: Codebook, frame: Frame, inner: Coded) -> Outcome | None:
    """What `frame` makes of the event inside it, if combine.csv says so: for its mode, its type, or any."""
    if inner.type == NOTHING:
        return None
    tries = (f"{inner.type}/{inner.mode}", inner.type, "*")
    return next((o for t in tries if (o := codebook.combine.get((frame.then, t)))), None)
