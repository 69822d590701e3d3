"""Plain text and Markdown: the file is the source text."""

import hashlib
from collections.abc import Iterator

from dragoman.ingest import limits
from dragoman.ingest.readers.decode import Decoded, decode
from dragoman.ingest.readers.raw import Raw
from dragoman.model.text import Rejection, Source


def read(raw: Raw) -> Iterator[Source | Rejection]:
    """The one source in a text file."""
    if raw.size > 4 * limits.TEXT:
        yield Rejection(raw.name, too_long(raw.size))
        return
    data = raw.bytes()
    found = decode(data)
    if not isinstance(found, Decoded):
        yield Rejection(raw.name, found)
    elif len(found.text) > limits.TEXT:
        yield Rejection(raw.name, too_long(len(found.text)))
    elif not found.text.strip("\ufeff\x00 \t\r\n\f\v"):
        yield Rejection(raw.name, "the file holds only blanks")
    else:
        yield Source(raw.name, found.encoding, hashlib.sha256(data).hexdigest(), found.text, raw.metadata, raw.given)


def too_long(size: int) -> str:
    """The reason for a text over the limit."""
    return f"it is too long for one report ({limits.megabytes(size)}; at most {limits.TEXT:,} characters): cut it up"
