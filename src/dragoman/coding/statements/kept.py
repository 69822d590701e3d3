"""Which attributions are statements: somebody says, thinks or intends something that can be told.

What only names a topic ("discussed the harvest"), rates a thing without saying anything of it ("praised the nurses"),
is an attitude, a deed or an appearance is left to the events.
"""

import re

from dragoman.coding.statements.found import Attribution, Place
from dragoman.coding.statements.grammar import antecedent
from dragoman.coding.statements.own import is_first
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import nouns, speaks
from dragoman.model.reading import Reading
from dragoman.model.text import Span

CLAUSES = frozenset({"clause", "before", "around", "sign"})
ALLOWED = {
    "say": CLAUSES | {"to", "who-to", "ing", "object", "relative", "of", "for", "against", "about", "pred", "as"},
    "think": CLAUSES | {"as", "pred"},
    "intend": CLAUSES | {"to", "who-to"},
    "judge": CLAUSES | {"of", "for", "on", "as", "pred", "to", "ing", "who-to"},
    "topic": frozenset[str](),
}
NOT_YET = frozenset(
    {
        "seek", "try", "attempt", "refuse", "decline", "fail", "want", "plan", "hope", "intend", "need", "prepare",
        "hesitate", "wait", "agree", "expect", "like", "manage",
    }
)  # fmt: skip
WEIGHTY = frozenset({"deny", "promise", "threaten", "demand", "propose"})
ANONYMITY = re.compile(
    r"(?:not to be|to remain|to stay|that (?:his|her|their) names?) (?:named|identified|quoted|anonymous|not be)"
)


def is_statement(page: Page, reading: Reading, a: Attribution) -> bool:
    """Whether an attribution is a statement, looked at by itself."""
    if a.place is None:
        return True
    kind = a.place.cue.kind
    if kind not in ALLOWED:
        return False
    if a.head is None:
        return kind == "say" and (a.direct or a.frame in CLAUSES)
    if not can_speak(page, reading, a.head) and not says_so(page, a, a.place, a.head):
        return False
    if a.direct:
        return True
    if a.frame in ("object", "relative") and points(page, reading, a):
        return False
    if not_said(page, a.place) or ANONYMITY.match(page.parse.source[a.start : a.end]):
        return False
    if a.frame in ("object", "relative") and a.place.cue.act in WEIGHTY:
        return kind in ("say", "judge")
    if kind == "think" and a.frame == "pred" and page.parse.deps[a.place.head] == "relcl":
        return False
    if a.frame in ("on", "about") and a.place.cue.act != "accuse":
        return False
    return a.frame in ALLOWED[kind] and (a.frame != "object" or a.place.cue.part == "verb")


def not_said(page: Page, place: Place) -> bool:
    """Whether the cue is denied, refused or only tried: "did not say that", "sought to cast doubt on"."""
    parse, verb = page.parse, place.head
    if parse.kids(verb, "neg") and place.cue.part == "verb" and place.cue.kind in ("say", "judge"):
        return True
    if place.cue.words[0] in ("refuse", "decline", "hesitate"):
        return True
    return parse.deps[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in NOT_YET


def can_speak(page: Page, reading: Reading, head: int) -> bool:
    """Whether the source is an actor of the report, or somebody or a message by its words."""
    token = antecedent(page.parse, head)
    return reading.chain_at(token) is not None or speaks(page, token) or page.parse.lemmas[token] in nouns("messages")


def points(page: Page, reading: Reading, a: Attribution) -> bool:
    """Whether a content only points to somebody, or to words told elsewhere: "denied it", "rejected the charges"."""
    parse = page.parse
    start, end = page.parse.tokens(Span.of(parse.source, a.start, a.end))
    head = next((i for i in range(start, end) if not start <= parse.heads[i] < end), start)
    if any(parse.deps[i] in ("pcomp", "acl", "ccomp", "prep", "relcl") for i in range(start, end)):
        return False
    bare = parse.lemmas[head] in nouns("pointers") or parse.pos[head] == "PRON" or parse.tags[head] in ("DT", "PRP")
    return bare or (reading.chain_at(head) is not None and parse.heads[head] == (a.place.head if a.place else -1))


def says_so(page: Page, a: Attribution, place: Place, head: int) -> bool:
    """Whether a noun of no listed kind is somebody because it says something ("a companion said", "the other said")."""
    parse = page.parse
    verb = place.cue.part == "verb" and place.cue.kind == "say" and a.frame in CLAUSES
    return verb and parse.pos[head] in ("NOUN", "ADJ", "NUM") and parse.lemmas[head] not in nouns("things")


def may_nest(page: Page, inner: Attribution, same_voice: bool) -> bool:
    """Whether an attribution inside another's content is a statement of somebody else's, told there."""
    if inner.place is None or inner.place.cue.kind not in ("say", "judge"):
        return False
    if inner.head is None:
        return inner.place.cue.part == "noun" and inner.frame in CLAUSES
    if same_voice or is_first(page.parse, inner.head):
        return False
    return inner.direct or inner.frame in CLAUSES or inner.frame in ("of", "about", "relative")
