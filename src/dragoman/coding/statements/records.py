"""Attributions made into statements: chains, nesting, act, channel, date."""

from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.grammar import antecedent
from dragoman.model.ids import statement_id
from dragoman.model.reading import Reading
from dragoman.model.speech import SpeechForm, Statement
from dragoman.model.text import Span

KINDS = {"say", "think", "intend", "judge"}


def records(reading: Reading, found: tuple[Attribution, ...]) -> tuple[Statement, ...]:
    """The statements among the attributions of one report."""
    kept = [a for a in found if a.place is None or a.place.cue.kind in KINDS]
    made = {(a.start, a.end): record(reading, a) for a in reversed(kept)}
    return nested(tuple(sorted(made.values(), key=lambda s: (s.content.start, -s.content.end))))


def record(reading: Reading, a: Attribution) -> Statement:
    """One statement."""
    parse, source = reading.parse, reading.report.source
    content = Span.of(source, a.start, a.end)
    chain = reading.chain_at(antecedent(parse, a.head)) if a.head is not None else None
    cue = a.place and Span.of(source, parse.starts[a.place.tokens[0]], parse.ends[a.place.tokens[-1]])
    form: SpeechForm = (
        "indirect" if not a.quotes else "direct" if a.direct else "mixed"
    )
    return Statement(
        statement_id(reading.report.id, content),
        reading.report.id,
        chain.id if chain else None,
        content,
        form,
        a.place.cue.act if a.place else "assert",
        a.confidence,
        cue,
        parse.span(*a.source) if a.source and not a.follows else None,
        tuple(Span.of(source, *p) for p in a.pieces) if len(a.pieces) > 1 else (),
    )


def nested(made: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with what each stands within."""
    from dataclasses import replace

    out = []
    for s in made:
        around = [t for t in made if t.content != s.content and t.content.holds(s.content)]
        holder = min(around, key=lambda t: t.content.end - t.content.start, default=None)
        out.append(replace(s, within=holder.id) if holder else s)
    return tuple(out)
