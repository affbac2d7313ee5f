"""The subjects that the parts of a paper are about."""

from enum import StrEnum


class Facet(StrEnum):
    """The subject of a part of a summary, in the order of a paper and of the section keys."""

    INTRODUCTION = "introduction"
    METHOD = "method"
    RESULTS = "results"
    LIMITATIONS = "limitations"
    CONCLUSION = "conclusion"

    @property
    def key(self) -> str:
        """The digit that stands for it, on the screen and on the command line."""
        return str(list(Facet).index(self) + 1)

    @property
    def not_given(self) -> str:
        """The words in its place, where a paper lacks it."""
        return f"no {self} given"
