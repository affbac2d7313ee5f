"""Fetching a repository: the digests come, and nothing else happens."""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from digest_tui.errors import CancelledError, SourceError, UsageError
from digest_tui.sources import git_command
from digest_tui.sources.git import Clone, Fetch, _alone, clone_of
from digest_tui.sources.git_command import TIME_LIMIT
from support.processes import ends
from support.promises import promises
from support.repositories import arm, armed_home, commit, git, program, repository

DIGEST = "# 2025-03-11\n\n## 첫째 논문\n"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A repository of one digest."""
    return repository(tmp_path / "remote", {"2025-03-11.md": DIGEST, "run.sh": "x", "docs/2025-03-10.md": DIGEST})


@pytest.fixture
def clone(remote: Path, tmp_path: Path) -> Clone:
    """Its copy, not fetched yet."""
    return clone_of(str(remote), "log", tmp_path / "clones")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A file that is there when something was run."""
    return tmp_path / "trap"


def fetch(clone: Clone, environ: Mapping[str, str] = os.environ, time_limit: float = TIME_LIMIT) -> bool:
    return Fetch(clone, environ, time_limit).run()


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@promises("README.md", "and git can do nothing but fetch Markdown.")
def test_digests_come_alone_and_follow_the_repository(clone: Clone, remote: Path) -> None:
    assert fetch(clone)
    assert names(clone.folder) == ["2025-03-11.md", "docs/2025-03-10.md"]
    assert not fetch(clone)
    commit(remote, {"2025-03-12.md": DIGEST})
    git(remote, "rm", "--quiet", "-r", "docs")
    git(remote, "commit", "--quiet", "--amend", "--message=rewritten")
    (clone.folder / "2025-03-11.md").write_text("changed here")
    (clone.folder / "stray.md").write_text("x")
    assert fetch(clone)
    assert names(clone.folder) == ["2025-03-11.md", "2025-03-12.md"]
    assert (clone.folder / "2025-03-11.md").read_text(encoding="utf-8") == DIGEST


def test_files_of_every_ending_that_may_be_a_digest_come_and_no_others(clone: Clone, remote: Path) -> None:
    fetch(clone)
    wanted = {
        f"posts/2025-03-1{n}{ending}": DIGEST for n, ending in enumerate((".MD", ".Markdown", ".mdx", ".QMD", ".txt"))
    }
    commit(remote, wanted | {"a.md.sh": "x", "b.html": "x", "c.py": "x", "txt": "x"})
    # What was fetched by an earlier version comes too.
    (clone.git_dir / "info" / "sparse-checkout").write_text("*.md\n")
    assert fetch(clone)
    assert set(names(clone.folder)) == {*wanted, "2025-03-11.md", "docs/2025-03-10.md"}


def test_a_clone_of_an_earlier_version_gets_what_it_left_out(clone: Clone, remote: Path) -> None:
    commit(remote, {"2025-03-12.qmd": DIGEST})
    with pytest.MonkeyPatch.context() as earlier:
        earlier.setattr("digest_tui.sources.git.git_patterns", lambda: "*.md\n")
        fetch(clone)
    assert names(clone.folder) == ["2025-03-11.md", "docs/2025-03-10.md"]
    fetch(clone)
    assert names(clone.folder) == ["2025-03-11.md", "2025-03-12.qmd", "docs/2025-03-10.md"]


def test_the_folder_of_the_digests_is_no_repository_to_any_program(clone: Clone) -> None:
    fetch(clone)
    assert not (clone.folder / ".git").exists()
    if os.name == "posix":
        assert clone.folder.stat().st_mode & 0o077 == 0
        assert clone.git_dir.stat().st_mode & 0o077 == 0


@promises(
    "SECURITY.md",
    "Hooks, fsmonitor, filters, submodules, links, other transports, prompts and variables of yours that would "
    "change what it does are off",
)
def test_nothing_that_a_repository_or_a_configuration_names_is_run(
    clone: Clone, remote: Path, trap: Path, tmp_path: Path
) -> None:
    home = armed_home(tmp_path / "home", trap)
    elsewhere = tmp_path / "elsewhere"
    commit(
        remote,
        {
            ".gitattributes": "* filter=trap diff=trap merge=trap\n",
            ".gitmodules": '[submodule "x"]\npath = x\nurl = ext::sh -c "touch trap"\nupdate = !touch trap\n',
            ".lfsconfig": "[lfs]\nurl = https://example.invalid/\n",
        },
    )
    arm(remote, trap)
    environ = os.environ | {
        "HOME": str(home),
        "GIT_DIR": str(remote / ".git"),
        "GIT_WORK_TREE": str(remote),
        "GIT_EXTERNAL_DIFF": f"touch {trap}",
        "GIT_PAGER": f"touch {trap}",
        "GIT_EDITOR": f"touch {trap}",
        "GIT_PROXY_COMMAND": f"touch {trap}",
        "GIT_TEMPLATE_DIR": str(home / "template"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": f"touch {trap}",
        "GIT_ALLOW_PROTOCOL": "ext:file:https",
        "GIT_OBJECT_DIRECTORY": str(elsewhere),
        "GIT_INDEX_FILE": str(elsewhere / "index"),
    }
    environ.pop("XDG_CONFIG_HOME", None)
    assert fetch(clone, environ)
    commit_without_traps(remote)
    assert fetch(clone, environ)
    assert not trap.exists()
    assert not elsewhere.exists()
    # The work tree of somebody else's repository is what it was.
    assert git(remote, "-c", "core.fsmonitor=false", "status", "--porcelain") == ""


def commit_without_traps(remote: Path) -> None:
    (remote / ".git" / "config").write_text("[core]\nbare = false\n")
    (remote / ".gitattributes").unlink()
    hooks = remote / ".git" / "hooks"
    hooks.rename(hooks.with_name("away"))
    commit(remote, {"2025-03-13.md": DIGEST})
    hooks.with_name("away").rename(hooks)


def test_a_text_is_what_was_committed_whatever_its_attributes_ask_for(clone: Clone, remote: Path) -> None:
    text = "$Id$ 글\r\n"
    git(remote, "config", "core.autocrlf", "false")
    commit(remote, {"2025-03-12.md": text})
    (remote / ".gitattributes").write_text("2025-03-12.md ident text eol=lf working-tree-encoding=UTF-16LE\n")
    # Alone: what is committed already must not be converted.
    git(remote, "add", ".gitattributes")
    git(remote, "commit", "--quiet", "--message=attributes")
    fetch(clone)
    assert (clone.folder / "2025-03-12.md").read_bytes() == text.encode()


def test_links_and_strange_names_lead_nowhere(clone: Clone, remote: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (remote / "file.md").symlink_to(tmp_path / "secret.md")
    (remote / "folder").symlink_to(tmp_path, target_is_directory=True)
    commit(remote, {"-x.md": DIGEST, "a\nb\x1b]0;x\x07.md": DIGEST, "$(touch trap).md": DIGEST})
    fetch(clone)
    assert not any(path.is_symlink() for path in clone.folder.rglob("*"))
    assert "secret" not in (clone.folder / "file.md").read_text().splitlines()
    assert len(list(clone.folder.glob("*.md"))) == 5


@pytest.mark.parametrize("address", ["ext::sh -c 'touch trap'", "--upload-pack=touch trap", "file:///tmp", "a b"])
def test_git_is_not_even_started_for_an_address_that_breaks_the_rule(address: str, tmp_path: Path, trap: Path) -> None:
    program(tmp_path / "bin" / "git", f"touch '{trap}'")
    with pytest.raises(UsageError):
        fetch(Clone(address, tmp_path / "clones" / "x"), {"PATH": str(tmp_path / "bin")})
    assert not trap.exists()


def with_git(tmp_path: Path, script: str) -> dict[str, str]:
    """An environment whose `git fetch` is a script, and all else git's own."""
    own = os.environ["PATH"]
    program(
        tmp_path / "bin" / "git",
        f'for word in "$@"; do case "$word" in fetch) {script}\n;; esac; done\nPATH=\'{own}\' exec git "$@"',
    )
    return dict(os.environ) | {"PATH": f"{tmp_path / 'bin'}:{own}"}


SETTINGS = """
core.fsmonitor=false core.hooksPath=/dev/null core.symlinks=false core.protectHFS=true core.protectNTFS=true
core.askPass=true core.sparseCheckout=true core.sparseCheckoutCone=false core.quotePath=true
credential.interactive=false protocol.ext.allow=never submodule.recurse=false fetch.recurseSubmodules=false
fetch.writeCommitGraph=false gc.auto=0 maintenance.auto=false http.lowSpeedLimit=500 http.lowSpeedTime=30
"""
"""What goes before anything that a repository or somebody's own configuration says."""


def test_git_is_told_never_to_ask_and_which_ways_it_may_take(clone: Clone, tmp_path: Path) -> None:
    environ = with_git(tmp_path, f"env > '{tmp_path}/env'; printf '%s\\n' \"$@\" > '{tmp_path}/words'; cat; exit 1")
    with pytest.raises(SourceError):
        fetch(clone._replace(address="https://example.org/log.git"), environ | {"GIT_SSH_COMMAND": "ssh -i key"})
    told = dict(line.split("=", 1) for line in (tmp_path / "env").read_text().splitlines() if "=" in line)
    assert told["GIT_ALLOW_PROTOCOL"] == "https:ssh"
    assert told["GIT_TERMINAL_PROMPT"] == "0"
    assert told["GIT_ASKPASS"] == told["SSH_ASKPASS"] == "true"
    assert (told["SSH_ASKPASS_REQUIRE"], told["GIT_LFS_SKIP_SMUDGE"], told["GIT_OPTIONAL_LOCKS"]) == ("never", "1", "0")
    assert (told["LC_ALL"], told["LANGUAGE"]) == ("C.UTF-8", "C")
    assert told["GIT_SSH_COMMAND"] == "ssh -i key -oBatchMode=yes"
    words = (tmp_path / "words").read_text().splitlines()
    assert words[words.index("--") + 1] == "https://example.org/log.git"
    assert {"--no-tags", "--no-recurse-submodules", "--depth=1"} <= set(words)
    assert [words[at + 1] for at, word in enumerate(words) if word == "-c"] == SETTINGS.split()
    assert not any(word.startswith("safe.directory") for word in words)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("fatal: not found", "not found"),
        ("warning: a\\nfatal: not found.\\nmore", "not found"),
        (
            "ssh: Host key verification failed.\\nfatal: Could not read from remote repository.",
            "ssh: Host key verification failed",
        ),
        ("\\n  \\nerror: b", "error: b"),
        ("", "git fetch ended with code 128"),
    ],
)
def test_the_line_that_says_why_is_told(clone: Clone, tmp_path: Path, said: str, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetch(clone, with_git(tmp_path, f"printf '{said}' >&2; exit 128"))
    assert str(caught.value) == f"log cannot be fetched: {reason}."


def test_what_git_says_passes_the_border_and_keeps_secrets(clone: Clone, tmp_path: Path) -> None:
    said = r"remote: \033]0;x\007 \377\nfatal: no \033[2J https://me:SECRET@example.org/ \302\23331m \342\200\256 end."
    with pytest.raises(SourceError) as caught:
        fetch(clone, with_git(tmp_path, f"printf '{said}' >&2; exit 128"))
    assert str(caught.value) == "log cannot be fetched: no [2J https://example.org/ 31m end."


@pytest.mark.parametrize(
    ("script", "reason"),
    [("sleep 600 & echo $! > {pid}; sleep 600", "took longer"), ("echo $$ > {pid}; while :; do echo x; done", "GB")],
)
def test_what_does_not_end_is_given_up_with_everything_it_started(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    monkeypatch.setattr(git_command, "MAX_BYTES", 1024 * 1024)
    monkeypatch.setattr(git_command, "_LOOKS", 0.02)
    pid = tmp_path / "pid"
    # The time is over when the script runs, however long a busy machine takes to start it; it may run before the limit
    # is first looked at, so it is over again at each look.
    is_over, looks = reason != "GB", count(1)
    clock = SimpleNamespace(monotonic=lambda: 1e9 * next(looks) if is_over and pid.exists() and pid.read_text() else 0)
    monkeypatch.setattr(git_command, "time", clock)
    with pytest.raises(SourceError, match=reason):
        fetch(clone, with_git(tmp_path, script.format(pid=pid)))
    assert ends(int(pid.read_text()))


@pytest.mark.parametrize("is_early", [True, False])
def test_another_thread_can_stop_it_with_everything_it_started(clone: Clone, tmp_path: Path, is_early: bool) -> None:
    pid = tmp_path / "pid"
    running = Fetch(clone, with_git(tmp_path, f"sleep 600 & echo $! > {pid}.new; mv {pid}.new {pid}; sleep 600"))
    with ThreadPoolExecutor() as threads:
        if is_early:
            running.stop()
        answer = threads.submit(running.run)
        while not is_early and not pid.exists():
            assert not answer.done()
        running.stop()
        with pytest.raises(CancelledError):
            answer.result()
    assert is_early or ends(int(pid.read_text()))


def test_what_was_fetched_stays_when_the_repository_is_gone(clone: Clone, remote: Path) -> None:
    fetch(clone)
    remote.rename(remote.with_name("gone"))
    with pytest.raises(SourceError, match="log cannot be fetched"):
        fetch(clone)
    assert names(clone.folder) == ["2025-03-11.md", "docs/2025-03-10.md"]


def test_a_lock_that_a_killed_git_left_is_nobodys(clone: Clone, remote: Path) -> None:
    fetch(clone)
    for name in ("index.lock", "shallow.lock", "refs/digest-tui/head.lock", "HEAD.lock", "config.lock"):
        (clone.git_dir / name).touch()
    commit(remote, {"2025-03-12.md": DIGEST})
    assert fetch(clone)
    assert "2025-03-12.md" in names(clone.folder)


def test_two_do_not_fetch_the_same_at_once(clone: Clone) -> None:
    with _alone(clone.git_dir), pytest.raises(SourceError, match="Another digest-tui"):
        fetch(clone)
    assert fetch(clone)


def test_without_git_a_sentence_says_so(clone: Clone, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        fetch(clone, {"PATH": str(tmp_path)})
    assert str(caught.value) == "git is not installed: install it, or name a folder with --dir."
    (tmp_path / "git").write_text("no program")
    (tmp_path / "git").chmod(0o700)
    with pytest.raises(SourceError) as caught:
        fetch(clone, {"PATH": str(tmp_path)})
    assert str(caught.value) == "git cannot be started: Exec format error."


def test_a_copy_that_cannot_be_deleted_is_named(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.folder.mkdir(parents=True, exist_ok=True)

    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("shutil.rmtree", refuse)
    with pytest.raises(SourceError) as caught:
        clone.remove()
    assert str(caught.value) == f"The copy in {clone.folder} cannot be deleted: Permission denied."


def test_a_copy_is_deleted_whole(clone: Clone) -> None:
    fetch(clone)
    clone.remove()
    assert list(clone.folder.parent.iterdir()) == []
