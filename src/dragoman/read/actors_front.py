"""What stands around a noun in its phrase: its article or owner, the states and names before it, what it is "of"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.model.world import Known, fold
from dragoman.read.actors_page import Name, Page

ARTICLES = frozenset(("DT", "PDT", "PRP$", "WP$"))
INNER = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "VBG", "HYPH", "RBS", "RBR"])
AGAINST = frozenset(("anti", "pro", "non", "counter"))
LINKS = frozenset(("of", "for", "at", "in", "to", "from", "with", "on", "by"))
JOINTS = frozenset(("and", "or", ",", "-", "–"))
NOUNISH = frozenset(["IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CC", "HYPH"])


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a noun in its phrase, which starts at token `start`.

    `owner` is the token of a possessive ("its", "Iran's"), `states` and `names` are the names before the noun
    (a state's own name or adjective; any other), `words` its other words.
    """

    start: int
    article: str = ""
    owner: int | None = None
    states: tuple[Name, ...] = ()
    names: tuple[Name, ...] = ()
    words: tuple[int, ...] = ()
    counted: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the states, in the order of the words."""
        return codes(self.states)


@dataclass(frozen=True, slots=True)
class After:
    """What a noun is "of" (at, in, for, to, from): the preposition, the names there or the head word, the end.

    `inside` are the states that what is there belongs to: "of |Peru|'s capital", "of the |Kenyan| parliament".
    """

    link: str
    names: tuple[Name, ...]
    head: int | None
    end: int
    inside: tuple[Name, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the states and regions among the names."""
        return codes(n for n in self.names if is_state(n))


def known_of(name: Name) -> Known | None:
    """What the world knows by a name."""
    return name.named.known if name.named else None


def is_state(name: Name) -> bool:
    """Whether a name is a state's or a region's own name, adjective or capital (not "the Kremlin")."""
    named = name.named
    return named is not None and named.known.kind in ("state", "region") and named.form not in ("metonym", "people")


def codes(names: Iterable[Name]) -> tuple[str, ...]:
    """The countries of names, each once, in order."""
    found = (known_of(n) for n in names)
    return tuple(dict.fromkeys(k.country for k in found if k and k.country))


@dataclass(slots=True)
class Front:
    """A phrase read leftwards from its noun: what was found so far, and the token to look at next."""

    page: Page
    next: int
    low: int
    top: int
    start: int
    article: str = ""
    owner: int | None = None
    states: list[Name] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    counted: bool = False

    def read(self, noun: int) -> None:
        """Read on to the left until something is no part of the phrase."""
        at, tags = self.page.at, self.page.parse.tags
        while self.next >= self.low:
            t, name = self.next, at[self.next]
            if tags[t] == "POS" and t > self.low:
                return self.possessor(t - 1)
            if name and (name.sort != "org" or (name.end == t + 1 and name.end <= noun)):
                if not self.name(name):
                    return None
            elif tags[t] in ARTICLES:
                return self.determiner(t)
            elif not self.word(t):
                return None
        return None

    def possessor(self, t: int) -> None:
        """Take in whose it is ("Iran's", "the president's"), where the phrase starts."""
        name = self.page.at[t]
        self.owner = name.head if name else t
        self.start = name.start if name else min(self.page.parse.edges[t][0], t)
        if name and is_state(name):
            self.states.append(name)

    def name(self, name: Name) -> bool:
        """Take in a name before the noun; False where it stands outside the phrase."""
        page, lower = self.page, self.page.lower
        if not (self.next < page.parse.heads[name.head] <= self.top or joined(page, name)):
            return False
        t = name.start - 1
        if lower[name.end] in ("-", "–") and page.at[name.end + 1] is None:
            self.words += [name.end, name.start]
        elif t > self.low and lower[t] == "-" and lower[t - 1] in AGAINST:
            self.words.append(t - 1)
            t -= 2
        else:
            (self.states if is_state(name) else self.names).append(name)
        self.next, self.start = t, t + 1
        return True

    def determiner(self, t: int) -> None:
        """Take in an article or a possessive pronoun, where the phrase starts; "both" and "all" stand before it."""
        lower = self.page.lower
        self.owner = t if self.page.parse.tags[t] in ("PRP$", "WP$") else None
        self.start = t - 1 if t > self.low and lower[t - 1] in ("both", "all") else t
        self.article = lower[self.start]

    def word(self, t: int) -> bool:
        """Take in a plain word; False where it stands outside the phrase."""
        parse, tag = self.page.parse, self.page.parse.tags[t]
        if tag in ("``", "''"):
            self.next = t - 1
            return t > self.low and (tag == "''" or parse.tags[t - 1] in ("DT", "JJ", "PRP$"))
        inside = t < parse.heads[t] <= self.top
        if tag == "CC":
            inside = pair_around(self.page, t)
        elif tag == ",":
            inside = listed(self.page, t)
        elif tag == "CD":
            self.counted = self.counted or inside
        elif tag in INNER:
            inside = inside or self.page.lower[t] == "-"
            if self.page.lower[t] == "own":
                self.start, self.next = t, t - 1
                return inside
            if tag == "VBG" and parse.deps[t] not in ("amod", "compound"):
                inside = False
            if inside:
                self.words.append(t)
        else:
            inside = False
        if inside:
            self.start, self.next = t, t - 1
        return inside


def before(page: Page, i: int) -> Before:
    """What stands before the noun at token i."""
    parse, top = page.parse, i
    while parse.deps[top] in ("compound", "nmod", "amod") and parse.heads[top] > top:
        top = parse.heads[top]
    low = page.sentence(i)[0]
    front = Front(page, i - 1, low, top, i)
    front.read(i)
    start = front.start - 1 if page.lower[front.start] == "-" and front.start > low else front.start
    states, names, words = tuple(front.states[::-1]), tuple(front.names[::-1]), tuple(front.words[::-1])
    if not states and not front.article and start > low:
        states = shared(page, i, top, start)
    return Before(start, front.article, front.owner, states, names, words, front.counted)


def shared(page: Page, i: int, top: int, start: int) -> tuple[Name, ...]:
    """The states of those whom the bare noun at token i is joined to: "Omani pilots and [cooks]"."""
    parse = page.parse
    first = parse.heads[top]
    people = {parse.tags[i], parse.tags[first]} == {"NNS"}
    nouns = (page.nouns[i], page.nouns[first])
    bodies = all(n and n.sort in ("body", "forces", "group") for n in nouns)
    if parse.deps[top] != "conj" or not (people or bodies) or first > i:
        return ()
    if page.at[i] or page.lower[start - 1] not in ("and", "or", ",") or after(page, i).names:
        return ()
    return before(page, first).states


def joined(page: Page, name: Name) -> bool:
    """Whether an adjective is joined by "and", a comma or a hyphen to another name."""
    left, right, n = name.start - 1, name.end, len(page.at)
    return (right + 1 < n and page.lower[right] in JOINTS and page.at[right + 1] is not None) or (
        left > 0 and page.lower[left] in JOINTS and page.at[left - 1] is not None
    )


def pair_around(page: Page, i: int) -> bool:
    """Whether the conjunction at token i joins two adjectives of the same phrase."""
    left, right = page.at[i - 1], page.at[i + 1]
    if left and right:
        return is_state(left) and is_state(right)
    return page.parse.pos[i - 1] == "ADJ" and page.parse.pos[i + 1] == "ADJ" and not left


def listed(page: Page, comma: int) -> bool:
    """Whether a comma parts the adjectives of a list that an "and" ends: "Cuban|,| Haitian and Dominican"."""
    left, right = page.at[comma - 1], page.at[comma + 1]
    if not (left and right and left.adjective and right.adjective and is_state(left) and is_state(right)):
        return False
    after_right = page.lower[right.end : right.end + 1]
    return after_right in (["and"], ["or"]) or (after_right == [","] and listed(page, right.end))


def after(page: Page, i: int) -> After:
    """What the noun at token i is of, at, in, for, to or from."""
    parse, at = page.parse, page.at
    j, n = i + 1, len(parse)
    if j + 1 >= n or page.lower[j] not in LINKS or parse.sentence_of[j + 1] != parse.sentence_of[i]:
        return After("", (), None, i + 1)
    t = j + 1
    while t < n - 1 and parse.tags[t] in ("DT", "PDT"):
        t += 1
    names: list[Name] = []
    end = i + 1
    while t < n:
        name = at[t]
        if name is None or name.adjective or (name.end < n and parse.tags[name.end] == "POS") or leads(page, name):
            break
        names.append(name)
        end = t = name.end
        following = at[t + 1] if t + 1 < n else None
        if following is None or page.lower[t] not in ("and", ",") or not alike(following, name):
            break
        t += 1
    if names:
        return After(page.lower[j], tuple(names), names[0].head, end)
    head = complement(page, j, t)
    covering = page.at[head] if head is not None else None
    inside = before(page, covering.start if covering else head).states if head is not None else ()
    return After(page.lower[j], (), head, end, inside)


def leads(page: Page, name: Name) -> bool:
    """Whether a state's name only tells whose the plain noun behind it is: "a |Singapore| bank"."""
    parse, over = page.parse, page.parse.heads[name.head]
    compound = parse.deps[name.head] in ("compound", "nmod") and over >= name.end
    return compound and is_state(name) and parse.pos[over] == "NOUN"


def complement(page: Page, j: int, first: int) -> int | None:
    """The noun that the preposition at token j leads to; before a name, the title or body that stands there."""
    objects = page.parse.kids(j, "pobj")
    if not objects:
        return None
    name = page.at[objects[0]]
    return name.start - 1 if name and name.sort == "person" and name.start > first else objects[0]


def alike(a: Name, b: Name) -> bool:
    """Whether two names are both states, both persons, and so on."""
    x, y = known_of(a), known_of(b)
    return a.sort == b.sort and (x.kind if x else None) == (y.kind if y else None)


def longest(page: Page, i: int, front: Before, table: Mapping[str, object]) -> tuple[int, int] | None:
    """The longest phrase around the noun at token i that is in a table of folded phrases."""
    at, parse = page.at, page.parse
    near = i
    while near - 1 in front.words and i - near < 4 and free(at[near - 1]):
        near -= 1
    far = i + 1
    if page.lower[far : far + 1] in (["of"], ["for"]):
        sentence = parse.sentence_of[i]
        while (
            far < min(len(parse), i + 8)
            and parse.tags[far] in NOUNISH
            and free(at[far])
            and parse.sentence_of[far] == sentence
        ):
            far += 1
    for end in range(far, i, -1):
        if end > i + 1 and parse.tags[end - 1] in ("IN", "DT", "CC"):
            continue
        for start in range(near, i + 1):
            if fold(page.text(start, end)) in table:
                return start, end
    return None


def free(name: Name | None) -> bool:
    """Whether a token belongs to no name but perhaps one of an organisation."""
    return name is None or name.sort == "org"


def is_plural(page: Page, i: int) -> bool:
    """Whether the noun at token i is plural."""
    return page.parse.tags[i] in ("NNS", "NNPS") or (
        page.lower[i] != page.parse.lemmas[i] and page.lower[i].endswith("s")
    )


def words_of(page: Page, front: Before) -> tuple[str, ...]:
    """The plain words before a noun, in lower case."""
    return tuple(page.lower[t] for t in front.words)
