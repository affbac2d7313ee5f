"""What the path and the header of a file have in common with those of others."""

import pytest

from digest_tui.model import Digest, Lines
from digest_tui.model.signs import folded, is_topic, shape_of, signs_of


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Daily Papers — 2025-12-10", "daily papers — #-#-#"),
        ("Dec 3", "# #"),
        ("december", "#"),
        ("Tues/Wednesday/thurs", "#/#/#"),
        ("decade sunny", "decade sunny"),
        ("may", "#"),
        ("mayor", "mayor"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
    ],
)
def test_what_differs_from_day_to_day_is_folded(text: str, same: str) -> None:
    assert folded(text) == same


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("posts/2025-12-10-papers.md", ("posts", "#-#-#-papers", False)),
        ("notes.md", ("", "notes", False)),
        ("log/notes", ("log", "notes", False)),
        ("log/.md", ("log", ".md", False)),
        ("a.b/c.d.md", ("a.b", "c.d", False)),
        ("posts/2025-12-10/index.md", ("posts", "#-#-#", True)),
        ("posts/10/_index.md", ("posts", "#", True)),
        ("posts/README.md", ("", "posts", True)),
        ("index.md", ("", "index", False)),
    ],
)
def test_the_shape_of_a_path(path: str, shape: tuple[str, str, bool]) -> None:
    assert shape_of(path) == shape
    assert shape_of(path).path == f"{shape[0]}/{shape[1]}" + ("/" if shape[2] else "")


def signs(*header: str, below: str = "text") -> list[str]:
    lines = ("---", *header, "---", below)
    made = Digest("a.md", "blog", lines, "text", "t", header=Lines(0, len(lines) - 1))
    return signs_of(made).split("\x1f")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (["layout: post"], ["layout=post"]),
        (["Type= Paper"], ["type=paper"]),
        (["template: a", "series: B"], ["template=a", "topic=b"]),
        (["category: a", "categories: [b, 'c']", 'tag: "d"'], ["topic=a", "topic=b", "topic=c", "topic=d"]),
        (["tags:", "  - a", "- b", "- 'c'", "title: x", "- d"], ["topic=a", "topic=b", "topic=c"]),
        (["tags:", "- a", "", "- b"], ["topic=a", "topic=b"]),
        (["tags:", "- name: a", "- b"], [""]),
        (["topics: a # for later", "topic: C#, b"], ["topic=a", "topic=c#", "topic=b"]),
        (["keyword: a, ,b,", "keywords: a"], ["topic=a", "topic=b"]),
        (["tags: papers 2025-12-10"], ["topic=papers #-#-#"]),
        (["tags: " + "x" * 50], ["topic=" + "x" * 40]),
        (["tags: " + ", ".join("abcdefghijklmn")], [f"topic={letter}" for letter in "abcdefghijkl"]),
        (["title: tags: a"], [""]),
        ([], [""]),
    ],
)
def test_the_words_by_which_a_blog_sorts_its_pages(header: list[str], words: list[str]) -> None:
    assert signs(*header) == words


def test_a_file_with_nothing_below_its_header_is_blank() -> None:
    assert signs("tags: a", below="  ") == ["blank", "topic=a"]


def test_what_is_a_topic() -> None:
    words = ("topic=a", "layout=post", "type=paper", "template=a")
    assert [word for word in words if is_topic(word)] == ["topic=a"]
