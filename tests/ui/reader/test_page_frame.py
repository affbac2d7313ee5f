"""What stands around the text of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from digest_tui.session.facts import Fact
from digest_tui.session.page import Page
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.page_frame import NOTE_LINES, Frame, framed
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage
from support.promises import promises

ROLES = ("bold", "dim", "underline", "white", "blue", "yellow", "grey50")
STYLES = HeaderStyles(*map(Style.parse, ROLES))
TEXT = LineBuilder()
TEXT.line([("글", Style.null(), None)])

LINKS = (
    Fact("arXiv 2503.00001", "https://arxiv.org/abs/2503.00001", "o"),
    Fact("Alphaxiv", "https://www.alphaxiv.org/ko/overview/2503.00001", "a"),
    Fact("PDF", "https://arxiv.org/pdf/2503.00001", "P"),
)
PAGE = Page(
    title="Kites",
    markdown="",
    authors=("Mina Kim", "Jun Lee", "Sol Oh", "Ada Wu"),
    facts=(*LINKS, Fact("54 votes"), Fact("1", mark="picture")),
    standing=("starred", "read", "#video", "also 12-17 (log)"),
    note="우리 것과 비교\nsecond line",
)


def drawn(page: Page, width: int, *, is_short: bool = False) -> RenderedPage:
    return framed(page, TEXT.lines(), Frame(width, is_short), STYLES)


def head(rendered: RenderedPage) -> list[str]:
    return list(rendered.plain[: rendered.body])


def test_facts_stand_in_groups_under_the_title() -> None:
    assert head(drawn(PAGE, 72)) == [
        "Kites",
        "Mina Kim, Jun Lee … Ada Wu · 4 authors",
        "o arXiv 2503.00001 · a Alphaxiv · P PDF · 54 votes · ▣ 1",
        "★ starred · ✓ read · #video · also 12-17 (log)",
        "“우리 것과 비교",
        "second line”",
        "─" * 72,
    ]


def test_where_lines_are_few_they_go_on_as_one() -> None:
    assert head(drawn(PAGE, 78, is_short=True))[1:3] == [
        "Kim, Lee … Wu (4) · o arXiv 2503.00001 · a Alphaxiv · P PDF · 54 votes · ▣ 1",
        "★ starred · ✓ read · #video · also 12-17 (log)",
    ]


def test_where_columns_are_few_a_line_ends_between_two_facts() -> None:
    assert head(drawn(PAGE, 24))[1:7] == [
        "Kim, Lee … Wu (4)",
        "o arXiv 2503.00001",
        "a Alphaxiv · P PDF",
        "54 votes · ▣ 1",
        "★ starred · ✓ read",
        "#video",
    ]


def test_what_no_line_holds_goes_on_below_and_is_copied_as_one() -> None:
    page = Page("Kites", "", facts=(Fact("a.md"), Fact("The front matter of this file cannot be read."), Fact("#x")))
    rendered = drawn(page, 24)
    assert head(rendered) == ["Kites", "a.md", "The front matter of this", "file cannot be read.", "#x", "─" * 24]
    assert rendered.joints[:5] == (None, None, " · ", " ", " · ")


def test_links_and_their_keys_lead_to_the_page() -> None:
    rendered = drawn(PAGE, 72)
    targets = {
        segment.text: rendered.links[segment.style.meta["link"]]
        for segment in rendered.strips[2]
        if segment.style and "link" in segment.style.meta
    }
    expected = {fact.words: fact.url for fact in LINKS} | {f"{fact.key} ": fact.url for fact in LINKS}
    assert targets == expected


@promises(
    "docs/keys.md",
    "`●` | `*` | new: nothing is decided about it yet",
    "`★` | `+` | starred, whatever else was decided",
    "`✓` | `v` | read",
    "`×` | `x` | skipped",
    "`>` | `>` | put off for later",
)
def test_every_decision_has_its_mark() -> None:
    standing = ("new", "starred", "read", "skipped", "later", "#new", "also 12-17")
    assert head(drawn(PAGE._replace(standing=standing), 90))[3] == (
        "● new · ★ starred · ✓ read · × skipped · > later · #new · also 12-17"
    )


def test_only_the_marks_of_new_and_starred_are_coloured() -> None:
    rendered = drawn(PAGE._replace(standing=("starred", "later")), 72)
    assert [(text, str(style)) for text, style, _ in rendered.strips[3]] == [
        ("★", "yellow"),
        (" starred", "dim"),
        (" · ", "dim"),
        ("> later", "dim"),
    ]


def test_a_long_note_and_all_authors_stand_whole_at_the_end() -> None:
    note = "\n".join(f"line {number}" for number in range(NOTE_LINES + 3))
    rendered = drawn(PAGE._replace(note=note), 40)
    above = head(rendered)[-NOTE_LINES - 1 : -1]
    assert (above[0], above[-1]) == ("“line 0", f"line {NOTE_LINES - 1}…")
    assert list(rendered.plain[rendered.end :]) == [
        "",
        "The whole note: line 0",
        *(f"line {number}" for number in range(1, NOTE_LINES + 2)),
        f"line {NOTE_LINES + 2}",
        "",
        "All 4 authors: Mina Kim, Jun Lee, Sol",
        "Oh, Ada Wu",
    ]


@pytest.mark.parametrize(
    ("count", "is_short", "foot"), [(3, False, []), (3, True, ["", "Authors: Kim a, Kim a, Kim a"])]
)
def test_names_that_stand_above_are_not_said_again(count: int, is_short: bool, foot: list[str]) -> None:
    rendered = drawn(Page("Kites", "", authors=("Kim a",) * count), 36, is_short=is_short)
    assert list(rendered.plain[rendered.end :]) == foot


WORDS = st.text(st.sampled_from("ab 가나漢·—“”❤👩"), max_size=30)

URLS, KEYS, MARKS = st.none() | st.just("https://x.kr"), st.sampled_from(["", "o"]), st.sampled_from(["", "video"])
FACT = st.builds(Fact, WORDS, URLS, KEYS, MARKS)


@given(
    st.builds(
        Page,
        WORDS,
        st.just(""),
        st.lists(WORDS, max_size=5).map(tuple),
        st.lists(
            st.builds(
                Fact,
                WORDS,
                st.none() | st.just("https://x.kr"),
                st.sampled_from(["", "o"]),
                st.sampled_from(["", "video"]),
            )
        ).map(tuple),
        st.lists(WORDS).map(tuple),
        st.text(st.sampled_from("ab 가\n漢“"), max_size=60),
    ),
    st.integers(2, 40),
    st.booleans(),
)
def test_no_line_is_wider_than_the_text(page: Page, width: int, is_short: bool) -> None:
    rendered = drawn(page, width, is_short=is_short)
    for strip, plain, (start, end) in zip(rendered.strips, rendered.plain, rendered.spans, strict=True):
        assert strip.text == plain
        assert strip.cell_length == cell_len(plain) <= width
        assert 0 <= start <= end <= len(plain)
