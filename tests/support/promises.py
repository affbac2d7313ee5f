"""What the documents promise, beside the tests that try it.

    @promises("docs/search.md", "`언어모델` finds 언어모델 and 언어 모델")
    def test_...

Each sentence is quoted word for word, without the marks of emphasis and links, over as many lines as it takes. A
sentence that is changed is not quoted any more, and `tests/test_promises.py` says so; it also names every sentence that
no test quotes. `PYTHONPATH=src:tests python -m support.promises` prints these.
"""

import argparse
import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "SECURITY.md",
    "docs/command-line.md",
    "docs/configuration.md",
    "docs/digests.md",
    "docs/formats.md",
    "docs/keys.md",
    "docs/pictures.md",
    "docs/recipes.md",
    "docs/search.md",
)
"""The documents for people who use the program."""
APART = ROOT / "tests" / "nothing_promised.txt"
"""The sentences that promise nothing."""
HELP = "--help"
"""The page of every help text of the command line."""
_MADE = re.compile(r"<!-- (\w+): made from.*?<!-- end of \1 -->", re.DOTALL)
"""A table that is made from one of the program, with which another test compares it."""
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"</?(?:picture|source|img|a)\b[^>]*>")
_LINK = re.compile(r"!?\[((?:[^\][]|\[[^\]]*\])*)\]\([^)\s]*\)")
_CODE = re.compile(r"(`+[^`]*`+)")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"'가-힣ㄱ-ㅣ0-9{])")
_WORD = re.compile(r"[^\W_]")

Test = TypeVar("Test", bound=Callable[..., object])


def promises(page: str, *sentences: str) -> Callable[[Test], Test]:
    """Mark a test that tries what sentences of a page say."""
    assert page in (*PAGES, HELP), f"{page} is no page of promises"
    assert sentences, "a promise has words"
    return lambda test: test


class Quote(NamedTuple):
    """A promise as a test quotes it."""

    page: str
    text: str
    test: str
    """The test that tries it, as pytest names it."""


@cache
def quotes() -> tuple[Quote, ...]:
    """Every promise that a test quotes, read from the text of the tests."""
    return tuple(found for file in sorted((ROOT / "tests").rglob("test_*.py")) for found in _quotes_of(file))


def _quotes_of(file: Path) -> Iterator[Quote]:
    text = file.read_text(encoding="utf-8")
    if "@promises(" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for mark in node.decorator_list:
            if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "promises":
                page, *said = (ast.literal_eval(argument) for argument in mark.args)
                yield from (Quote(page, folded(each), f"{file.relative_to(ROOT)}::{node.name}") for each in said)


def folded(text: str) -> str:
    """Text with single blanks."""
    return " ".join(text.split())


@cache
def sentences(page: str) -> tuple[str, ...]:
    """The sentences of a page in their order: of its text, its rows and its lines of code."""
    if page == HELP:
        return help_texts()
    return tuple(sentences_of((ROOT / page).read_text(encoding="utf-8")))


def sentences_of(markdown: str) -> Iterator[str]:
    """Yield the sentences of a document without its marks."""
    text = _TAG.sub("", _MADE.sub("", markdown))
    at = 0
    for fence in _FENCE.finditer(text):
        yield from _of_prose(text[at : fence.start()])
        if fence[1] in ("sh", "toml"):
            yield from filter(_WORD.search, map(folded, fence[2].splitlines()))
        at = fence.end()
    yield from _of_prose(text[at:])


def _of_prose(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip().splitlines()
        rows = [line for line in lines if line.startswith("|")]
        if rows:
            yield from (plain(row.strip("| ")) for row in rows[2:])
            continue
        if lines and lines[0].startswith("#"):
            if lines[0].startswith("### "):
                yield plain(lines[0].lstrip("# "))
            lines = lines[1:]
        for item in re.split(r"\n(?=[-*] )", "\n".join(lines)):
            yield from filter(_WORD.search, _END.split(plain(re.sub(r"^[-*] ", "", item))))


def plain(text: str) -> str:
    """A piece of Markdown as it is quoted: without emphasis and the targets of links, with single blanks."""
    parts = _CODE.split(_LINK.sub(r"\1", text))
    parts[::2] = [part.replace("**", "").replace("*", "") for part in parts[::2]]
    return folded("".join(parts).replace("\\|", "|"))


@cache
def help_texts() -> tuple[str, ...]:
    """The sentences of every help text, each once: descriptions, options and words, the queries and the exit codes."""
    from digest_tui.cli.command_line import _parser
    from digest_tui.cli.subcommands import SUBCOMMANDS

    found: dict[str, None] = {}
    for argv in ([], *([row.name] for row in SUBCOMMANDS)):
        whole, commands = _parser(argv)
        parser = commands[argv[0]] if argv else whole
        parser.format_help()
        found |= dict.fromkeys(filter(None, map(folded, (parser.description or "").splitlines())))
        for action in parser._actions:
            if action.help and action.help != argparse.SUPPRESS and "-h" not in action.option_strings:
                found[folded(action.help.replace("%(default)s", str(action.default)).replace("%%", "%"))] = None
            for choice in getattr(action, "_choices_actions", ()):
                found[folded(f"{choice.dest} {choice.help}")] = None
        epilog = (parser.epilog or "").splitlines()
        if argv:
            found |= dict.fromkeys(folded(line) for line in epilog if line.startswith(" "))
        elif epilog:
            found[folded(" ".join(epilog))] = None
    return tuple(found)


@cache
def nothing_promised() -> Mapping[str, Mapping[str, str]]:
    """By page the sentences that promise nothing, each with the reason."""
    found: dict[str, dict[str, str]] = {}
    page = reason = ""
    for line in APART.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            page = line[1:-1]
        elif line.startswith("(") and line.endswith(")"):
            reason = line[1:-1]
        else:
            found.setdefault(page, {})[line] = reason
    return found


def unquoted(page: str) -> list[str]:
    """The sentences of a page that no test quotes whole, without those that promise nothing."""
    exempt = nothing_promised().get(page, {})
    said = [quote.text for quote in quotes() if quote.page == page]
    return [each for each in sentences(page) if each not in exempt and not _is_quoted(each, said)]


def _is_quoted(sentence: str, said: list[str]) -> bool:
    """Whether every word of a sentence is in a quote of it, or of a text in which it is."""
    if any(sentence in quote for quote in said):
        return True
    covered: set[int] = set()
    for quote in said:
        at = sentence.find(quote)
        while at >= 0:
            covered.update(range(at, at + len(quote)))
            at = sentence.find(quote, at + 1)
    return all(number in covered for number, letter in enumerate(sentence) if _WORD.match(letter))


@cache
def whole(page: str) -> str:
    """All sentences of a page behind one another, in which a quote may go over several."""
    return " ".join(sentences(page))


def lost() -> Iterator[tuple[Quote, str]]:
    """Yield the quotes that their pages have no longer, each with the sentence that is most like it."""
    from difflib import get_close_matches

    for quote in quotes():
        if quote.text not in whole(quote.page):
            yield quote, next(iter(get_close_matches(quote.text, sentences(quote.page), n=1, cutoff=0)), "")


def main() -> None:
    """Print the sentences that no test quotes, page by page."""
    for page in (*PAGES, HELP):
        missing = unquoted(page)
        print(f"\n== {page}: {len(missing)} of {len(sentences(page))}", *missing, sep="\n")


if __name__ == "__main__":
    main()
