"""The table of settings; CONTRIBUTING.md says how one is added.

Each field of `Settings` is a row: its name, its type, what is said about it, and its default.
"""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NamedTuple

MIN_READER_WIDTH = 60
MAX_READER_WIDTH = 100

_HOST = r"(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,8}(?!(?:localdomain|localhost)$)[a-z][a-z0-9-]{0,61}[a-z0-9]"
_MAX_HOSTS = 64

AutoRead = Literal["end", "never"]


class Setting(NamedTuple):
    """The check and the description of a setting."""

    fits: Callable[[Any], bool]
    """The test that says whether a value of the file can be taken."""
    wanted: str
    """The accepted values, for the sentence "`name` must be ..." and for the README."""
    sentence: str
    """Its purpose, in one sentence."""
    make: Callable[[Any], object] = lambda value: value
    """The function that turns a value of the file into that of the setting."""


class ConfiguredSource(NamedTuple):
    """A `[[source]]`: a place from which digests are fetched."""

    url: str
    name: str | None = None
    """Its name instead of the last part of its address."""


def is_source_name(value: object) -> bool:
    """Return True when a value can be the name of a source: a word that is safe as the name of a folder."""
    return isinstance(value, str) and re.fullmatch(r"\w(?:[\w.-]{0,58}\w)?", value) is not None


def is_host(value: object) -> bool:
    """Return True for the name of a host on the internet: no URL, no number, no name without a dot."""
    return isinstance(value, str) and re.fullmatch(_HOST, value, re.IGNORECASE) is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value) is not None


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_reader_width(value: object) -> bool:
    # A Boolean is an integer to Python, not to a person.
    return isinstance(value, int) and not isinstance(value, bool) and MIN_READER_WIDTH <= value <= MAX_READER_WIDTH


def _are_paths(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item and "\0" not in item for item in value)


def _are_hosts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MAX_HOSTS and all(map(is_host, value))


def _are_sources(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_source, value))


def _is_source(value: object) -> bool:
    if not isinstance(value, dict) or not {"url"} <= value.keys() <= set(ConfiguredSource._fields):
        return False
    return _is_text(value["url"]) and ("name" not in value or is_source_name(value["name"]))


def _sources(value: list[dict[str, str]]) -> tuple[ConfiguredSource, ...]:
    return tuple(ConfiguredSource(**table) for table in value)


# A table is read by rows.
# fmt: off
class Settings(NamedTuple):
    """The settings of `config.toml`, with the defaults that hold without them."""

    dirs: Annotated[tuple[str, ...], Setting(
        _are_paths, 'a list of folders, such as ["~/blog"]', "Folders and files with your digests.", tuple,
    )] = ()
    auto_read: Annotated[AutoRead, Setting(
        ("end", "never").__contains__, '"end" or "never"',
        "When a paper becomes read: at its end, or only by `r` and `O`.",
    )] = "end"
    alphaxiv_language: Annotated[str, Setting(
        _is_language, 'a language code, such as "ko"',
        "The language of Alphaxiv links that a digest does not give itself.",
    )] = "ko"
    theme: Annotated[str | None, Setting(
        _is_text, "the name of a theme",
        "The colours: `digest-dark`, `digest-light`, or any other that `Change theme` lists.",
    )] = None
    ascii: Annotated[bool, Setting(
        _is_switch, "true or false",
        "Draw marks and rules in ASCII, as where a terminal draws `●` and `─` two cells wide.",
    )] = False
    reader_width: Annotated[int, Setting(
        _is_reader_width, f"a whole number from {MIN_READER_WIDTH} to {MAX_READER_WIDTH}",
        "Cells of text on a line of the reader.",
    )] = 88
    browser: Annotated[str | None, Setting(
        _is_text, 'a command, such as "firefox %s"',
        "The command that opens links, written as in `BROWSER`, which it replaces.",
    )] = None
    pictures: Annotated[tuple[str, ...], Setting(
        _are_hosts, 'a list of hosts, such as ["cdn-thumbnails.huggingface.co"]',
        "The hosts from which pictures are fetched to be drawn; without one no picture is.",
        lambda hosts: tuple(map(str.lower, hosts)),
    )] = ()
    source: Annotated[tuple[ConfiguredSource, ...], Setting(
        _are_sources, "tables with a `url` and optionally a one-word `name`",
        "Repositories that `digest-tui fetch` brings up to date.", _sources,
    )] = ()
# fmt: on

SETTINGS: Mapping[str, Setting] = {name: row.__metadata__[0] for name, row in Settings.__annotations__.items()}
"""The check and the description of each setting, by its name."""
