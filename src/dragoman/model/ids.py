"""Ids that the same input always gets again."""

import hashlib

from dragoman.model.text import Span


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits of the SHA-256 of `parts`, joined by an unlikely separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def document_id(text: str, origin: str, start: int = 0) -> str:
    """A document's id: from its text, where it came from (url, else outlet, else path) and where it starts."""
    return "d" + digest(text, origin, str(start))


def chain_id(document: str, first: Span) -> str:
    """A chain's id: its document and its first mention's span."""
    return f"{document}.c{first.start}-{first.end}"


def statement_id(document: str, content: Span) -> str:
    """A statement's id: its document and the span of its content."""
    return f"{document}.s{content.start}-{content.end}"


def mention_id(document: str, trigger: Span, type: str) -> str:
    """An event mention's id: its document, the span of its trigger and its type."""
    return f"{document}.e{trigger.start}-{trigger.end}-{type.lower()}"


def minted(prefix: str, first: str) -> str:
    """An id for a record across reports (actor `a`, event `e`, story `t`, …), from the first record in it."""
    return prefix + digest(first)
