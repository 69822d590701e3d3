"""Gives every quotation its cue and speaker, or leaves it as mere words in quotation marks."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.statements.found import Attribution, Range
from dragoman.coding.statements.grammar import noun_after, noun_before, noun_phrase
from dragoman.coding.statements.matching import REACH, distance, may_own, overlap, score
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.shelf import Shelf
from dragoman.coding.statements.unlisted import PLAIN, unlisted


def quoted(page: Page, cued: Sequence[Attribution], signed: Sequence[Attribution] = ()) -> list[Attribution]:
    """All attributions that have content, those of quotations among them; `signed` ones have theirs already."""
    taken: dict[int, list[int]] = {}
    extra: list[Attribution] = list(signed)
    used = {k for a in signed for k in a.quotes}
    for k in range(len(page.quotes)):
        if k in used:
            continue
        n = next((n for n, own in taken.items() if k - 1 in own), None) if resumes(page, k) else None
        n = owner(page, k, cued) if n is None else n
        if n is not None:
            taken.setdefault(n, []).append(k)
            continue
        found = unlisted(page, k)
        if found:
            extra.append(found)
    merged = [merge(page, a, taken.get(n, [])) for n, a in enumerate(cued)]
    return continued(page, [a for a in (*merged, *extra) if a.pieces])


def resumes(page: Page, k: int) -> bool:
    """Whether a quotation goes on with the one before, broken by its cue: “It is late,” he said, “but not too late.”"""
    if not k or page.around[k] != page.around[k - 1] or page.quotes[k].passage != page.quotes[k - 1].passage:
        return False
    source, first, second = page.parse.source, page.quotes[k - 1], page.quotes[k]
    between = source[first.end : second.start].rstrip()
    broken = source[first.inner : first.outer].rstrip()[-1:] == "," and between[-1:] == ","
    same = page.parse.sentence_of[page.ranges[k - 1][0]] == page.parse.sentence_of[page.ranges[k][0]]
    return broken and same and source[second.inner : second.inner + 1].islower()


def head_of(a: Attribution) -> int:
    """The token of an attribution's cue; attributions by grammar stand in its order."""
    return a.place.head if a.place else -1


def owner(page: Page, k: int, cued: Sequence[Attribution]) -> int | None:
    """The number of the attribution whose cue a quotation belongs to."""
    start, end = page.ranges[k]
    low = bisect_left(cued, start - REACH, key=head_of)
    high = bisect_left(cued, end + REACH, key=head_of)
    near_by = ((n, cued[n]) for n in range(low, high))
    scored = [(score(page, k, a), -distance(page, k, a), n) for n, a in near_by if may_own(page, k, a)]
    best = max(scored, default=(0.0, 0, -1))
    return best[2] if best[0] > 0 else None


def merge(page: Page, a: Attribution, own: list[int]) -> Attribution:
    """An attribution with the quotations that belong to it; after a clause and a colon they are statements apart."""
    if not own:
        return a if takes_clause(a) else replace(a, pieces=())
    assert a.place
    cue = a.place.head
    spans = outer_spans([(page.quotes[k].inner, page.quotes[k].outer) for k in own])
    if apart(page, a, own):
        return a
    if a.place.cue.part == "phrase" and "quote" in a.place.cue.takes:
        return replace(a, pieces=tuple(spans), quotes=tuple(own), direct=True, confidence=0.9)
    a = named_speaker(page, a, own)
    kept = [p for p in a.pieces if not beside(page, a, p, own)] if not introduced(page, a, own) else []
    size = sum(e - s for s, e in kept)
    shared = sum(overlap(p, s) for p in kept for s in spans)
    if shared >= 0.8 * size:
        return replace(a, pieces=tuple(spans), quotes=tuple(own), direct=True, confidence=0.9)
    return replace(a, pieces=together(page, cue, [*kept, *spans]), quotes=tuple(own))


def together(page: Page, cue: int, ranges: list[Range]) -> tuple[Range, ...]:
    """Ranges as one, or as those before and after a cue that stands between them."""
    at = page.parse.starts[cue]
    before = [r for r in ranges if r[1] <= at]
    after = [r for r in ranges if r[0] > at]
    if len(before) + len(after) < len(ranges):
        before, after = ranges, []
    return tuple((min(s for s, _ in side), max(e for _, e in side)) for side in (before, after) if side)


def outer_spans(spans: list[Range]) -> list[Range]:
    """Ranges in order, without those inside others."""
    out: list[Range] = []
    for start, end in sorted(spans):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def takes_clause(a: Attribution) -> bool:
    """Whether an attribution without a quotation stands: its cue takes more than quotations."""
    assert a.place
    return a.place.cue.takes != PLAIN


def beside(page: Page, a: Attribution, piece: Range, own: list[int]) -> bool:
    """Whether content by grammar only stands beside the quotations: before a colon, or before a cue they follow."""
    assert a.place
    source = page.parse.source
    first, last = page.quotes[own[0]], page.quotes[own[-1]]
    cue = page.parse.starts[a.place.head]
    if not overlap(piece, (first.start, last.end)) and a.frame in ("before", "around") and first.start > cue:
        return source[first.inner : first.inner + 1].isupper() or source[: first.start].rstrip()[-1:] == ":"
    if piece[0] < first.start <= piece[1] and first.start < cue:
        return source[: first.start].rstrip()[-1:] in ":;—–" or source[: first.start].endswith(" - ")
    return False


def apart(page: Page, a: Attribution, own: list[int]) -> bool:
    """Whether a cue has a clause of its own before the colon, so that the quotation is a statement that goes on."""
    first = page.quotes[own[0]]
    before_colon = page.parse.source[: first.start].rstrip()[-1:] == ":"
    return before_colon and a.frame in ("clause", "around") and bool(a.pieces) and a.end <= first.start


def after_mark(page: Page, k: int) -> int | None:
    """The agent after a quotation: hailed as “a friend” by the envoy."""
    parse, end = page.parse, page.ranges[k][1]
    if end >= len(parse) or parse.words[end].lower() != "by":
        return None
    return next(iter(parse.kids(end, "pobj")), None)


def introduced(page: Page, a: Attribution, own: list[int]) -> bool:
    """Whether the quotation is set off as speech after its cue: by a comma or colon, beginning with a capital."""
    assert a.place
    q = page.quotes[own[0]]
    source = page.parse.source
    return (
        page.ranges[own[0]][0] > a.place.head
        and source[: q.start].rstrip()[-1:] in (",", ":")
        and source[q.inner : q.inner + 1].isupper()
    )


def named_speaker(page: Page, a: Attribution, own: list[int]) -> Attribution:
    """An attribution whose speaker the parser missed, with the noun phrase beside its cue."""
    assert a.place
    verb = a.place.head
    if a.head is not None or a.place.cue.part != "verb":
        return a
    by = after_mark(page, own[-1])
    if by is not None:
        return replace(a, head=by, source=noun_phrase(page.parse, by), pieces=())
    if page.parse.kids(verb, "auxpass", "nsubjpass"):
        return a
    inverted = page.ranges[own[0]][1] <= verb
    who = noun_after(page, verb) if inverted else None
    who = noun_before(page, verb) if who is None and page.parse.tags[verb] != "VBG" else who
    return a if who is None else replace(a, head=who, source=noun_phrase(page.parse, who))


def continued(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The attributions with those of quotations that go on without a cue."""
    used = {k for a in found for k in a.quotes}
    shelf = Shelf(found, lambda a: (a.start, a.end))
    speech = sorted((a for a in found if speaks(a)), key=lambda a: (-a.end, -a.start))
    out, last = list(found), None
    for k, q in enumerate(page.quotes):
        while speech and speech[-1].end <= q.start:
            last = speech.pop()
        if k in used or q.depth or last is None or any(covers(page, a, k) for a in shelf.touching(q.inner, q.outer)):
            continue
        if (q.continues or stands_alone(page, k)) and near(page, last, k):
            last = replace(
                last, place=None, pieces=((q.inner, q.outer),), spread=None, quotes=(k,), direct=True, follows=True,
                frame="", confidence=0.75,
            )  # fmt: skip
            out.append(last)
    return out


def covers(page: Page, a: Attribution, k: int) -> bool:
    """Whether a quotation stands in the content of an attribution from outside it."""
    q = page.quotes[k]
    start, end = page.ranges[k]
    outside = a.place is None or not start <= a.place.head < end
    return outside and any(s < q.outer and q.inner < e for s, e in a.pieces)


def speaks(a: Attribution) -> bool:
    """Whether an attribution is speech that a quotation may go on with."""
    return (
        a.head is not None and (a.place is None or a.place.cue.kind in ("say", "judge")) and bool(a.quotes or a.place)
    )


def near(page: Page, last: Attribution, k: int) -> bool:
    """Whether a quotation stands close enough to go on with the words before it."""
    q = page.quotes[k]
    between = page.parse.source[last.end : q.start]
    return between.count("\n\n") <= 2 and (q.continues or len(between) < 700)


def stands_alone(page: Page, k: int) -> bool:
    """Whether a quotation is made of whole sentences: nothing before it in its sentence, and an end mark."""
    parse, q = page.parse, page.quotes[k]
    before, text = parse.source[: q.start].rstrip(" \t"), parse.source[q.inner : q.outer].rstrip(" \n\"'”’»")
    if text[-1:] not in ".!?…" or len(text) <= 12:
        return False
    return not before or before[-1] in ".!?\n”\"'" or led_in(page, k)


def led_in(page: Page, k: int) -> bool:
    """Whether only a few words without a verb lead from the start of a sentence into a quotation."""
    parse, start = page.parse, page.ranges[k][0]
    first = start
    while first > 0 and start - first < 8 and parse.words[first - 1] not in (".", "!", "?", "”", '"', "\n"):
        first -= 1
    led = range(first, start)
    bare = len(led) < 7 and not any(parse.pos[i] in ("VERB", "AUX") for i in led)
    return bare and (parse.words[start - 1] in (",", ":") or not led)
