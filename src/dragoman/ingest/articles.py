"""From a source text to its articles, cleaned into passages to read. Pure: the same text gives the same reports."""

from dataclasses import replace

from dragoman.ingest import furniture, limits, page, split
from dragoman.ingest.article import article
from dragoman.ingest.language import foreign, names
from dragoman.ingest.lines import Paragraph, paragraphs
from dragoman.model.text import Metadata, Rejection, Report, Source


def articles(source: Source) -> list[Report | Rejection]:
    """The articles that `source` holds, in order.

    An article in another language than English is a report that is not read, followed by a Rejection that says so.
    A text without words is a Rejection alone.
    """
    if len(source.text) > limits.TEXT:
        return [
            Rejection(source.file, f"its text has {len(source.text):,} characters; at most {limits.TEXT:,} are read")
        ]
    found = paragraphs(source.text)
    if not found:
        return [Rejection(source.file, "it holds no text")]
    out: list[Report | Rejection] = []
    for number, (part, reasons) in enumerate(_parts(found)):
        report = article(source if number == 0 else _without_metadata(source), part, reasons, number == 0)
        if report is None:
            continue
        out.append(report)
        if not report.read:
            out.append(Rejection(source.file, _not_read(report)))
    return out or [Rejection(source.file, "it holds no article, only what scrapes leave around one")]


def _parts(found: list[Paragraph]) -> list[tuple[list[Paragraph], list[str | None]]]:
    """The paragraphs of each article, with the reason where one is furniture."""
    reasons = [_unreadable(p.text) or furniture.why(p.text) for p in found]
    start, end = page.body(found)
    reasons = [r if start <= i < end else "page furniture" for i, r in enumerate(reasons)]
    starts: list[int] = []
    for first, last in split.spans(len(found), foreign([p.text for p in found])):
        pieces = split.pieces(found[first:last], reasons[first:last])
        starts += [first, *(first + i for i in split.boundaries(pieces))]
    return [(found[i:j], reasons[i:j]) for i, j in split.spans(len(found), starts[1:])]


def _unreadable(text: str) -> str | None:
    """Why a paragraph cannot be prose in any language written with spaces, or None."""
    long = [w for w in text.split() if len(w) > limits.WORD] if len(text) > limits.WORD else []
    if any(w.isascii() or 2 * sum(map(str.isalpha, w)) < len(w) for w in long):
        return f"no prose: more than {limits.WORD} characters without a space"
    return None


def _without_metadata(source: Source) -> Source:
    """The source for an article glued on behind the first: what came with the file tells of the first only."""
    return replace(source, metadata=Metadata(outlet=source.metadata.outlet))


def _not_read(report: Report) -> str:
    """Why `report` is not read, in words."""
    name = names().get(report.language, f"the language {report.language!r}")
    return f"characters {report.start:,} to {report.end:,} are in {name}; only English is read"
