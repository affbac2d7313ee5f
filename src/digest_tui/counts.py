"""Numbers before a noun."""


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number and its noun in the right form: `1 paper`, `1,204 papers`; `many` where an `s` is not enough."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
