"""Git repositories, and a configuration of git's, that run something wherever git lets them."""

import os
import shlex
import stat
import subprocess
from pathlib import Path

HOOKS = (
    "post-checkout", "post-merge", "post-rewrite", "post-index-change", "pre-auto-gc", "reference-transaction",
    "fsmonitor-watchman", "pre-commit", "pre-receive", "update", "post-update", "post-receive", "proc-receive",
)  # fmt: skip


def repository(folder: Path, files: dict[str, str]) -> Path:
    """A repository of one commit."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet")
    commit(folder, files)
    return folder


def commit(folder: Path, files: dict[str, str]) -> None:
    """Put files into a repository."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=more")


def git(folder: Path, *words: str) -> str:
    """Run git there with nothing but its own settings, and return what it prints."""
    person = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    clean = {"PATH": os.environ["PATH"], "HOME": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **person}
    return subprocess.run(
        ["git", *words], cwd=folder, env=clean, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def arm(folder: Path, trap: Path) -> None:
    """Let whatever runs git in a repository, or takes from it, run a command that makes the trap."""
    command = _command(trap)
    for hook in HOOKS:
        program(folder / ".git" / "hooks" / hook, command)
    with open(folder / ".git" / "config", "a", encoding="utf-8") as config:
        # In a home it would be the person's own wish.
        config.write(f"{traps(command)}[uploadpack]\npackObjectsHook = {command}\n")


def traps(command: str) -> str:
    """A configuration in which everything that git may start is a command."""
    quoted = '"' + command.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"""
[core]
fsmonitor = {quoted}
sshCommand = {quoted}
askPass = {quoted}
pager = {quoted}
editor = {quoted}
gitProxy = {quoted}
[alias]
fetch = !{command}
init = !{command}
reset = !{command}
[filter "trap"]
smudge = {quoted}
process = {quoted}
clean = {quoted}
required = true
[diff]
external = {quoted}
[diff "trap"]
textconv = {quoted}
[merge "trap"]
driver = {quoted}
[gpg]
program = {quoted}
[protocol "ext"]
allow = always
[submodule]
recurse = true
[fetch]
recurseSubmodules = true
"""


def armed_home(folder: Path, trap: Path) -> Path:
    """The home of somebody whose own git starts things: what a repository must not be able to choose."""
    command = _command(trap)
    for hook in HOOKS:
        program(folder / "hooks" / hook, command)
        program(folder / "template" / "hooks" / hook, command)
    (folder / ".gitconfig").write_text(
        traps(command) + f"[core]\nhooksPath = {folder}/hooks\n[init]\ntemplateDir = {folder}/template\n",
        encoding="utf-8",
    )
    return folder


def program(path: Path, script: str) -> Path:
    """A program that a shell runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def _command(trap: Path) -> str:
    return f"touch {shlex.quote(str(trap))}"
