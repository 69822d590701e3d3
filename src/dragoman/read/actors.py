"""Who a report names: its actors, each with all its mentions."""

from collections.abc import Sequence

from dragoman.model.actor import Chain, Evidence, Mention, Role
from dragoman.model.event import Place
from dragoman.model.ids import chain_id
from dragoman.model.parse import Parse
from dragoman.model.text import Report
from dragoman.model.world import World
from dragoman.read.actors_names import page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_phrases import phrases
from dragoman.read.actors_terms import terms
from dragoman.read.coref import clusters
from dragoman.read.coref_cluster import Cluster, Post
from dragoman.read.coref_home import homes

MADE_UP = ("org:", "described:", "holder:")


def chains(report: Report, parse: Parse, world: World, places: Sequence[Place] = ()) -> tuple[Chain, ...]:
    """The actors one report names, in order of their first mention; its places tell where some of them are from."""
    here, spots = homes(report, world), located(parse, places)
    found = page(parse, world, terms(), report.published.date, here, spots)
    made = clusters(found, phrases(found), report.published.date, spots, here)
    mentions = distinct(parse, made)
    ids = {id(c): chain_id(report.id, mentions[id(c)][0].span) for c in made if mentions[id(c)]}
    made = sorted((c for c in made if id(c) in ids), key=lambda c: mentions[id(c)][0].span.start)
    return tuple(chain(report.id, parse, c, mentions[id(c)], ids) for c in made)


def located(parse: Parse, places: Sequence[Place]) -> dict[int, str]:
    """The country of each token that belongs to a place's name."""
    known = [(p.span, p.country) for p in places if p.span and p.country]
    return {i: country for span, country in known for i in range(*parse.tokens(span))}


def distinct(parse: Parse, made: list[Cluster]) -> dict[int, tuple[Mention, ...]]:
    """The mentions of each cluster in order; no two clusters keep the same words, names before descriptions."""
    taken: dict[tuple[int, int], int] = {}
    order = ("name", "metonym", "nominal", "pronoun")
    ranked = sorted(
        ((order.index(p.form), bool(c.members), k, p) for k, c in enumerate(made) for p in c.phrases), key=rank
    )
    for _, _, k, p in ranked:
        taken.setdefault((p.start, p.end), k)
    return {
        id(c): tuple(
            mention(parse, p)
            for p in sorted({(p.start, p.end): p for p in c.phrases}.values(), key=lambda p: (p.start, p.end))
            if taken[p.start, p.end] == k
        )
        for k, c in enumerate(made)
    }


def rank(item: tuple[int, bool, int, Phrase]) -> tuple[int, bool, int]:
    """What a phrase is ranked by."""
    return item[:3]


def mention(parse: Parse, phrase: Phrase) -> Mention:
    """A phrase as a mention."""
    return Mention(parse.span(phrase.start, phrase.end), phrase.form, phrase.head, phrase.place)


def chain(document: str, parse: Parse, c: Cluster, mentions: tuple[Mention, ...], ids: dict[int, str]) -> Chain:
    """A cluster as a chain."""
    key = None if c.key is None or c.key.startswith(MADE_UP) else c.key
    return Chain(
        ids[id(c)], document, c.name, c.kind, c.country, c.sector, c.described, mentions, key,
        roles(document, parse, c), tuple(ids[id(m)] for m in c.members if id(m) in ids),
    )  # fmt: skip


def roles(document: str, parse: Parse, c: Cluster) -> tuple[Role, ...]:
    """The posts of a cluster, each once, with the words that give them."""
    found: dict[tuple[str, str | None], list[Post]] = {}
    for post in c.posts:
        found.setdefault((post.title.casefold(), post.organisation), []).append(post)
    return tuple(
        Role(
            posts[0].title, posts[0].organisation,
            evidence=tuple(Evidence(document, parse.span(p.phrase.start, p.phrase.end)) for p in posts),
        )
        for posts in found.values()
    )  # fmt: skip
