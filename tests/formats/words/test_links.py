"""Which URLs of a text are pictures, videos and links, and where each one ends."""

import pytest

from digest_tui.formats.words.links import find_links


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("코드는 https://x.example.org/a에서 공개", "https://x.example.org/a"),
        ("see https://x.example.org/a.", "https://x.example.org/a"),
        ("(https://x.example.org/a)에서", "https://x.example.org/a"),
        ("https://x.example.org/a_(b)", "https://x.example.org/a_(b)"),
        ("https://x.example.org/a'에서", "https://x.example.org/a"),
        ("**https://x.example.org**", "https://x.example.org"),
        ("https://x.example.org/a{B}", "https://x.example.org/a"),
        ("https://x.example.org/a[1]]", "https://x.example.org/a[1]"),
        ("`https://x.example.org/a`", "https://x.example.org/a"),
        ("https://x.example.org/?a=1&b=%20#c", "https://x.example.org/?a=1&b=%20#c"),
        ("<https://x.example.org/a.>", "https://x.example.org/a."),
        ("[t](https://x.example.org/a_(b))", "https://x.example.org/a_(b)"),
        ("[t](<https://x.example.org/a>)", "https://x.example.org/a"),
        ("[t](https://x.example.org/a 'title')", "https://x.example.org/a"),
        ("[t](https://x.example.org/a", "https://x.example.org/a"),
        ("[t](https://x.example.org/한글)", "https://x.example.org/한글"),
        ("[https://other.example.org](https://x.example.org/a)", "https://x.example.org/a"),
        ("[one [two] three](https://x.example.org/a)", "https://x.example.org/a"),
        ("two\nlines](https://x.example.org/a)", "https://x.example.org/a"),
        ('<a href="https://x.example.org/a">t</a>', "https://x.example.org/a"),
        ("HTTPS://X.example.org/A", "HTTPS://X.example.org/A"),
        ("[clip](https://x.example.org/a.mp4)", "https://x.example.org/a.mp4"),
    ],
)
def test_a_link_ends_where_it_should(text: str, link: str) -> None:
    found = find_links(text)
    assert (found.links, found.images, found.videos) == ((link,), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "[t](mailto:a@b.example)",
        "[t](/relative)",
        "https://",
        "https://한글.kr",
        "javascript:alert(1)",
        "ftp://x.y",
        "http:/x",
    ],
)
def test_what_is_not_http_is_no_link(text: str) -> None:
    assert find_links(text).links == ()


@pytest.mark.parametrize(
    ("text", "images", "videos"),
    [
        ("![](https://x.example.org/a.png)", ("https://x.example.org/a.png",), ()),
        ("![alt [b]](/avatars/a.svg)", ("/avatars/a.svg",), ()),
        ("<img alt='x' src='https://x.example.org/a.png'>", ("https://x.example.org/a.png",), ()),
        ("![](data:image/png;base64,AAAA)", (), ()),
        ("![]()", (), ()),
        ("![](https://x.example.org/a.MP4?x=1)", (), ("https://x.example.org/a.MP4?x=1",)),
        ('<video controls src="https://x.example.org/a.mp4"></video>', (), ("https://x.example.org/a.mp4",)),
        ('<video><source src="https://x.example.org/a"></video>', (), ("https://x.example.org/a",)),
        ("[Watch Video](https://x.example.org/a)", (), ("https://x.example.org/a",)),
        ("[Watch Video]https://x.example.org/a", (), ("https://x.example.org/a",)),
        (
            "[Watch Video](https://x.example.org/a.mp4)\n<div><video src='https://x.example.org/a.mp4'></video></div>",
            (),
            ("https://x.example.org/a.mp4",),
        ),
    ],
)
def test_pictures_and_videos_are_no_links(text: str, images: tuple[str, ...], videos: tuple[str, ...]) -> None:
    found = find_links(text)
    assert (found.images, found.videos, found.links) == (images, videos, ())


def test_a_picture_that_is_a_link_is_both() -> None:
    found = find_links("[![p](https://x.example.org/p.png)](https://x.example.org/)")
    assert (found.images, found.links) == (("https://x.example.org/p.png",), ("https://x.example.org/",))


def test_a_poster_beside_the_source_of_a_video_is_a_link() -> None:
    found = find_links('<video poster="https://x.example.org/p.png" src="https://x.example.org/v.mp4">')
    assert (found.videos, found.links) == (("https://x.example.org/v.mp4",), ("https://x.example.org/p.png",))


def test_a_bracket_left_open_on_one_line_hides_no_link_on_the_next() -> None:
    found = find_links("see [1\nhttps://a.example.org\nand](https://b.example.org)")
    assert found.links == ("https://a.example.org", "https://b.example.org")


def test_each_link_comes_once_in_order() -> None:
    text = "https://b.example.org [a](https://a.example.org) https://b.example.org."
    assert find_links(text).links == ("https://b.example.org", "https://a.example.org")
