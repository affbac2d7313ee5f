"""Characters that are Chinese, Japanese or Korean, as far as laying out text depends on it.

Sets of so many characters take milliseconds to compile: not before somebody asks.
"""

import re
from functools import cache


@cache
def chinese_japanese() -> re.Pattern[str]:
    """Return a pattern for one character of a script, or its punctuation, that is written without spaces."""
    return re.compile(
        "[\u2e80-\u2fdf\u3001-\u3030\u3040-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
        "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f\U00020000-\U0003ffff]"
    )


@cache
def cjk() -> re.Pattern[str]:
    """Return a pattern for one character of any of the three languages, punctuation and full-width forms included.

    Source: the definition of a CJK character in https://github.com/tats-u/markdown-cjk-friendly, by blocks.
    """
    return re.compile(
        "[\u1100-\u11ff\u2e80-\u2fdf\u2ff0-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
        "\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
    )
