"""The settings a person writes: read, checked and named with file and line where they do not fit."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

from digest_tui.text import one_line

MIN_READER_WIDTH = 60
MAX_READER_WIDTH = 100

AutoRead = Literal["end", "never"]


class Repository(NamedTuple):
    """A `[[source]]`: digests that are fetched with git."""

    url: str
    name: str | None = None
    """What it is called instead of the last part of its address."""


class Settings(NamedTuple):
    """What `config.toml` may hold, with what holds without it."""

    dirs: tuple[str, ...] = ()
    """Folders and files with digests, as written."""
    auto_read: AutoRead = "end"
    """When a paper becomes read by itself."""
    alphaxiv_language: str = "ko"
    theme: str | None = None
    reader_width: int = 88
    """Cells of text on a line of the reader."""
    browser: str | None = None
    """A command with the syntax of `BROWSER`."""
    source: tuple[Repository, ...] = ()


class LoadedSettings(NamedTuple):
    """Settings and one sentence for each thing in the file that was passed over."""

    settings: Settings
    warnings: tuple[str, ...] = ()


def load_settings(file: Path) -> LoadedSettings:
    """The settings of a file; one that is missing, unreadable or broken leaves the defaults. Never raises."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError as error:
        return _unusable(file, f"the file cannot be read ({error.strerror or error})")
    except UnicodeDecodeError:
        return _unusable(file, "the file is not UTF-8")
    import tomllib  # noqa: PLC0415 - most starts have no configuration

    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _unusable(file, f"the file is not valid TOML: {error}", _line_of_error(str(error), text))
    return _checked(table, text, file)


def _checked(table: dict[str, Any], text: str, file: Path) -> LoadedSettings:
    values: dict[str, Any] = {}
    warnings = []
    for key, value in table.items():
        line = _line_of_key(key, text)
        if (rule := _RULES.get(key)) is None:
            warnings.append(_warning(file, f"there is no setting `{key}`; it is ignored.", line))
        elif not rule.fits(value):
            warnings.append(_warning(file, f"`{key}` must be {rule.wanted}; the default is used.", line))
        else:
            values[key] = rule.make(value)
    return LoadedSettings(Settings(**values), tuple(warnings))


def _is_list_of_paths(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item and "\0" not in item for item in value)


def _is_list_of_repositories(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_repository, value))


def _is_repository(value: object) -> bool:
    if not isinstance(value, dict) or not {"url"} <= value.keys() <= set(Repository._fields):
        return False
    return _is_name(value["url"]) and ("name" not in value or is_source_name(value["name"]))


def is_source_name(value: object) -> bool:
    """Whether a value can stand for a source: a word that is safe as the name of a folder."""
    return isinstance(value, str) and re.fullmatch(r"\w(?:[\w.-]{0,58}\w)?", value) is not None


def _repositories(value: list[dict[str, str]]) -> tuple[Repository, ...]:
    return tuple(Repository(**table) for table in value)


def _is_auto_read(value: object) -> bool:
    return value in ("end", "never")


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value) is not None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_reader_width(value: object) -> bool:
    # A Boolean is an integer to Python, not to a person.
    return isinstance(value, int) and not isinstance(value, bool) and MIN_READER_WIDTH <= value <= MAX_READER_WIDTH


class _Rule(NamedTuple):
    fits: Callable[[object], bool]
    wanted: str
    """Completes the sentence "must be ..."."""
    make: Callable[[Any], object] = lambda value: value


_RULES = {
    "dirs": _Rule(_is_list_of_paths, 'a list of folders, such as ["~/blog"]', tuple),
    "auto_read": _Rule(_is_auto_read, '"end" or "never"'),
    "alphaxiv_language": _Rule(_is_language, 'a language code, such as "ko"'),
    "theme": _Rule(_is_name, "the name of a theme"),
    "reader_width": _Rule(_is_reader_width, f"a whole number from {MIN_READER_WIDTH} to {MAX_READER_WIDTH}"),
    "source": _Rule(_is_list_of_repositories, "tables with a `url` and optionally a one-word `name`", _repositories),
    "browser": _Rule(_is_name, 'a command, such as "firefox %s"'),
}


def _unusable(file: Path, reason: str, line: int | None = None) -> LoadedSettings:
    return LoadedSettings(Settings(), (_warning(file, f"{reason}; the defaults are used.", line),))


def _warning(file: Path, sentence: str, line: int | None) -> str:
    place = f"{file}:{line}" if line else str(file)
    return one_line(f"{place}: {sentence}")


def _line_of_error(message: str, text: str) -> int:
    found = re.search(r"\bline (\d+)", message)
    return int(found[1]) if found else len(text.splitlines())


def _line_of_key(key: str, text: str) -> int | None:
    """The first line that sets the key or opens its table; tomllib keeps no positions."""
    opening = re.compile(rf"""\s*(?:\[\[?\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if opening.match(line)), None)
