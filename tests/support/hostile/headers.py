"""Front matter that hangs, breaks or builds objects where it is read without care."""

_BODY = "\n\n# 1. [제목](https://arxiv.org/abs/2506.{:05})\n\n글\n"
_ALIASES = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
_MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
_YAML = {
    "aliases": _ALIASES,
    "merge-keys": _MERGES,
    "object": "title: !!python/object/apply:os.system ['touch PLANTED']\n",
    "object-new": "!!python/object/new:tuple [[1]]\n",
    "tag": "title: !secret x\n",
    "bad-month": "title: x\ndate: 2026-13-45\n",
    "bad-day": "date: 2025-02-30\n",
    "year-0": "date: 0000-01-01\n",
    "bad-time": "date: 2025-03-11 99:99:99 +99:99\n",
    "zones": "date: 9999-12-31 23:59:59 +14:00\nupdated: 0001-01-01 00:00:00 -14:00\n",
    "content": "content: x\nmetadata: y\nhandler: z\n",
    "odd-keys": "1: x\ntrue: y\nnull: z\n? [a, b]\n: c\n",
    "long-integer": f"title: {'9' * 5000}\n",
    "sexagesimal": f"title: {':'.join(['1'] * 20_000)}\n",
    "hexadecimal": f"title: 0x{'f' * 50_000}\n",
    "brackets": f"title: {'[' * 3000}\n",
    "braces": f"title: {'{a: ' * 3000}\n",
    "nested-blocks": "".join(f"{' ' * n}a:\n" for n in range(500)),
    "scalars": "title: 42\ndate: yes\ntags: 012\nauthor: 12:30:45\n",
    "nulls": "title:\ndate: null\ntags: ~\n",
    "doubled": "title: one\ntitle: two\ndate: 2025-01-01\ndate: 2025-02-02\n",
    "list": "- a\n- b\n",
    "scalar": "just words\n",
    "escapes": 'title: "\\x1b]0;PLANTED\\x07\\e[4242n\\x9b4242m\\u202e\\0"\n',
    "surrogates": 'title: "\\ud83d\\udc00"\n',
    "tabs": "title:\tx\n\tdate: y\n",
    "controls": "title: x\x00\x01\x7f\x85\n",
    "long-line": f"title: {'가' * 100_000}\n",
    "large": "".join(f"k{n}: v\n" for n in range(20_000)),
    "huge": "x: y\n" * 1_500_000,
    "comment": "#" * 60_000 + "\n",
    "colons": "a: b: c: d\ntitle: x: y\n",
    "anchors-in-text": "title: a & b * c\n",
}
_OTHERS = {
    "json": '{"title": ' + "[" * 100_000 + "\n}",
    "json-escapes": '{"title": "\\u001b]0;PLANTED\\u0007"}',
    "toml": '+++\ntitle = "\\u001b]0;PLANTED\\u0007\\u009b4242m"\ndate = 2025-03-11\n+++',
    "toml-nested": f"+++\ntitle = {'[' * 5000}\n+++",
    "toml-large": "+++\n" + "".join(f"k{n} = 1\n" for n in range(20_000)) + "+++",
    "dots": "---\ntitle: x\n...",
    "unclosed": "---\ntitle: x\ndate: 2025-03-11",
    "mark": "\ufeff---\ntitle: x\n---",
    "two": "---\ntitle: x\n---\n---\ntitle: y\n---",
    "only-fences": "---\n---\n---\n---",
}


def files() -> dict[str, str | bytes]:
    """Each above one paper."""
    headers = {f"yaml-{name}": f"---\n{text}---" for name, text in _YAML.items()}
    headers |= {f"header-{name}": text for name, text in _OTHERS.items()}
    return {name: text + _BODY.format(number) for number, (name, text) in enumerate(headers.items(), 1)}
