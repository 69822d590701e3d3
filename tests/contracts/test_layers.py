"""The layers of the program: nothing imports what stands above it, and each third party is known in one place."""

from importlinter import cli


def test_imports_obey_the_layers() -> None:
    assert cli.lint_imports() == cli.EXIT_STATUS_SUCCESS
