"""Blocking keys: what two chains must share to be compared at all."""

import re
from collections.abc import Iterator

from dragoman.model.actor import Chain
from dragoman.model.world import World, fold
from dragoman.resolve.names_fold import Token, common, name, words
from dragoman.resolve.names_sound import sounds
from dragoman.resolve.offices import holder, offices

CLASSES = str.maketrans("pvfwgXGqcSTZCzJxN", "bbbbkkkkksssssssn", "aeiouOEWh")


def keys(chain: Chain, world: World | None = None, day: str | None = None) -> tuple[str, ...]:
    """The blocks a chain belongs to: its world entry, else its description, else the sounds of its name's parts.

    With the world and the report's day a description also stands in the blocks of the one who held the office then.
    """
    if chain.key:
        return (chain.key,)
    held = {f"office:{code}:{title}" for code, title in offices(chain, world) if code} if world else set()
    if not chain.described:
        return tuple(sorted({*name_keys(chain.name), *word_keys(chain.name), *held}))
    tenure = holder(chain, day, world) if world else None
    named = name_keys(tenure.person) if tenure else set()
    return tuple(sorted({*held, *named, f"described:{chain.country or ''}:{fold(chain.name)}"}))


def name_keys(text: str) -> set[str]:
    """The sounds of each part of a name; parts that very many bear count only together with another part."""
    tokens = [t for t in name(text).tokens if t.sort == "part"]
    if len(tokens) == 1:
        return {f"n:{skeleton(tokens[0])}"}
    telling = {f"n:{skeleton(t)}" for t in tokens if t.text not in common()}
    return telling | {f"n:{a}+{b}" for a, b in _pairs(tokens)}


def _pairs(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    shapes = sorted(skeleton(t) for t in tokens)
    for i, a in enumerate(shapes):
        for b in shapes[i + 1 :]:
            yield a, b


def skeleton(token: Token) -> str:
    """The consonants of a word, near ones as one and doubled ones once: "Qaddafi" and "Gadhafi" are both "kdb"."""
    heard = sounds(token.text)
    bare = re.sub(r"(.)\1+", r"\1", heard.replace("d", "t").translate(CLASSES))
    return bare[:4] or heard[:2]


def word_keys(text: str) -> set[str]:
    """The telling words of an organisation's name."""
    telling = [w for w in re.findall(r"\w+", fold(text)) if w not in words("organisation") and len(w) > 2]
    return {f"w:{w[:6]}" for w in telling} or {f"w:{fold(text)}"}
