"""Queries that are carried out by looking at every place: slow, plain, and without anything of the program."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from support.plain_words import holds_word
from support.repeats import HANGUL, LATIN, Place

TAGS = ("todo", "읽기")
NOTES = ("", "다시 읽을 비디오", "boats, again")


@dataclass(frozen=True)
class Decision:
    """What was decided about a paper."""

    status: str = "unread"
    starred: bool = False
    tags: frozenset[str] = frozenset()
    note: str = ""

    @property
    def is_new(self) -> bool:
        """True when nothing is decided yet."""
        return self.status == "unread" and not self.starred

    @property
    def is_marked(self) -> bool:
        """True when anything was left on the paper."""
        return not self.is_new or bool(self.tags or self.note)


UNDECIDED = Decision()
Test = Callable[[Place, Decision], bool]


@dataclass(frozen=True)
class Asked:
    """A query, and what it asks of a place."""

    text: str
    holds: Test
    finds_gone: Test
    """What it asks of a paper that no digest has any more: there it must hold because of a decision."""
    sort: str = ""

    def places(self, places: Iterable[Place], decisions: dict[int, Decision]) -> list[Place]:
        """The places that fit, in the order of a list."""
        found = []
        for place in sorted(places, key=lambda place: place.order):
            test = self.holds if place.path else self.finds_gone
            if test(place, decisions.get(place.paper, UNDECIDED)):
                found.append(place)
        return found

    def papers(self, places: Iterable[Place], decisions: dict[int, Decision]) -> list[Place]:
        """The papers that fit, each at the first of these, in the order that is asked for."""
        first: dict[int, Place] = {}
        for place in self.places(places, decisions):
            first.setdefault(place.paper, place)
        return _sorted(list(first.values()), self.sort, decisions)


def _sorted(found: list[Place], sort: str, decisions: dict[int, Decision]) -> list[Place]:
    match sort:
        case "votes":
            return sorted(found, key=lambda place: -1 if place.votes is None else place.votes, reverse=True)
        case "oldest":
            return sorted(found, key=lambda place: place.day or "9999")
        case "new":
            return sorted(found, key=lambda place: not decisions.get(place.paper, UNDECIDED).is_new)
        case _:
            return found


# Words

ASKED = (
    *(word for word in LATIN if " " not in word and not word.startswith("확")),
    *("kite", "boat", '"boats"', '"boat"', "oats", "*oats*", "*inds", "surf", "wind", '"wind"', "3", "fruhling"),
    *("fruhlíng", "*eado*", '"harbour kites"', "multi", "gan"),
)  # fmt: skip
"""Latin words as a person may type them."""


def finds(word: str, text: str) -> bool:
    """Whether a word of a query is found in a text: Hangul anywhere, spaces or not; Latin where a word begins."""
    if word in HANGUL or word == "김연아":
        return word in re.sub(r"\s", "", text)
    return holds_word(text, word)


def _texts(place: Place, decision: Decision) -> list[str]:
    return [place.title, place.authors, place.body, *decision.tags, decision.note]


# Queries


def queries(seed: int, count: int) -> list[Asked]:
    """Some queries, the same for the same seed."""
    chance = Random(seed)
    return [_query(chance) for _ in range(count)]


def _query(chance: Random) -> Asked:
    parts = [_part(chance) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
    asked = all_of(parts)
    if chance.random() < 0.3:
        sort = chance.choice(("votes", "oldest", "newest", "new"))
        return replace(asked, text=f"{asked.text} sort:{sort}", sort=sort)
    return asked


def _part(chance: Random) -> Asked:
    first = _atom(chance)
    if chance.random() < 0.2:
        return none_of(first)
    if chance.random() < 0.25:
        return any_of([first, _atom(chance)])
    return first


def all_of(parts: Sequence[Asked]) -> Asked:
    """What fits all of several queries."""
    return Asked(
        " ".join(part.text for part in parts),
        lambda place, decision: all(part.holds(place, decision) for part in parts),
        lambda place, decision: (
            all(part.holds(place, decision) for part in parts)
            and any(part.finds_gone(place, decision) for part in parts)
        ),
    )


def any_of(parts: Sequence[Asked]) -> Asked:
    """What fits one of several queries."""
    return Asked(
        f"({' OR '.join(part.text for part in parts)})",
        lambda place, decision: any(part.holds(place, decision) for part in parts),
        lambda place, decision: any(part.finds_gone(place, decision) for part in parts),
    )


def none_of(part: Asked) -> Asked:
    """What does not fit a query."""
    return Asked(f"-{part.text}", lambda place, decision: not part.holds(place, decision), _never)


def _never(place: Place, decision: Decision) -> bool:
    return False


def _atom(chance: Random) -> Asked:
    return chance.choice((_word, _word, _title, _author, _votes, _has, _is, _is, _tag, _id, _date))(chance)


def _of(text: str, holds: Test) -> Asked:
    return Asked(text, holds, _never)


def _word(chance: Random) -> Asked:
    word = chance.choice((*HANGUL, *ASKED))
    return _of(word, lambda place, decision: any(finds(word, text) for text in _texts(place, decision)))


def _title(chance: Random) -> Asked:
    word = chance.choice((*HANGUL, *ASKED))
    return _of(f"title:{word}", lambda place, decision: finds(word, place.title))


def _author(chance: Random) -> Asked:
    word = chance.choice(("김연아", "short", "lee", "muller", "müller", "hort", "*hort*", '"sho"'))
    return _of(f"author:{word}", lambda place, decision: finds(word, place.authors))


def _votes(chance: Random) -> Asked:
    number = chance.choice((2, 12, 30))
    if chance.random() < 0.5:
        return _of(f"votes>{number}", lambda place, decision: place.votes is not None and place.votes > number)
    return _of(f"votes<={number}", lambda place, decision: place.votes is not None and place.votes <= number)


def _has(chance: Random) -> Asked:
    return chance.choice((
        _of("has:votes", lambda place, decision: place.votes is not None),
        _of("has:arxiv", lambda place, decision: bool(place.arxiv)),
        _of("has:tag", lambda place, decision: bool(decision.tags)),
        _of("has:note", lambda place, decision: bool(decision.note)),
    ))  # fmt: skip


def _is(chance: Random) -> Asked:
    return is_(chance.choice(("new", "unread", "read", "later", "skipped", "starred", "gone")))


def is_(name: str) -> Asked:
    """A condition on what was decided."""

    def holds(place: Place, decision: Decision) -> bool:
        match name:
            case "new":
                return decision.is_new
            case "starred":
                return decision.starred
            case "gone":
                return not place.path and decision.is_marked
            case _:
                return decision.status == name

    return Asked(f"is:{name}", holds, holds if name in ("gone", "starred", "later") else _never)


def _tag(chance: Random) -> Asked:
    tag = chance.choice(TAGS)
    return _of(f"tag:{tag}", lambda place, decision: tag in decision.tags)


def _id(chance: Random) -> Asked:
    arxiv = f"2503.{chance.randrange(26):05}"
    return _of(f"id:{arxiv}", lambda place, decision: place.arxiv == arxiv)


def _date(chance: Random) -> Asked:
    match chance.choice(("date", "since", "until")):
        case "date":
            month = chance.choice(("2025-02", "2025-03", "2025-03-11"))
            return _of(f"date:{month}", lambda place, decision: place.day.startswith(month))
        case "since":
            return _of("since:2025-03-10", lambda place, decision: place.day >= "2025-03-10")
        case _:
            return _of("until:2025-03-10", lambda place, decision: bool(place.day) and place.day <= "2025-03-10")
