"""What stands around a noun in its phrase: its article or owner, the states and names before it, what it is "of"."""

from dataclasses import dataclass

from dragoman.model.world import Known, fold
from dragoman.read.actors_page import Name, Page

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
    """What a noun is "of" (at, in, for, to, from): the preposition, the names there or the head word, the end."""

    link: str
    names: tuple[Name, ...]
    head: int | None
    end: int

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


def codes(names: "tuple[Name, ...] | object") -> tuple[str, ...]:
    """The countries of names, each once, in order."""
    found = (known_of(n) for n in names)  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(k.country for k in found if k and k.country))


def before(page: Page, i: int) -> Before:
    """What stands before the noun at token i, read leftwards."""
    parse, at, lower = page.parse, page.at, page.lower
    heads, tags = parse.heads, parse.tags
    top = i
    while parse.deps[top] in ("compound", "nmod", "amod") and heads[top] > top:
        top = heads[top]
    low = parse.sentences[parse.sentence_of[i]][0]
    states: list[Name] = []
    names: list[Name] = []
    words: list[int] = []
    article, owner, counted, start, t = "", None, False, i, i - 1
    while t >= low:
        tag, name = tags[t], at[t]
        if tag == "POS" and t > low:
            name = at[t - 1]
            owner = name.head if name else t - 1
            start = name.start if name else min(parse.edges[t - 1][0], t - 1)
            if name and is_state(name):
                states.append(name)
            break
        if name and (name.sort != "org" or (name.end == t + 1 and name.end <= i)):
            if not (t < heads[name.head] <= top or joined(page, name)):
                break
            t = name.start - 1
            if lower[name.end] in ("-", "–") and at[name.end + 1] is None:
                words.extend((name.end, name.start))
            elif t > low and lower[t] == "-" and lower[t - 1] in AGAINST:
                words.append(t - 1)
                t -= 2
            else:
                (states if is_state(name) else names).append(name)
            start = t + 1
            continue
        if tag in ("DT", "PDT", "PRP$", "WP$"):
            article, start = lower[t], t
            owner = t if tag in ("PRP$", "WP$") else None
            if t > low and lower[t - 1] in ("both", "all"):
                article, start = lower[t - 1], t - 1
            break
        if tag == "CC":
            if not pair_around(page, t):
                break
        elif tag == "CD":
            if not t < heads[t] <= top:
                break
            counted = True
        elif tag in ("``", "''"):
            if t == low or (tag == "``" and tags[t - 1] not in ("DT", "JJ", "PRP$")):
                break
            t -= 1
            continue
        elif (
            tag not in INNER
            or not (t < heads[t] <= top or lower[t] == "-")
            or (tag == "VBG" and parse.deps[t] not in ("amod", "compound"))
        ):
            break
        else:
            words.append(t)
        start = t
        t -= 1
    if lower[start] == "-" and start > low:
        start -= 1
    return Before(start, article, owner, tuple(states[::-1]), tuple(names[::-1]), tuple(words[::-1]), counted)


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
        if name is None or name.adjective or (name.end < n and parse.tags[name.end] == "POS"):
            break
        names.append(name)
        end = t = name.end
        following = at[t + 1] if t + 1 < n else None
        if following is None or page.lower[t] not in ("and", ",") or not alike(following, name):
            break
        t += 1
    objects = parse.kids(j, "pobj")
    return After(page.lower[j], tuple(names), names[0].head if names else objects[0] if objects else None, end)


def alike(a: Name, b: Name) -> bool:
    """Whether two names are both states, both persons, and so on."""
    x, y = known_of(a), known_of(b)
    return a.sort == b.sort and (x.kind if x else None) == (y.kind if y else None)


def longest(page: Page, i: int, front: Before, table: dict[str, object]) -> tuple[int, int] | None:
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
