"""What a cue's content is, by grammar: the clause, infinitive or phrase that the cue takes."""

from dataclasses import dataclass

from dragoman.coding.cues import PREPOSITIONS
from dragoman.coding.statements.found import Place, Range
from dragoman.coding.statements.grammar import trimmed
from dragoman.model.parse import Parse


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


def content(parse: Parse, place: Place) -> Content | None:
    """The content that a cue takes, by the first of its frames that fits."""
    takes = place.cue.takes
    if place.cue.part == "noun":
        return of_noun(parse, place)
    if place.anchor != place.head and parse.deps[place.anchor] in ("prep", "agent", "dative"):
        return of_preposition(parse, place.anchor, "object")
    for frame in ("clause", "to", "ing", "as", "pred"):
        if frame in takes or (frame == "clause" and "wh" in takes) or (frame == "to" and "who-to" in takes):
            found = FINDERS[frame](parse, place)
            if found:
                return found
    for frame in PREPOSITIONS:
        if frame in takes:
            found = of_frame(parse, place, frame.removesuffix("-noun"))
            if found:
                return found
    return of_object(parse, place) if "object" in takes else None


def whole(parse: Parse, frame: str, start: int, end: int, wide: int | None = None) -> Content | None:
    """A content of one piece, without marks at its edges."""
    start, end = trimmed(parse, start, end)
    return Content(frame, ((start, end),), (start if wide is None else wide, end)) if start < end else None


def of_clause(parse: Parse, place: Place) -> Content | None:
    """A clause: after the cue ("said it would"), before it ("It would, he said") or around it ("It, he said, would")."""
    verb = place.head
    for clause in parse.kids(verb, "ccomp"):
        start, end = parse.edges[clause]
        if clause > verb:
            return whole(parse, "clause", after_that(parse, max(start, verb + 1), clause), end)
        return whole(parse, "clause", parse.edges[verb][0], before_cue(parse, verb, clause))
    if parse.deps[verb] in ("parataxis", "ccomp") and parse.heads[verb] != verb and subject_near(parse, verb):
        return around(parse, verb)
    return trailing(parse, verb)


def after_that(parse: Parse, start: int, clause: int) -> int:
    """Where a clause begins after its "that"."""
    for mark in parse.kids(clause, "mark"):
        if parse.words[mark].lower() == "that" and mark <= start + 2:
            return max(start, mark + 1)
    return start


def before_cue(parse: Parse, verb: int, clause: int) -> int:
    """Where a clause ends that stands before its cue: at the cue's subject, auxiliary or adverb."""
    last = parse.edges[clause][1]
    own = [parse.edges[c][0] for c in parse.children[verb] if clause < c < verb and parse.edges[c][0] >= last]
    words = [i for i in own if parse.pos[i] != "PUNCT"]
    return min([verb, *words])


def subject_near(parse: Parse, verb: int) -> bool:
    """Whether a verb has a subject of its own."""
    return bool(parse.kids(verb, "nsubj", "nsubjpass"))


def around(parse: Parse, verb: int) -> Content | None:
    """The clause that a cue interrupts."""
    host = parse.heads[verb]
    low, high = parse.edges[verb]
    start, end = parse.edges[host]
    if not start <= low or parse.deps[verb] == "ccomp" and not comma_at(parse, low - 1):
        return None
    pieces = tuple(r for r in (trimmed(parse, start, low), trimmed(parse, high, end)) if r[0] < r[1])
    return Content("clause", pieces, (pieces[0][0], pieces[-1][1])) if pieces else None


def trailing(parse: Parse, verb: int) -> Content | None:
    """The rest of a sentence that ends in ", X said", however the parser took it."""
    start, stop = parse.sentences[parse.sentence_of[verb]]
    low, high = parse.edges[verb]
    if not subject_near(parse, verb) or low <= start + 1 or trimmed(parse, high, stop)[0] < stop:
        return None
    return whole(parse, "clause", start, low) if comma_at(parse, low - 1) else None


def comma_at(parse: Parse, i: int) -> bool:
    """Whether token i is a comma."""
    return i >= 0 and parse.words[i] == ","


def of_infinitive(parse: Parse, place: Place) -> Content | None:
    """An infinitive ("to lift the siege"), with the one who is to act where the cue names one."""
    verb = place.head
    for clause in parse.kids(verb, "xcomp", "ccomp"):
        if clause > verb and any(parse.tags[a] == "TO" for a in parse.kids(clause, "aux")):
            start, end = parse.edges[clause]
            objects = [o for o in parse.kids(verb, "dobj", "dative") if o < clause]
            wide = parse.edges[objects[0]][0] if objects else start
            if objects and "who-to" in place.cue.takes:
                return whole(parse, "who-to", start, end, wide)
            if not objects:
                return whole(parse, "to", start, end)
    return None


def of_gerund(parse: Parse, place: Place) -> Content | None:
    """A gerund ("denied taking part")."""
    for clause in parse.kids(place.head, "xcomp", "pcomp"):
        if parse.tags[clause] == "VBG" and clause > place.head:
            return whole(parse, "ing", *parse.edges[clause])
    return None


def of_as(parse: Parse, place: Place) -> Content | None:
    """What something is said to be: "described the raid as a provocation", object and all."""
    verb = place.head
    for link in parse.kids(verb, "prep"):
        if parse.words[link].lower() == "as" and link > verb and parse.edges[link][1] > link + 1:
            objects = [o for o in parse.kids(verb, "dobj") if o < link]
            start = parse.edges[objects[0]][0] if objects else link + 1
            return whole(parse, "as", start, parse.edges[link][1])
    return None


def of_predicate(parse: Parse, place: Place) -> Content | None:
    """What something is called: "called the vote a farce"."""
    verb = place.head
    for clause in parse.kids(verb, "oprd", "ccomp", "xcomp"):
        if clause > verb:
            start, end = parse.edges[clause]
            named = parse.kids(clause, "nsubj")
            begin = parse.edges[named[0]][1] if named and parse.edges[named[0]][1] <= clause else start
            objects = [o for o in (*parse.kids(verb, "dobj"), *named) if o < clause]
            wide = min([parse.edges[o][0] for o in objects], default=begin)
            return whole(parse, "pred", begin, end, wide)
    return None


def of_frame(parse: Parse, place: Place, word: str) -> Content | None:
    """What follows a preposition after the cue or its object: "accused him of lying"."""
    objects = parse.kids(place.head, "dobj")
    for host in (place.head, *objects):
        for link in parse.kids(host, "prep"):
            if parse.words[link].lower() == word and link > place.head:
                found = of_preposition(parse, link, word)
                if found:
                    wide = min([parse.edges[o][0] for o in objects if o < link], default=found.start)
                    return Content(word, found.pieces, (wide, found.end))
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
        if "clause" in takes and first == "that" and parse.deps[start] == "mark":
            return whole(parse, "clause", start + 1, end)
        if "wh" in takes and first in ("whether", "how", "why", "what"):
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
    """The cue's object, or the subject of a passive cue."""
    for noun in parse.kids(place.head, "dobj"):
        if noun > place.head:
            return whole(parse, "object", *parse.edges[noun])
    return None


FINDERS = {"clause": of_clause, "to": of_infinitive, "ing": of_gerund, "as": of_as, "pred": of_predicate}
