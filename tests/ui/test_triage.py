"""Deciding about papers with the keyboard: what verbs do, where the cursor goes, what undo takes back."""

from support.desk import Blog, open_reader
from support.promises import promises

DAY = "2025-03-11"
OLDER = "2025-03-10"


async def test_a_verb_acts_on_the_first_paper_at_once(blog: Blog) -> None:
    blog.post(DAY, "첫째 논문", "Second paper")
    async with open_reader(blog) as desk:
        await desk.press("s", "o", "a")
        assert desk.state("첫째 논문") == "unread starred"
        assert desk.opened == ["https://arxiv.org/abs/2503.00001", "https://www.alphaxiv.org/ko/overview/2503.00001"]


async def test_keys_typed_before_the_first_paper_is_there_are_carried_out(blog: Blog) -> None:
    blog.post(DAY, "첫째 논문", "Second paper")
    async with open_reader(blog, typed_early="jx") as desk:
        assert desk.state("Second paper") == "skipped"


@promises("README.md", "Walking a list, starring, opening a link: nothing of it marks a paper behind your back.")
async def test_walking_a_list_marks_nothing(blog: Blog) -> None:
    blog.post(DAY, *(f"Paper number {n}" for n in range(20)))
    async with open_reader(blog) as desk:
        await desk.press(*"j" * 60, *"k" * 5, "n", "N", "enter", "escape", "z", "z")
        assert desk.screen.library.new_count(desk.screen.session.days[0]) == 20


async def test_keys_meant_for_another_paper_are_dropped(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog, typed_early="xs", expected="arxiv:2501.00001") as desk:
        assert (desk.title, desk.state("One of two")) == ("One of two", "unread")
        assert "were dropped" in desk.message
    async with open_reader(blog, typed_early="s", expected="arxiv:2503.00001") as desk:
        assert desk.state("One of two") == "unread starred"


async def test_keys_typed_in_one_go_mean_what_they_mean_one_by_one(blog: Blog) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    async with open_reader(blog) as desk:
        for key in "susxxuukkssus":
            desk.screen.keyboard.type(key)
        await desk.settle()
        assert [desk.state(f"{n} of three") for n in ("One", "Two", "Three")] == ["unread starred", "unread", "unread"]


@promises("README.md", "and `u` undoes them one by one, also those of last week")
async def test_undo_reaches_back_over_a_restart(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("s")
    async with open_reader(blog) as desk:
        assert desk.state("One of two") == "unread starred"
        await desk.press("u")
        assert desk.state("One of two") == "unread"


@promises("README.md", "`Space` | Read on. At the end the paper is read, and the next new one is there.")
async def test_space_reads_on_and_marks_at_the_end_from_the_paper_list(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "A short paper", body="\n\n".join(f"문단 {n} 입니다." for n in range(40)))
    async with open_reader(blog, size=(120, 30)) as desk:
        await desk.press("space")
        assert desk.state("A long paper") == "unread"
        while not desk.screen.reader.at_end:
            await desk.press("space")
        assert (desk.state("A long paper"), desk.title) == ("unread", "A long paper")
        await desk.press("space")
        assert (desk.state("A long paper"), desk.title) == ("read", "A short paper")


async def test_scrolling_at_the_end_marks_only_with_the_reader_focused(blog: Blog) -> None:
    blog.post(DAY, "A short paper", "Another one")
    async with open_reader(blog) as desk:
        await desk.press("J", "pagedown")
        assert desk.state("A short paper") == "unread"
        await desk.press("enter", "j")
        assert (desk.state("A short paper"), desk.title) == ("read", "A short paper")


async def test_reading_never_marks_when_the_person_does_not_want_it(blog: Blog) -> None:
    blog.post(DAY, "A short paper", "Another one")
    async with open_reader(blog, auto_read="never") as desk:
        await desk.press("enter", "j", "space")
        assert (desk.state("A short paper"), desk.title) == ("unread", "Another one")


async def test_opening_with_capital_o_marks_read_and_goes_on(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("O")
        assert desk.opened == ["https://arxiv.org/abs/2503.00001"]
        assert (desk.state("One of two"), desk.title) == ("read", "Two of two")


async def test_a_change_made_elsewhere_appears_and_moves_nothing(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk, open_reader(blog, fresh=True) as other:
        await other.press("j")
        await desk.press("x")
        other.screen.services.store.poll()
        await other.settle()
        assert other.state("One of two") == "skipped"
        assert (other.title, other.rows()) == ("Two of two", ["One of two", "Two of two"])


async def test_commands_that_need_a_paper_say_so_without_one(blog: Blog) -> None:
    (blog.folder / "2025-03-11-notes.md").write_text("# 메모\n\n논문이 없다.\n", encoding="utf-8")
    async with open_reader(blog) as desk:
        await desk.press("s")
        assert desk.message.startswith("No paper is shown")
