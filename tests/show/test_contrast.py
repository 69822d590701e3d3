"""Every word of the report page can be told from its ground, dark and light: WCAG 2 AA, counted in a browser."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.show.report import render
from tests.show.accounts import TEXT, account, empty
from tests.show.test_report import browser as _browser

browser = _browser
COUNT = """() => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return [m[0], m[1], m[2], m[3] ?? 1]; };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const linear = x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4;
  const light = c => { const v = c.slice(0, 3).map(x => linear(x / 255));
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const ground = e => { const layers = []; for (let n = e; n; n = n.parentElement) {
      const b = parse(getComputedStyle(n).backgroundColor); if (b[3]) { layers.push(b); if (b[3] === 1) break; } }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]); };
  const fade = e => { let f = 1; for (let n = e; n; n = n.parentElement) f *= Number(getComputedStyle(n).opacity);
    return f; };
  document.querySelectorAll('details').forEach(d => d.open = true);
  const low = {}; let counted = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, s = getComputedStyle(e);
    if (!walk.currentNode.textContent.trim() || s.visibility === 'hidden' || !e.getClientRects().length) continue;
    if (e.closest('script, style, title, desc, option')) continue;
    const svg = e.closest('svg'), colour = parse(svg ? s.fill : s.color), under = ground(e);
    colour[3] *= fade(e) * (svg ? Number(s.fillOpacity) : 1);
    const [a, b] = [light(over(colour, under)), light(under)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    const size = parseFloat(s.fontSize), large = size >= 24 || (size >= 18.66 && Number(s.fontWeight) >= 700);
    if (!colour[3]) continue;
    counted++;
    const named = `${e.tagName}.${e.getAttribute('class')} ${svg ? s.fill : s.color} on ${under}`;
    if (ratio < (large ? 3 : 4.5)) low[named] = ratio;
  }
  return [counted, low];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("reports", [0, 2])
def test_every_word_stands_out_from_its_ground(browser: Any, tmp_path: Path, scheme: Any, reports: int) -> None:
    made = account((TEXT, TEXT.replace("three", "seven"))) if reports else empty()
    page_file = tmp_path / "report.html"
    page_file.write_text(render(made), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(page_file.as_uri())
    counted, low = page.evaluate(COUNT)
    marks = page.evaluate("Array.from(document.querySelectorAll('mark')).map(m => m.id).filter(Boolean)")
    for mark in marks[:3]:  # a place that a link has led to is painted
        page.goto(f"{page_file.as_uri()}#{mark}")
        low |= page.evaluate(COUNT)[1]
    page.close()
    assert counted > 20
    assert low == {}
