"""The steps from one version of the schema to the next, so that an older dossier opens with its records kept."""

from collections.abc import Callable

from sqlalchemy import Connection

from dragoman.store.schema import VERSION, meta

STEPS: dict[int, Callable[[Connection], None]] = {}
"""What leads from each version to the one after it."""


def upgrade(tx: Connection, version: int) -> None:
    """Bring a dossier of `version` up to this program's, in the caller's transaction."""
    for step in range(version, VERSION):
        STEPS[step](tx)
    tx.execute(meta.update().where(meta.c.key == "schema").values(value=str(VERSION)))
