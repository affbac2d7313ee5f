"""What a person does to a vault, or to a file, between exports: no character of it is ever lost."""

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from digest_tui.exporters import exporter
from digest_tui.exporters.marked_blocks import blocks_in
from digest_tui.model import PaperState
from digest_tui.model.state import Status
from support.promises import promises
from support.vaults import files, paper, update

PAPERS = 6
TEXTS = ("They fly.", "- a\n- b\n\n```\ncode\n```", "<!-- /digest-tui -->\n<!--", "| a |\n| - |\n| b |\n\n$x_1$", "")
STATES = (
    PaperState(),
    PaperState(Status.READ, True, 1),
    PaperState(Status.LATER, False, 1, (), "my note"),
    PaperState(Status.SKIPPED, True, 1, (), "two\nlines"),
)
TAGS = ((), ("a",), ("a", "b"), ("b", "c++"), ("2025",))
SPOTS = (
    "\n---\n",
    "tags:\n",
    "  - ",
    "votes: ",
    "status: ",
    "<!-- digest-tui ",
    "<!-- /digest-tui",
    " -->",
    "\n# ",
    ": ",
)
SHAPES = (
    "{}",
    "\n{}\n",
    "\n# {}\n",
    "\nmine: {}\n",
    "\n  - {}\n",
    " # {}",
    "'{}",
    "[{}",
    "\r\n{}",
    "\n```\n{}",
    "\n<!-- {}",
)
NUMBERS = st.integers(0, 10_000)


class Person(RuleBasedStateMachine):
    """A person, their vault, and what their digests say."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "papers"
        (self.root / ".obsidian").mkdir()
        self.said = {number: (0, 0, 0, number) for number in range(PAPERS)}
        self.asked = set(range(PAPERS))
        self.words: list[str] = []
        self.names = 0
        self.last: dict[str, str] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def notes(self) -> list[Path]:
        return [path for path in sorted(self.root.rglob("*.md")) if ".obsidian" not in path.parts]

    def note(self, number: int) -> Path | None:
        notes = self.notes()
        return notes[number % len(notes)] if notes else None

    def word(self) -> str:
        self.words.append(f"ω{len(self.words)}ω")
        return self.words[-1]

    def name(self, path: Path) -> Path:
        # Links to notes have their names, and follow them: these are no words of the person's.
        self.names += 1
        return path.with_name(f"{path.stem} {self.names}.md")

    def change(self, number: int, text: str | None) -> None:
        if text is not None and (path := self.note(number)):
            path.write_bytes(text.encode())

    def text(self, number: int) -> str:
        path = self.note(number)
        return path.read_bytes().decode() if path else ""

    @initialize()
    def begin(self) -> None:
        self.export(False, False)

    @rule(number=st.integers(0, PAPERS - 1), text=NUMBERS, state=NUMBERS, tags=NUMBERS, votes=st.integers(0, 3))
    def digests_say_something_else(self, number: int, text: int, state: int, tags: int, votes: int) -> None:
        self.said[number] = (text % len(TEXTS), state % len(STATES), tags % len(TAGS), votes)

    @rule(number=st.integers(0, PAPERS - 1))
    def ask_for_others(self, number: int) -> None:
        self.asked ^= {number}

    @rule(number=NUMBERS, at=NUMBERS, shape=st.sampled_from(SHAPES))
    def write_anywhere(self, number: int, at: int, shape: str) -> None:
        text = self.text(number)
        at %= len(text) + 1
        self.change(number, text[:at] + shape.format(self.word()) + text[at:])

    @rule(number=NUMBERS, spot=st.sampled_from(SPOTS), shape=st.sampled_from(SHAPES), after=st.booleans())
    def write_near(self, number: int, spot: str, shape: str, after: bool) -> None:
        text = self.text(number)
        at = text.find(spot)
        if at >= 0:
            at += len(spot) * after
            self.change(number, text[:at] + shape.format(self.word()) + text[at:])

    @rule(number=NUMBERS, at=NUMBERS, size=st.integers(1, 60))
    def delete(self, number: int, at: int, size: int) -> None:
        text = self.text(number)
        at %= len(text) + 1
        self.change(number, text[:at] + text[at + size :])

    @rule(number=NUMBERS, at=NUMBERS)
    def delete_a_line(self, number: int, at: int) -> None:
        lines = self.text(number).split("\n")
        del lines[at % len(lines)]
        self.change(number, "\n".join(lines))

    @rule(number=NUMBERS, other=NUMBERS)
    def move_a_block(self, number: int, other: int) -> None:
        text = self.text(number)
        for block in list(blocks_in(text))[:1]:
            self.change(number, text[: block.start] + text[block.end :])
            self.change(other, f"{self.text(other)}\n{text[block.start : block.end]}\n")

    @rule(number=NUMBERS)
    def rename(self, number: int) -> None:
        if path := self.note(number):
            path.rename(self.name(path))

    @rule(number=NUMBERS, folder=st.sampled_from(["papers", "read", "read/deep", "."]))
    def move(self, number: int, folder: str) -> None:
        path = self.note(number)
        (self.root / folder).mkdir(parents=True, exist_ok=True)
        if path and not (self.root / folder / path.name).exists():
            path.rename(self.root / folder / path.name)

    @rule(number=NUMBERS)
    def copy(self, number: int) -> None:
        if path := self.note(number):
            shutil.copy(path, self.name(path))

    @rule(number=NUMBERS)
    def throw_away(self, number: int) -> None:
        if path := self.note(number):
            path.unlink()

    @rule(number=NUMBERS, bom=st.booleans())
    def save_with_another_program(self, number: int, bom: bool) -> None:
        text = self.text(number).removeprefix("\ufeff").replace("\r\n", "\n")
        self.change(number, "\ufeff" * bom + text.replace("\n", "\r\n"))

    @rule(prune=st.booleans(), weekly=st.booleans())
    def export(self, prune: bool, weekly: bool) -> None:
        papers = [
            paper(number, TEXTS[text], tags=TAGS[tags], votes=votes or None, state=STATES[state])
            for number, (text, state, tags, votes) in self.said.items()
            if number in self.asked
        ]
        before = files(self.root)
        done = update(self.folder, *papers, prune=prune, weekly=weekly)
        after = files(self.root)
        gone = set(before) - set(after)
        assert all(prune and plain(before[name]) == plain(self.last.get(name, "")) for name in gone)
        assert len(gone) == done.removed
        for name in set(before) & set(after):
            lost = [word for word in self.words if before[name].count(word) > after[name].count(word)]
            assert not lost
            assert outside(before[name]) == outside(after[name])
            assert before[name][:1] == after[name][:1]
        again = update(self.folder, *papers, prune=prune, weekly=weekly)
        assert files(self.root) == after
        assert (again.added, again.changed, again.removed) == (0, 0, 0)
        self.last = after

    @invariant()
    def nothing_else_is_left_in_the_vault(self) -> None:
        assert not list(self.root.rglob(".digest-tui*"))


def plain(text: str) -> str:
    """A text however a program saved it."""
    return text.removeprefix("\ufeff").replace("\r", "")


def outside(note: str) -> str:
    """A note below its properties without the blocks of ours."""
    text = note
    for block in reversed(list(blocks_in(note))):
        if block.is_ours:
            text = text[: block.start] + text[block.end :]
    if text.removeprefix("\ufeff").startswith("---") and text.count("---") > 1:
        text = text.split("\n---", 1)[-1]
    return text


@pytest.mark.hypothesis
class TestPerson(Person.TestCase):  # type: ignore[misc, valid-type]
    settings = settings(
        parent=settings(),
        stateful_step_count=25,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=max(25, settings().max_examples // 10),
    )


@promises("docs/formats.md", "No export loses a character that you wrote into a note, a file or a name.")
@pytest.mark.parametrize("seed", range(3))
def test_a_file_of_markdown_loses_nothing(seed: int) -> None:
    chance = random.Random(seed)
    text = ""
    for _ in range(60):
        papers = [
            paper(number, chance.choice(TEXTS), tags=chance.choice(TAGS), state=chance.choice(STATES))
            for number in range(PAPERS)
            if chance.random() < 0.8
        ]
        before = text
        text = exporter("markdown").update(text, papers, prune=chance.random() < 0.3).text
        assert outside(before) in text or outside(before).strip() == outside(text).strip()
        assert all(text.count(f"ω{number}ω") >= before.count(f"ω{number}ω") for number in range(200))
        assert exporter("markdown").update(text, papers).text == text
        for number in range(chance.randrange(4)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(SHAPES).format(f"ω{chance.randrange(200)}ω") + text[at:]
            if number == 1:
                at = chance.randrange(len(text) + 1)
                text = text[:at] + text[at + chance.randrange(20) :]
