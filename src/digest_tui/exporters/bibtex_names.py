"""Names of authors as BibTeX takes them apart: `Mina Kim`, `Daumé, III, Hal`, `{Kimi Team}`.

Source: Nicolas Markey, Tame the BeaST, section 4 (https://ctan.org/pkg/tamethebeast).
"""

from __future__ import annotations

from collections.abc import Sequence

from digest_tui.exporters.tex_text import tex_text
from digest_tui.model.person_names import PersonName, person_name, without_others
from digest_tui.notation.tex_accents import with_letters
from digest_tui.patterns import pattern

_IN_BRACES = pattern(r"\{([^{}]+)\}")
_MOST_COMMAS = 2
"""BibTeX refuses a name with more."""


def author_field(names: Sequence[str]) -> str:
    """Return the value of `author`; empty without a name."""
    written: list[str] = []
    is_cut = False
    for name in names:
        plain = " ".join(with_letters(name, in_name=True).split())
        known = without_others(plain)
        is_cut = is_cut or known != plain.strip(" ,;")
        if any(letter.isalnum() for letter in known):
            written.append(_one_name(known))
    if is_cut and written:
        # BibTeX knows this word at the end only.
        written.append("others")
    return " and ".join(written)


def _one_name(name: str) -> str:
    if inner := _IN_BRACES.fullmatch(name):
        return _whole(inner[1])
    found = person_name(name)
    is_one_word = " " not in name and name.casefold() != "and"
    if found.is_whole:
        return tex_text(name.strip(",")) if is_one_word else _whole(name)
    if name.count(",") > _MOST_COMMAS:
        return _whole(name)
    if "," not in name and not found.suffix and _is_read_alike(found):
        return tex_text(name)
    parts = (f"{found.particle} {found.family}".strip(), found.suffix, found.given)
    return ", ".join(tex_text(part) for part in parts if part)


def _is_read_alike(name: PersonName) -> bool:
    """Return True where BibTeX finds the same parts without a comma: it takes small first letters for particles."""
    given, particle, family = name.given.split(), name.particle.split(), name.family.split()
    return (
        not any(map(_is_small, given))
        and not any(map(_is_small, family[:-1]))
        and (_is_small(particle[0]) and _is_small(particle[-1]) if particle else len(family) == 1)
    )


def _is_small(word: str) -> bool:
    letter = next(filter(str.isalpha, word), "")
    return letter.islower()


def _whole(name: str) -> str:
    tex = tex_text(name)
    # A command behind a brace of the outermost level is read as a letter with an accent.
    return f"{{{{{tex}}}}}" if tex.startswith("\\") else f"{{{tex}}}"
