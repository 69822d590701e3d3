"""Linking many made-up people finds nearly all their mentions, and few strangers."""

from benchmarks.blocking import measure


def test_a_small_crowd() -> None:
    figures = measure(800)
    assert figures["pairs in a block"] >= 0.98
    assert figures["pairs found"] >= 0.97
    assert figures["pairs right"] >= 0.97
