"""Who a report names: its actors, each with all its mentions."""

from dragoman.model.actor import Chain, Form, Kind, Mention
from dragoman.model.ids import chain_id
from dragoman.model.parse import Parse
from dragoman.model.text import Report
from dragoman.model.world import World


def chains(report: Report, parse: Parse, world: World) -> tuple[Chain, ...]:
    """The actors one report names, in order of their first mention."""
    found: dict[str, list[tuple[int, int, Form]]] = {}
    for entity in parse.entities:
        if entity.label not in ("PERSON", "ORG", "GPE", "NORP"):
            continue
        start, end = entity.start, entity.end
        while start < end - 1 and parse.words[start].lower() in ("the", "a", "an"):
            start += 1
        while end - 1 > start and parse.words[end - 1] in ("’s", "'s", "’", "'"):
            end -= 1
        text = parse.source[parse.starts[start] : parse.ends[end - 1]]
        named = world.find(text)
        if named:
            form: Form = "name" if named.form in ("name", "adjective") else "metonym"
            found.setdefault(named.known.key, []).append((start, end, form))
        elif entity.label == "PERSON":
            found.setdefault("person:" + text.split()[-1].lower(), []).append((start, end, "name"))
        elif entity.label == "ORG":
            found.setdefault("org:" + text.lower(), []).append((start, end, "name"))
    return tuple(chain(report, parse, world, key, places) for key, places in found.items())


def chain(report: Report, parse: Parse, world: World, key: str, places: list[tuple[int, int, Form]]) -> Chain:
    """One actor from its mentions' token ranges."""
    mentions = tuple(Mention(parse.span(s, e), form, e - 1) for s, e, form in places)
    known = world.known.get(key)
    name = known.name if known else max((m.span.text for m in mentions), key=len)
    kind: Kind = known.kind if known else "person" if key.startswith("person:") else "civil"
    return Chain(
        chain_id(report.id, mentions[0].span), report.id, name, kind, known.country if known else None,
        known.sector if known else None, False, mentions, known.key if known else None,
    )  # fmt: skip
