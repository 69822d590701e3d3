"""Why tellings are held to be one is said in words, without figures."""

import pytest

from dragoman.reconcile.reasons import AGAINST, FOR, in_words


def test_what_speaks_for_comes_first_the_weightiest_first() -> None:
    found = {"kind": 1.0, "content": 5.9, "days": 0.1, "standing": -2.0, "one report": -1.0}
    assert in_words(found) == (
        "the same happening: about the same matter, of one kind; against it: one tells it as done, one as denied or "
        "only possible, one report seldom tells a thing twice"
    )


def test_nothing_is_said_of_nothing() -> None:
    assert in_words({}) == "the same happening: nothing tells them apart"


@pytest.mark.parametrize("name", sorted({*FOR, *AGAINST}))
def test_no_reason_holds_a_figure(name: str) -> None:
    assert not any(c.isdigit() or c in "+-" for c in in_words({name: 2.0}) + in_words({name: -2.0}))
