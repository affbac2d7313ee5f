"""Headings and verbatim lines, where generated Markdown differs from CommonMark."""

from digest_tui.formats.structure.blocks import Heading, read_blocks


def test_headings_keep_their_text_level_and_line() -> None:
    assert read_blocks(["# A #", "", "###   B  c  "]).headings == (Heading("A", 1, 0), Heading("B  c", 3, 2))


def test_lines_before_the_start_count_but_are_not_read() -> None:
    assert read_blocks(["# in the header", "# A"], 1).headings == (Heading("A", 1, 1),)


def test_closed_fences_and_comments_are_verbatim() -> None:
    lines = ["```", "x", "```", "text", "<!-- one line -->", "<!--", "y", "--> z", "end"]
    assert read_blocks(lines).verbatim == frozenset({0, 1, 2, 4, 5, 6, 7})


def test_what_is_never_closed_is_not_verbatim() -> None:
    assert read_blocks(["<!-- open", "text", "```", "text"]).verbatim == frozenset()


def test_a_shorter_fence_does_not_close_a_longer_one() -> None:
    assert read_blocks(["````", "```", "# no", "```", "````", "# A"]).headings == (Heading("A", 1, 5),)


def test_a_comment_in_an_item_ends_with_the_item() -> None:
    assert read_blocks(["- <!-- open", "# A", "-->"]).headings == (Heading("A", 1, 1),)
