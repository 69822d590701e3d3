"""Who carries a statement: the agency or paper that a sentence names beside its speaker."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.grammar import antecedent, noun_phrase
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import is_press, nouns, speaks
from dragoman.model.actor import Chain
from dragoman.model.reading import Reading

RESTS_ON = frozenset(
    {"report", "intelligence", "datum", "data", "figure", "document", "statement", "record", "evidence"}
)
OUTER = frozenset({"before", "around"})


def carried(page: Page, reading: Reading, found: Sequence[Attribution]) -> list[tuple[Attribution, int | None]]:
    """Every attribution with the head token of the channel that carries it.

    An agency's "reported" around somebody else's statement is no statement of its own but their channel; so is
    "quoted by the agency". A body's "according to a statement" around the state's words names the speaker.
    """
    out: list[tuple[Attribution, int | None]] = [(a, quoting(page, a)) for a in found if not citing(page, a)]
    gone: set[int] = set()
    for n, (a, _) in enumerate(out):
        voice = cited_by(page, a) if a.head is not None and press(page, reading, a.head) else None
        if voice is not None:
            out[n] = replace(a, head=voice, source=noun_phrase(page.parse, voice)), a.head
    for n, (a, _) in enumerate(out):
        if a.frame not in OUTER or a.head is None or a.direct:
            continue
        carrier = press(page, reading, a.head)
        inner = [
            m
            for m, (b, _) in enumerate(out)
            if m != n and m not in gone and (speaks_within(page, a, b) or (carrier and ends_with(page, a, b)))
        ]
        if not inner:
            continue
        if carrier:
            gone.add(n)
            for m in inner:
                out[m] = (out[m][0], a.head)
        elif message_of(page, a) and (mine := chain_of(page, reading, out[inner[0]][0])) and mine.kind == "state":
            gone.add(n)
            body = chain_of(page, reading, a)
            if body and body.country == mine.country:
                out[inner[0]] = (replace(out[inner[0]][0], head=a.head, source=a.source), out[inner[0]][1])
    return [x for n, x in enumerate(out) if n not in gone]


def citing(page: Page, a: Attribution) -> bool:
    """Whether an attribution only says on whose word another rests ("Reuters, citing two officials, reported")."""
    if a.place is None or a.place.cue.words[0] not in ("cite", "quote") or page.parse.tags[a.place.head] != "VBG":
        return False
    return not a.direct and any(
        speaks(page, i) or page.parse.lemmas[i] in RESTS_ON for i in objects(page, a.place.head)
    )


def cited_by(page: Page, a: Attribution) -> int | None:
    """Whom the press cites for what it says: "citing two officials"."""
    if a.place is None or a.place.cue.part != "verb":
        return None
    parse, verb = page.parse, a.place.head
    for cite in (c for host in (verb, *parse.kids(verb, "nsubj")) for c in parse.kids(host, "advcl", "acl")):
        if parse.lemmas[cite] in ("cite", "quote") and parse.tags[cite] == "VBG":
            return next((i for i in objects(page, cite) if speaks(page, i)), None)
    return None


def objects(page: Page, verb: int) -> tuple[int, ...]:
    """The objects of a verb."""
    return page.parse.kids(verb, "dobj")


def speaks_within(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether the outer attribution is set around the whole of the inner one, cue and all, on the same level."""
    if inner.place is None or outer.place is None or inner.place.cue.kind not in ("say", "judge", "think"):
        return False
    cue = page.parse.starts[inner.place.head]
    return (
        page.same_level(inner.place.head, outer.place.head)
        and any(s <= cue < e for s, e in outer.pieces)
        and page.parse.sentence_of[inner.place.head] == page.parse.sentence_of[outer.place.head]
    )


def ends_with(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether a sentence says the inner attribution first and ends with the outer one's cue."""
    parse = page.parse
    if inner.place is None or outer.place is None or inner.place.cue.kind not in ("say", "judge", "think"):
        return False
    a, b = inner.place.head, outer.place.head
    same = parse.sentence_of[a] == parse.sentence_of[b] and page.same_level(a, b)
    return same and a < b and parse.sentences[parse.sentence_of[b]][1] - b < 4


def press(page: Page, reading: Reading, head: int) -> bool:
    """Whether a source is the press."""
    chain = reading.chain_at(antecedent(page.parse, head))
    return is_press(page, head) or (chain is not None and chain.kind == "media")


def message_of(page: Page, a: Attribution) -> bool:
    """Whether a source is named by its message: "according to a statement by the ministry"."""
    if a.place is None or a.place.cue.part != "phrase":
        return False
    lemmas = page.parse.lemmas
    return any(lemmas[i] in nouns("messages") for i in range(a.place.anchor + 1, min(a.place.anchor + 4, len(lemmas))))


def chain_of(page: Page, reading: Reading, a: Attribution) -> Chain | None:
    """The chain of an attribution's source."""
    return None if a.head is None else reading.chain_at(antecedent(page.parse, a.head))


def quoting(page: Page, a: Attribution) -> int | None:
    """Who quotes, of "was quoted by the agency as saying" and "the agency cited him as saying"."""
    parse = page.parse
    if a.place is None or parse.deps[a.place.head] != "pcomp":
        return None
    verb = parse.heads[parse.heads[a.place.head]]
    if parse.lemmas[verb] not in ("quote", "cite", "report", "paraphrase"):
        return None
    for by in parse.kids(verb, "agent"):
        for noun in parse.kids(by, "pobj"):
            return noun
    subjects = parse.kids(verb, "nsubj")
    return subjects[0] if subjects else None
