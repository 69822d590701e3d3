"""Everything behind one record: what it mentions, what mentions it, and who decided it so and why."""

from dataclasses import dataclass, replace

from dragoman.dossier.account import Picked, part
from dragoman.model.account import Account
from dragoman.model.finding import Judgement
from dragoman.store import fetch
from dragoman.store.door import Tx


@dataclass(frozen=True, slots=True)
class Why:
    """One record (`kind`: documents, actors, events, statements, stories, discrepancies or judgements) and its reasons.

    `account` holds the record and all that it mentions; `others` are ids of records that hang on it.
    """

    kind: str
    id: str
    account: Account


def why(tx: Tx, id: str) -> Why:
    """Everything behind the record `id`; a mention leads to its event, a chain to its actor."""
    kind = fetch.kind_of(tx, id)
    if kind == "event_mentions":
        return why(tx, fetch.event_of(tx, [id])[id])
    if kind == "chains":
        return why(tx, fetch.actor_of(tx, [id])[id])
    picked, on = _GATHER[kind](tx, id)
    judgements = fetch.judgements_on(tx, on) if kind != "judgements" else fetch.judgements(tx, [id])
    return Why(kind, id, replace(part(tx, picked), judgements=tuple(judgements)))


type Gathered = tuple[Picked, list[str]]


def _document(tx: Tx, id: str) -> Gathered:
    report = fetch.bare_reports(tx, [id])[0]
    near = [id, *([report.copy_of] if report.copy_of else []), *fetch.reusing(tx, [id])]
    stories = list(fetch.story_of(tx, [id]).values())
    return Picked(documents=list(dict.fromkeys(near)), stories=stories), [id]


def _actor(tx: Tx, id: str) -> Gathered:
    return Picked(actors=[id]), [id, *fetch.chains_of(tx, [id]).get(id, ())]


def _event(tx: Tx, id: str) -> Gathered:
    return Picked(events=[id], discrepancies=fetch.discrepancies_on(tx, [id])), fetch.mentions_of(tx, [id]).get(id, [])


def _statement(tx: Tx, id: str) -> Gathered:
    document = fetch.statements(tx, [id])[0].document
    inside = [s.id for s in fetch.statements_in(tx, [document]) if s.within == id]
    told = [m.id for m in fetch.event_mentions_in(tx, [document]) if m.statement == id]
    events = sorted(set(fetch.event_of(tx, told).values()))
    return Picked(statements=[id, *inside], events=events), [id]


def _story(tx: Tx, id: str) -> Gathered:
    return Picked(stories=[id]), fetch.documents_of(tx, [id]).get(id, [])


def _discrepancy(_: Tx, id: str) -> Gathered:
    return Picked(discrepancies=[id]), [id]


def _judgement(tx: Tx, id: str) -> Gathered:
    made: Judgement = fetch.judgements(tx, [id])[0]
    kinds: dict[str, list[str]] = {"documents": [], "actors": [], "events": []}
    actors, events = fetch.actor_of(tx, made.on), fetch.event_of(tx, made.on)
    kinds["documents"] = sorted(fetch.known(tx, made.on))
    kinds["actors"] = sorted({*actors.values(), *(a.id for a in fetch.actors(tx, made.on))})
    kinds["events"] = sorted(set(events.values()))
    return Picked(**kinds), []


_GATHER = {
    "documents": _document,
    "actors": _actor,
    "events": _event,
    "statements": _statement,
    "stories": _story,
    "discrepancies": _discrepancy,
    "judgements": _judgement,
}
