"""The order of results, when a query asks for one."""

from collections.abc import Sequence

from digest_tui.search.corpus import Corpus
from digest_tui.search.query import Sort

_NO_VOTES = -1


def in_order(numbers: Sequence[int], sort: Sort, corpus: Corpus) -> list[int]:
    """Return papers sorted; equal ones stay newest first, as do those without the value, at the end."""
    keys, days, texts, state = corpus.keys, corpus.days, corpus.texts, corpus.state

    def votes(number: int) -> int:
        count = texts[number].votes
        return _NO_VOTES if count is None else count

    def age(number: int) -> float:
        day = days[number]
        return day.toordinal() if day else float("inf")

    match sort:
        case Sort.VOTES:
            return sorted(numbers, key=votes, reverse=True)
        case Sort.TITLE:
            return sorted(numbers, key=lambda number: texts[number].text[: texts[number].title_end])
        case Sort.NEW:
            return sorted(numbers, key=lambda number: not state(keys[number]).is_new)
        case Sort.OLDEST:
            return sorted(numbers, key=age)
        case Sort.NEWEST:
            return list(numbers)
