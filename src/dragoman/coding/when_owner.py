"""What a time belongs to: the deed that it dates, by the grammar of its clause."""

from collections.abc import Collection

from dragoman.coding.status_told import goes_on
from dragoman.coding.status_words import HAPPENING
from dragoman.model.parse import Parse

# A clause that hangs on another by one of these shares its time ("On Friday they came and burnt the village").
SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "pcomp"})


def head_of(parse: Parse, start: int, end: int) -> int:
    return next((i for i in range(start, end) if not start <= parse.heads[i] < end), start)


def rank(parse: Parse, time: int, trigger: int, triggers: Collection[int]) -> int | None:
    """0 where the time hangs on the trigger, 1 on the verb that says it happened, 2 on a clause that shares it."""
    at = owner(parse, time, {*triggers, trigger})
    if at == trigger:
        return 0
    if parse.deps[at] == "acl" and _names_occasion(parse, parse.heads[at]):
        at = verb_above(parse, at)  # "at a ceremony held on Thursday he praised": praised on Thursday
    verb = trigger
    if at == verb:
        return 1
    if not is_verb(parse, trigger):
        verb = verb_above(parse, trigger)
        return 1 if at == verb and parse.lemmas[verb] in HAPPENING else None
    while shares(parse, verb):
        verb = verb_above(parse, verb)
        if at == verb:
            return 2
    noun = parse.heads[verb]  # "the 2020 war, in which …", "since 1991, when …"
    if parse.deps[verb] == "relcl" and _is_of_time(parse, verb) and (noun == time or parse.heads[time] == noun):
        return 2
    return None


def shares(parse: Parse, verb: int) -> bool:
    """Whether a clause has the time of the clause above it."""
    return parse.heads[verb] != verb and (parse.deps[verb] in SHARING or goes_on(parse, verb))


def tells_of(parse: Parse, time: int, trigger: int) -> bool:
    """Whether a deed is told in a relative clause of the time itself ("since May, when Peru shelled the port")."""
    at = trigger
    while parse.heads[at] != at and at != time:
        if parse.deps[at] == "relcl" and _is_of_time(parse, at):
            return True
        at = parse.heads[at]
    return False


def blames(parse: Parse, verb: int, time: int) -> bool:
    """Whether a time comes after what verb blames or thanks somebody for ("criticised them for leaving a year ago")."""
    return any(
        parse.deps[g] == "pcomp" and parse.words[parse.heads[g]].lower() == "for" and verb_above(parse, g) == verb
        for g in range(verb + 1, time)
    )


def _is_of_time(parse: Parse, verb: int) -> bool:
    """Whether a relative clause tells what happened at the time, or in the event, that it hangs on."""
    start, _ = parse.subtree(verb)
    return parse.words[start].lower() in ("when", "in", "during") and start < verb


def owner(parse: Parse, time: int, triggers: Collection[int]) -> int:
    """What a time belongs to: the first event or verb above it, or the noun it stands before ("the March attack")."""
    i = time
    while parse.heads[i] != i:
        below, i = i, parse.heads[i]
        if i in triggers or is_verb(parse, i) or (below == time < i and _keeps_its_time(parse, i, time)):
            break
    return i


def _keeps_its_time(parse: Parse, noun: int, time: int) -> bool:
    """Whether a time before a noun is the noun's alone, unlike in "fell in the 2020 war", "met at Friday's summit"."""
    link = parse.heads[time - 1]
    if time and parse.pos[time - 1] == "ADP" and link > noun and is_verb(parse, link):
        return False  # "On Monday Admiral Vega resigned", where the parser takes the day for his first name
    return parse.pos[noun] in ("NOUN", "PROPN") and not _names_occasion(parse, noun)


def _names_occasion(parse: Parse, noun: int) -> bool:
    return parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() in ("in", "at", "during")


def verb_above(parse: Parse, i: int) -> int:
    """The first verb above token i, or the top of its sentence."""
    while parse.heads[i] != i:
        i = parse.heads[i]
        if is_verb(parse, i):
            break
    return i


def is_verb(parse: Parse, i: int) -> bool:
    """Whether token i is a verb of any kind."""
    return parse.pos[i] in ("VERB", "AUX")
