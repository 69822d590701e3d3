"""Bodies of states and what stands for a state: "Iran's Ministry of Defence", "the army", "Azeri authorities"."""

from dataclasses import replace

from dragoman.model.actor import Form, Kind
from dragoman.model.world import Known, fold
from dragoman.read.actors_front import Before, after, before, codes, is_plural, known_of, longest, words_of
from dragoman.read.actors_page import Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_terms import Noun

ABSENT = frozenset(("no", "any", "every", "each", "what", "which", "whatever", "some"))
MISSIONS = frozenset(("embassy", "consulate", "mission", "consulate general"))
SIDES = frozenset(("side", "entity", "leadership", "executive", "elite", "establishment", "authority"))


def body_at(page: Page, i: int, noun: Noun) -> Phrase | None:
    """The body that the noun at token i names."""
    parse = page.parse
    front = before(page, i)
    if parse.deps[i] == "compound" and parse.heads[i] > i and front.owner is None:
        front = replace(front, article="", start=min((i, *front.words, *(n.start for n in front.states))))
    found = longest(page, i, front, page.world.bodies)
    modifier = parse.deps[i] in ("compound", "amod", "nmod") and noun.sort != "body"
    if front.article in ABSENT or modifier or (not found and noun.sort != "body"):
        return None
    start, end = found or (proper_start(page, i, front), i + 1)
    words = page.text(start, end)
    behind = after(page, end - 1)
    countries = front.countries
    told = behind.link == "of" or (behind.link == "in" and noun.word not in MISSIONS)
    if not countries and behind.countries and told:
        countries, end = behind.countries, behind.end
    if not countries and behind.link == "of" and front.owner is None:
        countries = codes(behind.inside)
    host, end = host_of(page, noun, end) if countries or front.owner is not None else ("", end)
    code = countries[0] if len(countries) == 1 else None
    proper = start < i and parse.words[i][0].isupper()
    known = body_of(page, f"{words} in {host}" if host else words, code, noun, proper) if code else None
    kind, sector = (known.kind, known.sector) if known else kind_of(page, noun, front, words)
    if irregular(page, noun, front):
        known, countries, kind, sector = None, (), "armed_group", "REB"
    part = (front.article == "the" and page.capital(i)) or (noun.word == "office" and front.owner is not None)
    if noun.weak and not (countries or proper or part):
        return None
    form: Form = "name" if countries or proper else "nominal"
    first = min(start, front.states[0].start) if front.states and front.states[0].start >= front.start else start
    owner = front.owner if front.owner is not None else behind.head if behind.link == "of" and not countries else None
    return Phrase(
        first if form == "name" and front.owner is None else front.start, end, i, "body", form,
        page.text(first, end), kind, sector, noun, known, countries, front.article, owner, is_plural(page, i),
        front.counted, title=fold(words), words=words_of(page, front),
    )  # fmt: skip


def irregular(page: Page, noun: Noun, front: Before) -> bool:
    """Whether forces are no state's army: "ethnic Armenian forces", "rebel troops"."""
    kinds = (page.terms.modifiers.get(page.lower[t]) for t in front.words)
    return noun.sort == "forces" and any(k and k[0] == "armed_group" for k in kinds)


def body_of(page: Page, words: str, code: str, noun: Noun, proper: bool) -> Known | None:
    """The body of the state `code` by these words; one with a proper name of its own is made up."""
    known = page.world.body(words, code)
    if known or not proper:
        return known
    state = page.world.state(code)
    name = f"{words} of {state.name if state else code}"
    return Known(f"body:{code}:{fold(words)}", name, noun.kind, code, noun.sector)


def host_of(page: Page, noun: Noun, end: int) -> tuple[str, int]:
    """Where an embassy, consulate or mission stands, and where its phrase ends."""
    behind = after(page, end - 1)
    if noun.word not in MISSIONS or behind.link not in ("in", "to", "at"):
        return "", end
    if behind.names:
        first = behind.names[0]
        return page.text(first.start, first.end), first.end
    head = behind.head
    if head is not None and page.entity[head] and head < end + 4:
        return page.text(head, head + 1), head + 1
    return "", end


def proper_start(page: Page, i: int, front: Before) -> int:
    """Where the capitalised words that end in token i start."""
    start = i
    while start - 1 in front.words and (page.capital(start - 1) or hyphened(page, start - 1)):
        start -= 1
    return start


def hyphened(page: Page, i: int) -> bool:
    """Whether token i is a hyphen between two capitalised words: "Anti|-|Corruption"."""
    return page.lower[i] in ("-", "–") and i > 0 and page.capital(i - 1) and page.capital(i + 1)


def kind_of(page: Page, noun: Noun, front: Before, words: str) -> tuple[Kind, str | None]:
    """The kind and sector of a body or post by its phrase, else by the words before its noun, else by the noun."""
    body = page.world.bodies.get(fold(words))
    if body and body.key != "state":
        return body.kind, body.sector
    for t in reversed(front.words):
        found = page.terms.modifiers.get(page.lower[t])
        if found:
            return found
    return noun.kind, noun.sector


def government_at(page: Page, i: int, noun: Noun) -> Phrase | None:
    """A word that stands for a state, whose it is told: "the Iranian side", "Putin's government", "the authorities"."""
    front = before(page, i)
    behind = after(page, i)
    countries = front.countries
    end = i + 1
    if page.capital(i) and i - 1 in front.words and page.capital(i - 1):
        return None
    if not countries and behind.link in ("of", "in") and behind.countries:
        countries, end = behind.countries, behind.end
    leader = next((n for n in front.names if n.sort == "person"), None)
    possessive = front.owner is not None and page.parse.tags[front.owner] != "PRP$"
    owned = front.owner is not None or leader is not None or any(known_of(n) for n in front.names)
    plain = not countries and not owned
    if plain and (
        noun.word in SIDES
        and not (
            front.counted or front.article in ("both", "other", "this", "either") or page.lower[i] == "authorities"
        )
    ):
        return None
    code = countries[0] if len(countries) == 1 else None
    union = next((k for n in front.names if (k := known_of(n)) and k.kind == "igo"), None)
    known = page.world.state(code) if code else union if is_plural(page, i) else None
    owner = leader.head if leader else front.owner
    first = front.start if possessive else min((n.start for n in (*front.states, *front.names)), default=i)
    whole = plain or front.owner is not None
    return Phrase(
        front.start if whole else min(first, proper_start(page, i, front)), end, i, "government",
        "nominal" if plain or not known else "metonym", page.text(min(first, i), end), "government", "GOV", noun, known,
        countries, front.article, owner, is_plural(page, i), front.counted, words=words_of(page, front),
    )  # fmt: skip
