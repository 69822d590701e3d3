"""Gives every quotation its cue and speaker, or leaves it as mere words in quotation marks."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.cues import Cue
from dragoman.coding.statements.found import Attribution, Place, Range
from dragoman.coding.statements.grammar import ancestors, noun_after, noun_before, noun_phrase, subject
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import speaks as speaks_for

SILENT = frozenset({"seem", "show", "light"})
FAR, NEAR = 40, 14
PLAIN = frozenset({"quote"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PREMODIFIERS = frozenset({"POS", "DT", "PRP$", "JJ", "IN", "CC", "TO", "CD", "WP$"})


def quoted(page: Page, cued: Sequence[Attribution], signed: Sequence[Attribution] = ()) -> list[Attribution]:
    """All attributions that have content, those of quotations among them; `signed` ones have theirs already."""
    taken: dict[int, list[int]] = {}
    extra: list[Attribution] = list(signed)
    used = {k for a in signed for k in a.quotes}
    for k in range(len(page.quotes)):
        if k in used:
            continue
        n = owner(page, k, cued)
        if n is not None:
            taken.setdefault(n, []).append(k)
            continue
        found = unlisted(page, k)
        if found:
            extra.append(found)
    merged = [merge(page, a, taken.get(n, [])) for n, a in enumerate(cued)]
    return continued(page, [a for a in (*merged, *extra) if a.pieces])


def owner(page: Page, k: int, cued: Sequence[Attribution]) -> int | None:
    """The number of the attribution whose cue a quotation belongs to."""
    scored = [(score(page, k, a), -distance(page, k, a), n) for n, a in enumerate(cued) if may_own(page, k, a)]
    best = max(scored, default=(0.0, 0, -1))
    return best[2] if best[0] > 0 else None


def may_own(page: Page, k: int, a: Attribution) -> bool:
    """Whether a cue stands on the quotation's own level, near it, and is a cue of speech."""
    assert a.place
    head = a.place.head
    start, end = page.ranges[k]
    if a.place.cue.kind in SILENT or only_carries(page, head) or start <= head < end or not -FAR * 2 < head - start < end - start + FAR * 2:
        return False
    return page.level[head] == outer_level(page, k)


def only_carries(page: Page, verb: int) -> bool:
    """Whether a verb only brings in the one who speaks: "cited an official as saying"."""
    return any(page.parse.tags[i] == "VBG" for link in page.parse.kids(verb, "prep") for i in page.parse.kids(link, "pcomp"))


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


def score(page: Page, k: int, a: Attribution) -> float:
    """How surely a quotation is what a cue introduces, from 0 to 1."""
    assert a.place
    start, end = page.ranges[k]
    if a.place.head >= end:
        return max(after(page, k, a.place), by_grammar(page, k, a))
    return max(before(page, k, a.place), by_grammar(page, k, a))


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
    if place.cue.part in ("noun", "adjective"):
        return 0.0
    if last == "," or gap[:1] == ",":
        return 0.97 if begins(page, k) else 0.6
    if last in "?!…-—–":
        return 0.8
    return 0.55 if q.closed and gap[:1].islower() and last != "." and first - end < 6 else 0.0


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


def crosses_colon(page: Page, start: int, end: int) -> bool:
    """Whether a sentence ends between a cue and the colon before a quotation."""
    return any(page.parse.words[i] in (".", "?", "!") and i + 1 < end for i in range(start, end))


def unlisted(page: Page, k: int) -> Attribution | None:
    """A quotation beside a verb that is no known cue: "…," she wept; The envoy was blunt: "…"."""
    return before_verb(page, k) or after_colon(page, k)


def after_colon(page: Page, k: int) -> Attribution | None:
    """A quotation after a sentence with a colon that names nobody's speech: its subject speaks."""
    parse, q = page.parse, page.quotes[k]
    start = page.ranges[k][0]
    i = start - 1
    while i > 0 and parse.pos[i] in ("PUNCT", "SPACE") and parse.words[i] != ":":
        i -= 1
    if i < 1 or parse.words[i] != ":" or parse.source[parse.ends[i] : q.start].strip() or page.around[k] != -1:
        return None
    root = parse.sentences[parse.sentence_of[i]][0]
    while parse.heads[root] != root:
        root = parse.heads[root]
    if root >= i or parse.pos[root] not in ("VERB", "AUX") or page.level[root] != -1:
        return None
    who = subject(page, root)
    if who is None or not speaks_for(page, who):
        return None
    place = Place(Cue("verb", (parse.lemmas[root],), "say", PLAIN, "assert", ""), root, (root,), root)
    return Attribution(place, "", noun_phrase(parse, who), who, ((q.inner, q.outer),), None, (k,), True, False, 0.5)


def before_verb(page: Page, k: int) -> Attribution | None:
    """A quotation before an unknown verb of somebody: "…," she wept."""
    parse, q = page.parse, page.quotes[k]
    start, end = page.ranges[k]
    last = parse.source[q.inner : q.outer].rstrip()[-1:]
    if last not in (",", "?", "!") or q.depth or end >= len(parse) or end - start < 4:
        return None
    for i in range(end, min(end + 8, len(parse))):
        if parse.sentence_of[i] - parse.sentence_of[end] or page.level[i] != -1 or parse.tags[i] == ".":
            return None
        if parse.pos[i] == "VERB" and parse.tags[i] in ("VBD", "VBZ") and parse.deps[i] not in ("relcl", "acl"):
            who = subject(page, i)
            if who is None or not end <= who <= i + 4 or not person(page, who):
                return None
            cue = Cue("verb", (parse.lemmas[i],), "say", PLAIN, "assert", "")
            place = Place(cue, i, (i,), i)
            return Attribution(
                place, "", noun_phrase(parse, who), who, ((q.inner, q.outer),), None, (k,), True, False, 0.6
            )
    return None


def person(page: Page, token: int) -> bool:
    """Whether a token is a personal pronoun or ends a person's name."""
    if page.parse.pos[token] == "PRON":
        return page.parse.words[token].lower() in ("he", "she", "they", "i", "who", "we")
    return any(e.label == "PERSON" and e.start <= token < e.end for e in page.parse.entities)


def merge(page: Page, a: Attribution, own: list[int]) -> Attribution:
    """An attribution with the quotations that belong to it; after a clause and a colon they are statements apart."""
    if not own:
        return a if takes_clause(a) else replace(a, pieces=())
    assert a.place
    spans = [(page.quotes[k].inner, page.quotes[k].outer) for k in own]
    if apart(page, a, own):
        return a
    if a.place.cue.part == "phrase" and "quote" in a.place.cue.takes:
        return replace(a, pieces=tuple(spans), quotes=tuple(own), direct=True, confidence=0.9)
    kept = [p for p in a.pieces if not beside(page, a, p, own)] if not introduced(page, a, own) else []
    size = sum(e - s for s, e in kept)
    shared = sum(overlap(p, s) for p in kept for s in spans)
    a = named_speaker(page, a, own)
    if shared >= 0.8 * size:
        return replace(a, pieces=tuple(spans), quotes=tuple(own), direct=True, confidence=0.9)
    whole = (min(s for s, _ in (*kept, *spans)), max(e for _, e in (*kept, *spans)))
    return replace(a, pieces=(whole,), quotes=tuple(own))


def takes_clause(a: Attribution) -> bool:
    """Whether an attribution without a quotation stands: its cue takes more than quotations."""
    assert a.place
    return a.place.cue.takes != PLAIN


def beside(page: Page, a: Attribution, piece: Range, own: list[int]) -> bool:
    """Whether content by grammar only stands beside the quotations: before a colon, or before a cue that they follow."""
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
    if a.head is not None or a.place.cue.part != "verb" or page.parse.kids(verb, "auxpass", "nsubjpass"):
        return a
    inverted = page.ranges[own[0]][1] <= verb
    who = noun_after(page, verb) if inverted else None
    who = noun_before(page, verb) if who is None and page.parse.tags[verb] != "VBG" else who
    return a if who is None else replace(a, head=who, source=noun_phrase(page.parse, who))


def continued(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The attributions with those of quotations that go on without a cue."""
    used = {k for a in found for k in a.quotes}
    out = sorted(found, key=lambda a: a.start)
    for k, q in enumerate(page.quotes):
        if k in used or q.depth or any(covers(page, a, k) for a in out):
            continue
        before = [a for a in out if speaks(a) and a.end <= q.start]
        if before and (q.continues or stands_alone(page, k)):
            last = max(before, key=lambda a: (a.end, a.start))
            if near(page, last, k):
                out.append(
                    replace(
                        last, place=None, pieces=((q.inner, q.outer),), spread=None, quotes=(k,), direct=True,
                        follows=True, frame="", confidence=0.75,
                    )
                )  # fmt: skip
                used.add(k)
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
