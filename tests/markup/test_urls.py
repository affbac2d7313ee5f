"""Bare addresses in running text."""

import pytest

from digest_tui.markup.urls import split_urls


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
        ("https:///", ["<https:///>"]),
        ("xhttps://x.kr", ["xhttps://x.kr"]),
        ("보라https://x.kr", ["보라", "<https://x.kr>"]),
        ("https://x.kr/가", ["<https://x.kr/>", "가"]),
    ],
)
def test_an_address_ends_before_the_punctuation_of_its_sentence(text: str, pieces: list[str]) -> None:
    assert [f"<{piece}>" if is_url else piece for piece, is_url in split_urls(text)] == pieces
