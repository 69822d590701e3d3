"""Ships and aircraft: where a report names one, what kind it is, and under which country's flag."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dragoman.model.actor import Kind
from dragoman.read.actors_front import codes, is_plural, is_state
from dragoman.read.actors_page import GEOGRAPHY, Name, Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_terms import kind, rows, split

LONGEST = 5
DETERMINERS = frozenset(("the", "this", "that", "a", "an"))
NO_CRAFT = frozenset(("FAC", "LOC", "GPE", "EVENT", "LAW", "NORP", "DATE", "TIME"))
INSIDE = frozenset(("NN", "NNP", "NNPS", "JJ", "VBN", "HYPH", "CD"))


@dataclass(frozen=True, slots=True)
class Craft:
    """What a noun or prefix tells of a ship or aircraft: where it moves, its kind, sector and country."""

    word: str
    medium: Literal["sea", "air"]
    kind: Kind
    sector: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Crafts:
    """The words for ships and aircraft: `flags` follow a country ("-flagged"), `fates` befall them, `moves` they do.

    `parts` are what is told to be of one: its crew, its seizure.
    """

    nouns: dict[str, Craft]
    prefixes: dict[str, Craft]
    flags: frozenset[str]
    fates: frozenset[str]
    moves: frozenset[str]
    parts: frozenset[str]


@cache
def crafts() -> Crafts:
    """The word list, read once."""
    table: dict[str, dict[str, Craft]] = {c: {} for c in ("noun", "prefix", "flag", "fate", "move", "part")}
    for row in rows("crafts"):
        medium = cast(Literal["sea", "air"], row["medium"])
        for word in split(row["words"]):
            table[row["class"]][word] = Craft(word, medium, kind(row), row["sector"], row["country"] or None)
    words = (frozenset(table[c]) for c in ("flag", "fate", "move", "part"))
    return Crafts(table["noun"], table["prefix"], *words)


def craft_noun(page: Page, i: int, plural: bool = False) -> Craft | None:
    """The common noun for one ship or aircraft at token i, or for several."""
    if page.parse.pos[i] not in ("NOUN", "PROPN") or page.at[i] is not None or is_plural(page, i) != plural:
        return None
    table, last = crafts().nouns, page.parse.lemmas[i] if plural else page.lower[i]
    return table.get(f"{page.lower[i - 1]} {last}" if i else "") or table.get(last)


def craft_names(page: Page) -> None:
    """Find the names of ships and aircraft: "USS X", "the tanker X", "the X, a trawler", "seized the X"."""
    parse = page.parse
    nouns = [i for i in range(len(parse)) if craft_noun(page, i)]
    for i, word in enumerate(parse.words):
        if word in crafts().prefixes:
            put(page, i, run(page, i + 1), i + 1)
    for i in nouns:
        put(page, i + 1, run(page, i + 1), i + 1, i)
        beside = [
            k for k in (*parse.kids(i, "appos"), parse.heads[i]) if i in (parse.heads[k], *parse.kids(k, "appos"))
        ]
        for k in beside:
            put(page, *called(page, k), i)
    if nouns:
        for i in range(len(parse)):
            if meets(page, i) and page.lower[i] not in GEOGRAPHY and not labelled(page, i):
                put(page, *called(page, i))
    for i in range(len(parse)):
        if craft_noun(page, i, plural=True):
            several(page, i)
    repeated(page)


def meets(page: Page, i: int) -> bool:
    """Whether token i stands where a ship or aircraft would: "seized the X", "the X sank", "the crew of the X"."""
    parse, known, head = page.parse, crafts(), page.parse.heads[i]
    match parse.deps[i]:
        case "dobj" | "nsubjpass":
            return parse.lemmas[head] in known.fates
        case "nsubj":
            return parse.lemmas[head] in known.moves
        case "poss":
            return parse.lemmas[head] in known.parts
        case "pobj":
            return page.lower[head] == "of" and parse.lemmas[parse.heads[head]] in known.parts
        case _:
            return False


def several(page: Page, noun: int) -> None:
    """Find the names behind a plural: "the tankers Coral Wind and Sea Lark"."""
    parse, start = page.parse, noun + 1
    while (end := run(page, start)) > start and (start == noun + 1 or parse.deps[page.head(start, end)] == "conj"):
        put(page, start, end, start, noun)
        start = end
        while start < len(parse) and page.lower[start] in (",", "and", "the"):
            start += 1


def labelled(page: Page, i: int) -> bool:
    """Whether the parser takes token i for a place, a day or something else that is no craft."""
    entity = page.entity[i]
    return entity is not None and entity.label in NO_CRAFT


def called(page: Page, head: int) -> tuple[int, int, int]:
    """The capitalised words behind "the" that end in token `head`, and again where they start; none where no "the"."""
    start = head + 1
    while start > 0 and head + 1 - start < LONGEST and nameable(page, start - 1):
        start -= 1
    behind_the = start > 0 and page.lower[start - 1] == "the"
    return (start, head + 1, start) if behind_the else (head, head, head)


def run(page: Page, start: int) -> int:
    """Where the capitalised words that start at a token end, with a number behind them ("Sea Lark 2")."""
    end, n = start, len(page.parse)
    while end < n and end - start < LONGEST and nameable(page, end):
        end += 1
    numbered = start < end < n and page.parse.words[end].isdigit() and page.parse.tags[end] == "CD"
    return end + 1 if numbered and page.parse.sentence_of[end] == page.parse.sentence_of[start] else end


def nameable(page: Page, i: int) -> bool:
    """Whether a token can be a word of a craft's name: a capitalised proper noun, an adjective beside one."""
    return page.parse.tags[i] in ("NNP", "NNPS", "JJ") and page.parse.words[i][0].isupper()


def put(page: Page, start: int, end: int, first: int, noun: int | None = None) -> None:
    """Put a craft's name on the page, unless its words name something else; `first` is its first word of its own."""
    parse = page.parse
    if first >= end or parse.sentence_of[start] != parse.sentence_of[end - 1]:
        return
    inside = page.at[first:end]
    whole = inside[0] is not None and all(n is inside[0] for n in inside)
    if start == first and (whole or page.nouns[end - 1] or page.find(first, end)):
        return
    if start == first and not any(parse.tags[t].startswith("NNP") for t in range(first, end)):
        return
    entity = page.entity[first]
    if start == first and entity and entity.label in ("DATE", "TIME"):
        return
    head = page.head(start, end)
    verb = parse.heads[head]
    if noun is not None and parse.deps[head] in ("nsubj", "nsubjpass") and noun in (parse.heads[verb], end):
        return
    if noun is not None and parse.deps[head] == "nsubj" and parse.deps[verb] == "relcl":
        return
    page.add(Name(start, end, head, "craft"))


def repeated(page: Page) -> None:
    """Find the names of ships and aircraft again wherever the report prints the same words."""
    parse = page.parse
    known = {parse.words[n.end - len(w) : n.end][0]: w for n in names(page) if (w := own_words(page, n))}
    for i, word in enumerate(parse.words):
        words = known.get(word)
        end = i + len(words) if words else i
        same = words and tuple(parse.words[i:end]) == words and not crafted(page, i)
        if same and (len(words or ()) > 1 or page.lower[i - 1 : i] == ["the"]):
            page.add(Name(i, end, page.head(i, end), "craft"))


def names(page: Page) -> list[Name]:
    """The names of ships and aircraft found so far."""
    return list({n.start: n for n in page.at if n and n.sort == "craft"}.values())


def crafted(page: Page, i: int) -> bool:
    """Whether a craft's name covers token i."""
    name = page.at[i]
    return name is not None and name.sort == "craft"


def own_words(page: Page, name: Name) -> tuple[str, ...]:
    """The words of a craft's name without its prefix."""
    words = tuple(page.parse.words[name.start : name.end])
    return words[1:] if words[0] in crafts().prefixes else words


def flag_before(page: Page, i: int) -> str | None:
    """The country that the words before token i give a craft: "British-flagged", "Danish", "Iran's"; a flag first."""
    lower, low = page.lower, page.sentence(i)[0]
    plain: str | None = None
    t = i - 1
    while t >= low and (page.at[t] or page.parse.tags[t] in (*INSIDE, ",", "POS")):
        name = page.at[t]
        country = codes((name,)) if name and is_state(name) else ()
        if name and country:
            follows = lower[name.end + 1] if lower[name.end] in ("-", "–") else ""
            if follows == "flagged" or (plain is None and (not follows or follows in crafts().flags)):
                plain = country[0]
            if follows == "flagged":
                break
        elif page.parse.tags[t] == "NNP" and lower[t + 1] != "-":
            break
        t = (name.start if name else t) - 1
    return plain


def craft_at(page: Page, i: int) -> Phrase | None:
    """A ship or aircraft that the noun at token i points back to: "the vessel", "the Danish trawler"."""
    craft, parse = craft_noun(page, i), page.parse
    modifies = parse.deps[i] in ("compound", "amod", "nmod") and parse.heads[i] > i
    if craft is None or modifies or (i + 1 < len(parse) and crafted(page, i + 1)):
        return None
    start = i
    while start > 0 and (parse.tags[start - 1] in INSIDE or page.at[start - 1]) and page.lower[start - 1] != ",":
        start -= 1
    article = page.lower[start - 1] if start else ""
    if article not in DETERMINERS:
        return None
    country = flag_before(page, i)
    return Phrase(
        start - 1, i + 1, i, "craft", "nominal", page.text(start, i + 1), craft.kind, craft.sector,
        countries=(country,) if country else (), article=article, title=craft.word,
    )  # fmt: skip


def craft_phrases(page: Page) -> list[Phrase]:
    """The descriptions of ships and aircraft of a report that names one."""
    if not names(page):
        return []
    found = (craft_at(page, i) for i in range(len(page.parse)))
    return [p for p in found if p]
