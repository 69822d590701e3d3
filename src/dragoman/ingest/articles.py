"""From a source text to its articles, cleaned into passages to read."""

from dragoman.model.ids import document_id
from dragoman.model.text import Passage, Published, Rejection, Report, Source


def articles(source: Source) -> list[Report | Rejection]:
    """The articles that `source` holds, in order; a Rejection says what is not read and why."""
    passages, start, text, about = [], 0, source.text, source.metadata
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            at = start + line.index(body)
            passages.append(Passage(at, at + len(body), "body", body))
        start += len(line)
    if not passages:
        return [Rejection(source.file, "it holds no words")]
    day = Published(about.published, "metadata", "given") if about.published else Published(None, "unknown", "no date")
    return [
        Report(
            document_id(text, about.url or about.outlet or source.file), source.file, source.encoding, source.sha256,
            text, 0, len(text), True, "en", day, tuple(passages), (), about.title, about.outlet, about.url, about.author,
        )
    ]  # fmt: skip
