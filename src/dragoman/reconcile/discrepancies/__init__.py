"""Where the accounts differ: on one event, and in claims that others deny. No verdict is given."""

from collections.abc import Sequence

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.reconcile.discrepancies.authors import authors
from dragoman.reconcile.discrepancies.certainty import certainty
from dragoman.reconcile.discrepancies.denials import denied
from dragoman.reconcile.discrepancies.numbers import counted
from dragoman.reconcile.discrepancies.positions import Record
from dragoman.reconcile.discrepancies.roles import roles
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.words import stems


def on_event(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """Every difference between the tellings of one event."""
    return tuple(d for find in (counted, roles, certainty) for d in find(event, mentions, scene))


def keys(record: Record, scene: Scene) -> tuple[str, ...]:
    """Which story, with which telling word: a claim and its denial share some of these."""
    words = set(stems(record.span.text if isinstance(record, EventMention) else record.content.text))
    story = scene.story_of.get(record.document, "")
    return tuple(sorted(f"{story}|{w}" for w in words))[:12]


def claims(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> tuple[Discrepancy, ...]:
    """Charges against their denials, and acts put down to different parties, where a record of `new` takes part."""
    return (*denied(new, known, scene), *authors(new, known, scene))
