"""Whose words a noun carries: the owner of a claim, the one who issued a statement."""

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.grammar import by_agent, is_passive, subject
from dragoman.model.parse import Parse

MESSAGES = frozenset(
    {
        "statement", "tweet", "post", "letter", "email", "message", "speech", "report", "interview", "memo", "note",
        "communique", "communiqué", "dispatch", "cable", "remark", "comment", "testimony", "declaration", "article",
        "release", "video", "address", "announcement", "briefing", "telegram", "bulletin", "thread", "op-ed", "essay",
        "document", "resolution", "text", "words", "warning", "reply", "response", "broadcast", "recording", "editorial",
    }
)  # fmt: skip


def responsible(parse: Parse, noun: int, lexicon: Lexicon) -> int:
    """Who stands behind a noun: of "a statement by the ministry" the ministry, of anybody else themselves."""
    if parse.lemmas[noun] in MESSAGES:
        found = holder(parse, noun, lexicon)
        return noun if found is None else found
    return noun


def holder(parse: Parse, noun: int, lexicon: Lexicon) -> int | None:
    """Whose claim, statement or fear a noun is."""
    for owner in parse.kids(noun, "poss"):
        return owner
    for link in parse.kids(noun, "prep", "agent"):
        if parse.words[link].lower() in ("by", "from", "among") or (
            parse.words[link].lower() == "of" and parse.lemmas[noun] in MESSAGES
        ):
            for owner in parse.kids(link, "pobj"):
                return owner
    return adjectival(parse, noun) or lender(parse, noun, lexicon)


def adjectival(parse: Parse, noun: int) -> int | None:
    """A people or a body named before the noun: "Iranian allegations", "a Pentagon report"."""
    named = {i for e in parse.entities if e.label in ("NORP", "ORG", "GPE", "PERSON") for i in range(e.start, e.end)}
    return next((c for c in parse.kids(noun, "amod", "compound") if c in named), None)


def lender(parse: Parse, noun: int, lexicon: Lexicon) -> int | None:
    """The subject of the verb that issues, voices or makes what the noun says."""
    verb, dep = parse.heads[noun], parse.deps[noun]
    if dep == "conj":
        verb, dep = parse.heads[verb], parse.deps[verb]
    if dep == "nsubjpass":
        return by_agent(parse, verb)
    if dep not in ("dobj", "attr", "oprd", "dative") or parse.pos[verb] not in ("VERB", "AUX"):
        return None
    known = any(row.kind in ("light", "say") for row in lexicon.starting("verb", parse.lemmas[verb]))
    return subject(parse, verb) if known and not (dep == "dobj" and is_passive(parse, verb)) else None
