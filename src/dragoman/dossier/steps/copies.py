"""Which of the new reports repeat others, or are repeated by reports that came in before."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.finding import Judgement
from dragoman.model.ids import digest
from dragoman.model.text import Report
from dragoman.reconcile import CANDIDATES, copies
from dragoman.reconcile.copies import Copy
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "copies"


def settle(tx: Tx, fresh: Sequence[str], persons: Sequence[Judgement]) -> set[str]:
    """Find the copies among `fresh` and between them and the rest; gives the other reports that are copies now."""
    new = [r for r in fetch.reports(tx, fresh) if r.read]
    keys = {r.id: copies.keys(r) for r in new}
    near = {c for ks in keys.values() for c in fetch.candidates(tx, STEP, ks, CANDIDATES)} - set(keys)
    known = fetch.reports(tx, sorted(near))
    found = copies.find(new, known, persons)
    write.blocks(tx, STEP, keys)
    write.judgements(tx, map(judged, found))
    changed = {c.document for c in found}
    for report in new:
        if report.id in changed:
            write.copied(tx, copies.applied(report, found))
    for report in known:
        if report.id in changed:
            write.copied(tx, also(report, copies.applied(report, found)))
    return changed - set(keys)


def also(before: Report, after: Report) -> Report:
    """A report with what was found of it now and before."""
    return replace(after, copy_of=before.copy_of or after.copy_of, reuses=(*before.reuses, *after.reuses))


def judged(copy: Copy) -> Judgement:
    """The decision that one report repeats another, as it is kept."""
    what = "reuse" if copy.kind == "partial" else "copy"
    on = (copy.document, copy.of)
    return Judgement("j" + digest(what, *on), what, on, "rule", copy.why, "", None, {"share": copy.share})
