"""Every span of an account's JSON, with the document it is in."""

from collections.abc import Iterator
from typing import Any


def spans(value: Any, document: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The spans anywhere in `value`."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item, document)
    elif isinstance(value, dict):
        here = value["id"] if "encoding" in value else value.get("document", document)
        if {"start", "end", "text"} <= set(value):
            yield here, value
        for key, item in value.items():
            if key == "reuses":  # they name the earlier document, but stand in this one
                yield from ((here, reuse) for reuse in item)
            else:
                yield from spans(item, here)
