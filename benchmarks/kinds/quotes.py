"""Quotes: who said what, bent to PolNeAR's conventions, which are not the product's.

There "that" belongs to the content; content is the hull of its pieces, goes on across its cue and into following
sentences that are only quotation; nothing is nested: the outermost wins; attitudes and appearances count.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from benchmarks.parses import one
from dragoman.coding import cues
from dragoman.coding.statements import attributions
from dragoman.coding.statements.found import Attribution
from dragoman.ingest.plain import plain
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row a passage: its statements with speaker, cue and content."""
    lexicon = cues.load()
    for row in rows:
        report = plain(row["text"], None, str(row["id"]))
        parse = one(report)
        found = attributions(Reading(report, parse, (), (), ()), lexicon)
        yield {"id": row["id"], "statements": [shown(parse, a) for a in bent(parse, found)]}


NEAR = 200
LEFT_OUT = frozenset({"deed", "effort"})


def bent(parse: Parse, found: tuple[Attribution, ...]) -> list[Attribution]:
    """Attributions as PolNeAR would have them."""
    counted = [a for a in found if a.place is None or a.place.cue.kind not in LEFT_OUT]
    return joined(parse, outermost([hull(parse, a) for a in counted]))


def hull(parse: Parse, a: Attribution) -> Attribution:
    """One content from the first piece to the last, with its object and its "that"."""
    start, end = a.start, a.end
    if a.spread and a.frame == "relative":
        return replace(a, pieces=(a.spread,))
    if a.spread and (not a.quotes or a.frame in ("as", "pred")):
        start, end = min(start, a.spread[0]), max(end, a.spread[1])
    before = parse.source[:start].rstrip(" \"“'‘")
    if before.endswith(" that"):
        start = len(before) - 4
    return replace(a, pieces=((start, end),))


def joined(parse: Parse, found: list[Attribution]) -> list[Attribution]:
    """Quotations that go on after their cue, or in the next paragraph, as one."""
    out: list[Attribution] = []
    for a in found:
        last = next((b for b in reversed(out) if b.quotes), None)
        if a.follows and last and len(gap := parse.source[last.end : a.start]) < NEAR and gap.count("\n") <= 2:
            out[out.index(last)] = replace(last, pieces=((last.start, a.end),))
        else:
            out.append(a)
    return out


def outermost(found: list[Attribution]) -> list[Attribution]:
    """The attributions that stand in no other's content."""
    kept: list[Attribution] = []
    for a in sorted(found, key=lambda a: (a.start, -a.end)):
        if not any(b.start <= a.start and a.end <= b.end for b in kept):
            kept.append(a)
    return kept


def shown(parse: Parse, a: Attribution) -> dict[str, Any]:
    """One attribution as a row."""
    tokens = a.place.tokens if a.place else ()
    return {
        "speaker": {"start": parse.starts[a.source[0]], "end": parse.ends[a.source[1] - 1]} if a.source else None,
        "cue": {"start": parse.starts[tokens[0]], "end": parse.ends[tokens[-1]]} if tokens else None,
        "content": {"start": a.start, "end": a.end},
        "form": "direct" if a.quotes else "indirect",
        "kind": a.place.cue.kind if a.place else "say",
    }
