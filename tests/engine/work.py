"""Tasks for the engine that its worker processes can import."""

import os
import time

from dragoman.errors import SettingsError


def load() -> int:
    """What a worker loads."""
    return 100


def fail_to_load() -> int:
    """A worker that cannot load."""
    raise SettingsError("codebook.csv, row 3: there is no type ACUSE")


def do(loaded: int, task: str) -> str:
    """Do as the task says."""
    match task.partition(" "):
        case ("sleep", _, seconds):
            time.sleep(float(seconds))
        case ("die", _, _):
            os._exit(3)
        case ("raise", _, _):
            raise ZeroDivisionError("nothing goes into nothing")
    return f"{task} {loaded}"
