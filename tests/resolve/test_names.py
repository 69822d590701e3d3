"""Names: variants of one person's name are the same, strangers are not, and each score is said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.names import compare, match_names
from dragoman.resolve.names_fold import latin, name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karim Hosseini", "Kareem Husseiny"),
        ("Yusuf al-Qadri", "Youssef el Kadri"),
        ("Abdul Rahim Noor", "Abdelrahim Nour"),
        ("Nour al-Din Haddad", "Noureddine Haddad"),
        ("Elnur Mirzazade", "Elnur Mirza-Zadeh"),
        ("Rashid Valiyev", "Rashid Valiev"),
        ("Grigory Zhdanov", "Grigoriy Jdanov"),
        ("Vasily Orlov", "Orlov, Vasily"),
        ("Vasily Petrovich Orlov", "Vasily Orlov"),
        ("Hsu Chih-ming", "Xu Zhiming"),
        ("Pak Yong-ho", "Park Young Ho"),
        ("Zoë Lindqvist", "Zoe Lindqvist"),
        ("Bill Thornbury", "William Thornbury"),
        ("R. Okonkwo", "Rosa Okonkwo"),
        ("Prime Minister Ada Brand", "Ada Brand"),
        ("Брат Иван Соколов", "Brat Ivan Sokolov"),
        ("MARTA HOLUB", "Marta Holub"),
        ("O’Hagan, Peter", "Peter OHagan"),
        ("Jan van der Meulen", "Jan Van Der Meulen"),
        ("김영호", "Kim Yeong-ho"),
        ("Sebastian Thornburg", "Sebastain Thornburg"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert compare(a, b).same, compare(a, b)
    assert compare(b, a).same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karim Hosseini", "Nadia Hosseini"),
        ("Vasily Orlov", "Vasily Gorin"),
        ("Vasily Petrovich Orlov", "Vasily Ilyich Orlov"),
        ("Liu Weimin", "Luo Weimin"),
        ("Kim Yong-ho", "Kim Yong-su"),
        ("Ahmed bin Omar al-Sabri", "Omar bin Ahmed al-Sabri"),
        ("Anna K. Brandt", "Anna M. Brandt"),
        ("Casimir II", "Casimir III"),
        ("Orlov", "Vasily Orlov"),
        ("Boris Lang", "Doris Land"),
    ],
)
def test_two_people(a: str, b: str) -> None:
    assert not compare(a, b).same, compare(a, b)


def test_the_reason_names_the_parts() -> None:
    why = compare("Nasrin Kazemi", "Nasreen Kazimi").why
    assert "nasrin/nasreen" in why and "kazemi/kazimi" in why
    assert "contradicted: nasrin/pouya" in compare("Nasrin Kazemi", "Pouya Kazemi").why or "other parts" in why


def test_countries_count() -> None:
    bare, same, other = (compare("Ivan Berg", "Ivan Burg", *c) for c in ((), ("NOR", "NOR"), ("NOR", "PER")))
    assert other.score < bare.score < same.score
    assert "NOR is not PER" in other.why


def test_the_interface_of_the_command() -> None:
    rows = [{"id": "1", "a": "Ida Falk", "b": "Ida Falck", "schema": "Person"}]
    (out,) = match_names(rows)
    assert out["id"] == "1" and out["same"] is True and 0 <= out["score"] <= 1 and out["why"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Ğülşən", "gulsan"), ("Łódź", "lodz"), ("Сергей", "sergey"), ("मोहन", "mohan"), ("Þórður", "thordur")],
)
def test_other_scripts(text: str, plain: str) -> None:
    assert latin(text).replace(" ", "") == plain


def test_titles_come_off_but_never_all() -> None:
    assert name("Foreign Minister Dr. Lena Moss").titles == ("foreign minister", "dr")
    assert [t.text for t in name("Chancellor").tokens] == ["chancellor"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_compare_both_ways(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert 0 <= there.score <= 1
    assert there.same == back.same


@given(
    st.lists(
        st.sampled_from(["Anna", "Karim", "Wolde", "Chernov", "Haddad", "Sun"]), min_size=2, max_size=3, unique=True
    )
)
def test_a_name_is_itself_in_capitals(parts: list[str]) -> None:
    text = " ".join(parts)
    assert compare(text, text.upper()).same
