"""The names of authors, in the parts by which bibliographies sort and print them."""

from __future__ import annotations

from typing import NamedTuple

from digest_tui.notation.cjk import cjk
from digest_tui.patterns import pattern

_PARTICLES = frozenset(
    """
    af al av bin da dal das de degli dei del della den der des di do dos du el ibn la las le lo los te ten ter van vom
    von zu zum zur 't ’t
    """.split()  # noqa: SIM905 - words are read more easily than literals
)
_CAPITAL_PARTICLES = frozenset({"van", "von", "de"})
"""Particles that are also written with a capital, where a small one follows: `Mark Van der Merwe`."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_GROUPS = frozenset(
    """
    association authors collaboration collective committee community consortium contributors corporation foundation
    group inc inc. initiative institute lab laboratory labs network organization project research team university
    """.split()  # noqa: SIM905
)
"""What the name of a group ends with."""
_OTHERS = pattern(r"(?i)(?:^|[\s,;]+)(?:and\s+)?(?:et\.?\s*al\.?|others)$")


class PersonName(NamedTuple):
    """A name; one that is not taken apart has nothing but a family name, and is one as a whole."""

    family: str
    given: str = ""
    particle: str = ""
    """What stands before the family name and is sorted by it or not, as the style has it: `van der`."""
    suffix: str = ""

    @property
    def is_whole(self) -> bool:
        """True for the name of a group, one without a given name, and one in Korean, Chinese or Japanese."""
        return not self.given


def person_name(text: str) -> PersonName:
    """Take a name apart, written as `Jan van der Berg` or as `van der Berg, Jan`."""
    if is_group(text):
        return PersonName(" ".join(text.replace(",", " ").split()))
    family, *others = [" ".join(part.split()) for part in text.split(",")]
    others = [part for part in others if part]
    if others and family:
        suffix = next((part for part in others if part.casefold() in _SUFFIXES), "")
        given = " ".join(part for part in others if part != suffix)
        if not given:
            return person_name(f"{family} {suffix}")
        words = family.split()
        first = next((at for at, word in enumerate(words) if word not in _PARTICLES), 0)
        return PersonName(" ".join(words[first:]), given, " ".join(words[:first]), suffix)
    words = (family or " ".join(others)).split()
    if len(words) < 2 or words[0] in _PARTICLES or cjk().search("".join(words)):
        return PersonName(" ".join(words))
    suffix = words.pop() if len(words) > 2 and words[-1].casefold() in _SUFFIXES else ""
    first = next((at for at in range(1, len(words) - 1) if words[at] in _PARTICLES), len(words) - 1)
    last = next(at for at in range(first, len(words)) if words[at] not in _PARTICLES or at == len(words) - 1)
    if first < last and first > 1 and words[first - 1].casefold() in _CAPITAL_PARTICLES:
        first -= 1
    return PersonName(" ".join(words[last:]), " ".join(words[:first]), " ".join(words[first:last]), suffix)


def is_group(text: str) -> bool:
    """Return True for the name of a group, and for one of several people: it is not taken apart."""
    words = text.split()
    if len(words) < 2:
        return False
    first, last = words[0].casefold(), words[-1].casefold()
    return (
        words[0] == "The"
        or first == "team"
        or last in _GROUPS
        or any(letter.isdecimal() for letter in first)
        or "and" in map(str.casefold, words)
    )


def without_others(name: str) -> str:
    """Return a name without what stands for authors that are left out, such as `et al.`: it may be all of it."""
    return _OTHERS.sub("", name).strip(" ,;")
