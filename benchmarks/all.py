"""Every figure that can be measured with the gold at hand; `--write` puts them into docs/accuracy.md.

The gold is found by the variable DRAGOMAN_GOLD (a folder); without it only the project's own examples are scored.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kinds import adapter
from benchmarks.score.reading import score as score_reading
from benchmarks.score.sets import rows
from benchmarks.score.sets import score as score_set

OWN = Path("tests/quality/crises")
PAGE = Path("docs/accuracy.md")
SHORT = Path("src/dragoman/show/report/accuracy.json")
# The lines of figures that the report page repeats.
TELLING = (
    "event dyad+type", "event actors+type", "statement content+speaker", "actor B-cubed", "same-event pairs",
    "disagreements", "n ", "country pair + root", "all       full", "boundaries", "conflicts", "mentions", "value",
    "P ",
)  # fmt: skip
MARK = "<!-- figures: written by `make accuracy` -->"


@dataclass(frozen=True)
class SetBench:
    """One public set: what it asks, its kind and file, and what others reach on it or its test half."""

    asks: str
    kind: str
    file: str
    others: str


@dataclass(frozen=True)
class ReadingBench:
    """One crisis that was read and coded by hand: its texts and the reading."""

    asks: str
    texts: Path
    reading: Path
    shown_texts: str
    shown_reading: str


SETS = (
    SetBench("PLOVER type given the two parties (PLV)", "plv", "events/plv.train.jsonl",
             "test half, root macro F1: UniversalPetrarch 46.3, GPT-4 with codebook 61.5, zero-shot NLI tree 82.4, "
             "supervised ConfliBERT 86.7"),
    SetBench("Who did what to whom, a sentence's leading event (PETRARCH2 validation)", "triples",
             "events/petr2_gsr_validation.all.jsonl",
             "PETRARCH2 .914 (its own output seeded this gold; .253 on an unseeded set), UniversalPetrarch .850"),
    SetBench("Event or none, in five classes", "cameo", "events/cameo_class_ner.train.no_heldout_overlap.jsonl",
             "test half, accuracy: UniversalPetrarch .541, TF-IDF .621"),
    SetBench("Who said it (PolNeAR)", "quotes", "attribution/polnear.dev.jsonl",
             "test half, full F1: textacy .22, GenderGapTracker .416 (indirect partial .342), two people .748"),
    SetBench("Are two names one person (nomenklatura)", "names", "attribution/names.nomenklatura_person.dev.jsonl",
             "whole set: rapidfuzz token_set .788, nomenklatura logic-v2 .922"),
    SetBench("Spellings of politicians' names (Phoenix)", "names", "attribution/names.phoenix_politicians.dev.jsonl",
             "nomenklatura logic-v2 .939"),
    SetBench("Strangers with near names", "names", "attribution/names.phoenix_crosscountry_neg.dev.jsonl",
             "false merges: nomenklatura logic-v2 25.7 %, rapidfuzz WRatio 9.7 %"),
    SetBench("The same actor across outlets (NewsWCL50)", "coref", "attribution/coref.newswcl50.dev.jsonl", ""),
    SetBench("Articles glued together by a scrape", "glued", "crossdoc/glued_articles.dev.jsonl", ""),
    SetBench("Which reports tell one story", "stories", "crossdoc/story_clusters.dev.jsonl", "TF-IDF cosine .870"),
    SetBench("Copies and partial reuse", "copies", "crossdoc/syndication_pairs_silver.dev.jsonl", ""),
    SetBench("The same event across documents (ECB+ dev)", "ecb", "crossdoc/ecbplus.train_dev.jsonl",
             "dev, head lemma: 76.2 with gold topics, 63.9 without"),
    SetBench("Do two reports of one day differ", "differ", "crossdoc/contradictions_handgold.dev.jsonl", ""),
    SetBench("Time expressions (MEANTIME)", "times", "crossdoc/meantime_en.jsonl",
             "another set, value F1: HeidelTime 77.6, SUTime 67.4"),
)  # fmt: skip


CRISES = "$DRAGOMAN_GOLD/crises"
SEEDS = "$DRAGOMAN_GOLD/seeds.json $DRAGOMAN_GOLD/../seeds"
PRINTING = (
    ("How sure is sure: the founding case", "confidence", SEEDS),
    ("How sure is sure: gulf-2019", "confidence", f"{CRISES}/gulf-2019/reading.json {CRISES}/gulf-2019"),
    ("How sure is sure: skripal-2018", "confidence", f"{CRISES}/skripal-2018/reading.json {CRISES}/skripal-2018"),
    ("Main words that the codebook knows (PLV)", "coverage", "$DRAGOMAN_GOLD/events/plv.train.jsonl"),
    ("Events change with the words, and only with them: the codebook's examples", "faithfulness", ""),
    ("Events change with the words, and only with them: PLV", "faithfulness", "$DRAGOMAN_GOLD/events/plv.train.jsonl"),
)


def readings(gold: Path | None) -> Iterator[ReadingBench]:
    """The hand-coded readings there are: the examples, then those of the gold folder."""
    own = Path("tests/quality/examples.json")
    yield ReadingBench("The examples", Path("examples"), own, "examples", str(own))
    for asks, part in (("looked at", "looked-at"), ("unseen", "unseen")):
        for folder in sorted((OWN / part).glob("*/")):
            name = f"{folder.name} (own, {asks})"
            yield ReadingBench(name, folder, folder / "reading.json", str(folder), f"{folder}/reading.json")
    if gold is None:
        return
    seeds = ReadingBench("The founding case", gold.parent / "seeds", gold / "seeds.json",
                         "$DRAGOMAN_GOLD/../seeds", "$DRAGOMAN_GOLD/seeds.json")  # fmt: skip
    found = [seeds]
    for folder in sorted((gold / "crises").glob("*/")):
        shown = f"$DRAGOMAN_GOLD/crises/{folder.name}"
        found.append(ReadingBench(folder.name, folder, folder / "reading.json", shown, f"{shown}/reading.json"))
    yield from (r for r in found if r.reading.exists())


def account_of(texts: Path) -> dict[str, object]:
    """The account that the command line gives of a folder of texts."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "account.json"
        command = [sys.executable, "-m", "dragoman", "read", *map(str, sorted(texts.glob("*.txt"))), "--json", str(out)]
        subprocess.run(command, check=True, capture_output=True)
        found: dict[str, object] = json.loads(out.read_text(encoding="utf-8"))
        return found


def measure(gold: Path | None) -> Iterator[tuple[str, str, str, list[str]]]:
    """For every bench: what it asks, its commands, what others reach, and its lines of figures."""
    for r in readings(gold):
        figures = score_reading(account_of(r.texts), json.loads(r.reading.read_text(encoding="utf-8")), r.texts)
        commands = (
            f"dragoman read {r.shown_texts}/*.txt --json account.json; "
            f"python -m benchmarks.score.reading account.json {r.shown_reading} {r.shown_texts}"
        )
        yield r.asks, commands, "", [f"{name}: {value}" for name, value in figures.items()]
    for bench in SETS if gold else ():
        path = (gold or Path()) / bench.file
        if not path.exists():
            continue
        commands = (
            f"python -m benchmarks.run {bench.kind} $DRAGOMAN_GOLD/{bench.file} pred.jsonl; "
            f"python -m benchmarks.score.sets {bench.kind} pred.jsonl $DRAGOMAN_GOLD/{bench.file}"
        )
        wanted = rows(path)
        yield bench.asks, commands, bench.others, score_set(bench.kind, adapter(bench.kind)(wanted), wanted)
    for asks, module, arguments in PRINTING:
        if gold or "$" not in arguments:
            yield asks, f"python -m benchmarks.{module} {arguments}".strip(), "", printed(module, arguments, gold)


def printed(module: str, arguments: str, gold: Path | None) -> list[str]:
    """What another bench prints."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments.replace("$DRAGOMAN_GOLD", str(gold)).split()]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip().splitlines()


def main() -> None:
    """Measure, print, and with `--write` keep the figures in docs/accuracy.md."""
    folder = os.environ.get("DRAGOMAN_GOLD")
    gold = Path(folder).resolve() if folder else None
    if gold is None:
        print("DRAGOMAN_GOLD is not set: only the project's own examples are scored.", file=sys.stderr)
    sections, short = [], []
    for asks, commands, others, lines in measure(gold):
        print(f"\n{asks}\n  " + "\n  ".join(lines), flush=True)
        told = f"\nOthers: {others}.\n" if others else ""
        short += [{"asks": asks, "figure": line} for line in lines if line.startswith(TELLING)]
        sections.append(f"### {asks}\n\n`{commands}`\n{told}\n```\n" + "\n".join(lines) + "\n```\n")
    if "--write" in sys.argv:
        head = PAGE.read_text(encoding="utf-8").split(MARK)[0]
        PAGE.write_text(f"{head}{MARK}\n\n" + "\n".join(sections), encoding="utf-8")
        SHORT.write_text(json.dumps(short, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
