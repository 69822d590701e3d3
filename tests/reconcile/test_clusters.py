"""Average-link clustering."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reconcile.clusters import Matrix, agglomerate

ENTRIES = st.one_of(st.just(-np.inf), st.floats(0, 1))


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    size = draw(st.integers(0, 8))
    made = np.zeros((size, size))
    for i in range(size):
        for j in range(i):
            made[i, j] = made[j, i] = draw(ENTRIES)
    return made


@given(matrices(), st.floats(0.1, 0.9))
def test_every_record_lands_in_one_group_and_none_with_what_it_is_kept_from(likeness: Matrix, threshold: float) -> None:
    groups = agglomerate([[i] for i in range(len(likeness))], likeness, threshold)
    assert sorted(i for g in groups for i in g) == list(range(len(likeness)))
    assert all(np.isfinite(likeness[i, j]) for g in groups for i in g for j in g if i != j)


def test_one_chance_likeness_does_not_chain_two_groups() -> None:
    likeness = np.array([[0, 0.9, 0.6, 0.0], [0.9, 0, 0.0, 0.0], [0.6, 0.0, 0, 0.9], [0.0, 0.0, 0.9, 0]])
    assert agglomerate([[0], [1], [2], [3]], likeness, 0.5) == [[0, 1], [2, 3]]


def test_groups_that_stand_already_grow_and_keep_their_place() -> None:
    likeness = np.full((4, 4), 0.1)
    likeness[3, 1] = likeness[1, 3] = likeness[3, 0] = likeness[0, 3] = 0.9
    assert agglomerate([[0, 1], [2], [3]], likeness, 0.5) == [[0, 1, 3], [2]]
