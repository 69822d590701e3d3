"""Where a report prints names: of what the world knows, of persons, of other organisations."""

from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from dragoman.model.parse import Entity, Parse
from dragoman.model.world import Named, World, fold
from dragoman.read.actors_crafts import craft_names
from dragoman.read.actors_page import GEOGRAPHY, PARTICLES, PLATFORMS, POSSESSIVES, Name, Page, blank
from dragoman.read.actors_persons import around, goes_on, person_names
from dragoman.read.actors_terms import Terms

DOCUMENTS = frozenset(
    (
        "convention", "treaty", "agreement", "accord", "accords", "act", "pact", "summit", "war", "conference", "plan",
        "protocol", "declaration", "charter", "deal", "resolution", "constitution", "cup", "games", "prize", "award",
        "forum", "talks", "process", "initiative", "project", "line", "doctrine",
    )
)  # fmt: skip
BEFORE_ANOTHER_LAND = frozenset(("new", "latin", "central", "west", "south", "north", "east"))
DIRECTIONS = frozenset(("north", "south", "east", "west"))
WITHIN_OTHER_NAMES = frozenset(("LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"))
OUTLET_WORDS = frozenset(("news", "tv", "online", "english", "arabic", "radio", "international"))
ARTICLES = frozenset(("the", "a", "an"))
PLACING = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "of", "through", "from"))
STANCES = frozenset(("anti", "pro", "non"))  # in small letters, no part of the name that they stand before


def page(
    parse: Parse, world: World, terms: Terms, day: str | None = None, homes: Collection[str] = (),
    located: Collection[int] = (),
) -> Page:  # fmt: skip
    """A page with all names of the report on it; `day` is when the report came out (ISO), if known.

    `homes` are the countries that it is written from, `located` the tokens of the names of places.
    """
    made = blank(parse, world, terms)
    known_names(made)
    confirmed(made)
    foreign(made, homes)
    halves(made)
    craft_names(made)
    person_names(made, in_office(world, day[:7]) if day else frozenset())
    other_names(made)
    unplaced(made, located)
    return made


@lru_cache(maxsize=4)
def first_words(world: World) -> dict[str, int]:
    """How many words the longest known name has that begins with a word."""
    longest: dict[str, int] = {}
    for phrase in world.names:
        words = phrase.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@lru_cache(maxsize=64)
def in_office(world: World, month: str) -> frozenset[str]:
    """The surnames of those who held an office in a month (YYYY-MM), by the dated roles."""
    held = (t for t in world.tenures if (t.start or "")[:7] <= month <= (t.end or "9999")[:7])
    return frozenset(fold(t.person).split()[-1] for t in held)


def known_names(page: Page) -> None:
    """Find what the world knows, the longest name first, left to right."""
    parse, longest = page.parse, first_words(page.world)
    words, tags = parse.words, parse.tags
    for first, last in parse.sentences:
        i = first
        while i < last:
            word = words[i]
            starts_name = word[0].isupper() or (page.lower[i] in PARTICLES and i + 2 < last and words[i + 1] == "-")
            if not starts_name or tags[i] in ("PRP", "PRP$", "IN", "DT"):
                i += 1
                continue
            i = known_from(page, i, last, longest) or i + 1


def known_from(page: Page, i: int, last: int, longest: dict[str, int]) -> int | None:
    """Where the longest known name that starts at token i ends; None where there is none."""
    n = longest.get(fold(page.parse.words[i]).partition(" ")[0], 0)
    for end in range(min(last, i + max(2 * n - 1, 1)), i, -1):
        final = page.parse.words[end - 1]
        if (not final[-1].isalnum() and (len(final) == 1 or final[-1] not in ".)")) or final in POSSESSIVES:
            continue
        named = page.find(i, end)
        if named and plausible(page, i, end, named):
            page.add(Name(i, end, page.head(i, end), "known", named))
            return end
        if named and named.ambiguous and named.known.kind == "state" and not longer_person(page, i, end):
            page.doubtful.append(Name(i, end, page.head(i, end), "known", named))
    return None


def foreign(page: Page, homes: Collection[str]) -> None:
    """Drop a body whose name other states' bodies bear too ("Foreign Office"), where its state is not spoken of."""
    states = Counter(n.named.known.country for n in page.names() if n.named and n.named.known.kind == "state")
    for name in page.names():
        known = name.named.known if name.named else None
        if known is None or known.country is None or not known.key.startswith("body:"):
            continue
        told = page.text(name.start, name.end)
        elsewhere = homes and known.country not in homes and states[known.country] < max(states[h] for h in homes)
        shared = fold(told) in page.world.bodies and "department" not in told.lower()
        if shared and (not states[known.country] or elsewhere):
            page.at[name.start : name.end] = [None] * (name.end - name.start)


def unplaced(page: Page, located: Collection[int]) -> None:
    """Drop persons and organisations that are towns: "in |Piraeus|", which the parser took for a person."""
    parse = page.parse
    for name in page.names():
        tokens = range(name.start, name.end)
        behind = parse.deps[name.head] == "pobj" and page.lower[parse.heads[name.head]] in PLACING
        if name.named is None and behind and all(t in located for t in tokens):
            page.at[name.start : name.end] = [None] * len(tokens)


def longer_person(page: Page, start: int, end: int) -> bool:
    """Whether words are part of what the parser takes for a person's longer name."""
    entity = page.entity[start]
    return entity is not None and entity.label == "PERSON" and entity.end - entity.start > end - start


def confirmed(page: Page) -> None:
    """Take a doubtful name ("Chad") for a state where the report names that state another way ("Chadian")."""
    sure = {n.named.known.key for n in page.at if n and n.named}
    for name in page.doubtful:
        if name.named and name.named.known.key in sure and not any(page.at[name.start : name.end]):
            page.add(name)


def plausible(page: Page, start: int, end: int, named: Named) -> bool:
    """Whether a known phrase names what it usually names, here."""
    entity = page.entity[start]
    around = entity if entity and (entity.start < start or entity.end > end) else None
    if start and page.lower[start - 1] in BEFORE_ANOTHER_LAND and page.capital(start - 1) and named.form != "people":
        return False
    if around and around.label in WITHIN_OTHER_NAMES and named.form != "adjective" and around.end > end:
        return False
    if start > 1 and page.lower[start - 1] == "of" and page.lower[start - 2] in GEOGRAPHY:
        return False
    if named.known.kind in ("media", "company") and not outlet(page, start, end, named):
        return False
    if named.ambiguous:
        if around and around.label == "PERSON" and not titled_inside(page, around, start, end):
            return False
        if named.known.kind == "media":
            return bool(entity and entity.label in ("ORG", "WORK_OF_ART")) or page.lower[start - 1 : start] == ["the"]
        return named.form in ("adjective", "people") or bool(entity and entity.label in ("GPE", "NORP", "ORG", "LOC"))
    if around and around.label == "PERSON" and named.form in ("name", "capital", "metonym"):
        return titled_inside(page, around, start, end)
    return True


def outlet(page: Page, start: int, end: int, named: Named) -> bool:
    """Whether an outlet's or company's name stands alone: "The National", but no "National Security Council"."""
    parse = page.parse
    if end < len(parse) and page.capital(end) and parse.pos[end] == "PROPN" and parse.deps[end - 1] == "compound":
        return any(page.nouns[end : end + 2]) or page.lower[end] in OUTLET_WORDS
    the = named.known.name.startswith("The ") and end - start == 1
    entity = page.entity[start]
    return not the or page.lower[start - 1 : start] == ["the"] or (entity is not None and entity.end == end)


def titled_inside(page: Page, entity: Entity, start: int, end: int) -> bool:
    """Whether the rest of an entity is more than a person's name: a title, a possessive, a hyphen."""
    rest = [*range(entity.start, start), *range(end, entity.end)]
    return any(page.nouns[i] or page.lower[i] in POSSESSIVES or page.lower[i] in ("the", "-") for i in rest)


def halves(page: Page) -> None:
    """Take "the North" for the state of that name that the report speaks of, also in "North and South Korea"."""
    wholes = {
        page.lower[n.start]: n.named
        for n in page.at
        if n and n.named and n.named.known.kind == "state" and n.end > n.start + 1 and page.lower[n.start] in DIRECTIONS
    }
    if not wholes:
        return
    for i, word in enumerate(page.lower[:-1]):
        if word not in DIRECTIONS or page.at[i] is not None or not page.capital(i):
            continue
        follower = page.at[i + 2] if i + 2 < len(page.at) and page.lower[i + 1] in ("and", "or") else None
        if follower and follower.named and page.lower[follower.start] in DIRECTIONS:
            last = page.text(follower.start + 1, follower.end)
            named = wholes.get(word) or page.world.find(f"{page.parse.words[i]} {last}")
        elif i and page.lower[i - 1] == "the" and not (page.capital(i + 1) and page.parse.pos[i + 1] == "PROPN"):
            named = wholes.get(word)
        else:
            continue
        if named:
            page.add(Name(i, i + 1, i, "known", named))


def other_names(page: Page) -> None:
    """Find organisations that the world does not know; a known name inside one belongs to it."""
    words = page.parse.words
    for e in page.parse.entities:
        if e.label != "ORG":
            continue
        start, end = e.start, e.end
        while start < end and (
            page.lower[start] in ARTICLES or words[start] in STANCES or not words[start][0].isalnum()
        ):
            start += 1
        while end > start and (
            page.lower[end - 1] in POSSESSIVES or not (words[end - 1][-1].isalnum() or "." in words[end - 1][1:])
        ):
            end -= 1
        while start < end < len(words) and goes_on(page, end):
            end += 1
        if start < end and is_organisation(page, start, end):
            page.add(Name(start, end, page.head(start, end), "org"))
    for i in unnamed_firms(page):
        start, end = around(page, i)
        if start < end and page.lower[end - 1] not in GEOGRAPHY | DOCUMENTS:
            page.add(Name(start, end, page.head(start, end), "org"))


def unnamed_firms(page: Page) -> list[int]:
    """Proper nouns that the parser calls nothing, but that follow a noun for a firm or group, or say something."""
    parse, found = page.parse, []
    for i, tag in enumerate(parse.tags):
        if tag != "NNP" or page.at[i] is not None or page.nouns[i]:
            continue
        before = page.nouns[i - 1] if i else None
        entity = page.entity[i]
        if entity and (entity.label not in ("NORP", "PRODUCT") or before is None):
            continue
        speaks = parse.deps[i] == "nsubj" and parse.lemmas[parse.heads[i]] in page.terms.verbs["speech"]
        if page.capital(i) and (
            speaks or (before is not None and before.sort == "group" and parse.pos[i - 1] == "NOUN")
        ):
            found.append(i)
    return found


def is_organisation(page: Page, start: int, end: int) -> bool:
    """Whether words that the parser takes for an organisation are its name and nothing else."""
    parse = page.parse
    inside = page.at[start:end]
    if all(inside) or any(n and n.sort in ("person", "family") for n in inside):
        return False
    last, sorts = page.nouns[end - 1], {noun.sort for noun in page.nouns[start:end] if noun}
    if page.lower[start] in GEOGRAPHY or page.lower[end - 1] in GEOGRAPHY:
        return False
    if (last and (last.sort != "group" or end - start == 1)) or page.lower[end - 1] in DOCUMENTS:
        return False
    if "role" in sorts or (not last and sorts & {"body", "forces"}) or (end < len(parse) and page.nouns[end]):
        return False
    if not page.capital(start):
        return False
    if end - start > 1:
        return True
    if start > 1 and page.lower[start - 1] in ("of", "for") and page.nouns[start - 2]:
        return False
    return parse.pos[start] == "PROPN" and page.lower[start] not in PLATFORMS
