"""Any damage to a state file: it is said, no byte of the file is touched, and what can be read is shown."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import StateError
from digest_tui.model import Change
from digest_tui.store import open_store
from digest_tui.store.maintenance import check
from digest_tui.store.recovery import recovered
from support.effort import share
from support.promises import promises
from support.states import contents, stars


def kept(path: Path) -> dict[str, bytes]:
    """All but the memory that windows share, which is nobody's decision."""
    return {name: data for name, data in contents(path).items() if data and not name.endswith("-shm")}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A state file of a program that was killed: some of it is only in the journal."""
    path = tmp_path_factory.mktemp("sound") / "state.db"
    store = open_store(path)
    store.apply(stars(120))
    store.close()
    store = open_store(path)
    for number in range(120, 160):
        store.apply([Change(f"arxiv:2512.{number:05}", "note", "다시 읽을 것")])
    store.remember("place", "여기")
    files = kept(path)
    store.close()
    assert set(files) == {"state.db", "state.db-wal"}
    return files


PLACES = st.floats(0, 1, exclude_max=True)
DAMAGE = st.lists(
    st.one_of(
        st.tuples(st.just("overwrite"), st.sampled_from(["state.db", "state.db-wal"]), PLACES, st.binary(max_size=64)),
        # The header and what stands at the beginning of a page decide most.
        st.tuples(st.just("page"), st.just("state.db"), PLACES, st.binary(min_size=1, max_size=12)),
        st.tuples(st.just("page"), st.just("state.db"), st.just(0.0), st.binary(min_size=1, max_size=100)),
        st.tuples(st.just("cut"), st.sampled_from(["state.db", "state.db-wal"]), PLACES, st.just(b"")),
        st.tuples(st.just("zero"), st.sampled_from(["state.db", "state.db-wal"]), PLACES, st.just(b"")),
    ),
    min_size=1,
    max_size=3,
)


@contextmanager
def damaged(sound: dict[str, bytes], damage: list[tuple[str, str, float, bytes]]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        files = {name: bytearray(data) for name, data in sound.items()}
        for kind, name, place, data in damage:
            at = int(place * len(files[name]))
            match kind:
                case "cut":
                    del files[name][at:]
                case "zero":
                    files[name][at : at + 4096] = bytes(len(files[name][at : at + 4096]))
                case "page":
                    at -= at % 4096
                    files[name][at : at + len(data)] = data
                case _:
                    files[name][at : at + len(data)] = data
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        yield Path(folder) / "state.db"


@share(0.6)
@given(DAMAGE)
@promises("SECURITY.md", "A state file that is damaged")
def test_a_damaged_file_is_used_or_left_as_it_is(
    sound: dict[str, bytes], damage: list[tuple[str, str, float, bytes]]
) -> None:
    with damaged(sound, damage) as path:
        before = kept(path)
        try:
            store = open_store(path)
        except StateError:
            assert kept(path) == before
            return
        try:
            store.states()
            list(store.events())
            store.recall("place")
            acknowledged = store.apply([Change("arxiv:2600.00001", "star", "1")])
            with suppress(StateError):
                store.close()
            # What was acknowledged is there for the next one.
            if acknowledged:
                again = open_store(path)
                assert again.states()["arxiv:2600.00001"].starred
                again.close()
        except StateError:
            with suppress(StateError):
                store.close()


@share(0.6)
@given(DAMAGE)
def test_what_can_be_read_of_it_is_shown_without_touching_it(
    sound: dict[str, bytes], damage: list[tuple[str, str, float, bytes]]
) -> None:
    with damaged(sound, damage) as path:
        before = contents(path)
        found = recovered(path)
        found.connection.execute("SELECT count(*) FROM event").fetchone()
        found.connection.close()
        assert contents(path) == before
        with suppress(StateError):
            check(path)
