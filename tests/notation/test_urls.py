"""A URL ends at the same place for whoever reads it: the fields of a paper, its title, its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.formats.words.anchors import anchors
from digest_tui.formats.words.links import find_links
from digest_tui.notation.urls import is_video_file, split_urls


def urls_in(text: str) -> list[str]:
    return [piece for piece, is_url in split_urls(text) if is_url]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("코드는 https://x.example.org/a에서", "https://x.example.org/a"),
        ("(https://x.example.org/a_(b)).", "https://x.example.org/a_(b)"),
        ("https://x.example.org/a)b", "https://x.example.org/a"),
        ("https://x.example.org/a[1]](b", "https://x.example.org/a[1]"),
        ("https://x.example.org/a(]", "https://x.example.org/a("),
        ("see https://x.example.org/?a=~b!?", "https://x.example.org/?a=~b"),
    ],
)
def test_a_url_of_running_text_is_the_same_for_all(text: str, url: str) -> None:
    assert urls_in(text) == [url]
    assert find_links(text).links == (url,)
    assert [anchor.url for anchor in anchors(text)] == [url]


@pytest.mark.parametrize("text", ["https://", "https:///a", "http://.a", "no address", "ttps://x.example.org"])
def test_what_only_begins_like_a_url_is_text(text: str) -> None:
    assert list(split_urls(text)) == [(text, False)]


@given(st.lists(st.sampled_from(["https://", "a.kr", "/", "(", ")", "[", "]", ".", "가", " ", "<", ">"]), max_size=20))
def test_the_pieces_of_a_text_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(piece for piece, _ in split_urls(text)) == text
    if "[" not in text:
        assert tuple(dict.fromkeys(urls_in(text))) == find_links(text).links


@pytest.mark.parametrize("piece", ["https://a.b)", "https://a.b]", "https://a.b(", "https://", "https://a.b]("])
def test_urls_glued_together_come_to_an_end(piece: str) -> None:
    # What reads on behind each of them would not be through with this in the time of the whole test run.
    text = piece * 100_000
    assert "".join(part for part, _ in split_urls(text)) == text
    assert len(find_links(text).links) < 2


@pytest.mark.parametrize(
    ("url", "is_video"),
    [("a.mp4", True), ("https://x.kr/a.WEBM?dl=1#t", True), ("a.mp4.png", False), ("a?b.mp4", False), ("mp4", False)],
)
def test_a_video_is_known_by_the_end_of_its_path(url: str, is_video: bool) -> None:
    assert is_video_file(url) is is_video


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("no address", ["no address"]),
        ("https://x.kr", ["<https://x.kr>"]),
        ("at http://x.kr/ now", ["at ", "<http://x.kr/>", " now"]),
        ("HTTPS://X.kr/A", ["<HTTPS://X.kr/A>"]),
        ("a https://x.kr b https://y.kr", ["a ", "<https://x.kr>", " b ", "<https://y.kr>"]),
        ("https://x.kr/a.,;:!?'*_~", ["<https://x.kr/a>", ".,;:!?'*_~"]),
        ("(https://x.kr/a(b))", ["(", "<https://x.kr/a(b)>", ")"]),
        ("https://x.kr/a))", ["<https://x.kr/a>", "))"]),
        ("https://x.kr/(a", ["<https://x.kr/(a>"]),
        ("https://x.kr/a].", ["<https://x.kr/a>", "]."]),
        ("https://x.kr/a[1]", ["<https://x.kr/a[1]>"]),
        ("https://.", ["https://."]),
        ("https:///", ["https:///"]),
        ("보라https://x.kr", ["보라", "<https://x.kr>"]),
        ("https://x.kr/가", ["<https://x.kr/>", "가"]),
    ],
)
def test_an_address_ends_before_the_punctuation_of_its_sentence(text: str, pieces: list[str]) -> None:
    assert [f"<{piece}>" if is_url else piece for piece, is_url in split_urls(text)] == pieces
