"""Accounts made by hand for the tests of what shows them."""

from dragoman.model.account import Account
from dragoman.model.actor import Actor, Chain, Evidence, Kind, Mention, Participant
from dragoman.model.event import Event, EventMention, Place, Quantity
from dragoman.model.finding import Discrepancy, Judgement, Relation, Side, Story
from dragoman.model.ids import chain_id, document_id, mention_id, minted, statement_id
from dragoman.model.speech import Statement
from dragoman.model.text import Passage, Published, Rejection, Removal, Report, Span
from dragoman.model.when import When

TEXT = "Ruritania expelled three envoys of Graustark on Monday. “We had no choice,” said Rudolf Rassendyll. TT"


def at(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def empty() -> Account:
    """An account of nothing."""
    return Account("0", {}, (), (), (), {}, (), (), (), (), (), (), (), ())


def account(
    texts: tuple[str, ...] = (TEXT,), name: str = "Rudolf Rassendyll", published: str | None = "2024-05-06"
) -> Account:
    """An account in which every text tells the same event and statement, at the places where `TEXT` tells them."""
    reports, chains, mentions, statements = [], [], [], []
    people: tuple[tuple[str, Kind, str], ...] = (
        ("Ruritania", "state", "RUR"), ("Graustark", "state", "GRA"), (name, "person", "RUR"),
    )  # fmt: skip
    actor_of: dict[str, str] = {}
    for n, text in enumerate(texts):
        doc = document_id(text, str(n))
        day = Published(published, "given" if published else "unknown", "given by the user" if published else "no date")
        removed = (Removal(Span.of(text, len(text) - 2, len(text)), "share residue"),)
        body = (Passage(0, len(text) - 2, "body", text[:-2]),)
        reports.append(
            Report(
                doc,
                f"{n}.txt",
                "utf-8",
                "0" * 64,
                text,
                0,
                len(text),
                True,
                "en",
                day,
                body,
                removed,
                text[:40],
                f"Outlet {n}",
            )
        )
        spans = [at(text, "Ruritania"), at(text, "Graustark"), at(text, "Rudolf Rassendyll")]
        for span, (label, kind, country) in zip(spans, people, strict=True):
            id = chain_id(doc, span)
            chains.append(
                Chain(id, doc, label, kind, country, None, False, (Mention(span, "name", 0),), f"{kind}:{label}")
            )
            actor_of[id] = minted("a", label)
        a, b, c = (chain_id(doc, s) for s in spans)
        when = When("2024-05-06", "2024-05-06", "day", "relative", at(text, "Monday"))
        evidence = Span.of(text, 0, text.index(" on Monday"))
        deed, number = at(text, "expelled"), Span.of(text, 19, 24)
        envoys = Quantity("envoys expelled", 3, number)
        who, whom = Participant(a, spans[0]), Participant(b, spans[1])
        mentions.append(
            EventMention(
                mention_id(doc, deed, "SANCTION"), doc, evidence, deed, "SANCTION",
                (who,), (whom,), "asserted", 0.8, "expel", ("diplomatic",), "166",
                -5.5, when, Place("Zenda", "RUR", 1.0, 2.0, "city"), (envoys,),
            )
        )  # fmt: skip
        content = at(text, "We had no choice")
        statements.append(
            Statement(
                statement_id(doc, content), doc, c, content, "direct", "assert", 0.9, at(text, "said"), spans[2],
                about=(b,), date=when,
            )
        )  # fmt: skip
    actors = tuple(
        Actor(
            minted("a", label),
            label,
            kind,
            country,
            None,
            False,
            tuple(c.id for c in chains if c.name == label),
            (label,),
        )
        for label, kind, country in people
    )
    source, target = (minted("a", "Ruritania"),), (minted("a", "Graustark"),)
    event = Event(
        "e1", "SANCTION", "expel", ("diplomatic",), "166", -5.5, source, target,
        mentions[0].date, mentions[0].place, "asserted", 0.8, len(texts), tuple(m.id for m in mentions),
    )  # fmt: skip
    first = reports[0].id
    sides = tuple(
        Side(says, (minted("a", who),), (first,), "2024-05-06", 1, (Evidence(first, span),))
        for says, who, span in (
            ("three were expelled", "Ruritania", at(texts[0], "envoys")),
            ("there was no choice", name, at(texts[0], "We had no choice")),
        )
    )
    return Account(
        "0.1.0", {"parser": "test 1"}, tuple(reports), tuple(chains), actors, actor_of, tuple(mentions), (event,),
        tuple(statements), (Story("t1", "The envoys", tuple(r.id for r in reports), "2024-05-06", "2024-05-06"),),
        (Discrepancy("x1", "number", True, "how many went", "e1", sides),),
        (Relation("state", "RUR", "GRA", "2024-05-06", "2024-05-12", 0.0, 5.5, ("e1",)),),
        (Judgement("j1", "merge actors", (chains[0].id,), "rule", "same name", "2024-05-07"),),
        (Rejection("broken.pdf", "the PDF is encrypted"),),
    )  # fmt: skip
