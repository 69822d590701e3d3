"""PDF files with a text layer: the text of the pages is the source text."""

import hashlib
import io
import logging
import time
from collections.abc import Iterator
from typing import Any

from dragoman.ingest import limits
from dragoman.ingest.readers.decode import without_surrogates
from dragoman.ingest.readers.raw import Raw
from dragoman.model.text import Rejection, Source


class NotReadableError(Exception):
    """Why a PDF gives no text, in words."""


def read(raw: Raw) -> Iterator[Source | Rejection]:
    """The one source in a PDF."""
    if raw.size > limits.BYTES:
        why = f"it has {limits.megabytes(raw.size)}; at most {limits.megabytes(limits.BYTES)} are read"
        yield Rejection(raw.name, why)
        return
    data = raw.bytes()
    if not data:
        yield Rejection(raw.name, "the file is empty")
        return
    try:
        text = _text(data)
    except NotReadableError as error:
        yield Rejection(raw.name, str(error))
    except Exception as error:  # what a broken PDF makes its reader raise is not foreseeable
        yield Rejection(raw.name, f"it is no sound PDF: {type(error).__name__}")
    else:
        yield Source(raw.name, "pdf", hashlib.sha256(data).hexdigest(), text, raw.metadata, raw.given)


def _text(data: bytes) -> str:
    """The text of all pages, a blank line between them."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pdf = PdfReader(io.BytesIO(data))
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise NotReadableError("it is encrypted: remove its password first")
    if len(pdf.pages) > limits.PDF_PAGES:
        raise NotReadableError(f"it has {len(pdf.pages):,} pages; at most {limits.PDF_PAGES} are read")
    text = without_surrogates("\n\n".join(_pages(pdf)))
    if sum(c.isalpha() for c in text) < 20:
        raise NotReadableError("it has no text layer, only pictures of text: run it through OCR first")
    if len(text) > limits.TEXT:
        raise NotReadableError(f"its text has {len(text):,} characters; at most {limits.TEXT:,} are read")
    return text


def _pages(pdf: Any) -> Iterator[str]:
    """The text of each page, as long as the time allows."""
    until = time.monotonic() + limits.PDF_SECONDS
    for page in pdf.pages:
        if time.monotonic() > until:
            raise NotReadableError(f"reading it takes longer than {limits.PDF_SECONDS} seconds")
        yield page.extract_text() or ""
