"""What it does to say that a deed happened, or did not: to tell of a wrong to one's own side charges whoever did it.

("Peru said Chile had shelled its port" accuses Chile, a news agency that tells of it nobody; "Chile said it had
shelled nobody" denies it.)
"""

from dataclasses import replace

from dragoman.coding.arguments_actors import participants
from dragoman.coding.arguments_told import NO_PARTY, side_of, sides
from dragoman.coding.events_match import Coded, Scene
from dragoman.coding.events_tone import NOT_ITS_OWN
from dragoman.coding.status_told import told as status
from dragoman.model.speech import Statement

WRONGS = frozenset({"ASSAULT", "COERCE"})


def saying(scene: Scene, i: int, deed: Coded) -> Coded | None:
    """The charge or the denial that it is to say at token `i` that `deed` happened, or did not; None where neither."""
    voices = scene.cast.voices.get(i)
    if not voices or deed.type not in WRONGS or not is_party(scene, voices[-1]):
        return None
    cast, told = scene.cast, status(scene.cast.parse, deed.trigger, True)
    own = side_of(cast.reading.chain(voices[-1].speaker or ""))
    doers, victims = (sides(cast, participants(cast, t)) for t in (deed.source, deed.target))
    if not is_point(scene, i, voices[-1]):
        return None
    if told == "asserted" and doers and own in victims - doers:
        return charge(scene, deed)
    if told == "denied" and (own in doers or not (doers or own in victims)):
        return denial(scene, deed)
    return None


def is_party(scene: Scene, voice: Statement) -> bool:
    """Whether a statement is somebody's own word in a quarrel, not a report of it."""
    if voice.act in NOT_ITS_OWN or voice.speaker is None:
        return False
    return scene.cast.reading.chain(voice.speaker).kind not in NO_PARTY


def is_point(scene: Scene, i: int, voice: Statement) -> bool:
    """Whether verb `i` is what a statement comes to say: the head of its words, or joined to it."""
    parse = scene.cast.parse
    inside = range(*parse.tokens(voice.content))
    while parse.deps[i] == "conj":
        i = parse.heads[i]
    said = parse.heads[i] == i or (parse.deps[i] == "ccomp" and parse.heads[i] not in inside)
    return said and parse.pos[i] in ("VERB", "AUX")


def charge(scene: Scene, deed: Coded) -> Coded:
    """The accusation that it is to say that a deed happened."""
    frame = scene.codebook.said["tone", "blame"][0]
    return replace(deed, frame=frame, type="ACCUSE", mode="allege", cameo="112", source=(), target=deed.source)


def denial(scene: Scene, deed: Coded) -> Coded:
    """The denial that it is to say that a deed did not happen."""
    frame = scene.codebook.said["tone", "blame"][0]
    return replace(deed, frame=frame, type="DENY", mode=None, cameo="016", source=(), target=())
