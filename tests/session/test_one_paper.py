"""A paper is one by all of its keys: what is decided about it on one date holds on the others, seen at once."""

from functools import partial

import pytest

from digest_tui.session.rows import heading
from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless

NEWER, OLDER = "2025-03-11", "2025-03-10"
LINKED = "[Kites Over One Wide Field](https://arxiv.org/abs/2503.00001)"


@pytest.fixture(params=[NEWER, OLDER])
def once_named(blog: Blog, request: pytest.FixtureRequest) -> Blog:
    """Two days with a paper that has an id on only one of them."""
    for day in (NEWER, OLDER):
        title = LINKED if day == request.param else "Kites Over One Wide Field"
        text = f"## Daily Papers ({day})\n\n### {title}\n\nVote: 3\n\n- 연.\n\n### Boats\n\nVote: 2\n\n- 배.\n"
        (blog.folder / f"{day}.md").write_text(text, encoding="utf-8")
    return blog


def test_what_is_decided_on_one_date_counts_on_the_other(once_named: Blog) -> None:
    with Headless(once_named) as desk:
        assert desk.counts() == ["2", "2"]
        desk.do("skip")
        assert desk.counts() == ["1/2", "1/2"]
        desk.do("undo")
        assert desk.counts() == ["2", "2"]
        desk.do("older", "read")
        assert desk.counts() == ["1/2", "1/2"]


def test_a_star_lists_it_once_at_its_newest_date_and_a_note_is_found_there(once_named: Blog) -> None:
    with Headless(once_named) as desk:
        desk.do("older", "star")
        desk.annotate(partial(verbs.tag, name="wind"))
        desk.do("view-starred")
        assert desk.rows() == ["Tue 11 Mar 2025", "Kites Over One Wide Field"]
        desk.search("wind")
        assert heading(desk.session, "wind").size == "1 paper"
        assert desk.session.entry is not None
        assert str(desk.session.entry.date) == NEWER
    with Headless(once_named) as desk:
        desk.search("wind")
        assert [str(entry.date) for entry in desk.session.entries_meant()] == [NEWER]
