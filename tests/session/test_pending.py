"""What keys that are not committed yet will make of papers."""

from digest_tui.model import Change, PaperState, Status
from digest_tui.session.pending import PendingChanges


def star(key: str, new: str = "1") -> tuple[Change, ...]:
    return (Change(key, "star", new),)


def unread(_: str) -> PaperState:
    return PaperState()


def test_nothing_is_expected_of_a_paper_without_a_change() -> None:
    pending = PendingChanges()
    pending.add(star("a"), unread)
    assert pending.state("a") == PaperState(starred=True)
    assert pending.state("b") is None
    assert pending


def test_of_several_changes_of_one_batch_each_goes_on_from_the_one_before() -> None:
    pending = PendingChanges()
    pending.add((Change("a", "star", "1"), Change("a", "status", "read")), unread)
    assert pending.state("a") == PaperState(Status.READ, starred=True)


def test_a_later_batch_goes_on_from_what_the_person_sees() -> None:
    pending = PendingChanges()
    pending.add(star("a"), unread)
    pending.add((Change("a", "status", "later"),), lambda key: pending.state(key) or PaperState())
    assert pending.state("a") == PaperState(Status.LATER, starred=True)


def test_only_the_newest_batch_of_a_paper_ends_what_is_expected_of_it() -> None:
    pending = PendingChanges()
    first, second = star("a"), star("a", "0")
    pending.add(first, unread)
    pending.add(second, lambda key: pending.state(key) or PaperState())
    pending.end(first)
    assert pending.state("a") == PaperState()
    pending.end(second)
    assert pending.state("a") is None
    assert not pending
    pending.end(second)
    assert not pending


class Uncompared(tuple[Change, ...]):
    """Changes of which there may be a hundred thousand: to compare them for each of them would take minutes."""

    def __eq__(self, other: object) -> bool:
        raise AssertionError("compared with another batch, or with itself")

    __hash__ = tuple.__hash__


def test_the_end_of_a_large_batch_takes_no_longer_for_each_of_its_papers() -> None:
    pending = PendingChanges()
    batch = Uncompared(Change(str(number), "status", "read") for number in range(3))
    pending.add(batch, unread)
    pending.end(batch)
    assert not pending
