"""Linking at scale: 20,000 made-up mentions of people, variously spelled; how long, and how many pairs are found.

`python -m benchmarks.blocking [ACTORS]` prints seconds, the share of true pairs that share a block and that end as one
actor, and the share of joined pairs that are right.
"""

import random
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.model.actor import Chain, Mention, Role
from dragoman.model.ids import chain_id
from dragoman.model.text import Span
from dragoman.resolve import world
from dragoman.resolve.actors import Setting, assign, keys

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))
POSTS = (
    "foreign minister",
    "defence minister",
    "spokesman",
    "general",
    "ambassador",
    "lawmaker",
    "governor",
    "adviser",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person: the language of the name, its two parts, a country and a post."""

    number: int
    language: str
    given: str
    surname: str
    country: str
    post: str


def people(count: int, chance: random.Random) -> list[Person]:
    """People of all languages, no two with the same name."""
    made: dict[tuple[str, str], Person] = {}
    while len(made) < count:
        language = chance.choice(sorted(TABLE))
        t = TABLE[language]
        country, given, surname = chance.choice(t["countries"]), chance.choice(t["given"]), chance.choice(t["surname"])
        made.setdefault((given, surname), Person(len(made), language, given, surname, country, chance.choice(POSTS)))
    return list(made.values())


def respelled(person: Person, chance: random.Random) -> str:
    """The person's name as some paper might print it."""
    name = (
        f"{person.surname} {person.given}"
        if person.language in ("chinese", "korean")
        else f"{person.given} {person.surname}"
    )
    for rule in chance.sample(TABLE[person.language]["respell"], min(2, len(TABLE[person.language]["respell"]))):
        before, _, after = rule.partition(">")
        if chance.random() < 0.6:
            name = name.replace(before, after)
    match chance.randrange(20):
        case 0 if person.language not in ("chinese", "korean"):
            return f"{person.given[0]}. {person.surname}"
        case 1:
            return name.upper()
        case 2:
            i = chance.randrange(1, len(name) - 1)
            within = name[i].isalpha() and name[i - 1].isalpha() and len(name) > 12
            return name[:i] + name[i + 1 :] if within else name
        case _:
            return name


def mentions(persons: Iterable[Person], each: int, chance: random.Random) -> dict[str, tuple[Chain, int]]:
    """Chains of reports, `each` for a person, with the number of the person each is."""
    made: dict[str, tuple[Chain, int]] = {}
    for person in persons:
        for k in range(each):
            document, name = f"d{person.number}-{k}", respelled(person, chance)
            span = Span(0, len(name), name)
            chain = Chain(
                chain_id(document, span), document, name, "person",
                person.country if chance.random() < 0.9 else None, None, False, (Mention(span, "name", 0),), None,
                (Role(person.post),) if chance.random() < 0.7 else (),
            )  # fmt: skip
            made[chain.id] = (chain, person.number)
    return made


def pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """All pairs within groups."""
    return {p for g in groups for p in combinations(sorted(g), 2)}


def grouped(of: Mapping[str, object]) -> list[list[str]]:
    """Keys that map to one thing, together."""
    found: dict[object, list[str]] = defaultdict(list)
    for key, value in of.items():
        found[value].append(key)
    return list(found.values())


def measure(actors: int, each: int = 8, seed: int = 7) -> dict[str, float]:
    """Link `actors` made-up chains and compare with what they are."""
    chance = random.Random(seed)
    made = mentions(people(actors // each, chance), each, chance)
    true = pairs(grouped({c: number for c, (_, number) in made.items()}))
    blocks: dict[str, set[str]] = defaultdict(set)
    for c, (chain, _) in made.items():
        for key in keys(chain):
            blocks[key].add(c)
    of_key = {c: set(keys(chain)) for c, (chain, _) in made.items()}
    blocked = sum(bool(of_key[a] & of_key[b]) for a, b in true)
    known = world.load()
    start, busy = time.perf_counter(), time.process_time()
    result = assign([c for c, _ in made.values()], (), (), Setting(), known)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    said = pairs(grouped(result.actor_of))
    return {
        "actors": len(made), "seconds": round(seconds, 1), "processor seconds": round(busy, 1),
        "pairs in a block": round(blocked / len(true), 4),
        "pairs found": round(len(true & said) / len(true), 4),
        "pairs right": round(len(true & said) / max(1, len(said)), 4),
        "largest block": max(Counter({k: len(v) for k, v in blocks.items()}).values()),
    }  # fmt: skip


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
