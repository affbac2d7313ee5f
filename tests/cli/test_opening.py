"""`open`: which page of which paper goes to the browser, and what is said where none takes it."""

from pathlib import Path

import pytest

from digest_tui.paths import config_file

from .conftest import Run, Typed

KITES, WINDS = "2512.99001", "2512.99002"
ARXIV, PDF = "https://arxiv.org/abs/{}", "https://arxiv.org/pdf/{}"


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser but the one that a test names."""
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """A browser that writes down its arguments; the file they go to is beside it."""
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{tmp_path}/opened"\n')
    script.chmod(0o755)
    return script


@pytest.mark.parametrize(
    ("option", "url"), [("--print", ARXIV), ("--pdf", PDF), ("--alphaxiv", "https://www.alphaxiv.org/ko/overview/{}")]
)
def test_the_url_of_a_page_of_a_paper_is_printed(run: Run, digests: Path, option: str, url: str) -> None:
    told = run("open", f"arXiv:{KITES}v2", option, "--print", "--dir", str(digests))
    assert (told.code, told.out, told.err) == (0, f"{url.format(KITES)}\n", "")


@pytest.mark.parametrize(("options", "url"), [([], ARXIV), (["--pdf"], PDF)])
def test_a_page_of_a_paper_goes_to_the_browser(
    run: Run, digests: Path, browser: Path, options: list[str], url: str
) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(f'browser = "{browser}"\n')
    told = run("open", f"https://arxiv.org/abs/{KITES}", *options, "--dir", str(digests))
    assert (told.code, told.out, told.err) == (0, "", f"digest-tui: opened {url.format(KITES)}\n")
    assert (browser.parent / "opened").read_text() == f"{url.format(KITES)}\n"
    run("open", KITES, "--print", "--dir", str(digests))
    assert (browser.parent / "opened").read_text().count("\n") == 1


def test_the_browser_of_the_configuration_goes_first(
    run: Run, digests: Path, browser: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/no/such/browser")
    config_file().parent.mkdir(parents=True)
    config_file().write_text(f'browser = "{browser} --new %s"\nunknown = 1\n')
    told = run("open", KITES, "--dir", str(digests))
    assert told.code == 0
    assert told.err.count("there is no setting") == 1
    assert (browser.parent / "opened").read_text() == f"--new\n{ARXIV.format(KITES)}\n"


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({}, "no browser"),
        ({"SSH_CONNECTION": "1 2 3 4"}, "no browser"),
        ({"BROWSER": "w3m"}, "w3m needs the terminal"),
        ({"BROWSER": "/no/such/browser"}, "browser could not open it"),
    ],
)
def test_where_no_browser_takes_it_the_url_is_said(
    run: Run, digests: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], reason: str
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    told = run("open", KITES, "--dir", str(digests))
    assert (told.code, told.out) == (1, "")
    assert told.err == f"digest-tui: {ARXIV.format(KITES)} was not opened: {reason}.\n"


def test_several_papers_each_once_also_of_standard_input(run: Run, digests: Path, typed: Typed) -> None:
    told = run("open", WINDS, "--print", f"{WINDS}v1", KITES, "--dir", str(digests))
    assert (told.code, told.lines) == (0, [ARXIV.format(WINDS), ARXIV.format(KITES)])
    typed(run("list", "--format", "jsonl", "--dir", str(digests)).out.encode())
    assert run("open", "-", "--print", "--dir", str(digests)).lines == [ARXIV.format(KITES), ARXIV.format(WINDS)]


def test_what_has_no_such_page_is_named_and_the_others_are_opened(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2025-12-10.md").write_text(
        "# 1. [A kite that has no number](https://example.org/kite)\n\nText.\n\n"
        f"# 2. [Two Winds](https://arxiv.org/abs/{WINDS})\n\nText.\n"
    )
    told = run("open", "https://example.org/kite", "nobody", WINDS, "--pdf", "--print", "--dir", str(tmp_path))
    assert (told.code, told.lines) == (1, [PDF.format(WINDS)])
    assert "url:example.org/kite: This paper has no arXiv id, so there is no PDF to open." in told.err
    assert "No paper has the id or key 'nobody'" in told.err
    assert run("open", "https://example.org/kite", "--print", "--dir", str(tmp_path)).lines == [
        "https://example.org/kite"
    ]


def test_a_list_that_was_piped_whole_opens_nothing(
    run: Run, tmp_path: Path, browser: Path, monkeypatch: pytest.MonkeyPatch, typed: Typed
) -> None:
    papers = [f"- [Paper of the number {n}](https://arxiv.org/abs/2512.{n})\n" for n in range(10001, 10022)]
    (tmp_path / "2025-12-10.md").write_text("".join(papers))
    monkeypatch.setenv("BROWSER", str(browser))
    typed(run("list", "--format", "tsv", "--dir", str(tmp_path)).out.encode())
    told = run("open", "-", "--dir", str(tmp_path))
    assert (told.code, told.out) == (2, "")
    assert "That would open 21 pages" in told.err
    assert not (browser.parent / "opened").exists()
