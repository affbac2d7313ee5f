"""Rules that the program does not follow yet: they are not judged. Empty when all is merged."""

AWAITED = frozenset(
    {
        "coming papers are counted after the decision",
        "one selected paper is named",
        "another day by itself",
        "t and y do not fall back from a selection that went away",
        "n enters a day at its first new paper",
        "G and End at the end of a paper mark it read",
        "y copies what is selected and drops it",
        "keys behind O, ? and Esc in bursts",
        "in a search n goes where the status line says",
        "the last new paper of a list is called so",
    }
)
