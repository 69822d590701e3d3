"""Where one article ends and another begins in a source text.

Every gap between two paragraphs gets points for what speaks for a boundary there; the best gap is a boundary if it
has enough, and both sides are then looked at in the same way. The evidence that decides most is lexical cohesion
(see `cohesion`); the idea of measuring it over whole stretches instead of neighbouring blocks is that of
Utiyama and Isahara (2001), the points are in data/split.toml.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import mode

from dragoman.ingest import cohesion, dates, shape
from dragoman.ingest.lines import Paragraph

DEEPEST = 40  # boundaries found one inside another: an archive of more articles in one file is cut no finer


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph as the splitter sees it: `why` is the reason where it is furniture or repeated."""

    paragraph: Paragraph
    why: str | None
    prose: int  # words of running text
    words: tuple[str, ...]  # words of substance; none for furniture and repetitions


@dataclass(frozen=True, slots=True)
class Points:
    """The table in data/split.toml."""

    threshold: float
    least_words: int
    window: int
    cohesion: dict[str, float]
    start: dict[str, float]


@cache
def points() -> Points:
    """The table in data/split.toml, loaded once."""
    return Points(**tomllib.loads((Path(__file__).parent / "data" / "split.toml").read_text(encoding="utf-8")))


def pieces(paragraphs: Sequence[Paragraph], reasons: Sequence[str | None]) -> list[Piece]:
    """Paragraphs with what the splitter needs to know; a repeated paragraph counts at its first place only."""
    seen: set[str] = set()
    out = []
    for paragraph, why in zip(paragraphs, reasons, strict=True):
        key = " ".join(paragraph.text.lower().split())
        dead = why is not None or key in seen
        seen.add(key)
        prose = shape.count(paragraph.text) if not dead and shape.prose(paragraph.text) else 0
        out.append(Piece(paragraph, why, prose, () if dead else tuple(cohesion.words(paragraph.text))))
    return out


def boundaries(found: Sequence[Piece]) -> list[int]:
    """The indices of the pieces that begin a new article (never 0), in order."""
    usual = mode(p.paragraph.gap for p in found[1:]) if len(found) > 1 else 0
    cues = [cue_points(found, i, usual) for i in range(len(found))]
    return _inside(found, cues, 0)


def _inside(found: Sequence[Piece], cues: Sequence[float], depth: int) -> list[int]:
    """The boundaries inside `found`: the best one, then those on either side of it."""
    at = best_gap(found, cues)
    if at is None or depth > DEEPEST:
        return []
    after = _inside(found[at:], cues[at:], depth + 1)
    return [*_inside(found[:at], cues[:at], depth + 1), at, *(at + i for i in after)]


def best_gap(found: Sequence[Piece], cues: Sequence[float]) -> int | None:
    """The index of the piece before which an article most surely begins, or None if nowhere surely enough."""
    table = points()
    total = sum(p.prose for p in found)
    if total < 2 * table.least_words:
        return None
    best, best_points, before = None, table.threshold, 0
    for i, gap in enumerate(cohesion.gaps([p.words for p in found]), 1):
        before += found[i - 1].prose
        if not found[i].words or before < table.least_words or total - before < table.least_words:
            continue
        here = cohesion_points(gap) + cues[i]
        if here > best_points:
            best, best_points = i, here
    return best


def cohesion_points(gap: cohesion.Gap) -> float:
    """The points for how little holds the text together across `gap`."""
    table = points().cohesion
    bridges = table["deviation"] * gap.deviation + table["unbridged"] * (1 - gap.share)
    return bridges + table["likeness"] * gap.likeness


def cue_points(found: Sequence[Piece], i: int, usual: int) -> float:
    """The points for what stands around the gap before piece `i`, the words' cohesion apart."""
    if i == 0 or not found[i].words:
        return 0.0
    table = points().start
    return sum(table[cue] for cue in cues(found, i, usual))


def cues(found: Sequence[Piece], i: int, usual: int) -> list[str]:
    """The names (in data/split.toml) of what speaks for or against an article beginning at piece `i`."""
    text, out = found[i].paragraph.text, []
    after = next((p for p in found[i + 1 : i + 4] if p.words), None)
    before = next((p for p in reversed(found[max(0, i - 4) : i]) if p.words), None)
    title = shape.headline(text)
    again = repeated_headline(found, i) if title else 0
    if again:
        out.append("repeated_headline")
        if any(p.why or shape.caption(p.paragraph.text) for p in found[i + 1 : again]):
            out.append("headline_and_picture")
    if dates.leading(text):
        out.append("printed_date")
    if shape.dateline(text) or (title and after and shape.dateline(after.paragraph.text)):
        out.append("dateline")
    if shape.byline(text) or (title and after and shape.byline(after.paragraph.text)):
        out.append("byline")
    if title and found[i].paragraph.gap > max(usual, 1):
        out.append("wide_gap")
    if title and after and shape.caption(after.paragraph.text):
        out.append("headline_caption")
    if shape.continuing(text):
        out.append("continuing")
    if found[i - 1].why:
        out.append("furniture_before")
    if before and shape.credit(before.paragraph.text):
        out.append("credit_before")
    elif before and before.paragraph.text.endswith(":"):
        out.append("colon_before")
    return out


def repeated_headline(found: Sequence[Piece], i: int) -> int:
    """Where the scrape prints the headline at piece `i` again within a few lines, before any running text; or 0."""
    if shape.count(found[i].paragraph.text) < 4:
        return 0
    key = " ".join(found[i].paragraph.text.lower().split())
    for j, piece in enumerate(found[i + 1 : i + 1 + points().window], i + 1):
        if " ".join(piece.paragraph.text.lower().split()) == key:
            return j
        if piece.prose and not shape.credited(piece.paragraph.text):
            return 0
    return 0


def spans(count: int, starts: Sequence[int]) -> list[tuple[int, int]]:
    """The ranges of pieces that `starts` cut `count` pieces into."""
    return list(pairwise([0, *starts, count]))
