"""Where cues of the lexicon stand in a parse."""

from collections.abc import Iterator

from dragoman.coding.cues import Cue, Lexicon, Part
from dragoman.coding.statements.found import Place
from dragoman.coding.statements.grammar import temporal
from dragoman.model.parse import Parse

PARTS: dict[str, Part] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
ADVERBS = frozenset({"ADV", "PART", "PUNCT", "DET", "ADJ"})


def places(parse: Parse, lexicon: Lexicon) -> tuple[Place, ...]:
    """All cues of a parse, in order of their heads."""
    return tuple(found for i in range(len(parse)) for found in at(parse, lexicon, i))


def at(parse: Parse, lexicon: Lexicon, i: int) -> Iterator[Place]:
    """The cue that token i heads, if any: of a verb, noun or adjective the longest; and a phrase that begins here."""
    for row in lexicon.starting("phrase", parse.words[i].lower()):
        n = len(row.words)
        if tuple(w.lower() for w in parse.words[i : i + n]) == row.words:
            yield Place(row, i, tuple(range(i, i + n)), i + n - 1)
            return
    part = PARTS.get(parse.pos[i])
    if not part or (part == "verb" and parse.deps[i] in ("amod", "compound", "prep")):
        return
    for row in (*as_adjective(parse, lexicon, i), *rows_of(parse, lexicon, part, i)):
        tokens = matched(parse, row, i)
        if tokens:
            yield Place(row, i, tuple(sorted(tokens)), tokens[-1])
            return


def as_adjective(parse: Parse, lexicon: Lexicon, i: int) -> tuple[Cue, ...]:
    """The adjectives that a participle may be: "the farmers are convinced that"."""
    if parse.tags[i] != "VBN" or parse.kids(i, "agent") or any(parse.lemmas[a] == "have" for a in parse.kids(i, "aux")):
        return ()
    return lexicon.starting("adjective", parse.words[i].lower())


def rows_of(parse: Parse, lexicon: Lexicon, part: Part, i: int) -> tuple[Cue, ...]:
    """The cues that a token may head, by its lemma, or by its regular stems where the parser knows no lemma of it."""
    rows = lexicon.starting(part, parse.lemmas[i])
    if rows or part == "adjective":
        return rows
    word = parse.words[i].lower()
    return next((found for s in stems(word) if (found := lexicon.starting(part, s))), ())


def stems(word: str) -> Iterator[str]:
    """What a regularly inflected word may come from: "blogged" from "blog", "griped" from "gripe"."""
    for ending in ("ed", "ing", "es", "s"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield stem
        yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem[-1] == "i":
            yield stem[:-1] + "y"


def matched(parse: Parse, row: Cue, i: int) -> tuple[int, ...]:
    """The tokens of a cue headed by i, in the cue's order; empty where one of its particles is not there.

    A particle or preposition must stand right after the cue's other words, but for adverbs.
    """
    tokens = [i]
    for word in row.words[1:]:
        hit = next((c for c in below(parse, tokens) if word in (parse.words[c].lower(), parse.lemmas[c])), None)
        if hit is None:
            return ()
        tokens.append(hit)
    return tuple(tokens)


def may_part(parse: Parse, i: int) -> bool:
    """Whether a token may stand between the words of a cue: an adverb, or a day ("called Wednesday for calm")."""
    return parse.pos[i] in ADVERBS or temporal(parse, i) or parse.words[i].lower().endswith(("self", "selves"))


def below(parse: Parse, tokens: list[int]) -> list[int]:
    """Dependents of the tokens of a cue that could be its next word."""
    out = []
    for t in reversed(tokens):
        marks = (m for clause in parse.kids(t, "advcl", "xcomp", "ccomp") for m in parse.kids(clause, "mark"))
        for c in (*parse.children[t], *(m for m in marks if parse.words[m].lower() == "for")):
            near = c > tokens[-1] and all(may_part(parse, k) for k in range(tokens[-1] + 1, c))
            if c not in tokens and (near or (c > tokens[0] and parse.deps[c] in ("prt", "oprd", "acomp", "ccomp"))):
                out.append(c)
    return out
