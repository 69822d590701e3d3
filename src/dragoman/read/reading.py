"""The door of this stage: a parsed report in, everything that coding needs to know about it out."""

from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.text import Report
from dragoman.model.world import World
from dragoman.read.actors import chains
from dragoman.read.places import places
from dragoman.read.times import times


def read(report: Report, parse: Parse, world: World) -> Reading:
    """The actors, times and places of one parsed report."""
    where = places(parse, world)
    when = times(parse, report.published.date)
    return Reading(report, parse, chains(report, parse, world, where), when, where)
