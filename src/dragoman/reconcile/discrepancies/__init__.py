"""Where the accounts differ: on one event, and in claims that others deny. No verdict is given."""

from collections.abc import Sequence

from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.speech import Statement
from dragoman.reconcile.discrepancies.admissions import admitted
from dragoman.reconcile.discrepancies.answers import denied
from dragoman.reconcile.discrepancies.authors import authors
from dragoman.reconcile.discrepancies.certainty import certainty
from dragoman.reconcile.discrepancies.doers import doers, parts
from dragoman.reconcile.discrepancies.doubts import doubted
from dragoman.reconcile.discrepancies.lines import Lines
from dragoman.reconcile.discrepancies.numbers import counted
from dragoman.reconcile.discrepancies.parallels import parallels
from dragoman.reconcile.discrepancies.positions import Record
from dragoman.reconcile.discrepancies.readings import readings
from dragoman.reconcile.discrepancies.roles import roles
from dragoman.reconcile.discrepancies.sayings import disputed, sayings
from dragoman.reconcile.discrepancies.standing import settled
from dragoman.reconcile.discrepancies.tallies import tallied
from dragoman.reconcile.discrepancies.victims import victims
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
    records, fresh = [*known, *new], {r.document for r in new}
    reports = [scene.reports[d] for d in dict.fromkeys(r.document for r in records)]
    statements = [r for r in records if isinstance(r, Statement)]
    said = [r for r in new if isinstance(r, Statement)], [r for r in known if isinstance(r, Statement)]
    told = [r for r in new if isinstance(r, EventMention)], [r for r in known if isinstance(r, EventMention)]
    finder = Lines(scene, records)
    lines = [x for r in reports for x in finder.of(r)]
    everything = (
        *victims(lines, finder.states, scene, fresh), *tallied(lines, finder.states, scene, fresh),
        *readings(lines, scene, fresh),
        *denied(finder, lines, records, fresh), *authors(new, known, scene), *doers(*told, scene),
        *disputed(sayings(reports, statements), Near(reports), scene, fresh), *parallels(*said, scene),
        *doubted(new, known, scene), *admitted(new, known, scene),
    )  # fmt: skip
    return settled(everything, ()).found


def _own(records: Sequence[Record], scene: Scene) -> list[Record]:
    return [r for r in records if not scene.reports[r.document].copy_of]
