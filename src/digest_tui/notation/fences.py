"""Lines of code between fences."""

from collections.abc import Iterable, Iterator

from digest_tui.patterns import pattern

_FENCE = pattern(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?(`{3,}|~{3,})[^`]*$")


def in_fences(lines: Iterable[str]) -> Iterator[bool]:
    """Yield for each line whether it is code or a fence around it; a fence that is never closed holds what is left."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            yield True
            if mark and mark[1].startswith(fence):
                fence = ""
        else:
            yield mark is not None
            fence = mark[1] if mark else ""
