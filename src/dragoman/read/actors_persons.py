"""Where a report names persons: what the parser finds, what titles and descriptions show, surnames told in full."""

from collections import Counter
from collections.abc import Iterator

from dragoman.model.world import fold
from dragoman.read.actors_page import PARTICLES, PLATFORMS, POSSESSIVES, Name, Page

COMPANY = frozenset(
    (
        "inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "llc", "plc", "ag", "sa", "pjsc", "ojsc", "gmbh",
        "nv", "bv", "spa", "holdings", "holding", "group", "images",
    )
)  # fmt: skip
BOSSES = frozenset(("president", "chairman", "chairwoman", "chief executive", "ceo", "executive", "director", "owner"))
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
UNLIKELY = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "LAW", "LANGUAGE"))
NO_PERSON = frozenset(("GPE", "FAC", "LOC", "DATE", "WORK_OF_ART"))
DATE_WORDS = frozenset(("in", "since", "until", "till", "last", "this", "next", "early", "late", "mid", "through"))
SURNAME_TAGS = frozenset(("NNP", "NNPS", "NN", "JJ", "MD", "VB", "VBP", "RB", "UH"))
VERBAL_TAGS = frozenset(("MD", "VB", "VBP", "RB", "UH"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "ROOT"))


def person_names(page: Page, in_office: frozenset[str]) -> None:
    """Put the persons' names on the page; `in_office` are surnames that need no first name."""
    for e in page.parse.entities:
        if e.label == "PERSON":
            start, end = trimmed(page, e.start, e.end)
            while start < end < len(page.at) and goes_on(page, end):
                end += 1
            if start < end and is_person(page, start, end):
                if is_firm(page, start, end):
                    page.add(Name(start, end, page.head(start, end), "org"))
                else:
                    put(page, start, end)
    for i in range(len(page.parse) - 1):
        if page.at[i] is None and (page.lower[i] in page.terms.honorifics or is_title(page, i)):
            end = run(page, i + 1)
            if end > i + 1:
                put(page, i + 1, end)
    for i in described_heads(page):
        start, end = around(page, i)
        if start < end:
            put(page, start, end)
    for i in joined_heads(page):
        start, end = around(page, i)
        if end - start > 1:
            put(page, start, end)
    names_of_things(page)
    surnames_elsewhere(page, in_office)


def goes_on(page: Page, end: int) -> bool:
    """Whether the parser stopped short in a name: the next word is capitalised and heads the last one."""
    parse = page.parse
    follows = parse.heads[end - 1] == end and parse.deps[end - 1] == "compound" and parse.pos[end] == "PROPN"
    return follows and page.capital(end) and page.at[end] is None and page.nouns[end] is None


def put(page: Page, start: int, end: int) -> None:
    """Put one person's name on the page."""
    page.add(Name(start, end, page.head(start, end), "person"))


def persons(page: Page) -> Iterator[Name]:
    """The persons' names on the page, in order."""
    last = None
    for name in page.at:
        if name and name is not last and name.sort == "person":
            yield name
        last = name


def is_title(page: Page, i: int, tags: tuple[str, ...] = ("NN", "NNP")) -> bool:
    """Whether token i is a noun that can stand right before a person's name."""
    noun = page.nouns[i]
    if noun is None or noun.sort not in ("role", "kin") or noun.sector == "SPY":
        return False
    return page.parse.tags[i] in tags


def run(page: Page, start: int) -> int:
    """Where a run of capitalised words that can be a person's name ends; `start` where there is none."""
    parse, end, stop = page.parse, start, page.sentence(start)[1]
    while end < stop:
        if page.at[end] is not None or page.nouns[end] or page.lower[end] in page.terms.honorifics:
            break
        if parse.pos[end] == "PROPN" and page.capital(end) and page.lower[end] not in PLATFORMS:
            end += 1
        elif end > start and joins(page, end) and end + 1 < stop and parse.pos[end + 1] == "PROPN":
            end += 2
        else:
            break
    if end == start or page.lower[end - 1] in COMPANY or (end < stop and page.nouns[end]):
        return start
    word, entity = parse.words[start], page.entity[start]
    shouted = word.isupper() and len(word) > 1 and not word.endswith(".")
    if end == start + 1 and (shouted or (entity and entity.label in NO_PERSON)):
        return start
    return end


def joins(page: Page, i: int) -> bool:
    """Whether token i can stand between two words of one name."""
    word = page.parse.words[i]
    return word == "-" or (page.lower[i] in PARTICLES and page.capital(i + 1)) if i + 1 < len(page.at) else False


def described_heads(page: Page) -> list[int]:
    """Unnamed proper nouns that a description of a person is put after: "Ada Low, an official of …", "Low, who …"."""
    parse, found = page.parse, []
    for i, noun in enumerate(page.nouns):
        if noun and noun.sort == "role" and parse.deps[i] == "appos" and parse.tags[i] in ("NN", "NNP"):
            found.append(parse.heads[i])
        elif parse.deps[i] == "appos" and is_title(page, parse.heads[i], ("NN", "NNP", "NNS", "NNPS")):
            found.append(i)
        elif page.lower[i] == "who" and parse.deps[parse.heads[i]] == "relcl":
            found.append(parse.heads[parse.heads[i]])
    return [i for i in found if parse.tags[i] == "NNP" and page.at[i] is None and not page.nouns[i]]


def joined_heads(page: Page) -> list[int]:
    """Proper nouns joined to a person's name, which a shared title or surname or a first name makes a person's too."""
    parse, found = page.parse, []
    for i, dep in enumerate(parse.deps):
        other = page.at[parse.heads[i]]
        if dep != "conj" or parse.tags[i] != "NNP" or page.at[i] is not None or not other or other.sort != "person":
            continue
        title = page.lower[other.start - 1].endswith("s") and page.nouns[other.start - 1] is not None
        shared = page.lower[i] == page.lower[other.end - 1]
        first = i > 0 and page.lower[i - 1] in page.terms.given
        if (title or shared or first) and page.nouns[i] is None and page.lower[i] not in COMPANY:
            found.append(i)
    return found


def around(page: Page, i: int) -> tuple[int, int]:
    """The run of capitalised words that token i ends."""
    parse, start = page.parse, i
    while start and parse.heads[start - 1] == i and parse.pos[start - 1] == "PROPN" and page.at[start - 1] is None:
        if page.nouns[start - 1]:
            break
        start -= 1
    return trimmed(page, start, i + 1)


def trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """A person's name without the titles before it and the possessive after it."""
    words, lower = page.parse.words, page.lower
    while start < end and leads(page, start, end - start > 1):
        start += 1
    while end > start and trails(page, start, end):
        end -= 1
    for i in range(start, end):
        if lower[i] in POSSESSIVES or words[i] in ("/", "|", "(", ","):
            return start, i
    return start, end


def leads(page: Page, i: int, more: bool) -> bool:
    """Whether token i, at the front of what the parser takes for a name, is no part of it; `more` words follow."""
    lower = page.lower[i]
    if not page.capital(i):
        return lower not in PARTICLES or lower == "a"
    if not more:
        return False
    title = (page.nouns[i] is not None and lower not in page.terms.given) or lower in page.terms.honorifics
    return title or page.at[i] is not None or page.parse.pos[i] in ("VERB", "AUX", "ADP")


def trails(page: Page, start: int, end: int) -> bool:
    """Whether the last token of what the parser takes for a name is no part of it."""
    last = page.lower[end - 1]
    if last in POSSESSIVES or last in COMPANY:
        return True
    return not page.capital(end - 1) and not (end - start > 2 and page.parse.words[end - 2] == "-")


def is_person(page: Page, start: int, end: int) -> bool:
    """Whether words that the parser takes for a person can be one."""
    after = page.lower[end] if end < len(page.parse) else ""
    last = page.nouns[end - 1]
    if after in COMPANY or page.lower[start] in PLATFORMS:
        return False
    if last and end - start > 1 and last.sort in ("group", "body"):
        return False
    return not all(page.at[start:end])


def is_firm(page: Page, start: int, end: int) -> bool:
    """Whether the words around show an organisation's name: "the president of X", "the firm X", "X, the firm"."""
    before = page.nouns[start - 1] if start else None
    if before and before.sort == "group":
        return True
    if start > 1 and page.lower[start - 1] == "of" and (boss := page.nouns[start - 2]):
        return boss.word in BOSSES
    beside = (page.nouns[k] for k in page.parse.kids(page.head(start, end), "appos"))
    return any(noun and noun.sort == "group" for noun in beside)


def names_of_things(page: Page) -> None:
    """Cut "Low Memos" to "Low" where the report has an Ada Low and speaks of memos: the last word names a thing."""
    full = [n for n in persons(page) if n.end - n.start > 1]
    surnames = Counter(page.lower[n.end - 1] for n in full)
    plain = {w for w in page.parse.words if w.islower()}
    for n in full:
        last = n.end - 1
        word = page.lower[last]
        if word.endswith("s") and word in plain and surnames[word] <= 2 and surnames[page.lower[last - 1]]:
            page.at[last] = None
            put(page, n.start, last)


def surnames_elsewhere(page: Page, in_office: frozenset[str]) -> None:
    """Take single words for persons where the report gives the surname in full, or its holder is in office."""
    surnames = {fold(surname(page, n)) for n in persons(page) if n.end - n.start > 1 or titled(page, n.start)} - {""}
    for i, tag in enumerate(page.parse.tags):
        bare = tag == "NN" and page.capital(i) and page.parse.deps[i] in ("nsubj", "nsubjpass", "poss")
        if (tag == "NNP" or bare) and page.at[i] is None and alone(page, i) and not unlikely(page, i):
            folded = fold(page.parse.words[i])
            surnames |= {folded} & in_office
    for i, word in enumerate(page.parse.words):
        name = page.at[i]
        if not page.capital(i) or len(word) < 2:
            continue
        if name and name.sort == "person":
            if name.end - name.start > 1 or page.parse.tags[i] != "NNPS" or fold(word[:-1]) not in surnames:
                continue
            name = None
        folded = fold(word)
        if folded in surnames:
            if can_be_surname(page, i):
                put(page, i, i + 1)
        elif name is None and word.endswith("s") and fold(word[:-1]) in surnames and page.lower[i - 1 : i] == ["the"]:
            page.add(Name(i, i + 1, i, "family"))


def unlikely(page: Page, i: int) -> bool:
    """Whether the parser takes token i for a date, an amount or a law."""
    entity = page.entity[i]
    return entity is not None and entity.label in UNLIKELY


def alone(page: Page, i: int) -> bool:
    """Whether no other capitalised name stands right before or after token i."""
    for t in (i - 1, i + 1):
        if 0 <= t < len(page.at) and page.parse.pos[t] == "PROPN" and page.capital(t) and not page.nouns[t]:
            return False
    return True


def surname(page: Page, name: Name) -> str:
    """The last word of a name, a "Jr." aside."""
    end = name.end
    while end - name.start > 1 and page.lower[end - 1] in SUFFIXES:
        end -= 1
    return page.parse.words[end - 1]


def titled(page: Page, i: int) -> bool:
    """Whether a title or honorific stands right before token i."""
    return i > 0 and (page.lower[i - 1] in page.terms.honorifics or is_title(page, i - 1))


def can_be_surname(page: Page, i: int) -> bool:
    """Whether a word spelled like a surname of the report is that surname here, and no month or country."""
    parse, entity = page.parse, page.entity[i]
    if page.at[i] is not None:
        return titled(page, i)
    if parse.tags[i] not in SURNAME_TAGS:
        return False
    if entity and entity.label in UNLIKELY:
        before = page.lower[i - 1] if i else ""
        after = parse.words[i + 1] if i + 1 < len(parse) else ""
        return entity.end - entity.start == 1 and not (before in DATE_WORDS or before.isdigit() or after[:1].isdigit())
    if parse.tags[i] in VERBAL_TAGS and i == page.sentence(i)[0]:
        return parse.deps[i] in SUBJECTS
    return not (entity and entity.label in ("GPE", "FAC", "ORG") and entity.end - entity.start > 1)
