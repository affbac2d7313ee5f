"""The encoding of a file's bytes, where it is certain."""

import codecs
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from digest_tui.patterns import pattern

SAMPLE = 64 * 1024
"""Bytes that the detector gets, of the lines that are not ASCII."""
COMMON_SHARE = 0.95
"""The least share of common letters of a language among the letters that are not ASCII."""
_SENTENCE = 16
"""Syllables of Korean that are no accident."""


class Encoding(NamedTuple):
    """An encoding of bytes."""

    codec: str
    """Python's name for it."""
    label: str
    """The name that people know."""


UTF8 = Encoding("utf-8-sig", "UTF-8")

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, Encoding("utf-32", "UTF-32")),
    (codecs.BOM_UTF32_BE, Encoding("utf-32", "UTF-32")),
    (codecs.BOM_UTF16_LE, Encoding("utf-16", "UTF-16")),
    (codecs.BOM_UTF16_BE, Encoding("utf-16", "UTF-16")),
)


def encoding_of(data: bytes, *, is_cut: bool = False) -> Encoding:
    """Return the encoding of a text: its byte order mark decides, else UTF-8, else what is certain, else UTF-8 anyway.

    `is_cut` says that the bytes may end in the middle of a character.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if strictly(data, UTF8, is_cut=is_cut) is not None or _is_mostly_utf8(data):
        return UTF8
    return _detected(data, is_cut=is_cut) or UTF8


def strictly(data: bytes, encoding: Encoding, *, is_cut: bool) -> str | None:
    """Decode a text, if every byte is part of a character."""
    try:
        return codecs.getincrementaldecoder(encoding.codec)("strict").decode(data, final=not is_cut)
    except UnicodeError:
        return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Return True when stray bytes stand in UTF-8 text: any other encoding would garble the rest."""
    text = data.decode("utf-8", "replace")
    strays = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - strays
    return whole >= strays


def _detected(data: bytes, *, is_cut: bool) -> Encoding | None:
    """Return the detector's first answer, if all bytes bear it out and do not bear out Korean as well."""
    sample = _telling(data)
    legacy = _WINDOWS if _has_signs_alone(sample) else _answer(sample)
    if legacy is not _KOREAN and (syllables := _common_letters(data, _KOREAN, is_cut=is_cut)):
        # A word of Korean may be one of Chinese too, but hardly a sentence: half of the Chinese ones lie elsewhere.
        return _KOREAN.encoding if syllables >= _SENTENCE else None
    return legacy.encoding if legacy and _common_letters(data, legacy, is_cut=is_cut) else None


def _has_signs_alone(sample: bytes) -> bool:
    """Return True when only quotes and dashes are foreign, as an editor on Windows puts them into English."""
    return sample.translate(None, _SIGNS).isascii()


def _answer(sample: bytes) -> "_Legacy | None":
    import chardet  # noqa: PLC0415 - few files need it

    modern = chardet.EncodingEra.MODERN_WEB
    answer = chardet.detect(sample, compat_names=False, encoding_era=modern, no_match_encoding="ascii")["encoding"]
    return next((legacy for legacy in _LEGACY if answer in legacy.answers), None)


def _telling(data: bytes) -> bytes:
    """Return the beginning of what is not ASCII, in whole lines as far as they are not too long."""
    sample = b"\n".join(line for line in data.split(b"\n") if not line.isascii())
    if len(sample) <= SAMPLE:
        return sample
    # Below `0` a byte is a character of its own in every one of the encodings.
    end = next((end for end in range(SAMPLE, 0, -1) if sample[end - 1] < ord("0")), SAMPLE)
    return sample[:end]


class _Legacy(NamedTuple):
    """An encoding from before Unicode, and the signs that a text was meant to be in it."""

    encoding: Encoding
    answers: frozenset[str]
    """The detector's names for it, or a part of it."""
    is_common: Callable[[str], bool]
    """The test for a character that people of its language write every day."""
    is_neutral: Callable[[str], bool]
    """The test for a character that says nothing about the language."""
    is_fit: Callable[[str], bool] = lambda text: True
    """The test of the other conditions that a text must meet."""
    least: int = 4
    """Common letters below which nothing is certain: a word of two characters is one in several languages."""


def _common_letters(data: bytes, legacy: _Legacy, *, is_cut: bool) -> int:
    """Count the common letters where the bytes are a text in this encoding; else 0."""
    text = strictly(data, legacy.encoding, is_cut=is_cut)
    if text is None:
        return 0
    judged = {c: count for c, count in Counter(text).items() if not c.isascii() and not legacy.is_neutral(c)}
    common = sum(count for c, count in judged.items() if legacy.is_common(c))
    is_certain = common >= max(legacy.least, COMMON_SHARE * sum(judged.values()))
    return common if is_certain and legacy.is_fit(text) else 0


def _in_rows(codec: str, first: int, last: int) -> Callable[[str], bool]:
    """Return a check for characters of two bytes in a national set whose first byte lies in a range."""

    def holds(character: str) -> bool:
        try:
            code = character.encode(codec)
        except UnicodeEncodeError:
            return False
        return len(code) == 2 and first <= code[0] <= last

    return holds


_HANGUL = _in_rows("euc_kr", 0xB0, 0xC8)
"""The 2,350 syllables of KS X 1001."""
_KANJI = _in_rows("euc_jp", 0xB0, 0xCF)
"""Level 1 of JIS X 0208."""
_HANZI = _in_rows("gb2312", 0xB0, 0xD7)
"""Level 1 of GB 2312."""
_TRADITIONAL = _in_rows("big5", 0xA4, 0xC6)
"""The frequent characters of Big5."""
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒ“”‘’‚„–—…•«»‹›¿¡ªº")
_KANA = pattern(r"[\u3041-\u30ff]")
# No word has three such letters in a row, or a capital behind a small one; the last is what UTF-8 looks like.
_UNWESTERN = pattern(r"[À-ÿŒœ]{3}|[a-zß-ÿ][À-ÖØ-Þ]|â€|Ã[^\w\s]")
_GREEK, _FULL_WIDTH = range(0x370, 0x400), range(0xFF01, 0xFF5F)


def _is_east_asian_neutral(character: str) -> bool:
    """Return True for signs, and for letters that each of the national sets has."""
    if ord(character) in _GREEK or ord(character) in _FULL_WIDTH:
        return True
    category = unicodedata.category(character)
    return category[0] not in "LM" and category not in ("Cn", "Co")


def _is_western_neutral(character: str) -> bool:
    return unicodedata.category(character)[0] not in "LM" and character not in _WESTERN


def _is_japanese(character: str) -> bool:
    return _KANA.match(character) is not None or _KANJI(character)


def _has_kana(text: str) -> bool:
    """Return True when a text has kana: without any, Japanese cannot be told from Chinese."""
    return _KANA.search(text) is not None


_WINDOWS = _Legacy(
    Encoding("cp1252", "CP1252"),
    frozenset({"cp1252", "iso8859-1", "iso8859-15"}),
    _WESTERN.__contains__,
    _is_western_neutral,
    lambda text: _UNWESTERN.search(text) is None,
    least=1,
)
_SIGNS = "‚„…‘’“”•–—\u00a0«»".encode("cp1252")
"""The signs on which all encodings of Windows agree."""
_KOREAN = _Legacy(Encoding("cp949", "CP949"), frozenset({"cp949", "euc_kr"}), _HANGUL, _is_east_asian_neutral)
_LEGACY = (
    _KOREAN,
    _Legacy(
        Encoding("cp932", "Shift-JIS"),
        frozenset({"cp932", "shift_jis_2004"}),
        _is_japanese,
        _is_east_asian_neutral,
        _has_kana,
    ),
    _Legacy(
        Encoding("euc_jp", "EUC-JP"),
        frozenset({"euc_jis_2004"}),
        _is_japanese,
        _is_east_asian_neutral,
        _has_kana,
    ),
    _Legacy(Encoding("gb18030", "GB18030"), frozenset({"gb18030"}), _HANZI, _is_east_asian_neutral),
    _Legacy(Encoding("cp950", "Big5"), frozenset({"big5hkscs"}), _TRADITIONAL, _is_east_asian_neutral),
    _WINDOWS,
)
