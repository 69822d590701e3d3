"""What more processes bring, and what memory a long read takes.

`python -m benchmarks.jobs [FOLDER]`: sixty reports of mixed length, cut out of the texts of a folder (the examples), go
through the report steps on one process and on two, in turns; what counts is the time from when all have loaded.
`python -m benchmarks.jobs memory [REPORTS]`: made-up reports, none like another, are read into a dossier by two
processes; the memory of each is looked at on the way.
"""

import json
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.incremental import codings
from dragoman.dossier import Dossier
from dragoman.dossier.reading import Progress, coded
from dragoman.engine.local import run
from dragoman.ingest.plain import plain
from dragoman.model.text import Report
from dragoman.pipeline import Resources
from dragoman.settings import Settings

REPORTS = 60
WARM = 6
TURNS = 3
SYLLABLES = ("ba", "dor", "ki", "lem", "mu", "nes", "or", "pa", "ri", "sto", "ta", "ul", "ven", "zo")
GAIN = 1.8
GROWTH = 1.1


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 if one misses its floor."""
    if arguments[:1] == ["memory"]:
        return memory(int(arguments[1]) if len(arguments) > 1 else 2000)
    return gain(Path(arguments[0] if arguments else "examples"))


def gain(folder: Path) -> int:
    """How much sooner two processes are done than one."""
    reports = list(cut(folder))
    words = sorted(len(r.source.split()) for r in reports)
    print(f"{len(reports)} reports of {words[0]} to {words[-1]} words, half of them under {words[len(words) // 2]}")
    load = os.getloadavg()[0]
    best: dict[int, float] = {}
    for _ in range(TURNS):
        for jobs in (1, 2):
            took = seconds(reports, jobs)
            best[jobs] = min(took, best.get(jobs, took))
            print(f"{jobs} process{'es' if jobs > 1 else ''}: {took:6.2f} s")
    reached = best[1] / best[2]
    print(
        f"two processes: {reached:.2f} times as fast (floor {GAIN}; load before {load:.1f} on {os.cpu_count()} cores)"
    )
    return int(reached < GAIN)


def cut(folder: Path) -> Iterator[Report]:
    """Reports of a few lines to many, out of a folder's texts, always the same."""
    chance = random.Random(4)
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").split("\n\n")]
    for n in range(REPORTS):
        start, length = chance.randrange(len(lines)), round(chance.lognormvariate(1.8, 0.8)) + 1
        yield plain("\n\n".join((lines * 2)[start : start + length]), "2024-03-01", f"{n}.txt")


def seconds(reports: Sequence[Report], jobs: int) -> float:
    """Seconds that the report steps take, from when all processes have loaded."""
    tasks = [*reports[:WARM], *reports]
    results = run(tasks, partial(Resources.load, Settings()), coded, jobs)
    for _ in range(WARM):
        next(results)
    start = time.perf_counter()
    for _ in results:
        pass
    return time.perf_counter() - start


def memory(count: int) -> int:
    """How much memory each process holds as a read goes on."""
    marks, held = sorted({count // 10, count // 4, count // 2, count}), dict[int, list[float]]()

    def look(progress: Progress) -> None:
        if progress.read in marks and progress.read not in held:
            processes = [os.getpid(), *(p.pid for p in multiprocessing.active_children() if p.pid)]
            held[progress.read] = [resident(p) for p in processes]
            shown = " + ".join(f"{m:.0f}" for m in held[progress.read])
            print(f"after {progress.read:5} reports: {shown} MiB (the reading process, then its workers)", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(r) + "\n" for r in made_up(count))
        with Dossier(Path(folder) / "memory.dossier") as dossier:
            dossier.read([path], jobs=2, on=look)
    growth = [last / first for first, last in zip(held[marks[0]], held[marks[-1]], strict=True)]
    print("growth " + ", ".join(f"{g:.2f}" for g in growth) + f" (floor {GROWTH})")
    return int(max(growth) > GROWTH)


def made_up(count: int) -> Iterator[dict[str, str]]:
    """Records with a text, each with names and words that no other has."""
    chance = random.Random(2)
    for coding in codings(count):
        name = " ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
        town = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
        own = f"{name}, the mayor of {town}, said that {chance.randrange(10**6)} people had left {town} since Monday."
        yield {"text": f"{coding.report.source}\n{own}\n", "published": coding.report.published.date or ""}


def resident(process: int) -> float:
    """The memory that a process holds now, in MiB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
