"""Where the digests and the state come from."""

import os
from pathlib import Path

import pytest

from digest_tui.paths import config_file, private
from digest_tui.store import open_store

from .conftest import Run


def titles(run: Run, *options: str) -> list[str]:
    return [line.split("\t")[-1] for line in run("list", "--places", "--format", "tsv", *options).lines]


def digest(folder: Path, title: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "2025-12-10-a.md").write_text(f"# 1. [{title}](https://arxiv.org/abs/2512.99001)\n\n## Method\nText.\n")
    return folder


def configure(text: str) -> None:
    private(config_file().parent)
    config_file().write_text(text)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which holds no digests."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_flag_comes_before_the_environment_the_configuration_and_the_current_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flag, variable, configured, here = (digest(tmp_path / name, name) for name in ("flag", "env", "config", "here"))
    monkeypatch.chdir(here)
    assert titles(run) == ["here"]
    configure(f"dirs = ['{configured}']")
    assert titles(run) == ["config"]
    monkeypatch.setenv("DIGEST_TUI_DIR", str(variable))
    assert titles(run) == ["env"]
    assert titles(run, "--dir", str(flag)) == ["flag"]


def test_several_folders_can_be_named_in_every_way(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    one, two = digest(tmp_path / "one", "One"), digest(tmp_path / "two", "Two")
    assert sorted(titles(run, "--dir", str(one), "--dir", str(two))) == ["One", "Two"]
    configure(f"dirs = ['{one}', '{two}']")
    assert sorted(titles(run)) == ["One", "Two"]
    monkeypatch.setenv("DIGEST_TUI_DIR", os.pathsep.join([str(one), str(two)]))
    assert sorted(titles(run)) == ["One", "Two"]


def test_folders_of_one_name_are_kept_apart(run: Run, tmp_path: Path) -> None:
    one, two = digest(tmp_path / "a" / "_posts", "One"), digest(tmp_path / "b" / "_posts", "Two")
    assert sorted(titles(run, "--dir", str(one), "--dir", str(two))) == ["One", "Two"]


def test_folders_of_one_name_are_named_by_as_much_of_their_path_as_tells_them_apart(run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / path / "_posts" for path in ("x/a", "y/a", "b")] + [tmp_path / "blog"]
    folders = [argument for path in paths for argument in ("--dir", str(digest(path, "One")))]
    listed = run("list", "--places", "--format", "json", *folders)
    assert sorted(paper["source"] for paper in listed.json) == ["b/_posts", "blog", "x/a/_posts", "y/a/_posts"]


def test_a_folder_within_another_takes_its_files_with_it(run: Run, tmp_path: Path) -> None:
    notes = digest(tmp_path / "notes", "Outer")
    posts = digest(notes / "_posts", "Inner")
    for folders in ((notes, posts), (posts, notes)):
        options = [argument for folder in folders for argument in ("--dir", str(folder))]
        listed = run("list", "--places", "--format", "json", *options)
        assert sorted((paper["source"], paper["title"]) for paper in listed.json) == [
            ("_posts", "Inner"),
            ("notes", "Outer"),
        ]


def test_a_folder_named_twice_is_read_once(run: Run, tmp_path: Path) -> None:
    one = digest(tmp_path / "one", "One")
    assert titles(run, "--dir", str(one), "--dir", f"{one}/../one/") == ["One"]


def test_the_home_can_be_written_as_a_tilde(run: Run, own_home: Path, elsewhere: Path) -> None:
    digest(own_home / "blog", "Mine")
    configure("dirs = ['~/blog']")
    assert titles(run) == ["Mine"]
    assert titles(run, "--dir", "~/blog") == ["Mine"]


def test_a_relative_folder_of_the_configuration_lies_beside_it(run: Run, tmp_path: Path, elsewhere: Path) -> None:
    digest(tmp_path / "conf" / "blog", "Beside")
    (tmp_path / "conf" / "mine.toml").write_text("dirs = ['blog']")
    assert titles(run, "--config", str(tmp_path / "conf" / "mine.toml")) == ["Beside"]


def test_without_any_digests_the_next_step_is_said(run: Run, elsewhere: Path) -> None:
    for command in (["list"], ["show", "today"], ["check"]):
        outcome = run(*command)
        assert (outcome.code, outcome.out) == (2, "")
        assert "--dir" in outcome.err
        assert "--demo" in outcome.err


def test_a_typed_folder_that_is_missing_ends_the_run(run: Run, tmp_path: Path) -> None:
    one = digest(tmp_path / "one", "One")
    for argv in (["list", "--dir", str(one), "--dir", str(tmp_path / "gone")], ["check", str(tmp_path / "gone")]):
        outcome = run(*argv)
        assert (outcome.code, outcome.out) == (3, "")
        assert str(tmp_path / "gone") in outcome.err


def test_a_configured_folder_that_is_missing_leaves_the_others(run: Run, tmp_path: Path, elsewhere: Path) -> None:
    one = digest(tmp_path / "one", "One")
    configure(f"dirs = ['{tmp_path / 'gone'}', '{one}']")
    listed = run("list", "--format", "tsv")
    assert (listed.code, len(listed.lines)) == (0, 1)
    assert str(tmp_path / "gone") in listed.err


def test_when_every_configured_folder_is_missing_the_run_ends(run: Run, tmp_path: Path, elsewhere: Path) -> None:
    configure(f"dirs = ['{tmp_path / 'gone'}']")
    outcome = run("list")
    assert (outcome.code, outcome.out) == (3, "")


def test_what_is_wrong_with_the_configuration_is_said_and_the_rest_holds(run: Run, digests: Path) -> None:
    configure("alphaxiv_language = 'en'\ncolour = 1\n")
    listed = run("list", "--dir", str(digests), "--format", "json")
    assert listed.code == 0
    assert f"{config_file()}:2: there is no setting `colour`" in listed.err
    assert listed.json[1]["alphaxiv_url"] == "https://www.alphaxiv.org/en/overview/2512.99002"


def test_a_named_configuration_must_be_there(run: Run, digests: Path, tmp_path: Path) -> None:
    outcome = run("list", "--dir", str(digests), "--config", str(tmp_path / "gone.toml"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "gone.toml" in outcome.err


def test_a_state_that_cannot_be_used_is_left_alone(run: Run, digests: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    state.write_text("no database")
    outcome = run("list", "--dir", str(digests), "--data-dir", str(tmp_path))
    assert (outcome.code, outcome.out) == (4, "")
    assert state.read_text() == "no database"


def test_the_samples_neither_read_nor_make_a_state(run: Run, own_home: Path, tmp_path: Path) -> None:
    assert run("list", "--demo", "--limit", "1").code == 0
    assert list(own_home.iterdir()) == []
    open_store(tmp_path / "state.db").close()
    assert run("list", "--demo", "--data-dir", str(tmp_path)).code == 0
