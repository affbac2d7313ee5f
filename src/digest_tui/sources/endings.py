"""The names that digests may have: one rule for folders, repositories and typed paths."""

from digest_tui.patterns import pattern

MARKDOWN = (".md", ".markdown", ".mdx", ".qmd")
PLAIN = ".txt"
"""The ending of plain text, which may be a digest, and much else."""

_PASSED_OVER = ("node_modules",)
_FOR_PROGRAMS = pattern(
    r"(?i)(?:.*requirements.*|constraints.*|robots|humans|(?:app-)?ads|security|licen[cs]e.*|copying.*|notice.*"
    r"|cmakelists|llms(?:-full)?)\.txt"
)
_ABOUT_THE_FOLDER = pattern(r"(?i)(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security)\b.*")


def is_markdown(name: str) -> bool:
    """Return True for the name of a Markdown file."""
    return name.lower().endswith(MARKDOWN)


def may_be_digest(name: str) -> bool:
    """Return True for a name that a digest may have; plain text for programs never is one."""
    return is_markdown(name) or (name.lower().endswith(PLAIN) and not _FOR_PROGRAMS.fullmatch(name))


def is_about_the_folder(name: str) -> bool:
    """Return True for the name of a file that describes its folder, whatever is in there."""
    return _ABOUT_THE_FOLDER.fullmatch(name) is not None


def is_passed_over(name: str) -> bool:
    """Return True for the name of a file or folder that is never read."""
    return name.startswith(".") or name in _PASSED_OVER


def git_patterns() -> str:
    """Return the names of possible digests as git writes patterns, in any case."""
    return "".join(f"*{_in_any_case(ending)}\n" for ending in (*MARKDOWN, PLAIN))


def _in_any_case(ending: str) -> str:
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in ending)
