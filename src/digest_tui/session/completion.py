"""The completion typed by Tab: as much as all candidates have in common."""

from collections.abc import Sequence


def completed(options: Sequence[str], typed: str) -> str:
    """Return the text to add to `typed` up to the common beginning of all options; empty for nothing."""
    if not options:
        return ""
    first, last = min(options), max(options)
    common = first[: next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]
    known = next(length for length in range(len(common), -1, -1) if typed.casefold().endswith(common[:length]))
    return common[known:]
