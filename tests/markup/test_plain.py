"""Blocks as plain text."""

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
