"""Settles where one attribution ends and the next begins, where the parser ran them together."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.statements.found import Attribution, Range
from dragoman.coding.statements.grammar import MARKS, subject
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import speaks

GOES_ON = frozenset({"add", "continue", "conclude", "go"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPEN = frozenset({"clause", "around", "of", "for", "ing", "to", "who-to", "object"})
CUTTING = frozenset({"say", "judge", "think", "intend", "topic"})


def settled(page: Page, cued: list[Attribution]) -> list[Attribution]:
    """Attributions whose content stops where the same speaker's next cue begins, that cue given its speaker."""
    out = unwrapped(page, cued)
    for n, a in enumerate(out):
        if a.place is None or a.frame not in OPEN or a.place.cue.kind not in ("say", "think", "judge"):
            continue
        for m in inside(page, out, n):
            stop = next_cue(page, out[n], out[m])
            if stop is not None:
                out[n] = replace(out[n], pieces=cut(out[n].pieces, stop), spread=None)
                out[m] = replace(out[m], head=a.head, source=a.source)
    return out


def inside(page: Page, cued: list[Attribution], n: int) -> Iterator[int]:
    """The numbers of the attributions whose cues stand after that of number n, before its content ends."""
    for m in range(n + 1, len(cued)):
        place = cued[m].place
        if place is None or not cued[n].pieces or page.parse.starts[place.head] >= cued[n].end:
            return
        yield m


def unwrapped(page: Page, cued: list[Attribution]) -> list[Attribution]:
    """Attributions where "X said S, Y reported" was parsed as X saying that Y reported: Y now stands around X."""
    parse = page.parse
    out = list(cued)
    for n, a in enumerate(cued):
        if a.place is None or a.frame != "clause" or a.head is None:
            continue
        for m in inside(page, cued, n):
            b = cued[m]
            if b.place and b.frame == "before" and b.pieces and parse.heads[b.place.head] == a.place.head:
                start = parse.starts[parse.sentences[parse.sentence_of[b.place.head]][0]]
                if a.start <= b.end <= a.end:
                    out[n] = replace(a, pieces=((a.start, b.end),), spread=None)
                    out[m] = replace(b, pieces=((start, b.end),), spread=None)
    return out


def next_cue(page: Page, a: Attribution, b: Attribution) -> int | None:
    """Where the content of a ends if b is the next cue of the same speaker rather than part of that content."""
    parse = page.parse
    if b.place is None or a.place is None or b.place.cue.part != "verb" or b.place.cue.kind not in CUTTING:
        return None
    verb = b.place.head
    start = parse.starts[verb]
    if verb < a.place.head:
        return None
    if not a.pieces or not a.pieces[0][0] < start < a.end or not page.same_level(verb, a.place.head):
        return None
    if parse.kids(verb, "nsubj", "nsubjpass", "auxpass"):
        return None
    if parse.tags[verb] == "VBG":
        edge = participle(page, verb)
    else:
        speaks_on = b.place.cue.kind != "topic"
        edge = (listed(page, verb, a.place.head) if speaks_on else None) or conjunct(page, verb, a.place.head)
    return parse.ends[edge - 1] if edge is not None and parse.starts[edge] > a.pieces[0][0] + 8 else None


def participle(page: Page, verb: int) -> int | None:
    """The comma before ", adding that …", if that is what the verb is."""
    parse = page.parse
    i = verb - 1
    while i > 0 and (parse.pos[i] in ("ADV", "CCONJ") or parse.words[i] in MARKS):
        i -= 1
    return i if parse.words[i] == "," and not parse.kids(verb, "aux") and parse.deps[verb] != "amod" else None


def listed(page: Page, verb: int, cue: int) -> int | None:
    """The comma before a second verb of saying in a list ("said it was late, urged calm and left")."""
    parse = page.parse
    beside = parse.heads[verb] == cue and parse.deps[verb] in ("ccomp", "advcl", "conj")
    return verb - 1 if beside and parse.words[verb - 1] == "," and parse.tags[verb] == parse.tags[cue] else None


def conjunct(page: Page, verb: int, cue: int) -> int | None:
    """The "and" before a second verb of saying, if it goes with the first cue and not with the clause between."""
    parse = page.parse
    if parse.deps[verb] != "conj" or parse.tags[verb] != parse.tags[cue] or parse.kids(verb, "aux"):
        return None
    first = parse.heads[verb]
    while parse.deps[first] == "conj" and parse.heads[first] > cue:
        first = parse.heads[first]
    differs = parse.tags[first] != parse.tags[verb] or bool(parse.kids(first, "aux"))
    who = subject(page, first)
    foreign = who is None or not speaks(page, who)
    link = next((i for i in range(verb - 1, cue, -1) if parse.pos[i] == "CCONJ"), None)
    if link is None:
        return None
    apart = parse.words[link - 1] == "," or (parse.words[link - 1] in MARKS and parse.words[link - 2] == ",")
    return link if parse.lemmas[verb] in GOES_ON or differs or foreign or apart else None


def cut(pieces: tuple[Range, ...], stop: int) -> tuple[Range, ...]:
    """Pieces of content up to `stop`."""
    return tuple((s, min(e, stop)) for s, e in pieces if s < stop)
