"""Runs git so that it does only what it was called for, asks nobody, and comes to an end."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from digest_tui.counts import counted
from digest_tui.errors import CancelledError, SourceError
from digest_tui.sources.git_address import shown_address

TIME_LIMIT = 600.0
"""Seconds after which a command is given up."""
MAX_BYTES = 2 * 1024**3
"""Bytes of a clone, all in all."""
_GRACE = 2.0
"""Seconds that git has to clean up when it is stopped."""
_LOOKS = 0.5
"""Seconds between two checks of the time and the size."""
_MAX_TALK = 64 * 1024
"""Bytes of git's messages that are read for the line that says why."""

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
_KEPT_VARIABLES = ("GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_SSH_COMMAND")


class Git:
    """Git in one clone of ours, of which another thread may stop it."""

    def __init__(
        self, git_dir: Path, folder: Path, environ: Mapping[str, str], *, local: bool, time_limit: float = TIME_LIMIT
    ) -> None:
        self._git_dir = git_dir
        self._folder = folder
        self._environ = _environment(environ, local=local)
        self._time_limit = time_limit
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """End git at once, for good."""
        self._is_stopped = True
        # It may end meanwhile, and its number may then be another's.
        if (process := self._process) is not None and process.poll() is None:
            _signal(process, "SIGKILL")

    def run(self, command: str, *arguments: str) -> str:
        """Run a command and return its output; raises SourceError with git's reason, CancelledError after `stop`."""
        git_dir, folder = self._git_dir, self._folder
        words = ["git", f"--git-dir={git_dir}", f"--work-tree={folder}", "--no-pager"]
        words += [word for setting in _SETTINGS for word in ("-c", setting)]
        # A file, since a pipe may be held open by what ssh leaves running, and memory may be filled by a server.
        with tempfile.TemporaryFile() as talk:
            with _stopped_with_us() as follow:
                try:
                    process = subprocess.Popen(
                        [*words, command, *arguments], stdin=subprocess.DEVNULL, stdout=talk, stderr=talk,
                        env=self._environ, cwd=folder,
                        # Neither git nor ssh then has a terminal to ask on, and all of them can be stopped at once.
                        start_new_session=True,
                    )  # fmt: skip
                except FileNotFoundError as error:
                    raise SourceError("git is not installed: install it, or name a folder with --dir.") from error
                except OSError as error:
                    raise SourceError(f"git cannot be started: {error.strerror or error}.") from error
                follow(process)
                self._process = process
                try:
                    if self._is_stopped:
                        self.stop()
                    self._wait(process, talk.fileno())
                finally:
                    self._process = None
            if self._is_stopped:
                raise CancelledError
            size = os.fstat(talk.fileno()).st_size
            talk.seek(max(0, size - _MAX_TALK))
            said = talk.read(_MAX_TALK).decode("utf-8", "replace")
        if process.returncode:
            reason = _reason(said) or f"git {command} ended with code {process.returncode}"
            raise SourceError(f"{self._folder.name} cannot be fetched: {reason}.")
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
                    excess = f"took longer than {counted(round(self._time_limit), 'second')}"
                elif os.fstat(talk).st_size > MAX_BYTES or _weight(self._folder, self._git_dir) > MAX_BYTES:
                    excess = f"is larger than {MAX_BYTES // 1024**3} GB"
                if excess:
                    raise SourceError(f"{self._folder.name} {excess} and was given up.") from None


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
def _stopped_with_us() -> Iterator[Callable[[subprocess.Popen[bytes]], None]]:
    """End git, which is in a session of its own, when this program ends or no longer waits.

    What is given tells which process it is; a signal that comes before is heard then.
    """
    started: list[subprocess.Popen[bytes]] = []
    heard: list[int] = []
    is_over = False

    def leave(number: int, _: object = None) -> None:
        heard.append(number)
        if started and not is_over:
            # Not here: `Popen.wait` may have been interrupted while it holds the lock that to wait for git would need.
            raise _Left

    def follow(process: subprocess.Popen[bytes]) -> None:
        started.append(process)
        if heard:
            raise _Left

    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
    before = {}
    with suppress(ValueError):  # only the main thread hears signals
        before = {number: signal.signal(number, leave) for number in numbers}
    try:
        try:
            yield follow
        finally:
            is_over = True
    finally:
        for process in started:
            _stop(process)
        for number, handler in before.items():
            signal.signal(number, handler)
        if heard:
            signal.signal(heard[0], signal.SIG_DFL)
            os.kill(os.getpid(), heard[0])


class _Left(BaseException):
    """This program was asked to end."""


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


def _weight(*tops: Path) -> int:
    """Return the size of folders in bytes on the disk."""
    weight = 0
    for top in tops:
        for folder, _, names in os.walk(top):
            for name in names:
                with suppress(OSError):
                    weight += os.lstat(os.path.join(folder, name)).st_size
    return weight


def _reason(said: str) -> str:
    """Return the reason in git's words: the first line that it calls fatal, or what ssh said before that."""
    lines = [line for line in said.splitlines() if line.strip()]
    fatal = [line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")]
    if not fatal or fatal[0].startswith("Could not read from remote"):
        fatal = lines
    return shown_address(fatal[0] if fatal else "").rstrip(".")
