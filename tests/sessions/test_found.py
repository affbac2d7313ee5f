"""Sessions in which a rule was once broken, as short as they could be made."""

import pytest

from support.room import Room

SCRIPTS = {
    "a paper of two days is counted before it is decided": ([[12], [4, 12]], "r"),
    "a paper of two days was the last new one": ([[1], [1]], "x x"),
    "one selected paper was skipped, not the one shown": ([[14, 4]], "v x x"),
    "n enters a day at its second new paper": ([[13, 14, 7], [13]], "g-d x n"),
    "another window had decided the same": ([[14]], "A-d r !x u u u"),
}


@pytest.mark.parametrize(("days", "script"), SCRIPTS.values(), ids=SCRIPTS.keys())
def test_a_script(days: list[list[int]], script: str) -> None:
    room = Room(days)
    try:
        for key in script.split(" "):
            typed = key.replace("-", " ").removeprefix("!")
            if key.startswith("!"):
                room.press_elsewhere(typed)
            else:
                room.press(typed)
        room.undo_to_the_beginning()
    finally:
        room.close()


def test_a_selection_does_not_follow_a_paper_to_another_day() -> None:
    room = Room([[6], [6]])
    try:
        room.press("V")
        room.change("remove", 1, 1)
        room.press("x")
    finally:
        room.close()


def test_a_tag_is_not_for_the_row_that_came_under_the_cursor() -> None:
    room = Room([[6, 7]])
    try:
        room.press("v")
        room.press("k")
        room.change("take", 0, 0)
        room.press("t todo")
    finally:
        room.close()
