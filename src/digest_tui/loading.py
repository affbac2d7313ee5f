"""Loading of functions and classes that a table names as text, so that a row costs nothing until it is used."""

from importlib import import_module
from typing import Any


def loaded(target: str) -> Any:
    """Load the object that `module:name` names; a test loads each that a table holds."""
    # `pkgutil.resolve_name` does the same, but loads `typing` and `importlib.util` to do it: 5 ms.
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)
