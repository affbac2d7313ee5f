"""Reads the settings a person writes; what does not fit is passed over and named with file and line."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from digest_tui.config import SETTINGS, Settings
from digest_tui.text import one_line

_MAX_BYTES = 1 << 20
"""Far more than a person writes."""


class LoadedSettings(NamedTuple):
    """Settings, and one sentence for each passage of the file that was passed over."""

    settings: Settings
    warnings: tuple[str, ...] = ()


def load_settings(file: Path) -> LoadedSettings:
    """Read the settings of a file, never raising; one that is missing, unreadable or broken leaves the defaults."""
    try:
        if file.is_fifo() and not file.is_relative_to("/dev/fd"):
            # Nobody may ever write to it; what a shell makes of `<(...)` has a writer.
            return _unusable(file, "the file is a pipe")
        with file.open("rb") as opened:
            # A device such as /dev/zero has no end.
            read = opened.read(_MAX_BYTES + 1)
        text = read.decode("utf-8-sig")
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError as error:
        return _unusable(file, f"the file cannot be read ({error.strerror or error})")
    except UnicodeDecodeError:
        return _unusable(file, "the file is not UTF-8")
    if len(read) > _MAX_BYTES:
        return _unusable(file, f"the file is larger than {_MAX_BYTES >> 20} MiB")
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
        if (setting := SETTINGS.get(key)) is None:
            warnings.append(_warning(file, f"there is no setting `{key}`; it is ignored.", line))
        elif not setting.fits(value):
            warnings.append(_warning(file, f"`{key}` must be {setting.wanted}; the default is used.", line))
        else:
            values[key] = setting.make(value)
    return LoadedSettings(Settings(**values), tuple(warnings))


def _unusable(file: Path, reason: str, line: int | None = None) -> LoadedSettings:
    return LoadedSettings(Settings(), (_warning(file, f"{reason}; the defaults are used.", line),))


def _warning(file: Path, sentence: str, line: int | None) -> str:
    place = f"{file}:{line}" if line else str(file)
    return one_line(f"{place}: {sentence}")


def _line_of_error(message: str, text: str) -> int:
    found = re.search(r"\bline (\d+)", message)
    return int(found[1]) if found else len(text.splitlines())


def _line_of_key(key: str, text: str) -> int | None:
    """Return the first line that sets the key or opens its table; tomllib keeps no positions."""
    opening = re.compile(rf"""\s*(?:\[\[?\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if opening.match(line)), None)
