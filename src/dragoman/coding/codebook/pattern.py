"""The small language that frames are written in: "S impose @sanction (on|against T)"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.coding.wordlist import words
from dragoman.errors import SettingsError

ROLES = frozenset("STCX")
ADJECTIVES = frozenset({"free"})
CLAUSES = frozenset({"that", "whether", "how"})
MOODS = frozenset({"not", "will"})
DATIVE = frozenset({"dative", "to", "for"})  # "dative" is a bare one: "gave Iraq a deadline"
PREPOSITIONS = words("""
    about above across after against along alongside amid among around as at because before behind between but by
    concerning despite during for from in inside into near of off on onto out outside over past regarding round
    since through throughout to toward towards under until up upon via with within without
""")


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one place of a frame: a role, a class of nouns, or both, and whose noun it is.

    `role` is S (source), T (target), C (content), X (anything) or "" where only the noun matters. `nouns` are the
    lemmas allowed at its head (None: any), `modifiers` what must stand before it ("joint @exercise"). `owner` is
    the role of the noun's possessor ("T's embassy"). `several` asks for more than one, written S&; `actor`
    for somebody who can act, written T!.
    """

    role: str
    nouns: frozenset[str] | None = None
    owner: str = ""
    needed: bool = True
    modifiers: frozenset[str] | None = None
    several: bool = False
    actor: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A frame as grammar: its trigger (`pos` and `lemma`, with `particle`) and what stands where around it.

    `subject` and `object` are slots of a verb; a passive has them the other way round. `preps` pairs prepositions
    with a slot. `clause` is the complement clause: its role and the role of the subject inside it, or None. `said`
    marks a frame written "S: …": it counts only as something that S says; `mood` is "not" or "will" for one that
    counts only so.
    """

    text: str
    pos: str
    lemma: str
    particle: str
    subject: Slot | None
    object: Slot | None
    preps: tuple[tuple[frozenset[str], Slot], ...]
    clause: tuple[str, str] | None
    said: bool = False
    mood: str = ""

    @property
    def specificity(self) -> int:
        """How much the frame asks for: the more, the sooner it is believed."""
        slots = [s for s in (self.subject, self.object, *(s for _, s in self.preps)) if s]
        asked = sum(
            bool(s.needed) + 2 * bool(s.nouns) + bool(s.owner) + bool(s.modifiers) + bool(s.actor) for s in slots
        )
        return asked + 2 * bool(self.particle) + bool(self.clause) + bool(self.said) + bool(self.mood)


def patterns(text: str, classes: Mapping[str, frozenset[str]]) -> list[Pattern]:
    """Read one written frame; triggers joined by | make one pattern each. Raises SettingsError if it cannot."""
    tokens = re.findall(r"\(|\)|[^\s()]+", text)
    if not tokens:
        raise SettingsError("a frame without words")
    said = tokens[0] == "S:"
    mood = next((t for t in tokens if t in MOODS), "")
    tokens = [t for t in tokens[said:] if t not in MOODS]
    if said and tokens[:2] == ["X", "blames"]:
        return [Pattern(text, "tone", "blame", "", None, None, (), None, said=True)]
    read = verbs if tokens[0][0] in ROLES and not tokens[0].endswith("'s") else nouns
    return [replace(p, said=said, mood=mood) for p in read(text, tokens, classes)]


def verbs(text: str, tokens: list[str], classes: Mapping[str, frozenset[str]]) -> list[Pattern]:
    """Read a frame that opens with its subject: "S condemn|deplore T (for C)", "S=@troops enter T"."""
    if len(tokens) < 2:
        raise SettingsError(f"no verb in {text!r}")
    role, _, words = tokens[0].partition("=")
    subject = Slot(role[0], named(words, classes) if words else None, "", bool(words), several=role.endswith("&"))
    if tokens[1] == "be" and len(tokens) > 2 and not is_preposition(tokens[2]) and tokens[2] not in "()":
        rest = around(text, tokens[3:], classes)
        return [Pattern(text, "adj", word, "", subject, *rest) for word in sorted(named(tokens[2], classes))]
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
        owner = Slot(tokens[0][0], needed=False)
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
        word = tokens[i]
        if word in "()":
            needed = word == ")"
            i += 1
        elif word in CLAUSES:
            subject = tokens[i + 1] if tokens[i + 2 : i + 3] == ["C"] else ""
            clause = ("C", subject)
            i += 3 if subject else 2
        elif is_preposition(word) and i + 1 < len(tokens) and tokens[i + 1] not in "()":
            found, i = slot(text, tokens, i + 1, needed, classes)
            preps.append((frozenset(word.split("|")), found))
        else:
            if object_:  # "give T @aid": the first of two objects is a dative
                preps.append((DATIVE, object_))
            object_, i = slot(text, tokens, i, needed, classes)
    return object_, tuple(preps), clause


def is_preposition(word: str) -> bool:
    """Whether `word` (or every one of its alternatives) is a preposition."""
    return set(word.split("|")) <= PREPOSITIONS


def slot(text: str, tokens: list[str], i: int, needed: bool, classes: Mapping[str, frozenset[str]]) -> tuple[Slot, int]:
    """Read the place at token `i`: a role, or perhaps a possessor and a modifier, and a noun; and where it ends."""
    if tokens[i].rstrip("!") in ROLES:
        return Slot(tokens[i][0], needed=needed, actor=tokens[i].endswith("!")), i + 1
    owner = ""
    if tokens[i].endswith("'s"):
        owner, i = tokens[i][0], i + 1
    if i < len(tokens) and any(part in PREPOSITIONS or part in CLAUSES for part in tokens[i].split("|")):
        raise SettingsError(f"{tokens[i]!r} joins prepositions and other words")
    words: list[frozenset[str]] = []
    while i < len(tokens) and is_noun(tokens[i]) and len(words) < 2:
        words.append(named(tokens[i], classes))
        i += 1
        if not owner and tokens[i : i + 1] in (["S"], ["T"], ["C"]) and tokens[i - 1] in ADJECTIVES:  # "let free T"
            return Slot(tokens[i], None, "", needed, words[0]), i + 1
    if not words:
        raise SettingsError(f"a place without its noun in {text!r}")
    return Slot("", words[-1], owner, needed, words[0] if len(words) > 1 else None), i


def is_noun(word: str) -> bool:
    """Whether `word` can be part of a noun phrase in a frame."""
    return word.rstrip("!") not in ROLES and word not in "()" and word not in CLAUSES and not is_preposition(word)


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
