"""Which names may be those of digests: one rule for folders, repositories and what is typed."""

from digest_tui.patterns import pattern

MARKDOWN = (".md", ".markdown", ".mdx", ".qmd")
PLAIN = ".txt"
"""Plain text, which may be a digest, and much else beside digests."""

_PASSED_OVER = ("node_modules",)
_FOR_PROGRAMS = pattern(
    r"(?i)(?:.*requirements.*|constraints.*|robots|humans|(?:app-)?ads|security|licen[cs]e.*|copying.*|notice.*"
    r"|cmakelists|llms(?:-full)?)\.txt"
)
_ABOUT_THE_FOLDER = pattern(r"(?i)(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security)\b.*")


def is_markdown(name: str) -> bool:
    """Whether a file of this name is written in Markdown."""
    return name.lower().endswith(MARKDOWN)


def may_be_digest(name: str) -> bool:
    """Whether a file of this name may be a digest; plain text for programs never is."""
    return is_markdown(name) or (name.lower().endswith(PLAIN) and not _FOR_PROGRAMS.fullmatch(name))


def is_about_the_folder(name: str) -> bool:
    """Whether a file of this name says what is in a folder, whatever that is."""
    return _ABOUT_THE_FOLDER.fullmatch(name) is not None


def is_passed_over(name: str) -> bool:
    """Whether files and folders of this name are never looked at."""
    return name.startswith(".") or name in _PASSED_OVER


def git_patterns() -> str:
    """The files that may be digests, as git writes patterns, in any case."""
    return "".join(f"*{_in_any_case(ending)}\n" for ending in (*MARKDOWN, PLAIN))


def _in_any_case(ending: str) -> str:
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in ending)
