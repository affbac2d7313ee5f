"""Which names may be those of digests, and how paths are shown."""

from pathlib import Path

import pytest

from digest_tui.sources.endings import git_patterns, is_about_the_folder, is_markdown, is_passed_over, may_be_digest
from digest_tui.sources.naming import names_of, own_name, shown_path
from support.promises import promises


@pytest.mark.parametrize(
    ("name", "written", "may_be"),
    [
        *((f"a{ending}", True, True) for ending in (".md", ".markdown", ".mdx", ".qmd", ".MD")),
        *((f"{name}.txt", False, True) for name in ("a", "papers", "security notes", "robots2")),
        *(
            (f"{name}.txt", False, False)
            for name in (
                *("requirements", "dev-requirements-3", "Constraints-x", "robots", "humans", "ads", "app-ads"),
                *("security", "LICENSE", "license-MIT", "copying", "NOTICE", "CMakeLists", "llms", "llms-full"),
            )
        ),
        *((name, False, False) for name in ("a", "a.md.bak", "a.rst", "md", "txt")),
    ],
)
@promises("docs/digests.md", "Digests end in `.md`, `.markdown`, `.mdx`, `.qmd` or `.txt`")
def test_a_digest_is_known_by_its_ending(name: str, written: bool, may_be: bool) -> None:
    assert (is_markdown(name), may_be_digest(name)) == (written, may_be)


@pytest.mark.parametrize(
    ("name", "is_about"),
    [
        *((f"{name}.md", True) for name in ("README", "License", "licence", "CHANGELOG", "contributing")),
        ("code_of_conduct.md", True),
        ("security.txt", True),
        ("readme-ko.md", True),
        ("readmes.md", False),
        ("my readme.md", False),
    ],
)
def test_a_file_about_the_folder(name: str, is_about: bool) -> None:
    assert is_about_the_folder(name) is is_about


@pytest.mark.parametrize(
    ("name", "is_one"), [(".git", True), ("node_modules", True), ("notes", False), ("a.md", False)]
)
def test_names_that_are_passed_over(name: str, is_one: bool) -> None:
    assert is_passed_over(name) is is_one


def test_git_is_asked_for_the_same_files_in_any_case() -> None:
    assert git_patterns().split() == [
        "*.[mM][dD]",
        "*.[mM][aA][rR][kK][dD][oO][wW][nN]",
        "*.[mM][dD][xX]",
        "*.[qQ][mM][dD]",
        "*.[tT][xX][tT]",
    ]


def test_a_path_is_shown_from_home_on(own_home: Path) -> None:
    assert shown_path(own_home) == "~"
    assert shown_path(own_home / "blog") == "~/blog"
    assert shown_path(Path(f"{own_home}-other/blog")) == f"{own_home}-other/blog"
    assert shown_path(Path("/srv/b\x1blog")) == "/srv/b\\x1blog"


def test_a_source_is_called_by_as_much_of_its_path_as_tells_it_apart() -> None:
    paths = [Path("/a/log"), Path("/b/log"), Path("/c/blog"), Path("/x/y/z/log")]
    assert names_of(paths) == ["a/log", "b/log", "blog", "z/log"]
    assert names_of(paths, [Path("/b/log")]) == ["a/log", "log", "blog", "z/log"]
    assert names_of([Path("/log"), Path("/a/log")]) == ["/log", "a/log"]
    assert own_name(Path("/")) == "/"
    assert own_name(Path("/a/b")) == "b"
