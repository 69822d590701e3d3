"""Speakers set beside their words without a verb: "Orlov: …" in headlines and transcripts, "…" — Orlov below them."""

from collections.abc import Iterator

from dragoman.coding.cues import Cue
from dragoman.coding.statements.found import Attribution, Place, Range
from dragoman.coding.statements.grammar import phrase_head, trimmed
from dragoman.coding.statements.page import NOMINAL, Page
from dragoman.coding.statements.people import nouns

SIGN = Cue("phrase", (":",), "say", frozenset({"quote", "clause"}), "assert", "")
DASHES = frozenset({"―", "—", "–", "-", "--", "~"})
LONGEST = 9


def signed(page: Page) -> list[Attribution]:
    """The attributions of a report that a colon or a dash makes."""
    out: list[Attribution] = []
    for start, end in page.parse.passages:
        found = before_colon(page, start, end)
        if found:
            out.append(found)
    return [*out, *after_dash(page)]


def before_colon(page: Page, start: int, end: int) -> Attribution | None:
    """The speaker before a colon that opens a passage."""
    parse = page.parse
    start, _ = trimmed(parse, start, end)
    colon = next((i for i in range(start, min(start + LONGEST, end)) if parse.words[i] == ":"), None)
    if colon is None or colon == start or end - colon < 4:
        return None
    stop = next((i for i in range(start, colon) if parse.words[i].lower() in ("to", "on", "at", "in")), colon)
    if any(parse.pos[i] in ("VERB", "AUX", "PUNCT") and not initialled(page, i) for i in range(start, colon)):
        return None
    if stop == start or not may_sign(page, start, stop):
        return None
    head = phrase_head(parse, stop - 1, start - 1, stop)
    low, high = trimmed(parse, colon + 1, end)
    if low >= high:
        return None
    quotes = tuple(k for k, (a, b) in enumerate(page.ranges) if a == colon + 1 and page.around[k] == -1)
    pieces: tuple[Range, ...] = ((parse.starts[low], parse.ends[high - 1]),)
    if quotes:
        pieces = ((page.quotes[quotes[0]].inner, page.quotes[quotes[0]].outer),)
    place = Place(SIGN, colon, (colon,), colon)
    return Attribution(
        place, "sign", (start, stop), head, pieces, None, quotes, bool(quotes), False, 0.8 if quotes else 0.6
    )


def initialled(page: Page, i: int) -> bool:
    """Whether a token is only part of a name in capitals, which the parser may take for a verb."""
    return page.parse.words[i].isupper() and page.parse.words[i].isalpha()


def may_sign(page: Page, start: int, stop: int) -> bool:
    """Whether the words before a colon are somebody who speaks: a person, a body, a name in capitals, Q or A."""
    parse = page.parse
    words, labels = parse.words[start:stop], nouns("labels")
    if any(w.lower() in labels for w in words) or stop - start > 6:
        return False
    if len(words) == 1 and words[0] in ("Q", "A"):
        return True
    if all(w.isupper() and len(w) > 1 for w in words if w.isalpha()) and any(w.isalpha() for w in words):
        return (stop - start <= 3 and page.level[start] == -1) or page.inside[start] != -1
    return any(page.labels.get(i) in ("PERSON", "ORG") for i in range(start, stop)) and all(
        w[:1].isupper() or parse.pos[start + n] in ("ADP", "DET", "PART", "PUNCT") for n, w in enumerate(words)
    )


def after_dash(page: Page) -> Iterator[Attribution]:
    """The signatures after quotations: "…" — Ada Low."""
    parse = page.parse
    for k, q in enumerate(page.quotes):
        end = page.ranges[k][1]
        stop = parse.passages[q.passage][1]
        if q.depth or end + 1 >= stop or parse.words[end] not in DASHES or stop - end > LONGEST + 2:
            continue
        low, high = trimmed(parse, end + 1, stop)
        if low < high and all(parse.pos[i] != "VERB" for i in range(low, high)) and parse.words[low][0].isupper():
            comma = next((i for i in range(low, high) if parse.words[i] == ","), high)
            head = phrase_head(parse, comma - 1, end, comma)
            if parse.pos[head] in NOMINAL:
                place = Place(SIGN, end, (end,), end)
                yield Attribution(
                    place, "sign", (low, comma), head, ((q.inner, q.outer),), None, (k,), True, False, 0.85
                )
