"""Words of a query as patterns over folded text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest_tui.patterns import pattern
from digest_tui.search.folded import folded
from digest_tui.search.folding import fold
from digest_tui.search.hangul import SYLLABLE, beginning_with, has_hangul, initials_in
from digest_tui.search.letters import Letters, beyond_word, inside_word
from digest_tui.search.query import Words

INITIALS_EVERYWHERE = 3
"""Number of initial consonants that are searched for in all text; with one less, only in titles, tags and authors."""
SHORT = 3
"""Number of letters up to which a Latin term says little when it occurs within words: `rl` in `world`."""
_NOWHERE = "(?!)"
_EMPHASIS = pattern(r"[*`]+|~~")


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
    """The letters that find a word; one of these is enough."""

    everywhere: tuple[Letters, ...]
    in_names: tuple[Letters, ...] = ()
    """Letters for titles, tags and authors only."""
    begins: Letters | None = None
    """For a short Latin word that is looked for inside words too, those that begin with it: other finds are weaker."""


def matcher(text: str, spelling: Spelling = IN_TEXT, *, inside: bool = False, whole: bool = False) -> Matcher:
    """Return the matcher for a typed word.

    A Latin one is found where a word begins, unless `inside` words too, and if `whole` only where that word ends.
    Hangul is found anywhere and ignores spaces; lone consonants also match initials.
    """
    term = comparable(text)
    everywhere = [_letters(term, spelling, begins=not inside, ends=whole and " " not in term)]
    in_names: list[Letters] = []
    initials = initials_in(term.replace(" ", ""))
    if initials is not None and len(initials) >= INITIALS_EVERYWHERE - 1:
        (everywhere if len(initials) >= INITIALS_EVERYWHERE else in_names).append(_by_initials(initials, spelling))
    is_weak = inside and len(term) <= SHORT and term.isascii() and term.isalnum()
    begins = _letters(term, spelling, begins=True) if is_weak else None
    return Matcher(tuple(everywhere), tuple(in_names), begins)


def matcher_of(words: Words, spelling: Spelling = IN_TEXT) -> Matcher:
    """Return the matcher for a word of a query."""
    return matcher(words.text, spelling, inside=words.inside, whole=words.whole)


def whole_word(name: str, spelling: Spelling = IN_TEXT) -> Matcher:
    """Return the matcher for an alias, which nobody typed: Latin letters only as whole words, singular or plural."""
    return Matcher((_letters(comparable(name), spelling, begins=True, ends=True, plural=True),))


def comparable(text: str) -> str:
    """Return a typed text as it is compared: folded, without marks of emphasis, with single spaces."""
    folded = " ".join(fold(_EMPHASIS.sub("", text)).split())
    return folded or fold(text)


def compact(folded: str) -> str:
    """Return the letters and digits alone, to compare titles."""
    return "".join(filter(str.isalnum, folded))


def _letters(
    term: str, spelling: Spelling, *, begins: bool = False, ends: bool = False, plural: bool = False
) -> Letters:
    """Return the letters of a term, for words that begin or end with them where these are Latin."""
    bases, _, on_letters = folded(term)
    accents = dict(on_letters)
    letters = [_Letter(letter, at in accents) for at, letter in enumerate(bases)]
    # What folds to nothing is nowhere: found everywhere, it would be found without end.
    spelled = _spelled(letters, spelling) or _NOWHERE
    before = inside_word(bases[0]) if begins and bases else ""
    after = beyond_word(bases[-1]) if ends and bases else ""
    if plural and bases[-1:].isalpha() and after:
        spelled += "s?"
    # The text comes first: `re` looks for that much faster than it looks around, and back only so far as is fixed.
    first = letters[0].pattern if letters else ""
    opening = f"{first}(?<!{before}{re.escape(bases[0])}){spelled.removeprefix(first)}" if before else ""
    return Letters(
        re.compile(spelled),
        re.compile(opening) if opening else None,
        re.compile(f"(?!{after})") if after else None,
        tuple(accents.values()),
    )


class _Letter(NamedTuple):
    """A letter of a term."""

    base: str
    """The letter without its accents."""
    has_accent: bool

    @property
    def pattern(self) -> str:
        """The letter in a regular expression, in a group where its accents count."""
        return f"({re.escape(self.base)})" if self.has_accent else re.escape(self.base)


def _spelled(letters: Sequence[_Letter], spelling: Spelling) -> str:
    pattern = before = ""
    opens_word = False
    for letter in letters:
        if letter.base == " ":
            opens_word = True
            continue
        pattern += (_gap(before, letter.base, spelling, opens_word=opens_word) if before else "") + letter.pattern
        before, opens_word = letter.base, False
    return pattern


def _gap(before: str, letter: str, spelling: Spelling, *, opens_word: bool) -> str:
    if has_hangul(before) or has_hangul(letter):
        return spelling.hangul
    if opens_word:
        return spelling.space
    return "" if before.isascii() and letter.isascii() else spelling.wide


def _by_initials(initials: str, spelling: Spelling) -> Letters:
    first, *rest = map(beginning_with, initials)
    # Where a word begins: no syllable comes before it.
    pattern = f"{first}(?<!{SYLLABLE}{first})" + "".join(f"{spelling.hangul}{syllables}" for syllables in rest)
    return Letters(re.compile(pattern))
