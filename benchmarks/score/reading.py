"""Scores one account (the JSON of `--json` or `export account`) against a hand-coded reading.

`python -m benchmarks.score.reading ACCOUNT.json READING.json [TEXTS]` prints a line a measure, then all as JSON.

What is compared are tellings: one (event, evidence) pair is one prediction. Records marked `optional` in the reading
(only one of two readers has them) cost nothing to miss and nothing to say. Evidence must be about as long as the
words it stands for: at most four times, or 300 code points. Texts are read from the folder TEXTS.
"""

import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from benchmarks.score.matching import PRF, Interval, bcubed, clusters, f1, greedy, jaccard, largest, overlap, prf

Record = dict[str, Any]
Figure = float | PRF | str | int


def norm(words: str | None) -> str:
    """Words without case, blanks and punctuation."""
    return "".join(c for c in (words or "").lower() if c.isalnum())


def span(x: Any) -> Interval | None:
    """The interval of a span record, or None."""
    return (x["start"], x["end"]) if x and x.get("start") is not None and x.get("end") is not None else None


def terse(said: Interval, gold: Interval) -> bool:
    """Whether a passage is about as long as the words it stands for."""
    return said[1] - said[0] <= max(4 * (gold[1] - gold[0]), 300)


def share(right: int, of: int) -> str:
    """A count out of a count."""
    return f"{right}/{of}"


@dataclass(frozen=True)
class Said:
    """An account, indexed."""

    documents: dict[str, Record]
    actors: dict[str, Record]
    events: list[Record]
    statements: list[Record]
    discrepancies: list[Record]
    stories: list[Record]

    @classmethod
    def of(cls, account: Record) -> "Said":
        """Index an account as read from JSON."""

        def rows(key: str) -> list[Record]:
            return account.get(key) or []

        return cls(
            {d["id"]: d for d in rows("documents")}, {a["id"]: a for a in rows("actors")},
            rows("events"), rows("statements"), rows("discrepancies"), rows("stories"),
        )  # fmt: skip

    def file(self, document: str | None) -> str | None:
        """The name of the file that a document came from."""
        d = self.documents.get(document or "")
        return PurePath(d["file"]).name if d else None

    def names(self, actor: str | None) -> set[str]:
        """Every name of an actor, normalised."""
        a = self.actors.get(actor or "")
        return {norm(n) for n in [a.get("name"), *(a.get("aliases") or [])]} - {""} if a else set()

    def unknown(self, actor: str) -> bool:
        """Whether an actor stands for nobody in particular."""
        a = self.actors.get(actor)
        return a is None or (a.get("kind") == "unknown" and not a.get("country"))


class Reading:
    """A hand-coded reading, indexed."""

    def __init__(self, gold: Record) -> None:
        actors = gold["actors"]
        rows = [{"id": k, **v} for k, v in actors.items()] if isinstance(actors, dict) else actors
        self.actors: dict[str, Record] = {a["id"]: a for a in rows}
        self.articles: list[Record] = gold["articles"]
        self.events: list[Record] = gold["events"]
        self.statements: list[Record] = gold["statements"]
        self.same: list[list[str]] = gold.get("same_event") or []
        self.disagreements: list[Record] = gold.get("disagreements") or []
        self.dirt: list[Record] = gold.get("dirt") or []
        self.stories: list[list[str]] = gold.get("stories") or []
        self.files = {a["file"] for a in self.articles}

    def names(self, actor: str) -> set[str]:
        """Every name of an actor, normalised."""
        a = self.actors[actor]
        return {norm(n) for n in [a["name"], *a["aliases"]]}

    def key(self, actor: str | None) -> object:
        """What an actor counts as in a dyad: its country, itself where it has none, None if unknown."""
        if actor is None:
            return None
        a = self.actors[actor]
        return None if a["kind"] == "unknown" and not a["country"] else a["country"] or ("name", actor)


class Scorer:
    """Compares one account with one reading."""

    def __init__(self, account: Record, gold: Record) -> None:
        self.a, self.g = Said.of(account), Reading(gold)
        self.articles = [
            (file, span(d), d) for d in self.a.documents.values() if (file := self.a.file(d["id"])) in self.g.files
        ]
        self.tellings: list[tuple[Record, Record]] = []
        for event in self.a.events:
            for ev in event.get("evidence") or []:
                if self.a.file(ev.get("document")) in self.g.files and span(ev):
                    own = {k: ev[k] for k in ("type", "source", "target", "status", "date") if ev.get(k) is not None}
                    self.tellings.append(({**event, **own}, ev))
        self.near = {j: self._near(g) for j, g in enumerate(self.g.events)}
        self.core = {j for j, g in enumerate(self.g.events) if not g.get("optional")}

    def _near(self, gold: Record) -> list[int]:
        """The tellings that stand where a gold event stands, best overlap first."""
        where: Interval = tuple(gold["span"])
        found = []
        for i, (_, ev) in enumerate(self.tellings):
            said = span(ev)
            assert said
            half = 0.5 * min(said[1] - said[0], where[1] - where[0])
            if self.a.file(ev["document"]) == gold["file"] and overlap(said, where) >= half and terse(said, where):
                found.append((-jaccard(said, where), i))
        return [i for _, i in sorted(found)]

    def same_actor(self, gold: str, said: str | None) -> bool:
        """Whether two actors share a name."""
        return bool(self.g.names(gold) & self.a.names(said))

    def _keys(self, actors: Iterable[str] | None) -> set[object]:
        out: set[object] = set()
        for x in actors or []:
            if self.a.unknown(x):
                continue
            country = self.a.actors[x].get("country")
            if country:
                out.add(country)
                continue
            named = {("name", g) for g, r in self.g.actors.items() if not r["country"] and self.same_actor(g, x)}
            out |= named or {("other", x)}
        return out

    def _side(self, gold: Sequence[str | None], said: Iterable[str] | None) -> bool:
        want, got = {self.g.key(x) for x in gold}, self._keys(said)
        return bool(want & got) or (want <= {None} and not got)

    def dyad(self, event: Record, gold: Record) -> bool:
        """Whether source and target agree at the level of countries."""
        return self._side(gold["source"], event.get("source")) and self._side(gold["target"], event.get("target"))

    def typed(self, event: Record, gold: Record) -> bool:
        """Whether the dyad agrees and the type is one a reasonable coder could choose."""
        return self.dyad(event, gold) and event.get("type") in gold["types"]

    def exact(self, event: Record, gold: Record) -> bool:
        """Whether every gold actor is named on its side, the type fits and the dyad agrees."""
        return self.typed(event, gold) and all(
            x is None or any(self.same_actor(x, y) for y in event.get(side) or [])
            for side in ("source", "target")
            for x in gold[side]
        )

    def matched(self, ok: Callable[[Record, Record], bool]) -> tuple[dict[int, int], dict[int, int]]:
        """Gold events matched under `ok`, and the optional ones that leftover tellings excuse."""
        g = self.g.events
        edges = {j: [i for i in self.near[j] if ok(self.tellings[i][0], g[j])] for j in self.near if j in self.core}
        main = largest(edges)
        used = set(main.values())
        spare = {
            j: [i for i in c if i not in used and self.dyad(self.tellings[i][0], g[j])]
            for j, c in self.near.items()
            if j not in self.core
        }
        return main, largest(spare)

    def documents(self) -> dict[str, Figure]:
        """Articles cut and dated as the reading has them."""
        out: dict[str, Figure] = {}
        if "span" in self.g.articles[0]:
            hit = sum(
                any(f == g["file"] and s and jaccard(tuple(g["span"]), s) >= 0.9 for f, s, _ in self.articles)
                for g in self.g.articles
            )
            out["documents split"] = share(hit, max(len(self.g.articles), len(self.articles)))

        def dated(gold: Record) -> bool:
            right = gold["published"] if isinstance(gold["published"], list) else [gold["published"]]
            return any(
                (d.get("published") or "")[:10] in right
                for f, s, d in self.articles
                if f == gold["file"] and ("span" not in gold or (s and jaccard(tuple(gold["span"]), s) >= 0.5))
            )

        wanted = [g for g in self.g.articles if g.get("published")]
        return out | {"documents dated": share(sum(map(dated, wanted)), len(wanted))}

    def events(self) -> dict[str, Figure]:
        """Events at five levels, then status, date and attribution of those with the right dyad and type."""
        g, out = self.g.events, {}
        levels: dict[str, Callable[[Record, Record], bool]] = {
            "event place": lambda _e, _g: True, "event dyad": self.dyad, "event dyad+type": self.typed,
            "event dyad+best type": lambda e, x: self.dyad(e, x) and e.get("type") == x["types"][0],
            "event actors+type": self.exact,
        }  # fmt: skip
        figures: dict[str, Figure] = {}
        for name, ok in levels.items():
            main, spare = self.matched(ok)
            figures[name] = prf(len(main), len(self.tellings) - len(spare), len(self.core))
        main, spare = self.matched(self.typed)
        out = main | {j: i for j, i in spare.items() if self.tellings[i][0].get("type") in g[j]["types"]}
        return figures | self._details(out)

    def _details(self, pairs: Mapping[int, int]) -> dict[str, Figure]:
        g, out = self.g.events, dict[str, Figure]()
        status: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])
        for j, i in pairs.items():
            gold, said = g[j]["status"], self.tellings[i][0].get("status")
            status[gold][2] += 1
            status[said][1] += 1
            status[gold][0] += gold == said
        classes = sorted({x["status"] for x in g})
        out["event status macro F1"] = round(sum(prf(*status[k])[2] for k in classes) / len(classes), 3)
        dated = [(j, i) for j, i in pairs.items() if g[j].get("date")]
        right = sum(date_right(g[j]["date"], self.tellings[i][0].get("date")) for j, i in dated)
        out["event date accuracy"] = round(right / len(dated), 3) if dated else 0.0
        counts = [0, 0, 0]
        for j, i in pairs.items():
            gold, said = g[j].get("attributed_to") or [], self.tellings[i][1].get("attribution") or []
            counts[0] += any(self.same_actor(x, y) for x in gold for y in said)
            counts[1] += bool(said)
            counts[2] += bool(gold)
        out["event attribution"] = prf(*counts)
        return out

    def statements(self) -> dict[str, Figure]:
        """Statements by content, by content and speaker, by form, and by what they stand inside of."""
        gold = self.g.statements
        ours = [s for s in self.a.statements if self.a.file(s.get("document")) in self.g.files]
        said = [s for s in ours if span(s.get("content"))]

        def score(j: int, i: int) -> float:
            where = span(said[i]["content"])
            return jaccard(where, tuple(gold[j]["span"])) if where else 0.0

        edges = [
            ((score(j, i),), j, i)
            for j, g in enumerate(gold)
            for i, s in enumerate(said)
            if self.a.file(s["document"]) == g["file"] and score(j, i) >= 0.5
        ]
        pairs = greedy(edges)
        optional = {j for j in pairs if gold[j].get("optional")}
        right = {
            j: i
            for j, i in pairs.items()
            if gold[j]["speaker"] in self.g.actors and self.same_actor(gold[j]["speaker"], said[i].get("speaker"))
        }
        n = sum(not g.get("optional") for g in gold)
        out: dict[str, Figure] = {
            "statement content": prf(len(pairs.keys() - optional), len(said) - len(optional), n),
            "statement content+speaker": prf(
                len(right.keys() - optional), len(said) - len(optional - right.keys()) - len(optional & right.keys()), n
            ),
        }
        for form in ("direct", "indirect", "mixed"):
            wanted = [j for j, g in enumerate(gold) if g["form"] == form and not g.get("optional")]
            out[f"statement recall {form}"] = share(sum(j in right for j in wanted), len(wanted))
        nested = [(j, h) for j in range(len(gold)) if (h := holder(gold, j)) is not None]
        back = {said[i].get("id"): j for j, i in pairs.items()}
        hits = sum(j in pairs and back.get(said[pairs[j]].get("within")) == h for j, h in nested)
        return out | {"statement nesting": share(hits, len(nested))}

    def actors(self, texts: Path) -> dict[str, Figure]:
        """B-cubed over every place where a gold alias stands in the texts, countries, and mistaken merges."""
        by_file: dict[str | None, list[tuple[int, int, str]]] = defaultdict(list)
        for a in self.a.actors.values():
            for m in a.get("mentions") or []:
                if where := span(m):
                    by_file[self.a.file(m.get("document"))].append((*where, a["id"]))
        placed = [pair for f in sorted(self.g.files) for pair in self._aliases(f, texts, by_file[f])]
        found: list[tuple[str, str]] = [(g, p or f"?{k}") for k, (g, p) in enumerate(placed, 1)]
        if not found:
            return {}
        gold, said = clusters(dict(enumerate(g for g, _ in found))), clusters(dict(enumerate(p for _, p in found)))
        p, r = bcubed(said, gold), bcubed(gold, said)
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for g, x in found:
            if not x.startswith("?"):
                seen[g][x] += 1
        major = {g: c.most_common(1)[0][0] for g, c in seen.items()}
        states = [g for g in dict.fromkeys(g for g, _ in found) if self.g.actors[g]["country"]]
        right = sum(
            g in major and self.a.actors[major[g]].get("country") == self.g.actors[g]["country"] for g in states
        )
        return {
            "actor B-cubed": (round(p, 3), round(r, 3), round(f1(p, r), 3)),
            "actor mentions found": share(sum(not x.startswith("?") for _, x in found), len(found)),
            "actor country": share(right, len(states)),
            "actors merged by mistake": len(major) - len(set(major.values())),
        }

    def _aliases(
        self, file: str, texts: Path, mentions: Sequence[tuple[int, int, str]]
    ) -> list[tuple[str, str | None]]:
        """Every gold alias in one text, longest first, outside the dirt: its actor, and the actor we say it is."""
        text = (texts / file).read_bytes().decode("utf-8")
        taken: list[Interval] = [tuple(x["span"]) for x in self.g.dirt if x["file"] == file and x.get("span")]
        for x in self.g.dirt:
            if x["file"] == file:
                again = sorted(x.get("starts") or [])[1:]
                taken += [(s, (text.find("\n", s) + 1 or len(text) + 1) - 1) for s in again]
        aliases = sorted(((x, a["id"]) for a in self.g.actors.values() for x in a["aliases"]), key=lambda x: -len(x[0]))
        out: list[tuple[str, str | None]] = []
        for alias, gold in aliases:
            for m in re.finditer(r"(?<!\w)" + re.escape(alias) + r"(?!\w)", text):
                if any(overlap(m.span(), t) for t in taken):
                    continue
                taken.append(m.span())
                at = [(-o, e - s, a) for s, e, a in mentions if (o := overlap(m.span(), (s, e)))]
                out.append((gold, min(at)[2] if at else None))
        return out

    def across(self) -> dict[str, Figure]:
        """The same event in several tellings, differences between accounts, and stories."""
        g = self.g.events
        edges = []
        for j, c in self.near.items():
            for i in c:
                event, where = self.tellings[i][0], span(self.tellings[i][1])
                assert where
                fits = self.dyad(event, g[j])
                edges.append(
                    ((fits and event.get("type") in g[j]["types"], fits, jaccard(where, tuple(g[j]["span"]))), j, i)
                )
        one = greedy(edges)
        at = {x["id"]: j for j, x in enumerate(g)}
        wanted = {
            p for group in self.g.same
            for p in pairs(at[x] for x in group if x in at and at[x] in self.core and at[x] in one)
        }  # fmt: skip
        groups: dict[str, set[int]] = defaultdict(set)
        for j, i in one.items():
            if j in self.core:
                groups[self.tellings[i][0]["id"]].add(j)
        said = {p for group in groups.values() for p in pairs(group)}
        got = largest(
            {
                j: [i for i, k in enumerate(self.a.discrepancies) if self._shows(k, x)]
                for j, x in enumerate(self.g.disagreements)
            }
        )
        out: dict[str, Figure] = {
            "same-event pairs": prf(len(wanted & said), len(said), len(wanted)),
            "disagreements found": share(len(got), len(self.g.disagreements)),
            "disagreements reported": len(self.a.discrepancies),
        }
        return out | self._stories() if self.g.stories else out

    def _touches(self, side: Record, words: Record) -> bool:
        where: Interval = tuple(words["span"])
        return any(
            self.a.file(e.get("document")) == words["file"] and (s := span(e)) and overlap(s, where) and terse(s, where)
            for e in side.get("evidence") or []
        )

    def _shows(self, found: Record, gold: Record) -> bool:
        """Whether two different sides, sharing no words, stand at two of the gold's passages."""

        def meet(a: Record, b: Record) -> bool:
            return any(
                self.a.file(u.get("document")) == self.a.file(v.get("document"))
                and (s := span(u)) is not None
                and (t := span(v)) is not None
                and overlap(s, t) > 0
                for u in a.get("evidence") or []
                for v in b.get("evidence") or []
            )

        return any(
            self._touches(a, left) and self._touches(b, right)
            for a, b in itertools.permutations(found.get("sides") or [], 2)
            if not meet(a, b)
            for left, right in itertools.combinations(gold["between"], 2)
        )

    def _stories(self) -> dict[str, Figure]:
        of = {d: k for k, story in enumerate(self.a.stories) for d in story.get("documents") or []}

        def story(article: Record) -> set[object]:
            return {
                of.get(d["id"], ("none", d["id"]))
                for f, s, d in self.articles
                if f == article["file"] and ("span" not in article or (s and jaccard(tuple(article["span"]), s) >= 0.5))
            }

        where = {a["id"]: story(a) for a in self.g.articles}
        label = {x: k for k, group in enumerate(self.g.stories) for x in group}
        both = list(itertools.combinations(where, 2))
        right = sum(bool(where[a] & where[b]) == (label[a] == label[b]) for a, b in both)
        return {"stories right (pairs)": share(right, len(both))}


def pairs(group: Iterable[int]) -> set[frozenset[int]]:
    """Every two members of a group."""
    return {frozenset(p) for p in itertools.combinations(sorted(group), 2)}


def holder(gold: Sequence[Record], j: int) -> int | None:
    """The least gold statement by another speaker that statement j stands inside of."""
    g = gold[j]
    around = [
        k for k, x in enumerate(gold)
        if k != j and x["file"] == g["file"] and x["speaker"] != g["speaker"] and x["span"] != g["span"]
        and x["span"][0] <= g["span"][0] and g["span"][1] <= x["span"][1]
    ]  # fmt: skip
    return min(around, key=lambda k: gold[k]["span"][1] - gold[k]["span"][0], default=None)


def pad(day: str, last: bool) -> str:
    """A year or month as its first or last day."""
    tail = {4: ("-01-01", "-12-31"), 7: ("-01", "-31")}.get(len(day), ("", ""))
    return day + tail[last]


def date_right(gold: str, said: Record | None) -> bool:
    """Whether a date falls where the reading puts it: the day, inside the month or year, or touching the range."""
    if not said or not said.get("start"):
        return False
    first, _, second = gold.partition("/")
    lo, hi = pad(first, False), pad(second or first, True)
    start, end = pad(said["start"][:10], False), pad((said.get("end") or said["start"])[:10], True)
    if len(gold) == 10:
        return start == end == gold
    if second:
        return start <= hi and end >= lo and int(end[:4]) - int(start[:4]) <= 2 * (int(hi[:4]) - int(lo[:4])) + 1
    return lo <= start and end <= hi


def score(account: Record, gold: Record, texts: Path | None = None) -> dict[str, Figure]:
    """Every figure for one account against one reading."""
    s = Scorer(account, gold)
    actors = s.actors(texts) if texts else {}
    return {**s.documents(), **s.events(), **s.statements(), **actors, **s.across()}


def main() -> None:
    """Score the files named on the command line."""
    if not 3 <= len(sys.argv) <= 4:
        sys.exit("usage: python -m benchmarks.score.reading ACCOUNT.json READING.json [TEXTS]")
    account, gold = (json.loads(Path(p).read_text(encoding="utf-8")) for p in sys.argv[1:3])
    figures = score(account, gold, Path(sys.argv[3]) if len(sys.argv) == 4 else None)
    for name, value in figures.items():
        print(f"{name:28} {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
