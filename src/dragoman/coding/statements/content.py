"""What a cue's content is, by grammar: the clause, infinitive or phrase that the cue takes."""

from dragoman.coding.cues import PREPOSITIONS
from dragoman.coding.statements.clauses import WH, is_that_clause, of_clause
from dragoman.coding.statements.found import Place, Range
from dragoman.coding.statements.grammar import is_passive, trimmed
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.stretch import Content, whole
from dragoman.model.parse import Parse

PARTICLES = frozenset({"mark", "prep", "agent", "dative", "prt", "advmod"})
GOVERNED = frozenset({"object", "who-to", "ing"})
RESTS = frozenset({"prep", "advmod", "acomp", "xcomp", "oprd", "acl", "advcl", "npadvmod"})
SHORT = 4


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


def after_particle(parse: Parse, place: Place) -> Content | None:
    """What stands after a cue that ends in a preposition: "called for calm", "called on both sides to stop"."""
    for clause in parse.kids(place.head, "advcl", "xcomp", "ccomp"):
        if place.anchor in parse.kids(clause, "mark"):  # "called for the border to be opened"
            return whole(parse, "object", place.anchor + 1, parse.edges[clause][1])
    found = of_preposition(parse, place.anchor, "object")
    if found and "who-to" in place.cue.takes:
        for clause in parse.kids(place.head, "xcomp", "advcl", "ccomp"):
            if clause >= found.end and any(parse.tags[a] == "TO" for a in parse.kids(clause, "aux")):
                return whole(parse, "who-to", found.start, parse.edges[clause][1])
    return found


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
    """A gerund ("denied taking part", "denied having taken part")."""
    parse = page.parse
    for clause in parse.kids(place.head, "xcomp", "pcomp", "ccomp"):
        gerund = parse.tags[clause] == "VBG" or any(
            parse.tags[a] == "VBG" for a in parse.kids(clause, "aux", "auxpass")
        )
        if gerund and clause > place.head and not parse.kids(clause, "nsubj", "nsubjpass"):
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
    """What an object is called within its own phrase: "deemed the bridge unsafe", "called the raid, his, a crime"."""
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
