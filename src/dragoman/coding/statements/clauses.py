"""What a cue says, where it is a clause: after the cue, before it, around it, or hung elsewhere by the parser."""

from dragoman.coding.statements.found import Place, Range
from dragoman.coding.statements.grammar import temporal, trimmed
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.stretch import Content, pieces, whole
from dragoman.model.parse import Parse

ASIDES = frozenset({"who", "which", "where", "when", "whose", "whom"})
RESUMES = frozenset({"because", "including", "although", "though", "since", "unless", "so", "which", "if", "but"})
GLOSSES = frozenset({"joining", "becoming", "marking", "following", "ending", "prompting", "sparking", "drawing"})
CONTRASTS = frozenset({"even", "though", "although", "while", "whereas", "despite"})
COPULAS = frozenset({"be", "become", "remain", "seem", "feel", "look", "sound", "appear", "make", "stay", "get"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WH = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which"})


def of_clause(page: Page, place: Place) -> Content | None:
    """A clause after the cue ("said it would"), before it ("It would, he said") or around it ("It, he said, would")."""
    parse, verb = page.parse, place.head
    if place.cue.kind == "say" and place.cue.part == "verb" and at_the_end(parse, verb):
        return said_before(page, verb)
    part_of_cue = [i for i in parse.kids(verb, "ccomp") if i in place.tokens]
    clauses = parse.kids(part_of_cue[0], "ccomp", "csubj", "advcl") if part_of_cue else parse.kids(verb, "ccomp")
    for clause in (c for c in clauses if c > verb and (is_whole(parse, verb, c) or split_off(parse, verb, c))):
        start, end = parse.edges[clause]
        start = split_off(parse, verb, clause) or start
        begin = after_that(parse, max(start, place.tokens[-1] + 1), clause)
        later = (c for c in parse.kids(verb, "conj", "ccomp", "advcl") if c > clause and adds_to(parse, clause, c))
        end = max([end, *(parse.edges[c][1] for c in later)])
        return whole(parse, "clause", begin, without_aside(page, verb, begin, end))
    for clause in (c for c in clauses if c < verb):
        start = parse.edges[verb][0] if page.level[clause] in (page.level[verb], -1) else parse.edges[clause][0]
        stop = before_cue(parse, verb, clause)
        start = past_colon(page, start, stop)
        found = pieces(parse, "before", (past_contrast(parse, start, stop), stop), goes_on(parse, verb))
        return found and Content(found.frame, found.pieces, (start, found.end))
    found = misplaced(parse, place)
    if found:
        return found
    if place.cue.part != "verb" or "clause" not in place.cue.takes or not parse.kids(verb, "nsubj"):
        return None
    if place.cue.kind != "say":
        return None
    if any(parse.words[m].lower() == "as" for m in parse.kids(verb, "mark", "advmod")):
        return as_clause(parse, verb)
    if parse.deps[verb] in ("parataxis", "ccomp") and parse.heads[verb] != verb:
        return interrupted(parse, verb)
    return trailing(page, verb)


def at_the_end(parse: Parse, verb: int) -> bool:
    """Whether a sentence ends in ", X said", whatever the parser made of it."""
    start, stop = parse.sentences[parse.sentence_of[verb]]
    if stop - verb > 3 or any(parse.pos[i] != "PUNCT" for i in range(verb + 1, stop)):
        return False
    subjects = [i for i in parse.kids(verb, "nsubj") if i < verb and parse.words[i].lower() not in ASIDES | {"that"}]
    low = min((parse.edges[i][0] for i in subjects), default=start)
    return low > start + 3 and parse.words[low - 1] == ","


def said_before(page: Page, verb: int) -> Content | None:
    """The content before ", X said" at the end of a sentence."""
    parse = page.parse
    start = parse.sentences[parse.sentence_of[verb]][0]
    stop = min(parse.edges[i][0] for i in parse.kids(verb, "nsubj") if i < verb) - 1
    begin = past_colon(page, start, stop)
    found = pieces(parse, "before", (past_contrast(parse, begin, stop), stop))
    return found and Content(found.frame, found.pieces, (begin, found.end))


def past_contrast(parse: Parse, start: int, stop: int) -> int:
    """Where a content before its cue begins without the reporter's own "While this happened, …"."""
    if parse.words[start].lower() in ("while", "although", "though", "whereas"):
        host = parse.heads[start]
        end = parse.edges[host][1] if host != start else start
        if start < end < stop - 3 and parse.words[end] == ",":
            return end + 1
    return start


def past_colon(page: Page, start: int, end: int) -> int:
    """Where a content before its cue begins: after the last colon or semicolon outside quotations."""
    for i in range(end - 4, start, -1):
        if page.parse.words[i] in (":", ";") and page.level[i] == page.level[end - 1] == -1:
            return i + 1
    return start


def backshifted(parse: Parse, verb: int) -> bool:
    """Whether a second verb beside a verb of saying belongs to what is said ("said it was lost and would sink")."""
    if parse.kids(verb, "nsubj", "nsubjpass"):
        return False
    return any(parse.words[a].lower() in ("would", "could", "might", "should") for a in parse.kids(verb, "aux"))


def adds_to(parse: Parse, clause: int, other: int) -> bool:
    """Whether a second clause that the parser hung on the cue belongs to what is said.

    ("said it was lost and would sink", "… , but that it would float", "said it hit a rock, turned over, and sank".)
    """
    start = parse.edges[other][0]
    if parse.deps[other] == "conj" and (backshifted(parse, other) or is_that_clause(parse, other)):
        return True
    listed = start == other and parse.words[start - 1] == "," and parse.edges[clause][1] in (start, start - 1)
    alike = parse.tags[other] == parse.tags[clause] and parse.tags[other] in FINITE
    last = range(other + 1, parse.edges[other][1])
    return listed and alike and any(parse.deps[i] == "conj" and parse.tags[i] in FINITE for i in last)


def split_off(parse: Parse, verb: int, clause: int) -> int | None:
    """Where a clause begins whose subject the parser hung on "said" itself ("said trade, once brisk, was over")."""
    finite = parse.tags[clause] in FINITE or bool(parse.kids(clause, "aux", "auxpass"))
    if parse.lemmas[verb] != "say" or not finite or parse.kids(clause, "nsubj", "nsubjpass"):
        return None
    for noun in parse.kids(verb, "dobj", "ccomp"):
        low, high = parse.edges[noun]
        if (
            parse.pos[noun] in ("NOUN", "PROPN")
            and low == verb + 1
            and noun < clause
            and high <= parse.edges[clause][0]
        ):
            return low
    return None


def is_whole(parse: Parse, verb: int, clause: int) -> bool:
    """Whether a clause has its subject or may lack it ("which Kyiv said had failed"), and is no slip of the parser."""
    start = parse.edges[clause][0]
    if parse.tags[start] == "VBG" and start != clause and parse.words[start - 1] == ",":
        return False  # "he said, adding that …"
    if any(
        parse.words[i].lower() == "which" and parse.pos[i - 1] == "ADP"
        for i in range(start + 1, min(start + 3, len(parse)))
    ):
        return False  # "…, in which three were killed" is the reporter's
    if parse.kids(clause, "nsubj", "nsubjpass", "csubj", "expl", "csubjpass") or parse.deps[verb] in ("relcl", "acl"):
        return True
    return parse.tags[clause] == "VB" or parse.words[parse.edges[clause][0] - 1] != ","


def goes_on(parse: Parse, verb: int) -> Range:
    """The rest of a sentence whose content goes on after its cue: "It failed, he said, because nobody came"."""
    stop = parse.sentences[parse.sentence_of[verb]][1]
    i = verb + 1
    while i < stop and parse.words[i] != ",":
        i += 1
    set_off = all(temporal(parse, j) or parse.pos[j] == "ADP" for j in range(verb + 1, i))
    if i + 1 < stop and parse.words[i + 1].lower() in RESUMES and (set_off or parse.kids(verb, "nsubj")[-1:] > (verb,)):
        return i + 1, stop
    return stop, stop


def misplaced(parse: Parse, place: Place) -> Content | None:
    """A clause that the parser hung elsewhere: "asked if …" as an adverbial, "assured voters that …" on the voters."""
    verb = place.head
    if "wh" in place.cue.takes:
        for clause in parse.kids(verb, "advcl", "xcomp"):
            if clause > verb and any(parse.words[m].lower() in ("if", "whether") for m in parse.kids(clause, "mark")):
                return whole(parse, "clause", *parse.edges[clause])
    if place.cue.part == "adjective":
        return beside_copula(parse, place)
    told = [n for p in parse.kids(verb, "prep") for n in parse.kids(p, "pobj")]
    for noun in (*parse.kids(verb, "dobj", "dative"), *told):
        for clause in parse.kids(noun, "acl", "relcl", "ccomp"):
            start, end = parse.edges[clause]
            if "clause" in place.cue.takes and is_that_clause(parse, clause, "pobj"):
                return whole(parse, "clause", start + 1, end)
    return None


def is_that_clause(parse: Parse, clause: int, *also: str) -> bool:
    """Whether a clause is begun by the conjunction "that", or by one that the parser labelled otherwise (`also`)."""
    start = parse.edges[clause][0]
    if parse.words[start].lower() != "that":
        return False
    own = [i for i in parse.kids(clause, "nsubj", "nsubjpass", "expl") if i != start]
    return parse.deps[start] == "mark" or (parse.deps[start] in also and bool(own))


def beside_copula(parse: Parse, place: Place) -> Content | None:
    """The clause of an adjective that the parser hung on its verb: "it is clear that …"."""
    verb = parse.heads[place.head]
    if parse.lemmas[verb] not in COPULAS:
        return None
    for clause in parse.kids(verb, "ccomp", "advcl", "xcomp"):
        start, end = parse.edges[clause]
        first = parse.words[start].lower()
        if clause > place.head and ((first == "that" and "clause" in place.cue.takes) or first in WH):
            return whole(parse, "clause", start + (first == "that"), end)
    return None


def after_that(parse: Parse, start: int, clause: int) -> int:
    """Where a clause begins after its "that"."""
    for mark in parse.kids(clause, "mark"):
        if parse.words[mark].lower() == "that" and mark <= start + 2:
            return max(start, mark + 1)
    others = [i for i in parse.kids(clause, "nsubj", "nsubjpass", "expl") if i != start]
    return start + 1 if parse.words[start].lower() == "that" and others else start


def without_aside(page: Page, cue: int, start: int, end: int) -> int:
    """Where a content ends without the reporter's own aside at its end (", who was freed last year")."""
    parse, level = page.parse, page.level[cue]
    for i in range(end - 2, start + 3, -1):
        if parse.words[i] != "," or page.level[i] != level:
            continue
        word = parse.words[i + 1].lower()
        if (
            word in CONTRASTS
            or (word in GLOSSES and parse.deps[i + 1] == "advcl")
            or relative_tail(parse, i, start, end)
        ):
            return i
    return end


def relative_tail(parse: Parse, comma: int, start: int, end: int) -> bool:
    """Whether a relative clause set off by a comma fills a range to its end."""
    if parse.words[comma + 1].lower() not in ASIDES:
        return False
    at = comma + 1
    while parse.deps[at] != "relcl" and parse.heads[at] != at and start <= parse.heads[at] < end:
        at = parse.heads[at]
    return parse.deps[at] == "relcl" and parse.edges[at][1] >= end - 1 and parse.edges[at][0] >= comma


def before_cue(parse: Parse, verb: int, clause: int) -> int:
    """Where a clause ends that stands before its cue: at the cue's subject, auxiliary or adverb."""
    last = parse.edges[clause][1]
    own = [parse.edges[c][0] for c in parse.children[verb] if clause < c < verb and parse.edges[c][0] >= last]
    return min([verb, *(i for i in own if parse.pos[i] != "PUNCT")])


def as_clause(parse: Parse, verb: int) -> Content | None:
    """What "as the ministry noted" is said of: the clause it is set into."""
    host = parse.heads[verb]
    low, high = parse.edges[verb]
    if host == verb or parse.deps[verb] != "advcl":
        return None
    start, end = parse.edges[host]
    return pieces(parse, "around", (start, low), (high, end))


def interrupted(parse: Parse, verb: int) -> Content | None:
    """The clause that a cue interrupts."""
    host = parse.heads[verb]
    low, high = parse.edges[verb]
    start, end = parse.edges[host]
    if not start <= low or not (comma_at(parse, low - 1) or parse.deps[verb] == "parataxis"):
        return None
    rest, _ = trimmed(parse, high, end)
    if rest < end and parse.tags[rest] == "VBG" and parse.words[rest].lower() not in RESUMES:
        end = high
    if low - start <= 2 and parse.words[start].lower() in ASIDES:
        start = low  # "who, they said, had fled"
    return pieces(parse, "around", (start, low), (high, end))


def trailing(page: Page, verb: int) -> Content | None:
    """The rest of a sentence that ends in ", X said", however the parser took it."""
    parse = page.parse
    start, stop = parse.sentences[parse.sentence_of[verb]]
    low, high = parse.edges[verb]
    if parse.deps[verb] in ("relcl", "acl", "advcl", "pcomp") or low <= start + 2 or not comma_at(parse, low - 1):
        return None
    start = past_colon(page, start, low)
    return whole(parse, "before", start, low) if trimmed(parse, high, stop)[0] >= stop else None


def comma_at(parse: Parse, i: int) -> bool:
    """Whether token i is a comma."""
    return i >= 0 and parse.words[i] == ","
