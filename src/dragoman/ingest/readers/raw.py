"""A file's bytes, however they are had: from disk (read when needed) or from standard input (read once)."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.model.text import Metadata

CHUNK = 1 << 20
NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Raw:
    """A file to read: its name in the account, its size in bytes, how to open it, what is known about it."""

    name: str
    size: int
    open: Callable[[], BinaryIO]
    metadata: Metadata = NOTHING
    given: Metadata = NOTHING

    def bytes(self) -> bytes:
        """Everything in it."""
        with self.open() as file:
            return file.read()

    def sha256(self) -> str:
        """The SHA-256 of everything in it, read piece by piece."""
        digest = hashlib.sha256()
        with self.open() as file:
            while piece := file.read(CHUNK):
                digest.update(piece)
        return digest.hexdigest()


def on_disk(path: Path, name: str) -> Raw:
    """The file at `path`; raises OSError where it is not there."""
    return Raw(name, path.stat().st_size, lambda: path.open("rb"))


def in_memory(data: bytes, name: str) -> Raw:
    """Bytes that were read already."""
    return Raw(name, len(data), lambda: io.BytesIO(data))


def merged(first: Metadata, second: Metadata) -> Metadata:
    """`first`, with what it does not say from `second`."""
    return Metadata(
        first.title or second.title, first.published or second.published, first.outlet or second.outlet,
        first.url or second.url, first.author or second.author,
    )  # fmt: skip
