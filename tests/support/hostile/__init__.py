"""A folder of files that no reader asked for: what stands in it was written to act, to hang or to break.

Each case is a row of a table in one of the modules; its name says what it is about.
"""

from pathlib import Path

from support.hostile import bombs, controls, headers, injections, special


def make_tree(root: Path) -> int:
    """Fill a folder, and return how many entries it has now: files, folders, links, pipes."""
    texts = {**controls.files(), **injections.files(), **headers.files(), **bombs.files()}
    for number, (name, content) in enumerate(texts.items()):
        folder = root / f"{number % 12 + 1:02}"
        folder.mkdir(parents=True, exist_ok=True)
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        (folder / f"{day}-{name}.md").write_bytes(content if isinstance(content, bytes) else encoded(content))
    special.make(root / "special")
    return sum(1 for _ in root.rglob("*"))


def encoded(text: str) -> bytes:
    """UTF-8, with lone surrogates as an old program would have written them."""
    return text.encode("utf-8", "surrogatepass")
