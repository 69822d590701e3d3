"""Attributions that a cue makes by grammar: verbs, nouns and adjectives with what they take, and phrases."""

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.content import Content, content
from dragoman.coding.statements.found import Attribution, Place, Range
from dragoman.coding.statements.grammar import noun_phrase, subject, trimmed
from dragoman.coding.statements.voices import holder, responsible
from dragoman.model.parse import Parse


def attribution(parse: Parse, place: Place, lexicon: Lexicon) -> Attribution | None:
    """The attribution that one cue makes, with no content yet where only a quotation can give it one."""
    if place.cue.kind == "light":
        return None
    if place.cue.part == "phrase":
        return by_phrase(parse, place)
    found = content(parse, place)
    if place.cue.part == "verb":
        who = subject(parse, place.head)
    elif found is None:
        return None
    else:
        who = holder(parse, place.head, lexicon) if place.cue.part == "noun" else described(parse, place.head)
    return made(parse, place, who, found, lexicon)


def made(parse: Parse, place: Place, who: int | None, found: Content | None, lexicon: Lexicon) -> Attribution:
    """An attribution from its parts."""
    return Attribution(
        place,
        found.frame if found else "",
        noun_phrase(parse, who) if who is not None else None,
        responsible(parse, who, lexicon) if who is not None else None,
        chars(parse, found.pieces) if found else (),
        spread=chars(parse, (found.spread,))[0] if found else None,
    )


def chars(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Token ranges as code points."""
    return tuple((parse.starts[a], parse.ends[b - 1]) for a, b in ranges)


def described(parse: Parse, adjective: int) -> int | None:
    """Who is said to be so: "the farmers are convinced", "farmers, convinced that"."""
    head = parse.heads[adjective]
    if parse.deps[adjective] in ("amod", "acl", "appos", "relcl") and parse.pos[head] in ("NOUN", "PROPN"):
        return head
    return subject(parse, head) if parse.pos[head] in ("VERB", "AUX") else None


def by_phrase(parse: Parse, place: Place) -> Attribution | None:
    """The attribution of "according to X, …" and its like: the sentence without the phrase."""
    nouns = [c for c in parse.children[place.anchor] if c > place.anchor]
    if not nouns:
        return None
    who = nouns[0]
    source = noun_phrase(parse, who)
    start, stop = parse.sentences[parse.sentence_of[place.head]]
    high = parse.edges[who][1]
    high = source[1] if high > stop or any(parse.words[i] == "," for i in range(source[1], high)) else high
    pieces = tuple(r for r in (trimmed(parse, start, place.head), trimmed(parse, high, stop)) if r[0] < r[1])
    if not pieces:
        return Attribution(place, "", source, who, ())
    found = Content("clause", pieces, (pieces[0][0], pieces[-1][1]))
    return Attribution(place, "clause", source, who, chars(parse, found.pieces), spread=chars(parse, (found.spread,))[0])
