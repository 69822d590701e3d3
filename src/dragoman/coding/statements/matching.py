"""How well a cue and a quotation fit each other: by grammar, or by standing side by side."""

from dragoman.coding.statements.found import Attribution, Place, Range
from dragoman.coding.statements.grammar import ancestors, noun_after
from dragoman.coding.statements.page import Page

SILENT = frozenset({"seem", "show", "light"})
FAR = 40
REACH = 2 * FAR
NEAR = 14
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PREMODIFIERS = frozenset({"POS", "DT", "PRP$", "JJ", "IN", "CC", "TO", "CD", "WP$"})


def score(page: Page, k: int, a: Attribution) -> float:
    """How surely a quotation is what a cue introduces, from 0 to 1."""
    assert a.place
    _start, end = page.ranges[k]
    if a.place.head >= end:
        return max(after(page, k, a.place), by_grammar(page, k, a))
    return max(before(page, k, a.place), by_grammar(page, k, a))


def may_own(page: Page, k: int, a: Attribution) -> bool:
    """Whether a cue stands on the quotation's own level and is a cue of speech."""
    assert a.place
    head = a.place.head
    start, end = page.ranges[k]
    if a.place.cue.kind in SILENT or start <= head < end or only_carries(page, head):
        return False
    return page.level[head] == outer_level(page, k)


def only_carries(page: Page, verb: int) -> bool:
    """Whether a verb only brings in the one who speaks: "cited an official as saying"."""
    return any(
        page.parse.tags[i] == "VBG" for link in page.parse.kids(verb, "prep") for i in page.parse.kids(link, "pcomp")
    )


def outer_level(page: Page, k: int) -> int:
    """The level that words around a quotation stand on."""
    start, end = page.ranges[k]
    around = page.around[k]
    if around == -1:
        return -1
    low, high = page.ranges[around]
    beside = [i for i in (start - 1, end) if low <= i < high]
    return page.level[beside[0]] if beside else around


def distance(page: Page, k: int, a: Attribution) -> int:
    """How many tokens lie between a quotation and a cue."""
    assert a.place
    start, end = page.ranges[k]
    return start - a.place.head if a.place.head < start else a.place.head - end


def by_grammar(page: Page, k: int, a: Attribution) -> float:
    """How well a cue's content by grammar fits a quotation."""
    q = page.quotes[k]
    shared = sum(overlap(p, (q.inner, q.outer)) for p in a.pieces)
    if not shared or a.frame == "around":
        return 0.0
    size = sum(e - s for s, e in a.pieces)
    if shared >= 0.6 * size:
        return 0.75
    return 0.7 if shared >= 0.9 * (q.outer - q.inner) and a.frame not in ("object", "of", "for", "about") else 0.0


def overlap(a: Range, b: Range) -> int:
    """How many code points two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def after(page: Page, k: int, place: Place) -> float:
    """How well a cue fits that stands after a quotation: "…," the envoy said."""
    parse, q = page.parse, page.quotes[k]
    end, first = page.ranges[k][1], place.tokens[0]
    if first - end > FAR or not (takes_speech(place) and has_subject(page, place)) or crosses(page, end, first, first):
        return 0.0
    gap = parse.source[q.end : parse.starts[first]].lstrip()
    last = parse.source[q.inner : q.outer].rstrip()[-1:]
    if (gap and gap[0] in ";:.(") or (gap[:4].lower() in ("and ", "but ") and last == ","):
        return 0.0
    if place.cue.part in ("noun", "adjective") or (last == "," and not begins(page, k) and says_else(page, place)):
        return 0.0
    if last == "," or gap[:1] == ",":
        return 0.97 if begins(page, k) else 0.6
    if last in "?!…-—–":
        return 0.8
    return 0.55 if q.closed and gap[:1].islower() and last != "." and first - end < 6 else 0.0


def says_else(page: Page, place: Place) -> bool:
    """Whether a cue has a clause of its own after it: that is what it says, not a quotation before it."""
    parse, verb = page.parse, place.head
    clauses = (c for c in parse.kids(verb, "ccomp") if c > verb)
    return place.cue.part == "verb" and any(parse.kids(c, "nsubj", "nsubjpass", "expl") for c in clauses)


def begins(page: Page, k: int) -> bool:
    """Whether a quotation begins a sentence or clause, or follows other speech, rather than ending one."""
    before = page.parse.source[: page.quotes[k].start].rstrip(" \t")
    return not before or before[-1] in "\n.,:;!?…—–-)]”\"'»" or before.endswith((" that", " and", " but"))


def has_subject(page: Page, place: Place) -> bool:
    """Whether a cue after a quotation has a speaker of its own beside it, as "adding" has not."""
    if place.cue.part != "verb" or cited(page, place.head):
        return True
    own = (i for i in page.parse.kids(place.head, "nsubj", "nsubjpass", "agent") if page.same_level(i, place.head))
    return next(own, None) is not None or noun_after(page, place.head) is not None


def cited(page: Page, verb: int) -> bool:
    """Whether a gerund is that of "cited an official as saying", whose speaker stands before it."""
    return page.parse.deps[verb] == "pcomp" and page.parse.words[page.parse.heads[verb]].lower() == "as"


def takes_speech(place: Place) -> bool:
    """Whether a cue may stand beside a quotation that grammar does not give it."""
    return "quote" in place.cue.takes or (place.cue.part == "phrase" and place.cue.kind != "seem")


def before(page: Page, k: int, place: Place) -> float:
    """How well a cue fits that stands before a quotation: The envoy said: "…"."""
    parse, q = page.parse, page.quotes[k]
    start, last = page.ranges[k][0], place.tokens[-1]
    gap = parse.source[parse.ends[last] : q.start]
    bare = gap.rstrip()
    if "\n" in bare or start - last > FAR or not takes_speech(place):
        return 0.0
    if bare[-1:] == ":":
        sure = 0.95 if place.cue.part == "verb" else 0.9
        return sure - 0.005 * (start - last) if not crosses_colon(page, last + 1, start) else 0.0
    if place.cue.part in ("noun", "adjective"):
        return 0.0
    if "\n" in gap or start - last > NEAR or crosses(page, last + 1, start, last):
        return 0.0
    if bare[-1:] not in (",", ":") and parse.tags[place.head] == "VB" and place.cue.kind == "say":
        return 0.0
    if bare[-1:] == "," or bare.endswith(" that") or (bare == "" and page.level[start] != page.level[place.head]):
        return 0.85
    if not q.closed or any(parse.pos[i] == "VERB" for i in range(last + 1, start)):
        return 0.0
    if any(parse.tags[i] in FINITE for i in range(*page.ranges[k])) and parse.tags[start - 1] != "POS":
        return 0.65
    return 0.5 if parse.tags[start - 1] not in PREMODIFIERS else 0.0


def crosses(page: Page, start: int, end: int, cue: int) -> bool:
    """Whether another clause, sentence or quotation lies between two tokens on their way from quotation to cue."""
    parse = page.parse
    for i in range(start, end):
        if page.level[i] != page.level[cue]:
            return True
        if parse.tags[i] == "." and parse.words[i] in ".?!":
            return True
        verbal = parse.pos[i] == "VERB" and parse.tags[i] in ("VBD", "VBZ", "VBP")
        if (
            verbal
            and not (cited(page, cue) and i in ancestors(parse, cue))
            and not any(parse.deps[j] in ("relcl", "acl", "advcl") for j in chain(page, i, start))
        ):
            return True
    return False


def chain(page: Page, i: int, start: int) -> list[int]:
    """A token and the heads above it that do not stand before `start`."""
    out = [i]
    while page.parse.heads[out[-1]] not in out and page.parse.heads[out[-1]] >= start and len(out) < 12:
        out.append(page.parse.heads[out[-1]])
    return out


def crosses_colon(page: Page, start: int, end: int) -> bool:
    """Whether a sentence ends between a cue and the colon before a quotation."""
    return any(page.parse.words[i] in (".", "?", "!") and i + 1 < end for i in range(start, end))
