"""What a sentence of the status line claims, and whether that is so."""

import re
from collections.abc import Callable

from support.rules.sight import Sight
from support.rules.window import Window

_DONE = {
    "starred": ("star", "1"),
    "star removed": ("star", "0"),
    "marked read": ("status", "read"),
    "marked unread": ("status", "unread"),
    "later": ("status", "later"),
    "put off for later": ("status", "later"),
    "skipped": ("status", "skipped"),
    "unread, still starred": ("status", "unread"),
    "marked unread, still starred": ("status", "unread"),
    "noted": ("note", None),
    "note removed": ("note", ""),
}
"""What a decision is called: field and value."""
_ALREADY = {"skipped": "skipped", "read": "read", "put off": "later"}
_CLAIMS = re.compile(r"starred|skipped|marked|undone|redone|later|tagged|noted|selected|decided|\bnew\b|undo|redo")
"""Words of a sentence that says something about decisions."""

Claim = Callable[[re.Match[str], Window, Sight], bool]


def check(window: Window, after: Sight) -> None:
    """Whether every part of the sentence on the status line, and of the place beside it, is so."""
    for part in after.message.split(" · "):
        if part:
            _check_part(part, window, after)
    _check_place(window, after)


def _check_part(part: str, window: Window, after: Sight) -> None:
    for pattern, claim in _SENTENCES.items():
        if (found := re.fullmatch(pattern, part)) is not None:
            assert claim(found, window, after), f"not so: {part!r} in {after.message!r}"
            return
    assert not _CLAIMS.search(part), f"what does this claim? {part!r} in {after.message!r}"


def _check_place(window: Window, after: Sight) -> None:
    for part in after.place.split(" · "):
        if (found := re.fullmatch(r"([\d,]+) new", part)) is not None:
            assert _number(found[1]) == len(window.new(window.days.get(after.day, ()))), f"not so: {part}"
        elif (found := re.fullmatch(r"([\d,]+)/([\d,]+)", part)) is not None:
            assert after.paper in after.listed, f"no place in the list: {part}"
            assert after.listed.index(after.paper) + 1 == _number(found[1]), f"not so: {part}"
            assert len(after.listed) == _number(found[2]), f"not so: {part}"
    said = re.match(r"([\d,]+) selected(?!.* dropped)", after.selection_words)
    count = _number(said[1]) if said else 0
    assert count == len(window.selection.papers), (
        f"{len(window.selection.papers)} are selected: {after.selection_words!r}"
    )


def _number(text: str) -> int:
    return int(text.replace(",", ""))


# Claims


def _is_done(said: str, window: Window) -> bool:
    """Whether the last step in the log was what these words say."""
    changes = window.did.changes
    papers = {key for key, _ in changes}
    kinds = {(field, new) for (_, field), new in changes.items()}
    counted = re.fullmatch(r"([\d,]+) papers? (.*)", said) or re.fullmatch(r"(.*) from ([\d,]+) papers?", said)
    if counted is not None:
        number, words = counted.groups() if counted[1][0].isdigit() else counted.groups()[::-1]
        if _number(number) != len(papers):
            return False
        said = words
    elif len(papers) != 1:
        return False
    if said == "changed":
        return len(kinds) > 1
    tag = re.fullmatch(r"tagged (.+)", said) or re.fullmatch(r"tag (.+) removed", said)
    if tag is not None:
        return kinds == {(f"tag:{tag[1]}", "1" if said.startswith("tagged") else "0")}
    if said not in _DONE or len(kinds) != 1:
        return False
    field, new = next(iter(kinds))
    if "still starred" in said and not all(window.state(key).star for key in papers):
        return False
    return field == _DONE[said][0] and _DONE[said][1] in (new, None)


def _written(found: re.Match[str], window: Window, after: Sight) -> bool:
    return window.did.action == "write" and _is_done(found[0], window)


def _already(found: re.Match[str], window: Window, after: Sight) -> bool:
    return after.paper is not None and window.state(after.paper).status == _ALREADY[found[1]]


def _u_undoes(found: re.Match[str], window: Window, after: Sight) -> bool:
    # What another window did since the last look is not known here.
    return window.log.to_undo(window.session) is not None or window.seen != window.log.states()


def _r_redoes(found: re.Match[str], window: Window, after: Sight) -> bool:
    return window.log.to_redo(window.session) is not None


def _all_new(window: Window) -> set[str]:
    return {key for papers in window.days.values() for key in window.new(papers)}


def _coming_day(found: re.Match[str], window: Window, after: Sight) -> bool:
    days = [day for day in window.days if day[5:] == found["day"]]
    return any(len(window.new(window.days[day])) == _number(found["new"]) for day in days)


_WORDS = "|".join(map(re.escape, sorted(_DONE, key=len, reverse=True)))
_DECISION = (
    rf"(?:(?:[\d,]+ papers? )?(?:{_WORDS}|changed|tagged \S+|tag \S+ removed)"
    rf"|(?:{_WORDS}|tag \S+ removed) from [\d,]+ papers?)"
)
_SENTENCES: dict[str, Claim] = {
    _DECISION: _written,
    rf"(undone|redone): ({_DECISION})((?:, .*)?, and .* elsewhere)?(?: \(\d+ left: changed since\))?": (
        lambda found, window, after: (
            window.did.action == {"undone": "undo", "redone": "redo"}[found[1]]
            and bool(found[3] or _is_done(found[2], window))
        )
    ),
    r"this changes nothing now: .*|.* elsewhere (?:since|too)"
    r"|[\d,]+ decisions (?:about [\d,]+ papers )?elsewhere, the last: .*"
    r"|(?:u|ctrl\+r) again .*|nothing else to (?:undo|redo)": (lambda found, window, after: not window.did.action),
    rf"({_DECISION}), ([\d,]+) still starred": lambda found, window, after: (
        window.did.action == "write"
        and _is_done(found[1], window)
        and _number(found[2]) == sum(window.state(key).star for key, _ in window.did.changes)
    ),
    "u undoes": _u_undoes,
    r"ctrl\+r redoes": _r_redoes,
    rf"({'|'.join(_ALREADY)}) already": _already,
    "Nothing to undo": lambda found, window, after: window.log.to_undo(window.session) is None,
    "Nothing to redo": lambda found, window, after: window.log.to_redo(window.session) is None,
    "Nothing to change: all are decided": lambda found, window, after: not window.did.changes,
    r"All decided\. .*": lambda found, window, after: not _all_new(window),
    "This is the last new paper": lambda found, window, after: _all_new(window) == {after.paper},
    "This is the last new paper in this list": lambda found, window, after: window.new(after.listed) == [after.paper],
    "No (older|newer) day has new papers": lambda found, window, after: True,
    r"No new papers here\. .*|No new papers in this list\. .*": lambda found, window, after: (
        not window.new(after.listed)
    ),
    "No new papers in this list": lambda found, window, after: not window.new(after.listed),
    "No new papers in this list: there are no cards to decide": lambda found, window, after: (
        not window.new(after.listed)
    ),
    "All cards are decided": lambda found, window, after: not window.new(after.listed),
    "This is the last new card": lambda found, window, after: window.new(after.listed) == [after.paper],
    rf"{_DECISION} already": lambda found, window, after: not window.did.changes,
    "Nothing changed: the selected papers are no longer listed": lambda found, window, after: not window.did.changes,
    "All decided: there is nothing to mark.": lambda found, window, after: not window.new(after.listed),
    "No paper is shown: .*": lambda found, window, after: after.paper is None,
    "g u lists those of the day": lambda found, window, after: True,
    r"(?P<day>\d\d-\d\d) \w+, (?P<new>[\d,]+) new": _coming_day,
    r"([\d,]+) new (above|below)": lambda found, window, after: (
        len(window.new(after.above if found[2] == "above" else after.below)) == _number(found[1])
    ),
    r"\d\d-\d\d (?!.* new).+": lambda found, window, after: window.did.action != "write",
    "[nN] goes there": lambda found, window, after: True,
    "A search is sorted by its query: add sort:votes, title, newest, oldest or new": (
        lambda found, window, after: after.view == "search"
    ),
    "sorted: .*": lambda found, window, after: after.order == found[0].removeprefix("sorted: "),
}
