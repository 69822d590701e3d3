"""Attributions made into statements: chains, nesting, act, addressee, channel, date."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.acts import act
from dragoman.coding.statements.carried import carried
from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.grammar import antecedent
from dragoman.coding.statements.kept import is_statement, may_nest
from dragoman.coding.statements.page import Page
from dragoman.coding.statements.people import nouns
from dragoman.coding.statements.shelf import Shelf
from dragoman.coding.statements.voices import issuer
from dragoman.model.actor import Chain
from dragoman.model.ids import statement_id
from dragoman.model.reading import Reading
from dragoman.model.speech import SpeechForm, Statement
from dragoman.model.text import Span
from dragoman.model.when import UNDATED, When

EDGES = " \n\t\"'“”‘’«»,.;:!?…"
TOLD = frozenset({"dobj", "dative"})


def records(page: Page, reading: Reading, lexicon: Lexicon, found: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The statements of one report among its attributions, in order of their content."""
    kept = [x for x in carried(page, reading, found) if is_statement(page, reading, x[0])]
    speakers = {a: speaker(page, reading, a, lexicon) for a, _ in kept}
    shelf = Shelf([a for a, _ in kept], lambda a: (a.start, a.end))
    alone = [x for x in kept if stands(page, x[0], shelf, speakers)]
    made = [record(page, reading, lexicon, a, channel, speakers[a]) for a, channel in single(page, alone)]
    worded = (s for s in made if s.content.start < s.content.end)  # quotation marks around nothing say nothing
    return nested(sorted(worded, key=lambda s: (s.content.start, -s.content.end)))


def speaker(page: Page, reading: Reading, a: Attribution, lexicon: Lexicon) -> Chain | None:
    """The chain of who speaks; of an unowned "the statement" who issued it."""
    if a.head is None:
        return None
    token = antecedent(page.parse, a.head)
    if page.parse.lemmas[token] in nouns("messages"):
        token = issuer(page, token, lexicon)
    return reading.chain_at(token) or beside(page, reading, token)


def beside(page: Page, reading: Reading, token: int) -> Chain | None:
    """Who is named beside a noun that names nobody: "President of Peru Ana Ruiz", "the court's press service"."""
    parse = page.parse
    near = parse.kids(token, "appos")
    if parse.lemmas[token].lower() in nouns("organs"):
        near += parse.kids(token, "poss")
    return next((c for n in near if (c := reading.chain_at(n))), None)


def stands(page: Page, a: Attribution, shelf: Shelf[Attribution], speakers: dict[Attribution, Chain | None]) -> bool:
    """Whether an attribution stands on its own, or inside another's content as somebody else's statement."""
    around = [b for b in shelf.touching(a.start, a.end) if b is not a and inside(page, a, b)]
    if not around:
        return True
    outer = min(around, key=lambda b: b.end - b.start)
    mine, theirs = speakers[a], speakers[outer]
    same = mine is not None and theirs is not None and (mine.id == theirs.id or own_state(mine, theirs))
    return may_nest(page, a, same)


def own_state(inner: Chain, outer: Chain) -> bool:
    """Whether the inner voice is the state or government that the outer speaker speaks for."""
    return inner.kind in ("state", "government") and inner.country is not None and inner.country == outer.country


def inside(page: Page, a: Attribution, b: Attribution) -> bool:
    """Whether the words of a, cue and all, stand in the content of b."""
    at = a.start if a.place is None else min(page.parse.starts[a.place.head], a.start)
    end = a.end if a.place is None else max(page.parse.ends[a.place.head], a.end)
    return b.start <= at and end <= b.end and (b.start, b.end) != (a.start, a.end) and b.end - b.start > a.end - a.start


def single(page: Page, found: Sequence[tuple[Attribution, int | None]]) -> list[tuple[Attribution, int | None]]:
    """One attribution for each content: the one with a speaker, else the more certain."""
    best: dict[tuple[int, int], tuple[Attribution, int | None]] = {}
    for x in found:
        key = stripped(page, x[0])
        if key not in best or rank(x[0]) > rank(best[key][0]):
            best[key] = x
    return list(best.values())


def stripped(page: Page, a: Attribution) -> tuple[int, int]:
    """Where the content begins and ends without marks and stops at its edges."""
    text = page.parse.source[a.start : a.end]
    return a.start + len(text) - len(text.lstrip(EDGES)), a.start + len(text.rstrip(EDGES))


def rank(a: Attribution) -> tuple[bool, bool, float]:
    """How good an attribution is, to choose among several of the same words."""
    return a.head is not None, bool(a.place and a.place.cue.kind == "say"), a.confidence


def record(
    page: Page, reading: Reading, lexicon: Lexicon, a: Attribution, channel: int | None, who: Chain | None
) -> Statement:
    """One statement."""
    parse, source = page.parse, reading.report.source
    content = Span.of(source, a.start, a.end)
    carrier = reading.chain_at(channel) if channel is not None else None
    tokens = a.place.tokens if a.place else ()
    cue = Span.of(source, parse.starts[tokens[0]], parse.ends[tokens[-1]]) if tokens else None
    told = addressees(page, reading, a, who)
    return Statement(
        id=statement_id(reading.report.id, content),
        document=reading.report.id,
        speaker=who.id if who else None,
        content=content,
        form=form(page, a),
        act=act(page, a, lexicon),
        confidence=round(a.confidence * (1.0 if who else 0.8), 2),
        cue=cue,
        speaker_words=parse.span(*a.source) if a.source and not a.follows else None,
        parts=tuple(Span.of(source, *p) for p in a.pieces) if len(a.pieces) > 1 else (),
        channel=carrier.id if carrier and (who is None or carrier.id != who.id) else None,
        addressee=told,
        about=about(page, reading, a, who, told),
        date=said_when(page, reading, a),
    )


def form(page: Page, a: Attribution) -> SpeechForm:
    """Whether the content is quotation alone, none, or both."""
    if a.direct:
        return "direct"
    spoken = any(s <= q.inner and q.outer <= e for q in page.quotes for s, e in a.pieces)
    return "mixed" if a.quotes or spoken else "indirect"


def addressees(page: Page, reading: Reading, a: Attribution, who: Chain | None) -> tuple[str, ...]:
    """Who is spoken to: the object of "told", who is urged, the one after "said to" or "in response to"."""
    if a.place is None or a.place.cue.part != "verb" or a.place.cue.kind != "say":
        return ()
    parse, verb = page.parse, a.place.head
    tokens = [i for i in parse.kids(verb, *TOLD) if a.frame in ("clause", "who-to", "quote", "") or a.direct]
    for link in parse.kids(verb, "prep", "dative"):
        word = parse.words[link].lower()
        if word == "to" or (word == "in" and any(parse.words[c] == "response" for c in parse.kids(link, "pobj"))):
            tokens += list(parse.kids(link, "pobj"))
            tokens += [
                n for c in parse.kids(link, "pobj") for t in parse.kids(c, "prep") for n in parse.kids(t, "pobj")
            ]
    chains = [c for i in tokens for c in reading.chains_at(i)]
    return tuple(dict.fromkeys(c.id for c in chains if who is None or c.id != who.id))


def about(page: Page, reading: Reading, a: Attribution, who: Chain | None, told: tuple[str, ...]) -> tuple[str, ...]:
    """The actors that the content names, but for the speaker and whom it is said to."""
    parse = page.parse
    spans = [parse.tokens(Span.of(parse.source, s, e)) for s, e in a.pieces]
    chains = [c for start, end in spans for i in range(start, end) if (c := reading.chain_at(i))]
    apart = {*told, who.id if who else ""}
    return tuple(dict.fromkeys(c.id for c in chains if c.id not in apart))


def said_when(page: Page, reading: Reading, a: Attribution) -> When:
    """When it was said: the time that the cue's sentence gives outside the content, else the report's own day."""
    day = reading.report.published.date
    usual = When(day, day, "day", "publication") if day else UNDATED
    if a.place is None:
        return usual
    parse, cue = page.parse, a.place.head
    start, stop = parse.sentences[parse.sentence_of[cue]]
    low, high = parse.starts[start], parse.ends[stop - 1]
    near = [
        t
        for t in reading.times
        if t.type in ("DATE", "TIME")
        and low <= t.span.start < high
        and not any(s <= t.span.start < e for s, e in a.pieces)
        and page.same_level(parse.tokens(t.span)[0], cue)
        and governed(page, parse.tokens(t.span)[0], cue)
    ]
    return min(near, key=lambda t: abs(t.span.start - parse.starts[cue])).when if near else usual


def governed(page: Page, token: int, cue: int) -> bool:
    """Whether a time hangs on the cue rather than on a clause between."""
    parse = page.parse
    for _ in range(8):
        head = parse.heads[token]
        if head == cue:
            return True
        if head == token or parse.pos[head] in ("VERB", "AUX"):
            return False
        token = head
    return False


def nested(made: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with what each stands within."""
    shelf = Shelf([(s, bare(s)) for s in made], lambda x: (x[1].start, x[1].end))
    out = []
    for s in made:
        mine = bare(s)
        around = [(t, b) for t, b in shelf.touching(mine.start, mine.end) if t is not s and b.holds(mine) and b != mine]
        holder = min(around, key=lambda x: x[1].end - x[1].start, default=None)
        out.append(replace(s, within=holder[0].id) if holder else s)
    return tuple(out)


def bare(s: Statement) -> Span:
    """The content of a statement without marks and stops at its edges."""
    text = s.content.text
    left, right = len(text) - len(text.lstrip(EDGES)), len(text.rstrip(EDGES))
    return Span(s.content.start + left, s.content.start + right, text[left:right]) if left < right else s.content
