"""Single passages, taken as they are: no cleaning, every line that has words is read."""

import hashlib

from dragoman.model.ids import document_id
from dragoman.model.text import Passage, Published, Report


def plain(text: str, published: str | None = None, name: str = "passage") -> Report:
    """A report made of `text` as it stands, one passage a line; `published` is YYYY-MM-DD or None."""
    passages, start = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            at = start + line.index(body)
            passages.append(Passage(at, at + len(body), "body", body))
        start += len(line)
    day = (
        Published(published, "given", "given with the passage") if published else Published(None, "unknown", "no date")
    )
    return Report(
        document_id(text, name), name, "utf-8", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text,
        0, len(text), True, "en", day, tuple(passages),
    )  # fmt: skip
