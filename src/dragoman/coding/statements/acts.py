"""What kind of act a statement is: by its cue, by how the cue is used, and by what is said."""

import re

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.page import Page
from dragoman.model.speech import Act

DEMANDING = frozenset({"tell", "ask", "say", "remind", "advise", "text", "signal"})
CONSEQUENCES = re.compile(
    r"\b(?:consequences?|retaliat\w+|respon(?:d|se|ses)|answer(?:ed)?|pay|price|strike|attack|destroy|crush|war|force|"
    r"regret|punish\w*|sanctions?|revenge|reprisals?|face|hit back|fire)\b",
    re.IGNORECASE,
)
DENYING = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:simply |completely |totally |absolutely |just |utterly )?"
    r"(?:not true|untrue|false|baseless|groundless|unfounded|absurd|fabricated|nonsense|a lie|lies|slander|fiction)\b"
    r"|\b(?:nothing to do with|no (?:involvement|part|role|truth|knowledge|such)|had no hand)\b",
    re.IGNORECASE,
)
UNSAID = frozenset({"assert", "believe", "question"})
FIRST = frozenset({"i", "we"})


def act(page: Page, a: Attribution, lexicon: Lexicon) -> Act:
    """The act of one attribution."""
    text = page.parse.source[a.start : a.end].strip()
    base: Act = a.place.cue.act if a.place else "assert"
    lemma = a.place.cue.words[0] if a.place else ""
    if a.frame in ("who-to", "to") and lemma in DEMANDING:
        return "demand"
    if lemma in ("warn", "caution", "warning") and not CONSEQUENCES.search(text):
        return "assert"
    if base == "question" and a.frame in ("to", "who-to", "for"):
        return "demand"
    if base == "question" and a.direct and not text.rstrip("\"'”’ ").endswith("?"):
        return "assert"
    if base != "assert":
        return base
    if text.rstrip("\"'”’ ").endswith("?"):
        return "question"
    return performed(page, a, lexicon) or ("deny" if DENYING.search(text) else "assert")


def performed(page: Page, a: Attribution, lexicon: Lexicon) -> Act | None:
    """The act that a speaker performs in so many words: "we demand that …"."""
    if not a.quotes:
        return None
    parse = page.parse
    start, end = page.ranges[a.quotes[0]]
    for i in range(start, min(end, start + 12)):
        if parse.words[i].lower() in FIRST and parse.deps[i] == "nsubj":
            verb = parse.heads[i]
            if parse.deps[verb] not in ("ROOT", "ccomp", "conj") or not start <= verb < end:
                return None
            rows = [r for r in lexicon.starting("verb", parse.lemmas[verb]) if len(r.words) == 1]
            if rows and rows[0].act not in UNSAID and not parse.kids(verb, "neg"):
                return rows[0].act
            return promised(page, verb)
    return None


def promised(page: Page, verb: int) -> Act | None:
    """ "We will …": a threat where harm is spoken of, else a promise."""
    parse = page.parse
    if not any(parse.words[i].lower() in ("will", "’ll", "'ll", "shall") for i in parse.kids(verb, "aux")):
        return None
    start, end = parse.edges[verb]
    harm = CONSEQUENCES.search(parse.source[parse.starts[start] : parse.ends[end - 1]])
    return "threaten" if harm else "promise"
