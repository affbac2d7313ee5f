"""Rules that the program does not follow yet: they are not judged. Empty when all is merged."""

AWAITED = frozenset(
    {
        "coming papers are counted after the decision",
        "one selected paper is named",
        "another day by itself",
        "t and y do not fall back from a selection that went away",
        "a new selection ends the loss of the old one",
        "undo of nothing writes nothing",
    }
)
