"""The folders that are ours; nothing is made until it is asked for."""

import os
import sys
from pathlib import Path

_APP = "digest-tui"
_PACKAGE = Path(__file__).parent


def data_dir() -> Path:
    """Return the folder of the state, which must not be lost."""
    return _folder("user_data_path", "XDG_DATA_HOME", ".local/share")


def config_dir() -> Path:
    """Return the folder of the files that the person writes."""
    return _folder("user_config_path", "XDG_CONFIG_HOME", ".config")


def cache_dir() -> Path:
    """Return the folder of files that can be made again."""
    return _folder("user_cache_path", "XDG_CACHE_HOME", ".cache")


def log_dir() -> Path:
    """Return the folder of reports about internal errors."""
    return _folder("user_log_path", "XDG_STATE_HOME", ".local/state", "log")


def _folder(name: str, variable: str, default: str, *below: str) -> Path:
    """Return a folder of ours as platformdirs names it."""
    # It takes longer to load than most commands to answer: where the rules are those of freedesktop.org, and nothing
    # is odd, they are followed here.
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
        if base.startswith("/"):
            return Path(base, _APP, *below)
        if home.startswith("/"):
            return Path(home, default, _APP, *below)
    import platformdirs  # noqa: PLC0415

    found: Path = getattr(platformdirs, name)(_APP, appauthor=False)
    return found


def config_file() -> Path:
    """Return the settings file that is read unless `--config` names another."""
    return config_dir() / "config.toml"


def samples_dir() -> Path:
    """Return the digests of `--demo`, one folder a source."""
    return _PACKAGE / "samples"


def styles_dir() -> Path:
    """Return the style sheets: inside the installed package, or at the top of a checkout."""
    installed = _PACKAGE / "styles"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "styles"


def pages_dir() -> Path:
    """Return the documents that the program prints: inside the installed package, or those of a checkout."""
    installed = _PACKAGE / "pages"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "docs"


def private(folder: Path) -> Path:
    """Make a folder for this user alone (0700) with any parents it lacks, and return it; raises OSError."""
    # `Path.mkdir(parents=True)` would give the parents the default mode.
    for ancestor in reversed(folder.parents):
        ancestor.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
