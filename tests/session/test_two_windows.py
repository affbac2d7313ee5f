"""Two windows on one state, whatever is done in them: no sentence says what is not so, and nothing is lost."""

import tempfile
from functools import partial
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from digest_tui.model import Event
from digest_tui.session.page import shown_page
from digest_tui.store import open_store
from digest_tui.store.fold import states
from digest_tui.triage import verbs
from digest_tui.triage.states import merged
from support.blog import Blog
from support.effort import share
from support.headless import Headless
from support.promises import promises

COMMANDS = [
    *("skip", "star", "read", "later", "undo", "undo", "undo", "redo", "redo", "down", "up", "older", "newer"),
    *("view-starred", "view-new", "view-all", "look", "tag", "note", "bulk"),
]
scripts = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(COMMANDS)), max_size=25)


class Window:
    """A reader beside another one."""

    def __init__(self, blog: Blog, folder: Path) -> None:
        self.store = open_store(folder / "state.db")
        self.desk = Headless(blog, store=self.store)

    def log(self) -> list[Event]:
        return list(self.store.events())

    def looks(self) -> dict[str, object]:
        """What is shown of each paper."""
        found = states(self.log())
        papers = (entry.keys for day in self.desk.library.days() for entry in day.entries)
        of_papers = {keys[0]: merged(found[key] for key in keys if key in found) for keys in papers}
        return {key: state._replace(status_stamp=0) for key, state in of_papers.items() if state.is_marked}

    def do(self, command: str) -> None:
        desk = self.desk
        match command:
            case "look":
                desk.library.decisions.replace(self.store.states())
                desk.session.relist()
            case "tag" | "note" if desk.session.entry is None:
                return
            case "tag":
                desk.annotate(partial(verbs.tag, name="todo"))
            case "note":
                desk.annotate(partial(verbs.note, text=f"note {len(self.log())}"))
            case "bulk":
                desk.mark_many("l")
            case _:
                desk.do(command)


def check_step(window: Window, command: str, before: dict[str, object], logged: list[Event]) -> None:
    """An undo or a redo says what it did, and did what it says."""
    message, log = window.desk.message, window.log()
    new, is_done = log[len(logged) :], message.startswith(("undone: ", "redone: "))
    assert all(event.field == "live" and event.new == ("0" if command == "undo" else "1") for event in new)
    assert is_done == bool(new) == (window.looks() != before)
    if not is_done:
        assert message.startswith(("Nothing to ", "this changes nothing now")) or " elsewhere" in message
    if " · 03-1" in message and window.desk.session.entry is not None:
        # Who was led there sees the paper that was named.
        day, _, title = message.split(" · ")[1].partition(" ")
        is_there = (window.desk.title, window.desk.day[5:]) == (title, day)
        assert is_there or window.desk.session.lists_all_dates


@share(0.4)
@given(scripts)
@example([(0, "skip"), (1, "star"), (1, "skip"), (1, "skip"), (0, "undo")])
@promises(
    "docs/keys.md",
    "`u` undoes what this window decided, then what earlier ones did; what another window changed since is "
    "named, and undone by a second `u`.",
)
def test_undo_says_what_it_did_and_takes_nothing_of_the_other_window_unasked(script: list[tuple[int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        blog = Blog(Path(folder) / "blog")
        blog.folder.mkdir()
        blog.post("2025-03-11", "One", "Two", "Three")
        blog.post("2025-03-10", "Older one", "Older two")
        windows = [Window(blog, Path(folder)) for _ in range(2)]
        keys = ["", ""]
        """The last key of each window."""
        for number, command in script:
            window = windows[number]
            before, logged = window.looks(), window.log()
            sessions = {event.batch: event.session for event in logged if event.key}
            window.do(command)
            log = window.log()
            assert log[: len(logged)] == logged
            if command in ("undo", "redo"):
                check_step(window, command, before, logged)
                foreign = {event.batch for event in log[len(logged) :] if sessions[event.batch] != event.session}
                assert not foreign or "elsewhere" in window.desk.message
                assert not foreign or command == "redo" or keys[number] == "undo"
            page = shown_page(window.desk.session)
            if page is not None and window.desk.session.entry is not None:
                state = window.desk.library.state(window.desk.session.entry)
                facts = page.standing
                assert ("starred" in facts, "#todo" in facts) == (state.starred, "todo" in state.tags)
                assert page.note == state.note
            keys[number] = keys[number] if command == "look" else command
        for window in windows:
            window.store.close()
