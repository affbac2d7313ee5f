"""What the commands do, one module per kind; each gives the screen a table from command id to method."""

from collections.abc import Callable

Actions = dict[str, Callable[[], object]]
