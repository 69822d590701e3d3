"""Gives every quotation its cue and speaker, or leaves it as mere words in quotation marks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.quotes import Quotation
from dragoman.coding.statements.found import Attribution, Range
from dragoman.model.parse import Parse


@dataclass(frozen=True, slots=True)
class Page:
    """A report's parse with its quotations, and for every token the innermost quotation it stands in (−1 for none)."""

    parse: Parse
    quotes: tuple[Quotation, ...]
    within: tuple[int, ...]


def page(parse: Parse, quotes: tuple[Quotation, ...]) -> Page:
    """Lay the quotations over the tokens."""
    within = [-1] * len(parse)
    at = 0
    for k, q in enumerate(quotes):
        while at < len(parse) and parse.ends[at] <= q.start:
            at += 1
        i = at
        while i < len(parse) and parse.starts[i] < q.end:
            within[i] = k
            i += 1
    return Page(parse, quotes, tuple(within))


def quoted(parse: Parse, quotes: tuple[Quotation, ...], cued: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All attributions, those with quotations among them."""
    sheet = page(parse, quotes)
    taken: dict[int, list[int]] = {}
    for k in range(len(quotes)):
        holder = owner(sheet, k, cued)
        if holder is not None:
            taken.setdefault(holder, []).append(k)
    out = [merged(sheet, a, taken.get(n, [])) for n, a in enumerate(cued)]
    found = [a for a in out if a.pieces]
    return tuple(sorted(continued(sheet, found), key=lambda a: (a.start, -a.end)))


def outside(sheet: Page, token: int, k: int) -> bool:
    """Whether a token stands on the same level as quotation k, outside it."""
    at = sheet.within[token]
    return at == parent(sheet, k)


def parent(sheet: Page, k: int) -> int:
    """The quotation around quotation k, or −1."""
    q = sheet.quotes[k]
    for j in range(k - 1, -1, -1):
        if sheet.quotes[j].start <= q.start and q.end <= sheet.quotes[j].end:
            return j
    return -1


def overlap(a: Range, b: Range) -> int:
    """How many code points two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def owner(sheet: Page, k: int, cued: Sequence[Attribution]) -> int | None:
    """The number of the attribution whose cue a quotation belongs to."""
    q = sheet.quotes[k]
    span = (q.inner, q.outer)
    best: tuple[float, int] | None = None
    for n, a in enumerate(cued):
        assert a.place
        if not outside(sheet, a.place.head, k) or a.place.cue.kind in ("seem", "show", "light"):
            continue
        score = max(by_grammar(a, span), by_place(sheet, k, a))
        if score > 0 and (best is None or score > best[0]):
            best = score, n
    return best[1] if best else None


def by_grammar(a: Attribution, span: Range) -> float:
    """How well a cue's content by grammar fits a quotation."""
    shared = sum(overlap(p, span) for p in a.pieces)
    if not shared:
        return 0.0
    size = sum(e - s for s, e in a.pieces)
    return 1.0 if shared >= 0.5 * size or shared >= 0.9 * (span[1] - span[0]) else 0.0


def by_place(sheet: Page, k: int, a: Attribution) -> float:
    """How well a cue fits a quotation that it stands right after or right before."""
    assert a.place
    parse, q = sheet.parse, sheet.quotes[k]
    first, last = a.place.tokens[0], a.place.tokens[-1]
    if "quote" not in a.place.cue.takes and a.place.cue.part != "phrase":
        return 0.0
    if parse.starts[first] >= q.end:
        gap = parse.source[q.end : parse.starts[first]]
        text = parse.source[q.inner : q.outer].rstrip()
        ends = text[-1:] in ",?!…-—–" or gap.lstrip()[:1] == ","
        return 0.8 - 0.001 * len(gap) if ends and "\n" not in gap and len(gap) < 160 and "." not in gap[:-1] else 0.0
    if parse.ends[last] <= q.start:
        gap = parse.source[parse.ends[last] : q.start]
        if gap.rstrip()[-1:] == ":":
            return 0.9 - 0.001 * len(gap) if len(gap) < 200 else 0.0
        if "\n" in gap or ". " in gap:
            return 0.0
        return 0.6 - 0.001 * len(gap) if len(gap) < 60 else 0.0
    return 0.0


def merged(sheet: Page, a: Attribution, own: list[int]) -> Attribution:
    """An attribution with the quotations that belong to it."""
    if not own:
        return a
    spans = [(sheet.quotes[k].inner, sheet.quotes[k].outer) for k in own]
    size = sum(e - s for s, e in a.pieces)
    inside = sum(overlap(p, s) for p in a.pieces for s in spans)
    if not a.pieces or inside >= 0.9 * size:
        return replace(a, pieces=tuple(spans), quotes=tuple(own), frame=a.frame or "quote")
    whole = (min([a.start, *(s for s, _ in spans)]), max([a.end, *(e for _, e in spans)]))
    return replace(a, pieces=(whole,), quotes=tuple(own))


def continued(sheet: Page, found: list[Attribution]) -> list[Attribution]:
    """The attributions with those of quotations that go on without a cue."""
    used = {k for a in found for k in a.quotes}
    out = list(found)
    for k, q in enumerate(sheet.quotes):
        if k in used or q.depth or any(s <= q.inner and q.outer <= e for a in found for s, e in a.pieces):
            continue
        before = [a for a in out if a.quotes and a.end <= q.start]
        if before and (q.continues or stands_alone(sheet, k)):
            last = max(before, key=lambda a: a.end)
            out.append(replace(last, place=None, pieces=((q.inner, q.outer),), quotes=(k,), follows=True, spread=None))
            used.add(k)
    return out


def stands_alone(sheet: Page, k: int) -> bool:
    """Whether a quotation is made of whole sentences: nothing before it in its sentence, and an end mark."""
    parse, q = sheet.parse, sheet.quotes[k]
    before, text = parse.source[: q.start].rstrip(" \t"), parse.source[q.inner : q.outer].rstrip()
    return (not before or before[-1] in ".!?\n”\"'") and text[-1:] in ".!?…"
