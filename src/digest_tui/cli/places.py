"""The locations of a run: the configuration, the state, and the digests."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.cli.arguments import STANDARD_INPUT, Arguments
from digest_tui.config import Settings
from digest_tui.errors import NO_FOLDER, SourceError, UsageError
from digest_tui.paths import config_file, data_dir, samples_dir

if TYPE_CHECKING:
    from digest_tui.sources.origin import Origin


def settings_file(arguments: Arguments) -> Path:
    """Return the configuration file of this run."""
    return arguments.config or config_file()


def state_file(arguments: Arguments) -> Path | None:
    """Return the file of the state; None for the samples, whose state is forgotten."""
    if arguments.demo and not arguments.data_dir:
        return None
    return (arguments.data_dir or data_dir()) / "state.db"


def kept_state_file(arguments: Arguments) -> Path:
    """Return the file of the state; raises UsageError for the samples, so that nothing is decided in vain."""
    if (file := state_file(arguments)) is None:
        raise UsageError("The samples keep no state: leave --demo out, or name a folder with --data-dir.")
    return file


class DigestPlaces(NamedTuple):
    """The places of the digests."""

    origins: tuple[Origin, ...]
    """Empty when nothing is configured and the current folder holds no digests."""
    typed: bool = False
    """True when each was named for this run: then none of them may be missing."""
    leaves_trace: bool = True
    """True when what is read of them is kept for the next run."""


def digest_places(arguments: Arguments, settings: Settings) -> DigestPlaces:
    """Return the places of the digests: from flags, `DIGEST_TUI_DIR`, the configuration, or the current folder."""
    from digest_tui.sources import holds_digests

    if arguments.demo:
        return sample_places()
    if arguments.dirs:
        if STANDARD_INPUT in arguments.dirs:
            from digest_tui.cli.standard_input import A_DIGEST, announce

            announce(A_DIGEST)
        return local_places(map(with_home, arguments.dirs), typed=True)
    if variable := os.environ.get("DIGEST_TUI_DIR"):
        return local_places(with_home(text) for text in variable.split(os.pathsep) if text)
    if settings.dirs or settings.source:
        return DigestPlaces(tuple(configured_origins(arguments, settings)))
    return local_places(["."] if holds_digests(Path()) else [])


def local_places(texts: Iterable[str], *, typed: bool = False) -> DigestPlaces:
    """Return places of which nothing is fetched."""
    from digest_tui.sources.registry import local_origin

    origins = tuple(map(local_origin, texts))
    return DigestPlaces(origins, typed, leaves_trace=all(origin.is_kept for origin in origins))


def sample_places() -> DigestPlaces:
    """Return the built-in digests, one folder for each format."""
    folders = sorted(path for path in samples_dir().iterdir() if path.is_dir())
    return local_places(map(str, folders), typed=True)._replace(leaves_trace=False)


def configured_origins(arguments: Arguments, settings: Settings) -> list[Origin]:
    """Return the places of the configuration, those of `dirs` first.

    Raises UsageError for a home that is not known, and when two that are fetched share a name.
    """
    from digest_tui.sources.registry import fetched_origin, local_origin

    file, copies = settings_file(arguments), copies_folder(arguments)
    # A configuration is read from anywhere: what is relative is so to the file, not to the current folder.
    local = [local_origin(with_home(text), base=file.parent) for text in settings.dirs]
    fetched = [fetched_origin(source.url, source.name, copies=copies) for source in settings.source]
    names = [(origin.name or "").casefold() for origin in fetched]
    for origin, name in zip(fetched, names, strict=True):
        if names.count(name) > 1:
            raise UsageError(f"Two sources in {file} are called {origin.name}: give one of them another `name`.")
    return [*local, *fetched]


def copies_folder(arguments: Arguments) -> Path:
    """Return the folder of what is fetched."""
    return (arguments.data_dir or data_dir()).absolute() / "clones"


def with_home(text: str) -> str:
    """Expand `~` in a path to the home folder; raises UsageError for a home that is not known."""
    if not text.startswith("~"):
        return text
    try:
        return str(Path(text).expanduser())
    except RuntimeError as error:
        raise UsageError(f"{text} names the home of an unknown user.") from error


def named_origins(origins: Sequence[Origin]) -> list[tuple[Origin, str]]:
    """Return each place once with the name of its source: no two alike, whichever of them are there.

    Raises SourceError for a relative path where the current folder was deleted.
    """
    from digest_tui.sources.naming import names_of

    once: dict[str, Origin] = {}
    try:
        for origin in origins:
            once.setdefault(os.path.realpath(origin.path), origin)
        chosen = [origin.path for origin in origins if origin.name]
        names = names_of([origin.path for origin in once.values()], given=chosen)
    except OSError as error:
        raise SourceError(NO_FOLDER) from error
    return list(zip(once.values(), names, strict=True))
