"""The report page: what it shows, that its links lead somewhere, and that reports cannot write into it."""

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.show.report import render
from tests.show.accounts import TEXT, account, empty

CHROMIUM = Path("/usr/bin/chromium")


def words(page: str) -> str:
    """The page's words without its marks."""
    return html.unescape(re.sub(r"<[^>]+>", "", page.split("<main", 1)[1].split("<script", 1)[0]))


def test_every_link_leads_to_a_place_on_the_page() -> None:
    page = render(account((TEXT, TEXT.replace("three", "seven"))))
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "a place is named twice"
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert len(links) > 15
    assert links <= set(ids)


def test_it_shows_who_did_and_said_what() -> None:
    shown = words(render(account()))
    for expected in (
        "Ruritania cut ties with or sanctioned Graustark", "We had no choice", "how many went", "three were expelled",
        "no known derivation", "broken.pdf: the PDF is encrypted", "6 May 2024",
    ):  # fmt: skip
        assert expected in shown


def test_dirt_is_struck_through_and_used_words_are_marked() -> None:
    page = render(account())
    assert re.search(r'<del title="share residue">TT</del>', page)
    assert re.search(r'<mark class="[^"]*speech[^"]*" title="[^"]*Rudolf Rassendyll[^"]*">We had no choice', page)


def test_the_whole_text_of_a_report_is_kept() -> None:
    page = render(account())
    block = re.search(r'<div class="text">(.*?)</div>', page, re.S)
    assert block
    assert html.unescape(re.sub(r"<[^>]+>", "", block.group(1))) == TEXT


def test_the_same_account_gives_the_same_bytes() -> None:
    assert render(account()) == render(account())


def test_an_empty_dossier_has_a_page() -> None:
    page = render(empty())
    assert "No report has been read" in page
    assert "No difference was found" in page


def test_no_dates_and_long_names_are_shown() -> None:
    name = "Maximilian-" * 30 + "Rassendyll"
    page = render(account(name=name, published=None))
    assert name in page
    assert "undated" in page


def test_three_hundred_reports_stay_small() -> None:
    filler = " The council met again and spoke about grain." * 60
    texts = tuple(f"{TEXT[:-2]}{filler} {n} TT" for n in range(300))
    assert len(render(account(texts)).encode()) < 15_000_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("CI must have Chromium")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        started = p.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


HOSTILE = (
    '</div><script>document.title="owned"</script><img src="http://203.0.113.9/x.png" onerror="document.title=1">'
    "<style>body{display:none}</style><a href=\"javascript:document.title='owned'\">x</a>"
    '<iframe src="http://203.0.113.9/"></iframe>{{ 7*7 }}\u202e\u2066 --> ]]>'
)


def test_a_hostile_report_shows_as_text_and_asks_for_nothing(browser: Any, tmp_path: Path) -> None:
    text = TEXT[:-2] + HOSTILE + " TT"
    page_file = tmp_path / "report.html"
    page_file.write_text(render(account((text,), name="<b onmouseover=alert(1)>Rudolf</b>")), encoding="utf-8")
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda r: asked.append(r.url))
    page.on("dialog", lambda d: asked.append(d.message))
    page.goto(page_file.as_uri())
    page.wait_for_timeout(200)
    assert asked == [page_file.as_uri()]
    assert "owned" not in page.title()
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    assert page.evaluate("document.querySelectorAll('main script, main iframe, main img').length") == 0
    assert HOSTILE.strip()[:40] in page.evaluate("document.querySelector('.text').textContent")
    page.close()


def test_it_fits_a_phone_and_filters_its_events(browser: Any, tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(render(account((TEXT, TEXT.replace("three", "seven")))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.fill("#filter-words", "nobody did this")
    assert page.inner_text("#event-count") == "0 of 1"
    page.fill("#filter-words", "ruritania")
    assert page.inner_text("#event-count") == "1 of 1"
    page.close()


def test_it_reads_without_script(browser: Any, tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(render(account()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.is_visible("#event-table")
    assert not page.is_visible("#event-filter")
    context.close()


@pytest.mark.rough
@pytest.mark.parametrize("width", [1280, 390])
def test_three_hundred_reports_open_in_two_seconds(browser: Any, tmp_path: Path, width: int) -> None:
    filler = " The council met again and spoke about grain." * 60
    page_file = tmp_path / "report.html"
    page_file.write_text(render(account(tuple(f"{TEXT[:-2]}{filler} {n} TT" for n in range(300)))), encoding="utf-8")
    took = []
    for _ in range(3):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(page_file.as_uri())
        took.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        page.close()
    assert min(took) < 2000
