"""Control sequences in every place where text can stand."""

from collections.abc import Iterator

MARK = "PLANTED"
"""In every sequence that carries text, so that what came through can be told from what Textual writes itself."""

_ESC, _CSI, _OSC, _DCS, _ST = "\x1b", "\x9b", "\x9d", "\x90", "\x9c"
SEQUENCES = {
    "title-bel": f"{_ESC}]0;{MARK}\x07",
    "title-st": f"{_ESC}]2;{MARK}{_ESC}\\",
    "icon": f"{_ESC}]1;{MARK}\x07",
    "palette": f"{_ESC}]4;1;#{MARK}\x07",
    "working-directory": f"{_ESC}]7;file:///{MARK}\x07",
    "link": f"{_ESC}]8;;http://{MARK}.example{_ESC}\\click{_ESC}]8;;{_ESC}\\",
    "notification": f"{_ESC}]9;{MARK}\x07",
    "colours": f"{_ESC}]10;?{MARK}\x07{_ESC}]11;?{MARK}\x07",
    "font": f"{_ESC}]50;{MARK}\x07",
    "clipboard-st": f"{_ESC}]52;c;UExBTlRFRA=={_ESC}\\",
    "clipboard-bel": f"{_ESC}]52;p;UExBTlRFRA==\x07",
    "clipboard-query": f"{_ESC}]52;c;?\x07",
    "prompt-mark": f"{_ESC}]133;A;{MARK}\x07",
    "notify-777": f"{_ESC}]777;notify;{MARK};{MARK}\x07",
    "inline-file": f"{_ESC}]1337;File=name={MARK}:AAAA\x07",
    "unfinished-osc": f"{_ESC}]0;{MARK}",
    "dcs": f"{_ESC}Pq{MARK}{_ESC}\\",
    "termcap-query": f"{_ESC}P+q{MARK}{_ESC}\\",
    "sixel": f"{_ESC}P0;0;8q#0;2;{MARK}{_ESC}\\",
    "tmux-passthrough": f"{_ESC}Ptmux;{_ESC}{_ESC}]0;{MARK}\x07{_ESC}\\",
    "apc": f"{_ESC}_G{MARK}{_ESC}\\",
    "pm": f"{_ESC}^{MARK}{_ESC}\\",
    "sos": f"{_ESC}X{MARK}{_ESC}\\",
    "sgr": f"{_ESC}[4242;31m",
    "blink": f"{_ESC}[5;4242m",
    "clear": f"{_ESC}[4242J",
    "position": f"{_ESC}[4242;4242H",
    "scroll-region": f"{_ESC}[4242;4243r",
    "insert-lines": f"{_ESC}[4242L",
    "device-status": f"{_ESC}[4242n",
    "attributes-query": f"{_ESC}[4242c",
    "window-report": f"{_ESC}[21;4242t",
    "mode-set": f"{_ESC}[?4242h",
    "keys-push": f"{_ESC}[>4242u",
    "repeat": f"{_ESC}[4242b",
    "print-screen": f"{_ESC}[4242i",
    "reset": f"{_ESC}c",
    "soft-reset": f"{_ESC}[4242!p",
    "charset": f"{_ESC}(0{MARK}{_ESC}(B",
    "index-up": f"{_ESC}M{_ESC}D{_ESC}E",
    "c1-csi": f"{_CSI}4242;5m",
    "c1-osc": f"{_OSC}0;{MARK}{_ST}",
    "c1-dcs": f"{_DCS}q{MARK}{_ST}",
    "c1-others": "\x84\x85\x88\x8d\x8e\x8f\x96\x97\x98\x9e\x9f",
    "c0-others": "\x00\x01\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x11\x13\x16\x18\x1a\x1c\x1d\x1e\x1f\x7f",
    "bidi": "\u202e\u2066\u2067\u2068\u202a\u202b\u202d\u202c\u2069\u200e\u200f\u061c",
    "separators": "\u2028\u2029",
    "tags": "".join(chr(0xE0000 + ord(c)) for c in MARK),
    "annotation": "\ufff9a\ufffab\ufffb",
    "surrogates": "\ud83d\udc00",
}

_POST = """\
---
title: "하루 @"
date: 2025-03-11
tags: [@, "@"]
categories: "\\e]0;PLANTED\\a\\x1b[4242n\\u009b4242m"
---

머리말 @

# 1. [제목 @ kites](https://arxiv.org/abs/2503.{n:05}@)

> [Alphaxiv @](https://www.alphaxiv.org/ko/overview/2503.{n:05}@)

저자: 김 @, Ada @ Long

## Introduction @

- **목표@**: 글 @ **굵게 @** *기울임 @* `code @` ~~@~~ [링크 @](https://example.com/@ "title @") ![그림 @](a@.png)
- https://example.com/@ <https://example.com/@> <b title="@">@</b> &#27;]0;x&#7; &#x9b;4242m &#x202e;

```py@thon @
print("@")
```

| 열 @ | 열 |
|---|---|
| @ | @ |

> 인용 @

1. 하나 @[^@]

[^@]: 각주 @
[ref@]: https://example.com/@ "@"

<details><summary>@</summary>@</details>
<!-- @ --><video src="https://example.com/@.mp4"></video>
$\\alpha @$
"""
_LOG = """\
## Daily Papers (2025-03-11) @

### [제목 @](https://arxiv.org/abs/2504.{n:05}@)

Vote: 5@

Authors: @, Kim @

[Watch Video](https://example.com/@.mp4)

- ***What's New @***: 글 @
"""


def files() -> dict[str, str | bytes]:
    """A post and a log for each sequence, and bytes that become sequences when they are decoded carelessly."""
    return {**dict(_posts()), **_BYTES}


def _posts() -> Iterator[tuple[str, str]]:
    for number, (name, sequence) in enumerate(SEQUENCES.items(), 1):
        yield f"{name}-post", _POST.replace("{n:05}", f"{number:05}").replace("@", sequence)
        yield f"{name}-log", _LOG.replace("{n:05}", f"{number:05}").replace("@", sequence)


_HEADED = "# 1. [제목](https://arxiv.org/abs/2503.00001)\n\n글 "
_BYTES: dict[str, str | bytes] = {
    "raw-c1": _HEADED.encode() + b"\x9b4242m \x9d0;PLANTED\x9c \x90qPLANTED\x9c",
    "overlong": _HEADED.encode() + b"\xc0\x9b[4242n \xe0\x80\x9b[4242n",
    "cesu": _HEADED.encode() + b"\xed\xa0\xbd\xed\xb0\x80",
    "utf-16": f"{_HEADED}\x1b]0;{MARK}\x07".encode("utf-16"),
    "utf-16-no-mark": f"{_HEADED}\x1b]0;{MARK}\x07".encode("utf-16-le"),
    "utf-32": f"{_HEADED}\x1b]0;{MARK}\x07".encode("utf-32"),
    "cp949": f"{_HEADED}\x1b]0;{MARK}\x07".encode("cp949"),
    "bell-ends": (_HEADED + "\x07" * 5000).encode(),
    "carriage-returns": (_HEADED + "\r".join(["가려진 글", "\x1b[4242n"] * 50)).encode(),
}
