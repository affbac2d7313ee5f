"""Which words of HTML are text: none of scripts, buttons and controls, and lines stay where they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.formats.structure.html_words import words_of_html
from digest_tui.text import sanitize

URL = "https://arxiv.org/abs/2511.04321"


def shown(html: str) -> str:
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]*>", " ", words_of_html(html)).split())


@pytest.mark.parametrize(
    "control",
    [
        "<button>Copy</button>",
        "<BUTTON type=button onclick=\"if (a > b) copy('<b>')\">Copy</BUTTON>",
        "<button onclick=\"go('</td><td>')\">Star</button>",
        "<button>Copy <span>this</span> <svg><title>icon</title></svg></button>",
        "<button\n  class='x'\n>Copy\n</button>",
        '<input type="checkbox" value="Mark > read">',
        "<input type=checkbox checked/>",
        "<script>var x = '<td>evil</td>'; if (a < b && c > d) { f() }</script>",
        '<script type="application/json">{"title": "</tr>"}</script >',
        "<style>td > a { color: red }</style>",
        '<svg width="1"><title>a star</title><path d="M0 0"/><text>★</text></svg>',
        "<select><option>unread</option><option selected>read</option></select>",
        "<textarea>write\na note</textarea>",
        "<label><input type=checkbox> 읽음</label>",
        "<template><td>later</td></template>",
        "<!-- hidden <td>words</td> -->",
        "<button/>",
        "</button>",
        "<progress value=3>30%</progress>",
    ],
)
def test_what_a_control_says_is_no_text(control: str) -> None:
    for html in (f"<td>제목 {control}Title</td>", f"<td>{control}제목 Title</td>", f"<td>제목 Title{control}</td>"):
        assert shown(html) == "제목 Title"
        assert words_of_html(html).count("\n") == html.count("\n")


@pytest.mark.parametrize(
    "control", ["<button>Copy", "<script>go()", "<select><option>a", "<svg><path>", "<textarea>x", "<!-- x"]
)
def test_a_control_that_is_never_closed_ends_with_its_cell(control: str) -> None:
    html = f"<tr><td>One {control}</td><td>Two</td></tr>\n<tr><td>Three</td></tr>"
    assert re.findall(r"One|Two|Three", shown(html)) == ["One", "Two", "Three"]
    if "--" not in control:
        assert shown(html) == "One Two Three"


def test_a_script_that_is_never_closed_takes_no_later_one_for_its_end() -> None:
    html = "<tr><td>One<script>go(</td></tr><tr><td>Two</td><td><script>go()</script></td></tr>"
    assert shown(html) == "One Two"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<label>A title with a label</label>", "A title with a label"),
        (
            "<label><input type=checkbox> A title that is long enough to be one</label>",
            "A title that is long enough to be one",
        ),
        ("<form><fieldset>words</fieldset></form>", "words"),
        ("<details><summary>more</summary>words</details>", "more words"),
        ("<i class='fa'></i>words", "words"),
        ("a < b and b > c", "a < b and b > c"),
        ("<think> words", "words"),
        ('<td class="x>words</td><td class="y">more</td>', "words more"),
        ("<td title='a > b'>words</td>", "words"),
        ("<picture><source srcset=a><img src=b.png alt='a | b'></picture>", "![a b](b.png)"),
    ],
)
def test_other_words_are_text(html: str, words: str) -> None:
    assert shown(html) == words


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (f"<button onclick=\"open('{URL}')\">Open</button>", f'<a href="{URL}"></a>'),
        (f'<button><a href="{URL}">PDF</a></button>', f'<a href="{URL}"></a>'),
        ('<button data-arxiv-id="2511.04321" onclick="x()">☆</button>', '<span data-arxiv-id="2511.04321"></span>'),
        ("<input data-paper-id=2511.04321>", "<span data-paper-id=2511.04321></span>"),
        (f'<a href="{URL}"><button>PDF</button></a>', f'<a href="{URL}"></a>'),
        ("<button onclick=\"open('https://example.org/tool')\">Open</button>", ""),
        (f"<script>var url = '{URL}'</script>", ""),
    ],
)
def test_of_a_control_stays_which_paper_is_meant(html: str, kept: str) -> None:
    assert words_of_html(html) == kept


PIECES = [
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "<button>",
    "</button>",
    "<script>",
    "</script>",
    "<svg ",
    "<!--",
    "-->",
    "<label><input>",
]
PIECES += [
    'onclick="a > b">',
    "='x",
    '="y',
    "\n",
    " words ",
    "<a href=",
    f"{URL}",
    "</",
    ">",
    "<",
    "&lt;",
    "`",
    "<img src=a alt=b>",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join).map(sanitize))
def test_lines_stay_and_no_bracket_is_left_in_an_attribute(html: str) -> None:
    words = words_of_html(html)
    assert words.count("\n") == html.count("\n")
    assert "<button" not in words.lower() or "<button" not in re.sub(
        r"<button[^<>]*(?:<|\Z)", "", words, flags=re.IGNORECASE
    )


@pytest.mark.parametrize(
    "part",
    [
        "<a ",
        "<a x='",
        '<a x="',
        "<a x=\"' y='\" ",
        "<!--",
        "<button>",
        "<button ",
        "<script>",
        "<script>x</script",
        "</",
    ],
)
@pytest.mark.parametrize("behind", ["", ">", "</td>", "<td>"])
def test_no_html_is_too_long(part: str, behind: str) -> None:
    """What is not linear would not be through with this in the time of the whole test run."""
    assert len(words_of_html(f"{part}{behind}" * 20_000)) >= 0


@pytest.mark.parametrize(
    "part",
    ["<svg><path>", "<label><input>", "<label>", "<i></i>", "<i>", "<img src=", '<a =" =" ', '= "', "<a ='x' =\"y\" "],
)
def test_nor_any_other(part: str) -> None:
    assert len(words_of_html("<td>" + part * 20_000)) >= 0
