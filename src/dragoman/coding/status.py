"""Whether an event is told as a fact, as denied, as possible, or as something that lies before the story."""

from dragoman.model.event import Status
from dragoman.model.parse import Parse
from dragoman.model.text import Span

FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
OUGHT = frozenset({"must", "should", "ought"})
ABLE = frozenset({"can", "ca", "could"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def mood(parse: Parse, v: int) -> str:
    """What a verb's auxiliaries make of it: "promise" (will), "refuse" (will not, cannot) or ""."""
    words, negated = auxiliaries(parse, v)
    future = bool(words & FUTURE) or ("would" in words and is_reported(parse, v))
    future = future or (bool(words & OUGHT) and is_own(parse, v))  # "we must stop them": the speaker's own resolve
    if future:
        return "refuse" if negated else "promise"
    return "refuse" if negated and words & ABLE else ""


def obliged(parse: Parse, v: int) -> bool:
    """Whether somebody else ought to do `v`: "Iran must withdraw", or, said to him, "Withdraw!"."""
    for a in parse.kids(v, "aux"):
        if parse.words[a].lower() in OUGHT:
            inverted = any(s > a for s in parse.kids(v, "nsubj", "nsubjpass"))  # "should Iran withdraw, …"
            return not inverted and not is_own(parse, v) and not is_nobody(parse, v)
    return is_order(parse, v)


def allowed_to(parse: Parse, v: int) -> tuple[tuple[int, ...], int]:
    """Who is told to do what where `v` is a "let" said to the world: "[let] them free the crew"; else -1."""
    orders = parse.lemmas[v] == "let" and parse.tags[v] == "VB" and not parse.kids(v, "nsubj", "aux", "dobj")
    for c in parse.kids(v, "ccomp", "xcomp") if orders else ():
        who = parse.kids(c, "nsubj", "nsubjpass")
        if parse.tags[c] in ("VB", "VBN") and who and parse.words[who[0]].lower() not in ("us", "me", "nobody"):
            return who, c
    return (), -1


def is_nobody(parse: Parse, v: int) -> bool:
    """Whether the subject of `v` is nobody at all ("nobody should test us": a warning, asked of no one)."""
    return any(parse.words[s].lower() in ("nobody", "none", "one") for s in parse.kids(v, "nsubj", "nsubjpass"))


def is_order(parse: Parse, v: int) -> bool:
    """Whether `v` is an imperative."""
    if parse.tags[v] != "VB" or parse.deps[v] not in ("ROOT", "ccomp") or parse.lemmas[v] == "let":
        return False
    return not parse.kids(v, "nsubj", "nsubjpass", "aux", "csubj", "expl")


def is_own(parse: Parse, v: int) -> bool:
    """Whether the subject of `v` is whoever speaks."""
    return any(parse.words[s].lower() in ("we", "i") for s in parse.kids(v, "nsubj", "nsubjpass"))


def denied(parse: Parse, v: int) -> bool:
    """Whether the clause of `v` is negated: "not", "never", or a subject that is nobody."""
    if auxiliaries(parse, v)[1]:
        return True
    subjects = parse.kids(v, "nsubj", "nsubjpass", "dobj")
    none = ("no", "nobody", "none", "neither", "nothing")
    return any(
        parse.words[s].lower() in none or any(parse.words[d].lower() == "no" for d in parse.kids(s, "det"))
        for s in subjects
    )


def auxiliaries(parse: Parse, v: int) -> tuple[frozenset[str], bool]:
    """The auxiliaries of `v` in lower case, with those it shares with the verb it is joined to; is it negated?"""
    own = parse.kids(v, "aux", "auxpass")
    negated = bool(parse.kids(v, "neg"))
    words = frozenset(parse.words[a].lower() for a in own)
    if parse.deps[v] == "conj" and not own and not parse.kids(v, "nsubj", "nsubjpass"):
        shared, also = auxiliaries(parse, parse.heads[v])
        if parse.tags[v] in ("VB", "VBP"):
            return shared, negated or also
    if parse.deps[v] == "advcl" and words == {"to"} and not parse.kids(v, "nsubj"):  # "will not go to … to meet"
        shared, also = auxiliaries(parse, parse.heads[v])
        return shared | words, negated or also
    return words, negated


def is_reported(parse: Parse, v: int) -> bool:
    """Whether `v` stands in a clause that somebody is said to have said or decided."""
    while parse.deps[v] == "conj":
        v = parse.heads[v]
    return parse.deps[v] in ("ccomp", "acl") or bool(parse.kids(v, "ccomp"))


def status(parse: Parse, v: int) -> Status:
    """The status of an event in its clause."""
    words, negated = auxiliaries(parse, v)
    if negated:
        return "denied"
    marks = {parse.words[m].lower() for m in parse.kids(v, "mark")}
    if words & POSSIBLE or marks & CONDITIONS:
        return "hypothetical"
    if parse.tags[v] == "VBN" and "had" in words:
        return "background"
    return "asserted"


def is_condition(parse: Parse, i: int, words: Span | None = None) -> bool:
    """Whether token `i` stands in an if-clause (one within `words`, if given): what is supposed is said of nobody."""
    inside = range(*parse.tokens(words)) if words else range(len(parse))
    while parse.heads[i] != i and i in inside:
        if any(parse.words[m].lower() in CONDITIONS and m in inside for m in parse.kids(i, "mark")):
            return True
        i = parse.heads[i]
    return False
