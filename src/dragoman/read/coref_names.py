"""Which names of one report are the same person: full names, surnames, initials, spellings."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.model.world import fold
from dragoman.read.actors_names import PARTICLES, Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_terms import Gender
from dragoman.read.coref_cluster import Cluster

SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("q", "k"), ("ck", "k"), ("ph", "f"), ("w", "v"), ("dj", "j"), ("zh", "j"), ("tch", "ch"),
    ("sch", "sh"), ("ts", "z"), ("x", "ks"), ("c", "k"),
)  # fmt: skip


def persons(page: Page, phrases: Sequence[Phrase]) -> dict[int, Cluster]:
    """A cluster for each person's name, by the index of its phrase."""
    parts = {i: name_parts(p.name) for i, p in enumerate(phrases) if p.sort == "person"}
    found: list[tuple[Cluster, list[tuple[str, ...]]]] = []
    result: dict[int, Cluster] = {}
    for i, words in parts.items():
        if len(words) > 1:
            home = next((c for c, names in found if any(same_full(words, n) for n in names)), None)
            result[i] = home or Cluster("person", phrases[i].name, "person")
            if home is None:
                found.append((result[i], [words]))
            else:
                next(names for c, names in found if c is home).append(words)
    for i, words in parts.items():
        if len(words) != 1:
            continue
        result[i] = single(page, phrases[i], words[0], found, i, result)
    for i, cluster in result.items():
        cluster.add(phrases[i])
        cluster.gender = cluster.gender or gender_of(page, phrases[i], parts[i])
    for cluster in result.values():
        cluster.name = max((p.name for p in cluster.phrases), key=fullness)
    return result


def single(
    page: Page, phrase: Phrase, word: str, found: list[tuple[Cluster, list[tuple[str, ...]]]], i: int,
    earlier: dict[int, Cluster],
) -> Cluster:  # fmt: skip
    """The cluster of a single word: a person's whose full name it ends, else begins, else a new one."""
    asked = gender_of(page, phrase, (word,))
    for fits in (ends_with, begins_with, sounds_like):
        homes = [c for c, names in found if any(fits(n, word) for n in names)]
        fitting = [c for c in homes if not asked or c.gender in ("", asked)] or homes
        if fitting:
            told = [c for j, c in earlier.items() if j < i and c in fitting]
            return told[0] if told else fitting[0]
    cluster = Cluster("person", phrase.name, "person")
    found.append((cluster, [(word,)]))
    return cluster


def name_parts(name: str) -> tuple[str, ...]:
    """A name's words as they are compared: folded, without particles like "al"."""
    words = fold(name).split()
    return tuple(w for w in words if w not in PARTICLES or len(words) == 1) or tuple(words)


def fullness(name: str) -> tuple[int, int, int]:
    """How full a name is: several words before one, few initials, few capitals."""
    words = name.split()
    return (min(len(words), 3), -sum(len(w.strip(".")) == 1 for w in words), -name.isupper(), len(name))  # type: ignore[return-value]


def same_full(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names are one person's: surnames alike, first names alike or one an initial of the other."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return False
    if not alike(a[-1], b[-1]) and not ((a[-1] in b[1:] and a[0] == b[0]) or (b[-1] in a[1:] and a[0] == b[0])):
        return alike("".join(a), "".join(b))
    return alike(a[0], b[0]) or initial(a[0], b[0]) or initial(b[0], a[0]) or a[0] in b[1:-1] or b[0] in a[1:-1]


def initial(short: str, long: str) -> bool:
    """Whether a word is an initial or a short form of another."""
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """What stays of a name however it is spelled in Latin letters: its consonants, roughly."""
    for spelled, as_ in SOUNDS:
        word = word.replace(spelled, as_)
    word = re.sub(r"(zade|zadeh|zada)$", "zd", word)
    head, rest = word[:1], re.sub(r"[aeiouy'’]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", ("" if head in "aeiouy" else head) + rest) or word


def alike(a: str, b: str) -> bool:
    """Whether two words can be spellings of one name."""
    if a == b:
        return True
    return len(a) > 3 and len(b) > 3 and abs(len(a) - len(b)) <= 3 and sound(a) == sound(b) and len(sound(a)) > 1


def ends_with(name: tuple[str, ...], word: str) -> bool:
    """Whether a name ends in a word, which may be several of its own written as one."""
    return name[-1] == word or (len(name) > 2 and "".join(name[-2:]) == word.replace(" ", ""))


def begins_with(name: tuple[str, ...], word: str) -> bool:
    """Whether a name begins with a word (a first name, or a surname that comes first)."""
    return name[0] == word and len(word) > 1


def sounds_like(name: tuple[str, ...], word: str) -> bool:
    """Whether a name's last word is another spelling of a word."""
    return alike(name[-1], word)


def gender_of(page: Page, phrase: Phrase, words: tuple[str, ...]) -> Gender:
    """The gender that the title before a name or its first name tells, if any."""
    t = phrase.start - 1
    if t >= 0:
        noun = page.nouns[t]
        told = page.terms.honorifics.get(page.lower[t], "") or (noun.gender if noun else "")
        if told:
            return told
    return page.terms.given.get(words[0], "") if len(words) > 1 else ""
