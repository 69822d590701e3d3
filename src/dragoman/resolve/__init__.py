"""Who is who: names compared, chains joined into actors, and a reason kept for every joining.

What the dossier and the command line call (pure, deterministic; records from `model/`):

`world.load(user=None) -> World`
    The data of `resolve/world/`, a user's folder laid over it.
`names.compare(a, b, country_a=None, country_b=None) -> Comparison`
    `same`, `score` (0 to 1), `features` and `why` in words. `names.match_names(rows) -> Iterator[dict]` serves
    `dragoman match-names`.
`actors.keys(chain, world=None, day=None) -> tuple[str, ...]`
    Blocking keys. The dossier keeps them per chain; the candidates for a new chain are the actors that have a chain
    with one of its keys. A chain recognised in the world has one key, its own.
`actors.assign(new, known, judgements, setting, world) -> Assignment`
    `new`: chains without an actor yet. `known`: `Group(actor, chains)` for every candidate; `chains` may be left
    empty for an actor with a world key (a state may have thousands). `judgements`: all decisions of persons, and undone
    ones of rules, that name a document of `new` or `known`. `setting`: `Setting(dates, stories, when, before)`.
    Returns `Assignment(actors, actor_of, gone, judgements, review)`: the actors that are new or changed, the actor of
    each chain given, {old actor id: the id it went into}, the new decisions, and the pairs worth a person's look.
    After a person's decision call it again with the touched actors' chains as `new` and `Setting.before` telling
    which actor each had: ids are kept where they can be.
`decisions.merge(a, b, by)`, `.apart(a, b, by)`, `.split(actor, chains, by)`, `.rename(actor, name, by)`,
`.change(actor, field, value, by)`,
`.undo(judgement)` -> Judgement
    A person's decisions, to be stored and handed to `assign`.
`petrarch.parse(text) -> Parsed` and `petrarch.table(tenures) -> str`
    Actor dictionaries in PETRARCH's date-bounded format, and the `people.csv` of a user's folder that they make.
"""
