"""Where a report prints names: of what the world knows, of persons, of other organisations."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dragoman.model.parse import Entity, Parse
from dragoman.model.world import Named, World, fold
from dragoman.read.actors_terms import Noun, Terms

PARTICLES = frozenset(
    ["al", "el", "as", "ash", "an", "ad", "ar", "at", "bin", "ben", "ibn", "abu", "abd", "von", "van", "der", "den", "de", "da", "di", "del", "della", "du", "la", "le", "dos", "das", "e", "y", "ul", "ud", "uz", "zu", "ter"]
)
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
DOCUMENTS = frozenset(
    ["convention", "treaty", "agreement", "accord", "accords", "act", "pact", "summit", "war", "conference", "plan", "protocol", "declaration", "charter", "deal", "resolution", "constitution", "cup", "games", "prize", "award", "forum", "talks", "process", "initiative", "project", "line", "doctrine"]
)
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
COMPANY = frozenset(
    ["inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "llc", "plc", "ag", "sa", "pjsc", "ojsc", "gmbh", "nv", "bv", "spa", "holdings", "holding", "group", "images"]
)
PLATFORMS = frozenset(["twitter", "x", "facebook", "telegram", "instagram", "youtube", "tiktok", "whatsapp", "truth", "weibo"])
BEFORE_ANOTHER_LAND = frozenset(("new", "latin", "central", "west", "south", "north", "east"))
WITHIN_OTHER_NAMES = frozenset(("LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"))
UNLIKELY_PERSON = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "LAW", "LANGUAGE"))
DATE_WORDS = frozenset(
    ["in", "since", "on", "from", "until", "till", "last", "this", "next", "by", "during", "early", "late", "mid", "of", "through", "before", "after"]
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start:end` that are a name; `head` is the one that the grammar hangs on the rest of the sentence."""

    start: int
    end: int
    head: int
    sort: Literal["known", "person", "family", "org"]
    named: Named | None = None

    @property
    def adjective(self) -> bool:
        """Whether it is an adjective ("Iranian")."""
        return self.named is not None and self.named.form == "adjective"


@dataclass(slots=True)
class Page:
    """One parse with the names found on it so far: `at[i]` is the name that covers token i."""

    parse: Parse
    world: World
    terms: Terms
    lower: list[str]
    nouns: list[Noun | None]
    at: list[Name | None]
    entity: list[Entity | None]
    seen: dict[str, Named | None] = field(default_factory=dict)

    def find(self, start: int, end: int) -> Named | None:
        """What the world knows by the words of tokens `start:end`."""
        phrase = self.text(start, end)
        if phrase not in self.seen:
            self.seen[phrase] = self.world.find(phrase)
        return self.seen[phrase]

    def text(self, start: int, end: int) -> str:
        """The source words of tokens `start:end`, on one line."""
        parse = self.parse
        return " ".join(parse.source[parse.starts[start] : parse.ends[end - 1]].split())

    def head(self, start: int, end: int) -> int:
        """The token of `start:end` whose head lies outside."""
        heads = self.parse.heads
        for i in range(end - 1, start - 1, -1):
            if not start <= heads[i] < end or heads[i] == i:
                return i
        return end - 1

    def add(self, name: Name) -> None:
        """Put a name on the page, over what was there."""
        for i in range(name.start, name.end):
            self.at[i] = name


def page(parse: Parse, world: World, terms: Terms) -> Page:
    """A page with all names of the report on it."""
    lower = [w.lower() for w in parse.words]
    nouns: list[Noun | None] = [
        terms.noun(lower[i], parse.lemmas[i]) if p in ("NOUN", "PROPN", "ADJ") else None
        for i, p in enumerate(parse.pos)
    ]
    entity: list[Entity | None] = [None] * len(parse)
    for e in parse.entities:
        for i in range(e.start, e.end):
            entity[i] = e
    made = Page(parse, world, terms, lower, nouns, [None] * len(parse), entity)
    known_names(made)
    person_names(made)
    other_names(made)
    return made


@lru_cache(maxsize=4)
def first_words(world: World) -> dict[str, int]:
    """How many words the longest known name has that begins with a word."""
    longest: dict[str, int] = {}
    for phrase in world.names:
        words = phrase.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


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
            end = known_from(page, i, last, longest)
            i = end or i + 1


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
    return None


def plausible(page: Page, start: int, end: int, named: Named) -> bool:
    """Whether a known phrase names what it usually names, here."""
    parse, entity = page.parse, page.entity[start]
    around = entity if entity and (entity.start < start or entity.end > end) else None
    if (
        start
        and page.lower[start - 1] in BEFORE_ANOTHER_LAND
        and parse.words[start - 1][0].isupper()
        and not named.form == "people"
    ):
        return False
    if around and around.label in WITHIN_OTHER_NAMES and named.form != "adjective" and around.end > end:
        return False
    if named.ambiguous:
        if around and around.label == "PERSON" and not all_titles(page, around, start, end):
            return False
        if named.known.kind == "media":
            return bool(entity and entity.label in ("ORG", "WORK_OF_ART")) or page.lower[start - 1 : start] == ["the"]
        return named.form in ("adjective", "people") or bool(entity and entity.label in ("GPE", "NORP", "ORG", "LOC"))
    if around and around.label == "PERSON" and named.form in ("name", "capital", "metonym"):
        return all_titles(page, around, start, end)
    return True


def all_titles(page: Page, entity: Entity, start: int, end: int) -> bool:
    """Whether the rest of an entity before `start` is titles, or a person's name goes on in it after a title."""
    rest = [*range(entity.start, start), *range(end, entity.end)]
    return any(page.nouns[i] or page.lower[i] in POSSESSIVES or page.lower[i] in ("the", "-") for i in rest)


def person_names(page: Page) -> None:
    """Find persons: entities, names after a title or before a description, and surnames told in full elsewhere."""
    parse = page.parse
    for e in parse.entities:
        if e.label == "PERSON":
            start, end = trimmed(page, e.start, e.end)
            if start < end and is_person(page, start, end):
                page.add(Name(start, end, page.head(start, end), "person"))
    for i in range(len(parse) - 1):
        if page.at[i] is None and (page.lower[i] in page.terms.honorifics or is_title(page, i)):
            end = run(page, i + 1)
            if end > i + 1:
                page.add(Name(i + 1, end, page.head(i + 1, end), "person"))
    for i in described_heads(page):
        start, end = around(page, i)
        if start < end:
            page.add(Name(start, end, page.head(start, end), "person"))
    surnames_elsewhere(page)


def is_title(page: Page, i: int) -> bool:
    """Whether token i is a noun that can stand right before a person's name."""
    noun = page.nouns[i]
    return (
        noun is not None
        and noun.sort in ("role", "kin")
        and noun.sector != "SPY"
        and page.parse.tags[i] in ("NN", "NNP")
    )


def run(page: Page, start: int) -> int:
    """Where a run of capitalised words that can be a person's name ends; `start` where there is none."""
    parse, end = page.parse, start
    sentence_end = parse.sentences[parse.sentence_of[start]][1]
    while end < sentence_end:
        word = parse.words[end]
        if page.at[end] is not None or page.nouns[end] or page.lower[end] in page.terms.honorifics:
            break
        if parse.pos[end] == "PROPN" and word[0].isupper() and page.lower[end] not in PLATFORMS:
            end += 1
        elif (
            end > start
            and (word == "-" or page.lower[end] in PARTICLES)
            and end + 1 < sentence_end
            and parse.words[end + 1][0].isupper()
            and parse.pos[end + 1] == "PROPN"
        ):
            end += 2
        else:
            break
    if end > start and (
        parse.words[start] == parse.words[start].upper()
        and len(parse.words[start]) > 1
        and not parse.words[start].endswith(".")
        and end == start + 1
    ):
        return start
    entity = page.entity[start]
    if end > start and entity and entity.label in ("GPE", "FAC", "LOC", "DATE", "WORK_OF_ART") and end == start + 1:
        return start
    return end


def described_heads(page: Page) -> list[int]:
    """Unnamed proper nouns that a description of a person is put after: "Ada Low, an official of …", "Low, who …"."""
    parse, found = page.parse, []
    for i, noun in enumerate(page.nouns):
        if noun and noun.sort == "role" and parse.deps[i] == "appos" and parse.tags[i] in ("NN", "NNP"):
            found.append(parse.heads[i])
    for i, word in enumerate(page.lower):
        if word == "who" and parse.deps[parse.heads[i]] == "relcl":
            found.append(parse.heads[parse.heads[i]])
    return [
        i
        for i in found
        if parse.pos[i] == "PROPN" and page.at[i] is None and not page.nouns[i] and parse.tags[i] == "NNP"
    ]


def around(page: Page, i: int) -> tuple[int, int]:
    """The run of capitalised words that token i ends."""
    start = i
    while (
        start
        and page.parse.heads[start - 1] == i
        and page.parse.pos[start - 1] == "PROPN"
        and page.at[start - 1] is None
        and not page.nouns[start - 1]
    ):
        start -= 1
    return trimmed(page, start, i + 1)


def trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """A person's name without the titles before it and the possessive after it."""
    words, lower = page.parse.words, page.lower
    while start < end and (
        (page.nouns[start] is not None and end - start > 1 and not (page.terms.given.get(lower[start]) is not None))
        or (lower[start] in page.terms.honorifics and end - start > 1)
        or (not words[start][0].isupper() and (lower[start] not in PARTICLES or words[start] == "a"))
        or (page.at[start] is not None and end - start > 1)
        or (page.parse.pos[start] in ("VERB", "AUX", "ADP") and end - start > 1)
    ):  # fmt: skip
        start += 1
    while end > start and (
        lower[end - 1] in POSSESSIVES or not words[end - 1][0].isupper() or lower[end - 1] in COMPANY
    ):
        end -= 1
    for i in range(start, end):
        if lower[i] in POSSESSIVES or words[i] in ("/", "|", "(", ","):
            return start, i
    return start, end


def is_person(page: Page, start: int, end: int) -> bool:
    """Whether words that the parser takes for a person can be one."""
    after = page.lower[end] if end < len(page.parse) else ""
    if (
        after in COMPANY
        or page.lower[start] in PLATFORMS
        or (page.nouns[end - 1]
        and end - start > 1
        and page.nouns[end - 1].sort in ("group", "body"))
    ):  # type: ignore[union-attr]
        return False
    return not all(page.at[i] for i in range(start, end))


def surnames_elsewhere(page: Page) -> None:
    """Take single words for persons where the report gives the same surname with a first name or a title."""
    parse = page.parse
    surnames = {
        fold(parse.words[n.end - 1])
        for n in set(page.at)
        if n and n.sort == "person" and (n.end - n.start > 1 or titled(page, n.start))
    }
    surnames -= {""}
    if not surnames:
        return
    for i, word in enumerate(parse.words):
        name = page.at[i]
        if not word[0].isupper() or len(word) < 2 or (name and name.sort == "person"):
            continue
        if (
            name is None
            and word.endswith("s")
            and fold(word[:-1]) in surnames
            and fold(word) not in surnames
            and page.lower[i - 1 : i] == ["the"]
        ):
            page.add(Name(i, i + 1, i, "family"))
        elif fold(word) in surnames and can_be_surname(page, i):
            page.add(Name(i, i + 1, i, "person"))


def titled(page: Page, i: int) -> bool:
    """Whether a title or honorific stands right before token i."""
    return i > 0 and (page.lower[i - 1] in page.terms.honorifics or is_title(page, i - 1))


def can_be_surname(page: Page, i: int) -> bool:
    """Whether a word spelled like a surname of the report is that surname here, and no month or country."""
    parse, entity = page.parse, page.entity[i]
    if page.at[i] is not None:
        return titled(page, i)
    if parse.tags[i] not in ("NNP", "NNPS", "NN", "JJ", "MD", "VB", "VBP", "RB", "UH"):
        return False
    if entity and entity.label in UNLIKELY_PERSON:
        before = page.lower[i - 1] if i else ""
        after = parse.words[i + 1] if i + 1 < len(parse) else ""
        return not (before in DATE_WORDS or before.isdigit() or after[:1].isdigit()) and entity.end - entity.start == 1
    if parse.tags[i] in ("MD", "VB", "VBP", "RB", "UH"):
        return i == parse.sentences[parse.sentence_of[i]][0] and parse.deps[i] in ("nsubj", "ROOT")
    return not (entity and entity.label in ("GPE", "FAC", "ORG") and entity.end - entity.start > 1)


def other_names(page: Page) -> None:
    """Find organisations that the world does not know; a known name inside one belongs to it."""
    parse = page.parse
    for e in parse.entities:
        if e.label != "ORG":
            continue
        start, end = e.start, e.end
        while start < end and (
            page.lower[start] in ("the", "a", "an", "“", '"', "'") or not parse.words[start][0].isalnum()
        ):
            start += 1
        while end > start and (
            page.lower[end - 1] in POSSESSIVES
            or (not parse.words[end - 1][-1].isalnum()
            and parse.words[end - 1][-1] != ".")
        ):
            end -= 1
        if start < end and is_organisation(page, start, end):
            page.add(Name(start, end, page.head(start, end), "org"))


def is_organisation(page: Page, start: int, end: int) -> bool:
    """Whether words that the parser takes for an organisation are its name and nothing else."""
    parse = page.parse
    if any(n and n.sort in ("person", "family") for n in page.at[start:end]):
        return False
    if all(page.at[start:end]):
        return False
    last, sorts = page.nouns[end - 1], {noun.sort for noun in page.nouns[start:end] if noun}
    if (last and (last.sort != "group" or end - start == 1)) or page.lower[end - 1] in DOCUMENTS:
        return False
    if "role" in sorts or (not last and sorts & {"body", "forces"}) or (end < len(parse) and page.nouns[end]):
        return False
    if end - start == 1:
        return parse.pos[start] == "PROPN" and parse.words[start][0].isupper() and page.lower[start] not in PLATFORMS
    return any(parse.words[i][0].isupper() for i in range(start, end)) and parse.words[start][0].isupper()
