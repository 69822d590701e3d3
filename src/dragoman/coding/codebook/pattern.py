"""The small language that frames are written in: "S impose @sanction (on|against T)"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import SettingsError

ROLES = frozenset("STCX")
DATIVE = frozenset({"to", "for"})
PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind between by concerning despite during "
    "for from in inside into near of off on onto out outside over past regarding round since through throughout to "
    "toward towards under until up upon via with within without alongside because".split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one place of a frame: a role, a class of nouns, or both, and whose noun it is.

    `role` is S (source), T (target), C (content), X (anything) or "" where only the noun matters. `nouns` are the
    lemmas allowed at its head (None: any). `owner` is the role of the noun's possessor ("T's embassy").
    """

    role: str
    nouns: frozenset[str] | None
    owner: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A frame as grammar: its trigger (`pos` and `lemma`, with `particle`) and what stands where around it.

    `subject` and `object` are slots of a verb; a passive has them the other way round. `preps` pairs prepositions
    with a slot. `clause` is the complement clause: its role and the role of the subject inside it, or None.
    """

    text: str
    pos: str
    lemma: str
    particle: str
    subject: Slot | None
    object: Slot | None
    preps: tuple[tuple[frozenset[str], Slot], ...]
    clause: tuple[str, str] | None

    @property
    def specificity(self) -> int:
        """How much the frame asks for: the more, the sooner it is believed."""
        slots = [s for s in (self.subject, self.object, *(s for _, s in self.preps)) if s]
        asked = sum(bool(s.needed) + 2 * bool(s.nouns) + bool(s.owner) for s in slots)
        return asked + 2 * bool(self.particle) + bool(self.clause)


def patterns(text: str, classes: Mapping[str, frozenset[str]]) -> list[Pattern]:
    """Read one written frame; triggers joined by | make one pattern each. Raises SettingsError for what it cannot read."""
    tokens = re.findall(r"\(|\)|[^\s()]+", text)
    if not tokens:
        raise SettingsError("a frame without words")
    if tokens[0] in ROLES:
        return verbs(text, tokens, classes)
    return nouns(text, tokens, classes)


def verbs(text: str, tokens: list[str], classes: Mapping[str, frozenset[str]]) -> list[Pattern]:
    """Read a frame that opens with its subject: "S condemn|deplore T (for C)", "S be angry at T"."""
    if len(tokens) < 2:
        raise SettingsError(f"no verb in {text!r}")
    subject = Slot(tokens[0], None, "", False)
    if tokens[1] == "be" and len(tokens) > 2 and tokens[2] not in PREPOSITIONS and tokens[2] not in "()":
        return [
            Pattern(text, "adj", word, "", subject, *around(text, tokens[3:], classes)) for word in tokens[2].split("|")
        ]
    rest = around(text, tokens[2:], classes)
    found = []
    for word in tokens[1].split("|"):
        lemma, _, particle = word.partition("_")
        found.append(Pattern(text, "verb", lemma, particle, subject, *rest))
    return found


def nouns(text: str, tokens: list[str], classes: Mapping[str, frozenset[str]]) -> list[Pattern]:
    """Read a frame whose trigger is a noun: "S's attack (on|against T)", "T's assassination (by S)"."""
    owner = None
    if tokens[0] in ("S's", "T's", "X's"):
        owner = Slot(tokens[0][0], None, "", False)
        tokens = tokens[1:]
    words = sorted(named(tokens[0], classes)) if tokens[0].startswith("@") else tokens[0].split("|")
    return [Pattern(text, "noun", word, "", owner, *around(text, tokens[1:], classes)) for word in words]


Around = tuple[Slot | None, tuple[tuple[frozenset[str], Slot], ...], tuple[str, str] | None]


def around(text: str, tokens: list[str], classes: Mapping[str, frozenset[str]]) -> Around:
    """Read what follows the trigger: object, prepositional slots, complement clause."""
    object_: Slot | None = None
    preps: list[tuple[frozenset[str], Slot]] = []
    clause: tuple[str, str] | None = None
    needed, i = True, 0
    while i < len(tokens):
        word, following = tokens[i], tokens[i + 1 : i + 3]
        if word in "()":
            needed = word == ")"
            i += 1
        elif word in ("that", "to") and following[1:] == ["C"]:
            clause = ("C", following[0])
            i += 3
        elif word == "that" and following[:1] == ["C"]:
            clause = ("C", "")
            i += 2
        elif set(word.split("|")) <= PREPOSITIONS and following and following[0] not in "()":
            preps.append((frozenset(word.split("|")), slot(text, following[0], following[1:], needed, classes)))
            i += 3 if following[0].endswith("'s") else 2
        else:
            if object_ and object_.role:  # "give T @aid": the first of two objects is a dative
                preps.append((DATIVE, object_))
            object_ = slot(text, word, following, needed, classes)
            i += 2 if word.endswith("'s") else 1
    return object_, tuple(preps), clause


def slot(text: str, word: str, following: list[str], needed: bool, classes: Mapping[str, frozenset[str]]) -> Slot:
    """Read one place: a role, a class (@talks), words (embassy|consulate), or a possessor and its noun (T's envoy)."""
    if word.endswith("'s"):
        if not following:
            raise SettingsError(f"a possessor without its noun in {text!r}")
        return Slot("", named(following[0], classes), word[0], needed)
    if word in ROLES:
        return Slot(word, None, "", needed)
    return Slot("", named(word, classes), "", needed)


def named(word: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The lemmas that `word` allows: those of its classes, and those it spells out."""
    found: set[str] = set()
    for part in word.split("|"):
        if part.startswith("@"):
            if part[1:] not in classes:
                raise SettingsError(f"no noun class {part}; classes are listed in classes.toml")
            found |= classes[part[1:]]
        else:
            found.add(part)
    return frozenset(found)
