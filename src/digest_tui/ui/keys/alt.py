"""Alt and a key: a terminal sends Esc and that key, so it cannot be told from the two typed one behind the other."""

from __future__ import annotations

from textual.keys import REPLACED_KEYS, key_to_character

_IN_LINE = {"alt+b": "ctrl+left", "alt+f": "ctrl+right", "alt+d": "ctrl+delete", "alt+backspace": "ctrl+w"}
"""Keys of readline, where text is being typed."""


def with_alt(key: str, *, in_line: bool) -> list[str]:
    """Return the keys that a key with Alt is; none for another key, or one that no terminal sends as Esc and a key."""
    if not key.startswith("alt+"):
        return []
    if in_line and key in _IN_LINE:
        return [_IN_LINE[key]]
    name = key.removeprefix("alt+")
    letter = name.removeprefix("shift+")
    character = key_to_character(REPLACED_KEYS.get(letter, letter)) or ""
    if not character or not character.isprintable():
        return []
    character = character if letter == name else character.upper()
    return ["escape", "space" if character == " " else character]
