"""`make shots`: small pictures of the report page on the examples, kept in docs/img/ for the README."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dragoman import Dossier
from dragoman.show.report import render

IMAGES = Path(__file__).parent / "img"
CHROMIUM = "/usr/bin/chromium"


def shoot(page: Page, address: str, section: str, name: str, width: int, height: int) -> None:
    """Keep one picture of a section of the page, `width` × `height` CSS pixels."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}#{section}")
    page.wait_for_timeout(300)
    page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Read the examples, render the page, and take its pictures."""
    IMAGES.mkdir(exist_ok=True)
    with Dossier() as dossier:
        dossier.read(["examples"])
        html = render(dossier.account())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as p:
        file = Path(folder) / "report.html"
        file.write_text(html, encoding="utf-8")
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        shoot(page, file.as_uri(), "summary", "report", 1000, 700)
        shoot(page, file.as_uri(), "differ", "differ", 1000, 700)
        shoot(page, file.as_uri(), "said", "phone", 390, 760)
        browser.close()


if __name__ == "__main__":
    main()
