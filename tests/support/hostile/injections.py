"""Markup of the libraries that draw, where text stands: it must be shown as it was written."""

_MARKUP = {
    "action": "[@click=app.quit]눌러[/]",
    "action-of-the-screen": "[@click=screen.dismiss]x[/]",
    "closing": "x[/]",
    "closing-bold": "x[/bold]",
    "closing-inst": "[/INST]",
    "half": "[/",
    "half-open": "[@click=",
    "words": "[CLS] [MASK] [INST] [PAD] [SEP]",
    "variable": "[$primary]",
    "percent": "[100%]",
    "index": "f[i] O(n[log n]) [x] done",
    "link": '[link="https://example.com"]arXiv[/link]',
    "colour": "[red on blue]rot[/]",
    "escaped": r"\[bold]x\[/]",
    "emoji": ":warning: :smile:",
    "template": "{{ 7*7 }} {% raw %} ${HOME} $(id) `id` ; id #",
    "format": "%s %n %x {0} {self} {0.__class__}",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><EOS><think>",
}


def files() -> dict[str, str | bytes]:
    """Each in a title, in prose and in what is about the digest."""
    found: dict[str, str | bytes] = {
        f"markup-{name}": f'---\ntitle: "{markup.replace(chr(34), "")}"\ntags: ["{markup[:5]}"]\n---\n\n{markup}\n\n'
        f"# 1. [{markup} 제목](https://arxiv.org/abs/2505.{number:05})\n\n## {markup}\n\n- **{markup}**: {markup}\n"
        for number, (name, markup) in enumerate(_MARKUP.items(), 1)
    }
    found["markup-many"] = "# 1. [제목](https://arxiv.org/abs/2505.00099)\n\n" + "[bold]x[/]" * 100_000
    return found
