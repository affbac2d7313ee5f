"""Whatever several windows do, the store says what a literal reading of the rule says.

The rule: a batch carries a flag, live or cancelled, the newest of which holds. The value of a field is that of its
newest live event, else the default.
"""

import random
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import Change, Event
from digest_tui.model.known import Known
from digest_tui.model.steps import NOTHING_AGREED, Again, Agreed, Overtaken, Step
from digest_tui.store import Store, memory_store, open_store
from digest_tui.store.fold import states
from digest_tui.triage.states import merged
from support.effort import share
from support.promises import promises

KEYS = ("arxiv:1", "arxiv:2", "title:2", "doi:3")
PAPERS = {"arxiv:1": KEYS[:1], "arxiv:2": KEYS[1:3], "title:2": KEYS[1:3], "doi:3": KEYS[3:]}
"""All keys of the paper of each key."""
DEFAULTS = {"status": "unread", "star": "0", "tag:a": "0", "tag:b": "0", "note": ""}
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
    | st.sampled_from(["undo", "undo", "undo", "again", "again", "redo", "redo", "undo any", "reopen", "learn"]),
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

    def looks(self, *, without: Collection[str] = (), until: str = "") -> dict[tuple[tuple[str, ...], str], str]:
        """What is shown of each paper, without some batches, or as far as the line before a batch."""
        lines = list(takewhile(lambda line: line[1] != until, self.lines)) if until else self.lines
        found = {
            (PAPERS[line[2]], line[3]): line[4]
            for line in lines
            if line[2] and self.live(line[1]) and line[1] not in without
        }
        return {(paper, name): value for (paper, name), value in found.items() if value != DEFAULTS[name]}

    def places(self, *batches: str) -> set[tuple[tuple[str, ...], str]]:
        return {(PAPERS[line[2]], line[3]) for line in self.lines if line[1] in batches and line[2]}

    def session_of(self, batch: str) -> str:
        return next(line[0] for line in self.lines if line[1] == batch and line[2])

    def undoable(self, sessions: Collection[str]) -> str | None:
        found = (line[1] for line in reversed(self.lines) if line[2] and line[0] in sessions and self.live(line[1]))
        return next(found, None)

    def redoable(self, session: str) -> set[str]:
        """The batches that were cancelled last, at one time."""
        reach = self.reach[session]
        last = max((i for i, line in enumerate(self.lines) if line[2] and line[0] in reach), default=None)
        if last is None:
            return set()
        return {
            line[1]
            for line in self.lines[last:]
            if not line[2] and not self.live(line[1]) and self.session_of(line[1]) in reach
        }


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
    """What is known of a paper."""
    return Known(key, PAPERS[key], title, None, None, None, None, None, (), None, "blog", "/blog", "a.md")


class Windows:
    """Sessions on one file beside the model of them."""

    def __init__(self, path: Path, times: random.Random) -> None:
        self.path = path
        self.model = Model()
        self.times = times
        self.count = 0
        self.stores: list[Store] = []
        self.sessions: list[str] = []
        self.offers: dict[str, tuple[str, Overtaken]] = {}
        """What the last answer offered each session, and by which action."""
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
        offer = self.offers.pop(session, None)
        match action:
            case "reopen":
                store.close()
                model.ended.add(session)
                self.stores[window], self.sessions[window] = self.open(), self.begin()
            case "learn":
                store.learn([known(key, f"step {len(model.lines)}") for key in KEYS])
            case "undo":
                self.undo(window, None)
            case "redo":
                self.redo(window, None)
            case "again":
                if offer is not None:
                    (self.undo if offer[0] == "undo" else self.redo)(window, offer[1])
            case "undo any":
                newest = model.undoable({line[0] for line in model.lines})
                before = model.looks()
                answer = store.undo(any_session=True)
                flagged = self.read_flags(session)
                assert not isinstance(answer, Overtaken)
                assert (answer is None) == (not flagged) == (model.looks() == before)
                assert newest in flagged or not flagged
                self.check(answer, before)
            case list(wishes):
                batch = store.apply(wishes, [known(wish.key, wish.new) for wish in wishes]).id
                last = {(wish.key, wish.field): wish.new for wish in wishes}
                model.lines += [(session, batch, *place, new) for place, new in last.items()]

    def undo(self, window: int, offer: Overtaken | None) -> None:
        store, session, model = self.stores[window], self.sessions[window], self.model
        agreed = offer.agree if offer else NOTHING_AGREED
        newest = model.undoable(model.reach[session])
        before, without = model.looks(), model.looks(without=[newest] if newest else [])
        sessions = {batch: model.session_of(batch) for batch in self.batches()}
        until = model.looks(until=newest) if newest else {}
        answer = store.undo(agreed)
        flagged = self.read_flags(session)
        match answer:
            case None:
                assert newest is None
            case Step():
                assert newest in flagged
                # Nothing of others is undone without having been agreed to.
                others = {batch for batch in flagged if sessions[batch] not in model.reach[session]}
                assert others <= {batch for batches in agreed.values() for batch in batches}
                if offer is None:
                    assert flagged == {newest}
                elif offer.again is Again.TOO and offer.is_since and others:
                    assert all(until.get(place) == model.looks().get(place) for place in model.places(newest or ""))
            case Overtaken():
                assert before == without
                assert newest == next(iter(answer.agree))
                assert agreed != answer.agree or answer.again is Again.NOTHING
                self.offers[session] = "undo", answer
        self.check(answer, before)

    def redo(self, window: int, offer: Overtaken | None) -> None:
        store, session, model = self.stores[window], self.sessions[window], self.model
        agreed = offer.agree if offer else NOTHING_AGREED
        before, redoable = model.looks(), model.redoable(session)
        answer = store.redo(agreed)
        flagged = self.read_flags(session)
        assert (answer is None) <= (not redoable)
        if redoable:
            assert answer is not None
        if isinstance(answer, Step):
            assert not flagged.isdisjoint(redoable)
        if isinstance(answer, Overtaken):
            self.offers[session] = "redo", answer
        self.check(answer, before)

    def check(self, answer: Step | Overtaken | None, before: dict[tuple[tuple[str, ...], str], str]) -> None:
        """What is said to be undone or redone looks different, and where nothing does nothing is said to be."""
        after = self.model.looks()
        different = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
        said = {(PAPERS[key], name) for key, name, _ in answer.all_changes} if isinstance(answer, Step) else set()
        assert said == different
        assert bool(different) == isinstance(answer, Step)

    def batches(self) -> set[str]:
        return {line[1] for line in self.model.lines if line[2]}

    def read_flags(self, session: str) -> set[str]:
        """Take over the flags that were written since, and return their batches."""
        log = list(self.stores[0].events())
        new = log[len(self.model.lines) :]
        assert all(event.field == "live" for event in new)
        assert len({event.stamp for event in new}) <= 1
        self.model.lines += [(session, event.batch, "", "live", event.new) for event in new]
        return {event.batch for event in new}


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


def looks(store: Store) -> dict[tuple[str, str], str]:
    """What is shown of each paper, by its first key."""
    of_papers = {keys[0]: store.states(keys).values() for keys in PAPERS.values()}
    merged_states = {key: merged(states) for key, states in of_papers.items()}
    found = {(key, "status"): state.status.value for key, state in merged_states.items()}
    found |= {(key, "star"): str(int(state.starred)) for key, state in merged_states.items()}
    found |= {(key, "note"): state.note for key, state in merged_states.items()}
    found |= {(key, f"tag:{name}"): "1" for key, state in merged_states.items() for name in state.tags}
    return without_defaults(found)


def step_to_the_end(step: Callable[[Agreed], Step | Overtaken | None]) -> int:
    """Undo or redo as long as there is anything, agreeing to what is offered, and return how often it did."""
    count, agreed = 0, NOTHING_AGREED
    while (answer := step(agreed)) is not None:
        if isinstance(answer, Step):
            count, agreed = count + 1, NOTHING_AGREED
        elif answer.again is Again.NOTHING:
            break
        else:
            assert agreed != answer.agree
            agreed = answer.agree
    return count


@share(0.6)
@given(st.lists(st.lists(changes, min_size=1, max_size=4), max_size=8))
@promises("README.md", "`u` undoes, as often as you like.")
def test_undo_to_the_beginning_restores_everything_and_redo_brings_it_all_back(past: list[list[Change]]) -> None:
    store = memory_store()
    for wishes in past:
        store.apply(wishes, [known(wish.key, "") for wish in wishes])
    before, log = looks(store), list(store.events())
    steps = step_to_the_end(store.undo)
    assert looks(store) == {}
    assert step_to_the_end(store.redo) == steps
    assert looks(store) == before
    assert list(store.events())[: len(log)] == log
    assert store.rebuild() == frozenset()
    store.close()


@share(0.6)
@given(
    st.lists(st.tuples(st.integers(0, WINDOWS - 1), st.lists(changes, min_size=1, max_size=3)), max_size=8),
    st.permutations(range(WINDOWS)),
)
def test_windows_that_agree_to_undo_what_is_in_their_way_undo_everything(
    past: list[tuple[int, list[Change]]], order: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stores = [open_store(Path(folder) / "state.db") for _ in range(WINDOWS)]
        for window, wishes in past:
            stores[window].apply(wishes, [known(wish.key, "") for wish in wishes])
        # What one of them undoes may be what another had to leave.
        while sum(step_to_the_end(stores[window].undo) for window in order):
            pass
        assert looks(stores[0]) == {}
        for store in stores:
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
    if isinstance(store.undo(), Step):
        assert store.states() == before
        assert isinstance(store.redo(), Step)
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
