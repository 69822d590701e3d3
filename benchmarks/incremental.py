"""What adding one report costs in dossiers of growing size: `python -m benchmarks.incremental [100 1000 5000]`.

The reports are made up: thirty persons of ten countries do things to one another over sixty days, several reports a
day tell of each deed in different words, some are copies. Coding is given, not computed, so that what is timed is
keeping one report and settling it among all others; the time to parse one such report stands beside it.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.dossier.settle import settle
from dragoman.ingest.plain import plain
from dragoman.model.actor import Chain, Mention, Participant
from dragoman.model.event import EventMention
from dragoman.model.ids import chain_id, mention_id, statement_id
from dragoman.model.reading import Coding
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Source, Span
from dragoman.model.when import When
from dragoman.ontology.plover import intensity
from dragoman.resolve import world
from dragoman.store import write
from dragoman.store.door import Store

GIVEN = ("Anton", "Bela", "Cyril", "Dorin", "Emil", "Ferdi", "Goran", "Hana", "Ivo", "Jana")
FAMILY = ("Marek", "Novotny", "Orlov", "Petrescu", "Quint", "Rados", "Szabo", "Tolj", "Urbanek", "Vasile")
COUNTRIES = ("CZE", "HUN", "RUS", "ROU", "AUT", "HRV", "SRB", "POL", "UKR", "BGR")
DEEDS = {
    "ACCUSE": ("accused", "blamed", "criticised", "denounced"),
    "CONSULT": ("met", "visited", "received", "telephoned"),
    "THREATEN": ("threatened", "warned"),
    "ASSAULT": ("attacked", "shelled", "raided"),
    "SANCTION": ("sanctioned", "punished"),
    "AID": ("helped", "supplied"),
}
MATTERS = (
    "over the northern pipeline", "about the impounded grain", "over the arrested trawlermen", "after the eastern vote",
    "about the river dam", "over the missing consul", "after the lakeside drills", "about the mountain pass",
    "over the railway debt", "after the refinery fire",
)  # fmt: skip
THINGS = (
    "harvest", "ferries", "timber", "glass", "copper", "schools", "bridges", "winter", "apples", "saddles", "engines",
    "paper", "salt", "rivers", "orchards", "tunnels", "lanterns", "wool", "ships", "clocks", "barley", "mills", "honey",
    "stone", "iron", "cattle", "roads", "linen", "markets", "towers", "amber", "coal", "tents", "herring", "leather",
    "vines", "bells", "ploughs", "maps", "silk", "wells", "gates", "pepper", "barges", "tiles", "horses", "nets",
)  # fmt: skip
type Deed = tuple[int, int, int, str, str]

DAYS = 60
COPIED = 20
"""Every so many reports one repeats the one before it."""
FIRST = date(2024, 1, 1)


def persons() -> list[tuple[str, str]]:
    """Thirty names with their countries."""
    chance = random.Random(0)
    names = [f"{g} {f}" for g in GIVEN for f in FAMILY]
    chance.shuffle(names)
    return [(name, COUNTRIES[n % len(COUNTRIES)]) for n, name in enumerate(names[:30])]


def codings(count: int) -> Iterator[Coding]:
    """So many coded reports, always the same."""
    chance, people = random.Random(1), persons()
    deeds = [deed(chance, len(people)) for _ in range(max(40, count // 4))]
    last: tuple[int, list[Deed], float] | None = None
    for n in range(count):
        day = chance.randrange(DAYS)
        near = [d for d in deeds if abs(d[0] - day) <= 2] or deeds
        told = chance.choices(near, k=6)
        last = last if last and n % COPIED == 0 else (day, told, chance.random())
        yield coding(n, last[0], last[1], people, random.Random(last[2]))


def deed(chance: random.Random, people: int) -> Deed:
    """On which day who does what to whom, and over what."""
    a, b = chance.sample(range(people), 2)
    return chance.randrange(DAYS), a, b, chance.choice(list(DEEDS)), chance.choice(MATTERS)


def aside(chance: random.Random) -> str:
    """Words of its own, as every report has them."""
    one, two, three, four = chance.sample(THINGS, 4)
    return f"amid talk of {one} and {two}, {three} or {four}"


def coding(n: int, day: int, told: list[Deed], people: list[tuple[str, str]], chance: random.Random) -> Coding:
    """One report that tells some deeds, each in its own words, and lets somebody speak of some."""
    lines, parts = [], []
    for _, a, b, kind, matter in told:
        verb, quoted = chance.choice(DEEDS[kind]), chance.random() < 0.4
        speaker = chance.randrange(len(people))
        parts.append((a, b, kind, verb, speaker if quoted else None))
        deed = f"{people[a][0]} {verb} {people[b][0]} {aside(chance)} {matter}"
        lines.append(f"{people[speaker][0]} said that {deed}." if quoted else f"{deed}.")
    text = "\n".join([f"Report {n} of the day", *lines])
    published = (FIRST + timedelta(day)).isoformat()
    report = plain(text, published, f"{n}.txt")
    return assembled(report, lines, parts, people)


def assembled(
    report: Report, lines: list[str], parts: list[tuple[int, int, str, str, int | None]], people: list[tuple[str, str]]
) -> Coding:
    """The records of a report whose sentences are known."""
    named: dict[int, list[Span]] = {}
    statements, events = [], []
    day = report.published.date

    def words(start: int, text: str) -> Span:
        return report.span(start, start + len(text))

    at = report.source.index("\n") + 1
    chains: dict[int, str] = {}
    for line, (a, b, kind, verb, speaker) in zip(lines, parts, strict=True):
        begin = at
        if speaker is not None:
            name = people[speaker][0]
            named.setdefault(speaker, []).append(words(at, name))
            begin = at + len(name) + len(" said that ")
        source = words(begin, people[a][0])
        trigger = words(source.end + 1, verb)
        target = words(trigger.end + 1, people[b][0])
        named.setdefault(a, []).append(source)
        named.setdefault(b, []).append(target)
        for person, spans in named.items():
            chains.setdefault(person, chain_id(report.id, spans[0]))
        content = report.span(begin, at + len(line) - 1)
        said = None
        if speaker is not None:
            said = statement_id(report.id, content)
            statements.append(Statement(said, report.id, chains[speaker], content, "indirect", "assert", 0.9))
        events.append(
            EventMention(
                mention_id(report.id, trigger, kind), report.id, content, trigger, kind,
                (Participant(chains[a], source),), (Participant(chains[b], target),), "asserted", 0.8,
                intensity=intensity(kind), date=When(day, day, "day", "publication"),
                attribution=(chains[speaker],) if speaker is not None else (), statement=said,
            )
        )  # fmt: skip
        at += len(line) + 1
    made = tuple(
        Chain(chains[p], report.id, people[p][0], "person", people[p][1], None, False,
              tuple(Mention(s, "name", 0) for s in spans))
        for p, spans in named.items()
    )  # fmt: skip
    return Coding(report, made, tuple(statements), tuple(events))


def keep(store: Store, coded: Coding) -> None:
    """Keep one report."""
    r = coded.report
    with store.writing() as tx:
        write.source(tx, Source(r.file, r.encoding, r.sha256, r.source))
        write.coding(tx, coded, "benchmark")


def main(sizes: list[int]) -> None:
    """Fill a dossier and time single reports at each size."""
    known, extra = world.load(), 5
    waiting = codings(max(sizes) + extra * len(sizes))
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "bench.dossier") as store:
        held, first = 0, 0.0
        for size in sizes:
            for _ in range(size - held):
                keep(store, next(waiting))
            settle(store, known, lambda *_: None)
            times = []
            for _ in range(extra):
                start = time.perf_counter()
                keep(store, next(waiting))
                settle(store, known, lambda *_: None)
                times.append(time.perf_counter() - start)
            held = size + extra
            typical = sorted(times)[len(times) // 2]
            first = first or typical
            grown = typical / first
            print(f"{size:>6} reports: one more takes {typical:.3f} s ({grown:.2f} times the first)", flush=True)


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [100, 1000, 5000])
