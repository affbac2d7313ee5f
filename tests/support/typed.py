"""What is typed in random sessions, and how many there are: few in every run, many in the long profile."""

import os
import random

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long" or os.environ.get("DIGEST_TUI_LONG") == "1"
CHANGES = ("arrive", "remove", "add", "take", "move", "retitle")
"""What happens to digests meanwhile."""
ON_A_SCREEN = (
    *"xxxxrrrddsssuuu", "ctrl+r", *"jjjjkknnnN", *"vvV", *"OO", "escape", "escape", *"hhlll", "enter", "enter",
    *["space"] * 6, "J", "pagedown", "ctrl+d", "G", "end", "g g", "K", "b", "tab", "g u", "g a", "g s", "g l", "S",
    "t todo", "t 읽기", "e a thought", "e ", "A d", "A j", "A l", "/ model", "/ 모델", "?", "w", "m",
    "p", "{", "[", "]", *"TTTTFFFF", "f 1", "f 3", "f f", *"1350", "escape",
)  # fmt: skip
"""Keys as a hurried person types them: one that stands here more often is pressed more often."""
ONLY_ONE_BY_ONE = (*"}iz", "o", "a", "y t", "g d")
CARDS = (
    *"xxxxrrrrddddssss",
    *"uuuu",
    "ctrl+r",
    *"jjjkkkhlnnN",
    "O",
    "enter",
    "enter",
    "escape",
    *["space"] * 3,
    *"TT",
    "1",
    "3",
)
"""Keys of somebody who decides card by card."""
SIZES = [(60, 20), (80, 24), (100, 30), (120, 36), (140, 45)]
PANES = ("dates", "papers", "reader", "card", "sheet")

Step = tuple[object, ...]


def keys(chance: random.Random, count: int) -> list[Step]:
    """Keys, often pressed once more, some of them with the Hangul input method on."""
    steps: list[Step] = []
    while len(steps) < count:
        if chance.random() < 0.05:
            # A while of cards.
            steps += [("key", chance.choice(CARDS), chance.random() < 0.5) for _ in range(chance.randint(5, 15))]
        steps += [("key", chance.choice(ON_A_SCREEN), chance.random() < 0.5)] * chance.choice((1, 1, 1, 2, 3))
    return steps[:count]


def steps_on_a_screen(chance: random.Random, count: int) -> list[Step]:
    """Keys, and now and then the mouse, another size or other digests."""
    steps: list[Step] = []
    for key in keys(chance, count):
        match chance.randrange(22):
            case 0:
                steps.append(("click", chance.choice(PANES), chance.randrange(20), chance.choice((1, 1, 2))))
            case 1:
                steps.append(("wheel", chance.choice(PANES), chance.random() < 0.5))
            case 2:
                steps.append(("resize", *chance.choice(SIZES)))
            case 3:
                steps.append(("change", chance.choice(CHANGES), chance.randrange(10), chance.randint(1, 14)))
            case 5:
                steps.append(("elsewhere", chance.randint(1, 14), chance.choice("rxds")))
            case 6 if chance.random() < 0.3:
                steps.append(("restart",))
            case 4:
                steps.append(("key", chance.choice(ONLY_ONE_BY_ONE), False))
            case _:
                steps.append(key)
    return steps


def some_days(chance: random.Random) -> list[list[int]]:
    """The papers of some days; one may stand on two of them, or twice on one."""
    return [[chance.randint(1, 14) for _ in range(chance.randint(1, 5))] for _ in range(chance.randint(1, 4))]
