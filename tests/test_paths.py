import os
import stat
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from digest_tui import paths
from support.promises import promises


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_data_config_cache_and_logs_have_folders_of_their_own(own_home: Path) -> None:
    folders = {paths.data_dir(), paths.config_dir(), paths.cache_dir(), paths.log_dir()}
    assert len(folders) == 4
    assert all(folder.is_relative_to(own_home) for folder in folders)
    assert all("digest-tui" in folder.parts for folder in folders)


def test_naming_a_folder_makes_nothing(own_home: Path) -> None:
    paths.data_dir(), paths.config_file(), paths.cache_dir(), paths.log_dir()
    assert list(own_home.iterdir()) == []


def test_the_folders_follow_the_environment_of_the_moment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert paths.config_file() == tmp_path / "digest-tui" / "config.toml"


@pytest.mark.parametrize("variable", ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"])
@pytest.mark.parametrize("value", ["/there", "/there/", "/a/../b", "", " ", "relative", "~/data", None])
def test_the_folders_are_those_that_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str | None
) -> None:
    if value is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, value)
    for function in ("data", "config", "cache", "log"):
        named = getattr(platformdirs, f"user_{function}_path")("digest-tui", appauthor=False)
        assert getattr(paths, f"{function}_dir")() == named


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@promises("docs/configuration.md", "All are yours alone (0700, files 0600).")
def test_a_private_folder_and_the_parents_it_lacked_are_for_this_user_alone(tmp_path: Path) -> None:
    before = mode(tmp_path)
    made = paths.private(tmp_path / "a" / "b")
    assert made == tmp_path / "a" / "b"
    assert mode(made) == mode(made.parent) == 0o700
    assert mode(tmp_path) == before


def test_a_private_folder_may_be_there_already(tmp_path: Path) -> None:
    assert paths.private(paths.private(tmp_path / "a")) == tmp_path / "a"


def test_a_file_in_the_way_of_a_private_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(OSError, match="a"):
        paths.private(tmp_path / "a" / "b")


def test_the_style_sheets_and_the_samples_are_found() -> None:
    assert (paths.styles_dir() / "app.tcss").is_file()
    assert list(paths.samples_dir().rglob("*.md"))


def test_a_style_folder_inside_the_package_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "src" / "digest_tui"
    (tmp_path / "styles").mkdir()
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.styles_dir() == tmp_path / "styles"
    (package / "styles").mkdir()
    assert paths.styles_dir() == package / "styles"


def test_importing_the_package_makes_no_folder(tmp_path: Path) -> None:
    code = "import digest_tui.paths, digest_tui.config, digest_tui.cli"
    environment = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []
