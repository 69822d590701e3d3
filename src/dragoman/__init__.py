"""Dragoman reads reports on an international crisis and gives one sourced account of them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.dossier import Dossier as Dossier

__version__ = "0.1.0"
__all__ = ["Dossier", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the API only when it is asked for, so that `import dragoman` stays light."""
    if name == "Dossier":
        from dragoman.dossier import Dossier

        return Dossier
    raise AttributeError(name)
