"""What Dragoman reads out of hand-coded crises does not fall below the floors of `floors.toml`."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from benchmarks.all import account_of
from benchmarks.score.reading import Figure, score

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def value(figure: Figure) -> float:
    """The one number that a floor is set on: F1, the count of "n/m", or the figure itself."""
    if isinstance(figure, tuple | list):
        return float(figure[2])
    return float(figure.split("/")[0]) if isinstance(figure, str) else float(figure)


def gold_folder() -> Path:
    """The gold folder, or a skip that says how to get one."""
    folder = os.environ.get("DRAGOMAN_GOLD")
    if not folder:
        pytest.skip("DRAGOMAN_GOLD is not set: the gold sets are not part of the project")
    return Path(folder)


def crisis(name: str) -> tuple[Path, Path]:
    """The texts and the reading of one crisis."""
    if name == "examples":
        return Path("examples"), HERE / "examples.json"
    if "/" in name:
        return HERE / "crises" / name, HERE / "crises" / name / "reading.json"
    gold = gold_folder()
    if name == "seeds":
        return gold.parent / "seeds", gold / "seeds.json"
    return gold / "crises" / name, gold / "crises" / name / "reading.json"


@pytest.mark.parametrize("name", list(FLOORS))
def test_no_figure_falls_below_its_floor(name: str) -> None:
    texts, reading = crisis(name)
    figures = score(account_of(texts), json.loads(reading.read_text(encoding="utf-8")), texts)
    low = {k: figures[k] for k, floor in FLOORS[name].get("at_least", {}).items() if value(figures[k]) < floor}
    high = {k: figures[k] for k, top in FLOORS[name].get("at_most", {}).items() if value(figures[k]) > top}
    assert not low, f"below the floor: {low}"
    assert not high, f"above the ceiling: {high}"


def test_our_scorer_agrees_with_the_reference(tmp_path: Path) -> None:
    reference = gold_folder().parent / "bench" / "score_reading.py"
    if not reference.exists():
        pytest.skip("the reference scorer is not at hand")
    texts, reading = crisis("seeds")
    account = account_of(texts)
    file = tmp_path / "account.json"
    file.write_text(json.dumps(account), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, reference, file, reading, texts], capture_output=True, text=True, check=True
    ).stdout
    theirs = json.loads(said.strip().splitlines()[-1])
    ours = json.loads(json.dumps(score(account, json.loads(reading.read_text(encoding="utf-8")), texts)))
    assert ours == theirs
