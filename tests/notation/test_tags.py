"""Everyone who reads tags knows the same elements."""

import pytest

from digest_tui.formats.structure.html_words import words_of_html
from digest_tui.formats.words.inline_html import markdown_of, title_markdown
from digest_tui.formats.words.links import find_links
from digest_tui.markup.blocks import Media
from digest_tui.markup.parser import parse
from digest_tui.notation.tags import BLOCKS, CLIPS, EMPHASIS, FRAMES, LINES, MEDIA, SILENT, WORDS
from digest_tui.notation.visible import visible_text


@pytest.mark.parametrize("name", sorted(WORDS))
def test_words_reach_over_the_ends_of_an_element_within_a_line(name: str) -> None:
    html = f"강화<{name} class='x'>학습</{name.upper()}>은"
    assert visible_text(html) == "강화학습은"
    assert markdown_of(html).replace(EMPHASIS.get(name, ""), "") == "강화학습은"


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_no_word_reaches_over_the_ends_of_a_block(name: str) -> None:
    html = f"강화<{name}>학습</{name}>은"
    assert visible_text(html) == "강화\n학습\n은"
    assert markdown_of(html) == ("강화\n학습\n은" if name in LINES else "강화학습은")


@pytest.mark.parametrize("name", sorted(CLIPS | {"img"}))
def test_media_are_the_same_for_the_fields_and_for_the_reader(name: str) -> None:
    html = f"<{name} data-src='https://x.org/no.gif' src='https://x.org/a.gif'>"
    (media,) = parse(html)
    assert isinstance(media, Media)
    found = find_links(html)
    assert media.src == "https://x.org/a.gif"
    assert (media.src,) == (found.videos if media.kind == "video" else found.images)
    assert visible_text(f"강화 {html} 학습") == "강화\n학습"


def test_elements_that_some_readers_did_not_know_are_known() -> None:
    assert {"section", "article", "dd", "dl", "tfoot", "figure", "blockquote"} <= BLOCKS
    assert {"s", "q", "abbr", "nobr", "ins", "code"} <= WORDS
    assert {"svg", "button", "script", "select"} <= SILENT


@pytest.mark.parametrize("name", ["think", "EOS", "s1", "task-id", "x"])
def test_what_is_no_element_is_text_for_all(name: str) -> None:
    assert name not in BLOCKS | WORDS | MEDIA | SILENT | FRAMES
    text = f"a <{name}> b"
    assert visible_text(text) == markdown_of(text) == title_markdown(text) == words_of_html(text) == text
