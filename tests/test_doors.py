"""Every way from outside to standard output and standard error passes the border."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from digest_tui.cli.main import main
from digest_tui.paths import config_file, data_dir
from digest_tui.text import sanitize
from support.hostile.controls import SEQUENCES
from support.promises import promises
from support.states import append_to_texts

PLANTED = "".join(f"글{sequence}" for name, sequence in SEQUENCES.items() if "\0" not in sequence)
"""All at once; no operating system lets a NUL into a name, an argument or a variable."""
NAME = "이름\x1b]0;x\x07\x1b[2J\x9b31m\u202e.md"
"""What a file system lets through."""

POST = f"""---
title: "Daily {{planted}}"
date: 2025-12-10
---

# 1. [Kites {PLANTED}](https://arxiv.org/abs/2512.99001)

Authors: {PLANTED}

## Intro {PLANTED}

- **Lead {PLANTED}**: 높이 `{PLANTED}` [link {PLANTED}](https://example.org/{PLANTED}) ![x](https://example.org/{PLANTED})

| {PLANTED} | b |
|---|---|
| {PLANTED} | c |

```{PLANTED}
{PLANTED}
```

# 2. [Without an id {PLANTED}](https://example.org/{PLANTED})
"""


class Told(NamedTuple):
    """What one call left behind."""

    words: tuple[str, ...]
    code: int
    out: str
    err: str


Call = Callable[..., Told]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call `digest-tui` within this process; whatever it printed is looked at."""

    def run(*words: str) -> Told:
        capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as ended:
            code = int(str(ended.code or 0))
        told = Told(words, code, *capsys.readouterr())
        assert acting(told.err) == [], told.words
        separators = "\n\t" if "tsv" in words or "source" in words else "\n"
        assert acting(told.out, separators) == [], told.words
        return told

    return run


def acting(text: str, allowed: str = "\n") -> list[str]:
    """The lines that do more than say something."""
    return [line for line in text.split("\n") if sanitize(line).expandtabs() != line.expandtabs()] + [
        character for character in "\t\r" if character in text and character not in allowed
    ]


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A folder with planted sequences in its own name, in a file's, and in all that a file holds."""
    root = tmp_path / f"blog{NAME}"
    (root / "_posts").mkdir(parents=True)
    escaped = json.dumps(PLANTED)[1:-1].encode("utf-8", "backslashreplace").decode()
    text = POST.replace("{planted}", escaped).encode("utf-8", "surrogatepass")
    for name in ("2025-12-10-daily-papers.md", f"2025-12-09-{NAME}"):
        (root / "_posts" / name).write_bytes(text)
    (root / "_posts" / os.fsdecode(b"2025-12-08-\xff\x9b.md")).write_bytes(text)
    (root / "_posts" / f"locked{NAME}").mkdir()
    (root / "_posts" / f"2025-12-07-{NAME}").write_bytes(b"\xff\xfe\x9b" * 10 + text)
    return root


PRINTING = [
    ("list",), ("list", "--format", "tsv"), ("list", "--format", "json"), ("list", "--format", "jsonl"),
    ("list", "높이"), ("list", "title:글"),
    ("search", "글"), ("search", "글", "--format", "tsv"), ("search", "글", "--format", "json"),
    ("search", "글", "--format", "jsonl"), ("search", "글", "--explain"),
    ("unread",), ("unread", "--format", "tsv"), ("unread", "--format", "json"), ("unread", "--count"),
    ("show", "2512.99001"), ("show", "2512.99001", "--format", "markdown"), ("show", "2512.99001", "--format", "json"),
    ("show", "2512.99001", "--format", "rich"), ("show", "2025-12-09"), ("show", "2025-12-09", "--format", "json"),
    ("check",), ("check", "--format", "json"),
    ("mark", "star", "2512.99001"), ("mark", "tag", "일\u202e", "2512.99001"), ("mark", "read", "--query", "글"),
    ("list",), ("list", "--format", "json"), ("log",), ("log", "--format", "json"), ("undo",),
    ("state", "path"), ("state", "check"), ("state", "backup"),
]  # fmt: skip


@promises(
    "SECURITY.md",
    "Nothing in a digest can act.",
    "Text from outside (files and their names, git's output, variables, arguments, settings, error messages, "
    "what was remembered) passes one module, `text.py`, before it is shown or printed",
)
def test_files_their_names_and_what_is_decided_about_them_only_say_something(call: Call, blog: Path) -> None:
    found = [call("--dir", str(blog), *words) for words in PRINTING]
    assert [told.words[2:] for told in found if told.code > 1] == []
    assert all(told.out for told in found if told.words[2] in ("list", "search", "show", "check", "log"))
    explained = [call("check", "--explain", str(file)) for file in (blog / "_posts").iterdir() if file.is_file()]
    assert all(told.out for told in explained)
    for told in found:
        if "json" in told.words:
            assert json.loads(told.out)
        if "jsonl" in told.words:
            assert [json.loads(line) for line in told.out.splitlines()]


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES.keys())
def test_each_alone_in_a_title_leaves_no_trace_but_text(call: Call, tmp_path: Path, sequence: str) -> None:
    file = tmp_path / "2025-12-10-daily-papers.md"
    file.write_text(POST.replace(PLANTED, sequence), encoding="utf-8", errors="surrogatepass")
    for words in (("list",), ("list", "--format", "json"), ("show", "2025-12-10"), ("search", "kites")):
        assert sequence not in call("--dir", str(file), *words).out


ARGUMENTS = [
    (PLANTED,), (f"--{PLANTED}",), (f"-{PLANTED}",), ("list", f"--{PLANTED}"), ("list", "--limit", PLANTED),
    ("list", "--format", PLANTED), ("list", f"title:{PLANTED}"), ("list", f"date:{PLANTED}"), ("list", f"is:{PLANTED}"),
    ("list", f"/{PLANTED}("), ("list", f"nofield{PLANTED}:x"), ("list", f'"{PLANTED}'), ("search", PLANTED),
    ("search", f"votes>{PLANTED}"), ("search", PLANTED, "--explain"), ("show", PLANTED), ("check", PLANTED),
    ("mark", PLANTED), ("mark", "star", PLANTED), ("mark", "tag", PLANTED),
    ("mark", "star", "--query", f"is:{PLANTED}"),
    ("undo", PLANTED), ("state", PLANTED), ("state", "backup", f"/no/{PLANTED}/x"), ("state", "path", PLANTED),
    ("source", "add", PLANTED), ("source", "add", f"https://{PLANTED}"), ("source", "remove", PLANTED),
    ("source", "add", "https://h/x", "--name", PLANTED), ("fetch", PLANTED), ("log", PLANTED),
    ("--date", PLANTED), ("--query", f"is:{PLANTED}"), ("--config", PLANTED, "list"), ("--dir", PLANTED, "list"),
    ("--data-dir", f"/dev/null/{PLANTED}", "list"), ("--data-dir", f"/dev/null/{PLANTED}", "mark", "star", "x"),
    ("--dir", f"~{PLANTED}/x", "list"),
]  # fmt: skip


@pytest.mark.parametrize("words", ARGUMENTS, ids=[" ".join(words).replace(PLANTED, "X") for words in ARGUMENTS])
def test_what_is_typed_is_repeated_as_text(call: Call, digests: Path, words: tuple[str, ...]) -> None:
    places = () if {"--dir", "--config"} & set(words) else ("--dir", str(digests))
    told = call(*places, *words)
    assert told.code in (0, 1, 2, 3, 4)
    assert told.out or told.err


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    """A plain digest."""
    folder = tmp_path / "digests"
    folder.mkdir()
    (folder / "2025-12-10.md").write_text("# [Kites](https://arxiv.org/abs/2512.99001)\n\n높이\n", encoding="utf-8")
    return folder


def test_ids_on_standard_input_are_repeated_as_text(
    call: Call, digests: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = tmp_path / "ids"
    lines.write_text(f"2512.99001\n{PLANTED}\n", encoding="utf-8", errors="replace")
    with lines.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert call("--dir", str(digests), "mark", "star", "-").err


@pytest.mark.parametrize(
    "name", ["DIGEST_TUI_DIR", "BROWSER", "PAGER", "EDITOR", "TERM", "LANG", "COLUMNS", "HOME", "XDG_CONFIG_HOME",
             "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TZ"],
)  # fmt: skip
def test_variables_are_repeated_as_text(
    call: Call, digests: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    value = PLANTED.encode("utf-8", "replace").decode()
    monkeypatch.setenv(name, str(tmp_path / value[:60]) if name.startswith(("XDG", "HOME")) else value)
    for words in (("list",), ("state", "path"), ("source", "list"), ("mark", "star", "2512.99001"), ()):
        call(*words)
        if name != "DIGEST_TUI_DIR":
            call("--dir", str(digests), *words)


@pytest.mark.parametrize(
    "text",
    [
        '"{planted}" = 1\n',
        'theme = "{planted}"\nauto_read = "{planted}"\n',
        'dirs = ["{planted}"]\n',
        'dirs = "{planted}"\n',
        '[[source]]\nurl = "{planted}"\n',
        '[[source]]\nurl = "https://example.org/{planted}"\nname = "{planted}"\n',
        "{raw} = 1\n",
        "x = {raw}\n",
    ],
)
def test_a_configuration_is_repeated_as_text(call: Call, digests: Path, text: str) -> None:
    quoted = "".join(f"\\U{ord(c):08x}" for c in PLANTED.encode("utf-8", "replace").decode())
    config_file().parent.mkdir(parents=True)
    config_file().write_text(
        text.replace("{planted}", quoted).replace("{raw}", PLANTED), encoding="utf-8", errors="replace"
    )
    for words in (("list",), ("source", "list"), ("fetch",), ("source", "add", str(digests))):
        told = call(*words)
        assert told.code in (0, 2, 3)
        assert told.out or told.err
    call("--dir", str(digests), "list")


def test_what_somebody_wrote_into_the_state_is_repeated_as_text(call: Call, digests: Path) -> None:
    call("--dir", str(digests), "mark", "tag", "일", "2512.99001")
    append_to_texts(data_dir() / "state.db", PLANTED.encode("utf-8", "replace").decode())
    assert "Kites" in call("--dir", str(digests), "list", "is:gone").out
    for words in (("log",), ("log", "--format", "json"), ("list",), ("list", "--format", "json"), ("undo",),
                  *(("list", "is:gone", "--format", how) for how in ("tsv", "json", "jsonl")),
                  *(("show", "title:gone", "--format", how) for how in ("plain", "rich", "markdown", "json")),
                  ("state", "check"), ("state", "backup")):  # fmt: skip
        call("--dir", str(digests), *words)
