"""Chains made for tests."""

from dragoman.model.actor import Chain, Form, Kind, Mention, Role
from dragoman.model.ids import chain_id
from dragoman.model.text import Span


def chain(
    document: str, name: str, country: str | None = None, *posts: str, at: int = 0, key: str | None = None,
    kind: Kind = "person", described: bool = False,
) -> Chain:  # fmt: skip
    """A chain of one mention at `at` of a report."""
    span = Span(at, at + len(name), name)
    form: Form = "nominal" if described else "name"
    return Chain(
        chain_id(document, span), document, name, kind, country, None, described, (Mention(span, form, 0),), key,
        tuple(Role(p) for p in posts),
    )  # fmt: skip
