"""Names as people type them: the most similar of those there are, and several in one sentence."""

from collections.abc import Iterable, Sequence


def closest(word: str, words: Iterable[str], alike: float = 0.5) -> str:
    """Return the most similar of some words, or an empty string."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), list(words), n=1, cutoff=alike)), "")


def listed(words: Sequence[str]) -> str:
    """Return words as a list in English: `a, b or c`."""
    *head, last = words or ("",)
    return f"{', '.join(head)} or {last}" if head else last
