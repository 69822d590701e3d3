"""Short texts read into chains, and look-ups in them, for the tests of actors and coreference."""

from dataclasses import dataclass

from dragoman.ingest.plain import plain
from dragoman.model.actor import Chain
from dragoman.model.reading import Reading
from dragoman.model.world import World
from dragoman.read.parser import Parser
from dragoman.read.reading import read


@dataclass(frozen=True)
class Reader:
    """A parser and a world, to read one text after the other."""

    parser: Parser
    world: World

    def read(self, text: str, day: str | None = None) -> Reading:
        """The reading of a text that came out on a day."""
        report = plain(text, day)
        return read(report, self.parser.parse(report), self.world)


def called(reading: Reading, words: str, nth: int = 0) -> Chain:
    """The chain that the nth mention with exactly these words belongs to."""
    found = sorted(
        (m.span.start, c.id) for c in reading.chains for m in c.mentions if " ".join(m.span.text.split()) == words
    )
    assert len(found) > nth, f"{words!r} is no mention; there are {spoken(reading)}"
    return reading.chain(found[nth][1])


def spoken(reading: Reading) -> dict[str, list[str]]:
    """The words of each chain's mentions, by its name."""
    return {c.name: [m.span.text for m in c.mentions] for c in reading.chains}


def one(reading: Reading, *words: str) -> bool:
    """Whether all these mentions are one actor's."""
    return len({called(reading, w).id for w in words}) == 1
