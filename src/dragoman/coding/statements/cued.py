"""Attributions that a cue makes by grammar: verbs, nouns and adjectives with what they take, and phrases."""

import re

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.clauses import is_that_clause
from dragoman.coding.statements.content import content, of_noun
from dragoman.coding.statements.found import Attribution, Place, Range
from dragoman.coding.statements.grammar import RELATIVES, expletive, noun_phrase, subject, trimmed
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.stretch import Content, pieces, whole
from dragoman.coding.statements.voices import holder, responsible
from dragoman.model.parse import Parse

UNSPEAKING = frozenset({"way", "plan", "schedule", "law", "rule", "tradition", "need", "size", "taste", "ability"})


def attribution(page: Page, place: Place, lexicon: Lexicon) -> Attribution | None:
    """The attribution that one cue makes, with no content yet where only a quotation can give it one."""
    part = place.cue.part
    if place.cue.kind == "light":
        return None
    if part == "phrase":
        return by_phrase(page, place)
    if part == "noun" and (parse_fixed(page.parse, place.head) or said_in(page.parse, place.head, lexicon)):
        return None
    if part == "verb":
        who = subject(page, place.head) if place.cue.kind != "seem" else None
        return (
            None
            if generic(page.parse, place, who) or only_names(page.parse, place)
            else made(page, place, who, content(page, place), lexicon)
        )
    found = of_noun(page.parse, place) if part == "noun" else content(page, place)
    if found is None and part == "noun":
        found = beside_light(page.parse, place, lexicon)
    if found is None and "quote" not in place.cue.takes:
        return None
    who = holder(page, place.head, lexicon) if part == "noun" else described(page, place.head)
    if who is None and found and found.frame not in ("clause", "to"):
        return None
    return made(page, place, who, found, lexicon)


def only_names(parse: Parse, place: Place) -> bool:
    """Whether a participle only gives a thing its name: "a move called the bridge"."""
    verb = place.head
    bare = parse.tags[verb] in ("VBN", "VBD") and not parse.kids(verb, "agent", "nsubj", "aux", "auxpass", "nsubjpass")
    after_noun = verb > 0 and parse.pos[verb - 1] in ("NOUN", "PROPN") and parse.deps[verb] in ("acl", "dep")
    return (
        bare
        and after_noun
        and place.cue.words[0] in ("call", "dub", "name", "term", "title", "entitle", "label", "know")
    )


def generic(parse: Parse, place: Place, who: int | None) -> bool:
    """Whether nobody in particular speaks or thinks: "you know", "look at that"."""
    if who is None:
        commanded = parse.tags[place.head] == "VB" and not parse.kids(place.head, "aux", "auxpass")
        return commanded and parse.deps[place.head] in ("ROOT", "conj", "ccomp")
    return parse.words[who].lower() == "you" and place.cue.kind != "say"


def beside_light(parse: Parse, place: Place, lexicon: Lexicon) -> Content | None:
    """The clause of a noun that the parser hung on its light verb ("gave his word that …")."""
    verb = parse.heads[place.head]
    light = any(row.kind == "light" for row in lexicon.starting("verb", parse.lemmas[verb]))
    if parse.deps[place.head] != "dobj" or not light or "clause" not in place.cue.takes:
        return None
    for clause in parse.kids(verb, "ccomp"):
        if clause > place.head and is_that_clause(parse, clause):
            return whole(parse, "clause", parse.edges[clause][0] + 1, parse.edges[clause][1])
    return None


def said_in(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun only says in what form something was said ("declared in a statement that …")."""
    link = parse.heads[noun]
    verb = parse.heads[link]
    if parse.deps[noun] != "pobj" or parse.words[link].lower() not in ("in", "during") or parse.pos[verb] != "VERB":
        return False
    return any(row.kind == "say" for row in lexicon.starting("verb", parse.lemmas[verb]))


def parse_fixed(parse: Parse, noun: int) -> bool:
    """Whether a noun only serves a fixed phrase: "in order to", "in charge of"."""
    bare = not parse.kids(noun, "det", "poss", "amod")
    return bare and noun > 0 and parse.words[noun - 1].lower() == "in" and parse.lemmas[noun] in ("order", "charge")


def made(page: Page, place: Place, who: int | None, found: Content | None, lexicon: Lexicon) -> Attribution:
    """An attribution from its parts."""
    parse = page.parse
    head = responsible(page, who, lexicon) if who is not None else None
    return Attribution(
        place,
        found.frame if found else "",
        noun_phrase(parse, head) if head is not None else None,
        head,
        clipped(page, place.head, chars(parse, found.pieces)) if found else (),
        chars(parse, (found.spread,))[0] if found else None,
    )


def clipped(page: Page, cue: int, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Content kept inside the quotation that its cue stands in."""
    level = page.level[cue]
    if level == -1:
        return pieces
    q = page.quotes[level]
    return tuple((max(s, q.inner), min(e, q.outer)) for s, e in pieces if s < q.outer and e > q.inner)


def chars(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Token ranges as code points."""
    return tuple((parse.starts[a], hyphened(parse, parse.ends[b - 1])) for a, b in ranges)


def hyphened(parse: Parse, end: int) -> int:
    """Where the word ends of which the tokens before `end` are only the first part: "de-escalation"."""
    rest = re.match(r"-\w+", parse.source[end : end + 40])
    return end + rest.end() if rest else end


def described(page: Page, adjective: int) -> int | None:
    """Who is said to be so: "the farmers are convinced", "farmers, convinced that"."""
    parse = page.parse
    head = parse.heads[adjective]
    auxiliaries = parse.kids(adjective, "aux", "auxpass", "cop")
    own = [i for v in (adjective, *auxiliaries) for i in parse.kids(v, "nsubjpass", "nsubj")]
    if own:
        return None if expletive(parse, own[0], head) else own[0]
    if parse.deps[adjective] in ("amod", "acl", "appos", "relcl") and parse.pos[head] in ("NOUN", "PROPN"):
        return head
    return subject(page, head) if parse.pos[head] in ("VERB", "AUX") else None


def by_phrase(page: Page, place: Place) -> Attribution | None:
    """The attribution of "according to X, …" and its like: the sentence without the phrase."""
    parse = page.parse
    nouns = [c for c in parse.children[place.anchor] if c > place.anchor]
    if not nouns:
        return None
    who = nouns[0]
    if parse.lemmas[who] in UNSPEAKING:
        return None
    source = noun_phrase(parse, who)
    start, stop = bounds(page, place.head)
    high = phrase_end(parse, who, source[1], stop)
    if parse.words[trimmed(parse, start, place.head)[1] - 1].lower() in RELATIVES:
        start = place.head  # "who, according to X, …": the rest of the relative clause
    found = pieces(parse, "around", *beside_phrase(parse, start, place.head, high, stop))
    if not found:
        return Attribution(place, "", source, who, ())
    content = clipped(page, place.head, chars(parse, found.pieces))
    return Attribution(place, "around", source, who, content, (content[0][0], content[-1][1]) if content else None)


def bounds(page: Page, token: int) -> Range:
    """The stretch of a sentence that a phrase speaks for: its brackets, or what semicolons and colons part off."""
    parse = page.parse
    start, stop = parse.sentences[parse.sentence_of[token]]
    for i in range(token - 1, start, -1):
        if parse.words[i] == "(" or (parse.words[i] in (";", ":") and page.level[i] == page.level[token]):
            start = i + 1
            break
    end = next((i for i in range(token, stop) if parse.words[i] in (")", ";")), stop)
    return start, end


def beside_phrase(parse: Parse, start: int, low: int, high: int, stop: int) -> tuple[Range, ...]:
    """Which side of "according to X" its content is on: the side with the main clause, or both halves of one clause."""
    root = parse.sentences[parse.sentence_of[low]][0]
    while parse.heads[root] != root:
        root = parse.heads[root]
    verbs = any(parse.pos[i] in ("VERB", "AUX") for i in range(start, low))
    if start <= root < low:
        return ((start, low),) if verbs else ((start, low), (high, stop))
    if verbs and high < stop and root >= high:
        return ((high, stop),)
    return (start, low), (high, stop)


def phrase_end(parse: Parse, who: int, least: int, stop: int) -> int:
    """Where "according to X" ends: at the end of X with its relative clause, or at the comma before the content."""
    high = min(parse.edges[who][1], stop)
    first = parse.edges[who][0]
    opens = first - 2 <= parse.sentences[parse.sentence_of[who]][0] + 1
    if not opens:
        return max(high, least)
    comma = next((i for i in range(least, high) if parse.words[i] == ","), max(high, least))
    asides = (parse.edges[r] for n in (who, *parse.kids(who, "appos")) for r in parse.kids(n, "relcl"))
    return next((end for low, end in asides if low == comma + 1 and end < stop), comma)
