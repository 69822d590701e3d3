"""How fast the report steps are beside the bare parser, where the time goes, and how much memory they take.

`python -m benchmarks.speed FOLDER [COPIES]`: reads the texts of a folder, COPIES times over, in this one process. The
bare parser is `nlp.pipe` with all components of the packaged model over the same paragraphs. The two take turns, some
hundred paragraphs each, so that what else the machine does slows both alike.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.coding.events import events
from dragoman.coding.statements import statements
from dragoman.ingest.articles import articles
from dragoman.ingest.files import find, sources
from dragoman.model.text import Metadata, Passage, Rejection, Report, Source
from dragoman.pipeline import Resources
from dragoman.read.actors import chains
from dragoman.read.parser import Parser
from dragoman.read.places import places
from dragoman.read.reading import read
from dragoman.read.times import times

FLOOR = 0.60
TURN = 256
MEMORY = 1.5 * 1024  # MiB


@dataclass(slots=True)
class Clock:
    """Seconds of this process by stage: not of the clock on the wall, which counts other programs too."""

    seconds: dict[str, float] = field(default_factory=dict)

    def time[T](self, stage: str, step: Callable[[], T]) -> T:
        """Run a step and count its time to a stage."""
        start = time.process_time()
        done = step()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return done


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 if the ratio or the memory misses its floor."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    given = [s for i in find([arguments[0]]) if not isinstance(i, Rejection) for s in sources(i, Metadata())]
    texts = [s for s in given if isinstance(s, Source)] * (int(arguments[1]) if len(arguments) > 1 else 1)
    resources = Resources.load()
    assert isinstance(resources.parser, Parser)
    for text in texts[:3]:  # what is loaded at first use is loaded before the clock starts
        steps(text, resources, Clock())
    clock, bare, words, peaks = Clock(), 0.0, 0, [memory()]
    for turn in turns(texts):
        bare += pipe(resources.parser, [p for t in turn for r in reports(t) for p in r.passages])
        words += sum(steps(text, resources, clock) for text in turn)
        peaks.append(memory())
    return show(clock, words, bare, peaks[:: max(1, len(peaks) // 4)] + peaks[-1:])


def turns(texts: Sequence[Source]) -> Iterator[list[Source]]:
    """The texts in runs of at least TURN paragraphs: as many as the bare parser takes at once."""
    turn, held = list[Source](), 0
    for text in texts:
        turn.append(text)
        held += sum(len(r.passages) for r in reports(text))
        if held >= TURN:
            yield turn
            turn, held = [], 0
    if turn:
        yield turn


def reports(text: Source) -> list[Report]:
    """The articles of a text that are read."""
    return [r for r in articles(text) if isinstance(r, Report) and r.read]


def steps(text: Source, resources: Resources, clock: Clock) -> int:
    """Run every report step on a text; the number of words parsed."""
    words = 0
    for report in clock.time("clean", lambda: reports(text)):
        parse = clock.time("parse", lambda r=report: resources.parser.parse(r))  # type: ignore[misc]
        words += len(parse)
        reading = clock.time("read", lambda r=report, p=parse: read(r, p, resources.world))  # type: ignore[misc]
        clock.time("  times", lambda r=report, p=parse: times(p, r.published.date))  # type: ignore[misc]
        clock.time("  places", lambda p=parse: places(p, resources.world))  # type: ignore[misc]
        clock.time("  chains", lambda r=report, p=parse: chains(r, p, resources.world))  # type: ignore[misc]
        said = clock.time("statements", lambda r=reading: statements(r, resources.lexicon))  # type: ignore[misc]
        clock.time("events", lambda r=reading, s=said: events(r, s, resources.codebook, resources.world))  # type: ignore[misc]
    return words


def pipe(parser: Parser, passages: Sequence[Passage]) -> float:
    """Seconds that the bare parser takes over paragraphs."""
    start = time.process_time()
    for _ in parser._nlp.pipe(p.text for p in passages):
        pass
    return time.process_time() - start


def memory() -> float:
    """The most memory this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(clock: Clock, words: int, bare: float, peaks: Sequence[float]) -> int:
    """Print what was measured; stages set in are parts of the one above and not counted again."""
    whole = sum(s for stage, s in clock.seconds.items() if not stage.startswith(" "))
    for stage, seconds in clock.seconds.items():
        print(f"{stage:12} {seconds:8.2f} s  {100 * seconds / whole:5.1f} %")
    print(f"report steps {words / whole:8.0f} words/s")
    print(f"bare parser  {words / bare:8.0f} words/s")
    print(f"ratio        {bare / whole:8.2f}  (floor {FLOOR})")
    print("peak memory  " + " → ".join(f"{p:.0f}" for p in peaks) + f" MiB (floor {MEMORY:.0f})")
    return int(bare / whole < FLOOR or peaks[-1] > MEMORY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
