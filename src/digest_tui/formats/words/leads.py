"""Leads, which name a bullet: `***What's New***:` or `Goal:`."""

import re

from digest_tui.text import one_line, unescaped

_MAX_LABEL = 30
"""Largest number of characters of a label that is not bold: longer ones begin a sentence."""

_ITEM = re.compile(r"[ \t]*+(?:(?:[-*+•]|[0-9]{1,9}[.)])[ \t]++){1,4}+")
_COLON = "[:：]"
_BOLD = re.compile(
    rf"""(?:
        \*{{2,3}}+ (?P<stars>(?:[^*\n]|\*(?![*:：])){{1,500}}?)
            (?: {_COLON}[ \t]{{0,3}}\*{{1,3}} | \*{{1,3}}[ \t]{{0,3}}{_COLON} )
      | _{{2,3}}+ (?P<bars>(?:[^_\n]|_(?![_:：])){{1,500}}?)
            (?: {_COLON}[ \t]{{0,3}}_{{1,3}} | _{{1,3}}[ \t]{{0,3}}{_COLON} )
    )""",
    re.VERBOSE,
)
_WORD = r"[^\s,.():：，。（）、*`\[\]<>|]++"
_LINK = r"\s*(?:<?https?://|!?\[[^\]\n]*\]\()"
_PLAIN = re.compile(rf"({_WORD}(?:[ \t]{_WORD}){{0,2}})[ \t]?(?::(?=\s|$)|：)(?!{_LINK})", re.IGNORECASE)


def read_lead(line: str) -> str | None:
    """Return the lead that opens the list item on this line, without marks and colon; None without one.

    Bold leads end with a colon inside or outside the emphasis, which need not be balanced. A plain label has one to
    three words and no link behind it.
    """
    item = _ITEM.match(line)
    if not item:
        return None
    if bold := _BOLD.match(line, item.end()):
        return one_line(unescaped(bold["stars"] or bold["bars"]).strip(" \t:：")) or None
    plain = _PLAIN.match(line, item.end())
    return plain[1] if plain and len(plain[1]) <= _MAX_LABEL else None
