"""Which name a description belongs to: "President X", "X, an official of …", "the spokesman, X, said", "X is the …"."""

from dragoman.read.actors_front import Before
from dragoman.read.actors_page import Name, Page
from dragoman.read.actors_phrase import Bond

CLOSED = frozenset((",", ".", ";", ")", "who", "—", "-", "–"))


def bond_of(page: Page, i: int, front: Before, end: int, stop: int) -> tuple[tuple[int, ...], Bond]:
    """The heads of the names that the description with head i belongs to, and how; it ends at `end`, or at `stop`."""
    for e in (end, stop, beyond(page, stop)):
        name = person(page, past_titles(page, e))
        if name and e <= name.start == past_titles(page, e) and page.parse.sentence_of[e] == page.parse.sentence_of[i]:
            return (name.head, *listed(page, name)), "title"
    name = apposed(page, i) or behind(page, front, stop) or ahead(page, front, stop)
    if name:
        if page.parse.tags[i] not in ("NNS", "NNPS"):
            return (name.head,), "apposition"
        others = listed(page, name)
        if others:
            return (name.head, *others), "apposition"
    name = equated(page, i)
    return ((name.head,), "copula") if name else ((), "")


def past_titles(page: Page, e: int) -> int:
    """The token after the further titles that start at token e: "Energy Minister |Prince| X"."""
    while e < len(page.at) and page.capital(e) and page.at[e] is None:
        noun = page.nouns[e]
        title = noun is not None and noun.sort == "role" and page.parse.deps[e] == "compound"
        if not title and page.lower[e] not in page.terms.honorifics:
            break
        e += 1
    return e


def person(page: Page, i: int) -> Name | None:
    """The person's name at token i."""
    name = page.at[i] if 0 <= i < len(page.at) else None
    return name if name and name.sort == "person" else None


def apposed(page: Page, i: int) -> Name | None:
    """The person that the grammar puts beside the noun at token i."""
    parse = page.parse
    head = person(page, parse.heads[i])
    if parse.deps[i] == "appos" and head and not head.start <= i < head.end:
        return head
    return next((name for child in parse.kids(i, "appos") if (name := person(page, child))), None)


def behind(page: Page, front: Before, stop: int) -> Name | None:
    """The person whose name a description with an article follows between commas."""
    left = front.start - 1
    if left < 1 or page.lower[left] != "," or front.article not in ("a", "an", "the"):
        return None
    return person(page, left - 1) if page.lower[stop : stop + 1] in ([], *([c] for c in CLOSED)) else None


def ahead(page: Page, front: Before, stop: int) -> Name | None:
    """The person whose name follows a definite description between commas: "its chief negotiator, X, said"."""
    if page.lower[stop : stop + 1] != [","]:
        return None
    name = person(page, stop + 1)
    if name is None or name.start != stop + 1 or (front.article != "the" and front.owner is None):
        return None
    after = page.lower[name.end] if name.end < len(page.at) else "."
    return name if after in (",", ".", ";", "and") or page.parse.tags[name.end][0] == "V" else None


def equated(page: Page, i: int) -> Name | None:
    """The person that the noun at token i is said to be."""
    parse = page.parse
    verb = parse.heads[i]
    if parse.deps[i] != "attr" or parse.lemmas[verb] != "be" or parse.kids(verb, "neg", "aux"):
        return None
    return next((name for subject in parse.kids(verb, "nsubj") if (name := person(page, subject))), None)


def beyond(page: Page, end: int) -> int:
    """Where the "of" phrases that follow a description end: "commander of the forces |of the Iranian Army| X"."""
    for _ in range(2):
        if page.lower[end : end + 1] != ["of"]:
            break
        t = end + 1
        while t < len(page.at) and (
            page.parse.tags[t] in ("DT", "JJ", "NN", "NNS") or adjective(page, t) or page.nouns[t]
        ):
            t += 1
        name = page.at[t] if t < len(page.at) else None
        if name and name.sort == "person" and all(page.parse.tags[k] == "DT" for k in range(end + 1, t)):
            break
        end = name.end if name and name.sort != "person" else t
    return end


def adjective(page: Page, i: int) -> bool:
    """Whether a state's adjective stands at token i."""
    name = page.at[i]
    return name is not None and name.adjective


def listed(page: Page, name: Name) -> list[int]:
    """The heads of further persons in a list that starts with `name`."""
    heads: list[int] = []
    t = name.end
    while t + 1 < len(page.at) and page.lower[t] in ("and", ","):
        following = person(page, t + 1)
        if following is None:
            break
        heads.append(following.head)
        t = following.end
    return heads
