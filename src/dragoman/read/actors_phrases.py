"""All phrases of a report that name, describe or stand for an actor, in order."""

from dragoman.model.actor import Form
from dragoman.read.actors_bodies import body_at, government_at
from dragoman.read.actors_crafts import craft_phrases
from dragoman.read.actors_front import Before, before, is_state, known_of
from dragoman.read.actors_page import Name, Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_posts import group_at, land_at, people_at, post_at
from dragoman.read.actors_terms import Noun

LOCATIVE = frozenset(("in", "at", "near", "inside", "outside", "within", "across", "around", "throughout", "into"))
PERSONAL = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "its",
        "their",
        "hers",
        "theirs",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
DASHES = frozenset(("(", "-", "–", "—", "--"))
HEAPS = frozenset(
    (
        "dozen",
        "score",
        "hundred",
        "thousand",
        "ten",
        "million",
        "number",
        "crowd",
        "mass",
        "group",
        "hundreds",
        "thousands",
    )
)
THINGS = frozenset(("org", "craft"))
SORTS = frozenset(("role", "kin", "person"))


def phrases(page: Page) -> list[Phrase]:
    """Every phrase, by where it starts, the longer first."""
    bodies: dict[int, Phrase] = {}
    found: list[Phrase] = []
    later: list[int] = []
    for i, noun in enumerate(page.nouns):
        if noun is None or (page.parse.pos[i] == "ADJ" and not titles(page, i, noun)):
            continue
        name = page.at[i]
        if name and (name.sort != "org" or name.end - name.start > 1):
            continue
        phrase = None
        if noun.sort in ("body", "forces") or (noun.sort == "group" and name is None):
            phrase = body_at(page, i, noun)
        if phrase and stands_alone(page, phrase):
            bodies[i] = phrase
            found.append(phrase)
        elif name is None:
            later.append(i)
    for i in later:
        described = describe(page, i, bodies)
        if described:
            found.append(described)
    found += named(page, found)
    found += craft_phrases(page)
    found += pronouns(page)
    return sorted(found, key=lambda p: (p.start, -p.end))


def titles(page: Page, i: int, noun: Noun) -> bool:
    """Whether a word that the parser takes for an adjective is a title before a name: "UN chief X"."""
    name = page.at[i + 1] if i + 1 < len(page.at) else None
    return noun.sort == "role" and name is not None and name.sort == "person" and name.start == i + 1


def stands_alone(page: Page, phrase: Phrase) -> bool:
    """Whether a body is more than a word before another noun ("embassy compounds"); people's posts may name it."""
    i = phrase.head
    if phrase.form == "name" or page.parse.deps[i] not in ("compound", "amod", "nmod"):
        return True
    head = page.nouns[page.parse.heads[i]]
    return (head is not None and head.sort == "role") or page.at[page.parse.heads[i]] is not None


def describe(page: Page, i: int, bodies: dict[int, Phrase]) -> Phrase | None:
    """What the noun at token i describes, by its class."""
    noun = page.nouns[i]
    assert noun
    modifier = page.parse.deps[i] in ("compound", "amod", "nmod") and page.parse.heads[i] > i
    if noun.sort in SORTS:
        phrase = post_at(page, i, noun, bodies)
        if phrase is None or (modifier and phrase.bond != "title"):
            return None
        if (noun.sort == "person" or noun.weak) and not (
            phrase.countries or phrase.organisation is not None or phrase.bond or definite(phrase)
        ):
            return None
        return phrase
    if noun.sort == "group":
        return group_at(page, i, noun)
    if modifier:
        return None
    if noun.weak and noun.sort in ("people", "state"):
        front = before(page, i)
        if noun.word == "people" and front.counted and front.article in ("the", "these", "those"):
            return post_at(page, i, noun, bodies)
        nobody = not front.states or front.owner is not None
        if nobody and not (noun.word == "people" and many(page, i, front)):
            return None
    if noun.sort == "government":
        return government_at(page, i, noun)
    if noun.sort == "state":
        return land_at(page, i, noun)
    return people_at(page, i, noun) if noun.sort in ("people", "fighter") else None


def many(page: Page, i: int, front: Before) -> bool:
    """Whether the people at token i are counted: "166 people", "thousands of people"."""
    of = page.parse.heads[i]
    heap = page.lower[of] == "of" and page.parse.lemmas[page.parse.heads[of]] in HEAPS
    return front.article == "" and (front.counted or heap)


def definite(phrase: Phrase) -> bool:
    """Whether a phrase points back to somebody."""
    return phrase.article in ("the", "this", "that", "these", "those", "both")


def named(page: Page, described: list[Phrase]) -> list[Phrase]:
    """A phrase for each name that is no part of a description: states' adjectives mostly are."""
    consumed: set[int] = set()
    for phrase in described:
        if phrase.countries or phrase.sort == "body":
            consumed.update(t for t in range(phrase.start, phrase.end) if swallowed(page, phrase, t))
        if phrase.sort in ("body", "group") and phrase.form == "name":
            consumed.update(t for t in range(phrase.start, phrase.end) if page.at[t] and page.at[t].sort == "org")  # type: ignore[union-attr]
    made, last = [], None
    for name in page.at:
        if name and name is not last and name.head not in consumed:
            made.append(of_name(page, name))
        last = name or last
    return made


def swallowed(page: Page, phrase: Phrase, t: int) -> bool:
    """Whether a state's name or adjective at token t only says whose the phrase's noun is, before it."""
    name = page.at[t]
    if name is None or not is_state(name) or t > phrase.head:
        return False
    named = name.named
    if named is None or named.known.country not in phrase.countries:
        return False
    return named.form == "adjective" or (phrase.sort in ("body", "government") and page.parse.tags[name.end] != "POS")


def of_name(page: Page, name: Name) -> Phrase:
    """A name as a phrase."""
    text = page.text(name.start, name.end)
    known = known_of(name)
    if name.named is None or known is None:
        sort = name.sort
        return Phrase(
            name.start, name.end, name.head, sort, "name", text, "civil" if sort in THINGS else "person",
            "CVL" if sort in THINGS else None, plural=sort == "family",
        )  # fmt: skip
    if name.named.form == "people":
        people = page.world.body("people", known.country)
        if people:
            return Phrase(
                name.start, name.end, name.head, "people", "name", text, people.kind, people.sector, None, people,
                (known.country,) if known.country else (), plural=True,
            )  # fmt: skip
    form: Form = "metonym" if name.named.form in ("adjective", "capital", "metonym") else "name"
    return Phrase(
        name.start, name.end, name.head, "known", form, text, known.kind, known.sector, None, known,
        (known.country,) if known.country else (), place=is_place(page, name),
    )  # fmt: skip


def is_place(page: Page, name: Name) -> bool:
    """Whether a name only says where: "in Tehran", "Tabriz, Iran", a dateline."""
    parse, i = page.parse, name.head
    if name.adjective or (known_kind(name) not in ("state", "region") and not metonym(name)):
        return False
    head = parse.heads[i]
    if parse.deps[i] == "pobj" and page.lower[head] in LOCATIVE:
        return True
    if name.start > 1 and page.lower[name.start - 1] == ",":
        before = page.entity[name.start - 2]
        if before and before.label == "GPE" and parse.deps[i] in ("appos", "npadvmod", "conj", "dobj", "pobj"):
            return True
    start = page.sentence(name.start)[0]
    dateline = parse.words[name.start].isupper() and len(parse.words[name.start]) > 3 and name.start - start < 4
    return dateline and any(w in DASHES for w in parse.words[name.end : name.end + 9])


def metonym(name: Name) -> bool:
    """Whether it is a place's name that stands for a body ("Brussels")."""
    return name.named is not None and name.named.form == "metonym" and name.named.known.kind == "igo"


def known_kind(name: Name) -> str:
    """The kind of what a name names."""
    known = known_of(name)
    return known.kind if known else ""


def pronouns(page: Page) -> list[Phrase]:
    """Personal pronouns of the third person, and relative ones."""
    parse, found = page.parse, []
    for i, tag in enumerate(parse.tags):
        if tag in ("PRP", "PRP$") and page.lower[i] in PERSONAL:
            found.append(Phrase(i, i + 1, i, "pronoun", "pronoun", page.lower[i]))
        elif tag in ("WP", "WDT", "WP$") and page.lower[i] in ("who", "which", "that", "whom", "whose"):
            found.append(Phrase(i, i + 1, i, "relative", "pronoun", page.lower[i]))
    return found
