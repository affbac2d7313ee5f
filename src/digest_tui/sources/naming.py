"""The names of sources: the last part of the path as typed, and more of it where others have the same."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from unicodedata import normalize

from digest_tui.patterns import pattern
from digest_tui.sources.base import display_name

_QUOTES = ("'", '"')
_ESCAPED = pattern(r"\\(.)")


def typed_path(path: Path) -> Path:
    """Return the absolute path; links stay as they were typed."""
    whole = path.absolute()
    if ".." not in whole.parts:
        return whole
    # What `..` means behind a link only the file system knows.
    end = len(whole.parts) - whole.parts[::-1].index("..")
    return Path(os.path.realpath(Path(*whole.parts[:end])), *whole.parts[end:])


def typed_text(text: str) -> str:
    """Return typed or pasted text without what a shell or a terminal puts around a path: quotes, `file://`."""
    text = text.strip()
    if text[:1] in _QUOTES and text[-1:] == text[:1] and len(text) > 1:
        text = text[1:-1]
    return text.removeprefix("file://")


def typed_place(text: str) -> Path:
    """Return the absolute path that typed or pasted text names: `~`, escaped blanks, Hangul composed or not.

    Raises RuntimeError for the home of an unknown user.
    """
    typed = typed_text(text)
    # As it is, for a name may have such strokes; as a terminal pastes a dropped file; and as other systems spell it.
    spellings = (typed, _ESCAPED.sub(r"\1", typed), normalize("NFC", typed), normalize("NFD", typed))
    paths = [Path(spelling).expanduser().absolute() for spelling in dict.fromkeys(spellings)]
    return next((path for path in paths if os.path.exists(path)), paths[0])


def shown_path(path: Path) -> str:
    """Return the absolute path, fit to be shown, with `~` for the person's home."""
    whole, home = str(typed_path(path)), os.path.expanduser("~")
    inside = whole == home or whole.startswith(home.rstrip(os.sep) + os.sep)
    return display_name(f"~{whole[len(home) :]}" if inside and len(home) > 1 else whole)


def own_name(path: Path) -> str:
    """Return the last part of a path."""
    whole = typed_path(path)
    return display_name(whole.name or str(whole))


def names_of(paths: Sequence[Path], given: Collection[Path] = ()) -> list[str]:
    """Return a name for each path, no two alike: as few of its last parts as tell it apart.

    Those that are `given` keep their last part: somebody chose it.
    """
    wholes = [typed_path(path) for path in paths]
    return [
        own_name(path) if path in given else display_name(_shortest(whole, wholes[:index] + wholes[index + 1 :]))
        for index, (path, whole) in enumerate(zip(paths, wholes, strict=True))
    ]


def _shortest(path: Path, others: Sequence[Path]) -> str:
    parts = path.parts
    ends = (parts[-count:] for count in range(1, len(parts)))
    alone = (end for end in ends if not any(other.parts[-len(end) :] == end for other in others))
    return "/".join(next(alone, ())) or str(path)
