"""Finding the article in the text of a whole page: menus, teasers and footers are runs of short lines around it."""

from collections.abc import Sequence

from dragoman.ingest import furniture, shape
from dragoman.ingest.lines import Paragraph

SHORT = -5  # points of a line that is no running text; a line of running text has a point a word
MENU = 12  # lines one after another that are no running text: more is a menu
LOOK_BACK = 14  # lines before the running text in which the headline is looked for


def body(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The range of paragraphs that is article, headline included: all of them unless the page came with its menus.

    The range with the largest sum of points is taken, as in Pasternack and Roth (2009).
    """
    points = [shape.count(p.text) if shape.prose(p.text) else SHORT for p in paragraphs]
    if _longest_run(points) < MENU:
        return 0, len(paragraphs)
    start, end = _best(points)
    if start == end:
        return 0, len(paragraphs)
    return _headline(paragraphs, start), end


def _longest_run(points: Sequence[int]) -> int:
    """The most short lines in a row at the beginning or the end."""
    first = next((i for i, p in enumerate(points) if p > 0), 0)
    last = next((i for i, p in enumerate(reversed(points)) if p > 0), 0)
    return max(first, last)


def _best(points: Sequence[int]) -> tuple[int, int]:
    """The range of `points` with the largest sum."""
    best = (0, 0, 0)
    total = start = 0
    for i, p in enumerate(points):
        if total <= 0:
            total, start = 0, i
        total += p
        best = max(best, (total, start, i + 1), key=lambda b: b[0])
    return best[1], best[2]


def _headline(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The index of the headline before the running text at `start`, or `start` where there is none."""
    page = furniture.fold(paragraphs[0].text)
    found = start
    for i in range(start - 1, max(-1, start - 1 - LOOK_BACK), -1):
        text = paragraphs[i].text
        if furniture.why(text) or not shape.headline(text) or shape.count(text) < 4:
            continue
        if i > 0 and furniture.fold(text) in page:
            return i
        found = i if found == start else found
    return found
