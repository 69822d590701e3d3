"""Quotations beside a verb that is no cue of the lexicon: "…," she wept; The envoy was blunt: "…"."""

from dragoman.coding.cues import Cue
from dragoman.coding.statements.found import Attribution, Place
from dragoman.coding.statements.grammar import noun_phrase, subject
from dragoman.coding.statements.matching import FINITE, begins
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import speaks

PLAIN = frozenset({"quote"})


def unlisted(page: Page, k: int) -> Attribution | None:
    """A quotation beside a verb that is no known cue: "…," she wept; The envoy was blunt: "…"."""
    return before_verb(page, k) or after_colon(page, k)


def before_verb(page: Page, k: int) -> Attribution | None:
    """A quotation before an unknown verb of somebody: "…," she wept."""
    parse, q = page.parse, page.quotes[k]
    start, end = page.ranges[k]
    last = parse.source[q.inner : q.outer].rstrip()[-1:]
    if last not in (",", "?", "!") or q.depth or end >= len(parse) or end - start < 4 or not begins(page, k):
        return None
    for i in range(end, min(end + 8, len(parse))):
        if parse.sentence_of[i] - parse.sentence_of[end] or page.level[i] != -1 or parse.tags[i] == ".":
            return None
        if parse.pos[i] == "VERB" and parse.tags[i] in ("VBD", "VBZ") and parse.deps[i] not in ("relcl", "acl"):
            who = subject(page, i)
            if who is None or not end <= who <= i + 4 or not person(page, who):
                return None
            cue = Cue("verb", (parse.lemmas[i],), "say", PLAIN, "assert", "")
            place = Place(cue, i, (i,), i)
            return Attribution(
                place, "", noun_phrase(parse, who), who, ((q.inner, q.outer),), None, (k,), True, False, 0.6
            )
    return None


def after_colon(page: Page, k: int) -> Attribution | None:
    """A quotation after a sentence with a colon that names nobody's speech: its subject speaks."""
    parse, q = page.parse, page.quotes[k]
    start = page.ranges[k][0]
    i = start - 1
    while i > 0 and parse.pos[i] in ("PUNCT", "SPACE") and parse.words[i] != ":":
        i -= 1
    if i < 1 or parse.words[i] != ":" or parse.source[parse.ends[i] : q.start].strip() or page.around[k] != -1:
        return None
    mains = range(parse.sentences[parse.sentence_of[i]][0], i)
    root = next((j for j in mains if parse.tags[j] in FINITE and parse.kids(j, "nsubj") and page.level[j] == -1), None)
    if root is None:
        return None
    who = subject(page, root)
    if who is None or not speaks(page, who):
        return None
    place = Place(Cue("verb", (parse.lemmas[root],), "say", PLAIN, "assert", ""), root, (root,), root)
    return Attribution(place, "", noun_phrase(parse, who), who, ((q.inner, q.outer),), None, (k,), True, False, 0.5)


def person(page: Page, token: int) -> bool:
    """Whether a token is a personal pronoun or ends a person's name."""
    if page.parse.pos[token] == "PRON":
        return page.parse.words[token].lower() in ("he", "she", "they", "i", "who", "we")
    return page.labels.get(token) == "PERSON"
