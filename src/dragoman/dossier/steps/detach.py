"""Takes reports out of everything that hangs on them across reports, so that they can be settled anew or forgotten."""

from collections.abc import Sequence

from dragoman.dossier.steps import actors, events, stories
from dragoman.dossier.steps.scene import Shelf
from dragoman.store import fetch, write
from dragoman.store.door import Tx


def detach(tx: Tx, documents: Sequence[str]) -> None:
    """Undo what the dossier steps made of `documents`; persons' judgements stay."""
    disputed = set(fetch.discrepancies_in(tx, documents))
    others = fetch.documents_in_discrepancies(tx, sorted(disputed)) - set(documents)
    write.forget_discrepancies(tx, sorted(disputed))
    write.forget_rules_on(tx, documents)
    touched = events.leave(tx, documents)
    told = set(fetch.story_of(tx, documents).values())
    write.out_of_stories(tx, documents)
    actors.leave(tx, documents)
    for step in ("copies", stories.STEP):
        write.unfile(tx, step, documents)
    write.forget_notes(tx, stories.STEP, documents)
    write.no_copies(tx, documents)
    write.settled(tx, documents, yes=False)
    stories.tell(tx, told)
    shelf = Shelf(tx)
    events.tell(shelf, touched)
    events.claims(shelf, sorted(others))
