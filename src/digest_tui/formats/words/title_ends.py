"""Decoration at the end of a title: ids, categories, scores, badges, buttons."""

import re

from digest_tui.formats.words.identifiers import BARE_ID
from digest_tui.patterns import pattern

_MAX_TAIL = 200
"""Characters at the end of a title in which decoration is looked for."""
_SURE = rf"""
        \\ $ | [|｜·•–—,，;:：/-]+ (?=\s|$)                                   # separators left over at the end
      | [(\[]\s*(?:arxiv\s*[:：]?\s*)?{BARE_ID}(?:v[0-9]+)?(?:\s*\[[\w.-]+\])?(?:\s*[A-Z]{{3,10}})?\s*[)\]]
      | [-–—·|,]?\s*arxiv\s*[:：]\s*{BARE_ID}(?:v[0-9]+)?
      | \([a-z-]{{2,9}}(?:\.[A-Z]{{2}})?;\s[^()]{{1,40}}\)
      | \((?:cs|math|stat|eess|q-bio|q-fin|astro-ph|physics|econ|cond-mat)[.\w-]*\)
      | [(（\[](?:评分|得分|score|점수|평점|关联度|rating)\s*[:：]?[^()（）\[\]]{{1,16}}[)）\]]
      | [(\[（【]\s*[)\]）】]                                          # brackets whose link was taken out
      | \[{{1,2}}(?:pdf|copy|kimi|rel)\s?[0-9]*\](?:\([^()]*(?:\([^()]*\))?[^()]*\))?\]?   # the buttons of papers.cool
      | \{{[\#.:][^{{}}]*\}}                                                # Kramdown and Pandoc ids
"""
_BEHIND = r"""
      | (?:⭐️?|★|☆|🌟)++(?:\s\w{1,4})?
      | (?:`[^`]{1,60}`\s*+)++
      | \[[^\[\]]{1,12}[✓✅🔥★🆕]\]
      | 📦\w{0,6} | 🔗 | 📄 | 💻
"""
"""Decoration behind a title, which is part of it where it stands in the words of its link."""
_TAIL = pattern(rf"(?:\s*+(?:{_SURE}{_BEHIND}))++\s*+$", re.VERBOSE | re.IGNORECASE)
_TAIL_OF_WORDS = pattern(rf"(?:\s*+(?:{_SURE}))++\s*+$", re.VERBOSE | re.IGNORECASE)
_SIGN = pattern("[⭐★☆🌟📦]")
"""Signs behind which decoration may end with a letter."""


def without_tail(title: str, *, linked: bool = False) -> str:
    """Return a title without what decorates its end; only the end is read, so that no length makes it slow.

    Of the words of a link, code and emoji at the end are part of the title.
    """
    if title[-1:].isalpha() and not _SIGN.search(title, len(title) - _MAX_TAIL if len(title) > _MAX_TAIL else 0):
        return title
    tail = _TAIL_OF_WORDS if linked else _TAIL
    return title[:-_MAX_TAIL] + tail.sub("", title[-_MAX_TAIL:])
