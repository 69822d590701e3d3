"""One adapter a kind of gold: gold rows in, prediction rows out. An adapter never looks at the answers."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Adapter = Callable[[list[dict[str, Any]]], Iterator[dict[str, Any]]]


def names() -> list[str]:
    """Every kind that has an adapter here."""
    return sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem != "__init__")


def adapter(kind: str) -> Adapter:
    """The `predict` of benchmarks/kinds/<kind>.py."""
    found: Adapter = importlib.import_module(f"benchmarks.kinds.{kind}").predict
    return found
