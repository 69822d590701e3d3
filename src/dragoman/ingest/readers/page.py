"""HTML pages: trafilatura finds the article; the plain text rendered from it is the source text."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from dragoman.ingest import dates, limits
from dragoman.ingest.readers.decode import Decoded, declared_in, decode
from dragoman.ingest.readers.raw import Raw, merged
from dragoman.model.text import Metadata, Rejection, Source

TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
UNCLOSED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split()
)
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read(raw: Raw) -> Iterator[Source | Rejection]:
    """The one source in a page: its headline, then its text."""
    if raw.size > limits.HTML_BYTES:
        why = f"the page has {limits.megabytes(raw.size)}; at most {limits.megabytes(limits.HTML_BYTES)} are read"
        yield Rejection(raw.name, why)
        return
    data = raw.bytes()
    decoded = decode(data, declared_in(data))
    if not isinstance(decoded, Decoded):
        yield Rejection(raw.name, decoded)
    elif depth(data) > limits.HTML_DEPTH:
        yield Rejection(raw.name, f"its elements stand more than {limits.HTML_DEPTH:,} deep inside one another")
    else:
        yield _source(raw, data, decoded)


def _source(raw: Raw, data: bytes, decoded: Decoded) -> Source | Rejection:
    """The article in a decoded page."""
    try:
        found = _extracted(decoded.text)
    except Exception as error:  # what a broken page makes the HTML reader raise is not foreseeable
        return Rejection(raw.name, f"the page cannot be read: {type(error).__name__}")
    text = (found.text or "").strip() if found else ""
    if not text:
        return Rejection(raw.name, "no article was found in the page")
    title = " ".join((found.title or "").split())
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    if len(text) > limits.TEXT:
        return Rejection(raw.name, f"its text has {len(text):,} characters; at most {limits.TEXT:,} are read")
    day = dates.iso(found.date) if found.date else None
    own = Metadata(
        title or None, day, found.sitename or found.hostname or None, found.url or None, found.author or None
    )
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(raw.name, decoded.encoding, sha256, text, merged(raw.metadata, own), raw.given)


def _extracted(page: str) -> Any:
    """What trafilatura makes of a page, or None."""
    from trafilatura import bare_extraction

    return bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=DATES)


def depth(page: bytes) -> int:
    """How deep elements stand inside one another, by their tags (those that need no end tag left out)."""
    deepest = here = 0
    for end, name, closed in TAG.findall(page):
        if closed or name.lower() in UNCLOSED:
            continue
        here = max(0, here - 1) if end else here + 1
        deepest = max(deepest, here)
    return deepest
