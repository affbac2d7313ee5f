"""What the terminal says about pictures, taken out of what is typed: Textual would take each letter of it for a key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from textual.message import Message

QUESTION = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[>q"
"""Asks whether a picture of one pixel could be taken, which is not drawn, and for the terminal's name and version.

Sources: https://sw.kovidgoyal.net/kitty/graphics-protocol/, and XTVERSION in xterm's ctlseqs.
"""
_TAKEN = "i=31;OK"
_NAME = re.compile(r"kitty\((\d{1,4})\.(\d{1,4})|ghostty")
_FIRST_KITTY = 0, 28
"""The first kitty that draws a picture in place of characters, which scroll and go with the text."""
_ANSWER = re.compile(r"\x1b(?:_G|P>\|)([^\x1b\a]*)(?:\x1b\\|\a)")
_BEGUN = re.compile(r"\x1b(?:_(?:G[^\x1b\a]{0,99}\x1b?)?|P(?:>(?:\|[^\x1b\a]{0,99}\x1b?)?)?)?\Z")
_SECONDS = 0.1
"""Time for the rest of an answer: what goes on no further was typed."""


@dataclass
class GraphicsAnswer(Message):
    """What the terminal said about a picture, or about itself."""

    words: str


def takes_pictures(answers: Collection[str]) -> bool:
    """Return True when a terminal that said this draws pictures in place of characters."""
    names = [name for name in map(_NAME.match, answers) if name]
    is_new = any(name[1] is None or (int(name[1]), int(name[2])) >= _FIRST_KITTY for name in names)
    return is_new and _TAKEN in answers


class Parses(Protocol):
    """Makes messages of what the terminal sends."""

    # fmt: off
    @property
    def seconds_left(self) -> float | None: ...
    # fmt: on

    def feed(self, data: str) -> Iterable[Message]: ...
    def tick(self) -> Iterable[Message]: ...


class Hearing:
    """Takes answers out, also such as come late or in parts, and gives all else to the parser of keys."""

    def __init__(self, parser: Parses) -> None:
        self._parser = parser
        self._kept = ""
        """What may be the beginning of an answer."""
        self._until = 0.0
        """When that counts as typed."""
        self._awaited = 2
        """Answers that may come soon; none from when something was kept for nothing: a lone Esc is a key then."""

    @property
    def seconds_left(self) -> float | None:
        """Seconds until `tick` has to be called; None while nothing waits."""
        return max(0.0, self._until - monotonic()) if self._kept else self._parser.seconds_left

    def tick(self) -> Iterator[Message]:
        """Give on what was kept for nothing."""
        if self._kept and monotonic() >= self._until:
            kept, self._kept, self._awaited = self._kept, "", 0
            yield from self._parser.feed(kept)
        yield from self._parser.tick()

    def feed(self, data: str) -> Iterator[Message]:
        """Parse what was sent."""
        data, self._kept = self._kept + data, ""
        while answer := _ANSWER.search(data):
            yield from self._parser.feed(data[: answer.start()])
            yield GraphicsAnswer(answer[1])
            self._awaited, data = self._awaited - 1, data[answer.end() :]
        begun = _BEGUN.search(data)
        if begun and (self._awaited > 0 or len(begun[0]) > 2):
            data, self._kept, self._until = data[: begun.start()], begun[0], monotonic() + _SECONDS
        yield from self._parser.feed(data)
