"""The paper that is meant after its digest was edited."""

from pathlib import Path

from digest_tui.session.edited import follow
from support.blog import Blog
from support.headless import Headless

DAY = "2025-03-11"
FIRST, SECOND, THIRD = "Quiet kites of the north", "Two winds over the bay", "Calm waters in the morning"
ID = "https://arxiv.org/abs/2503.00002"


def edited(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def followed(desk: Headless) -> bool:
    """What is shown follows the paper that was edited since."""
    before = desk.session.entry
    assert before is not None
    desk.library.load()
    desk.session.refresh()
    return follow(before, desk.session)


def test_in_a_search_the_cursor_waits_for_the_answer_that_has_the_paper(blog: Blog) -> None:
    file = blog.post(DAY, FIRST, SECOND, THIRD)
    with Headless(blog) as desk:
        desk.search("is:new")
        desk.do("down")
        assert desk.title == SECOND
        edited(file, (ID, ID.replace("00002", "09999")), (SECOND, "Zwei Winde"))
        followed(desk)
        desk._ask_again()
        assert desk.title == "Zwei Winde"


def test_a_decided_paper_that_gained_an_id_stays_listed(blog: Blog) -> None:
    file = blog.post(DAY, FIRST, SECOND, THIRD)
    link, plain = f"[{SECOND}]({ID})", SECOND
    alphaxiv = "> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2503.00002)"
    edited(file, (link, plain), (alphaxiv, ""))
    with Headless(blog) as desk:
        desk.do("down", "skip", "up")
        assert (desk.title, desk.state(SECOND)) == (SECOND, "skipped")
        edited(file, (f"# 2. {plain}", f"# 2. {link}"))
        assert followed(desk)
        assert desk.session.entry is not None
        assert desk.session.entry.key == "arxiv:2503.00002"
        assert (desk.title, desk.state(SECOND)) == (SECOND, "skipped")
        assert desk.rows() == [FIRST, SECOND, THIRD]


def test_among_several_changed_ones_each_is_found_by_its_place(blog: Blog) -> None:
    file = blog.post(DAY, FIRST, SECOND, THIRD, "The last of these papers")
    changes = [(SECOND, "Zwei"), (THIRD, "Drei"), ("2503.00002", "2503.08882"), ("2503.00003", "2503.08883")]
    with Headless(blog) as desk:
        desk.do("down", "down")
        edited(file, *changes)
        assert followed(desk)
        assert desk.title == "Drei"


def test_one_that_was_deleted_has_no_successor(blog: Blog) -> None:
    file = blog.post(DAY, FIRST, SECOND, THIRD)
    text = file.read_text(encoding="utf-8")
    with Headless(blog) as desk:
        desk.do("down")
        edited(file, (text[text.index("# 2.") : text.index("# 3.")], ""))
        assert not followed(desk)
        assert desk.title == THIRD


def test_a_paper_whose_star_was_removed_stays_until_the_view_is_left(blog: Blog) -> None:
    file = blog.post(DAY, FIRST, SECOND, THIRD)
    link, alphaxiv = f"[{SECOND}]({ID})", "> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2503.00002)"
    edited(file, (link, SECOND), (alphaxiv, ""))
    with Headless(blog) as desk:
        desk.do("star", "down", "star", "down", "star", "view-starred", "down", "star")
        assert desk.rows()[1:] == [FIRST, SECOND, THIRD]
        edited(file, (f"# 2. {SECOND}", f"# 2. {link}"))
        followed(desk)
        assert desk.rows()[1:] == [FIRST, SECOND, THIRD]
        assert desk.title == SECOND
