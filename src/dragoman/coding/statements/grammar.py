"""Small questions about a page: whose verb is this, where does its noun phrase end, what does a pronoun stand for."""

from dragoman.coding.statements.page import NOMINAL, Page
from dragoman.model.parse import Parse

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
OBJECT_CONTROL = frozenset(
    {
        "accuse", "advise", "allow", "ask", "beg", "cause", "cite", "command", "compel", "convince", "encourage",
        "expect", "force", "implore", "instruct", "invite", "lead", "order", "permit", "persuade", "press", "pressure",
        "prompt", "push", "quote", "remind", "request", "require", "suspect", "tell", "urge", "want", "warn",
    }
)  # fmt: skip
BLAMED = frozenset(
    {
        "accuse", "apologize", "attack", "blame", "blast", "chide", "condemn", "criticise", "criticize", "denounce",
        "fault", "laud", "mock", "praise", "rebuke", "slam", "suspect", "thank",
    }
)  # fmt: skip
TIMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "afternoon", "evening",
        "night", "today", "yesterday", "tomorrow", "week", "month", "year", "day",
    }
)  # fmt: skip
ASKED = frozenset({"ask", "press", "question", "quiz", "query"})
SEEING = frozenset({"see", "hear", "watch", "show", "catch", "record", "film", "find", "quote", "feature"})
MARKS = frozenset("\"“”„‟«»‹›'‘’‚`") | {"''", "``"}


def subject(page: Page, verb: int) -> int | None:
    """The head of the noun phrase that does what `verb` says, its own or inherited; None where nobody is named."""
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        own = own_subject(page, at, verb)
        if own is not None:
            return own if own >= 0 else None
        found, at = inherited(page, at)
        if found is not None:
            return found if page.same_level(found, verb) else None
        while not page.same_level(at, verb) and page.parse.heads[at] != at:
            at = page.parse.heads[at]
        if not page.same_level(at, verb):
            return None
    return None


def own_subject(page: Page, verb: int, asker: int) -> int | None:
    """The doer among the verb's own dependents; −1 where the verb is passive and names none, None where it inherits."""
    parse = page.parse
    may = mistaken_auxiliary(parse, verb)
    if may is not None:
        return may
    close = just_before(parse, verb) if verb == asker else None
    if close is not None:
        return close
    if is_passive(parse, verb):
        agent = by_agent(parse, verb)
        if agent is not None:
            return agent
        return -1 if verb == asker else surface_subject(page, verb)
    found = [i for i in parse.kids(verb, "nsubj", "csubj") if page.same_level(i, asker) and may_act(parse, i)]
    if found:
        before = [i for i in found if i < verb]
        nearest = before[-1] if before else found[0]
        return -1 if expletive(parse, nearest, verb) else past_dateline(parse, out_of_brackets(parse, nearest), verb)
    passive = [i for i in parse.kids(verb, "nsubjpass") if page.same_level(i, asker)]
    return passive[0] if passive else None


def just_before(parse: Parse, verb: int) -> int | None:
    """The noun before a gerund, after a preposition or a verb of seeing ("of the envoy saying", "saw him denying")."""
    if parse.tags[verb] != "VBG" or parse.kids(verb, "nsubj", "aux", "auxpass"):
        return None
    i = verb - 1
    while i > 0 and parse.pos[i] == "ADV":
        i -= 1
    if i < 0 or parse.pos[i] not in ("PROPN", "NOUN", "PRON"):
        return None
    noun = phrase_head(parse, i, max(i - 8, -1), verb)
    head = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.words[head].lower() in ("of", "about", "with", "over"):
        return noun if parse.pos[noun] != "NOUN" or parse.deps[verb] in ("acl", "pcomp") else None
    return noun if parse.deps[noun] == "dobj" and parse.lemmas[head] in SEEING else None


def mistaken_auxiliary(parse: Parse, verb: int) -> int | None:
    """A person named May whom the parser took for the auxiliary, which no finite past verb can have ("May said")."""
    for i in parse.kids(verb, "aux"):
        if parse.words[i] in ("May", "Will") and parse.tags[verb] in ("VBD", "VBZ"):
            return i
    return None


def may_act(parse: Parse, token: int) -> bool:
    """Whether a subject may be one: no day or hour, and no conjunction that the parser took for it."""
    return not temporal(parse, token) and parse.pos[token] not in ("SCONJ", "ADP", "CCONJ", "ADV")


def temporal(parse: Parse, token: int) -> bool:
    """Whether a noun is a day or hour that the parser may take for a subject ("said Thursday morning")."""
    return parse.lemmas[token] in TIMES


def expletive(parse: Parse, noun: int, verb: int) -> bool:
    """Whether a subject is the "it" of "it is clear that"."""
    if parse.deps[noun] == "expl":
        return True
    return parse.words[noun].lower() == "it" and parse.lemmas[verb] in ("be", "seem", "appear", "become", "remain")


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is passive, with its auxiliary ("was praised") or as a bare participle ("asked why, he said")."""
    if parse.kids(verb, "auxpass", "nsubjpass"):
        return True
    if parse.kids(verb, "agent"):
        return parse.tags[verb] in ("VBN", "VBD")
    head, bare = parse.heads[verb], not parse.kids(verb, "nsubj", "aux")
    if parse.deps[verb] == "conj" and bare and is_passive(parse, head):
        return parse.tags[verb] == "VBN"
    if parse.lemmas[verb] in ASKED and bare and parse.deps[verb] in ("advcl", "acl") and parse.tags[verb] != "VBG":
        return parse.deps[verb] == "acl" or not parse.kids(verb, "dobj")
    if parse.deps[verb] == "advcl" and bare:
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


def inherited(page: Page, verb: int) -> tuple[int | None, int]:
    """What a verb without a subject takes it from: a noun found, or the next verb to ask."""
    parse = page.parse
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return None, verb
    if dep in ("acl", "relcl") and parse.pos[head] in (*NOMINAL, "ADJ"):
        return head, verb
    if dep == "advcl" and parse.tags[verb] == "VBG" and parse.words[verb - 1] == "," and restrictive(parse, head):
        return None, parse.heads[parse.heads[head]]
    if dep == "pcomp":
        return after_preposition(page, head)
    if dep == "xcomp" and parse.lemmas[head] in OBJECT_CONTROL:
        for noun in parse.kids(head, "dobj"):
            return noun, verb
    if parse.pos[head] in NOMINAL:
        return possessor(parse, head), parse.heads[head]
    return None, head


def restrictive(parse: Parse, verb: int) -> bool:
    """Whether a verb heads a relative clause that no comma sets off."""
    return parse.deps[verb] == "relcl" and parse.edges[verb][0] > 0 and parse.words[parse.edges[verb][0] - 1] != ","


def surface_subject(page: Page, verb: int) -> int | None:
    """The subject as it stands, also of a passive ("was freed and said": the one who was freed)."""
    found = [i for i in page.parse.kids(verb, *SUBJECTS) if i < verb] or page.parse.kids(verb, *SUBJECTS)
    return found[0] if found else None


def after_preposition(page: Page, preposition: int) -> tuple[int | None, int]:
    """Whose verb follows a preposition: "quoted as saying", "accused Baku of claiming", "by saying"."""
    parse = page.parse
    head, word = parse.heads[preposition], parse.words[preposition].lower()
    if parse.pos[head] in NOMINAL:
        governor = parse.heads[head]
        if parse.deps[head] == "dobj" and parse.lemmas[governor] in (BLAMED if word != "as" else OBJECT_CONTROL):
            return head, governor
        return possessor(parse, head), governor
    if (word in ("of", "for") and parse.lemmas[head] in BLAMED) or word == "as":
        for noun in parse.kids(head, "dobj"):
            return noun, head
        found = surface_subject(page, head)
        if found is not None and is_passive(parse, head):
            return found, head
    return None, head


def possessor(parse: Parse, noun: int) -> int | None:
    """The owner of a noun: "Kyiv's claim", "their claim"."""
    found = parse.kids(noun, "poss")
    return found[0] if found else None


def past_dateline(parse: Parse, noun: int, verb: int) -> int:
    """The true subject where the parser took the place of a dateline ("GENEVA - The envoy said") for it."""
    first = parse.sentences[parse.sentence_of[noun]][0]
    if noun - first > 8:
        return noun
    for i in range(noun + 1, min(verb, first + 14)):
        if parse.words[i] in ("-", "–", "—", "--") and i + 1 < verb:
            return phrase_head(parse, i + 1, i, verb)
    return noun


def out_of_brackets(parse: Parse, noun: int) -> int:
    """The name before a bracket that the parser took a subject from ("Ada Low (North Bay) said")."""
    for i in range(noun, max(noun - 6, 0), -1):
        if parse.words[i] == ")":
            return noun
        if parse.words[i] == "(" and parse.pos[i - 1] in NOMINAL:
            return phrase_head(parse, i - 1, parse.sentences[parse.sentence_of[i]][0] - 1, i)
    return noun


def phrase_head(parse: Parse, token: int, low: int, high: int) -> int:
    """The head of the noun phrase that `token` stands in, looking no further than between two tokens."""
    at = token
    while low < parse.heads[at] < high and parse.heads[at] != at and parse.pos[parse.heads[at]] in NOMINAL:
        at = parse.heads[at]
    return at


def noun_after(page: Page, verb: int) -> int | None:
    """The noun phrase right after a verb: the speaker of an inverted cue ("…," said the envoy)."""
    parse = page.parse
    i, stop = verb + 1, parse.sentences[parse.sentence_of[verb]][1]
    while i < stop and parse.pos[i] in ("ADV", "PART"):
        i += 1
    if i >= stop or parse.pos[i] not in (*NOMINAL, "DET", "ADJ") or not page.same_level(i, verb):
        return None
    head = phrase_head(parse, i, verb, stop)
    return head if parse.pos[head] in NOMINAL and not temporal(parse, head) else None


def noun_before(page: Page, verb: int) -> int | None:
    """The noun phrase right before a verb: its subject where the parser missed it."""
    parse = page.parse
    i, first = verb - 1, parse.sentences[parse.sentence_of[verb]][0]
    while i >= first and parse.pos[i] in ("ADV", "AUX", "PART"):
        i -= 1
    while i >= first and parse.deps[i] == "pobj" and parse.heads[i] < i:
        i = parse.heads[i] - 1
    if i < first or parse.pos[i] not in NOMINAL or not page.same_level(i, verb) or temporal(parse, i):
        return None
    return phrase_head(parse, i, first - 1, verb)


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """The noun phrase around `head`: its modifiers and short complements, without clauses and appositions after it."""
    start, end = parse.edges[head]
    for child in parse.children[head]:
        if child > head and parse.deps[child] in ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp"):
            end = min(end, parse.edges[child][0])
            break
    before = [c for c in parse.children[head] if c < head and parse.deps[c] in ("punct", "relcl", "advcl", "ccomp")]
    start = max([start, parse.sentences[parse.sentence_of[head]][0], *(parse.edges[c][1] for c in before)])
    return trimmed(parse, min(start, head), max(end, head + 1))


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
    at = token
    for _ in range(5):
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
