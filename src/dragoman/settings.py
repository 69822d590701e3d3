"""What the user has set: the one place that reads the environment and the settings file.

A file `dragoman.toml` in the working folder (or the one that DRAGOMAN_SETTINGS names) may hold `model`, `codebook`,
`cues`, `world` (paths, relative to the file), `time_limit` (seconds a report) and `who` (the name under which your
corrections are kept; else your login). A variable DRAGOMAN_MODEL, DRAGOMAN_CODEBOOK, … goes before the file.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SettingsError

PATHS = ("model", "codebook", "cues", "world")
NAMES = (*PATHS, "time_limit", "who")
TIME_LIMIT = 300.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths of the user's own data, laid over the packaged data, and the time that one report may take."""

    model: Path | None = None
    codebook: Path | None = None
    cues: Path | None = None
    world: Path | None = None
    time_limit: float = TIME_LIMIT
    who: str = "a person"


def load(environment: Mapping[str, str] = os.environ, folder: Path | None = None) -> Settings:
    """The settings of this user. Raises SettingsError for a file or value that makes no sense."""
    named = environment.get("DRAGOMAN_SETTINGS")
    file = Path(named) if named else (folder or Path()) / "dragoman.toml"
    found = _file(file) if named or file.exists() else {}
    for name in NAMES:
        value = environment.get(f"DRAGOMAN_{name.upper()}")
        if value:
            found[name] = (value, f"DRAGOMAN_{name.upper()}")
    paths = {name: _path(*found[name]) for name in PATHS if name in found}
    limit = _seconds(*found["time_limit"]) if "time_limit" in found else TIME_LIMIT
    login = environment.get("USER") or environment.get("LOGNAME") or "a person"
    return Settings(**paths, time_limit=limit, who=str(found["who"][0]) if "who" in found else login)


def wants_traceback(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a fault of the program is to be shown with all its frames (DRAGOMAN_DEBUG)."""
    return bool(environment.get("DRAGOMAN_DEBUG"))


def _file(file: Path) -> dict[str, tuple[object, str]]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file}: {error}. It is a TOML file with any of: {', '.join(NAMES)}.") from error
    unknown = sorted(set(values) - set(NAMES))
    if unknown:
        raise SettingsError(f"{file}: there is no setting {unknown[0]!r}. There are: {', '.join(NAMES)}.")
    here = file.parent
    return {
        name: (str(here / value) if name in PATHS and isinstance(value, str) else value, f"{file}, {name}")
        for name, value in values.items()
    }


def _path(value: object, where: str) -> Path:
    if not isinstance(value, str) or not Path(value).exists():
        raise SettingsError(f"{where}: there is no file or folder {value!r}.")
    return Path(value)


def _seconds(value: object, where: str) -> float:
    try:
        seconds = float(str(value))
    except ValueError:
        seconds = 0.0
    if not seconds > 0:
        raise SettingsError(f"{where}: {value!r} is not a number of seconds above 0.")
    return seconds
