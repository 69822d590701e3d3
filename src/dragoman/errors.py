"""Everything that can go wrong, as a tree.

DragomanError
├── InputError        what the user named cannot be read at all
├── DossierError      the dossier cannot be opened, read or written
│   ├── NotADossier       it is some other file
│   ├── NewerDossier      a newer program wrote it
│   └── UnknownRecord     it holds no such record
└── SettingsError     a settings or data file has a mistake in it

Each carries one message for people: what is wrong, where, and what to do.
"""

import traceback
from pathlib import Path


class DragomanError(Exception):
    """Whatever Dragoman raises on purpose; its text is meant for the user."""


class InputError(DragomanError):
    """What the user named cannot be read at all."""


class DossierError(DragomanError):
    """The dossier cannot be opened, read or written."""


class NotADossier(DossierError):
    """The file is no dossier."""


class NewerDossier(DossierError):
    """A newer program wrote the dossier."""


class UnknownRecord(DossierError):
    """The dossier holds no such record."""


class SettingsError(DragomanError):
    """A settings or data file has a mistake in it."""


def blame(error: BaseException) -> str:
    """An unforeseen error in one line, with its place in the program, for whoever reports the fault."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {str(error)[:200]}{at}"
