"""What raw HTML shows: pictures, videos, a line break, or itself."""

import pytest

from digest_tui.markup.blocks import Media
from digest_tui.markup.html import is_line_break, media_kind, media_only


@pytest.mark.parametrize(("html", "is_one"), [("<br>", True), ("<BR />", True), ("<br/>x", False), ("<b>", False)])
def test_a_line_break(html: str, is_one: bool) -> None:
    assert is_line_break(html) is is_one


@pytest.mark.parametrize(
    ("src", "kind"),
    [
        *((f"a{ending}", "video") for ending in (".mp4", ".mov", ".qt", ".webm", ".m4v", ".avi", ".MP4")),
        ("a.mp4?x=1", "video"),
        ("a.mp4#t=3", "video"),
        ("a.png?b.mp4", "picture"),
        ("a.png#b.mp4", "picture"),
        ("a.png", "picture"),
        ("mp4", "picture"),
    ],
)
def test_a_video_is_known_by_its_ending(src: str, kind: str) -> None:
    assert media_kind(src) == kind


@pytest.mark.parametrize(
    ("html", "media"),
    [
        ("<img src=a.png>", [Media("picture", "", "a.png")]),
        ("<IMG SRC='a.png' ALT=b>", [Media("picture", "b", "a.png")]),
        ("<img src = \"a b.png\" alt=''>", [Media("picture", "", "a b.png")]),
        ("<img src='a.png' src='b.png'>", [Media("picture", "", "a.png")]),
        ("<img src='' alt=b>", []),
        ("<img alt=b>", []),
        ("<img src='a.mp4'>", [Media("video", "", "a.mp4")]),
        ("<video src=a></video>", [Media("video", "", "a")]),
        ("<video><source src=a.webm></video>", [Media("video", "", "a.webm")]),
        (
            "<a href='/x'><img src=a.png></a><img src=b.png>",
            [Media("picture", "", "a.png", "/x"), Media("picture", "", "b.png")],
        ),
        ("<img src=a.png href=b>", [Media("picture", "", "a.png")]),
        ("<img src='a&amp;b.png' alt='c\n d &lt;'>", [Media("picture", "c d <", "a&b.png")]),
        ("<p>\n<img src=a.png>\n</p>", [Media("picture", "", "a.png")]),
        ("<iframe src=a.png></iframe>", []),
        ("<p>words <img src=a.png></p>", []),
        ("words", []),
    ],
)
def test_what_holds_nothing_but_pictures_and_videos(html: str, media: list[Media]) -> None:
    assert media_only(html) == tuple(media)
