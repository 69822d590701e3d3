"""Whether an event is told as a fact, as denied, as possible, or as something that lies before the story."""

from dragoman.coding.events_match import Coded
from dragoman.model.event import Status
from dragoman.model.parse import Parse

POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def status(parse: Parse, coded: Coded) -> Status:
    """The status of an event in its clause."""
    v = coded.trigger
    if parse.kids(v, "neg"):
        return "denied"
    words = {parse.words[a].lower() for a in parse.kids(v, "aux")}
    marks = {parse.words[m].lower() for m in parse.kids(v, "mark")}
    if words & POSSIBLE or marks & CONDITIONS:
        return "hypothetical"
    if parse.tags[v] == "VBN" and any(parse.words[a].lower() == "had" for a in parse.kids(v, "aux")):
        return "background"
    return "asserted"
