"""The least clause that carries an event: its evidence."""

from dragoman.coding.events_match import Coded
from dragoman.model.parse import Parse
from dragoman.model.text import Span

OF_VERB = (
    "aux", "auxpass", "neg", "prt", "nsubj", "nsubjpass", "csubj", "dobj", "dative", "attr", "acomp", "oprd", "agent",
    "prep", "xcomp", "ccomp", "advmod",
)  # fmt: skip
OF_NOUN = ("det", "amod", "compound", "poss", "nummod", "nmod", "prep", "case", "quantmod", "acl")
ASIDE = ("relcl", "appos", "advcl", "parataxis", "conj", "cc")
LONGEST = 280  # code points; beyond that, what merely hangs on by a preposition is left out


def clause(parse: Parse, coded: Coded) -> Span:
    """The words of an event: its trigger with what belongs to it, and the event inside it."""
    start, end = reach(parse, coded.trigger)
    if coded.inner and coded.inner.trigger != coded.trigger:
        more = reach(parse, coded.inner.trigger)
        if abs(more[0] - end) < 12 or start <= more[0] < end:
            start, end = min(start, more[0]), max(end, more[1])
    span = parse.span(start, end)
    if span.end - span.start > LONGEST:
        start, end = reach(parse, coded.trigger, far=False)
        span = parse.span(start, end)
    return span


def reach(parse: Parse, t: int, far: bool = True) -> tuple[int, int]:
    """From the first to the last token of what belongs to trigger `t`."""
    if parse.deps[t] in ("acomp", "attr", "oprd") and parse.pos[parse.heads[t]] in ("AUX", "VERB"):
        t = parse.heads[t]  # "is [responsible] for": the clause is the verb's
    is_verb = parse.pos[t] in ("VERB", "AUX")
    wanted = OF_VERB if is_verb else OF_NOUN
    start, end = t, t + 1
    for c in parse.children[t]:
        dep = parse.deps[c]
        if dep not in wanted or (not far and dep in ("prep", "ccomp", "acl") and c > t):
            continue
        if dep == "ccomp" and c < t:  # "… , he said": the words before are somebody's content, not this clause
            continue
        first, last = whole(parse, c)
        start, end = min(start, first), max(end, last)
    return start, end


def whole(parse: Parse, c: int) -> tuple[int, int]:
    """The token range under `c` without the asides that hang on at its end."""
    first, last = parse.subtree(c)
    for i in range(c + 1, last):
        if parse.deps[i] in ASIDE and parse.subtree(i)[0] > c and under(parse, i, c):
            if parse.deps[i] in ("conj", "cc") and parse.pos[i] not in ("VERB", "AUX", "CCONJ"):
                continue
            if parse.deps[i] == "cc":
                continue
            last = min(last, parse.subtree(i)[0])
    while last - 1 > c and (parse.pos[last - 1] in ("PUNCT", "CCONJ", "SPACE")):
        last -= 1
    return first, max(last, c + 1)


def under(parse: Parse, i: int, top: int) -> bool:
    """Whether token `i` hangs under token `top`."""
    while parse.heads[i] != i:
        i = parse.heads[i]
        if i == top:
            return True
    return False
