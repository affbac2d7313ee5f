"""`source` and `fetch`, and that git is run nowhere else."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.paths import config_file, data_dir
from support.patience import PATIENCE_SECONDS
from support.processes import ends
from support.promises import promises
from support.repositories import arm, commit, git, program, repository

from .conftest import POST, Run


def push(remote: Path, files: dict[str, str]) -> None:
    work = remote.with_name("work")
    commit(work, files)
    git(work, "push", "--quiet", "--force", str(remote), "HEAD")


def test_the_first_source_makes_the_configuration_that_was_named(run: Run, digests: Path, tmp_path: Path) -> None:
    file = tmp_path / "of" / "mine.toml"
    assert run("source", "list", "--config", str(file)).err == f"digest-tui: There is no configuration file {file}.\n"
    assert run("source", "add", str(digests), "--config", str(file)).code == 0
    assert run("source", "list", "--config", str(file)).lines[0].endswith(f"\t{digests}")
    assert run("list", "--limit", "1", "--config", str(file)).code == 0
    assert not config_file().exists()


def test_a_repository_is_added_read_brought_up_to_date_and_removed(run: Run, remote: Path) -> None:
    assert run("source", "add", str(remote)).code == 0
    assert run("source", "list").lines == [f"log\t{remote}"]
    assert len(run("list").lines) == 2
    assert "log: nothing arrived" in run("fetch").err
    push(remote, {"_posts/2025-12-11-daily-papers.md": POST.replace("2025-12-10", "2025-12-11")})
    assert len(run("list").lines) == 2
    told = run("fetch", "log")
    assert (told.code, told.out, told.err) == (0, "", "digest-tui: log: digests arrived\n")
    assert len(run("list", "--places").lines) == 4
    assert {paper["source"] for paper in run("list", "--format", "json").json} == {"log"}
    run("mark", "star", "2512.99001")
    assert run("source", "remove", "log").code == 0
    assert list((data_dir() / "clones").iterdir()) == []
    assert run("source", "list").out == ""
    run("source", "add", str(remote), "--name", "다시")
    assert run("source", "list").lines == [f"다시\t{remote}"]
    assert len(run("list", "is:starred").lines) == 1


def test_a_folder_is_read_where_it_is_and_only_its_entry_is_removed(run: Run, digests: Path) -> None:
    assert run("source", "add", str(digests)).code == 0
    assert run("source", "list").lines == [f"digests\t{digests}"]
    assert run("list").code == 0
    assert run("source", "remove", str(digests)).code == 0
    assert digests.is_dir()
    assert run("source", "add", str(digests)).code == 0


def test_a_repository_that_does_not_come_is_not_added_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    told = run("source", "add", f"https://127.0.0.1:1/{'x' * 5}.git")
    assert told.code == 3
    assert "xxxxx cannot be fetched" in told.err
    assert not config_file().exists()
    assert list((data_dir() / "clones").iterdir()) == []
    told = run("source", "add", "https://me:SECRET@127.0.0.1:1/x.git")
    assert told.code == 2
    assert "SECRET" not in told.out + told.err


def test_one_that_fails_keeps_what_was_there_and_the_others_go_on(run: Run, remote: Path, digests: Path) -> None:
    run("source", "add", str(remote), "--name", "second")
    remote.rename(remote.with_name("other"))
    run("source", "add", str(remote.with_name("other")), "--name", "first")
    remote.with_name("other").rename(remote)
    push(remote, {"_posts/2025-12-11-daily-papers.md": POST})
    told = run("fetch")
    assert told.code == 3
    assert "first cannot be fetched" in told.err
    assert "second: digests arrived" in told.err
    sources = [paper["source"] for paper in run("list", "--places", "--format", "json").json]
    assert (sources.count("first"), sources.count("second")) == (2, 4)


def test_what_was_written_by_hand_is_fetched_by_the_first_fetch(run: Run, remote: Path) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(f'[[source]]\nurl = "{remote}"\nname = "mine"\n')
    told = run("list")
    assert told.code == 3
    assert "mine has not been fetched yet: run `digest-tui fetch`" in told.err
    assert run("fetch").code == 0
    assert len(run("list").lines) == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["source", "add"], "needs a folder"),
        (["source", "add", "ext::sh -c 'touch trap'"], "is not the URL of a repository"),
        (["source", "add", "file://elsewhere/srv/log.git"], "is not the URL of a repository"),
        (["source", "add", "file:///srv/log.git"], "cannot be fetched"),
        (["source", "remove", "x", "--fetch"], "are for `source add`"),
        (["source", "list", "--name", "x"], "are for `source add`"),
        (["source", "add", "/no/such/folder"], "no file or folder"),
        (["source", "add", "https://h/x", "--name", "../up"], "cannot be a name"),
        (["source", "add", "https://h/x", "--name", "-rf"], "expected one argument"),
        (["source", "remove", "nobody"], "No source is called nobody"),
        (["fetch"], "no repository to fetch"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, words: list[str], sentence: str) -> None:
    told = run(*words)
    assert told.code in (2, 3)
    assert sentence in told.err


def test_two_of_one_name_are_told_apart_by_the_person(run: Run, remote: Path, tmp_path: Path) -> None:
    run("source", "add", str(remote))
    git(tmp_path, "clone", "--quiet", "--bare", "work", "other/log.git")
    told = run("source", "add", str(tmp_path / "other" / "log.git"))
    assert told.code == 2
    assert "give one of them another `name`" in told.err
    assert len(run("source", "list").lines) == 1


@pytest.mark.parametrize("home", [True, False])
def test_what_is_there_already_is_not_added_again_however_it_is_spelled(
    run: Run, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, home: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "link").symlink_to(tmp_path / "work")
    (tmp_path / "link.git").symlink_to(remote)
    for first, others, name in (
        ("work", ["./work/", str(tmp_path / "work"), "~/work", "link", "link/../work"], "work"),
        ("log.git", ["./log.git/", f"{remote}/", "~/log.git", "link.git", f"file://{remote}", "log.git/."], "log"),
    ):
        assert run("source", "add", first if not home else f"~/{first}").code == 0
        written = config_file().read_bytes(), config_file().stat().st_mtime_ns
        for spelling in (first, *others):
            told = run("source", "add", spelling)
            assert (told.code, told.out) == (0, "")
            assert told.err.endswith(f" is already there as {name}\n")
        assert (config_file().read_bytes(), config_file().stat().st_mtime_ns) == written
    assert run("source", "remove", "link").code == 0
    assert run("source", "remove", f"file://{remote}").code == 0
    assert run("source", "list").out == ""


def test_a_work_tree_stays_a_folder_unless_a_copy_is_asked_for(run: Run, remote: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    told = run("source", "add", str(work))
    assert (told.code, "as a folder" in told.err, "--fetch" in told.err) == (0, True, True)
    assert not (data_dir() / "clones").exists()
    assert run("source", "remove", str(work)).code == 0
    told = run("source", "add", str(work), "--fetch", "--name", "mine")
    assert (told.code, told.err) == (0, "digest-tui: added mine; `digest-tui fetch` brings its digests up to date\n")
    assert run("source", "list").lines == [f"mine\t{work}"]
    commit(work, {"_posts/2025-12-12-daily-papers.md": POST})
    assert "mine: digests arrived" in run("fetch", "mine").err
    assert run("source", "add", f"file://{work}").err == f"digest-tui: {work} is already there as mine\n"


def test_the_former_name_of_fetch_goes_on_working_and_is_not_mentioned(
    run: Run, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("source", "add", str(remote))
    assert run("sync").err == run("fetch").err == "digest-tui: log: nothing arrived\n"
    for words in (["--help"], ["sync", "--help"], ["source", "--help"]):
        with pytest.raises(SystemExit):
            run(*words)
        assert "sync" not in capsys.readouterr().out


def test_what_was_written_by_hand_may_be_an_address_of_a_file(run: Run, remote: Path) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(f'[[source]]\nurl = "file://{remote}"\nname = "mine"\n')
    assert run("fetch").code == 0
    assert len(run("list").lines) == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda file: file.mkdir(parents=True),
        lambda file: file.parent.write_text(""),
        lambda file: (file.parent.mkdir(), file.symlink_to(file.name)),
        lambda file: file.parent.symlink_to(file.parent.name),
        lambda file: (file.parent.mkdir(), file.write_text("dirs = [")),
        lambda file: (file.parent.mkdir(), file.write_bytes(b"\xff\xfe")),
    ],
    ids=["a folder", "no folder", "a loop", "a loop above", "no TOML", "no text"],
)
@pytest.mark.parametrize(
    "words", [["source", "add"], ["source", "list"], ["source", "remove"], ["fetch"]], ids=" ".join
)
def test_where_the_configuration_cannot_be_read_one_sentence_says_so(
    run: Run, tmp_path: Path, make: Callable[[Path], object], words: list[str]
) -> None:
    config_file().parent.parent.mkdir(parents=True, exist_ok=True)
    make(config_file())
    before = what_is_there()
    told = run(*words, *([str(tmp_path)] if words[-1] in ("add", "remove") else []))
    assert (told.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert str(config_file()) in told.err
    assert "repair it first" in told.err
    assert what_is_there() == before


def what_is_there() -> tuple[int, ...]:
    """Tell the configuration from another one, whoever read it meanwhile."""
    try:
        status = config_file().lstat()
    except OSError:
        return ()
    return status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns


def slow_git(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A repository whose git never ends: the file with the number of what git started, whole, and the environment."""
    child = tmp_path / "child"
    program(tmp_path / "bin" / "git", f"sleep 600 & echo $! > '{child}.new'; mv '{child}.new' '{child}'; sleep 600")
    config_file().parent.mkdir(parents=True)
    config_file().write_text('[[source]]\nurl = "https://example.org/log.git"\n')
    environ = os.environ | {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    return child, environ


@pytest.mark.skipif(os.name != "posix", reason="signals and groups of processes are POSIX")
def test_whoever_ends_a_fetch_ends_git_with_all_that_it_started(tmp_path: Path) -> None:
    child, environ = slow_git(tmp_path)
    with subprocess.Popen([sys.executable, "-m", "digest_tui", "fetch"], env=environ) as fetching:
        while not child.exists():
            assert fetching.poll() is None
        fetching.send_signal(signal.SIGTERM)
        assert fetching.wait() == -signal.SIGTERM
    assert ends(int(child.read_text()))


INTERRUPTED = """
import os, signal, subprocess, sys
from digest_tui.cli.main import main
wait = subprocess.Popen._try_wait
def interrupted(process, flags):
    # The lock of `Popen.wait` is held here.
    subprocess.Popen._try_wait = wait
    os.kill(os.getpid(), signal.SIGTERM)
    return wait(process, flags)
subprocess.Popen._try_wait = interrupted
sys.exit(main(["fetch"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals and groups of processes are POSIX")
def test_a_signal_in_the_midst_of_waiting_for_git_ends_both(tmp_path: Path) -> None:
    child, environ = slow_git(tmp_path)
    with subprocess.Popen([sys.executable, "-c", INTERRUPTED], env=environ) as fetching:
        try:
            assert fetching.wait(PATIENCE_SECONDS) == -signal.SIGTERM
        finally:
            fetching.kill()
    assert not child.exists() or ends(int(child.read_text()))


@promises(
    "SECURITY.md",
    "It is run only by `source add`, `fetch` and `R`, in copies of ours",
    "In a folder that you pointed at, git is never run.",
)
def test_git_is_never_run_in_a_folder_that_was_only_pointed_at(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    blog = repository(tmp_path / "blog", {"_posts/2025-12-10-daily-papers.md": POST})
    arm(blog, trap)
    program(tmp_path / "bin" / "git", f"touch '{trap}'")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    for words in (
        ["list"], ["search", "높이"], ["unread"], ["show", "2512.99001"], ["check"], ["mark", "star", "2512.99001"],
        ["undo"], ["log"], ["state", "check"], ["state", "backup"], ["source", "list"],
    ):  # fmt: skip
        assert run("--dir", str(blog), *words).code == 0
    monkeypatch.chdir(blog)
    assert run("list").code == 0
    assert run("source", "add", str(blog)).code == 0
    assert run("fetch").code == 2
    assert not trap.exists()


def test_a_source_that_is_a_link_has_one_name_everywhere(run: Run, digests: Path, tmp_path: Path) -> None:
    (tmp_path / "블로그").symlink_to(tmp_path / "chain")
    (tmp_path / "chain").symlink_to(digests)
    run("source", "add", str(tmp_path / "블로그"))
    assert run("source", "list").lines == [f"블로그\t{tmp_path / '블로그'}"]
    assert {paper["source"] for paper in run("list", "--format", "json").json} == {"블로그"}
    assert len(run("list", "source:블로그", "--places").lines) == 3
    assert run("list", "source:digests").code == 1
    assert {file["source"] for file in run("check", "--format", "json").json} == {"블로그"}
    assert run("source", "remove", "블로그").code == 0
    assert run("source", "list").out == ""


def test_sources_of_one_name_are_listed_as_they_are_called(run: Run, remote: Path, tmp_path: Path) -> None:
    for path in ("x/log", "y/log"):
        (tmp_path / path / "_posts").mkdir(parents=True)
        (tmp_path / path / "_posts" / f"2025-12-0{len(path)}-{path[0]}.md").write_text(POST)
        run("source", "add", str(tmp_path / path))
    run("source", "add", str(remote))
    listed = [line.split("\t")[0] for line in run("source", "list").lines]
    assert listed == ["x/log", "y/log", "log"]
    assert {paper["source"] for paper in run("list", "--places", "--format", "json").json} == set(listed)
    run("source", "remove", "y/log")
    assert [line.split("\t")[0] for line in run("source", "list").lines] == ["x/log", "log"]


def test_a_name_stays_while_another_source_is_away(run: Run, tmp_path: Path) -> None:
    for path in ("x/log", "y/log"):
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / f"2025-12-10-{path[0]}.md").write_text(POST)
        run("source", "add", str(tmp_path / path))
    (tmp_path / "y").rename(tmp_path / "away")
    told = run("list", "--format", "json")
    assert {paper["source"] for paper in told.json} == {"x/log"}
    assert told.err.count(str(tmp_path / "y" / "log")) == 1
