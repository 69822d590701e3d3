"""What each paragraph of an article is: title, byline, caption, heading, body, or a date line that is left out."""

from collections.abc import Iterator, Sequence

from dragoman.ingest import dates, shape
from dragoman.ingest.lines import Paragraph
from dragoman.ingest.part import Part

HEAD = 30  # paragraphs at most before the running text begins
PARTS = "|•·:-–—/\t"  # signs that part a date from a headline
AFTER_DATE = PARTS + " \u00a0;,"


def parts(found: Sequence[Paragraph], reasons: Sequence[str | None]) -> list[Part]:
    """Every paragraph as one part or several, in order."""
    out: list[Part] = []
    titled = False
    times = _times(found)
    lead = _lead(found, reasons, times)
    for i, (paragraph, why) in enumerate(zip(found, reasons, strict=True)):
        if why is not None:
            out.append(Part(paragraph.start, paragraph.end, "body", why))
            continue
        for part in _named(paragraph, i < lead, titled, times[_key(paragraph.text)] > 1):
            titled = titled or part.kind == "title"
            out.append(part)
    return out


def _key(words: str) -> str:
    return " ".join(words.lower().split())


def _times(found: Sequence[Paragraph]) -> dict[str, int]:
    """How often each paragraph is printed."""
    out: dict[str, int] = {}
    for p in found:
        out[_key(p.text)] = out.get(_key(p.text), 0) + 1
    return out


def _lead(found: Sequence[Paragraph], reasons: Sequence[str | None], times: dict[str, int]) -> int:
    """The index of the first paragraph of running text; captions printed before it do not count. 0 if there is none."""
    for i, (paragraph, why) in enumerate(zip(found[:HEAD], reasons, strict=False)):
        text = paragraph.text
        if why is None and shape.prose(text) and not _caption(text, True, times[_key(text)] > 1):
            return i
    return 0


def _caption(text: str, before_lead: bool, repeated: bool) -> bool:
    """Whether `text` is a caption: by its looks, or a line with a credit that stands or is repeated above the text."""
    if shape.caption(text):
        return True
    return before_lead and shape.credited(text) and (repeated or bool(dates.full_dates(text)))


def _named(paragraph: Paragraph, before_lead: bool, titled: bool, repeated: bool) -> Iterator[Part]:
    """The parts of one paragraph, by where it stands and what it looks like."""
    start, end, words = paragraph.start, paragraph.end, paragraph.text
    if before_lead and (length := date_line(words)):
        yield Part(start, start + length, "byline", "printed date line")
        start += length
        words = words[length:]
        if not words:
            return
    if before_lead and (shape.byline(words) or dated_byline(words)):
        yield Part(start, end, "byline")
    elif _caption(words, before_lead, repeated):
        yield Part(start, end, "caption")
    elif before_lead and not titled and shape.headline(words):
        yield Part(start, end, "title")
    elif shape.credit(words) or (shape.byline(words) and shape.count(words) <= 12):
        yield Part(start, end, "byline")
    elif not shape.prose(words) and shape.headline(words):
        yield Part(start, end, "heading")
    else:
        yield from _body(start, end, words)


def _body(start: int, end: int, words: str) -> Iterator[Part]:
    """Running text, its dateline apart."""
    dateline = shape.dateline(words)
    if dateline:
        length = len(words[: dateline.length].rstrip())
        yield Part(start, start + length, "byline")
        start += dateline.length
    yield Part(start, end, "body")


def date_line(words: str) -> int:
    """How many characters at the start of a line are a date line, with what parts it from the rest; or 0."""
    found = dates.leading(words)
    if not found:
        return 0
    rest = words[found.end :]
    left = rest.lstrip(AFTER_DATE)
    gap = rest[: len(rest) - len(left)]
    iso = words.startswith(("19", "20"))
    if left and not (found.labelled or iso or set(gap) & set(PARTS)):
        return 0
    return len(words) - len(left) if shape.count(left) > 2 else len(words)


def dated_byline(words: str) -> bool:
    """Whether a short line holds a full date and else only names: "Associated Press November 19, 2019, 9:02 AM"."""
    found = dates.full_dates(words)
    if not found or shape.prose(words) or len(words) > 140:
        return False
    rest = words[: found[0].start]
    return shape.count(rest) <= 8 and not any(
        w.islower() and len(w) > 3 for w in rest.split() if w not in ("with", "from", "updated", "published")
    )
