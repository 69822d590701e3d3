"""A piece of an article on its way to becoming a passage or a removal."""

from dataclasses import dataclass

from dragoman.model.text import PassageKind


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch `start:end` of a source text: a kind of passage, or left out for the reason `why`."""

    start: int
    end: int
    kind: PassageKind = "body"
    why: str | None = None
