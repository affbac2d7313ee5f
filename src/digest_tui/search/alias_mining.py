"""Names that stand beside one another in a text: `강화 학습(Reinforcement Learning; RL)`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

MAX_NAME = 60
"""Characters of a name."""
_MAX_WORDS = 5
_MAX_KOREAN_WORDS, _MAX_LATIN_WORDS = 4, 9
_SYLLABLES_A_LETTER = 1.5
"""A name of fewer syllables for each letter of an abbreviation is only its end: 강화 학습 is not all of RLHF."""
_SYLLABLES_A_WORD = 1.6
"""So is one of fewer for each English word; a hyphen joins half a word."""
_INSIDE = re.compile(r"[(（]([^()（）\n]{2,120})[)）]")
_SPLIT = re.compile(r"\s*[;；,，]\s*(?:이하\s+|약칭\s+|줄여서\s+|a\.?k\.?a\.?\s+)?", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:예|예시|참고|출처|즉|총|약|단|특히|주로|또는|e\.?g|i\.?e|cf|see|fig|table|eq|sec|appendix|arxiv|http|www)\b"
    r"|^(?:예|e\.g|i\.e)[.:]|[:：=<>%@#→]|https?://|\.{3}|…",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9.+'’-]*(?:[ /-][A-Za-zÀ-ÿ0-9.+'’&-]+){0,7}")
_KOREAN = re.compile(r"[가-힣A-Za-z0-9-]+(?: [가-힣A-Za-z0-9-]+){0,4}")
_ABBREVIATION = re.compile(r"(?=[A-Za-z-]*[A-Z][A-Za-z-]*[A-Z])[A-Za-z][A-Za-z-]{1,9}")
_KOREAN_WORD = re.compile(r"[가-힣A-Za-z0-9·-]+")
_LATIN_WORD = re.compile(r"[A-Za-z0-9&'’-]+")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![isu])s(?![a-z])")
_SYLLABLES = re.compile("[가-힣]")
_LITTLE = frozenset(["of", "for", "the", "and", "with", "in", "on", "to", "a", "an", "by", "from", "via"])
_GENERIC = frozenset(
    re.findall(
        r"\S+",
        """모델 방법 연구 데이터 데이터셋 성능 작업 태스크 과제 문제 기술 시스템 프레임워크 알고리즘
        접근법 접근 환경 결과 논문 도구 언어 이미지 정보 기법 방식 전략 구조 기능 단계 과정 특성 요소
        유형 지표 평가 벤치마크 메커니즘 모듈 네트워크 등""",
    )
)
"""Words that say so little that what stands beside them is an example rather than a name."""
_NO_BEGINNING = re.compile(
    r"(?:[을를은는의]|에서|에게|으로|하는|되는|하여|하고|된|한|할|적인|위한|통한|대한|관한|위해|통해|대해|같은|기반|기반의|및|등|와의|과의|이라는|라는)$"
)
"""How words end that belong to what stands before a name."""
_NO_FIRST_WORDS = frozenset(
    re.findall(
        r"\S+",
        """이 그 본 각 두 세 여러 새 새로운 기존 다양한 이러한 주요 특히 또는 또한 즉 더 매우 최신 최근
        모든 일부 다른 이를 그리고 혹은""",
    )
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one thing, as written; the first may reach too far to the front or not far enough."""

    one: str
    other: str


def mine(text: str) -> Iterator[Pair]:
    """The pairs of names in a text; linear in its length, never raises.

    Where a Korean name begins cannot be known from one place: each name it may be is given, from the shortest to the
    longest, and `Aliases` finds out which one is meant.
    """
    for inside in _INSIDE.finditer(text):
        if names := _names(inside[1]):
            before = text[max(0, inside.start() - MAX_NAME) : inside.start()].rstrip()
            yield from _joined(before, names)


def is_abbreviation(name: str) -> bool:
    """Whether a name is written like `RL`, `RLHF`, `LoRA`, `LLMs`."""
    return _ABBREVIATION.fullmatch(name) is not None


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A name as names are compared: case, width, spaces, hyphens and an English plural do not matter."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _PLURAL.sub("", folded).replace("-", "").replace(" ", "")


@lru_cache(maxsize=8192)
def _names(inside: str) -> tuple[str, ...]:
    """The names in a bracket: one, or one and its abbreviation; nothing where it holds something else."""
    if _NO_NAME.search(inside):
        return ()
    parts = [part.strip(" .'\"“”‘’*`") for part in _SPLIT.split(inside)]
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= 3 or any(len(part) > MAX_NAME for part in parts):
        return ()
    names = [part for part in parts if _LATIN.fullmatch(part) or (_SYLLABLES.search(part) and _KOREAN.fullmatch(part))]
    if len(names) < len(parts):
        return ()
    # `A, B` are two things, unless one is short for the other or they are of two scripts.
    if len(names) > 1 and not all(_belong(names[0], other) for other in names[1:]):
        return ()
    return tuple(names)


def _belong(one: str, other: str) -> bool:
    if bool(_SYLLABLES.search(one)) != bool(_SYLLABLES.search(other)):
        return True
    return spells(one, other) or spells(other, one)


def spells(abbreviation: str, name: str) -> bool:
    """Whether the letters of an abbreviation are those that the words of a name begin with."""
    letters = [letter for letter in abbreviation.removesuffix("s") if letter.isalnum()]
    words = [word for word in re.split(r"[\s/-]+", name) if word]
    if not is_abbreviation(abbreviation) or len(words) < 2:
        return False
    big = "".join(letters).casefold()
    for kept in (words, [word for word in words if word.casefold() not in _LITTLE]):
        if "".join(word[0] for word in kept).casefold() == big:
            return True
    # `LoRA`, `PerfRank`: the letters in order, beginning with the first word's.
    remaining = iter("".join(words).casefold())
    return words[0][0].casefold() == big[:1] and len(big) >= len(words) and all(letter in remaining for letter in big)


def _joined(before: str, names: Sequence[str]) -> Iterator[Pair]:
    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            yield Pair(name, other)
    last = before[-1:]
    if _SYLLABLES.match(last):
        for candidate in _korean_before(before):
            for name in names:
                if _may_be_named(candidate, name):
                    yield Pair(candidate, name)
    elif last.isalnum() and (words := _last_words(before, _LATIN_WORD, _MAX_LATIN_WORDS)):
        yield from _latin_before(words, names)


def _last_words(before: str, word: re.Pattern[str], count: int) -> list[str]:
    """The words that a text ends with, as far as they are of a kind."""
    words: list[str] = []
    for last in reversed(before.rsplit(" ", count)[-count:]):
        if not word.fullmatch(last):
            # A word glued to a bracket or a quote may still end with one.
            if found := word.match(last[::-1]):
                words.insert(0, found[0][::-1])
            break
        words.insert(0, last)
    return words


def _korean_before(before: str) -> Iterator[str]:
    """The last words, one more each time, up to one that cannot belong to the name."""
    words = _last_words(before, _KOREAN_WORD, _MAX_KOREAN_WORDS)
    for count in range(1, len(words) + 1):
        first = words[-count]
        if count > 1 and (len(first) == 1 or _NO_BEGINNING.search(first) or first in _NO_FIRST_WORDS):
            return
        if first not in _NO_FIRST_WORDS:
            yield " ".join(words[-count:])


def _may_be_named(candidate: str, name: str) -> bool:
    """Whether a Korean name is long enough for what it would be called in English, and says more than `모델`."""
    syllables = len(_SYLLABLES.findall(candidate))
    if _SYLLABLES.search(name) or any(map(str.isdigit, name)):
        return False
    if is_abbreviation(name):
        return syllables >= max(3, _SYLLABLES_A_LETTER * len(name.removesuffix("s")))
    if candidate in _GENERIC:
        return " " not in name and name[1:].islower()
    words = [word for word in name.split() if word not in _LITTLE]
    return syllables >= _SYLLABLES_A_WORD * (len(words) + name.count("-") / 2) and len(words) <= _MAX_WORDS


def _latin_before(words: list[str], names: Sequence[str]) -> Iterator[Pair]:
    for short in filter(is_abbreviation, names):
        # The shortest run of words that it spells.
        run = next(
            (" ".join(words[-n:]) for n in range(1, len(words) + 1) if spells(short, " ".join(words[-n:]))), None
        )
        if run is not None:
            yield Pair(run, short)
    if is_abbreviation(words[-1]):
        for name in names:
            if _SYLLABLES.search(name) or spells(words[-1], name):
                yield Pair(words[-1], name)
