"""The folders that are ours; nothing is made until it is asked for."""

from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path, user_log_path

_APP = "digest-tui"
_PACKAGE = Path(__file__).parent


def data_dir() -> Path:
    """Return the folder of the state, which must not be lost."""
    return user_data_path(_APP, appauthor=False)


def config_dir() -> Path:
    """Return the folder of the files that the person writes."""
    return user_config_path(_APP, appauthor=False)


def cache_dir() -> Path:
    """Return the folder of files that can be made again."""
    return user_cache_path(_APP, appauthor=False)


def log_dir() -> Path:
    """Return the folder of reports about internal errors."""
    return user_log_path(_APP, appauthor=False)


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
