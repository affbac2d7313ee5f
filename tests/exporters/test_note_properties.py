"""The properties of a note: ours are brought up to date, every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import ExportError
from digest_tui.exporters.note_properties import merged
from digest_tui.exporters.note_values import NAMES, Value, properties_text, valid_tags
from digest_tui.exporters.property_record import record_of, record_text
from digest_tui.exporters.property_text import plain, properties_of
from support.promises import promises

OURS: dict[str, Value] = {"votes": "25", "tags": ("a", "b"), "status": "unread", "aliases": ("Quiet: Kites",)}


def written(values: dict[str, Value]) -> tuple[str, dict[str, frozenset[str]]]:
    """A new note of these properties, and the record of them."""
    text, record = merged("", values, {})
    return text + "body\n", record_of(record_text(record))


def after(
    change: tuple[str, str], values: dict[str, Value], before: dict[str, Value] = OURS
) -> tuple[str, dict[str, frozenset[str]]]:
    """The properties, after a person changed a note and it was brought up to date."""
    note, record = written(before)
    assert change[0] in note
    note, record = merged(note.replace(*change), values, record)
    again = merged(note, values, record)
    assert again == (note, record), "a second time changes nothing"
    assert note.endswith("---\n\nbody\n")
    return note[4:-10], record


def test_new_ones() -> None:
    assert written(OURS)[0] == (
        '---\nvotes: 25\ntags:\n  - a\n  - b\nstatus: unread\naliases:\n  - "Quiet: Kites"\n---\n\nbody\n'
    )


@promises(
    "docs/formats.md",
    "A property is brought up to date while it says what we wrote; one that you changed or removed is yours.",
    "In `tags` and `aliases` this holds for each item, so that yours stand beside ours.",
)
@pytest.mark.parametrize(
    ("change", "values", "expected"),
    [
        (("", ""), {"votes": "26", "status": "read"}, ("votes: 25", "votes: 26", "status: unread", "status: read")),
        (("votes: 25", "votes: 25 # few"), {"votes": "26"}, ("votes: 25", "votes: 26 # few")),
        (("votes: 25", "votes: '25'"), {"votes": "26"}, ("votes: 25", "votes: 26")),
        (("votes: 25", "votes: 99"), {"votes": "26"}, ("votes: 25", "votes: 99")),
        (("votes: 25\n", ""), {"votes": "26"}, ("votes: 25\n", "")),
        (("votes: 25\n", "votes:\n"), {"votes": "26"}, ("votes: 25\n", "votes:\n")),
        (("votes: 25", "votes: [25]"), {"votes": "26"}, ("votes: 25", "votes: [25]")),
        (("votes: 25\n", "# mine\nmine: [x,  y] # z\nvotes: 25\n"), {"votes": "26"},
         ("votes: 25\n", "# mine\nmine: [x,  y] # z\nvotes: 26\n")),
        (("", ""), {"tags": ("b", "c")}, ("  - a\n  - b\n", "  - b\n  - c\n")),
        (("  - a\n", "  - a\n  - mine\n"), {"tags": ("c",)}, ("  - a\n  - b\n", "  - mine\n  - c\n")),
        (("  - a\n", ""), {"tags": ("a", "b", "c")}, ("  - a\n  - b\n", "  - b\n  - c\n")),
        (("  - a\n", "  - a # why\n"), {"tags": ("b",)}, ("  - a\n", "  - a # why\n")),
        (("  - a\n", "  - A\n"), {"tags": ("b",)}, ("  - a\n", "  - A\n")),
        (("  - a\n", "  - '#a'\n"), {"tags": ("a", "b")}, ("  - a\n", "  - '#a'\n")),
        (("  - a\n  - b\n", "  - a\n  - b\n# end\n"), {"tags": ("a", "b", "c")},
         ("  - a\n  - b\n", "  - a\n  - b\n  - c\n# end\n")),
        (("tags:\n  - a\n  - b\n", "tags: [a,   b, mine]  # x\n"), {"tags": ("b", "c")},
         ("tags:\n  - a\n  - b\n", "tags: [b, mine, c]  # x\n")),
        (("tags:\n  - a\n  - b\n", "tags: a, mine\n"), {"tags": ("a", "c")},
         ("tags:\n  - a\n  - b\n", "tags: [a, mine, c]\n")),
        (("tags:\n  - a\n  - b\n", "tags:\n"), {"tags": ("a", "c")}, ("tags:\n  - a\n  - b\n", "tags:\n  - c\n")),
        (("tags:\n  - a\n  - b\n", "tags:\n- a\n- b\n"), {"tags": ("b", "c")},
         ("tags:\n  - a\n  - b\n", "tags:\n- b\n- c\n")),
        (("tags:\n  - a\n  - b\n", "tags: {a: 1}\n"), {"tags": ("c",)}, ("tags:\n  - a\n  - b\n", "tags: {a: 1}\n")),
        (("tags:\n  - a\n  - b\n", "tags: [a,\n  b]\n"), {"tags": ("c",)},
         ("tags:\n  - a\n  - b\n", "tags: [a,\n  b]\n")),
        (("", ""), {"tags": ()}, ("tags:\n  - a\n  - b\n", "")),
        (("tags:\n", "tags: # mine\n"), {"tags": ()}, ("tags:\n", "tags: # mine\n")),
        (("", ""), {"votes": ""}, ("votes: 25\n", "")),
        (("votes: 25", "votes: 25 # few"), {"votes": ""}, ("votes: 25", "votes: 25 # few")),
        (('"Quiet: Kites"', "Mine"), {"aliases": ("New Kites",)}, ('"Quiet: Kites"', 'Mine\n  - "New Kites"')),
        (("", ""), {"arxiv_id": "2512.1"}, ('Kites"\n', 'Kites"\narxiv_id: "2512.1"\n')),
        (("status: unread", "arxiv_id: mine\nstatus: unread"), {"arxiv_id": "2512.1"},
         ("status: unread", "arxiv_id: mine\nstatus: unread")),
    ],
)  # fmt: skip
def test_what_a_person_changed(change: tuple[str, str], values: dict[str, Value], expected: tuple[str, ...]) -> None:
    wanted = written(OURS)[0][4:-10]
    for old, new in zip(expected[::2], expected[1::2], strict=True):
        assert old in wanted
        wanted = wanted.replace(old, new)
    now = {name: value for name, value in {**OURS, **values}.items() if value}
    assert after(change, now)[0] == wanted


def test_what_a_person_removed_stays_removed_and_what_we_removed_comes_back() -> None:
    removed, record = after(("  - a\n", ""), OURS)
    assert "- a" not in removed
    note, record = written(OURS)
    without = {**OURS, "tags": ("b",)}
    note, record = merged(note, without, record)
    assert "- a" not in note
    note, record = merged(note, OURS, record)
    assert "- a" in note


def test_a_tag_that_was_the_persons_first_is_never_removed() -> None:
    note, record = written({**OURS, "tags": ("b",)})
    note = note.replace("  - b\n", "  - b\n  - a\n")
    for tags in (("a", "b"), ("b",), ()):
        note, record = merged(note, {**OURS, "tags": tags}, record)
        assert "  - a\n" in note


def test_an_item_is_added_where_the_next_property_is_removed() -> None:
    note, record = written({"aliases": ("A",)})
    note, record = merged(note, {"aliases": ("B",), "votes": "1"}, record)
    assert merged(note, {"aliases": ("C",)}, record)[0] == "---\naliases:\n  - C\n---\n\nbody\n"


def test_a_note_without_properties_does_not_get_those_that_were_removed() -> None:
    _, record = written(OURS)
    assert merged("body\n", OURS, record) == ("body\n", record)
    assert merged("body\n", OURS, {}) == ("body\n", {})


def test_without_a_record_what_is_there_is_the_persons() -> None:
    note, _ = written(OURS)
    changed, record = merged(note, {**OURS, "votes": "26", "tags": ("c",)}, {})
    assert changed == note.replace("  - b\n", "  - b\n  - c\n")
    assert "votes" not in record


@pytest.mark.parametrize(
    "head",
    ["{a: 1}\n", "a: 1\na: 2\n", "a: [\n", "- a\n", "words\n", "a: &x [*x]\nb: *y\n", "\x00: 1\n", "? [\n" * 9000],
)
def test_what_cannot_be_read_is_refused(head: str) -> None:
    with pytest.raises(ExportError):
        merged(f"---\n{head}---\nbody\n", OURS, {})


@promises(
    "docs/formats.md",
    "In tags `+` becomes `plus`, any other sign that Obsidian does not take becomes `-`, and one without a letter has "
    "`_` before it.",
)
def test_tags_that_obsidian_takes() -> None:
    tags = ["gpt-4.5", "c++", "2025", "20/25", "a//b/", "한글", "a_b", ".hidden", "CPlusPlus", "नमस्ते"]
    assert list(valid_tags(tags)) == [
        "gpt-4-5", "cplusplus", "_2025", "_20/25", "a/b", "한글", "a_b", "-hidden", "नमस्ते",
    ]  # fmt: skip


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(str.strip).filter(bool)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "doi": WORDS, "votes": st.integers(0, 999).map(str),
        "status": st.sampled_from(["read", "no", "1.0", "2031-01-01"]),
        "tags": st.lists(st.sampled_from("abcdeé"), min_size=1, max_size=4, unique_by=str.casefold).map(tuple),
        "aliases": WORDS.map(lambda word: (word,)),
    },
)  # fmt: skip


@pytest.mark.hypothesis
@given(VALUES, st.lists(VALUES, min_size=1, max_size=3))
def test_any_values_are_read_back(first: dict[str, Value], others: list[dict[str, Value]]) -> None:
    note, record = merged("", first, {})
    assert note == (
        f"---\n{properties_text({name: first[name] for name in NAMES if name in first})}---\n\n" if first else ""
    )
    for values in others:
        note, record = merged(note, values, record_of(record_text(record)))
        found = properties_of(note)
        read = {name: plain(node) for name, node in found.nodes.items()} if found else {}
        assert {name: sorted(value) if isinstance(value, list) else value for name, value in read.items()} == {
            name: sorted(value) if isinstance(value, tuple) else value for name, value in values.items()
        }
