"""Blocking keys: what two chains must share to be compared at all."""

import re
from itertools import pairwise

from dragoman.model.actor import Chain
from dragoman.model.world import World, fold
from dragoman.resolve.names_fold import common, name, syllabic, words
from dragoman.resolve.names_sound import skeleton, sounds
from dragoman.resolve.offices import holder, offices


def keys(chain: Chain, world: World | None = None, day: str | None = None) -> tuple[str, ...]:
    """The blocks a chain belongs to: its world entry, else its description, else the sounds of its name's parts.

    With the world and the report's day a description also stands in the blocks of the one who held the office then.
    """
    if chain.key:
        return (chain.key,)
    held = {f"office:{code}:{title}" for code, title in offices(chain, world) if code} if world else set()
    if not chain.described:
        body = not chain.roles and names_body(chain.name)
        return tuple(sorted({*(word_keys(chain.name) if body else name_keys(chain.name)), *held}))
    tenure = holder(chain, day, world) if world else None
    named = name_keys(tenure.person) if tenure else set()
    return tuple(sorted({*held, *named, f"described:{chain.country or ''}:{fold(chain.name)}"}))


def name_keys(text: str) -> set[str]:
    """The sounds of each part of a name; one that many share counts only with the first sound of another part."""
    tokens = [t for t in name(text).tokens if t.sort == "part"]
    if len(tokens) == 1:
        return {f"n:{block(tokens[0].text)}"}
    shared = {t.text for t in tokens if t.text in common() or t.text in syllabic() or len(block(t.text)) < 2}
    telling = {f"n:{block(t.text)}" for t in tokens if t.text not in shared}
    paired = {f"n:{block(t)}+{block(o.text)[:1]}" for t in shared for o in tokens if o.text != t}
    joined = {
        f"n:{block(a.text + b.text)}" for a, b in pairwise(tokens) if len(tokens) > 2 and len(a.text + b.text) < 11
    }
    return telling | paired | joined


def block(word: str) -> str:
    """The block of a word: its first consonants, or its first sounds where it has none."""
    return skeleton(word)[:4] or sounds(word)[:2]


def names_body(text: str) -> bool:
    """True for a name with a word that only organisations have, an abbreviation, or a very long one."""
    said = text.split()
    short = len(said) == 1 and text.isupper() and len(text) < 7
    return short or len(said) > 6 or bool(set(fold(text).split()) & words("organisation"))


def word_keys(text: str) -> set[str]:
    """The telling words of an organisation's name."""
    telling = [w for w in re.findall(r"\w+", fold(text)) if w not in words("organisation") and len(w) > 2]
    return {f"w:{w[:6]}" for w in telling} or {f"w:{fold(text)}"}
