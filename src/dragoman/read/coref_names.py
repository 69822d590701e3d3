"""Which names of one report are the same person: full names, surnames, initials, spellings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from dragoman.model.world import Tenure, World, fold
from dragoman.read.actors_page import PARTICLES, Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_terms import Gender
from dragoman.read.coref_cluster import Cluster

SPELLED_ALIKE = 75
SON_OF = frozenset(("bin", "ibn", "ben", "bint"))
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("q", "k"), ("ck", "k"), ("ph", "f"), ("w", "v"), ("dj", "j"), ("zh", "j"), ("tch", "ch"),
    ("sch", "sh"), ("ts", "z"), ("x", "ks"), ("c", "k"),
)  # fmt: skip


def persons(page: Page, phrases: Sequence[Phrase]) -> dict[int, Cluster]:
    """A cluster for each person's name, by the index of its phrase."""
    parts = {i: name_parts(p.name) for i, p in enumerate(phrases) if p.sort == "person"}
    people: list[Person] = []
    result: dict[int, Cluster] = {}
    for i, words in parts.items():
        if len(words) > 1:
            age = generation(phrases[i].name)
            same = (p for p in people if any(same_full(words, n) for n in p.names))
            home = next((p for p in same if age == p.age or "jr" not in (age, p.age)), None)
            if home is None:
                home = Person(Cluster("person", phrases[i].name, "person"), i, age)
                people.append(home)
            home.names.add(words)
            home.cluster.gender = home.cluster.gender or gender_of(page, phrases[i], words)
            result[i] = home.cluster
    for i, words in parts.items():
        if len(words) == 1:
            result[i] = single(page, phrases, i, words[0], people)
    for i, cluster in sorted(result.items()):
        cluster.add(phrases[i])
        cluster.gender = cluster.gender or gender_of(page, phrases[i], parts[i])
    for cluster in result.values():
        cluster.name = max((p.name for p in cluster.phrases), key=fullness)
    return result


@dataclass(slots=True, eq=False)
class Person:
    """A person by the names found so far; `first` is the index of the first phrase, `age` a "jr" or "iii"."""

    cluster: Cluster
    first: int
    age: str = ""
    names: set[tuple[str, ...]] = field(default_factory=set)


def single(page: Page, phrases: Sequence[Phrase], i: int, word: str, people: list[Person]) -> Cluster:
    """The cluster of a single word: of the person whose name it ends, else begins, else a new one."""
    asked = gender_of(page, phrases[i], (word,))
    for fits in (ends_with, begins_with, sounds_like):
        homes = [
            p
            for p in people
            if any(fits(n, word) for n in p.names) and p.cluster.gender in ("", asked or p.cluster.gender)
        ]
        homes = [p for p in homes if fits is not ends_with or not another(page, p, word)]
        if homes:
            alone = [p for p in homes if (word,) in p.names]
            before = [p for p in homes if p.first < i]
            home = next(iter(alone or before or homes))
            if asked:
                home.names.add((word,))
            return home.cluster
    person = Person(Cluster("person", phrases[i].name, "person", gender=asked), i, "", {(word,)})
    people.append(person)
    return person.cluster


def another(page: Page, person: Person, word: str) -> bool:
    """Whether a surname alone means the holder of an office, and a person of the report only shares it."""
    known = holders_by_surname(page.world).get(word, ())
    people = {t.person for t in known}
    if len(people) != 1 or (word,) in person.names:
        return False
    holder = name_parts(next(iter(people)))
    return not any(len(n) > 1 and same_full(n, holder) for n in person.names)


@lru_cache(maxsize=4)
def holders_by_surname(world: World) -> dict[str, list[Tenure]]:
    """The roles by the last word of their holder's name."""
    found: dict[str, list[Tenure]] = {}
    others = (t for held in world.people.values() for t in held if t.start)
    for tenure in dict.fromkeys((*world.tenures, *others)):
        for name in {name_parts(n)[-1] for n in (tenure.person, *tenure.aliases)}:
            found.setdefault(name, []).append(tenure)
    return found


def name_parts(name: str) -> tuple[str, ...]:
    """A name's words as they are compared: folded, without particles like "al", with "bin Salman" as one word."""
    words = [w for w in fold(name).split() if w not in SUFFIXES] or fold(name).split()
    parts: list[str] = []
    for word in words:
        if parts and parts[-1] in SON_OF:
            parts[-1] += f" {word}"
        elif word in SON_OF or word not in PARTICLES:
            parts.append(word)
    return tuple(parts) or tuple(words)


def fullness(name: str) -> tuple[int, int, int]:
    """How full a name is: several words before one, few initials, few capitals."""
    words = name.split()
    return (min(len(words), 3), -sum(len(w.strip(".")) == 1 for w in words), -name.isupper(), len(name))  # type: ignore[return-value]


def generation(name: str) -> str:
    """The "Jr." or "III" that a name ends in."""
    last = name.lower().replace(".", "").split()[-1]
    return last if last in SUFFIXES else ""


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
    return alike(name[-1], word) and fuzz.ratio(name[-1], word) >= SPELLED_ALIKE


def gender_of(page: Page, phrase: Phrase, words: tuple[str, ...]) -> Gender:
    """The gender that the title before a name or its first name tells, if any."""
    t = phrase.start - 1
    if t >= 0:
        noun = page.nouns[t]
        told = page.terms.honorifics.get(page.lower[t], "") or (noun.gender if noun else "")
        if told:
            return told
    return page.terms.given.get(words[0], "") if len(words) > 1 else ""
