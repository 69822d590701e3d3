"""Where the accounts differ: on one event, and in claims that others deny. No verdict is given."""

from collections.abc import Sequence

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.speech import Statement
from dragoman.reconcile.discrepancies.admissions import admitted
from dragoman.reconcile.discrepancies.amounts import amounts, differing, speakers
from dragoman.reconcile.discrepancies.asides import asides
from dragoman.reconcile.discrepancies.authors import authors
from dragoman.reconcile.discrepancies.certainty import certainty
from dragoman.reconcile.discrepancies.denials import denied
from dragoman.reconcile.discrepancies.doers import doers, parts
from dragoman.reconcile.discrepancies.doubts import doubted
from dragoman.reconcile.discrepancies.numbers import counted
from dragoman.reconcile.discrepancies.parallels import parallels
from dragoman.reconcile.discrepancies.positions import Record
from dragoman.reconcile.discrepancies.roles import roles
from dragoman.reconcile.discrepancies.sayings import disputed, sayings
from dragoman.reconcile.discrepancies.standing import settled
from dragoman.reconcile.discrepancies.when_where import days, places
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.stories import rarity
from dragoman.reconcile.tellings import Near
from dragoman.reconcile.words import stems

KEYS = 12
"""How many telling words a record is filed under at most."""


def on_event(event: Event, mentions: Sequence[EventMention], scene: Scene) -> tuple[Discrepancy, ...]:
    """Every difference between the tellings of one event."""
    if len(mentions) < 2:
        return ()
    return tuple(d for find in (counted, roles, certainty, parts, days, places) for d in find(event, mentions, scene))


def keys(record: Record, scene: Scene) -> tuple[str, ...]:
    """Which story, with which telling word: a claim and its denial share some of these."""
    words = set(stems(record.span.text if isinstance(record, EventMention) else record.content.text))
    story = scene.story_of.get(record.document, "")
    return tuple(f"{story}|{w}" for w in sorted(words, key=lambda w: (-rarity(w), w))[:KEYS])


def claims(new: Sequence[Record], known: Sequence[Record], scene: Scene) -> tuple[Discrepancy, ...]:
    """Charges against their denials, acts put down to different parties, figures and causes that do not agree.

    One side at least is told by a report of `new`. A copy says nothing of its own: what it has, its original has.
    """
    new, known = _own(new, scene), _own(known, scene)
    fresh = {r.document for r in new}
    reports = [scene.reports[d] for d in dict.fromkeys(r.document for r in (*known, *new))]
    statements = [r for r in (*known, *new) if isinstance(r, Statement)]
    found = disputed(sayings(reports, statements), Near(reports), scene, fresh)
    given = [a for r in reports for a in amounts(r, speakers(r, statements))]
    said = [r for r in new if isinstance(r, Statement)], [r for r in known if isinstance(r, Statement)]
    told = [r for r in new if isinstance(r, EventMention)], [r for r in known if isinstance(r, EventMention)]
    everything = (
        *denied(new, known, scene), *authors(new, known, scene), *doers(*told, scene), *found, *parallels(*said, scene),
        *differing(given, scene, fresh), *doubted(new, known, scene), *admitted(new, known, scene),
        *asides([r for r in reports if r.id in fresh], told[0], scene),
    )  # fmt: skip
    return settled(everything, ()).found


def _own(records: Sequence[Record], scene: Scene) -> list[Record]:
    return [r for r in records if not scene.reports[r.document].copy_of]
