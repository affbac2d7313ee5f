"""Long work for a thread that others wait for: it is done in steps, between which they have their turn."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")

Steps = Generator[None, None, Result]
"""Work that stops after each step, and returns its result at the end."""


def finished(steps: Steps[Result]) -> Result:
    """Do all steps at once, and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
