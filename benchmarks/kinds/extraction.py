"""What is left of a scraped page's text once it is cleaned, against the body of the article.

`python -m benchmarks.kinds.extraction PRED GOLD` prints the mean F1 of 4-word shingles for each scraper's text as it
came and as cleaned.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.ingest.articles import articles
from dragoman.model.text import Report, Source

WORD = re.compile(r"\w+")


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The cleaned body of each scraper's text for each page."""
    for row in rows:
        bodies = {name: body(str(row["id"]), text or "") for name, text in row["inputs"].items()}
        yield {"id": row["id"], "bodies": bodies}


def body(name: str, text: str) -> str:
    """The running text and headings of every article in `text`; what is not English is taken as it stands."""
    found = [r for r in articles(Source(name, "utf-8", "", text)) if isinstance(r, Report)]
    return "\n\n".join(_body(r) for r in found)


def _body(report: Report) -> str:
    if report.read:
        return "\n\n".join(p.text for p in report.passages if p.kind in ("body", "heading"))
    text, at = "", report.start
    for gone in sorted(report.removed, key=lambda r: r.span.start):
        if gone.span.start >= at:
            text += report.source[at : gone.span.start]
            at = gone.span.end
    return text + report.source[at : report.end]


def f1(said: str, gold: str) -> float:
    """The F1 of the 4-word shingles of two texts, each counted as often as it stands there."""
    a, b = _shingles(said), _shingles(gold)
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else float(not a and not b)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return Counter(zip(*(words[i:] for i in range(4)), strict=False)) if len(words) > 3 else Counter([tuple(words)])


def main(pred: str, gold: str) -> None:
    """Print the table."""
    said = {r["id"]: r["bodies"] for r in map(json.loads, Path(pred).read_bytes().splitlines())}
    rows = [json.loads(line) for line in Path(gold).read_bytes().splitlines()]
    for name in rows[0]["inputs"]:
        as_is = sum(f1(r["inputs"].get(name) or "", r["gold"]) for r in rows) / len(rows)
        cleaned = sum(f1(said[r["id"]].get(name) or "", r["gold"]) for r in rows) / len(rows)
        print(f"{name:16} as it came {as_is:.3f}  cleaned {cleaned:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
