"""Everything that is written to a dossier. Each function takes an open transaction; the caller decides what is one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, case, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from dragoman.model.actor import Actor
from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy, Judgement, Story
from dragoman.model.reading import Coding
from dragoman.model.speech import Statement
from dragoman.model.text import Published, Rejection, Report, Reuse, Source
from dragoman.store import rows, schema
from dragoman.store.door import Tx


def _add(tx: Tx, table: Table, found: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, leaving those that are there already as they are."""
    made = list(found)
    if made:
        tx.execute(insert(table).on_conflict_do_nothing(), made)


def _put(tx: Tx, table: Table, found: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, replacing those with the same primary key."""
    made = list(found)
    if made:
        new = insert(table)
        key = [c.name for c in table.primary_key]
        rest = {c.name: new.excluded[c.name] for c in table.columns if c.name in made[0] and c.name not in key}
        tx.execute(new.on_conflict_do_update(index_elements=key, set_=rest), made)


def _drop(tx: Tx, table: Table, column: str, ids: Sequence[str]) -> None:
    """Delete the rows whose `column` is one of `ids`."""
    for some in rows.batches(ids):
        tx.execute(delete(table).where(table.c[column].in_(some)))


def fact(tx: Tx, key: str, value: str) -> None:
    """Write down something about the dossier as a whole (which program and models made it)."""
    _put(tx, schema.meta, [{"key": key, "value": value}])


def rejections(tx: Tx, found: Iterable[Rejection], document: str | None = None) -> None:
    """Keep what could not be read, each once; `document` is the report's id where it was a report that failed."""
    _add(tx, schema.rejected, ({"file": r.file, "why": r.why, "document": document} for r in found))


def forget_rejections(tx: Tx, files: Sequence[str], whys: Collection[str]) -> None:
    """Forget that these files (or records in them) could not be read, and everything rejected for one of `whys`.

    What failed as a report stays until that report is read.
    """
    table = schema.rejected
    place = func.instr(table.c.file, "#")
    whole = case((place > 0, func.substr(table.c.file, 1, place - 1)), else_=table.c.file)
    tx.execute(delete(table).where(table.c.document.is_(None), table.c.why.in_(whys)))
    for some in rows.batches(files):
        tx.execute(delete(table).where(table.c.document.is_(None), or_(table.c.file.in_(some), whole.in_(some))))


def source(tx: Tx, read: Source) -> None:
    """Keep a source text, once."""
    _add(tx, schema.sources, [rows.source(read)])


def coding(tx: Tx, coded: Coding, program: str) -> bool:
    """Keep one report and everything it says, not yet settled among the others; False if it is there already."""
    report = coded.report
    if tx.scalar(select(schema.documents.c.id).where(schema.documents.c.id == report.id)):
        return False
    _add(tx, schema.documents, [rows.document(report, program)])
    _drop(tx, schema.rejected, "document", [report.id])
    _says(tx, coded)
    return True


def recoding(tx: Tx, coded: Coding, program: str) -> None:
    """Put one report, as read again, in the place of what it said before."""
    forget_says(tx, [coded.report.id])
    row = rows.document(coded.report, program)
    tx.execute(update(schema.documents).where(schema.documents.c.id == coded.report.id).values(row))
    _says(tx, coded)


def _says(tx: Tx, coded: Coding) -> None:
    report = coded.report
    _add(tx, schema.passages, rows.passages(report))
    _add(tx, schema.removed, (rows.removal(report.id, r) for r in report.removed))
    reused(tx, report.id, report.reuses)
    _add(tx, schema.chains, (rows.chain(c) for c in coded.chains))
    _add(tx, schema.mentions, (m for c in coded.chains for m in rows.chain_mentions(c)))
    statements(tx, coded.statements)
    event_mentions(tx, coded.events)
    _add(tx, schema.participants, (p for e in coded.events for p in rows.participants(e)))


def statements(tx: Tx, said: Iterable[Statement]) -> None:
    """Write statements, in the place of what they were."""
    _put(tx, schema.statements, (rows.statement(s) for s in said))


def event_mentions(tx: Tx, told: Iterable[EventMention]) -> None:
    """Write event mentions, in the place of what they were."""
    _put(tx, schema.event_mentions, (rows.event_mention(e) for e in told))


def published(tx: Tx, document: str, day: Published) -> None:
    """Write when a report came out."""
    tx.execute(update(schema.documents).where(schema.documents.c.id == document).values(rows.published(day)))


def copied(tx: Tx, report: Report) -> None:
    """Write which report this one is a copy of, and what it reuses."""
    tx.execute(update(schema.documents).where(schema.documents.c.id == report.id).values(copy_of=report.copy_of))
    _drop(tx, schema.reuses, "document", [report.id])
    reused(tx, report.id, report.reuses)


def reused(tx: Tx, document: str, found: Iterable[Reuse]) -> None:
    """Add what a report reuses."""
    _add(tx, schema.reuses, ({"document": document, "of": r.document, **rows.words(r.span)} for r in found))


def to_read_again(tx: Tx) -> None:
    """Mark every report as read by no program, and forget everything that was found across reports by rule."""
    tx.execute(update(schema.documents).values(program="", settled=False, copy_of=None))
    for table in ACROSS:
        tx.execute(delete(table))
    ruled = list(
        tx.scalars(select(schema.judgements.c.id).where(schema.judgements.c.by == "rule", ~schema.judgements.c.undone))
    )
    forget_judgements(tx, ruled)


def settled(tx: Tx, documents: Sequence[str], yes: bool = True) -> None:
    """Mark reports as settled among the others, or as to be settled (again)."""
    for some in rows.batches(documents):
        tx.execute(update(schema.documents).where(schema.documents.c.id.in_(some)).values(settled=yes))


def actors(tx: Tx, who: Iterable[Actor]) -> None:
    """Write actors (not their chains), in the place of what they were."""
    _put(tx, schema.actors, (rows.actor(a) for a in who))


def actor_of(tx: Tx, chains: Mapping[str, str]) -> None:
    """Write which actor each chain is."""
    _put(tx, schema.actor_chains, ({"chain": c, "actor": a} for c, a in chains.items()))


def moved(tx: Tx, old: str, new: str) -> None:
    """Give all chains of the actor `old` to `new`, and forget `old`."""
    tx.execute(update(schema.actor_chains).where(schema.actor_chains.c.actor == old).values(actor=new))
    _drop(tx, schema.actors, "id", [old])


def forget_actors(tx: Tx, ids: Sequence[str]) -> None:
    """Forget actors that no chain belongs to any more."""
    _drop(tx, schema.actors, "id", ids)


def stories(tx: Tx, told: Iterable[Story]) -> None:
    """Write stories (not their documents), in the place of what they were."""
    made = ({"id": s.id, "title": s.title, "date_start": s.start, "date_end": s.end, "why": s.why} for s in told)
    _put(tx, schema.stories, made)


def story_of(tx: Tx, documents: Mapping[str, str]) -> None:
    """Write which story each report tells."""
    _put(tx, schema.story_documents, ({"document": d, "story": s} for d, s in documents.items()))


def merged_stories(tx: Tx, merged: Mapping[str, str]) -> None:
    """Give the reports of each story that was merged to the one kept."""
    table = schema.story_documents
    for old, kept in merged.items():
        tx.execute(update(table).where(table.c.story == old).values(story=kept))
    forget_stories(tx, list(merged))


def forget_stories(tx: Tx, ids: Sequence[str]) -> None:
    """Forget stories that no report tells any more."""
    _drop(tx, schema.stories, "id", ids)


def events(tx: Tx, happened: Iterable[Event]) -> None:
    """Write events with who takes part (not their mentions), in the place of what they were."""
    found = list(happened)
    _put(tx, schema.events, (rows.event(e) for e in found))
    _drop(tx, schema.event_actors, "event", [e.id for e in found])
    _add(tx, schema.event_actors, (a for e in found for a in rows.event_actors(e)))


def event_of(tx: Tx, mentions: Mapping[str, str]) -> None:
    """Write which event each mention tells."""
    _put(tx, schema.event_members, ({"mention": m, "event": e} for m, e in mentions.items()))


def merged_events(tx: Tx, merged: Mapping[str, str]) -> None:
    """Give the mentions of each event that was merged to the one kept."""
    table = schema.event_members
    for old, kept in merged.items():
        tx.execute(update(table).where(table.c.event == old).values(event=kept))
    forget_events(tx, list(merged))


def forget_events(tx: Tx, ids: Sequence[str]) -> None:
    """Forget events that no mention tells any more, and what was found on them."""
    _drop(tx, schema.events, "id", ids)
    _drop(tx, schema.event_actors, "event", ids)
    table = schema.discrepancies
    for some in rows.batches(ids):
        forget_discrepancies(tx, list(tx.scalars(select(table.c.id).where(table.c.event.in_(some)))))


def discrepancies(tx: Tx, found: Iterable[Discrepancy]) -> None:
    """Write discrepancies with their words, in the place of what they were."""
    made = list(found)
    forget_discrepancies(tx, [d.id for d in made])
    _add(tx, schema.discrepancies, (rows.discrepancy(d) for d in made))
    _add(tx, schema.discrepancy_words, (w for d in made for w in rows.discrepancy_words(d)))


def forget_discrepancies(tx: Tx, ids: Sequence[str]) -> None:
    """Forget discrepancies."""
    _drop(tx, schema.discrepancies, "id", ids)
    _drop(tx, schema.discrepancy_words, "discrepancy", ids)


def judgements(tx: Tx, made: Iterable[Judgement]) -> None:
    """Write judgements, in the place of those with the same id."""
    found = list({j.id: j for j in made}.values())
    table = schema.judgements
    known: dict[str, int] = {}
    for some in rows.batches([j.id for j in found]):
        numbered = tx.execute(select(table.c.id, table.c.number).where(table.c.id.in_(some)))
        known |= {row.id: row.number for row in numbered}
    last = tx.scalar(select(func.max(table.c.number))) or 0
    fresh = {j.id: last + n for n, j in enumerate((j for j in found if j.id not in known), 1)}
    numbers = known | fresh
    _put(tx, table, (rows.judgement(j, numbers[j.id]) for j in found))
    _drop(tx, schema.judgement_on, "judgement", [j.id for j in found])
    _add(tx, schema.judgement_on, (on for j in found for on in rows.judgement_on(j)))


def forget_judgements(tx: Tx, ids: Sequence[str]) -> None:
    """Forget judgements (a rule's, before it judges anew)."""
    _drop(tx, schema.judgements, "id", ids)
    _drop(tx, schema.judgement_on, "judgement", ids)


def forget_rules_on(tx: Tx, documents: Sequence[str]) -> None:
    """Forget what rules judged of reports or of anything in them; what persons judged stays."""
    on, table = schema.judgement_on, schema.judgements
    for document in documents:
        named = select(on.c.judgement).where(or_(on.c.record == document, on.c.record.startswith(f"{document}.")))
        query = select(table.c.id).where(table.c.by == "rule", table.c.id.in_(named))
        forget_judgements(tx, list(tx.scalars(query)))


def out_of_stories(tx: Tx, documents: Sequence[str]) -> None:
    """Take reports out of their stories."""
    _drop(tx, schema.story_documents, "document", documents)


def out_of_events(tx: Tx, mentions: Sequence[str]) -> None:
    """Take mentions out of their events."""
    _drop(tx, schema.event_members, "mention", mentions)


def out_of_actors(tx: Tx, chains: Sequence[str]) -> None:
    """Take chains out of their actors."""
    _drop(tx, schema.actor_chains, "chain", chains)


def no_copies(tx: Tx, documents: Sequence[str]) -> None:
    """Forget what reports are copies of, and what they reuse."""
    for some in rows.batches(documents):
        tx.execute(update(schema.documents).where(schema.documents.c.id.in_(some)).values(copy_of=None))
    _drop(tx, schema.reuses, "document", documents)


def also_blocks(tx: Tx, step: str, keys: Mapping[str, Iterable[str]]) -> None:
    """File records under more of a step's blocking keys."""
    _add(tx, schema.blocks, ({"step": step, "key": k, "record": r} for r, ks in keys.items() for k in set(ks)))


def blocks(tx: Tx, step: str, keys: Mapping[str, Iterable[str]]) -> None:
    """File records under a step's blocking keys, in the place of the keys they had."""
    unfile(tx, step, list(keys))
    also_blocks(tx, step, keys)


def unfile(tx: Tx, step: str, records: Sequence[str]) -> None:
    """Take records out of a step's blocks."""
    table = schema.blocks
    for some in rows.batches(records):
        tx.execute(delete(table).where(table.c.step == step, table.c.record.in_(some)))


def notes(tx: Tx, step: str, found: Mapping[str, bytes]) -> None:
    """Keep what a step wants to remember of records, in the place of what it remembered."""
    _put(tx, schema.notes, ({"step": step, "record": r, "body": b} for r, b in found.items()))


def forget_notes(tx: Tx, step: str, records: Sequence[str]) -> None:
    """Forget what a step remembered of records."""
    table = schema.notes
    for some in rows.batches(records):
        tx.execute(delete(table).where(table.c.step == step, table.c.record.in_(some)))


ACROSS = (
    schema.reuses,
    schema.actors,
    schema.actor_chains,
    schema.events,
    schema.event_actors,
    schema.event_members,
    schema.stories,
    schema.story_documents,
    schema.discrepancies,
    schema.discrepancy_words,
    schema.blocks,
    schema.notes,
)

OF_A_REPORT = (
    schema.passages,
    schema.removed,
    schema.reuses,
    schema.chains,
    schema.mentions,
    schema.statements,
    schema.event_mentions,
)


def forget_says(tx: Tx, documents: Sequence[str]) -> None:
    """Forget what reports say, but not the reports, nor what hangs on them across reports (see `detach`)."""
    told = schema.event_mentions
    for some in rows.batches(documents):
        ids = list(tx.scalars(select(told.c.id).where(told.c.document.in_(some))))
        _drop(tx, schema.participants, "mention", ids)
    for table in OF_A_REPORT:
        _drop(tx, table, "document", documents)


def forget_documents(tx: Tx, documents: Sequence[str]) -> None:
    """Forget reports with everything they say, and the source texts that no other report stands in."""
    forget_says(tx, documents)
    _drop(tx, schema.documents, "id", documents)
    tx.execute(delete(schema.sources).where(schema.sources.c.id.not_in(select(schema.documents.c.source))))
