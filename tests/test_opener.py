"""Which command shows a link, and what is said where none does."""

import os
from pathlib import Path

import pytest

from digest_tui.errors import LinkError
from digest_tui.opener import Opener

URL = "https://example.org/"


def recorder(folder: Path, name: str, exit_code: int = 0) -> Path:
    """A browser that writes down its arguments."""
    script = folder / name
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{folder}/{name}.out"\nexit {exit_code}\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def why_not(opener: Opener) -> str:
    """What is said about a link that no browser took."""
    with pytest.raises(LinkError) as refused:
        opener.open(URL)
    return str(refused.value)


@pytest.mark.parametrize("is_setting", [False, True])
def test_the_browser_of_the_person_is_used_also_over_ssh(tmp_path: Path, is_setting: bool) -> None:
    command = f"{recorder(tmp_path, 'mine')} --new %s"
    environ = {"SSH_CONNECTION": "1 2 3 4"}
    opener = Opener(environ, command) if is_setting else Opener({"BROWSER": command, **environ})
    opener.open("https://example.org/$(id);x")
    assert (tmp_path / "mine.out").read_text(encoding="utf-8") == "--new\nhttps://example.org/$(id);x\n"


def test_the_setting_goes_before_the_variable(tmp_path: Path) -> None:
    mine, other = recorder(tmp_path, "mine"), recorder(tmp_path, "other")
    Opener({"BROWSER": str(other)}, str(mine)).open(URL)
    assert [(tmp_path / f"{name}.out").exists() for name in ("mine", "other")] == [True, False]


def test_each_browser_of_the_list_is_tried_in_turn_until_one_takes_the_link(tmp_path: Path) -> None:
    bad, good, last = recorder(tmp_path, "bad", 3), recorder(tmp_path, "good"), recorder(tmp_path, "last")
    Opener({"BROWSER": os.pathsep.join(("/nowhere/at/all", str(bad), f" {good} & ", str(last)))}).open(URL)
    assert [(tmp_path / f"{name}.out").exists() for name in ("bad", "good", "last")] == [True, True, False]
    assert (tmp_path / "good.out").read_text(encoding="utf-8") == f"{URL}\n"


@pytest.mark.parametrize("is_setting", [False, True])
@pytest.mark.parametrize(
    ("browser", "said"),
    [
        ("{0}/bad", "bad could not open it"),
        ("{0}/bad --tab %s", "bad could not open it"),
        ("/nonexistent", "nonexistent could not open it"),
        ("nonexistent:{0}/bad", "nonexistent and bad could not open it"),
        ("one:two:{0}/bad", "one, two and bad could not open it"),
        ("one:", "one could not open it"),
        ('"fire fox', '"fire could not open it'),
        ("lynx", "lynx needs the terminal"),
        ("{0}/w3m", "w3m needs the terminal"),
        ("lynx:{0}/bad", "bad could not open it, lynx needs the terminal"),
        ("lynx:w3m", "lynx and w3m need the terminal"),
        ("a" * 60, "a" * 39 + "… could not open it"),
    ],
)
def test_a_browser_that_failed_is_named(tmp_path: Path, browser: str, said: str, is_setting: bool) -> None:
    recorder(tmp_path, "bad", 1)
    recorder(tmp_path, "w3m")
    command = browser.format(tmp_path)
    assert why_not(Opener({}, command) if is_setting else Opener({"BROWSER": command})) == said
    assert not (tmp_path / "w3m.out").exists()


@pytest.mark.parametrize("browser", ["", " ", ":", "& : &"])
def test_a_list_that_names_no_browser_is_none(tmp_path: Path, browser: str) -> None:
    recorder(tmp_path, "xdg-open")
    Opener({"BROWSER": browser, "DISPLAY": ":0", "PATH": str(tmp_path)}).open(URL)
    assert (tmp_path / "xdg-open.out").exists()


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ":0"},
        {"SSH_CONNECTION": "1 2 3 4"},
        {"SSH_CONNECTION": "1 2 3 4", "PATH": "here"},
        {"PATH": "here"},
    ],
)
def test_no_browser_is_said_only_where_there_is_none(tmp_path: Path, environ: dict[str, str]) -> None:
    recorder(tmp_path, "xdg-open")
    here = {"PATH": str(tmp_path)} if "PATH" in environ else {"PATH": str(tmp_path / "empty")}
    assert why_not(Opener(environ | here)) == "no browser"
    assert not (tmp_path / "xdg-open.out").exists()


@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_on_a_screen_the_browser_of_the_desktop_is_used_and_named_when_it_fails(tmp_path: Path, screen: str) -> None:
    opener = Opener({screen: "x", "SSH_CONNECTION": "1 2 3 4", "PATH": str(tmp_path)})
    recorder(tmp_path, "xdg-open", 3)
    assert why_not(opener) == "xdg-open could not open it"
    recorder(tmp_path, "firefox")
    opener.open(URL)
    assert (tmp_path / "firefox.out").exists()
