"""The one setting that digest-tui writes for the person: where the digests are."""

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array

from digest_tui.errors import UsageError
from digest_tui.paths import private


def write_dirs(file: Path, dirs: Sequence[str]) -> None:
    """Add folders to `dirs` in a configuration file and keep all else in it, comments too.

    The file is replaced as a whole and belongs to this user alone (0600). Raises UsageError when what stands in it
    cannot be kept, or when it cannot be written.
    """
    try:
        document = tomlkit.parse(file.read_text("utf-8-sig") if file.exists() else "")
        known = document.setdefault("dirs", tomlkit.array())
        if not isinstance(known, Array):
            raise UsageError(f"The folder is not saved: `dirs` in {file} is not a list; repair it first.")
        known.extend(folder for folder in dirs if folder not in known)
        _replace(file, tomlkit.dumps(document))
    except (TOMLKitError, UnicodeError, RecursionError) as error:
        raise UsageError(f"The folder is not saved: {file} is not valid TOML; repair it first.") from error
    except OSError as error:
        raise UsageError(f"The folder is not saved: {file} cannot be written ({error.strerror}); use --dir.") from error


def _replace(file: Path, text: str) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=private(file.parent), prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
