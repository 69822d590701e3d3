"""Where the accounts differ: on one event, and in claims that others deny. No verdict is given."""

from collections.abc import Sequence

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.speech import Statement
from dragoman.reconcile.discrepancies.denials import denied
from dragoman.reconcile.discrepancies.numbers import counted
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.words import stems

Record = EventMention | Statement


def on_event(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """Every difference between the tellings of one event."""
    return counted(event, mentions, scene)


def keys(record: Record, scene: Scene) -> tuple[str, ...]:
    """Which story, with which telling word: a claim and its denial share some of these."""
    words = set(stems(record.span.text if isinstance(record, EventMention) else record.content.text))
    story = scene.story_of.get(record.document, "")
    return tuple(sorted(f"{story}|{w}" for w in words))[:12]


def claims(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> tuple[Discrepancy, ...]:
    """Claims against their denials among `new`, and between `new` and `known`."""
    return denied(new, known, scene)
