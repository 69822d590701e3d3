"""What the how-tos tell a reader to do works as they say."""

import json
import shutil
from pathlib import Path

import pytest

from tests.docs.conftest import PAGES, ROOT
from tests.docs.running import run

pytestmark = pytest.mark.usefixtures("one_parser")


def test_a_folder_an_export_and_a_feed_are_read(tmp_path: Path) -> None:
    assert "Traceback" not in run(PAGES / "howto" / "read.md", tmp_path)


def test_an_actor_is_corrected(tmp_path: Path) -> None:
    assert "her name today" in run(PAGES / "howto" / "correct.md", tmp_path)


def test_a_cue_a_frame_and_an_actor_are_added(tmp_path: Path) -> None:
    run(PAGES / "howto" / "extend.md", tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "coded.jsonl").read_text(encoding="utf-8").splitlines()]
    (said,) = rows[0]["statements"]
    assert said["cue"] == {"start": 10, "end": 18}
    (told,) = rows[1]["events"]
    assert (told["type"], told["source"][0]["country"], told["target"][0]["country"]) == ("THREATEN", "GRC", "TUR")
    assert rows[2]["events"][0]["source"][0]["name"] == "Harbour Front"
    assert rows[2]["events"][0]["source"][0]["country"] == "GEO"


def test_the_tables_are_used_from_a_notebook(tutorial: tuple[Path, str], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(tutorial[0] / "demo.dossier", tmp_path / "rift.dossier")
    assert "were there already" in run(PAGES / "howto" / "notebook.md", tmp_path)
