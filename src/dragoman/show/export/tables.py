"""The account as flat tables, one for each kind of record and each list in it: as CSV or Parquet files in a folder."""

import csv
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from dragoman.errors import DragomanError
from dragoman.model.account import Account
from dragoman.show.export.account import Json, sections

type Kind = Literal["text", "whole", "number", "yes", "list"]
type Rows = Iterator[tuple[str, Json]]

SPAN: dict[str, Kind] = {"start": "whole", "end": "whole", "text": "text"}
DATE: dict[str, Kind] = dict.fromkeys(("date_start", "date_end", "date_precision", "date_basis"), "text")
PLACE: dict[str, Kind] = {"place": "text", "place_country": "text", "lat": "number", "lon": "number"}

COLUMNS: dict[str, dict[str, Kind]] = {
    "documents": {
        **dict.fromkeys(("id", "file", "encoding", "sha256"), "text"),
        **{"start": "whole", "end": "whole", "read": "yes"},
        **dict.fromkeys(("title", "outlet", "url", "author", "language", "published"), "text"),
        **dict.fromkeys(("published_basis", "published_why", "copy_of"), "text"),
    },
    "removed": {"document": "text", **SPAN, "why": "text"},
    "reuses": {"document": "text", "of": "text", **SPAN},
    "actors": {
        **dict.fromkeys(("id", "name", "kind", "country", "sector"), "text"),
        **{"aliases": "list", "described": "yes", "wikidata": "text"},
    },
    "roles": dict.fromkeys(("actor", "title", "organisation", "from", "to"), "text"),
    "mentions": {"actor": "text", "document": "text", **SPAN, "form": "text"},
    "events": {
        **{"id": "text", "type": "text", "mode": "text", "contexts": "list", "cameo": "text", "intensity": "number"},
        **{"source": "list", "target": "list", "source_names": "list", "target_names": "list"},
        **DATE,
        **PLACE,
        **{"status": "text", "confidence": "number", "independent_reports": "whole"},
    },
    "evidence": {
        **{"event": "text", "id": "text", "document": "text"},
        **SPAN,
        **{"trigger": "text", "type": "text", "mode": "text", "source": "list", "target": "list"},
        **{"status": "text", "confidence": "number"},
        **DATE,
        **PLACE,
        **{"attribution": "list", "statement": "text"},
    },
    "quantities": {"event": "text", "evidence": "text", "document": "text", "what": "text", "value": "number", **SPAN},
    "statements": {
        **{"id": "text", "document": "text", "speaker": "text", "speaker_name": "text", "channel": "text"},
        **{"addressee": "list", "about": "list"},
        **SPAN,
        **dict.fromkeys(("cue", "speaker_words", "form", "act", "within"), "text"),
        **DATE,
        **{"confidence": "number"},
    },
    "stories": dict.fromkeys(("id", "title", "start", "end", "why"), "text"),
    "story_documents": {"story": "text", "document": "text"},
    "discrepancies": {
        **{"id": "text", "kind": "text", "within_one_report": "yes", "what": "text", "event": "text"},
    },
    "sides": {
        **{"discrepancy": "text", "side": "whole", "says": "text", "date": "text", "independent_reports": "whole"},
        **{"actors": "list", "documents": "list"},
    },
    "side_evidence": {"discrepancy": "text", "side": "whole", "document": "text", **SPAN},
    "relations": {
        **dict.fromkeys(("level", "source", "target", "from", "to"), "text"),
        **{"cooperation": "number", "conflict": "number", "events": "list"},
    },
    "judgements": {
        **{"id": "text", "what": "text", "on": "list", "by": "text", "who": "text", "when": "text", "why": "text"},
        **{"features": "text", "undone": "yes"},
    },
    "rejected": {"file": "text", "why": "text"},
}
"""Every table with its columns. A list is text joined by ";" in CSV and a list of strings in Parquet."""


def tables(account: Account) -> dict[str, list[Json]]:
    """The rows of every table, in the account's order."""
    names = {a.id: a.name for a in account.actors}
    found: dict[str, list[Json]] = {name: [] for name in COLUMNS}
    for section, records in sections(account).items():
        flatten = FLATTEN.get(section)
        for record in records:
            for table, row in flatten(record, names) if flatten else [(section, record)]:
                found[table].append({column: row.get(column) for column in COLUMNS[table]})
    return found


def _documents(record: Json, _: Mapping[str, str]) -> Rows:
    yield "documents", record
    for removed in record["removed"]:
        yield "removed", {**removed, "document": record["id"]}
    for reused in record["reuses"]:
        yield "reuses", {**reused, "document": record["id"], "of": reused["document"]}


def _actors(record: Json, _: Mapping[str, str]) -> Rows:
    yield "actors", record
    for role in record["roles"]:
        yield "roles", {**role, "actor": record["id"]}
    for mention in record["mentions"]:
        yield "mentions", {**mention, "actor": record["id"]}


def _events(record: Json, names: Mapping[str, str]) -> Rows:
    named = {f"{side}_names": [names.get(a, a) for a in record[side]] for side in ("source", "target")}
    yield "events", {**record, **named, **_date(record), **_place(record)}
    for told in record["evidence"]:
        trigger = told["trigger"]["text"]
        yield "evidence", {**told, "event": record["id"], "trigger": trigger, **_date(told), **_place(told)}
        for number in told["quantities"]:
            yield "quantities", {**number, "event": record["id"], "evidence": told["id"], "document": told["document"]}


def _statements(record: Json, names: Mapping[str, str]) -> Rows:
    words = {name: record[name] and record[name]["text"] for name in ("cue", "speaker_words")}
    content = {name: record["content"][name] for name in SPAN}
    yield "statements", {**record, **content, **words, "speaker_name": names.get(record["speaker"]), **_date(record)}


def _stories(record: Json, _: Mapping[str, str]) -> Rows:
    yield "stories", record
    for document in record["documents"]:
        yield "story_documents", {"story": record["id"], "document": document}


def _discrepancies(record: Json, _: Mapping[str, str]) -> Rows:
    yield "discrepancies", record
    for n, side in enumerate(record["sides"]):
        by = {kind + "s": [b[kind] for b in side["by"] if kind in b] for kind in ("actor", "document")}
        yield "sides", {**side, **by, "discrepancy": record["id"], "side": n}
        for words in side["evidence"]:
            yield "side_evidence", {**words, "discrepancy": record["id"], "side": n}


def _judgements(record: Json, _: Mapping[str, str]) -> Rows:
    yield "judgements", {**record, "features": json.dumps(record["features"], sort_keys=True)}


FLATTEN = {
    "documents": _documents,
    "actors": _actors,
    "events": _events,
    "statements": _statements,
    "stories": _stories,
    "discrepancies": _discrepancies,
    "judgements": _judgements,
}


def _date(record: Json) -> Json:
    return {f"date_{name}": record["date"][name] for name in ("start", "end", "precision", "basis")}


def _place(record: Json) -> Json:
    place = record["place"] or {}
    return {
        "place": place.get("name"),
        "place_country": place.get("country"),
        **{k: place.get(k) for k in ("lat", "lon")},
    }


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise DragomanError(f"{folder} cannot be written: {error.strerror or error}.") from error


def write_csv(account: Account, folder: Path) -> None:
    """Write one CSV file for each table, all of them also where there are no rows."""
    with _made(folder):
        for name, rows in tables(account).items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(COLUMNS[name])
                writer.writerows([_cell(v) for v in row.values()] for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


def write_parquet(account: Account, folder: Path) -> None:
    """Write one Parquet file for each table, with typed columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "yes": pa.bool_(),
        "list": pa.list_(pa.string()),
    }
    with _made(folder):
        for name, rows in tables(account).items():
            schema = pa.schema([(column, kinds[kind]) for column, kind in COLUMNS[name].items()])
            pq.write_table(pa.Table.from_pylist(rows, schema), folder / f"{name}.parquet")
