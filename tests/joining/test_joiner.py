"""What is listed of some files, without a disk and without a library around them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.index import Index, open_index
from digest_tui.joining import Joiner
from digest_tui.model import Digest, DigestSummary
from digest_tui.model.summary import DigestId

STAMP = (1, 2, 3)
ROOTS = {"log": "/home/log", "wiki": "/home/wiki"}
Texts = Mapping[tuple[str, str], str]


def page(number: int, name: str = "Tides", more: str = "") -> str:
    return f"# A Page About {name}\n\n[PDF](https://arxiv.org/pdf/2602.0000{number})\n\n## Results\n\n{name}.\n{more}"


def entry(link: str, name: str = "Tides") -> str:
    return f"# 1. [{name}]({link})\n\n## Method\n\n방법.\n"


class Desk:
    """An index, the files that were read into it, and who joins them."""

    def __init__(self, texts: Texts, roots: Mapping[str, str] = ROOTS, file: Path | None = None) -> None:
        self.index: Index = open_index(file)
        self.roots = roots
        self.joiner = Joiner(self.index, roots)
        self.summaries: dict[DigestId, DigestSummary] = {}
        for (source, path), text in texts.items():
            self.put(source, path, text)

    def put(self, source: str, path: str, text: str) -> None:
        """A file is there, or has another text."""
        summary = self.index.put(self.roots[source], STAMP, formats.read(text, path, source))
        self.summaries[summary.digest_id] = summary
        self.index.commit()

    def listed(self) -> dict[DigestId, Digest]:
        """The digests that are listed, with their pages."""
        shown = self.joiner.shown(list(self.summaries.values()))
        self.index.commit()
        found = {digest_id: self.index.digest(summary) for digest_id, summary in shown.items()}
        return {digest_id: digest for digest_id, digest in found.items() if digest is not None}

    def paths(self) -> list[str]:
        """Where they are."""
        return sorted(path for _, path in self.listed())


def test_a_page_is_listed_with_its_entry_alone() -> None:
    desk = Desk({("log", "2026-02-18.md"): entry("tides.md"), ("log", "tides.md"): page(1)})
    [(digest_id, digest)] = desk.listed().items()
    assert digest_id == ("log", "2026-02-18.md")
    [paper] = digest.papers
    assert paper.page is not None
    assert digest.lines[paper.page.last - 1] == "Tides."
    by_itself, whole = desk.joiner.pages["log", "tides.md"]
    assert (by_itself, whole) == (desk.summaries["log", "tides.md"], desk.summaries[digest_id])


@pytest.mark.parametrize(
    ("roots", "link"),
    [
        (ROOTS, "../wiki/tides.md"),
        ({"log": "/home/log/", "wiki": "/home/wiki/"}, "../wiki/tides.md"),
        ({"log": "C:\\digests\\log", "wiki": "C:\\digests\\wiki"}, "../wiki/tides.md"),
        ({"log": "C:\\digests", "wiki": "C:\\digests\\wiki\\"}, "wiki/tides.md"),
        ({"log": "/home/2026-02-18.md", "wiki": "/home/wiki"}, "wiki/tides.md"),
    ],
)
def test_a_page_of_another_source_is_found_from_where_both_are(roots: Mapping[str, str], link: str) -> None:
    desk = Desk({("log", "2026-02-18.md"): entry(link), ("wiki", "tides.md"): page(1)}, roots)
    [digest] = desk.listed().values()
    assert digest.papers[0].arxiv is not None


def test_links_of_a_page_of_another_source_lead_on_from_the_digest() -> None:
    picture = page(1, more="\n![curve](img/curve.png)\n")
    desk = Desk({("log", "a/2026-02-18.md"): entry("../../wiki/tides.md"), ("wiki", "tides.md"): picture})
    [digest] = desk.listed().values()
    assert digest.papers[0].images == ("../../wiki/img/curve.png",)


def test_a_source_is_a_folder_where_one_below_it_has_its_files_name() -> None:
    roots = {"log": "/home/log/a.md", "wiki": "/home/wiki"}
    desk = Desk({("log", "x/a.md"): entry("../../../wiki/tides.md"), ("wiki", "tides.md"): page(1)}, roots)
    [digest] = desk.listed().values()
    assert digest.papers[0].page is not None


def test_pictures_of_a_page_are_named_from_where_the_digest_is_on_windows_too() -> None:
    roots = {"log": "C:\\home\\log", "wiki": "C:\\home\\wiki"}
    picture = page(1, more="\n![curve](img/curve.png)\n")
    desk = Desk({("log", "2026-02-18.md"): entry("../wiki/tides.md"), ("wiki", "tides.md"): picture}, roots)
    [digest] = desk.listed().values()
    assert digest.papers[0].images == ("../wiki/img/curve.png",)


def test_of_two_that_lead_to_a_page_the_one_with_more_pages_has_it_first() -> None:
    both = f"{entry('tides.md')}\n{entry('winds.md', 'Winds').replace('1.', '2.')}"
    desk = Desk(
        {
            ("log", "2026-02-17.md"): entry("tides.md"),
            ("log", "2026-02-18.md"): both,
            ("log", "tides.md"): page(1),
            ("log", "winds.md"): page(2, "Winds"),
        }
    )
    assert desk.paths() == ["2026-02-17.md", "2026-02-18.md"]
    assert desk.joiner.pages["log", "tides.md"][1].path == "2026-02-18.md"
    assert [paper.page is not None for digest in desk.listed().values() for paper in digest.papers] == [True] * 3


def test_of_two_that_lead_to_one_another_the_first_is_the_entry() -> None:
    one = entry("b.md", "Winds") + "\n[PDF](https://arxiv.org/pdf/2602.00001)\n"
    other = entry("a.md") + "\n[PDF](https://arxiv.org/pdf/2602.00001)\n"
    assert Desk({("log", "b.md"): other, ("log", "a.md"): one}).paths() == ["a.md"]


def test_what_is_listed_follows_what_changes() -> None:
    desk = Desk({("log", "2026-02-18.md"): entry("tides.md")})
    [digest] = desk.listed().values()
    assert digest.is_text
    desk.put("log", "tides.md", page(1))
    [digest] = desk.listed().values()
    assert digest.papers[0].page is not None
    desk.put("log", "tides.md", page(1, "Storms"))
    [digest] = desk.listed().values()
    assert digest.lines[-1] == "Storms."
    desk.put("log", "2026-02-18.md", entry("https://example.org/a"))
    assert desk.paths() == ["2026-02-18.md", "tides.md"]
    assert desk.joiner.pages == {}


def test_nothing_is_made_again_where_nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk({("log", "2026-02-18.md"): entry("tides.md"), ("log", "tides.md"): page(1)})
    before = desk.joiner.shown(list(desk.summaries.values()))

    def never(*_: object) -> None:
        raise AssertionError("it was made again")

    monkeypatch.setattr("digest_tui.joining.joiner.with_pages", never)
    monkeypatch.setattr("digest_tui.joining.joiner.entries_of", never)
    assert desk.joiner.shown(list(desk.summaries.values())) == before


def test_what_was_lost_is_made_again() -> None:
    desk = Desk({("log", "2026-02-18.md"): entry("tides.md"), ("log", "tides.md"): page(1)})
    [shown] = desk.joiner.shown(list(desk.summaries.values())).values()
    desk.index.forget("/home/log\nwith pages", "2026-02-18.md")
    assert desk.index.digest(shown) is None
    [again] = desk.joiner.shown(list(desk.summaries.values()), [shown.digest_id]).values()
    assert desk.index.digest(again) is not None


def test_a_page_whose_text_is_gone_is_joined_later(tmp_path: Path) -> None:
    desk = Desk({("log", "2026-02-18.md"): entry("tides.md"), ("log", "tides.md"): page(1)}, file=tmp_path / "index.db")
    desk.index.forget("/home/log", "tides.md")
    desk.index.commit()
    [shown] = desk.joiner.shown(list(desk.summaries.values())).values()
    assert shown.id < 0, "what is not whole is not kept"
    digest = desk.index.digest(shown)
    assert digest is not None
    assert digest.papers[0].page is None


def test_what_was_found_out_is_kept_for_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {("log", "2026-02-18.md"): entry("tides.md"), ("log", "tides.md"): page(1)}
    desk = Desk(texts, file=tmp_path / "index.db")
    before = desk.listed()
    desk.index.commit()
    desk.index.close()

    def never(*_: object) -> None:
        raise AssertionError("it was found out again")

    for name in ("with_pages", "entries_of", "page_paper"):
        monkeypatch.setattr(f"digest_tui.joining.joiner.{name}", never)
    again = Desk(texts, file=tmp_path / "index.db")
    assert [digest.papers for digest in again.listed().values()] == [digest.papers for digest in before.values()]
    assert again.joiner.pages.keys() == desk.joiner.pages.keys()


def test_a_page_that_was_read_is_not_read_again_for_another_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk({("log", "2026-02-18.md"): entry("tides.md"), ("log", "tides.md"): page(1)}, file=tmp_path / "index.db")
    desk.listed()
    monkeypatch.setattr("digest_tui.formats.read_page", lambda digest: pytest.fail("it was read again"))
    desk.put("log", "2026-02-17.md", entry("tides.md"))
    assert [paper.page is not None for digest in desk.listed().values() for paper in digest.papers] == [True, True]


def list_of(*links: tuple[str, str], heading: str = "# Archive") -> str:
    return f"{heading}\n\n" + "".join(f"- [{name}]({link})\n" for name, link in links)


@pytest.mark.parametrize(
    ("lists", "day"),
    [
        ({"a.md": list_of(("Tides", "tides.md"), heading="## 2026-02-11")}, "2026-02-11"),
        (
            {
                "a.md": list_of(("Tides", "tides.md"), heading="## 2026-02-11"),
                "b.md": list_of(("Tides", "tides.md"), heading="## 2026-02-09"),
            },
            "2026-02-09",
        ),
        (
            {
                "a.md": list_of(("Winds", "winds.md"), heading="## 2026-02-10"),
                "b.md": list_of(("Tides", "tides.md"), heading="## 2026-02-11"),
            },
            "2026-02-11",
        ),
        ({"a.md": list_of(("Tides", "tides.md"))}, "None"),
        ({"a.md": list_of(("Tides", "other.md"), heading="## 2026-02-11")}, "None"),
    ],
)
def test_a_file_without_a_date_stands_where_it_is_listed_first(lists: dict[str, str], day: str) -> None:
    two = f"{page(1)}\n# 2. [Another](https://arxiv.org/abs/2602.00002)\n\n## Results\n\nx\n"
    desk = Desk({("log", "tides.md"): two, **{("log", path): text for path, text in lists.items()}})
    listed = desk.listed()
    assert str(listed["log", "tides.md"].date) == day


@pytest.mark.parametrize("name", ["README", "_index", "index"])
@pytest.mark.parametrize(
    ("path", "link", "is_page"), [("2026-02-18.md", "docs", True), ("docs/2026-02-18.md", "../docs", False)]
)
def test_a_text_about_what_stands_beside_the_digest_is_no_page_of_it(
    name: str, path: str, link: str, is_page: bool
) -> None:
    desk = Desk({("log", path): f"{ROWS}| [Tides]({link}) | one |\n", ("log", f"docs/{name}.md"): "x\n"})
    [paper] = desk.listed()["log", path].papers
    assert (paper.page is not None) is is_page


ROWS = "# 論文\n\n## 2026-02-18\n\n| 論文 | 一言 |\n|---|---|\n"


def test_a_file_of_two_papers_is_no_page() -> None:
    two = "".join(f"# {n}. [Paper {n}](https://arxiv.org/abs/2602.0000{n})\n\n## Results\n\nx\n\n" for n in (1, 2))
    desk = Desk({("log", "2026-02-18.md"): f"{ROWS}| [Tides](tides.md) | one |\n", ("log", "tides.md"): two})
    assert desk.paths() == ["2026-02-18.md", "tides.md"]


@pytest.mark.parametrize(
    ("links", "is_page"),
    [
        (["tides.md"], True),
        (["tides.md#a"], True),
        (["tides.md", "tides.md"], True),
        (["tides.md", "tides.md#b"], False),
    ],
)
def test_a_text_is_a_page_where_one_title_leads_to_it(links: list[str], is_page: bool) -> None:
    names = ["Tides", "Tides!"] if len(set(links)) < len(links) else ["Tides", "Winds"]
    rows = "".join(f"| [{name}]({link}) | one |\n" for name, link in zip(names, links, strict=False))
    desk = Desk({("log", "2026-02-18.md"): ROWS + rows, ("log", "tides.md"): "Some words.\n"})
    assert (("log", "tides.md") in desk.joiner.pages or "tides.md" not in desk.paths()) is is_page


def test_a_page_to_whose_parts_several_titles_lead_is_none_though_it_holds_one_paper() -> None:
    rows = "".join(f"| [{name}](tides.md#{name.lower()}) | one |\n" for name in ("Tides", "Winds"))
    desk = Desk({("log", "2026-02-18.md"): ROWS + rows, ("log", "tides.md"): page(1)})
    assert desk.paths() == ["2026-02-18.md", "tides.md"]


def test_a_text_at_the_root_is_about_all_that_stands_below() -> None:
    desk = Desk({("log", "a/2026-02-18.md"): f"{ROWS}| [Tides](..) | one |\n", ("log", "README.md"): "x\n"})
    assert [paper.page for paper in desk.listed()["log", "a/2026-02-18.md"].papers] in ([None], [])
