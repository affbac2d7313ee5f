"""The queries that were asked before."""

import json

MAX_QUERIES = 200


class History:
    """Walks back and forth through earlier lines; what was being typed waits at the end."""

    def __init__(self, saved: str | None) -> None:
        self._lines = _loads(saved)
        self._at = len(self._lines)
        self._typed = ""

    def add(self, line: str) -> None:
        """Keep a line as the newest, once."""
        if line:
            self._lines = [*(known for known in self._lines if known != line), line][-MAX_QUERIES:]
        self.rewind()

    def rewind(self) -> None:
        """Begin at the newest again."""
        self._at = len(self._lines)

    def step(self, by: int, typed: str) -> str | None:
        """Return the line so many steps on, or None at an end; `typed` is the present line."""
        target = self._at + by
        if not 0 <= target <= len(self._lines):
            return None
        if self._at == len(self._lines):
            self._typed = typed
        self._at = target
        return self._typed if target == len(self._lines) else self._lines[target]

    def dumps(self) -> str:
        """Return the lines as text for the store."""
        return json.dumps(self._lines, ensure_ascii=False)


def _loads(saved: str | None) -> list[str]:
    try:
        lines = json.loads(saved or "[]")
    except (ValueError, RecursionError):
        return []
    return [line for line in lines if isinstance(line, str)][-MAX_QUERIES:] if isinstance(lines, list) else []
