"""Whatever several windows do, the store says what a literal reading of the rule says.

The rule: a batch carries a flag, live or cancelled, the newest of which holds. The value of a field is that of its
newest live event, else the default.
"""

import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import Batch, Change, Event
from digest_tui.model.known import Known
from digest_tui.store import Store, memory_store, open_store
from digest_tui.store.fold import states
from digest_tui.triage.states import merged
from support.effort import share

KEYS = ("arxiv:1", "arxiv:2", "doi:3")
WINDOWS = 3

changes = (
    st.builds(Change, st.sampled_from(KEYS), st.just("star"), st.sampled_from(["0", "1"]))
    | st.builds(Change, st.sampled_from(KEYS), st.sampled_from(["tag:a", "tag:b"]), st.sampled_from(["0", "1"]))
    | st.builds(Change, st.sampled_from(KEYS), st.just("note"), st.sampled_from(["", "연", "배"]))
    | st.builds(
        Change, st.sampled_from(KEYS), st.just("status"), st.sampled_from(["unread", "read", "later", "skipped"])
    )
)
steps = st.tuples(
    st.integers(0, WINDOWS - 1),
    st.lists(changes, min_size=1, max_size=4)
    | st.sampled_from(["undo", "undo", "undo", "redo", "redo", "undo any", "reopen", "learn"]),
)


@dataclass
class Model:
    """The rule as a person would check it by hand: a list of lines, read from its end."""

    lines: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """Session, batch, key, field, new; `live` flags have no key."""
    ended: set[str] = field(default_factory=set)
    reach: dict[str, set[str]] = field(default_factory=dict)

    def begin(self, session: str) -> None:
        self.reach[session] = {session} | self.ended

    def live(self, batch: str) -> bool:
        return next((line[4] == "1" for line in reversed(self.lines) if line[1] == batch and not line[2]), True)

    def values(self) -> dict[tuple[str, str], str]:
        return {(line[2], line[3]): line[4] for line in self.lines if line[2] and self.live(line[1])}

    def sources(self) -> dict[tuple[str, str], int]:
        return {(line[2], line[3]): i for i, line in enumerate(self.lines) if line[2] and self.live(line[1])}

    def undoable(self, sessions: set[str]) -> str | None:
        found = (line[1] for line in reversed(self.lines) if line[2] and line[0] in sessions and self.live(line[1]))
        return next(found, None)

    def redoable(self, session: str) -> str | None:
        reach = self.reach[session]
        batches = {line[1] for line in self.lines if line[2] and line[0] in reach}
        for line in reversed(self.lines):
            if line[2] and line[0] in reach:
                return None
            if not line[2] and line[1] in batches and not self.live(line[1]):
                return line[1]
        return None


def shown(store: Store) -> dict[tuple[str, str], str]:
    """The values that differ from the defaults."""
    found = {}
    for key, state in store.states().items():
        found[key, "status"] = state.status.value
        found[key, "star"] = "1" if state.starred else "0"
        found[key, "note"] = state.note
        found |= {(key, f"tag:{name}"): "1" if is_set else "0" for name, is_set, _ in state.tags}
    return without_defaults(found)


def without_defaults(values: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    return {place: value for place, value in values.items() if value not in ("unread", "0", "")}


def known(key: str, title: str) -> Known:
    """What is known of a paper, which no rule may look at."""
    return Known(key, (key,), title, None, None, None, None, None, (), None, "blog", "/blog", "a.md")


class Windows:
    """Sessions on one file beside the model of them."""

    def __init__(self, path: Path, times: random.Random) -> None:
        self.path = path
        self.model = Model()
        self.times = times
        self.count = 0
        self.batch_names: dict[str, str] = {}
        self.stores: list[Store] = []
        self.sessions: list[str] = []
        for _ in range(WINDOWS):
            self.stores.append(self.open())
            self.sessions.append(self.begin())

    def open(self) -> Store:
        return open_store(self.path, clock=lambda: self.times.randrange(1, 50))

    def begin(self) -> str:
        self.count += 1
        self.model.begin(f"session {self.count}")
        return f"session {self.count}"

    def step(self, window: int, action: str | list[Change]) -> None:
        store, session, model = self.stores[window], self.sessions[window], self.model
        before = model.sources()
        match action:
            case "reopen":
                store.close()
                model.ended.add(session)
                self.stores[window], self.sessions[window] = self.open(), self.begin()
            case "learn":
                store.learn([known(key, f"step {len(model.lines)}") for key in KEYS])
            case "undo":
                batch = model.undoable({session}) or model.undoable(model.reach[session])
                self.flagged(store.undo(), session, batch, "0", before)
            case "undo any":
                batch = model.undoable({line[0] for line in model.lines})
                self.flagged(store.undo(any_session=True), session, batch, "0", before)
            case "redo":
                self.flagged(store.redo(), session, model.redoable(session), "1", before)
            case list(wishes):
                batch = store.apply(wishes, [known(wish.key, wish.new) for wish in wishes]).id
                last = {(wish.key, wish.field): wish.new for wish in wishes}
                model.lines += [(session, batch, *place, new) for place, new in last.items()]

    def flagged(
        self, answer: Batch | None, session: str, batch: str | None, live: str, before: dict[tuple[str, str], int]
    ) -> None:
        assert (answer and answer.id) == batch
        if answer is None or batch is None:
            return
        self.model.lines.append((session, batch, "", "live", live))
        after = self.model.sources()
        keys = {line[2] for line in self.model.lines if line[1] == batch and line[2]}
        changed = {
            key for key, name in before.keys() | after.keys() if before.get((key, name)) != after.get((key, name))
        }
        assert answer.keys == changed
        assert answer.left == len(keys - changed)


@share(0.6)
@given(st.lists(steps, max_size=30), st.randoms(use_true_random=False))
def test_windows_at_once_say_what_the_rule_says(
    script: list[tuple[int, str | list[Change]]], times: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        windows = Windows(Path(folder) / "state.db", times)
        for window, action in script:
            windows.step(window, action)
            expected = without_defaults(windows.model.values())
            assert [shown(store) for store in windows.stores] == [expected] * WINDOWS
        store = windows.stores[0]
        assert states(store.events()) == store.states()
        assert store.rebuild() == frozenset()
        for store in windows.stores:
            store.close()


@share(0.6)
@given(st.lists(st.lists(changes, min_size=1, max_size=4), max_size=6), st.lists(changes, min_size=1, max_size=4))
def test_undo_restores_exactly_and_redo_too(past: list[list[Change]], action: list[Change]) -> None:
    store = memory_store()
    for wishes in past:
        store.apply(wishes)
    before = store.states()
    store.apply(action)
    after = store.states()
    store.undo()
    assert store.states() == before
    store.redo()
    assert store.states() == after
    store.close()


logs = st.lists(
    st.builds(
        lambda change, host, n, stamp, batch: Event(host, n, stamp, "s", batch, change.key, change.field, change.new),
        changes,
        st.sampled_from(["a", "b"]),
        st.integers(1, 9),
        st.integers(1, 4),
        st.sampled_from(["x", "y", "z"]),
    )
    | st.builds(
        Event,
        host=st.sampled_from(["a", "b"]),
        n=st.integers(10, 19),
        stamp=st.integers(1, 4),
        session=st.just("s"),
        batch=st.sampled_from(["x", "y", "z"]),
        key=st.just(""),
        field=st.just("live"),
        new=st.sampled_from(["0", "1"]),
    ),
    unique_by=lambda event: (event.host, event.n),
    max_size=12,
)


@given(logs, st.randoms(use_true_random=False))
def test_the_union_of_logs_says_the_same_in_any_order_and_however_often(log: list[Event], order: random.Random) -> None:
    shuffled = log * 2
    order.shuffle(shuffled)
    assert states(shuffled) == states(log)


@given(logs)
def test_only_the_newest_live_event_counts(log: list[Event]) -> None:
    lines = sorted(log, key=lambda event: event.order)
    live = {event.batch: event.new == "1" for event in lines if event.field == "live"}
    expected = {(event.key, event.field): event for event in lines if event.key and live.get(event.batch, True)}
    found = states(log)
    assert found.keys() == {key for key, _ in expected}
    for key, state in found.items():
        of_key = {name: (event.new, event.order) for (other, name), event in expected.items() if other == key}
        assert (state.status.value, state.status_order) == of_key.pop("status", ("unread", (0, "", 0)))
        assert ("1" if state.starred else "0", state.star_order) == of_key.pop("star", ("0", (0, "", 0)))
        assert (state.note, state.note_order) == of_key.pop("note", ("", (0, "", 0)))
        assert {f"tag:{name}": ("1" if is_set else "0", order) for name, is_set, order in state.tags} == of_key


@given(logs, st.permutations(KEYS))
def test_the_keys_of_a_paper_are_merged_as_if_they_were_one(log: list[Event], keys: list[str]) -> None:
    found = states(log)
    as_one = states(event._replace(key=event.key and KEYS[0]) for event in log)
    assert merged(found[key] for key in keys if key in found) == merged(as_one.values())
