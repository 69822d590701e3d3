"""The account as other programs read it: as the contract and the published schema say, in every form."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest

from dragoman.errors import DragomanError
from dragoman.model.account import Account
from dragoman.show.export.account import as_json
from dragoman.show.export.files import lines, schema_text, write_account, write_lines, write_text
from dragoman.show.export.tables import COLUMNS, tables, write_csv, write_parquet
from tests.show.accounts import account, empty
from tests.spans import spans


def strict(schema: Any) -> Any:
    """A schema in which every key that is not described is an error."""
    if isinstance(schema, list):
        return [strict(s) for s in schema]
    if not isinstance(schema, dict):
        return schema
    made = {k: strict(v) for k, v in schema.items()}
    return {"additionalProperties": False, **made} if "properties" in made and "required" in made else made


SCHEMA = json.loads(schema_text())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", [account(), empty(), account(published=None)])
def test_an_account_is_as_the_schema_says_and_has_no_key_that_it_does_not_describe(made: Account) -> None:
    jsonschema.validate(as_json(made), strict(SCHEMA))


def test_every_field_is_described_in_words() -> None:
    def undescribed(at: str, schema: dict[str, Any]) -> Iterator[str]:
        for name, field in schema.get("properties", {}).items():
            if not {"description", "const", "$ref", "items"} & set(field):
                yield f"{at}.{name}"
            yield from undescribed(f"{at}.{name}", field)
            yield from undescribed(f"{at}.{name}", field.get("items", {}))

    parts = {"account": SCHEMA, **SCHEMA["$defs"]}
    assert [u for name, part in parts.items() for u in undescribed(name, part)] == []


def test_every_span_opens_at_its_words() -> None:
    made = account()
    texts = {r.id: r.source for r in made.reports}
    found = list(spans(as_json(made)))
    assert len(found) > 15
    for document, span in found:
        assert texts[document][span["start"] : span["end"]] == span["text"]


def test_one_record_a_line_says_the_same() -> None:
    made = account()
    rows = [json.loads(line) for line in lines(made)]
    assert rows[0]["record"] == "account"
    whole = as_json(made)
    assert [{k: v for k, v in r.items() if k != "record"} for r in rows if r["record"] == "event"] == whole["events"]
    assert len(rows) == 1 + sum(len(v) for v in whole.values() if isinstance(v, list))


def test_rendered_texts_are_written_beside_the_account(tmp_path: Path) -> None:
    made = account()
    page = replace(made.reports[0], file="site/page.html")
    write_account(replace(made, reports=(page,)), tmp_path / "account.json")
    assert (tmp_path / "account.texts" / "site__page.html.txt").read_text(encoding="utf-8") == page.source
    write_account(made, tmp_path / "plain.json")
    assert not (tmp_path / "plain.texts").exists()


def test_the_tables_hold_every_record(tmp_path: Path) -> None:
    made = account()
    write_csv(made, tmp_path / "csv")
    write_parquet(made, tmp_path / "parquet")
    found = tables(made)
    assert len(found["evidence"]) == len(made.mentions)
    assert len(found["mentions"]) == sum(len(c.mentions) for c in made.chains)
    for name, rows in found.items():
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == list(COLUMNS[name])
        assert pq.read_table(tmp_path / "parquet" / f"{name}.parquet").num_rows == len(rows)
    events = pq.read_table(tmp_path / "parquet" / "events.parquet").to_pylist()
    assert events[0]["source"] == list(made.events[0].source)


def test_a_file_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    for write in (write_account, write_lines, write_csv, write_parquet):
        with pytest.raises(DragomanError, match="cannot be written"):
            write(empty(), tmp_path / "taken" / "account")


def test_an_unfinished_file_does_not_take_the_place_of_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "account.jsonl"
    to.write_text("whole")

    def broken(_: Account) -> Iterator[str]:
        yield "part"
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.show.export.files.lines", broken)
    with pytest.raises(KeyboardInterrupt):
        write_lines(empty(), to)
    assert [p.name for p in tmp_path.iterdir()] == ["account.jsonl"]
    assert to.read_text() == "whole"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no full device here")
def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    for name in ("null", "full"):
        (tmp_path / name).symlink_to(f"/dev/{name}")
    write_text(tmp_path / "null", "words")
    with pytest.raises(DragomanError, match="No space left"):
        write_text(tmp_path / "full", "words")
    assert all((tmp_path / name).is_symlink() and (tmp_path / name).is_char_device() for name in ("null", "full"))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "account.json")
    write_text(tmp_path / "link", "words")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "account.json").read_text() == "words"
