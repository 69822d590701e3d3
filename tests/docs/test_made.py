"""The pages that are made from the program are as the program is now."""

import json
from pathlib import Path

import pytest
from docs.build import account_page, pages
from typer.testing import CliRunner

from dragoman.show.cli import app
from dragoman.show.export.files import schema_text


@pytest.mark.parametrize("path", list(pages()), ids=lambda path: path.name)
def test_no_made_page_is_stale(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "stale: run `make docs`"


def test_the_account_page_says_which_fields_may_be_null() -> None:
    page = account_page(json.loads(schema_text()))
    speaker = next(line for line in page.splitlines() if line.startswith("| `speaker` |"))
    assert "| may be |" in speaker
    assert "null where the speaker is unknown" in speaker


def test_every_field_that_may_be_null_says_when() -> None:
    page = account_page(json.loads(schema_text()))
    silent = [line for line in page.splitlines() if "| may be |" in line and "null" not in line.rsplit("|", 2)[1]]
    assert silent == []


@pytest.mark.parametrize("group", ["", "show", "actors", "export"])
def test_no_line_of_the_help_is_cut_short(group: str) -> None:
    said = CliRunner().invoke(app, [*group.split(), "--help"], env={"COLUMNS": "80"}).output
    commands = [line for line in said.partition("Commands:")[2].splitlines() if line.strip()]
    assert len(commands) > 4
    assert [line for line in commands if not line.endswith(".") or line.endswith("...")] == []
