"""An editor that a test wrote: it notes how it was called, and changes the file as it was told."""

import json
import os
import stat
import sys
from pathlib import Path

_SCRIPT = """\
#!{python}
import json, os, pathlib, sys
told = json.loads(pathlib.Path({told!r}).read_text(encoding="utf-8"))
pathlib.Path({calls!r}).write_text(json.dumps(sys.argv[1:]), encoding="utf-8")
file = pathlib.Path(sys.argv[-1].rpartition(":")[0] if told["by_place"] else sys.argv[-1])
if told["waits"]:
    print("EDITING", flush=True)
    sys.stdin.readline()
if told["changes"]:
    before, text = file.stat(), file.read_text(encoding="utf-8")
    for old, new in told["changes"]:
        assert old in text, old
        text = text.replace(old, new)
    if told["by_rename"]:
        (file.parent / ".new").write_text(text, encoding="utf-8")
        os.replace(file.parent / ".new", file)
    else:
        file.write_text(text, encoding="utf-8")
    if told["keeps_time"]:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
if told["deletes"]:
    file.unlink()
sys.exit(told["code"])
"""


class FakeEditor:
    """A program beside the digests."""

    def __init__(self, folder: Path, name: str = "vi") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / name
        self._told, self._calls = folder / "told.json", folder / "calls.json"
        script = _SCRIPT.format(python=sys.executable, told=str(self._told), calls=str(self._calls))
        self.path.write_text(script, encoding="utf-8")
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)
        self.will()

    def will(
        self,
        *changes: tuple[str, str],
        by_rename: bool = False,
        keeps_time: bool = False,
        by_place: bool = False,
        waits: bool = False,
        deletes: bool = False,
        code: int = 0,
    ) -> None:
        """Tell it what to do from now on: texts to replace, and how."""
        told = {
            "changes": changes, "by_rename": by_rename, "keeps_time": keeps_time, "by_place": by_place,
            "waits": waits, "deletes": deletes, "code": code,
        }  # fmt: skip
        self._told.write_text(json.dumps(told), encoding="utf-8")

    @property
    def called(self) -> list[str] | None:
        """The arguments of its last call; None before the first."""
        return json.loads(self._calls.read_text(encoding="utf-8")) if self._calls.exists() else None


def path_with(folder: Path) -> str:
    """A search path on which programs of a test are found first."""
    return os.pathsep.join([str(folder), os.environ["PATH"]])
