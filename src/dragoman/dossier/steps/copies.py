"""Which of the new reports repeat others, or are repeated by reports that came in before."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.finding import Judgement
from dragoman.model.ids import digest
from dragoman.model.text import Report
from dragoman.reconcile import copies
from dragoman.reconcile.copies import Copy
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "copies"
MOST = 30
"""How many reports are looked at that share most fingerprints with a new one."""


def settle(tx: Tx, fresh: Sequence[str], persons: Sequence[Judgement]) -> set[str]:
    """Find the copies among `fresh` and between them and the rest; gives the other reports that are copies now."""
    new = [r for r in fetch.reports(tx, fresh) if r.read]
    keys = {r.id: copies.keys(r) for r in new}
    near = {c for found in fetch.candidates_of(tx, STEP, keys, MOST).values() for c in found} - set(keys)
    known = fetch.reports(tx, sorted(near))
    found = copies.find(new, known, persons)
    write.blocks(tx, STEP, keys)
    named = {c.document for c in found}
    applied = [copies.applied(r, found) for r in new if r.id in named]
    for report in applied:
        write.copied(tx, report)
    again = [(r, also(r, copies.applied(r, found))) for r in known if r.id in named]
    changed = [after for before, after in again if after != before]
    for report in changed:
        write.copied(tx, report)
    taken = {(r.id, of) for r in (*applied, *changed) for of in (r.copy_of, *(u.document for u in r.reuses))}
    write.judgements(tx, (judged(c) for c in found if (c.document, c.of) in taken))
    return {r.id for r in changed}


def also(before: Report, after: Report) -> Report:
    """A report with what was found of it now and before."""
    return replace(
        after, copy_of=before.copy_of or after.copy_of, reuses=copies.fullest((*before.reuses, *after.reuses))
    )


def judged(copy: Copy) -> Judgement:
    """The decision that one report repeats another, as it is kept."""
    what = "reuse" if copy.kind == "partial" else "copy"
    on = (copy.document, copy.of)
    return Judgement("j" + digest(what, *on), what, on, "rule", copy.why, "", None, {"share": copy.share})
