"""Digests of a git repository: fetched into a folder of our own, by a git that can do nothing else."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from digest_tui.errors import SourceError
from digest_tui.paths import private
from digest_tui.sources.git_address import checked_address, is_local, name_of, shown_address

TIME_LIMIT = 600.0
"""Seconds after which a fetch is given up."""
_GRACE = 2.0
"""Seconds that git has to clean up when it is stopped."""
_HEAD = "refs/digest-tui/head"
MAX_BYTES = 2 * 1024**3
"""Bytes of a clone, all in all."""
_LOOKS = 0.5
"""Seconds between two looks at the time and at the size."""
_MAX_TALK = 64 * 1024
"""Bytes of git's messages that are read for their last line."""

# Above all that a repository or somebody's own configuration says. Each is there for what it would run or write.
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.symlinks=false",
    "core.protectHFS=true",
    "core.protectNTFS=true",
    "core.askPass=true",
    "core.sparseCheckout=true",
    "core.sparseCheckoutCone=false",
    "core.quotePath=true",
    "credential.interactive=false",
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "fetch.writeCommitGraph=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "http.lowSpeedLimit=500",
    "http.lowSpeedTime=30",
)
# A filter is a command of the person's own that a file of the repository would choose: the last word is ours.
_ATTRIBUTES = "* -filter -ident -text -eol -working-tree-encoding\n"
# Nothing but digests is written, so neither is what a program would find and run.
_WRITTEN = "*.md\n*.markdown\n*.MD\n*.Markdown\n"
_KEPT_VARIABLES = ("GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_SSH_COMMAND")


class Clone(NamedTuple):
    """A repository and the folder that holds its digests."""

    address: str
    folder: Path
    """The digests alone; git's own files are in a folder beside it, so nothing here is a repository to any program."""

    @property
    def name(self) -> str:
        """The name of the source."""
        return self.folder.name

    @property
    def git_dir(self) -> Path:
        """Git's own files."""
        return self.folder.with_name(f".{self.folder.name}.git")

    def fetch(self, environ: Mapping[str, str], time_limit: float = TIME_LIMIT) -> bool:
        """Bring the digests to the newest state of the repository's default branch; whether anything changed.

        Raises UsageError for an address that git may not be given, and SourceError when it cannot be fetched; what was
        there stays.
        """
        address = checked_address(self.address)
        git = _Git(self, _environment(environ, local=is_local(address)), time_limit)
        with _alone(self.git_dir):
            # Again each time: it mends what was taken away, and does nothing else.
            private(self.folder)
            git.run("init", "--quiet", "--template=")
            private(self.git_dir / "info")
            (self.git_dir / "info" / "attributes").write_text(_ATTRIBUTES)
            (self.git_dir / "info" / "sparse-checkout").write_text(_WRITTEN)
            before = git.head()
            git.run(
                "fetch", "--quiet", "--depth=1", "--force", "--no-tags", "--no-recurse-submodules",
                "--no-write-fetch-head", "--no-auto-maintenance", "--", address, f"HEAD:{_HEAD}",
            )  # fmt: skip
            git.run("reset", "--quiet", "--hard", _HEAD)
            git.run("clean", "--quiet", "--force", "--force", "-d", "-x")
            return git.head() != before

    def remove(self) -> None:
        """Delete the copy; raises SourceError when it cannot be deleted."""
        try:
            for folder in (self.folder, self.git_dir):
                if folder.exists():
                    shutil.rmtree(folder)
            self.git_dir.with_suffix(".lock").unlink(missing_ok=True)
        except OSError as error:
            raise SourceError(f"The copy in {self.folder} cannot be deleted: {error.strerror or error}.") from error


def clone_of(address: str, name: str | None, folder: Path) -> Clone:
    """The clone of a repository below the folder of all clones."""
    return Clone(address, folder / (name or name_of(address)))


class _Git:
    """Runs git in one clone; no command reads a repository that somebody else made."""

    def __init__(self, clone: Clone, environ: Mapping[str, str], time_limit: float) -> None:
        self._clone = clone
        self._environ = environ
        self._time_limit = time_limit

    def head(self) -> str:
        """The commit that was fetched; empty before the first."""
        return self._said("for-each-ref", "--format=%(objectname)", _HEAD).strip()

    def run(self, command: str, *arguments: str) -> None:
        """Carry out one command; raises SourceError with git's own reason."""
        self._said(command, *arguments)

    def _said(self, command: str, *arguments: str) -> str:
        git_dir, folder = self._clone.git_dir, self._clone.folder
        words = ["git", f"--git-dir={git_dir}", f"--work-tree={folder}", "--no-pager"]
        words += [word for setting in _SETTINGS for word in ("-c", setting)]
        # A file, since a pipe may be held open by what ssh leaves running, and memory may be filled by a server.
        with tempfile.TemporaryFile() as talk:
            try:
                process = subprocess.Popen(
                    [*words, command, *arguments], stdin=subprocess.DEVNULL, stdout=talk, stderr=talk,
                    env=self._environ, cwd=folder,
                    # Neither git nor ssh then has a terminal to ask on, and all of them can be stopped at once.
                    start_new_session=True,
                )  # fmt: skip
            except FileNotFoundError as error:
                raise SourceError("git is not installed here: install it, or name a folder with --dir.") from error
            except OSError as error:
                raise SourceError(f"git cannot be started: {error.strerror or error}.") from error
            with _stopped_with_us(process):
                self._wait(process, talk.fileno())
            size = os.fstat(talk.fileno()).st_size
            talk.seek(max(0, size - _MAX_TALK))
            said = talk.read(_MAX_TALK).decode("utf-8", "replace")
        if process.returncode:
            reason = _reason(said) or f"git {command} ended with code {process.returncode}"
            raise SourceError(f"{self._clone.name} cannot be fetched: {reason}.")
        return said

    def _wait(self, process: subprocess.Popen[bytes], talk: int) -> None:
        end = time.monotonic() + self._time_limit
        while True:
            try:
                process.wait(_LOOKS)
                return
            except subprocess.TimeoutExpired:
                excess = None
                if time.monotonic() > end:
                    excess = f"did not come within {self._time_limit:.0f} seconds"
                elif os.fstat(talk).st_size > MAX_BYTES or _weight(self._clone) > MAX_BYTES:
                    excess = f"is larger than {MAX_BYTES // 1024**3} GB"
                if excess:
                    raise SourceError(f"{self._clone.name} {excess}, and was given up.") from None


def _environment(environ: Mapping[str, str], *, local: bool) -> dict[str, str]:
    clean = {name: value for name, value in environ.items() if not name.startswith("GIT_") or name in _KEPT_VARIABLES}
    return clean | {
        "GIT_ALLOW_PROTOCOL": "file" if local else "https:ssh",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "true",
        "SSH_ASKPASS": "true",
        "SSH_ASKPASS_REQUIRE": "never",
        "GIT_SSH_COMMAND": f"{environ.get('GIT_SSH_COMMAND') or 'ssh'} -oBatchMode=yes",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "C",
    }


@contextmanager
def _alone(git_dir: Path) -> Iterator[None]:
    """Hold a clone against other processes; a lock that git left when it was killed is then nobody's."""
    try:
        private(git_dir)
        with open(git_dir.with_suffix(".lock"), "a") as lock:
            if os.name == "posix":
                import fcntl  # noqa: PLC0415 - there is none on Windows

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for left in git_dir.rglob("*.lock"):
                left.unlink()
            yield
    except BlockingIOError as error:
        raise SourceError("Another digest-tui is fetching the same repository: wait for it.") from error
    except OSError as error:
        raise SourceError(f"{git_dir.parent} cannot be written: {error.strerror or error}.") from error


@contextmanager
def _stopped_with_us(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Whoever ends this program, or does not wait, ends git too: it is in a session of its own."""

    def leave(number: int, _: object) -> None:
        _stop(process)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
    before = {}
    with suppress(ValueError):  # only the main thread hears signals
        before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        _stop(process)
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End git and everything that it started."""
    _signal(process, "SIGTERM")
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
    _signal(process, "SIGKILL")
    process.wait()


def _signal(process: subprocess.Popen[bytes], name: str) -> None:
    if os.name != "posix":
        process.kill()
        return
    # The group is there as long as anything of it runs, also when git itself has ended.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, getattr(signal, name))


def _weight(clone: Clone) -> int:
    """Bytes on the disk."""
    weight = 0
    for top in (clone.folder, clone.git_dir):
        for folder, _, names in os.walk(top):
            for name in names:
                with suppress(OSError):
                    weight += os.lstat(os.path.join(folder, name)).st_size
    return weight


def _reason(said: str) -> str:
    """Why, in git's words: the first line that it calls fatal, or what ssh said before that."""
    lines = [line for line in said.splitlines() if line.strip()]
    fatal = [line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")]
    if not fatal or fatal[0].startswith("Could not read from remote"):
        fatal = lines
    return shown_address(fatal[0] if fatal else "").rstrip(".")
