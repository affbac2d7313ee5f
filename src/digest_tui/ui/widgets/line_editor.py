"""One line of text with a cursor: what keys do to it."""

from rich.cells import cell_len

from digest_tui.patterns import pattern
from digest_tui.text import sanitize

_WORD_BEFORE = pattern(r"\S*\s*$")
_WORD_BEHIND = pattern(r"\s*\S*")


class LineEditor:
    """The keys are those of readline and of Textual's inputs."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.cursor = len(text)
        """Characters before the cursor."""

    def put(self, text: str) -> None:
        """Change all of it, with the cursor at its end."""
        self.text = on_one_line(text)
        self.cursor = len(self.text)

    def insert(self, text: str) -> None:
        """Type, or paste: whatever is pasted becomes part of the one line."""
        clean = on_one_line(text)
        self.text = self.text[: self.cursor] + clean + self.text[self.cursor :]
        self.cursor += len(clean)

    def press(self, key: str) -> bool:
        """Carry out a key that edits or moves, and say whether it was one."""
        if (target := self._target(key)) is not None:
            self.cursor = target
            return True
        match key:
            case "backspace" | "ctrl+h":
                self._cut(self._before(), self.cursor)
            case "delete" | "ctrl+d":
                self._cut(self.cursor, self._behind())
            case "ctrl+w" | "ctrl+backspace":
                self._cut(self._word_before(), self.cursor)
            case "ctrl+delete":
                self._cut(self.cursor, self._word_behind())
            case "ctrl+u":
                self._cut(0, self.cursor)
            case "ctrl+k":
                self._cut(self.cursor, len(self.text))
            case _:
                return False
        return True

    def _target(self, key: str) -> int | None:
        """Where a key moves the cursor; None where it does not."""
        match key:
            case "left" | "ctrl+b":
                return self._before()
            case "right" | "ctrl+f":
                return self._behind()
            case "home" | "ctrl+a":
                return 0
            case "end" | "ctrl+e":
                return len(self.text)
            case "ctrl+left":
                return self._word_before()
            case "ctrl+right":
                return self._word_behind()
        return None

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start

    def _before(self) -> int:
        """One letter back, with the marks that stand on it."""
        index = self.cursor - 1
        while index > 0 and not cell_len(self.text[index]):
            index -= 1
        return max(0, index)

    def _behind(self) -> int:
        index = min(len(self.text), self.cursor + 1)
        while index < len(self.text) and not cell_len(self.text[index]):
            index += 1
        return index

    def _word_before(self) -> int:
        found = _WORD_BEFORE.search(self.text[: self.cursor])
        return found.start() if found else 0

    def _word_behind(self) -> int:
        found = _WORD_BEHIND.match(self.text, self.cursor)
        return found.end() if found else len(self.text)


def on_one_line(text: str) -> str:
    """Return text of any number of lines as the one line that can be edited."""
    return " ".join(sanitize(text).replace("\t", " ").splitlines())
