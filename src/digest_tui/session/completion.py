"""What Tab types: as much as everything that may come has in common."""

from collections.abc import Sequence


def completed(options: Sequence[str], typed: str) -> str:
    """What is to be typed behind `typed` so that it ends in what all options begin with; empty for nothing."""
    if not options:
        return ""
    first, last = min(options), max(options)
    common = first[: next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]
    known = next(length for length in range(len(common), -1, -1) if typed.casefold().endswith(common[:length]))
    return common[known:]
