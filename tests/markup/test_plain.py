"""Blocks as plain text."""

import pytest

from digest_tui.markup.parser import parse
from digest_tui.markup.plain import plain_text


def test_every_block_can_be_read_without_styles() -> None:
    source = """## 결과

**굵은** [글 `code`](https://x.kr) 및 https://y.kr ![그림](p.png)

> 인용

- [x] 하나
- 둘
  - 셋

10. 열

| a | b |
|---|---|
| 1 | 2<br>3 |

    code

***

<div>html</div>

![](v.mp4)
"""
    assert (
        plain_text(parse(source))
        == """## 결과

굵은 글 code <https://x.kr> 및 https://y.kr [picture: 그림 p.png]

> 인용

- [x] 하나
- 둘
  - 셋

10. 열

a | b
1 | 2 3

    code

---

<div>html</div>

[video: v.mp4]"""
    )


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("- a\n\n- b\n\n  c", "- a\n\n- b\n\n  c"),
        ("1. a\n   - b\n2. c", "1. a\n   - b\n2. c"),
        ("- [ ] a\n  b", "- [ ] a b"),
        ("- a  \n  b", "- a\n  b"),
        ("> a\n>\n> b", "> a\n>\n> b"),
        ("```\na\n\nb\n```", "    a\n\n    b"),
        ("<mail@x.kr>", "mail@x.kr"),
        ("[a *b*](/c)", "a b </c>"),
        ("[a](/b)[c](/d)", "a </b>c </d>"),
        ("[https://x.kr](https://x.kr)", "https://x.kr"),
        ("[a ![b](c.png)](/d)", "a  </d>[picture: b c.png]"),
        ("x ![](c.png)", "x [picture: c.png]"),
        ("![a](b.png)", "[picture: a b.png]"),
        ("### a `b`", "### a b"),
        ("", ""),
    ],
)
def test_as_text(markdown: str, plain: str) -> None:
    assert plain_text(parse(markdown)) == plain
