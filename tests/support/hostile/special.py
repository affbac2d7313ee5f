"""What stands in folders beside files, and names that are no names."""

import os
import socket
from contextlib import suppress
from pathlib import Path

_NAMES = (
    b"2025-03-01-\x1b]0;PLANTED\x07.md",
    b"2025-03-02-\x9b4242m.md",
    b"2025-03-03-\xc2\x9b4242n.md",
    b"2025-03-04-a\nb.md",
    b"2025-03-05-\xff\xfe.md",
    b"2025-03-06-[@click=app.quit]x[bold].md",
    b"2025-03-07-[MASK].md",
    "2025-03-08-\u202etxt.exe.md".encode(),
    "2025-03-09-연.md".encode(),
    "2025-03-09-\u110b\u1167\u11ab.md".encode(),
    b"-rf.md",
    b"--help.md",
    b"%s%n.md",
    b"$(touch PLANTED).md",
    b"; touch PLANTED;.md",
    b" .md",
    b"2025-03-10-" + b"x" * 241 + b".md",
    b"2025-99-99-x.md",
    b"9999-12-31-x.md",
    b"0001-01-01-x.md",
)
_FOLDERS = (b"\x1b[4242n", b"a\nb", b"[@click=app.quit]x", b"-D", b"\xff", "e\u0301".encode())


def make(root: Path) -> None:
    """Everything that this system and this user can make."""
    root.mkdir()
    paper = "# 1. [제목](https://arxiv.org/abs/2509.{:05})\n\n글\n"
    for number, name in enumerate(_NAMES):
        _write(os.path.join(os.fsencode(root), name), paper.format(number))
    for number, inside in enumerate(_FOLDERS, 100):
        folder = os.path.join(os.fsencode(root), inside)
        with suppress(OSError):
            os.mkdir(folder)
            _write(os.path.join(folder, b"2025-04-01-a.md"), paper.format(number))
    _make_special(root)
    _make_links(root)
    deep = root.joinpath(*["d"] * 150)
    deep.mkdir(parents=True)
    (deep / "2025-04-02-deep.md").write_text(paper.format(200))
    (root / ".git" / "hooks").mkdir(parents=True)
    (root / ".git" / "hooks" / "2025-04-03-hook.md").write_text("PLANTED")
    for stamp, when in ((4_000_000_000, "future"), (-2_000_000_000, "past"), (0, "zero")):
        (root / f"{when}.md").write_text(paper.format(300))
        with suppress(OSError):
            os.utime(root / f"{when}.md", (stamp, stamp))


def _make_special(root: Path) -> None:
    os.mkfifo(root / "2025-05-01-pipe.md")
    (root / "2025-05-02-folder.md").mkdir()
    (root / "2025-05-03-locked.md").write_text("x")
    (root / "2025-05-03-locked.md").chmod(0)
    (root / "locked").mkdir()
    (root / "locked").chmod(0)
    with socket.socket(socket.AF_UNIX) as server, suppress(OSError):
        server.bind(os.path.relpath(root / "2025-05-04-socket.md"))
    with (root / "2025-05-05-sparse.md").open("wb") as file, suppress(OSError):
        file.truncate(8_000_000_000)


def _make_links(root: Path) -> None:
    targets = {
        "zero": "/dev/zero",
        "terminal": "/dev/tty",
        "memory": "/proc/self/mem",
        "password": "/etc/passwd",
        "out": "../../../../../../etc/hostname",
        "self": "2025-06-05-self.md",
        "nowhere": "nowhere",
        "empty-process": "/proc/self/environ",
    }
    for number, (name, target) in enumerate(targets.items(), 1):
        (root / f"2025-06-{number:02}-{name}.md").symlink_to(target)
    for name, target in {"up": "..", "here": ".", "etc": "/etc", "proc": "/proc"}.items():
        (root / name).symlink_to(target)
    with suppress(OSError):
        os.link(root / "%s%n.md", root / "2025-06-30-hard.md")


def _write(path: bytes, text: str) -> None:
    with suppress(OSError), open(path, "w", encoding="utf-8") as file:
        file.write(text)
