"""A library whose papers stand in several places: on several dates, twice in a file, under an id and under a title."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

DAYS = ("2025-02-26", "2025-03-01", "2025-03-09", "2025-03-10", "2025-03-11", "2025-03-12", "", "2099-01-05")
"""The dates of the digests, among them none and one of the future."""
LATIN = (
    "kites", "boats", "winds", "harbour", "meadow", "SkyKites", "reboats", "multi-boats", "3boats", "WindSurf",
    "windsurf", "확산boats", "Frühling", "StyleGAN", "organ", "harbour kites",
)  # fmt: skip
HANGUL = ("확산", "모델", "언어", "강화", "학습", "비디오")
AUTHORS = ("", "Ada Long, Bo Short", "김연아, Ho Lee", "Jo Müller, O. McShort")
PAPERS = 26


@dataclass(frozen=True)
class Place:
    """A place where a paper stands."""

    paper: int
    path: str
    """Empty for a paper that no digest has any more."""
    day: str
    """Its date; empty for none."""
    title: str
    arxiv: str = ""
    authors: str = ""
    votes: int | None = None
    body: str = ""
    position: int = 0

    @property
    def order(self) -> tuple[bool, int, bool, str, int]:
        """Where it comes in a list: newest date first, then those of no date, then those of the future."""
        is_future = bool(self.day) and date.fromisoformat(self.day) > date.today()
        day = date.fromisoformat(self.day).toordinal() if self.day else 0
        return is_future, -day, not self.path, self.path, self.position

    def markdown(self) -> str:
        """The entry as a paper log has it."""
        heading = f"[{self.title}](https://arxiv.org/abs/{self.arxiv})" if self.arxiv else self.title
        fields = [f"Vote: {self.votes}"] if self.votes is not None else []
        fields += [f"Authors: {self.authors}"] if self.authors else []
        return "\n\n".join([f"### {heading}", *fields, f"- ***Point***: {self.body}", ""])


@dataclass
class Repeats:
    """Papers by number, in the places where they stand."""

    places: list[Place] = field(default_factory=list)

    @classmethod
    def made(cls, seed: int) -> "Repeats":
        """A library that is the same for the same seed."""
        chance = Random(seed)
        places: list[Place] = []
        for paper in range(PAPERS):
            places += _places(paper, chance)
        made = cls()
        for path in sorted({place.path for place in places}):
            in_file = [place for place in places if place.path == path]
            chance.shuffle(in_file)
            made.places += [Place(**{**vars(place), "position": position}) for position, place in enumerate(in_file, 1)]
        made.places.sort(key=lambda place: place.order)
        return made

    def write(self, folder: Path) -> None:
        """Write the digests."""
        for path in {place.path for place in self.places}:
            in_file = sorted((place for place in self.places if place.path == path), key=lambda place: place.position)
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            day = f" ({in_file[0].day})" if in_file[0].day else ""
            entries = "".join(place.markdown() for place in in_file)
            file.write_text(f"## Daily Papers{day}\n\n{entries}", encoding="utf-8")

    @property
    def is_told_apart(self) -> bool:
        """Whether each place without an id has a title that a place with the id of its paper has, if there is one."""
        titles: dict[int, set[str]] = {}
        for place in self.places:
            if place.arxiv:
                titles.setdefault(place.paper, set()).add(place.title)
        return all(place.arxiv or place.title in titles.get(place.paper, {place.title}) for place in self.places)

    def without(self, path: str) -> "Repeats":
        """The same without a file."""
        return Repeats([place for place in self.places if place.path != path])


def _places(paper: int, chance: Random) -> list[Place]:
    """Some places of a paper."""
    words = " ".join([chance.choice(HANGUL), *chance.sample(LATIN, 2), chance.choice(HANGUL)])
    # Every sixth has the title of the one before it, and another id.
    number = paper - 1 if paper % 6 == 5 else paper
    title = f"Paper {number} about {words if number == paper else 'the same title'}"
    if paper % 6 == 4:
        title = f"Paper {number} about the same title"
    authors = chance.choice(AUTHORS) if paper % 6 < 4 else ""
    days = chance.sample(DAYS, chance.choice((1, 1, 2, 3)))
    # An id may appear later, or nobody may know one; those with one title must have one.
    has_id = paper % 6 >= 4 or chance.random() < 0.7
    with_id = days if paper % 6 >= 4 else chance.sample(days, chance.randint(1, len(days))) if has_id else []
    # Where there is an id the title may be another one; where there is none, it is one of those.
    titles = {day: f"{title} again" if chance.random() < 0.3 else title for day in with_id}
    places = []
    for day in days:
        arxiv = f"2503.{paper:05}" if day in with_id else ""
        on_day = titles[day] if day in titles else chance.choice([*titles.values()] or [title])
        for _ in range(chance.choice((1, 1, 1, 2))):
            body = " ".join(chance.sample((*HANGUL, *LATIN), 3)) + "."
            # A heading that links nowhere is a paper by its votes.
            votes = chance.choice((None, 3, 12, 40) if arxiv else (3, 12, 40))
            places.append(Place(paper, _path(day, chance), day, on_day, arxiv, authors, votes, body))
    return places


def _path(day: str, chance: Random) -> str:
    """One of the files of a date."""
    return chance.choice((f"{day or 'notes'}-more.md", f"paper_logs/{day.replace('-', '/') or 'notes'}.md"))
