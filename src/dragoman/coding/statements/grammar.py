"""Small questions about a parse: whose verb is this, where does its noun phrase end, what stands between commas."""

from dragoman.model.parse import Parse

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
OBJECT_CONTROL = frozenset(
    "accuse advise allow ask beg charge command compel convince encourage expect force invite lead order permit"
    " persuade press pressure prompt push remind request require suspect tell urge want warn".split()
)
MARKS = frozenset("\"“”„‟«»‹›'‘’‚`") | {"''", "``"}


def subject(parse: Parse, verb: int) -> int | None:
    """The head of the noun phrase that does what `verb` says, its own or inherited; None where nobody is named."""
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        own = own_subject(parse, at)
        if own is not None:
            return own if own >= 0 else None
        found, at = inherited(parse, at)
        if found is not None:
            return found
    return None


def own_subject(parse: Parse, verb: int) -> int | None:
    """The doer among the verb's own dependents; −1 where the verb is passive and names none, None where it inherits."""
    if is_passive(parse, verb):
        agent = by_agent(parse, verb)
        return -1 if agent is None else agent
    found = parse.kids(verb, "nsubj", "csubj")
    if found:
        before = [i for i in found if i < verb]
        return before[-1] if before else found[0]
    passive = parse.kids(verb, "nsubjpass")
    return passive[0] if passive else None


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is passive, with its auxiliary ("was praised") or as a bare participle after a noun."""
    if parse.kids(verb, "auxpass", "nsubjpass"):
        return True
    if parse.kids(verb, "agent"):
        return parse.tags[verb] in ("VBN", "VBD")
    head = parse.heads[verb]
    if parse.deps[verb] == "conj" and is_passive(parse, head) and not parse.kids(verb, "nsubj", "aux"):
        return parse.tags[verb] == "VBN"
    return parse.deps[verb] == "acl" and parse.tags[verb] in ("VBN", "VBD")


def by_agent(parse: Parse, verb: int) -> int | None:
    """The head of the noun phrase after "by" of a passive verb."""
    for by in parse.kids(verb, "agent", "prep"):
        if parse.words[by].lower() == "by":
            for noun in parse.kids(by, "pobj"):
                return noun
    head = parse.heads[verb]
    return by_agent(parse, head) if parse.deps[verb] == "conj" and is_passive(parse, head) else None


def inherited(parse: Parse, verb: int) -> tuple[int | None, int]:
    """What a verb without a subject takes it from: a noun found, or the next verb to ask."""
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return None, verb
    if dep in ("acl", "relcl") and parse.pos[head] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return head, verb
    if dep == "pcomp":
        return after_preposition(parse, head)
    if dep == "xcomp" and parse.lemmas[head] in OBJECT_CONTROL:
        for noun in parse.kids(head, "dobj"):
            return noun, verb
    if parse.pos[head] in ("NOUN", "PROPN", "PRON"):
        return possessor(parse, head), parse.heads[head]
    return surface_subject(parse, head), head


def surface_subject(parse: Parse, verb: int) -> int | None:
    """The subject as it stands, also of a passive ("was freed and said": the one who was freed)."""
    found = parse.kids(verb, *SUBJECTS)
    return found[0] if found else None


def after_preposition(parse: Parse, preposition: int) -> tuple[int | None, int]:
    """Whose verb follows a preposition: "quoted as saying", "accused Baku of claiming", "by saying"."""
    head = parse.heads[preposition]
    if parse.pos[head] in ("NOUN", "PROPN"):
        owner = possessor(parse, head)
        return owner, parse.heads[head]
    if parse.words[preposition].lower() in ("of", "for", "as", "from", "into"):
        for noun in parse.kids(head, "dobj"):
            return noun, head
    return surface_subject(parse, head), head


def possessor(parse: Parse, noun: int) -> int | None:
    """The owner of a noun: "Kyiv's claim", "their claim"."""
    found = parse.kids(noun, "poss")
    return found[0] if found else None


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """The noun phrase around `head`: its modifiers and short complements, without clauses and appositions after it."""
    start, end = parse.edges[head]
    for child in parse.children[head]:
        if child > head and parse.deps[child] in ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp"):
            end = min(end, parse.edges[child][0])
            break
    start = max(start, parse.sentences[parse.sentence_of[head]][0])
    return trimmed(parse, start, max(end, head + 1))


def trimmed(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """A token range without marks and commas at its edges."""
    while start < end and (parse.pos[start] in ("PUNCT", "SPACE") or parse.words[start] in MARKS):
        start += 1
    while end > start and (parse.pos[end - 1] in ("PUNCT", "SPACE") or parse.words[end - 1] in MARKS):
        end -= 1
    return start, end


def antecedent(parse: Parse, token: int) -> int:
    """What a relative pronoun stands for; any other token stands for itself."""
    if parse.words[token].lower() not in RELATIVES or parse.pos[token] not in ("PRON", "DET"):
        return token
    at = parse.heads[token]
    for _ in range(4):
        if parse.deps[at] in ("relcl", "acl"):
            return parse.heads[at]
        at = parse.heads[at]
    return token


def ancestors(parse: Parse, token: int) -> tuple[int, ...]:
    """The heads above a token, nearest first."""
    out: list[int] = []
    while parse.heads[token] != token:
        token = parse.heads[token]
        out.append(token)
    return tuple(out)
