"""The header of a digest: YAML, or TOML as Hugo writes it, between fences, read as plain strings only."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

import yaml
from frontmatter.default_handlers import YAMLHandler

from digest_tui.model import Lines, Problem
from digest_tui.text import one_line

MAX_HEADER = 64 * 1024
"""Characters of YAML that are read."""
MAX_DEPTH = 20
"""Levels of nesting that are read."""

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = Lines(0, 0)
_CLOSING = ("---", "...")
_TOML_FENCE = "+++"
_KEY_LINE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
# Never YAML: an opening fence above it was meant as a rule, or its closing fence was forgotten.
_HEADING_WITH_LINK = re.compile(r"#{1,6}[ \t][^\n]*\]\(")
_NESTS = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_UNNESTS = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_REFUSED = {
    yaml.AnchorToken: "an anchor",
    yaml.AliasToken: "an alias",
    yaml.TagToken: "a tag",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The header of a digest; without one, no lines and no fields."""

    lines: Lines = _NOTHING
    """The header with its fences, from the start of the file."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """The top-level keys whose value is one string, as written: dates and numbers stay text."""
    problem: Problem | None = None


class _RefusedError(Exception):
    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """Read the front matter at the top of a file; never raise.

    A header that is not valid YAML is read line by line, so that title and date are known all the same.
    """
    opening = sum(1 for _ in takewhile(lambda line: not line.strip(), lines))
    if opening < len(lines) and lines[opening].rstrip() == _TOML_FENCE:
        return _read_toml(lines, opening)
    if opening == len(lines) or lines[opening].rstrip() != "---":
        return FrontMatter()
    closing = _closing_fence(lines, opening)
    content = lines[opening + 1 : closing]
    first_content = next((line for line in content if line.strip()), "")
    looks_like_yaml = _KEY_LINE.match(first_content) is not None
    if closing is None:
        if not looks_like_yaml:
            return FrontMatter()
        message = "The header has no closing --- line; it is shown as text."
        return FrontMatter(problem=Problem("header", message, opening + 1))
    span = Lines(0, closing + 1)
    # PyYAML raises ValueError, TypeError and RecursionError beside its own errors, so all are caught.
    try:
        if not first_content:
            return FrontMatter(span)
        block = "\n".join(content)
        loaded, repeated = _load(block)
        return FrontMatter(span, _string_fields(loaded), repeated and _twice(*repeated, opening + 1))
    except Exception as error:
        if not looks_like_yaml:
            return FrontMatter()
        what, line = _explained(error)
        message = f"The header cannot be read as YAML: {what}. Its simple lines are read one by one."
        return FrontMatter(span, _key_lines(content), Problem("header", message, opening + 1 + line))


def _read_toml(lines: Sequence[str], opening: int) -> FrontMatter:
    closing = next((n for n in range(opening + 1, len(lines)) if lines[n].rstrip() == _TOML_FENCE), None)
    content = "\n".join(lines[opening + 1 : closing])
    if closing is None or len(content) > MAX_HEADER:
        return FrontMatter()
    try:
        loaded = tomllib.loads(content)
    # A header nested too deeply raises RecursionError.
    except (ValueError, RecursionError):
        message = "The header cannot be read as TOML; it is ignored."
        return FrontMatter(Lines(0, closing + 1), {}, Problem("header", message, opening + 1))
    dated = {key: value.isoformat() if isinstance(value, date) else value for key, value in loaded.items()}
    return FrontMatter(Lines(0, closing + 1), _string_fields(dated))


def _closing_fence(lines: Sequence[str], opening: int) -> int | None:
    for number in range(opening + 1, len(lines)):
        line = lines[number].rstrip()
        if line in _CLOSING:
            return number
        if _HEADING_WITH_LINK.match(line):
            return None
    return None


def _load(block: str) -> tuple[object, tuple[str, int] | None]:
    """Load the value, and find the first top-level key that stands twice with its line in the block."""
    if len(block) > MAX_HEADER:
        raise _RefusedError("it is longer than 64 KB", 1)
    repeated = _check_tokens(block)
    return YAMLHandler().load(block, Loader=_Loader), repeated


def _check_tokens(block: str) -> tuple[str, int] | None:
    """Refuse what could blow up before anything is composed, and find a repeated key; scanning alone is linear.

    YAML forbids the same key twice, PyYAML takes the last one: https://yaml.org/spec/1.2.2/#3213-node-comparison
    """
    depth, is_key = 0, False
    seen: set[str] = set()
    repeated = None
    for token in yaml.scan(block, Loader=_Loader):
        line = token.start_mark.line + 1
        if what := _REFUSED.get(type(token)):
            raise _RefusedError(f"it holds {what}", line)
        if isinstance(token, _NESTS):
            depth += 1
            if depth > MAX_DEPTH:
                raise _RefusedError(f"it is nested more than {MAX_DEPTH} levels deep", line)
        elif isinstance(token, _UNNESTS):
            depth -= 1
        elif is_key and depth == 1 and isinstance(token, yaml.ScalarToken):
            if token.value in seen:
                repeated = repeated or (token.value, line)
            seen.add(token.value)
        is_key = isinstance(token, yaml.KeyToken)
    return repeated


def _twice(key: str, line: int, before: int) -> Problem:
    return Problem(
        "header", f"The header says {one_line(key, 60)} more than once; the last one is used.", before + line
    )


def _string_fields(loaded: object) -> dict[str, str]:
    if not isinstance(loaded, dict):
        raise _RefusedError("it is not a list of keys and values", 1)
    return {key: value for key, value in loaded.items() if isinstance(key, str) and isinstance(value, str) and value}


def _key_lines(content: Sequence[str]) -> dict[str, str]:
    fields = {}
    for line in content:
        if match := _KEY_LINE.match(line.rstrip()):
            value = (match[2] or "").strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            if value:
                fields[match[1]] = value
    return fields


def _explained(error: Exception) -> tuple[str, int]:
    """Tell what is wrong, and on which line of the block, counted from 1."""
    if isinstance(error, _RefusedError):
        return error.what, error.line
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return error.problem or "it is malformed", error.problem_mark.line + 1
    return "it is malformed", 1
