"""The first sentence of a text in Korean, English, Chinese or Japanese."""

import re
from collections.abc import Iterable, Iterator, Sequence

from digest_tui.notation.fences import in_fences
from digest_tui.notation.lead_marks import LeadMark, LeadStyle, lead_mark
from digest_tui.notation.named_lines import definition_start
from digest_tui.notation.visible import BREAK, VisibleLine, join_lines, visible_lines
from digest_tui.patterns import pattern
from digest_tui.text import one_line

_HEADING = pattern(r"[ \t>]*\#{1,6}[ \t]")
_CALLOUT = pattern(r"[ \t>]*\[![\w-]+\][+-]?\s*$")
_NUMBER = pattern(r"^(?:[0-9]{1,3}[.)]|\([0-9]{1,2}\)) ")
_FORMULA = pattern(r"[ \t>]*\$\$")
_PICTURE = pattern(r"!\[[^\[\]]*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])|<img\b[^<>]*>")
_ADDRESS = pattern(r"(?:https?://|www\.)\S+")
_TAG = pattern(r"<[^<>]*>")
_LETTER = pattern(r"[^\W\d_]")
_WIDE = pattern(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]")
_ENOUGH = 12
"""Weight of a block that may be a sentence: less is a name, a label or where a link leads."""
_PROSE = 60
"""Weight of what stands behind a label from which on it is prose without a full stop, not the value of a field."""

_CLOSING = "\"'”’」』）)】\\]»*_"
_END = pattern(
    rf"""(?:
        [。！？｡]+[{_CLOSING}]*
      | (?P<dot>[.．!?…]+)[{_CLOSING}]*(?:\s*\[[0-9, ]{{1,12}}\])?(?=\s|$|[【〔]|(?<=[가-힣][.!?])[가-힣A-Z])
    )""",
    re.VERBOSE,
)
_ABBREVIATION = pattern(
    r"""(?:
        al|ex|esp|incl|e\.g|i\.e|cf|vs|viz|resp|approx|ca|figs?|eqs?|eqn|secs?|sect|tabs?|refs?|ch|chap|app|appx|alg|thm|lem|prop|def
      | nos?|vol|pp?|eds?|dr|prof|mrs?|ms|st|jr|sr|inc|ltd|co|corp|univ|dept|est|w\.r\.t|a\.k\.a|s\.t|i\.i\.d|u\.s|u\.k
      | e\.u|ph\.d|[mb]\.sc|arxiv|conf|proc
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words whose point ends no sentence, unless nothing follows."""
_MAY_END = pattern(r"(?:etc|[ap]\.m)", re.IGNORECASE)
"""Words whose point may end a sentence as well: the next word tells."""
_MAX_WORD = 40
"""Characters before and after a point in which the words beside it are looked for."""
_MAX_ASIDE = 120
"""Characters behind the end of a sentence in brackets within which these are closed."""
_WORD_BEFORE = pattern(r"[^\s(\[“\"'‘]+$")
_INITIAL = pattern(r"(?:[A-Z]\.)*[A-Z]$")
_NUMBERING = pattern(r"(?:[0-9]{1,3}|[ivx]{1,4})$")
_STARTER = pattern(
    "The|Th(?:is|at|ese|ose|ey|eir|us)|Its?|In|On|At|For|From|With|By|To|We|Our|However|Moreover|Furthermore|Additionally"
    "|Finally|Hence|Therefore|While|When|As|An?|And|But|If|Experiments|Results|Unlike|Instead"
)
"""Words with which sentences begin, and names hardly."""


def first_sentence_of(lines: Sequence[str]) -> str:
    """Return the first sentence of some Markdown, as plain text on one line; empty where there is none.

    Headings, code, formulas, pictures and leads are passed over, and lines too short to be sentences while there are
    longer ones.
    """
    return _first(_prose(lines, keeps_fields=False)) or _first(_prose(lines, keeps_fields=True))


def _first(lines: Iterable[str]) -> str:
    short = ""
    for numbered in _blocks(lines):
        block = _NUMBER.sub("", numbered)
        words = _ADDRESS.sub("", block)
        if weight(words) >= _ENOUGH:
            return one_line(sentence_end(block))
        if not short and _LETTER.search(words):
            short = block
    return one_line(short)


def sentence_end(text: str) -> str:
    """Return a text up to the end of its first sentence."""
    depth = last = 0
    for end in _END.finditer(text):
        depth = max(0, depth + _depth(text, last, end.end()))
        last = end.end()
        if depth and _depth(text, last, last + _MAX_ASIDE) < 0:
            # Within brackets that are closed later.
            continue
        if end["dot"] is None or _ends_sentence(text, end):
            return text[: end.end()]
    return text


def _depth(text: str, start: int, stop: int) -> int:
    """Count the round brackets that a stretch of a text opens, less those that it closes."""
    opened = text.count("(", start, stop) + text.count("（", start, stop)
    return opened - text.count(")", start, stop) - text.count("）", start, stop)


def weight(text: str) -> int:
    """Count letters; one of Chinese, Japanese or Korean counts as two."""
    return len(_LETTER.findall(text)) + len(_WIDE.findall(text))


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    following = text[end.end() : end.end() + _MAX_WORD].lstrip()
    if not following:
        return True
    if end["dot"] in ("!", "?", "?!", "!?"):
        return not following[0].islower()
    before = _WORD_BEFORE.search(text, max(0, end.start() - _MAX_WORD), end.start())
    word = before[0] if before else ""
    if end["dot"] not in (".", "．"):
        return not following[0].islower()
    if _ABBREVIATION.fullmatch(word) or (not before and not word):
        return False
    next_word = following.split(maxsplit=1)[0].strip(",.;:")
    if _MAY_END.fullmatch(word):
        return following[0].isupper() or _WIDE.match(following) is not None
    if _INITIAL.fullmatch(word):
        return _STARTER.fullmatch(next_word) is not None or _WIDE.match(following) is not None
    if _NUMBERING.fullmatch(word) and end.start() - len(word) == 0:
        return False
    # In English a sentence begins with a capital, a digit or a mark.
    return not following[0].islower()


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """Yield the words of each block, as they are needed."""
    block: list[VisibleLine] = []
    for line in visible_lines(lines):
        if line.opens and block:
            yield from join_lines(block).split(BREAK)
            block = []
        block.append(line)
    yield from join_lines(block).split(BREAK)


def _prose(lines: Sequence[str], *, keeps_fields: bool) -> Iterator[str]:
    """Yield the lines that may belong to sentences, a blank one for others."""
    in_formula = False
    for number, (line, is_code) in enumerate(zip(lines, in_fences(lines), strict=True)):
        if is_code or _HEADING.match(line) or _CALLOUT.match(line):
            yield ""
        elif in_formula or _FORMULA.match(line):
            in_formula ^= line.count("$$") % 2 == 1
            yield ""
        elif mark := lead_mark(line):
            yield from _behind(
                mark, line, lines[number + 1] if number + 1 < len(lines) else "", keeps_fields=keeps_fields
            )
        else:
            if start := definition_start(line):
                yield ""
            yield _PICTURE.sub("", line[start:])


def _behind(mark: LeadMark, line: str, following: str, *, keeps_fields: bool) -> Iterator[str]:
    """Yield what stands behind a lead, on a line of its own; nothing where that is the value of a field."""
    if mark.style is LeadStyle.WEAK and not mark.is_alone:
        yield line
        return
    rest = line[mark.end :]
    goes_on = following.strip() and lead_mark(following) is None
    yield ""
    yield rest if keeps_fields or goes_on or weight(rest) >= _PROSE or _END.search(_TAG.sub("", rest)) else ""
