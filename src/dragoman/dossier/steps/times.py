"""When a report's date becomes known, the days that its words are counted from it are resolved again."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.model.when import When
from dragoman.read.times import recount
from dragoman.store import fetch, write
from dragoman.store.door import Tx


def settle(tx: Tx, redated: Mapping[str, str | None]) -> None:
    """Resolve the times of reports again, counted from the days on which they came out."""
    for document, day in redated.items():
        said = fetch.statements_in(tx, [document])
        told = fetch.event_mentions_in(tx, [document])
        write.statements(tx, (replace(s, date=counted(s.date, day)) for s in said))
        write.event_mentions(tx, (replace(e, date=counted(e.date, day)) for e in told))


def counted(when: When, day: str | None) -> When:
    """A date counted anew from the day `day`; one that is printed in full stands, "no other day" is the new one."""
    if when.basis == "publication":
        return replace(when, start=day, end=day, precision="day" if day else "unknown")
    return recount(when, day)
