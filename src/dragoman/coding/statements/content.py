"""What a cue's content is, by grammar: the clause, infinitive or phrase that the cue takes."""

from dataclasses import dataclass

from dragoman.coding.cues import PREPOSITIONS
from dragoman.coding.statements.found import Place, Range
from dragoman.coding.statements.grammar import is_passive, trimmed
from dragoman.coding.statements.page import Page
from dragoman.model.parse import Parse

PARTICLES = frozenset({"prep", "agent", "dative", "prt", "advmod"})
GOVERNED = frozenset({"object", "who-to", "ing"})
ASIDES = frozenset({"who", "which", "where", "when", "whose", "whom"})
RESUMES = frozenset({"because", "including", "although", "though", "since", "unless", "so", "which", "if", "but"})
GLOSSES = frozenset({"joining", "becoming", "marking", "following", "ending", "prompting", "sparking", "drawing"})
CONTRASTS = frozenset({"even", "though", "although", "while", "whereas", "despite"})
RESTS = frozenset({"prep", "advmod", "acomp", "xcomp", "oprd", "acl", "advcl", "npadvmod"})
SHORT = 4
COPULAS = frozenset({"be", "become", "remain", "seem", "feel", "look", "sound", "appear", "make", "stay", "get"})
WH = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which"})


@dataclass(frozen=True, slots=True)
class Content:
    """The content of one cue in token ranges. `spread` also takes in the object that the content is about."""

    frame: str
    pieces: tuple[Range, ...]
    spread: Range

    @property
    def start(self) -> int:
        """Its first token."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """One past its last token."""
        return self.pieces[-1][1]


def content(page: Page, place: Place) -> Content | None:
    """The content that a verb or adjective takes, by the first of its frames that fits."""
    parse, takes = page.parse, place.cue.takes
    if place.cue.words[0] in ("cite", "quote") and of_as(page, place, "pcomp"):
        return None
    if place.cue.kind == "seem" and place.cue.part == "verb":
        return appearance(page, place)
    if place.anchor != place.head and takes & GOVERNED and parse.deps[place.anchor] in PARTICLES:
        found = after_particle(parse, place)
        if found:
            return found
    for frame in ("clause", "to", "ing", "as", "pred"):
        if frame in takes or (frame == "clause" and "wh" in takes) or (frame == "to" and "who-to" in takes):
            found = FINDERS[frame](page, place)
            if found:
                return found
    for frame in PREPOSITIONS:
        if frame in takes:
            found = of_frame(parse, place, frame)
            if found:
                return found
    return of_object(parse, place) if "object" in takes else None


def whole(parse: Parse, frame: str, start: int, end: int, wide: int | None = None) -> Content | None:
    """A content of one piece, without marks at its edges."""
    start, end = trimmed(parse, start, end)
    return Content(frame, ((start, end),), (start if wide is None else min(start, wide), end)) if start < end else None


def pieces(parse: Parse, frame: str, *ranges: Range) -> Content | None:
    """A content of several pieces."""
    kept = tuple(r for r in (trimmed(parse, *r) for r in ranges) if r[0] < r[1])
    return Content(frame, kept, (kept[0][0], kept[-1][1])) if kept else None


def after_particle(parse: Parse, place: Place) -> Content | None:
    """What stands after a cue that ends in a preposition: "called for calm", "called on both sides to stop"."""
    found = of_preposition(parse, place.anchor, "object")
    if found and "who-to" in place.cue.takes:
        for clause in parse.kids(place.head, "xcomp", "advcl", "ccomp"):
            if clause >= found.end and any(parse.tags[a] == "TO" for a in parse.kids(clause, "aux")):
                return whole(parse, "who-to", found.start, parse.edges[clause][1])
    return found


def of_clause(page: Page, place: Place) -> Content | None:
    """A clause: after the cue ("said it would"), before it ("It would, he said") or around it ("It, he said, would")."""
    parse, verb = page.parse, place.head
    if place.cue.kind == "say" and place.cue.part == "verb" and at_the_end(parse, verb):
        return said_before(page, verb)
    part_of_cue = [i for i in parse.kids(verb, "ccomp") if i in place.tokens]
    clauses = parse.kids(part_of_cue[0], "ccomp", "csubj") if part_of_cue else parse.kids(verb, "ccomp")
    for clause in (c for c in clauses if c > verb and is_whole(parse, verb, c)):
        start, end = parse.edges[clause]
        begin = after_that(parse, max(start, place.tokens[-1] + 1), clause)
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


def is_whole(parse: Parse, verb: int, clause: int) -> bool:
    """Whether a clause has its subject, or may lack it ("which Kyiv said had failed"), so that it is no parser's slip."""
    if parse.kids(clause, "nsubj", "nsubjpass", "csubj", "expl", "csubjpass") or parse.deps[verb] in ("relcl", "acl"):
        return True
    return parse.tags[clause] in ("VB", "VBG") or parse.words[parse.edges[clause][0] - 1] != ","


def goes_on(parse: Parse, verb: int) -> Range:
    """The rest of a sentence whose content goes on after its cue: "It failed, he said, because nobody came"."""
    stop = parse.sentences[parse.sentence_of[verb]][1]
    i = verb + 1
    while i < stop and parse.words[i] != ",":
        i += 1
    if i + 1 < stop and parse.words[i + 1].lower() in RESUMES and i - verb < 9:
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
        if word in CONTRASTS or (word in GLOSSES and parse.deps[i + 1] == "advcl") or relative_tail(parse, i, start, end):
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


def of_infinitive(page: Page, place: Place) -> Content | None:
    """An infinitive ("to lift the siege"), with the one who is to act where the cue names one."""
    parse, verb = page.parse, place.head
    for clause in parse.kids(verb, "xcomp", "ccomp", "advcl"):
        if clause > verb and any(parse.tags[a] == "TO" for a in parse.kids(clause, "aux")):
            start, end = parse.edges[clause]
            objects = [o for o in parse.kids(verb, "dobj", "dative") if o < clause]
            if parse.deps[clause] == "advcl" and not (objects and "who-to" in place.cue.takes):
                continue
            if objects and "who-to" in place.cue.takes:
                return whole(parse, "who-to", parse.edges[objects[0]][0], end)
            if not objects:
                return whole(parse, "to", start, end, passive_start(parse, verb))
    return None


def passive_start(parse: Parse, verb: int) -> int | None:
    """Where the subject of a passive begins, which is part of what is expected or feared of it."""
    if is_passive(parse, verb):
        for noun in parse.kids(verb, "nsubjpass", "nsubj"):
            return parse.edges[noun][0]
    return None


def appearance(page: Page, place: Place) -> Content | None:
    """What seems so: the whole clause around the cue, or the clause after "it seems"."""
    parse, verb = page.parse, place.head
    if parse.kids(verb, "ccomp"):
        return of_clause(page, place)
    subjects = parse.kids(verb, "nsubj", "nsubjpass")
    rest = parse.kids(verb, "xcomp", "oprd", "acomp", "prep")
    return whole(parse, "clause", parse.edges[subjects[0]][0], parse.edges[rest[-1]][1]) if subjects and rest else None


def of_gerund(page: Page, place: Place) -> Content | None:
    """A gerund ("denied taking part")."""
    parse = page.parse
    for clause in parse.kids(place.head, "xcomp", "pcomp"):
        if parse.tags[clause] == "VBG" and clause > place.head:
            return whole(parse, "ing", *parse.edges[clause])
    return None


def of_as(page: Page, place: Place, takes: str = "") -> Content | None:
    """What something is said to be: "described the raid as a provocation", object and all.

    Where `takes` is given, "as" must take a dependent of that label.
    """
    parse, verb = page.parse, place.head
    objects = [o for o in parse.kids(verb, "dobj") if o > verb]
    for host in (verb, *objects):
        for link in parse.kids(host, "prep", "mark"):
            if takes and not parse.kids(link, takes):
                continue
            if parse.words[link].lower() == "as" and link > verb and parse.edges[link][1] > link + 1:
                before = [o for o in objects if o < link]
                start = parse.edges[before[0]][0] if before else link + 1
                return whole(parse, "as", start, parse.edges[link][1], passive_start(parse, verb))
    return None


def of_predicate(page: Page, place: Place) -> Content | None:
    """What something is called: "called the vote a farce"."""
    parse, verb = page.parse, place.head
    for clause in parse.kids(verb, "oprd", "ccomp", "xcomp"):
        if clause > verb:
            start, end = parse.edges[clause]
            named = parse.kids(clause, "nsubj")
            begin = parse.edges[named[0]][1] if named and parse.edges[named[0]][1] <= clause else start
            objects = [o for o in (*parse.kids(verb, "dobj"), *named) if o < clause]
            wide = min([parse.edges[o][0] for o in objects], default=begin)
            passive = passive_start(parse, verb)
            return whole(parse, "pred", begin, end, wide if passive is None else passive)
    objects = [o for o in parse.kids(verb, "dobj", "dative") if o > verb]
    if len(objects) > 1:
        return whole(parse, "pred", *parse.edges[objects[1]], parse.edges[objects[0]][0])
    return after_noun(parse, objects[0]) if objects else None


def after_noun(parse: Parse, noun: int) -> Content | None:
    """What an object is called inside its own phrase: "deemed the bridge unsafe", "called the raid, his third, a crime"."""
    start, end = parse.edges[noun]
    for i in parse.kids(noun, "amod"):
        if i > noun:
            return whole(parse, "pred", i, end, start)
    for i in range(end - 2, noun, -1):
        if parse.words[i] == "," and parse.words[i + 1].lower() in ("a", "an"):
            return whole(parse, "pred", i + 1, end, start)
    return None


def of_frame(parse: Parse, place: Place, frame: str) -> Content | None:
    """What follows a preposition after the cue or its object: "accused him of lying"."""
    word = frame.removesuffix("-noun")
    objects = [o for o in parse.kids(place.head, "dobj") if o > place.head]
    for host in (place.head, *objects):
        for link in parse.kids(host, "prep", "dative"):
            if parse.words[link].lower() == word and link > place.head:
                found = of_preposition(parse, link, word)
                if found and (objects or word != "on" or place.cue.kind != "judge"):
                    passive = passive_start(parse, place.head)
                    wide = min([parse.edges[o][0] for o in objects if o < link], default=found.start)
                    start = wide if frame in ("to-noun", "on") else found.start
                    low = wide if passive is None else passive
                    return Content(word, ((start, found.end),), (min(low, start), found.end))
    return None


def of_preposition(parse: Parse, link: int, frame: str) -> Content | None:
    """What a preposition takes."""
    for child in parse.kids(link, "pcomp", "pobj", "prep"):
        if child > link:
            return whole(parse, frame, *parse.edges[child])
    return None


def of_noun(parse: Parse, place: Place) -> Content | None:
    """What a claim, fear or plan says: "the claim that …", "the plan to …", "fears of …"."""
    noun, takes = place.head, place.cue.takes
    for clause in parse.kids(noun, "acl", "ccomp", "relcl", "xcomp", "advcl"):
        start, end = parse.edges[clause]
        first = parse.words[start].lower()
        if clause < noun:
            continue
        if "clause" in takes and is_that_clause(parse, clause, "pobj", "advmod"):
            return whole(parse, "clause", start + 1, end)
        if "wh" in takes and first in WH:
            return whole(parse, "clause", start, end)
        if "to" in takes and first == "to" and parse.tags[start] == "TO":
            return whole(parse, "to", start, end)
    for frame in PREPOSITIONS:
        if frame in takes:
            for link in parse.kids(noun, "prep"):
                if parse.words[link].lower() == frame.removesuffix("-noun") and link > noun:
                    return of_preposition(parse, link, frame)
    return None


def of_object(parse: Parse, place: Place) -> Content | None:
    """The cue's object: after it, as the subject of a passive, or before it ("the raid, which he denied")."""
    verb = place.head
    for noun in parse.kids(verb, "dobj"):
        if noun > verb:
            start, end = parse.edges[noun]
            for clause in parse.kids(verb, "xcomp", "advcl", "acl"):
                if parse.edges[clause][0] == end and parse.tags[end] == "TO":
                    end = parse.edges[clause][1]
            found = whole(parse, "object", start, end)
            return prolonged(parse, verb, found) if found and found.end - found.start < SHORT else found
    if parse.kids(verb, "agent"):
        for noun in parse.kids(verb, "nsubjpass"):
            return whole(parse, "object", *parse.edges[noun])
        if parse.deps[verb] == "acl":
            return whole(parse, "relative", *before_clause(parse, parse.heads[verb], verb))
    if parse.deps[verb] == "relcl" and parse.pos[parse.heads[verb]] in ("NOUN", "PROPN", "PRON"):
        return of_relative(parse, verb)
    return None


def prolonged(parse: Parse, verb: int, found: Content) -> Content:
    """A short object whose `spread` takes in what follows it without a comma ("showed the mayor ahead in the east")."""
    end = found.end
    for child in parse.children[verb]:
        if parse.edges[child][0] == end and parse.deps[child] in RESTS and parse.words[end] not in (",", ";"):
            end = parse.edges[child][1]
    return Content(found.frame, found.pieces, trimmed(parse, found.start, end))


def of_relative(parse: Parse, verb: int) -> Content | None:
    """What a relative clause says that somebody denied, wanted or feared; `spread` is the relative pronoun there."""
    pronouns = [i for i in parse.kids(verb, "dobj") if i < verb and parse.tags[i].startswith("W")]
    rest = parse.kids(verb, "dobj", "prep", "xcomp", "ccomp", "nsubjpass")
    if not parse.kids(verb, "nsubj") or [i for i in rest if i not in pronouns]:
        return None
    start, end = before_clause(parse, parse.heads[verb], verb)
    if pronouns and parse.words[pronouns[0] - 1] == ",":
        start, end = clause_before(parse, pronouns[0] - 1, start, end)
    found = whole(parse, "relative", start, end)
    if not found or not pronouns:
        return found
    return Content("relative", found.pieces, (pronouns[0], pronouns[0] + 1))


def clause_before(parse: Parse, comma: int, start: int, end: int) -> Range:
    """The clause that ends at the comma before "which", if the noun there stands in one, else the noun phrase."""
    at = end - 1
    while parse.heads[at] != at:
        at = parse.heads[at]
        low = parse.edges[at][0]
        if parse.deps[at] in ("ccomp", "pcomp", "advcl") and parse.pos[at] in ("VERB", "AUX") and low < start:
            return low, comma
    return start, end


def before_clause(parse: Parse, noun: int, clause: int) -> Range:
    """A noun phrase without a clause that hangs on it."""
    return trimmed(parse, parse.edges[noun][0], max(noun + 1, min(parse.edges[clause][0], parse.edges[noun][1])))


FINDERS = {"clause": of_clause, "to": of_infinitive, "ing": of_gerund, "as": of_as, "pred": of_predicate}
