"""What the machines of a log are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.machines import machine_names, short_name

A, B = "3fa90112aabbccdd", "3fa97712aabbccdd"


@pytest.mark.parametrize(
    ("hostname", "name"),
    [("laptop.example.org", "laptop"), ("laptop", "laptop"), ("", ""), ("\x1b[31mx", "[31mx"), ("서재.local", "서재")],
)
def test_the_name_of_a_machine_has_no_domain(hostname: str, name: str) -> None:
    assert short_name(hostname) == name


def test_a_machine_without_a_name_gets_a_part_of_its_id_that_stays() -> None:
    assert machine_names([A], {}) == {A: "machine 3fa9"}
    assert machine_names([A, B], {}) == {A: "machine 3fa9", B: "machine 3fa97"}
    assert machine_names(["x"], {}) == {"x": "machine x"}
    assert machine_names([A, "c0ffee00c0ffee00"], {"c0ffee00c0ffee00": "desk"})[A] == "machine 3fa9"


def test_the_first_of_one_name_keeps_it() -> None:
    assert machine_names([B, A], {A: "desk", B: "desk"}) == {A: "desk", B: "desk 3fa9"}
    assert machine_names([A], {A: ""}) == {A: "machine 3fa9"}


@given(st.lists(st.text(), max_size=6), st.dictionaries(st.text(), st.sampled_from(["", "desk", "machine"])))
def test_every_machine_has_a_name(hosts: list[str], known: dict[str, str]) -> None:
    assert {*hosts} <= machine_names(hosts, known).keys()
    assert all(machine_names(hosts, known).values())
