"""Mining for names that are given beside one another in a text: `강화 학습(Reinforcement Learning; RL)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from digest_tui.patterns import pattern
from digest_tui.search.alias_names import LITTLE, has_syllable, is_abbreviation, size_of, spells, syllables_in, words_in

MAX_NAME = 60
"""Characters of a name."""
_BEFORE = MAX_NAME + 4
"""Characters searched before a bracket: room for marks of emphasis and for a white space."""
_MAX_KOREAN_WORDS, _MAX_LATIN_WORDS = 5, 9
_MAX_ENGLISH_WORDS = 5
"""A longer description is none of the names that one searches for."""
_SYLLABLES_A_LETTER = _SYLLABLES_A_WORD = 1.5
"""A name of fewer syllables for each letter of an abbreviation, or English word, is only the end of one: 강화 학습 is
not all of RLHF, 미세 조정 not all of Supervised Fine-Tuning."""
_JOINED = 0.75
"""The weight of a word that a hyphen joins to another, as in zero-shot, 제로샷."""

_INSIDE = pattern(r"\(([^()\n]{2,120})\)")
_INSIDE_WIDE = pattern(r"[(（]([^()（）\n]{2,120})[)）]")
"""The pattern with full-width brackets, which takes twice the time and is needed for few texts."""
_SPLIT = pattern(r"\s*[;；,，]\s*(?:(?:이하|약칭|줄여서|a\.?k\.?a\.?)\s+)?", re.IGNORECASE)
_NO_NAME = pattern(
    r"(?:예|예시|참고|출처|즉|총|약|단|특히|주로|또는|e\.?g|i\.?e|cf|see|fig|table|eq|sec|appendix|arxiv|http|www)\b",
    re.IGNORECASE,
)
_LATIN = pattern(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9.+'’-]*(?:[ /-][A-Za-zÀ-ÿ0-9.+'’&-]+){0,7}")
_KOREAN = pattern(r"[가-힣A-Za-z0-9-]+(?: [가-힣A-Za-z0-9-]+){0,4}")
_KOREAN_WORD = pattern(r"[가-힣A-Za-z0-9·-]+")
_LATIN_WORD = pattern(r"[A-Za-z0-9&'’-]+")
_MARKS = " .'\"“”‘’*`"
_EMPHASIS = " *'\"’”"
"""Marks that may separate a name from its bracket; a backtick is not one of them, for code is no name."""
_BIG = pattern(r"\b[A-Z]{2,}(?=s?\b)")
_EVERYDAY = frozenset(
    re.findall(
        r"\S+",
        """a all am an and any are as at be but by can do for go has he if in is it me my no not of on or our out so the
        to up us we""",
    )
)
"""Words that in capitals may be abbreviations but would be found everywhere in a text."""
_GENERIC = frozenset(
    re.findall(
        r"\S+",
        """모델 방법 연구 데이터 데이터셋 성능 작업 태스크 과제 문제 기술 시스템 프레임워크 알고리즘 접근법 접근 환경
        결과 논문 도구 언어 이미지 정보 기법 방식 전략 구조 기능 단계 과정 특성 요소 유형 지표 평가 벤치마크 메커니즘
        모듈 네트워크 등 model models method methods data dataset datasets performance task tasks problem technique
        system systems framework algorithm approach result results paper tool tools benchmark benchmarks""",
    )
)
"""Words so general that a bracket behind them holds an example rather than a name."""
_ENDS_BEFORE = pattern(
    r"(?:[을를은는의와에된한할]|에서|에게|으로|으로써|하여|하고|하며|되며|하거나|면서|지만|적인|아닌|위해|통해|대해"
    r"|(?<![결경성초통투효])과|기반|및|등|이라는|라는)$"
)
"""Endings of words that come before a name rather than belong to it."""
_NOUNS = pattern("(?:주의|정의|논의|합의|분할|역할|제한|무한|극한|권한)$")
"""Nouns with the same endings."""
_BETWEEN = "앤투"
"""Words of one syllable within names: 플러그 앤 플레이, 엔드 투 엔드."""
_NO_FIRST_WORDS = frozenset(
    re.findall(
        r"\S+",
        """이 그 본 각 두 세 여러 새 새로운 기존 다양한 이러한 주요 특히 또는 또한 즉 더 매우 최신 최근 모든 일부 다른
        이를 그리고 혹은 같은 가진 지닌 따른 없이 주로 현재 특정""",
    )
)


class Pair(NamedTuple):
    """Two names of one thing, as written; the first may begin too early or too late."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a bracket, or before one, with the length that its counterpart in the other script must have."""

    text: str
    is_korean: bool
    is_short: bool
    is_generic: bool
    syllables: float
    """The syllables that its counterpart needs; infinite when it cannot have one."""


def mine(text: str) -> Iterator[Pair]:
    """Yield the pairs of names in a text; linear in its length, never raises.

    Where a Korean name begins cannot be known from one place: each name it may be is given, from the shortest to the
    longest, and `Aliases` finds out which one is meant.
    """
    for inside in (_INSIDE_WIDE if "（" in text or "）" in text else _INSIDE).finditer(text):
        if names := _names(inside[1]):
            for index, name in enumerate(names):
                for other in names[index + 1 :]:
                    yield Pair(name.text, other.text)
            start = inside.start()
            before = text[max(0, start - _BEFORE) : start].rstrip(_EMPHASIS)
            if start > _BEFORE:
                before = before.partition(" ")[2]  # it may begin within a word
            last = before[-1:]
            if has_syllable(last):
                yield from _korean_before(before, names)
            elif last.isalnum():
                yield from _latin_before(before, names)


@lru_cache(maxsize=8192)
def _names(inside: str) -> tuple[_Name, ...]:
    """Return the names in a bracket: one, or one and its abbreviation; empty when it holds anything else."""
    if _NO_NAME.match(inside):
        return ()
    parts = [part for written in _SPLIT.split(inside) if (part := written.strip(_MARKS))]
    if not 1 <= len(parts) <= 3 or not all(map(_may_be_name, parts)):
        return ()
    # `A, B` are two things, unless one is short for the other or they are of two scripts.
    if not all(_belong(parts[0], other) for other in parts[1:]):
        return ()
    return tuple(map(_described, parts))


def _may_be_name(part: str) -> bool:
    if not 2 <= len(part) <= MAX_NAME or part.casefold() in _EVERYDAY:
        return False
    return (_KOREAN if has_syllable(part) else _LATIN).fullmatch(part) is not None


def _belong(one: str, other: str) -> bool:
    return has_syllable(one) != has_syllable(other) or spells(one, other) or spells(other, one)


@lru_cache(maxsize=8192)
def _described(name: str) -> _Name:
    is_korean, is_short = has_syllable(name), is_abbreviation(name)
    syllables = float("inf")
    if is_short:
        syllables = max(3, _SYLLABLES_A_LETTER * size_of(name))
    elif not is_korean and not any(map(str.isdigit, name)):
        words = [word for word in name.split() if word not in LITTLE]
        joined = sum(word not in LITTLE for word in words_in(name)) - len(words)
        # Each letter of an abbreviation among them is a word more.
        size = len(words) + _JOINED * joined + sum(len(big) - 1 for big in _BIG.findall(name))
        if len(words) <= _MAX_ENGLISH_WORDS:
            syllables = max(2, _SYLLABLES_A_WORD * size)
    return _Name(name, is_korean, is_short, name.lower() in _GENERIC, syllables)


def _last_words(before: str, pattern: re.Pattern[str], count: int) -> list[str]:
    """Return the words that a text ends with, last first, as far as they match a pattern."""
    words = before.rsplit(" ", count)[-count:]
    words.reverse()
    for index, word in enumerate(words):
        if not pattern.fullmatch(word):
            # A word glued to a bracket, a quote or a line break may still end with one.
            rest = pattern.match(word[::-1])
            return [*words[:index], rest[0][::-1]] if rest else words[:index]
    return words


@lru_cache(maxsize=16384)
def _korean_word(word: str) -> tuple[bool, bool, int]:
    """Return whether a word may be part of a name, whether more words of it may follow, and its syllable count."""
    opens = word not in _NO_FIRST_WORDS
    ends_before = _ENDS_BEFORE.search(word) is not None and not _NOUNS.search(word)
    is_long = len(word) > 1 or word in _BETWEEN
    return opens, opens and is_long and not ends_before, syllables_in(word)


def _korean_before(before: str, names: Sequence[_Name]) -> Iterator[Pair]:
    """Yield pairs with the last words, one more each time, up to one that cannot belong to the name."""
    candidate, syllables = "", 0
    for word in _last_words(before, _KOREAN_WORD, _MAX_KOREAN_WORDS):
        opens, is_inner, more = _korean_word(word)
        if not opens or (candidate and not is_inner):
            return
        candidate = f"{word} {candidate}" if candidate else word
        syllables += more
        if len(candidate) > MAX_NAME:
            return
        for name in names:
            if name.syllables <= syllables and _says_enough(candidate, name):
                yield Pair(candidate, name.text)


def _says_enough(candidate: str, name: _Name) -> bool:
    """Return False for the likes of `모델(Transformer-XL)`, `특정 벤치마크(benchmark)`, True for `모델(model)`."""
    if candidate in _GENERIC:
        return name.text.isalpha() and name.text[1:].islower()
    return not name.is_generic or " " not in candidate


def _latin_before(before: str, names: Sequence[_Name]) -> Iterator[Pair]:
    words = _last_words(before, _LATIN_WORD, _MAX_LATIN_WORDS)
    if not words or words[0].casefold() in _EVERYDAY:
        return
    runs = [" ".join(words[count::-1]) for count in range(len(words))]
    for name in names:
        if name.is_korean:
            yield from _named_in_korean(runs, name.text)
        elif name.is_short and (run := next((run for run in runs if spells(name.text, run)), None)):
            # The shortest run of words that it spells.
            yield Pair(run, name.text)
        elif spells(words[0], name.text):
            yield Pair(words[0], name.text)


def _named_in_korean(runs: Sequence[str], korean: str) -> Iterator[Pair]:
    """Yield pairs with the Korean name in the bracket: `LLM(대형 언어 모델)`, `diffusion models(확산 모델)`."""
    # The bracket shows where it begins: it may be as short as 최첨단 is for SOTA.
    most = 2 * syllables_in(korean)
    for run in runs[:1] if is_abbreviation(runs[0]) else runs[:_MAX_ENGLISH_WORDS]:
        latin = _described(run)
        if run.partition(" ")[0] in LITTLE or not _may_be_name(run):
            return
        is_whole = latin.is_short or size_of(run) > korean.count(" ")
        if is_whole and latin.syllables <= most and _says_enough(korean, latin):
            yield Pair(run, korean)
