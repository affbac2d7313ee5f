"""The subjects that the parts of a paper are about."""

from enum import StrEnum


class Facet(StrEnum):
    """The subject of a part of a summary, in the order of a paper and of the section keys."""

    INTRODUCTION = "introduction"
    METHOD = "method"
    RESULTS = "results"
    LIMITATIONS = "limitations"
    CONCLUSION = "conclusion"
