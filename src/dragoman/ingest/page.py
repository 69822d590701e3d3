"""Finding the article in the text of a whole page: menus, teasers and footers are runs of short lines around it."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from dragoman.ingest import furniture, shape
from dragoman.ingest.lines import Paragraph

FEW = 4  # words of a line of a menu
SHORT, LONGER = -5, -2  # points of lines of few words and of other lines that are no running text
MENU = 12  # lines of no running text in a row, mostly of few words: a menu
EVERYDAY = 2  # of them are known from other pages ("Home", "Sign in")
LOOK_BACK = 14  # lines before the running text in which the headline is looked for


def body(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The range of paragraphs that is article, headline included: all of them unless the page came with its menus.

    Where there are menus, the range with the largest sum of points is taken, as in Pasternack and Roth (2009);
    a line of running text has a point a word.
    """
    counts = [shape.count(p.text) for p in paragraphs]
    prose = [shape.prose(p.text) for p in paragraphs]
    if not _menus(paragraphs, counts, prose):
        return 0, len(paragraphs)
    points = [n if is_prose else SHORT if n <= FEW else LONGER for n, is_prose in zip(counts, prose, strict=True)]
    start, end = _best(points)
    return (_headline(paragraphs, start), end) if end > start else (0, len(paragraphs))


def _menus(paragraphs: Sequence[Paragraph], counts: Sequence[int], prose: Sequence[bool]) -> bool:
    """Whether there is a long run of short lines, some of which are those of any page, between running text."""
    for is_prose, run in groupby(range(len(counts)), key=lambda i: prose[i]):
        lines = list(run)
        if is_prose or len(lines) < MENU or median(counts[i] for i in lines) > FEW:
            continue
        if sum(furniture.everyday(paragraphs[i].text) for i in lines) >= EVERYDAY:
            return True
    return False


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
