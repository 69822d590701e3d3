"""Whose words a noun carries: the owner of a claim, the one who issued a statement."""

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.grammar import by_agent, is_passive, subject
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import NAMED, nouns, speaks
from dragoman.model.parse import Parse


def responsible(page: Page, noun: int, lexicon: Lexicon) -> int:
    """Who stands behind a noun: of "a statement by the ministry" the ministry, of anybody else themselves."""
    if page.parse.lemmas[noun] in nouns("messages"):
        found = holder(page, noun, lexicon)
        return noun if found is None else found
    return noun


def holder(page: Page, noun: int, lexicon: Lexicon) -> int | None:
    """Whose claim, statement or fear a noun is."""
    parse = page.parse
    owners = parse.kids(noun, "poss")
    if owners and parse.pos[owners[0]] != "PRON":
        return owners[0]
    for link in parse.kids(noun, "prep", "agent"):
        word = parse.words[link].lower()
        if word in ("by", "from", "among"):
            for owner in parse.kids(link, "pobj"):
                return owner
        if word == "of" and (parse.lemmas[noun] in nouns("messages") or says_more(parse, noun)):
            for owner in parse.kids(link, "pobj"):
                if speaks(page, owner):
                    return owner
    found = adjectival(page, noun)
    if found is None:
        found = lender(page, noun, lexicon)
    return owners[0] if found is None and owners else found


def says_more(parse: Parse, noun: int) -> bool:
    """Whether a noun has its content elsewhere than after "of" ("accusations of the envoy about the dam")."""
    about = any(parse.words[p].lower() in ("about", "against", "over") for p in parse.kids(noun, "prep"))
    return about or bool(parse.kids(noun, "acl", "relcl", "ccomp"))


def adjectival(page: Page, noun: int) -> int | None:
    """A people or a body named before the noun: "Iranian allegations", "a Pentagon report"."""
    return next((c for c in page.parse.kids(noun, "amod", "compound") if page.labels.get(c) in NAMED), None)


def lender(page: Page, noun: int, lexicon: Lexicon) -> int | None:
    """The subject of the verb that issues, voices or makes what the noun says."""
    parse = page.parse
    verb, dep = parse.heads[noun], parse.deps[noun]
    if dep == "conj":
        verb, dep = parse.heads[verb], parse.deps[verb]
    if dep == "nsubjpass":
        return by_agent(parse, verb)
    if dep == "pobj" and parse.words[verb].lower() in ("in", "during", "with", "on", "through", "by", "after"):
        verb = parse.heads[verb]
        return subject(page, verb) if parse.pos[verb] == "VERB" and not is_passive(parse, verb) else None
    if dep not in ("dobj", "attr", "oprd", "dative") or parse.pos[verb] not in ("VERB", "AUX"):
        return None
    known = any(row.kind in ("light", "say") for row in lexicon.starting("verb", parse.lemmas[verb]))
    return subject(page, verb) if known and not (dep == "dobj" and is_passive(parse, verb)) else None


def issuer(page: Page, noun: int, lexicon: Lexicon) -> int:
    """Who issued a message: by its own words, else by the last passage before that brings such a message in."""
    parse = page.parse
    found = holder(page, noun, lexicon)
    if found is not None:
        return found
    for i in range(noun - 1, -1, -1):
        if parse.words[i].lower() == parse.words[noun].lower() and page.same_level(i, noun) and brought_in(parse, i):
            found = holder(page, i, lexicon)
            if found is not None:
                return found
    return noun


def brought_in(parse: Parse, noun: int) -> bool:
    """Whether a message is named as new or as somebody's ("a statement", "its statement")."""
    return bool(parse.kids(noun, "poss")) or any(parse.words[d].lower() in ("a", "an") for d in parse.kids(noun, "det"))
