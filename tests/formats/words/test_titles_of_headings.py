"""The title of a heading as it is shown: characters for references, nothing that only introduces a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.formats.words.titles import read_headline

URL = "https://arxiv.org/abs/2512.00101"
OTHER = "https://huggingface.co/papers/2512.00101"


@pytest.mark.parametrize(
    "text",
    [
        f"1. [조용한 매듭]({URL}) (Read more on [HF]({OTHER}))",
        f"1. 조용한 매듭 (Read more on [arXiv]({URL}) or [HF]({OTHER}))",
        f"1. 조용한 매듭 (자세한 내용은 [arXiv]({URL})에서 확인)",
        f"1. 조용한 매듭 - read more on [arXiv]({URL})",
        f"1. 조용한 매듭 (자세히 보기: [arXiv]({URL}))",
        f"1. [조용한 매듭]({URL}) [자세히 보기]({OTHER})",
        f"1. **[조용한 매듭]({URL})** → [HF]({OTHER})",
        f"1. 조용한 매듭 详情见 [arXiv]({URL}) 或 [HF]({OTHER})",
        f"1. 조용한 매듭 続きを読む [arXiv]({URL})",
    ],
)
def test_what_introduces_a_link_behind_the_title_is_no_part_of_it(text: str) -> None:
    headline = read_headline(text)
    assert (headline.title, headline.link, headline.numbered) == ("조용한 매듭", URL, True)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"[조용한 매듭]({URL}): [the longer title](https://github.com/a/b)", "조용한 매듭: the longer title"),
        (f"[Read more]({URL})", "Read more"),
        (f"[Less Is More]({URL})", "Less Is More"),
        (f"[f[i] and ](t) brackets]({URL})", "f[i] and ](t) brackets"),
        (f"[Caf&eacute; &lt;b&gt; `&lt;` &#27;[0m]({URL})", "Café <b> `&lt;` [0m"),
    ],
)
def test_other_words_are(text: str, title: str) -> None:
    assert read_headline(text).title == title


_PIECES = [
    "Paper",
    "Title:",
    "3",
    "12",
    "votes",
    "Top",
    "第一篇",
    "论文",
    "GPT-5",
    "_x_",
    "a.b",
    "likes",
    "arXiv:",
    "Über",
    "논문",
    "제목",
]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map(" ".join), st.sampled_from(["", "7. "]))
def test_a_plain_heading_is_read_as_any_other(title: str, number: str) -> None:
    heading = f"{number}[{title}]({URL})"
    # A tag that says nothing keeps the heading from being taken for a plain one.
    assert read_headline(heading) == read_headline(f"{number}[<span></span>{title}]({URL})")
