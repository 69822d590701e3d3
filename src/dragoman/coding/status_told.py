"""How an event is told: as a fact, as denied, as possible, or as something that lies before the story.

By grammar alone; `when.Calendar.is_past` adds what the event's own time says.
"""

from dragoman.coding.status import CONDITIONS, FUTURE, POSSIBLE, auxiliaries
from dragoman.coding.status_words import (
    AHEAD,
    AHEAD_NOUNS,
    BEFORE,
    BESIDE,
    CLAIMS,
    DENYING,
    FAILING,
    GROUNDS,
    HAPPENING,
    HEDGES,
    LONG,
    MEETINGS,
    NEW,
    OFTEN,
    POSSIBLY,
    SAME_DAY,
    UNTRUE,
    UNTRUE_SO,
)
from dragoman.model.event import Status
from dragoman.model.parse import Parse

SUMMING = frozenset({"appos", "npadvmod"})  # "a charge it rejected" after what is charged
NO = frozenset({"neither", "never", "no", "nobody", "none", "nor", "without"})
PERFECT = frozenset({"'d", "'ve", "had", "has", "have", "’d", "’ve"})
DEFINITE = frozenset({"that", "the", "these", "this", "those"})
THAT = frozenset({"that"})
AFTER = frozenset({"after"})
SINCE = frozenset({"since"})
NEXT = frozenset({"after", "following"})  # "following a raid": news, unlike "following the raid"
INDEFINITE = frozenset({"a", "an"})
RELATIVES = frozenset({"which", "who", "whom", "whose"})
ASIDES = frozenset({"appos", "parataxis", "relcl"})  # clauses that tell their own, whatever hangs above
FINITE = frozenset({"VBD", "VBP", "VBZ"})
CLAUSES = frozenset({"acl", "advcl", "ccomp", "pcomp", "xcomp"})


def told(parse: Parse, t: int, quoted: bool = False) -> Status:
    """The status of the event of token `t` in its clause, and in the clauses that its own hangs on.

    `quoted` says that somebody is quoted with these words; they tell their own story, not the report's.
    """
    if is_supposed(parse, t):
        return "hypothetical"  # "if it does not attack"
    if _denied(parse, t):
        return "denied"
    if _possible(parse, t):
        return "hypothetical"
    return "background" if _before(parse, t, quoted) else "asserted"


def is_supposed(parse: Parse, t: int) -> bool:
    """Whether token `t` stands in a condition, or in what depends on one."""
    return _depends(parse, t) or _hangs_on_condition(parse, t)


def _depends(parse: Parse, v: int) -> bool:
    """Whether `v` is the verb of a condition, or of what depends on one."""
    if not _is_verb(parse, v):
        return False
    fronted = (  # "if on Friday they attack", "if, speaking to his party, he accuses"
        c
        for c in parse.kids(v, "prep", "advmod", "advcl")
        if c < v and (parse.deps[c] != "advcl" or parse.tags[c] == "VBG")
    )
    return any(_says(parse, i, CONDITIONS, "mark") for i in (v, *fronted)) or is_conditional(parse, v)


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.pos[i] in ("VERB", "AUX")


def _says(parse: Parse, i: int, words: frozenset[str], *deps: str) -> bool:
    return any(parse.words[k].lower() in words for k in parse.kids(i, *deps))


def _denied(parse: Parse, t: int) -> bool:
    if _is_verb(parse, t):
        if auxiliaries(parse, t)[1] or _says(parse, t, NO, "advmod", "neg", "cc", "preconj"):
            return True
        if any(_is_nobody(parse, s) for s in _subjects(parse, t)):
            return True
    elif _says(parse, t, NO, "det", "neg"):
        return True
    head = parse.heads[t]
    if head == t:
        return False
    if _is_disputed(parse, t):
        return True
    if parse.deps[t] == "pcomp" and parse.words[head].lower() == "without":
        return True
    if parse.deps[t] == "pobj" and parse.words[head].lower() == "without":
        return True
    return parse.deps[t] in ("xcomp", "ccomp") and parse.lemmas[head] in FAILING


def _is_nobody(parse: Parse, noun: int) -> bool:
    """Whether a noun says that there is none: "no soldier", "nobody", "not a single shot"."""
    first = parse.words[parse.subtree(noun)[0]].lower()
    return _says(parse, noun, NO, "det", "neg") or parse.words[noun].lower() in NO or first in ("no", "not", "none")


def _is_disputed(parse: Parse, t: int) -> bool:
    """Whether what is told at `t` is the content of a claim that somebody denies ("dismissed reports that …")."""
    at = t
    for _ in range(6):
        head = parse.heads[at]
        if head == at or parse.deps[at] in ASIDES:
            return False
        at = head
        if parse.lemmas[at].lower() in CLAIMS and parse.pos[at] == "NOUN":
            return _is_denied(parse, at)
        if _is_verb(parse, at) and parse.kids(at, "ccomp") and parse.lemmas[at] not in ("have", "be"):
            return False
    return False


def _is_denied(parse: Parse, noun: int) -> bool:
    """Whether a claim is denied: as the object of "dismiss", or as what "is called a lie", "is false"."""
    verb, dep = parse.heads[noun], parse.deps[noun]
    if parse.lemmas[verb] in DENYING:
        return dep in ("dobj", "nsubjpass", "nsubj") and not auxiliaries(parse, verb)[1]
    said = (
        parse.kids(verb, "oprd", "attr", "acomp", "ccomp", "xcomp", "dobj")
        if dep in ("dobj", "nsubj", "nsubjpass")
        else ()
    )
    return any(parse.lemmas[i] in UNTRUE or parse.words[i].lower() in UNTRUE_SO for i in said)


def _subjects(parse: Parse, t: int) -> tuple[int, ...]:
    return parse.kids(t, "nsubj", "nsubjpass")


def _possible(parse: Parse, t: int) -> bool:
    if _is_verb(parse, t):
        words = auxiliaries(parse, t)[0]
        if words & POSSIBLE or _says(parse, t, HEDGES, "advmod"):
            return True
        if _is_aim(parse, t):
            return True
    elif _says(parse, t, POSSIBLY, "amod", "det", "advmod") or _is_feared(parse, t):
        return True
    return False


def is_conditional(parse: Parse, v: int) -> bool:
    """Whether what verb `v` says is to come depends on a condition ("will strike back if it is attacked")."""
    if not auxiliaries(parse, v)[0] & (FUTURE | POSSIBLE):
        return False
    return any(_is_condition(parse, c) for c in parse.kids(v, "advcl"))


def _is_condition(parse: Parse, v: int) -> bool:
    """Whether clause `v` is the condition of another; "even if" is none, "as if" neither."""
    marks = [m for m in parse.kids(v, "mark") if parse.words[m].lower() in ("if", "unless")]
    return any(m == 0 or parse.words[m - 1].lower() not in ("even", "as") for m in marks)


def _is_aim(parse: Parse, t: int) -> bool:
    """Whether the verb is an infinitive or a clause that something looks ahead to ("vowed to strike")."""
    head, dep = parse.heads[t], parse.deps[t]
    if dep not in CLAUSES or head == t:
        return False
    infinitive = parse.tags[t] == "VB"
    if dep == "advcl":  # what was done to reach an aim was done: "fired to stop the boat"
        return infinitive and _says(parse, t, frozenset({"to"}), "aux") and parse.tags[head] not in ("VBD", "VBN")
    if dep == "acl":
        return infinitive and parse.lemmas[head] in AHEAD_NOUNS
    if dep == "pcomp":
        above = parse.heads[head]
        return parse.lemmas[above] in AHEAD_NOUNS or (
            parse.words[head].lower() in ("against", "from") and above != head
        )
    return infinitive and parse.lemmas[head] in AHEAD


def _is_feared(parse: Parse, t: int) -> bool:
    """Whether a noun stands under one that looks ahead ("the threat of an attack", "calls for sanctions")."""
    head = parse.heads[t]
    if parse.deps[t] == "pobj" and parse.words[head].lower() in ("of", "for", "against"):
        above = parse.heads[head]
        return parse.lemmas[above] in AHEAD_NOUNS or (
            parse.words[head].lower() == "for"
            and parse.lemmas[above] in ("call", "ask", "push", "prepare", "plan", "appeal")
        )
    return parse.deps[t] == "dobj" and parse.lemmas[head] in ("consider", "propose", "threaten", "fear", "plan", "urge")


def _hangs_on_condition(parse: Parse, t: int) -> bool:
    """Whether a clause above is a condition, or depends on one, and this one is a part of it.

    What a relative or adverbial clause in it tells is not supposed: "if it strikes the town that was shelled".
    """
    at = t
    for _ in range(8):
        head = parse.heads[at]
        if head == at or parse.deps[at] in ASIDES:
            return False
        if parse.deps[at] == "advcl" and parse.tags[at] in FINITE:  # "if it goes on, as it did in May, …"
            return False
        at = head
        if _depends(parse, at):
            return True
    return False


def _before(parse: Parse, t: int, quoted: bool) -> bool:
    """Whether the event is told as something that lies before the story."""
    if not _is_verb(parse, t):
        return _says(parse, t, BEFORE, "amod", "advmod") or _is_presupposed(parse, t)
    if any(_lies_back(parse, a) for a in parse.kids(t, "advmod")) or _lasted(parse, t):
        return True
    helpers = auxiliaries(parse, t)[0]
    if "had" in helpers and is_perfect(parse, t):
        return _first_of(parse, t) != "ccomp"  # "said it had attacked": said of what attacked
    if quoted:
        return False
    return (is_perfect(parse, t) and not _opens(parse, t) and not _is_news(parse, t)) or _is_aside(parse, t)


def _first_of(parse: Parse, t: int) -> str:
    """How the first of the clauses joined to that of `t` hangs on what is above."""
    while parse.deps[t] == "conj":
        t = parse.heads[t]
    return parse.deps[t]


def _is_news(parse: Parse, t: int) -> bool:
    """Whether a main clause says that something is done of late ("has condemned the raid"), once, and not for long."""
    if _first_of(parse, t) != "ROOT" or parse.tags[t] == "VBG" or _says(parse, t, OFTEN, "advmod", "npadvmod"):
        return False
    if _says(parse, t, SINCE, "prep", "mark", "advmod"):
        return False
    return not any(parse.lemmas[k] in ("time", "occasion", "decade", "year", "century") for k in _lengths(parse, t))


def _lasted(parse: Parse, t: int) -> bool:
    """Whether a deed went on for longer than a story: "waged war for nine years"."""
    spans = (o for p in parse.kids(t, "prep") if parse.words[p].lower() == "for" for o in parse.kids(p, "pobj"))
    return parse.tags[t] == "VBD" and any(parse.lemmas[o] in LONG for o in spans)


def _lengths(parse: Parse, t: int) -> tuple[int, ...]:
    """The nouns that may say how often or how long: "ten times", "for years", "on several occasions"."""
    below = tuple(o for p in parse.kids(t, "prep") for o in parse.kids(p, "pobj"))
    return (*parse.kids(t, "npadvmod", "dobj"), *below)


def is_perfect(parse: Parse, t: int) -> bool:
    """Whether a verb says that something is done by now: "has denied", "had already left"."""
    words = auxiliaries(parse, t)[0]
    return bool(words & PERFECT) and (parse.tags[t] == "VBN" or (parse.tags[t] == "VBG" and "been" in words))


def is_done_by_now(parse: Parse, t: int) -> bool:
    """Whether a clause only says that something is done by now: "has left", "left earlier", "has left after it won"."""
    if is_perfect(parse, t) or any(_lies_back(parse, a) for a in parse.kids(t, "advmod")):
        return True
    return parse.deps[t] == "advcl" and is_perfect(parse, parse.heads[t])


def _opens(parse: Parse, t: int) -> bool:
    """Whether the verb stands in the report's first sentence, whose perfect is the news ("Iran has recalled …")."""
    return parse.sentence_of[t] == 0


def _is_aside(parse: Parse, t: int) -> bool:
    """Whether a clause beside the story tells of the past: "who was arrested", "after it expelled"."""
    past = parse.tags[t] in ("VBD", "VBN")
    if parse.deps[t] == "relcl":  # not "said in a note that he left"
        return past and not goes_on(parse, t) and not adds(parse, t) and not _says(parse, t, THAT, "mark", "dative")
    if not past or parse.deps[t] != "advcl":
        return False
    if _says(parse, t, AFTER, "mark"):  # news on news: "recalled its envoy after the border was shelled"
        return _is_verb(parse, parse.heads[t]) and _before(parse, parse.heads[t], False)
    return _says(parse, t, SINCE, "mark")


def _lies_back(parse: Parse, adverb: int) -> bool:
    """Whether an adverb puts a deed before the story; "hours earlier", "earlier in the day" are of its day."""
    if adverb == parse.sentences[parse.sentence_of[adverb]][0] and parse.words[adverb + 1] == ",":
        return False  # "Earlier, she met the envoys": on the same day
    near = (*parse.kids(adverb, "npadvmod"), *(o for p in parse.kids(adverb, "prep") for o in parse.kids(p, "pobj")))
    return parse.words[adverb].lower() in BEFORE and not any(parse.lemmas[n] in SAME_DAY for n in near)


def goes_on(parse: Parse, v: int) -> bool:
    """Whether a clause goes on with the story ("flew to Geneva, where she met the envoys")."""
    start, _ = parse.subtree(v)
    return parse.deps[v] == "relcl" and parse.words[start].lower() == "where" and parse.words[start - 1] == ","


def adds(parse: Parse, v: int) -> bool:
    """Whether a relative clause adds a deed to the story rather than say which thing is meant.

    ("the envoy, who accused Peru, …", "a session in which he praised Peru", "…, a charge it rejected".)
    """
    if parse.deps[v] != "relcl" or parse.tags[v] != "VBD":
        return False
    start, _ = parse.subtree(v)
    first = parse.words[start].lower()
    if first in RELATIVES:
        return parse.words[start - 1] == ","
    return (parse.tags[start] == "IN" and parse.words[start + 1].lower() == "which") or (
        parse.deps[parse.heads[v]] in SUMMING
    )


def _is_presupposed(parse: Parse, t: int) -> bool:
    """Whether a noun names a deed as known ("in response to an attack", "the attack shows"), not as the news."""
    if _says(parse, t, NEW, "amod", "advmod", "compound") or _opens(parse, t):
        return False
    if any(_says(parse, c, THAT, "mark") for c in parse.kids(t, "acl", "ccomp", "relcl")):
        return False  # "Peru's charge that …" tells it
    at = t
    while parse.deps[at] == "conj":
        at = parse.heads[at]
    head = parse.heads[at]
    if parse.lemmas[t] in MEETINGS and parse.deps[at] == "pobj" and parse.words[head].lower() in BESIDE:
        return False  # "speaking after talks with …": on the same day
    if parse.deps[at] == "pobj" and parse.words[head].lower() in GROUNDS:
        return not (parse.words[head].lower() in NEXT and _says(parse, t, INDEFINITE, "det"))
    definite = bool(parse.kids(t, "poss")) or _says(parse, t, DEFINITE, "det")
    if not definite or parse.deps[at] not in ("pobj", "dobj", "nsubj", "nsubjpass"):
        return False
    return parse.lemmas[head] not in HAPPENING or bool(parse.kids(head, "attr", "acomp"))  # "the attack is the first"
