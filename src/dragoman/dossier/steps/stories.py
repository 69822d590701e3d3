"""Which story each new report tells, and when the undated reports of those stories came out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain

import msgspec

from dragoman.model.finding import Judgement, Story
from dragoman.model.text import Published, Report
from dragoman.reconcile import CANDIDATES, dates, stories
from dragoman.reconcile.stories import Sketch
from dragoman.store import fetch, write
from dragoman.store.door import Tx

STEP = "stories"
MOST = 60
"""How many reports of a story are looked at to title it, and to date one of its reports."""
UNTOLD = ("unknown", "inferred")
NEAR = 12
"""How many reports are looked at beside those of its story to date a report: stories may be split too finely."""

_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(Sketch).decode


def settle(tx: Tx, fresh: Sequence[str], persons: Sequence[Judgement]) -> set[str]:
    """Put new reports into stories; gives the stories that changed."""
    new = [stories.sketch(r) for r in fetch.reports(tx, fresh) if r.read]
    if not new:
        return set()
    keys = {s.document: stories.keys(s) for s in new}
    each = min(MOST, max(20, CANDIDATES // len(new)))
    near = {c for found in fetch.candidates_of(tx, STEP, keys, each).values() for c in found} - set(keys)
    known = sketches(tx, oldest_first(tx, near))
    placed = stories.place(new, known, fetch.story_of(tx, [s.document for s in known]), persons)
    write.notes(tx, STEP, {s.document: _pack(s) for s in new})
    write.blocks(tx, STEP, keys)
    write.story_of(tx, placed.story_of)
    write.merged_stories(tx, placed.merged)
    keep_judgements(tx, placed.judgements, keys)
    changed = set(placed.story_of.values()) | set(placed.merged.values())
    tell(tx, changed)
    return changed


def oldest_first(tx: Tx, documents: Iterable[str]) -> list[str]:
    """Reports in the order they were read."""
    return [r.id for r in fetch.bare_reports(tx, sorted(documents))]


def sketches(tx: Tx, documents: Sequence[str]) -> list[Sketch]:
    """What is remembered of reports, in the order asked for."""
    kept = fetch.notes(tx, STEP, documents)
    return [_unpack(kept[d]) for d in documents if d in kept]


def tell(tx: Tx, changed: Iterable[str]) -> None:
    """Write stories anew from their reports; one that no report tells any more is forgotten."""
    told = {s: fetch.first_told(tx, s, MOST) for s in sorted(changed)}
    write.forget_stories(tx, [s for s, documents in told.items() if not documents])
    write.stories(tx, (story(tx, id, documents) for id, documents in told.items() if documents))


def story(tx: Tx, id: str, documents: Sequence[str]) -> Story:
    """One story, titled from its first reports, with the days of them all."""
    made = stories.story(id, sketches(tx, documents))
    start, end = fetch.story_days(tx, id)
    return replace(made, start=start, end=end)


def keep_judgements(tx: Tx, made: Sequence[Judgement], fresh: Collection[str]) -> None:
    """Keep a rule's decisions on the records `fresh`; one on more records takes the place of the same on fewer."""
    for new in made:
        before = fetch.judgements_on(tx, [r for r in new.on if r in fresh])
        same = [j for j in before if j.by == "rule" and j.what == new.what]
        write.forget_judgements(tx, [j.id for j in same if set(j.on) < set(new.on)])
    write.judgements(tx, made)


def date(tx: Tx, fresh: Sequence[str], changed: Iterable[str]) -> dict[str, str | None]:
    """Date the undated reports of stories by their siblings; gives those whose date is another now."""
    new = set(fresh)
    redated: dict[str, str | None] = {}
    brought_by: dict[str, list[str]] = {}
    for document, told in fetch.story_of(tx, fresh).items():
        brought_by.setdefault(told, []).append(document)
    for story in sorted(changed):
        bare = fetch.bare_reports(tx, brought_by.get(story, []))
        undated = [r.id for r in bare if r.read and r.published.basis in UNTOLD]
        brought = [r.id for r in bare if r.id not in undated]
        waiting = fetch.told_on(tx, story, dated=False, most=MOST + len(undated), last=True) if brought else []
        considered = [*undated, *[d for d in waiting if d not in new][-MOST:]]
        if not considered:
            continue
        dated = fetch.told_on(tx, story, dated=True, most=MOST)
        siblings = [*brought, *(d for d in dated if d not in new)][:MOST]
        beside = {d: near(tx, d) for d in considered}
        found = {r.id: r for r in fetch.reports(tx, sorted({*considered, *siblings, *chain(*beside.values())}))}
        for document in considered:
            others = dict.fromkeys((*siblings, *beside[document]))
            day = dates.infer(found[document], [found[s] for s in others])
            redated |= write_date(tx, found[document], day)
        if redated:
            tell(tx, [story])
    return redated


def near(tx: Tx, document: str) -> list[str]:
    """The reports that are like one in their telling words, whatever story they are in."""
    own = sketches(tx, [document])[0]
    found = [c for c in fetch.candidates(tx, STEP, stories.keys(own), NEAR) if c != document]
    return dates.beside(own, sketches(tx, found))


def write_date(tx: Tx, report: Report, day: Published | None) -> dict[str, str | None]:
    """Write an inferred date (None: it cannot be told); gives the report where its day is another now."""
    day = day or Published(None, "unknown", "it prints no date, and no other report tells its day")
    if day == report.published:
        return {}
    write.published(tx, report.id, day)
    if day.date == report.published.date:
        return {}
    kept = sketches(tx, [report.id])
    write.notes(tx, STEP, {s.document: _pack(replace(s, day=day.date)) for s in kept})
    return {report.id: day.date}
