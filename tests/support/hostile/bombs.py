"""Markdown that takes time or room without end where it is laid out without limits."""

_PAPER = "# 1. [제목](https://arxiv.org/abs/2507.{:05})\n\n"
_BODIES = {
    "paragraphs": "글 한 줄.\n\n" * 5000,
    "rules": "---\n\n" * 2000,
    "items": "- 항목\n" * 3000,
    "code-lines": "```\n" + "x = 1\n" * 5000 + "```\n",
    "table-square": "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + ("|" + "b|" * 200 + "\n") * 200,
    "table-short-rows": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|x\n" * 1000,
    "table-long": "|a|b|\n|-|-|\n" + "|가|나|\n" * 20_000,
    "word-in-code": "```\n" + "x" * 1_000_000 + "\n```\n",
    "long-line": "가나다 " * 250_000,
    "long-word": "x" * 1_000_000,
    "hangul": "언어 모델의 벤치마크. " * 9000,
    "quotes": ">" * 10_000 + " x\n",
    "nested-items": "".join(f"{'  ' * n}- a\n" for n in range(400)),
    "emphasis": "*" * 20_000 + "x" + "*" * 20_000,
    "emphasis-mixed": "*a **b " * 20_000,
    "brackets": "[" * 50_000 + "x" + "]" * 50_000,
    "links": "[a](b)" * 50_000,
    "images": "![" * 20_000 + "a" + "](b)" * 20_000,
    "backticks": "".join("`" * n + " " for n in range(1, 500)) * 3,
    "autolinks": "<https://a.example> " * 20_000,
    "bare-links": "https://a.example/b?c=d " * 20_000,
    "entities": "&amp;" * 50_000,
    "escapes": "\\*" * 50_000,
    "html-open": "<div>" * 20_000,
    "html-comment": "<!--" * 20_000,
    "details": "<details><summary>x</summary>\n\n" * 2000,
    "html-table": "<table><tr><td>" * 2000,
    "definitions": "".join(f"[{n}]: https://a.example/{n}\n" for n in range(5000)),
    "footnotes": "".join(f"[^{n}]\n\n[^{n}]: x\n\n" for n in range(2000)),
    "long-link": "[a](https://a.example/" + "x" * 3_000_000 + ")",
    "tex": "$" + "{" * 10_000 + "x" + "}" * 10_000 + "$ " + "\\frac" * 5000,
    "tildes": "~" * 100_000,
    "pipes": "|" * 100_000,
    "hashes": "#" * 100_000,
    "marks": "e" + "\u0301" * 100_000,
    "marks-bengali": "ক" + "\u0981" * 100_000,
    "joiners": "x" + "\u200d" * 100_000,
    "selectors": "❤" + "\ufe0f" * 100_000,
    "vowels": "ᄀ" + "\u1161" * 50_000,
    "syllable-ends": "가" + "\u11a8" * 100_000,
    "zero-spaces": "a\u200b" * 100_000,
    "wide-spaces": "\u3000" * 100_000,
    "emoji": "👩‍👩‍👧‍👦" * 20_000,
    "tabs": "\t" * 100_000,
    "blank-lines": "\n" * 45_000,
    "unclosed-code": "```python\n" + "x" * 100_000,
}
_FILES: dict[str, str | bytes] = {
    "papers-5000": "".join(f"# {n}. [연 {n}](https://arxiv.org/abs/2508.{n:05})\n\n글\n\n" for n in range(1, 5001)),
    "headings-100000": "# x\n" * 100_000,
    "one-line-50-mb": b"x" * 50_000_000,
    "nothing": b"",
    "zeros": b"\0" * 200_000,
    "noise": bytes(n * 7919 % 256 for n in range(200_000)),
    "newlines": b"\n" * 2_000_000,
    "only-header": "---\ntitle: x\n---\n",
    "same-paper": "# 1. [연](https://arxiv.org/abs/2508.00001)\n\n" * 2000,
    "rowspan": "<table><tr><td rowspan='99999'>[a](https://arxiv.org/abs/2508.00001)</td></tr>"
    + "<tr><td>x</td></tr>" * 500,
    "dates-of-all-kinds": "".join(
        f"## 2025-{n % 14:02}-{n % 33:02}\n\n- [연 {n}](https://arxiv.org/abs/2508.{n:05})\n" for n in range(400)
    ),
}


def files() -> dict[str, str | bytes]:
    """Each in a paper, and files that are a bomb as a whole."""
    papers = {f"bomb-{name}": _PAPER.format(n) + body for n, (name, body) in enumerate(_BODIES.items(), 1)}
    return {**papers, **_FILES}
