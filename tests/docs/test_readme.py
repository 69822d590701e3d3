"""The README shows what the program prints, and no page links to what is not there."""

import re
from pathlib import Path

import pytest

from tests.docs.conftest import PAGES, ROOT
from tests.docs.running import bare, blocks, promised

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAGES_AND_README = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(PAGES.rglob("*.md"))]


def test_the_readme_shows_what_is_printed(tutorial: tuple[Path, str]) -> None:
    printed = bare(tutorial[1])
    shown = [line for b in blocks(ROOT / "README.md") if b.language == "text" for line in promised(b.text)]
    assert [line for line in shown if line not in printed] == []


def test_the_readme_shows_lines_of_an_example() -> None:
    example = (ROOT / "examples" / "02-gulf-dispatch.txt").read_text(encoding="utf-8").splitlines()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sum(f"    {line}\n" in readme for line in dict.fromkeys(example) if line) >= 3


@pytest.mark.parametrize("page", PAGES_AND_README, ids=lambda path: path.name)
def test_no_link_leads_nowhere(page: Path) -> None:
    base = PAGES if page.parent.name == "parts" else page.parent
    links = LINK.findall(re.sub(r"`[^`\n]*`", "", page.read_text(encoding="utf-8")))
    assert [to for to in links if "://" not in to and not (base / to).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    linked = {(PAGES / to).resolve() for to in LINK.findall((PAGES / "index.md").read_text(encoding="utf-8"))}
    pages = {p.resolve() for p in PAGES.rglob("*.md") if p.parent.name != "parts" and p.name != "index.md"}
    assert pages - linked == set()
