"""The title, link and number of a heading, in the shapes that digests write."""

import pytest

from digest_tui.formats.words.heading import HeadingText, read_heading

URL = "https://arxiv.org/abs/2512.00101"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (f"1. [Plain Title]({URL})", "Plain Title"),
        (f"[Title with [IDK] inside]({URL})", "Title with [IDK] inside"),
        (f"[Opened [only]({URL})", "Opened [only"),
        (f"[Closed] only]({URL})", "Closed] only"),
        (f"[A](t) thing]({URL})", "A](t) thing"),
        (f"[IDK] before [Title]({URL})", "[IDK] before Title"),
        (f"[Title]({URL}) (Oral)", "Title (Oral)"),
        (f"[Title]({URL}) [[code](https://code.example.org)]", "Title [code]"),
        (f"[`code` and <think> $\\alpha_1$ &amp; 🚀]({URL})", "`code` and <think> $\\alpha_1$ &amp; 🚀"),
        (f"**[Bold]({URL})**", "Bold"),
        (f"***1. [Bold]({URL})***", "Bold"),
        (f"[**Bold inside**]({URL})", "Bold inside"),
        (f"_[Slanted]({URL})_", "Slanted"),
        (f"**[Bold]({URL})** (Oral)", "Bold (Oral)"),
        ("**A** and **B**", "**A** and **B**"),
        (f"[Beyond A*: Search]({URL})", "Beyond A*: Search"),
        (f"12) [Twelfth]({URL})", "Twelfth"),
        (f"3 - [Third]({URL})", "Third"),
        (f"#4 [Fourth]({URL})", "Fourth"),
        (f"360 [Degrees]({URL})", "360 Degrees"),
        (f"[2. Second]({URL})", "Second"),
        (f"1.[Glued]({URL})", "Glued"),
        ("2.5D Maps", "2.5D Maps"),
        ("4-bit Training", "4-bit Training"),
        ("2024. A Review", "2024. A Review"),
        (f"[two\t  spaces]({URL})", "two spaces"),
        (f"[]({URL})", URL),
        (f'[Titled]({URL} "a tooltip")', "Titled"),
        (f"[Angled](<{URL}>)", "Angled"),
        (f"[Never closed]({URL}", "Never closed"),
        (f"![badge](https://img.example.org/b.svg) [Title]({URL})", "![badge](https://img.example.org/b.svg) Title"),
    ],
)
def test_the_title_keeps_its_characters_and_loses_its_markup(heading: str, title: str) -> None:
    assert read_heading(heading).title == title


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        (f"[A](t) thing]({URL})", URL),
        ("[Wiki](https://en.example.org/A_(b))", "https://en.example.org/A_(b)"),
        (f"[Angled](<{URL}>)", URL),
        (f'[Titled]({URL} "a tooltip")', URL),
        ("[Hangul](https://example.org/논문)", "https://example.org/논문"),
        ("[Relative](papers/1.md)", "papers/1.md"),
        (f"Bare {URL}.", URL),
        (f"[Never closed]({URL}", URL),
        (f"![badge](https://img.example.org/b.svg) [Title]({URL})", URL),
        ("No link [at all]", None),
        ("[Empty]()", None),
    ],
)
def test_the_link_is_the_first_one_to_the_web_as_written(heading: str, link: str | None) -> None:
    assert read_heading(heading).link == link


@pytest.mark.parametrize(
    ("heading", "numbered"),
    [(f"1. [T]({URL})", True), (f"**7) [T]({URL})**", True), (f"[T]({URL})", False), ("3D Maps", False)],
)
def test_only_a_list_number_counts_as_a_number(heading: str, numbered: bool) -> None:
    assert read_heading(heading).numbered is numbered


def test_a_title_is_cut_at_the_length_of_one_line() -> None:
    read = read_heading("a" * 10_000)
    assert read == HeadingText("a" * 499 + "…", None, False)
