"""What docs/search.md and the help say about queries, on papers of which each is about one thing."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.search.fields import FIELDS
from digest_tui.store import open_store
from support.promises import promises

from .conftest import Run

TODAY = date.today()
NAMED = "강화 학습(Reinforcement Learning; RL)"
PAPERS = {
    "spaces": "# {n}. [A](https://arxiv.org/abs/2512.{n:05})\n\n우리의 언어 모델은 크다.\n",
    "joined": "# {n}. [B](https://arxiv.org/abs/2512.{n:05})\n\n우리의 언어모델은 작다.\n",
    "benchmark": "# {n}. [C](https://arxiv.org/abs/2512.{n:05})\n\n## Results\n벤치마크에서 이겼다.\n",
    "elsewhere": "# {n}. [D](https://arxiv.org/abs/2512.{n:05})\n\n## Method\n벤치마크를 만든다.\n",
    "world": "# {n}. [The World Model of Kites](https://arxiv.org/abs/2512.{n:05})\n\n## Ablation\nNone.\n",
    "korean": "# {n}. [세계모델](https://arxiv.org/abs/2512.{n:05})\n\nModel of the world.\n",
    "diffusion": "# {n}. [Diffusion 확산](https://arxiv.org/abs/2512.{n:05})\n\nOf pictures.\n",
    "video": "# {n}. [Diffusion 확산 of Video](https://arxiv.org/abs/2512.{n:05})\n\nText.\n",
    "votes": "# {n}. [Many](https://arxiv.org/abs/2512.{n:05})\n\nVotes: 25\n\nAuthors: Kim Minsu, Ada Long\n\nText.\n",
    "few": "# {n}. [Few](https://arxiv.org/abs/2512.{n:05})\n\nVotes: 20\n\n![x](https://a.example.org/x.png)\n",
    "agent": "# {n}. [An Agent](https://arxiv.org/abs/2512.{n:05})\n\nText.\n",
    "agents": "# {n}. [Some Agents](https://arxiv.org/abs/2512.{n:05})\n\n<video src='https://a.example.org/x.mp4'>\n",
    "named": f"# {{n}}. [E](https://arxiv.org/abs/2512.{{n:05}})\n\n{NAMED}.\n",
    "again": f"# {{n}}. [F](https://arxiv.org/abs/2512.{{n:05}})\n\n{NAMED}.\n",
    "learning": "# {n}. [G](https://arxiv.org/abs/2512.{n:05})\n\n강화 학습으로 난다.\n",
    "initials": "# {n}. [하늘 Kite](https://arxiv.org/abs/2512.{n:05})\n\nText.\n",
    "inside": "# {n}. [H](https://arxiv.org/abs/2512.{n:05})\n\n하늘이다. [c](https://kites.example.org)\n",
    "doi": "# {n}. [Of a Journal](https://doi.org/10.1234/kites.{n})\n\n## Introduction\n벤치마크\n\n## Limitations\n"
    "벤치마크\n\n## Conclusion\n벤치마크\n",
}
OLD = TODAY - timedelta(days=40)
Found = Callable[..., set[str]]


@pytest.fixture
def found(run: Run, tmp_path: Path) -> Found:
    """The names of the papers that a query finds; `search` and `list` find the same."""
    folder, state = tmp_path / "blog", tmp_path / "state"
    (folder / "old").mkdir(parents=True)
    texts = {name: text.format(n=number) for number, (name, text) in enumerate(PAPERS.items(), 1)}
    (folder / f"{TODAY}-papers.md").write_text("\n".join(texts.values()), encoding="utf-8")
    old = "# 1. [Old Kites](https://arxiv.org/abs/2411.00001)\n\nText.\n"
    (folder / "old" / f"{OLD}-papers.md").write_text(old, encoding="utf-8")
    store = open_store(state / "state.db")
    key = "arxiv:2512.{:05}".format
    names = list(PAPERS)
    decided = (("star", "1"), ("tag:todo", "1"), ("note", "an idea about tides"))
    store.apply([Change(key(names.index("world") + 1), field, value) for field, value in decided])
    for name, status in (("agent", "read"), ("agents", "later"), ("votes", "skipped")):
        store.apply([Change(key(names.index(name) + 1), "status", status)])
    store.close()
    numbers = {f"2512.{number:05}": name for number, name in enumerate(names, 1)} | {"2411.00001": "old"}

    def call(query: str, *options: str) -> set[str]:
        def ids(command: str, *more: str) -> set[str]:
            where = ("--dir", str(folder), "--data-dir", str(state), "--format", "tsv", *more)
            lines = run(command, *where, "--", query).lines
            return {numbers.get(line.split("\t")[0], "doi") for line in lines}

        result = ids("search", *options)
        assert options or ids("list") == result
        return result

    return call


@promises("docs/search.md", "`언어모델` | 언어모델 and 언어 모델: Hangul is compared without its spaces")
@promises("README.md", "`언어모델` finds 언어 모델")
def test_hangul_is_found_with_and_without_spaces(found: Found) -> None:
    assert found("언어모델") == found("언어 모델") == {"spaces", "joined"}
    assert found("pictures diffusion") == {"diffusion"}


@promises("docs/search.md", "`ㅂㅊㅁㅋ` | 벤치마크: three initial consonants or more, two in titles, tags and authors")
@promises("README.md", "`ㅂㅊㅁㅋ` finds 벤치마크")
@promises("--help", "ㅂㅊㅁㅋ initial consonants, three or more; two in titles, tags and authors")
def test_initial_consonants(found: Found) -> None:
    assert found("ㅂㅊㅁㅋ") == found("ㅂㅊㅁ") == {"benchmark", "elsewhere", "doi"}
    assert found("ㅎㄴ") == {"initials"}


@promises("docs/search.md", "`diffusion 확산 -video` | both words, without the third")
@promises("--help", "-word not this word")
def test_words_and_words_that_are_left_out(found: Found) -> None:
    assert found("diffusion 확산") == {"diffusion", "video"}
    assert found("diffusion 확산 -video") == {"diffusion"}


@promises("docs/search.md", '`"world model" OR 세계모델` | either')
@promises("README.md", "alternatives and regular expressions combine.")
@promises("--help", "a OR b either one; ( ) group terms")
def test_quotes_and_alternatives(found: Found) -> None:
    assert found("world model") == {"world", "korean"}
    assert found('"world model"') == {"world"}
    assert found('"world model" OR 세계모델') == {"world", "korean"}
    assert found("(agent OR many) /a[gn]/") == {"agent", "agents", "votes"}


@promises(
    "docs/search.md",
    "`results:벤치마크` | only in that part; also `introduction:` `method:` `limitations:` `conclusion:`",
)
@promises(
    "--help",
    "introduction:벤치마크 only in the introduction",
    "method:벤치마크 only in the method",
    "results:벤치마크 only in the results",
    "limitations:벤치마크 only in the limitations",
    "conclusion:벤치마크 only in the conclusion",
)
def test_parts_of_papers(found: Found) -> None:
    assert found("results:벤치마크") == {"benchmark"}
    assert found("method:벤치마크") == {"elsewhere"}
    for part in ("introduction", "limitations", "conclusion"):
        assert found(f"{part}:벤치마크") == {"doi"}


@promises("docs/search.md", "`title:` `author:` `tag:` `note:` `id:` `source:` `section:` | only there")
@promises("README.md", "fields, dates, votes, your tags and notes")
@promises(
    "--help",
    'title:"world model" only in the title',
    "author:kim only in the authors",
    "tag:todo with a tag of this name",
    "note:idea only in your note",
    "id:2512.07951 an identifier, or its beginning",
    "source:blog from this source",
    "section:ablation with a section of this name",
)
def test_fields(found: Found) -> None:
    assert found('title:"world model"') == {"world"}
    assert found("author:kim") == found("author:minsu") == {"votes"}
    assert found("title:kim") == found("author:world") == found("note:world") == set()
    assert found("tag:todo") == found("note:idea") == found("note:tides") == {"world"}
    assert found("section:ablation") == {"world"}
    assert found("id:2411") == found("id:2411.00001") == {"old"}
    assert len(found("source:blog")) == len(PAPERS) + 1
    assert found("source:other") == set()


@promises(
    "docs/search.md",
    "`is:starred` `has:note` | in this state (`new unread read later skipped gone`), with this (`tag votes arxiv doi "
    "link image video`)",
)
@promises(
    "--help",
    "is:starred in this state: new, unread, read, later, skipped, starred, gone",
    "has:note with this: note, tag, votes, authors, arxiv, doi, link, image, video",
)
def test_states_and_what_papers_have(found: Found) -> None:
    everything = {*PAPERS, "old"}
    assert found("is:starred") == found("has:note") == found("has:tag") == {"world"}
    assert (found("is:read"), found("is:later"), found("is:skipped")) == ({"agent"}, {"agents"}, {"votes"})
    assert found("is:unread") == everything - {"agent", "agents", "votes"}
    assert found("is:new") == everything - {"agent", "agents", "votes", "world"}
    assert found("is:gone") == set()
    assert (found("has:votes"), found("has:authors"), found("has:doi")) == ({"votes", "few"}, {"votes"}, {"doi"})
    assert found("has:arxiv") == everything - {"doi"}
    assert (found("has:link"), found("has:image"), found("has:video")) == ({"inside"}, {"few"}, {"agents"})


@promises(
    "docs/search.md",
    "`votes>20 since:2w` | more than 20 votes; not older than two weeks; also `date:2025-12` `until:2025-12-10`",
)
@promises(
    "--help",
    "votes>20 by number of votes; also < <= >= =",
    "date:2025-12 of a year, month or day; also with < or >",
    "since:2w from a date on, or not older than an age",
    "until:2025-12-10 up to a date, or older than an age",
)
def test_votes_and_dates(found: Found) -> None:
    assert found("votes>20 since:2w") == found("votes>20") == found("votes=25") == {"votes"}
    assert found("votes>=20") == {"votes", "few"}
    assert found("votes<21") == found("votes<=20") == {"few"}
    assert found("since:2w") == {*PAPERS}
    for query in (f"until:{OLD}", "until:2w", f"date:{OLD}", f"date<{TODAY}"):
        assert found(query) == {"old"}
    assert "old" in found(f"date:{OLD:%Y-%m}")
    assert "old" in found(f"date:{OLD:%Y}")
    assert found(f"date>{OLD} -since:{TODAY}") == set()


@promises("docs/search.md", "`/agents?/` | a regular expression")
@promises("--help", "/regex/ a regular expression")
def test_regular_expressions(found: Found) -> None:
    assert found("/agents?/") == {"agent", "agents"}
    assert found("title:/^an? agent$/") == {"agent"}


@promises("docs/search.md", "`sort:votes` | in another order: `title newest oldest new`")
@promises("--help", "sort:votes in this order instead of best first: votes, title, newest, oldest, new")
def test_orders(found: Found, run: Run, tmp_path: Path) -> None:
    found("")
    where = ("--dir", str(tmp_path / "blog"), "--data-dir", str(tmp_path / "state"), "--format", "json")

    def titles(order: str) -> list[str]:
        return [paper["title"] for paper in run("search", f"has:arxiv sort:{order}", *where).json]

    assert titles("votes")[:2] == ["Many", "Few"]
    assert titles("title")[:2] == ["A", "An Agent"]
    assert titles("newest")[-1] == titles("oldest")[0] == "Old Kites"
    assert {"Many", "An Agent", "Some Agents", "The World Model of Kites"} == set(titles("new")[-4:])


@promises(
    "docs/search.md",
    "Digests that write `강화 학습(Reinforcement Learning; RL)` at least twice teach that these are names of one "
    "thing: each of them finds the others.",
)
@promises("README.md", "`RL` finds 강화 학습 where your digests say that these are one thing;")
def test_other_names(found: Found) -> None:
    for name in ("RL", "강화학습", '"reinforcement learning"'):
        assert {"named", "again"} <= found(name)
    assert "learning" in found("RL")
    assert found("RL -world -few", "--no-aliases") & {"named", "again", "learning"} == {"named", "again"}
    assert "learning" not in found('"RL"')


@promises(
    "docs/search.md", "The same language works in `digest-tui list`, `search`, `mark --query` and `digest-tui --query`."
)
def test_one_language_everywhere(found: Found, run: Run, tmp_path: Path) -> None:
    query = "(title:agent OR votes>20) -has:video"
    ids = found(query)
    assert ids == {"agent", "votes"}
    where = ("--dir", str(tmp_path / "blog"), "--data-dir", str(tmp_path / "state"))
    assert len(run("mark", "star", "--query", query, "--dry-run", *where).lines) == len(ids)
    # Without a terminal the reader does not start, but says what is wrong with a query first.
    assert "votes" in run("list", "votes>", *where).err
    assert "terminal" in run("--query", query, *where).err


def test_every_field_has_its_example_in_the_help(found: Found) -> None:
    for row in FIELDS:
        assert isinstance(found(row.example), set)
