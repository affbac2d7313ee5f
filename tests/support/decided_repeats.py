"""A library of repeats about whose papers something was decided, each time at any of its places; some are gone."""

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from digest_tui.library import Library
from digest_tui.model import Change, Entry
from digest_tui.sources import source_for
from digest_tui.store import open_store
from digest_tui.store.base import Store
from support.plain_scan import NOTES, TAGS, UNDECIDED, Decision
from support.repeats import Place, Repeats

DECISIONS = 24


@dataclass
class Decided:
    """The library, and what was decided."""

    folder: Path
    state: Path
    places: list[Place]
    decisions: dict[int, Decision]
    names: dict[str, Place]
    """The places by path and position, or by the key of a paper that is gone."""

    @classmethod
    def made(cls, folder: Path, seed: int) -> "Decided":
        """Write the digests of a seed, decide, and take a file away."""
        chance = Random(seed)
        repeats = Repeats.made(seed)
        digests, state = folder / "digests", folder / "data"
        repeats.write(digests)
        store = open_store(state / "state.db")
        library = Library([source_for(digests)], store)
        _scan(library)
        entries = {(entry.digest.path, entry.paper.position): entry for entry in library.entries()}
        decisions = dict[int, Decision]()
        for _ in range(DECISIONS):
            place = chance.choice(repeats.places)
            before = decisions.get(place.paper, UNDECIDED)
            decisions[place.paper] = _decide(library, entries[place.path, place.position], before, chance)
        _scan(library)
        paths = sorted({place.path for place in repeats.places})
        lost = chance.choice([path for path in paths if repeats.without(path).is_told_apart])
        (digests / lost).unlink()
        store.close()
        left = repeats.without(lost).places
        gone = _gone(repeats.places, left, decisions, entries)
        names = {name_of(place): place for place in left} | gone
        return cls(digests, state, [*left, *gone.values()], decisions, names)

    def reader_store(self) -> Store:
        """The state, for a reader."""
        return open_store(self.state / "state.db")


def name_of(place: Place) -> str:
    """What tells a place from others."""
    return f"{place.path}:{place.position}"


def _scan(library: Library) -> None:
    for scan in library.scan():
        library.apply(scan)


def _decide(library: Library, entry: Entry, before: Decision, chance: Random) -> Decision:
    """Decide something about a paper, under the key that it has at a place."""
    match chance.choice(("status", "status", "star", "tag", "note")):
        case "status":
            after = Decision(
                chance.choice(("read", "later", "skipped", "unread")), before.starred, before.tags, before.note
            )
            change = Change(entry.key, "status", after.status)
        case "star":
            after = replace(before, starred=not before.starred)
            change = Change(entry.key, "star", "1" if after.starred else "0")
        case "tag":
            tag = chance.choice(TAGS)
            after = replace(before, tags=before.tags ^ {tag})
            change = Change(entry.key, f"tag:{tag}", "1" if tag in after.tags else "0")
        case _:
            after = replace(before, note=chance.choice(NOTES))
            change = Change(entry.key, "note", after.note)
    library.decisions.absorb(library.decisions.write([change], library.decisions.described([change], [entry])))
    return after


def _gone(
    places: list[Place], left: list[Place], decisions: dict[int, Decision], entries: dict[tuple[str, int], Entry]
) -> dict[str, Place]:
    """The decided papers that stand nowhere any more, by their keys."""
    still = {place.paper for place in left}
    found: dict[str, Place] = {}
    for place in places:
        if place.paper not in still and place.paper in decisions:
            key = entries[place.path, place.position].key
            found[key] = Place(place.paper, "", place.day, place.title, place.arxiv)
    return {key: Place(**{**vars(found[key]), "position": number}) for number, key in enumerate(sorted(found), 1)}
