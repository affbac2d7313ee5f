"""Words of a query as patterns over folded text."""

import re
from dataclasses import dataclass
from itertools import pairwise

from digest_tui.search.folding import fold
from digest_tui.search.hangul import SYLLABLE, beginning_with, has_hangul, initials_in

Compiled = re.Pattern[str]

INITIALS_EVERYWHERE = 3
"""Number of initial consonants that are searched for in all text; with one less, only in titles, tags and authors."""
SHORT = 3
"""Number of letters up to which a Latin term says little when it occurs within words: `rl` in `world`."""
_EMPHASIS = re.compile(r"[*`]+|~~")
_LATIN = "[a-z0-9]"


@dataclass(frozen=True, slots=True)
class Spelling:
    """The gaps between the letters of a term, as parts of a regular expression."""

    space: str
    """The gap for a space that was typed."""
    hangul: str
    """The gap beside a Hangul letter, where spaces are optional."""
    wide: str
    """The gap between two other letters of which one is not ASCII: Chinese and Japanese lines end anywhere."""


IN_TEXT = Spelling(" ", " ?", "")
"""The gaps in text with one space between words and no line ends within sentences."""
ON_LINES = Spelling(r"(?: +\n? *|\n *)", r" *\n? *", r"\n?")
"""The gaps in lines as they are drawn, indented and broken."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """The patterns that find a word; one of them is enough."""

    everywhere: tuple[Compiled, ...]
    in_names: tuple[Compiled, ...] = ()
    """Patterns for titles, tags and authors only."""
    begins: Compiled | None = None
    """For a short Latin word, the pattern of words that begin with it; any other find is weaker."""


def matcher(text: str, spelling: Spelling = IN_TEXT) -> Matcher:
    """Return the matcher for a typed word; Hangul ignores spaces, and lone consonants also match initials."""
    term = comparable(text)
    everywhere = [re.compile(_spelled(term, spelling))]
    in_names: list[Compiled] = []
    initials = initials_in(term.replace(" ", ""))
    if initials is not None and len(initials) >= INITIALS_EVERYWHERE - 1:
        (everywhere if len(initials) >= INITIALS_EVERYWHERE else in_names).append(_by_initials(initials, spelling))
    begins = None
    if len(term) <= SHORT and term.isascii() and term.isalnum():
        begins = re.compile(f"{term}(?<!{_LATIN}{term})")
    return Matcher(tuple(everywhere), tuple(in_names), begins)


def whole_word(name: str, spelling: Spelling = IN_TEXT) -> Matcher:
    """Return the matcher for an alias, which nobody typed: Latin letters only as whole words, singular or plural."""
    term = comparable(name)
    pattern = _spelled(term, spelling)
    if term and not has_hangul(term):
        # The text comes first: `re` looks for that much faster than it looks around, and back only so far as is fixed.
        fixed = pattern if spelling is IN_TEXT else re.escape(term[0])
        plural = "s?" if term[-1].isascii() and term[-1].isalpha() else ""
        pattern = f"{fixed}(?<!{_LATIN}{fixed}){pattern.removeprefix(fixed)}{plural}(?!{_LATIN})"
    return Matcher((re.compile(pattern),))


def comparable(text: str) -> str:
    """Return a typed text as it is compared: folded, without marks of emphasis, with single spaces."""
    folded = " ".join(fold(_EMPHASIS.sub("", text)).split())
    return folded or fold(text)


def compact(folded: str) -> str:
    """Return the letters and digits alone, to compare titles."""
    return "".join(filter(str.isalnum, folded))


def _spelled(term: str, spelling: Spelling) -> str:
    letters: list[tuple[str, bool]] = []
    for word in term.split(" "):
        letters += [(letter, index == 0) for index, letter in enumerate(word)]
    pattern = re.escape(letters[0][0]) if letters else re.escape(term)
    for (before, _), (letter, opens_word) in pairwise(letters):
        pattern += _gap(before, letter, spelling, opens_word=opens_word) + re.escape(letter)
    return pattern


def _gap(before: str, letter: str, spelling: Spelling, *, opens_word: bool) -> str:
    if has_hangul(before) or has_hangul(letter):
        return spelling.hangul
    if opens_word:
        return spelling.space
    return "" if before.isascii() and letter.isascii() else spelling.wide


def _by_initials(initials: str, spelling: Spelling) -> Compiled:
    first, *rest = map(beginning_with, initials)
    # Where a word begins: no syllable comes before it.
    pattern = f"{first}(?<!{SYLLABLE}{first})" + "".join(f"{spelling.hangul}{syllables}" for syllables in rest)
    return re.compile(pattern)
