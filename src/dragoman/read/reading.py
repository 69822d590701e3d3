"""The door of this stage: a parsed report in, everything that coding needs to know about it out."""

from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.text import Report
from dragoman.model.world import World
from dragoman.read.actors import chains


def read(report: Report, parse: Parse, world: World) -> Reading:
    """The actors, times and places of one parsed report."""
    try:
        from dragoman.read.times import times

        found_times = times(parse, report.published.date)
    except ImportError:
        found_times = ()
    try:
        from dragoman.read.places import places

        found_places = places(parse, world)
    except ImportError:
        found_places = ()
    return Reading(report, parse, chains(report, parse, world), found_times, found_places)
