"""The line that says where one is and what is going on."""

import pytest

from support.desk import Blog, open_reader

DAY = "2025-03-11"
WORK = "reading digests 12/250"


@pytest.mark.parametrize(
    ("place", "width", "shown"),
    [
        ("new · 1/3", 60, f"new · 1/3   {WORK}"),
        ("next: 겨울나무를 세는 논문, 그리고 그 뒤의 이야기", 60, f"next: 겨울나무를 세는 논문, 그…   {WORK}"),
        ("next: 겨울나무를 세는 논문, 그리고 그 뒤의 이야기", 50, "next: 겨울나무를 세는 논문, 그리고 그 뒤의 이…"),
        ("new · 1/3", 30, "new · 1/3"),
    ],
)
async def test_work_in_the_background_is_whole_or_left_out(blog: Blog, place: str, width: int, shown: str) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog, size=(width, 24)) as desk:
        desk.screen.status.set_place(place)
        desk.screen.status.set_work(WORK)
        assert desk.drawn("status").strip() == shown
