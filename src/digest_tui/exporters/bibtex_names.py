"""Names of authors as BibTeX takes them apart: `Mina Kim`, `Daumé, III, Hal`, `{Kimi Team}`.

Source: Nicolas Markey, Tame the BeaST, section 4 (https://ctan.org/pkg/tamethebeast).
"""

from __future__ import annotations

from collections.abc import Sequence

from digest_tui.exporters.tex_text import tex_text
from digest_tui.model.names import is_collective, is_suffix, without_others
from digest_tui.notation.tex_accents import with_letters
from digest_tui.patterns import pattern

_IN_BRACES = pattern(r"\{([^{}]+)\}")
_HANGUL_OR_HAN = pattern(r"[\u3400-\u9fff\uac00-\ud7a3]+")


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
    parts = [part.strip() for part in name.split(",")]
    words = name.casefold().split()
    if "and" in words or is_collective(name) or not all(parts) or len(parts) > 3:
        return _whole(name)
    if len(parts) == 3:
        family, middle, last = parts
        if is_suffix(last):
            middle, last = last, middle
        return _written(family, middle, last) if is_suffix(middle) else _whole(name)
    if len(parts) == 2:
        return _with_suffix(parts[0].split(), parts[1]) if is_suffix(parts[1]) else _written(*parts)
    *given, last = name.split()
    if len(given) > 1 and is_suffix(last):
        return _with_suffix(given, last)
    if given and _is_family_first(given, last):
        return _written(given[0], last)
    if given and name == name.lower() and name != name.upper():
        # Without a capital all before the last word would be what stands before a family name, such as `van der`.
        return _written(last, " ".join(given))
    return tex_text(name)


def _with_suffix(words: Sequence[str], suffix: str) -> str:
    family = next((index for index, word in enumerate(words) if index and word[:1].islower()), len(words) - 1)
    return _written(" ".join(words[family:]), suffix, " ".join(words[:family]))


def _is_family_first(given: Sequence[str], last: str) -> bool:
    """Return True for a name in Hangul or Han that is written as there: the family name first."""
    if len(given) != 1 or not _HANGUL_OR_HAN.fullmatch(given[0]) or not _HANGUL_OR_HAN.fullmatch(last):
        return False
    return len(given[0]) <= len(last)


def _written(*parts: str) -> str:
    return ", ".join(tex_text(part) for part in parts if part)


def _whole(name: str) -> str:
    tex = tex_text(name)
    # A command behind a brace of the outermost level is read as a letter with an accent.
    return f"{{{{{tex}}}}}" if tex.startswith("\\") else f"{{{tex}}}"
