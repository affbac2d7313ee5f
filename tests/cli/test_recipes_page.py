"""What docs/recipes.md prints works as it is printed: each block is read as its program does, and what it runs run."""

import configparser
import json
import os
import plistlib
import re
import shlex
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from support.promises import promises
from support.repositories import git, program

from .conftest import POST

TEXT = (Path(__file__).parents[2] / "docs/recipes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", TEXT, flags=re.DOTALL | re.MULTILINE)
TODAY = """\
# 1. [Quiet Kites](https://arxiv.org/abs/2512.99001)

## Results
They fly 12% higher.

# 2. [Two Winds](https://arxiv.org/abs/2512.99002)

## Results
They meet.
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts of a shell")


def block(words: str) -> str:
    """The block of the page in which some words stand."""
    [found] = [text for _, text in BLOCKS if words in text]
    return str(found)


def ini(text: str) -> dict[str, dict[str, str]]:
    """What systemd and i3blocks read: sections of `key=value`, each key once."""
    parser = configparser.RawConfigParser(delimiters="=", strict=True, empty_lines_in_values=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return {name: dict(parser[name]) for name in parser.sections()}


def ran(script: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a command as these programs do."""
    return subprocess.run(
        ["sh", "-c", script], capture_output=True, encoding="utf-8", check=False, env=os.environ | environ
    )


@pytest.fixture
def home(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the program where pipx puts it, digests of today, and programs as if somebody sat there."""
    blog = tmp_path / "blog"
    blog.mkdir()
    (blog / f"{date.today()}-papers.md").write_text(TODAY, encoding="utf-8")
    program(own_home / ".local/bin/digest-tui", f'exec "{sys.executable}" -m digest_tui "$@"')
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "digest-tui").symlink_to(own_home / ".local/bin/digest-tui")
    program(bin_ / "fzf", f'printf "%s\\n" "$@" > "{tmp_path}/fzf"; head -n 1')
    for name in ("mail", "i3-msg"):
        program(bin_ / name, f'printf "%s\\n" "$@" > "{tmp_path}/{name}"; cat >> "{tmp_path}/{name}"')
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")
    assert ran(f"digest-tui source add '{blog}'").returncode == 0
    return own_home


@pytest.mark.usefixtures("home")
@promises("docs/recipes.md", "How many papers are new, in the status line of tmux (`~/.tmux.conf`):")
def test_the_status_line_of_tmux() -> None:
    lines = [shlex.split(line) for line in block("status-right").splitlines()]
    assert [words[:2] for words in lines] == [["set", "-g"]] * 2
    settings = {name: value for _, _, name, value in lines}
    assert 1 <= int(settings["status-interval"]) <= 3600
    # tmux puts the first line of each command in its place.
    shown = re.sub(r"#\((.*?)\)", lambda found: ran(found[1]).stdout.splitlines()[0], settings["status-right"])
    assert shown == "2 new"


@promises("docs/recipes.md", "In i3blocks (`~/.config/i3blocks/config`); a click opens the reader in a terminal:")
def test_the_block_of_i3blocks(home: Path, tmp_path: Path) -> None:
    [(name, settings)] = ini(block("i3-msg")).items()
    assert set(settings) == {"label", "command", "interval"}
    assert (name, settings["interval"]) == ("papers", "60")
    assert ran(settings["command"]).stdout == "2\n"
    assert not (tmp_path / "i3-msg").exists()
    assert ran(settings["command"], BLOCK_BUTTON="1").stdout == "2\n"
    assert (tmp_path / "i3-msg").read_text().splitlines() == [
        "-q",
        "exec",
        "i3-sensible-terminal -e digest-tui --new",
    ]


@pytest.mark.usefixtures("home")
@promises(
    "docs/recipes.md",
    "In the prompt of Starship (`~/.config/starship.toml`):",
    '[custom.papers] description = "how many papers are new" command = "digest-tui new --count" when = true format = '
    '"[$output new](dimmed) "',
)
def test_the_prompt_of_starship() -> None:
    settings = tomllib.loads(block("custom.papers"))["custom"]["papers"]
    assert set(settings) == {"description", "command", "when", "format"}
    assert settings["when"] is True
    output = ran(settings["command"]).stdout.strip()
    assert re.sub(r"\[(.*?)\]\((.*?)\)", r"\1", settings["format"]).replace("$output", output) == "2 new "


@pytest.mark.usefixtures("home")
@promises(
    "docs/recipes.md",
    "The paper beside the list; what was picked is starred:",
    "digest-tui list is:new --format tsv | fzf --multi --delimiter '\\t' --with-nth 2,6 "
    "--preview 'digest-tui show {1}' | digest-tui mark star -",
)
def test_what_is_picked_is_starred(tmp_path: Path) -> None:
    assert ran(block("fzf")).stderr == "digest-tui: 1 paper starred\n"
    assert ran("digest-tui list is:starred --format tsv | cut -f1").stdout == "2512.99001\n"
    options = (tmp_path / "fzf").read_text().splitlines()
    # fzf quotes what it fills in, and splits the line at tabs itself.
    preview = options[options.index("--preview") + 1].replace("{1}", "'2512.99001'")
    assert ran(preview).stdout.startswith("Quiet Kites\n")


def of_cron(line: str) -> str:
    """What cron runs of a line: an escaped percent sign stands for itself, any other ends the command."""
    command = line.split(maxsplit=5)[5]
    return re.split(r"(?<!\\)%", command)[0].replace("\\%", "%")


@promises(
    "docs/recipes.md",
    "The results of the papers of today at eight, and no mail on a day without papers (`crontab -e`; cron takes a `%` "
    "for the end of the line unless `\\` stands before it):",
)
def test_the_mail_of_the_morning(home: Path, tmp_path: Path) -> None:
    setting, line = block("| mail").splitlines()
    assert re.fullmatch(r"\w+=\S+", setting)
    assert line.split()[:5] == ["0", "8", "*", "*", "*"]
    name, _, value = setting.partition("=")
    # cron has few folders in PATH; the mail program is in one of them.
    path = f"{tmp_path / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
    (tmp_path / "bin" / "digest-tui").unlink()
    assert ran(of_cron(line), PATH=path, **{name: value}).returncode == 0
    mail = tmp_path / "mail"
    assert mail.read_text(encoding="utf-8").splitlines() == [
        *("-s", "Papers of today", "you@example.org"),
        *("Quiet Kites", "They fly 12% higher.", "", "Two Winds", "They meet."),
    ]
    mail.unlink()
    (tmp_path / "blog" / f"{date.today()}-papers.md").write_text("# Nothing\n\nToday.\n")
    assert ran(of_cron(line), PATH=path, **{name: value}).returncode == 1
    assert not mail.exists()


@pytest.fixture
def arrived(home: Path, remote: Path, tmp_path: Path) -> Path:
    """A repository in which a paper arrived after it was fetched."""
    assert ran(f"digest-tui source add '{remote}' --fetch").returncode == 0
    assert ran("digest-tui fetch").returncode == 0
    work = tmp_path / "work"
    late = work / "_posts" / "2025-12-11-daily-papers.md"
    late.write_text(POST.replace("2512.99001", "2512.99009").replace("2025-12-10", "2025-12-11"), encoding="utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "A day")
    git(work, "push", "--quiet", str(remote), "HEAD")
    return remote


IS_THERE = "digest-tui list is:new --format tsv | grep -c 2512.99009"


@pytest.mark.usefixtures("arrived")
@promises(
    "docs/recipes.md",
    "What systemd, launchd and cron start has a short `PATH`: where these name `~/.local/bin`, which is where pipx "
    "puts programs, write what `command -v digest-tui` prints if that is another folder. Your digests are those of "
    "config.toml.",
    "With systemd, two files in `~/.config/systemd/user`, `digest-tui-fetch.service`: and `digest-tui-fetch.timer`: "
    "Then `systemctl --user enable --now digest-tui-fetch.timer`.",
)
def test_the_timer_of_systemd(home: Path) -> None:
    service, timer = ini(block("ExecStart=")), ini(block("OnCalendar="))
    assert {name: set(keys) for name, keys in service.items()} == {
        "Unit": {"Description"},
        "Service": {"Type", "ExecStart"},
    }
    assert {name: set(keys) for name, keys in timer.items()} == {
        "Unit": {"Description"},
        "Timer": {"OnCalendar", "RandomizedDelaySec", "Persistent"},
        "Install": {"WantedBy"},
    }
    assert timer["Timer"] == {"OnCalendar": "hourly", "RandomizedDelaySec": "10min", "Persistent": "true"}
    assert timer["Install"]["WantedBy"] == "timers.target"
    assert service["Service"]["Type"] == "oneshot"
    # A timer starts the service of its own name.
    assert re.findall(r"`(?:\S+/)?(digest-tui-fetch\.\w+)`", TEXT)[:2] == [
        "digest-tui-fetch.service",
        "digest-tui-fetch.timer",
    ]
    # There is no shell: words, and %h for the home.
    words = [word.replace("%h", str(home)) for word in shlex.split(service["Service"]["ExecStart"])]
    assert "0" in ran(IS_THERE).stdout
    assert subprocess.run(words, check=True, capture_output=True).returncode == 0
    assert ran(IS_THERE).stdout == "1\n"


@pytest.mark.usefixtures("arrived")
@promises(
    "docs/recipes.md",
    "With launchd, on macOS, `~/Library/LaunchAgents/org.example.digest-tui-fetch.plist`: Then `launchctl bootstrap "
    "gui/$(id -u) ~/Library/LaunchAgents/org.example.digest-tui-fetch.plist`.",
)
def test_the_job_of_launchd(home: Path) -> None:
    job = plistlib.loads(block("<plist").encode())
    assert set(job) == {"Label", "ProgramArguments", "StartInterval", "RunAtLoad"}
    assert f"~/Library/LaunchAgents/{job['Label']}.plist" in TEXT
    assert (job["StartInterval"], job["RunAtLoad"]) == (3600, True)
    assert "0" in ran(IS_THERE).stdout
    subprocess.run(job["ProgramArguments"], check=True, capture_output=True)
    assert ran(IS_THERE).stdout == "1\n"


@promises(
    "docs/recipes.md",
    "What you starred, in a bibliography that may hold entries of your own; run it again when you starred more: "
    "digest-tui export is:starred --format bibtex -o ~/refs.bib",
)
def test_the_bibliography(home: Path) -> None:
    own = "@book{mine,\n  title = {Mine},\n}\n"
    (home / "refs.bib").write_text(own)
    ran("digest-tui mark star 2512.99001")
    assert ran(block("refs.bib")).returncode == 0
    ran("digest-tui mark star 2512.99002")
    assert ran(block("refs.bib")).returncode == 0
    text = (home / "refs.bib").read_text(encoding="utf-8")
    assert own in text
    assert text.count("2512.99001}") >= 1
    assert text.count("eprint") == 2


@promises(
    "docs/recipes.md",
    "digest-tui export 'is:starred -tag:zotero' --format csl-json > ~/to-zotero.json Once they are in Zotero, tag "
    "them, and the next file is without them: digest-tui mark tag zotero --query 'is:starred -tag:zotero'",
    "So only the stars that it has not got go into the file, for File → Import…:",
)
def test_no_star_goes_to_zotero_twice(home: Path) -> None:
    def titles() -> list[str]:
        ran(block("> ~/to-zotero.json"))
        return [item["title"] for item in json.loads((home / "to-zotero.json").read_text(encoding="utf-8") or "[]")]

    ran("digest-tui mark star 2512.99001")
    assert titles() == ["Quiet Kites"]
    assert ran(block("mark tag zotero")).returncode == 0
    assert titles() == []
    ran("digest-tui mark star 2512.99002")
    assert titles() == ["Two Winds"]


@promises(
    "docs/recipes.md",
    "A note for each paper that you starred, in a folder of your vault; run it again when you starred more. What you "
    "wrote into a note stays, also where you renamed or moved it: digest-tui export is:starred --format obsidian -o "
    "~/vault/Papers `--weekly` adds a note for each week, with links to its papers.",
)
def test_the_notes_of_obsidian(home: Path) -> None:
    (home / "vault").mkdir()
    ran("digest-tui mark star 2512.99001")
    assert ran(block("~/vault/Papers")).returncode == 0
    [note] = (home / "vault/Papers").glob("*.md")
    moved = home / "vault/Papers/read" / "Kites.md"
    moved.parent.mkdir()
    note.rename(moved)
    with moved.open("a", encoding="utf-8") as file:
        file.write("\nMine.\n")
    ran("digest-tui mark star 2512.99002")
    assert ran(block("~/vault/Papers")).returncode == 0
    assert moved.read_text(encoding="utf-8").endswith("\nMine.\n")
    [other] = (home / "vault/Papers").glob("*.md")
    assert "2512.99002" in other.read_text(encoding="utf-8")
    assert ran(f"{block('~/vault/Papers').strip()} --weekly").returncode == 0
    assert len(list((home / "vault/Papers").rglob("*.md"))) == 3


def test_every_block_of_the_page_is_tried() -> None:
    quoted = re.findall(r"block\((['\"])(.*?)\1\)", Path(__file__).read_text(encoding="utf-8"))
    assert {text for _, text in BLOCKS} == {block(words) for _, words in quoted if words in TEXT}
