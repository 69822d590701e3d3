"""What somebody does who speaks ill of another side in words that no frame knows."""

from collections.abc import Iterator

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.arguments_told import side_of
from dragoman.coding.events_match import Coded, Scene
from dragoman.coding.status import auxiliaries
from dragoman.model.parse import Parse

NOT_ITS_OWN = frozenset({"deny", "demand", "question", "promise", "praise"})  # whose words of blame blame nobody
TELLING = frozenset({"ADJ", "NOUN", "VERB", "ADV"})


def toned(scene: Scene, told: frozenset[int]) -> Iterator[Coded]:
    """An accusation for each sentence of a statement that blames and tells nothing else (`told` are all triggers)."""
    parse = scene.cast.parse
    for start, end in parse.sentences:
        inside = [i for i in range(start, end) if i in scene.cast.voices]
        if not inside or any(i in told for i in inside):
            continue
        if any(v.act in NOT_ITS_OWN for v in scene.cast.voices[inside[0]]):
            continue
        blame = [i for i in inside if weighs(scene, i, scene.codebook.blame)]
        praise = [i for i in inside if weighs(scene, i, scene.codebook.praise)]
        if len(blame) > len(praise):
            yield from spoken(scene, blame[0])


def weighs(scene: Scene, i: int, tone: frozenset[str]) -> bool:
    """Whether the word at token `i` has this tone, and is not negated."""
    parse = scene.cast.parse
    if parse.pos[i] not in TELLING or scene.cast.reading.found_at(i):
        return False
    return (parse.lemmas[i] in tone or parse.words[i].lower() in tone) and not negated(parse, i)


def negated(parse: Parse, i: int) -> bool:
    """Whether token `i` or the clause it stands in is negated."""
    if any(parse.words[d].lower() == "no" for d in parse.kids(i, "det")):
        return True
    return auxiliaries(parse, verb_over(parse, i))[1]


def spoken(scene: Scene, i: int) -> Iterator[Coded]:
    """The accusation of a word of blame: aimed at whoever of another side its sentence names, or at nobody yet."""
    for frame in scene.codebook.said.get(("tone", "blame"), ()):
        yield Coded(i, frame, frame.type, frame.mode, frame.cameo, frame.contexts, (), rival(scene.cast, i), 0.0)


def rival(cast: Cast, i: int) -> tuple[int, ...]:
    """Of whom token `i` says it: the subject of its clause, else the actor nearest to it that is of another side."""
    voice = cast.voices[i][-1]
    own = {side_of(cast.reading.chain(voice.speaker))} if voice.speaker else set()
    start, end = cast.parse.sentences[cast.parse.sentence_of[i]]
    subjects = cast.parse.kids(verb_over(cast.parse, i), "nsubj", "nsubjpass")
    for j in (*subjects, *sorted(range(start, end), key=lambda j: abs(j - i))):
        found = cast.reading.found_at(j)
        if found and side_of(found[1]) not in own and found[1].kind != "media" and found[0].head == j:
            return (j,)
    return ()


def verb_over(parse: Parse, i: int) -> int:
    """The verb of the clause that token `i` stands in; the root where it is none."""
    while parse.pos[i] not in ("VERB", "AUX") and parse.heads[i] != i:
        i = parse.heads[i]
    return i
