"""Attributions that a cue makes by grammar: verbs with their clauses, phrases such as "according to"."""

from dragoman.coding.statements.content import Content, content
from dragoman.coding.statements.found import Attribution, Place, Range
from dragoman.coding.statements.grammar import noun_phrase, subject, trimmed
from dragoman.model.parse import Parse


def attribution(parse: Parse, place: Place) -> Attribution | None:
    """The attribution that one cue makes; None where it has neither content nor a source."""
    if place.cue.part == "phrase":
        return by_phrase(parse, place)
    if place.cue.part != "verb":
        return None
    who = subject(parse, place.head)
    source = noun_phrase(parse, who) if who is not None else None
    found = content(parse, place)
    return Attribution(
        place,
        found.frame if found else "",
        source,
        who,
        chars(parse, found.pieces) if found else (),
        spread=chars(parse, (found.spread,))[0] if found else None,
    )


def chars(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Token ranges as code points."""
    return tuple((parse.starts[a], parse.ends[b - 1]) for a, b in ranges)


def by_phrase(parse: Parse, place: Place) -> Attribution | None:
    """The attribution of "according to X, …" and its like: the sentence without the phrase."""
    nouns = [c for c in parse.children[place.anchor] if c > place.anchor]
    if not nouns:
        return None
    who = nouns[0]
    source = noun_phrase(parse, who)
    start, stop = parse.sentences[parse.sentence_of[place.head]]
    low, high = place.head, max(source[1], parse.edges[who][1] if parse.edges[who][1] <= stop else source[1])
    pieces = tuple(r for r in (trimmed(parse, start, low), trimmed(parse, high, stop)) if r[0] < r[1])
    if not pieces:
        return Attribution(place, "", source, who, ())
    found = Content("clause", pieces, (pieces[0][0], pieces[-1][1]))
    return Attribution(
        place, "clause", source, who, chars(parse, found.pieces), spread=chars(parse, (found.spread,))[0]
    )
