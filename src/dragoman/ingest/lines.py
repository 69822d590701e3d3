"""A source text as paragraphs: where each stands, and how many blank lines come before it."""

import re
from dataclasses import dataclass
from statistics import median

BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u00ad"
EDGE = re.compile(rf"^(?:#{{1,6}}(?=\s))?[\s\x00-\x1f{INVISIBLE}]+|[\s\x00-\x1f{INVISIBLE}]+$")
SHORT = 0.75  # of the width: a line that stops before is the last of its paragraph
ENDS_SENTENCE = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The stretch `start:end` of a source text; `text` is its words on one line, `gap` the blank lines before it."""

    start: int
    end: int
    text: str
    gap: int


def paragraphs(source: str) -> list[Paragraph]:
    """Every paragraph of `source` in order: one a line, or one a block where the lines are hard-wrapped."""
    out: list[Paragraph] = []
    block: list[Paragraph] = []
    for line in _lines(source):
        if line.gap and block:
            out += _joined(block, source)
            block = []
        block.append(line)
    return out + (_joined(block, source) if block else [])


def _lines(source: str) -> list[Paragraph]:
    """The lines that hold something, without the blanks around it."""
    out, start, gap = [], 0, 0
    ends = [(m.start(), m.end()) for m in BREAK.finditer(source)]
    for stop, following in [*ends, (len(source), len(source))]:
        line = source[start:stop]
        text = EDGE.sub("", line)
        if text:
            at = start + line.index(text)
            out.append(Paragraph(at, at + len(text), text, gap))
            gap = 0
        else:
            gap += 1
        start = following
    return out


def _joined(block: list[Paragraph], source: str) -> list[Paragraph]:
    """The paragraphs of a block of lines: joined where the lines were wrapped at a width, else one a line.

    In wrapped lines (PDF pages have no blank lines between paragraphs) a paragraph ends where a line stops short.
    """
    if not _wrapped([line.text for line in block]):
        return block
    width = max(len(line.text) for line in block)
    out, first = [], 0
    for i, line in enumerate(block):
        if len(line.text) < SHORT * width or i + 1 == len(block):
            start, end = block[first].start, line.end
            out.append(Paragraph(start, end, BREAK.sub(" ", source[start:end]), block[first].gap))
            first = i + 1
    return out


def _wrapped(texts: list[str]) -> bool:
    """Whether lines were cut at a width and not at the ends of paragraphs: of a like length, ending mid-sentence."""
    if len(texts) < 3:
        return False
    head = texts[:-1]
    width = max(map(len, texts))
    full = median(map(len, head))
    return (
        full >= 40 and width <= 132 and full >= 0.75 * width
        and sum(not ENDS_SENTENCE.search(t) for t in head) >= 0.6 * len(head)
        and sum(t[0].islower() for t in texts[1:]) >= 0.3 * len(head)
    )  # fmt: skip
