"""Which mentions speak of one actor, within a topic told by several outlets (NewsWCL50; its mentions are given).

Its conventions are not the product's: a state's bodies, officials and lesser figures count as the state.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from benchmarks.parses import one
from dragoman.ingest.plain import plain
from dragoman.model.actor import Chain
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.text import Span
from dragoman.model.world import World
from dragoman.read.actors import chains
from dragoman.resolve import world as worlds
from dragoman.resolve.actors import Setting, assign

MAIN = 5


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A label for each given mention: its actor's, as the resolver joins the chains of one topic's reports."""
    world = worlds.load()
    topics: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(row)
    for topic, told in topics.items():
        readings = {row["id"]: read(row, world) for row in told}
        labels = actors(readings, world)
        for row in told:
            found = (chain_of(readings[row["id"]], m["span"]) for m in given(row))
            yield {
                "id": row["id"],
                "clusters": [f"{topic}:{labels[c.id]}" if c else None for c in found],
            }


def given(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The mentions of a row, in order, without their answers."""
    mentions = json.loads(row["mentions"]) if isinstance(row["mentions"], str) else row["mentions"]
    return [{"span": m["span"], "text": m["text"]} for m in mentions]


def read(row: dict[str, Any], world: World) -> Reading:
    """One article read."""
    report = plain(row["text"], None, str(row["id"]))
    parse = one(report)
    return Reading(report, parse, chains(report, parse, world), (), ())


def actors(readings: dict[str, Reading], world: World) -> dict[str, str]:
    """Each chain's label: its actor, or its country where it is one of a state's lesser figures."""
    found: list[Chain] = [c for r in readings.values() for c in r.chains]
    made = assign(found, (), (), Setting(), world)
    actor_of = made.actor_of
    named: Counter[str] = Counter()
    for chain in found:
        named[actor_of[chain.id]] += sum(m.form != "pronoun" for m in chain.mentions)
    return {c.id: c.country if c.country and lesser(c, named[actor_of[c.id]]) else actor_of[c.id] for c in found}


def lesser(chain: Chain, named: int) -> bool:
    """Whether NewsWCL50 would count an actor as its state: a body, officials, a person rarely named."""
    return chain.kind == "state" or (chain.key or "").startswith("body:") or chain.described or named < MAIN


def chain_of(reading: Reading, span: list[int]) -> Chain | None:
    """The chain that given words speak of: of their head, else of the longest name in them."""
    start, end = reading.parse.tokens(Span.of(reading.parse.source, span[0], span[1]))
    if start >= end:
        return None
    chain = reading.chain_at(head(reading.parse, start, end))
    if chain:
        return chain
    inside = [reading.found_at(i) for i in range(start, end)]
    best = max((f for f in inside if f), key=lambda f: len(f[0].span.text), default=None)
    return best[1] if best else None


def head(parse: Parse, start: int, end: int) -> int:
    """The token of a range that hangs on something outside it."""
    return next((i for i in range(start, end) if not start <= parse.heads[i] < end or parse.heads[i] == i), end - 1)
