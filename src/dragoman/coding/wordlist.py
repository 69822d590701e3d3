"""Small lists of words that grammar needs, written as running text."""


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())
