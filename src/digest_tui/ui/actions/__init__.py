"""The commands, one module per kind; each gives a table from command id to method."""

from collections.abc import Callable
from typing import Protocol

Action = Callable[[], object]
Actions = dict[str, Action]


class ActionsOfAKind(Protocol):
    """The commands that one class carries out."""

    def actions(self) -> Actions:
        """The method of each command, by its id."""
        ...
