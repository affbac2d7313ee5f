"""Queries over real digests against a plain reading of what they mean. Skipped where the digests are not at hand."""

import os
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from digest_tui.library import Library
from digest_tui.model import Entry
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from support.plain_words import holds_word

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("DIGEST_TUI_CORPUS") or REPOSITORY.parent / "shared" / "corpus")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")

URL = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*\)|<[^<>]*(?:src|href)=[^<>]*>")
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"

Truth = Callable[[Entry], bool]


@pytest.fixture(scope="module")
def library() -> Library:
    """All real digests."""
    library = Library(
        [source_for(path) for path in sorted(CORPUS.iterdir())], memory_store(), today=lambda: date(2025, 12, 31)
    )
    library.load()
    return library


def plain(text: str) -> str:
    """Lower case, without emphasis."""
    return re.sub(r"[*`]", "", unicodedata.normalize("NFC", text)).lower()


def written(entry: Entry) -> str:
    """Title, authors and the author's own lines, without what links lead to."""
    return "\n".join((entry.paper.title, ", ".join(entry.paper.authors), URL.sub("", entry.body)))


def whole(entry: Entry) -> str:
    """The same in lower case."""
    return plain(written(entry))


def squeezed(text: str) -> str:
    """Without any white space."""
    return re.sub(r"\s+", "", text)


def hangul(word: str) -> Truth:
    """Hangul, spaces ignored."""
    return lambda entry: squeezed(word) in squeezed(whole(entry))


def latin(word: str) -> Truth:
    """A word that begins so."""
    return lambda entry: holds_word(written(entry), word)


def initials(consonants: str) -> Truth:
    """At the start of a word."""

    def fits(entry: Entry) -> bool:
        letters = [
            INITIALS[(ord(letter) - 0xAC00) // 588] if "가" <= letter <= "힣" else letter for letter in whole(entry)
        ]
        text = "".join(letters)
        gaps = re.compile(" *".join(consonants))
        return any(not ("ㄱ" <= text[m.start() - 1 : m.start()] <= "ㅎ") for m in gaps.finditer(text))

    return fits


def in_title(word: str) -> Truth:
    """In the title alone."""
    return lambda entry: holds_word(entry.paper.title, word)


def in_results(word: str) -> Truth:
    """In the part of a paper log, or the section of a post, that tells results."""

    def fits(entry: Entry) -> bool:
        body = URL.sub("", entry.body)
        parts = re.findall(r"\*{2,3}Performance Highlights\*{0,3}:?\*{0,3}(.*)", body)
        parts += re.findall(r"^## Results[ ]*\n((?:(?!^## ).*\n?)*)", body, re.MULTILINE)
        return any(squeezed(word) in squeezed(plain(part)) for part in parts)

    return fits


def votes(least: int) -> Truth:
    """So many votes or more."""
    return lambda entry: entry.paper.votes is not None and entry.paper.votes >= least


QUERIES: list[tuple[str, Truth]] = [
    ("언어모델", hangul("언어모델")),
    ('"언어 모델"', hangul("언어모델")),
    ("언어 모델", lambda entry: hangul("언어")(entry) and hangul("모델")(entry)),
    ("정렬", hangul("정렬")),
    ("추론", hangul("추론")),
    ("강화학습", hangul("강화학습")),
    ("환각", hangul("환각")),
    ("제로샷", hangul("제로샷")),
    ("RL", latin("rl")),
    ('"RL"', lambda entry: holds_word(written(entry), '"rl"')),
    ("*rl*", lambda entry: "rl" in whole(entry)),
    ("gan", latin("gan")),
    ("agent", latin("agent")),
    ("3d", latin("3d")),
    ("schutze", latin("schutze")),
    ("garcia", latin("garcia")),
    ("diffusion", latin("diffusion")),
    ('"large language model"', latin("large language model")),
    ("GPT-4", latin("gpt-4")),
    ("LLM 기반", lambda entry: latin("LLM")(entry) and hangul("기반")(entry)),
    ("ㅂㅊㅁㅋ", initials("ㅂㅊㅁㅋ")),
    ("ㄱㅎㅎㅅ", initials("ㄱㅎㅎㅅ")),
    ('title:"world model"', in_title("world model")),
    ("title:agent", in_title("agent")),
    ("votes>=50", votes(50)),
    ("-votes>=50", lambda entry: not votes(50)(entry)),
    ("date:2024-10", lambda entry: str(entry.date).startswith("2024-10")),
    ("since:2025-04-01 until:2025-04", lambda entry: str(entry.date).startswith("2025-04")),
    ("(확산 OR diffusion) -비디오", lambda p: (hangul("확산")(p) or latin("diffusion")(p)) and not hangul("비디오")(p)),
    ("추론 title:reasoning votes>=10", lambda p: hangul("추론")(p) and in_title("reasoning")(p) and votes(10)(p)),
]


@pytest.mark.parametrize(("query", "truth"), QUERIES, ids=[query for query, _ in QUERIES])
def test_a_query_finds_what_a_plain_reading_finds(library: Library, query: str, truth: Truth) -> None:
    hits = library.searching.search(library.searching.query(query), with_aliases=False, once=False)
    found = {(hits.entry(index).digest.path, hits.entry(index).paper.first) for index in range(len(hits))}
    true = {(entry.digest.path, entry.paper.first) for entry in library.entries() if truth(entry)}
    assert len(true) > 0
    assert found == true


def test_a_part_that_is_asked_for_is_the_only_one_that_is_looked_at(library: Library) -> None:
    hits = library.searching.search(library.searching.query("results:벤치마크"), with_aliases=False, once=False)
    found = {(hits.entry(index).digest.path, hits.entry(index).paper.first) for index in range(len(hits))}
    true = {(p.digest.path, p.paper.first) for p in library.entries() if in_results("벤치마크")(p)}
    assert true <= found
    # Other names of the same part: `Results`, `Experiments`.
    assert len(found - true) <= len(true) // 20


def test_aliases_only_add(library: Library) -> None:
    for query in ("RL", "추론", "diffusion model"):
        alone = library.searching.search(library.searching.query(query), with_aliases=False, once=False)
        both = library.searching.search(library.searching.query(query))
        assert set(alone.numbers) < set(both.numbers)
        assert both.expansions
