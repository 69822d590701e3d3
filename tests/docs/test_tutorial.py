"""The tutorial can be followed to its end, and what it promises is printed."""

from pathlib import Path


def test_the_tutorial_can_be_followed_and_prints_what_it_promises(tutorial: tuple[Path, str]) -> None:
    folder, printed = tutorial
    assert (folder / "report.html").stat().st_size > 10_000
    assert (folder / "account.json").exists()
    assert (folder / "tables" / "events.csv").exists()
    assert "Traceback" not in printed
