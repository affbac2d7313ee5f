"""Long work for a thread that others wait for: it is done in steps, between which they have their turn."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")

Steps = Generator[None, None, Result]
"""Work that stops after each step, and returns its result at the end."""
