"""Names of authors: which word is what."""

from __future__ import annotations

from digest_tui.patterns import pattern

_SUFFIX = pattern(r"(?i)(?:jr|sr)\.?|ph\.?\s?d\.?|m\.?d\.|(?-i:II|III|IV)")
_COLLECTIVE = pattern(
    r"(?i)\b(?:team|group|labs?|laborator(?:y|ies)|consortium|collaboration|project|institutes?|university|community"
    r"|foundation|association|organi[sz]ation|committee|authors|contributors|research|inc|ltd|llc|corp)\b(?!-)"
)

_OTHERS = pattern(r"(?i)(?:^|[\s,;]+)(?:and\s+)?(?:et\.?\s*al\.?|others)$")


def without_others(name: str) -> str:
    """Return a name without what stands for authors that are left out: `et al.`, `and others`; it may be all of it."""
    return _OTHERS.sub("", name).strip(" ,;")


def is_suffix(word: str) -> bool:
    """Return True for what stands after a family name: `Jr.`, `III`."""
    return _SUFFIX.fullmatch(word) is not None


def is_collective(name: str) -> bool:
    """Return True for the name of a group, whose words are neither given nor family names: `The LLaMA Team`."""
    return _COLLECTIVE.search(name) is not None


def family_word(name: str) -> str:
    """Return the last word of the family name, without particles and suffixes."""
    family, comma, rest = name.partition(",")
    words = family.split() if comma and rest.strip() else name.replace(",", " ").split()
    while len(words) > 1 and is_suffix(words[-1]):
        words.pop()
    return words[-1] if words else ""
