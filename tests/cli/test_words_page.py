"""What docs/search.md and the help say about words, on papers of which each holds one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.promises import promises

from .conftest import Outcome, Run

WORDS = (
    "agents", "multi-agent", "WebAgent", "기반agent", "4agent", "reagent", "RL", "RL은", "RL2", "RLHF", "World",
    "language models", "language of models", "Schütze", "García", r"Garc\'ia", "Garcia", "벤치마크", "비디오",
    "diffusion", "multimodal", "modal",
)  # fmt: skip
Found = Callable[[str], set[str]]


@pytest.fixture
def call(run: Run, tmp_path: Path) -> Callable[..., Outcome]:
    """A command on a digest with a paper for each word, in its text alone."""
    text = "".join(
        f"### [Paper {number}](https://arxiv.org/abs/2512.{number:05})\n\n- **New**: {word}.\n\n"
        for number, word in enumerate(WORDS, 1)
    )
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "2025-12-10.md").write_text(f"## Daily Papers (2025-12-10)\n\n{text}", encoding="utf-8")
    where = ("--dir", str(tmp_path / "log"), "--data-dir", str(tmp_path / "state"))
    return lambda *argv: run(*argv, *where)


@pytest.fixture
def found(call: Callable[..., Outcome]) -> Found:
    """The words of the papers that a query finds."""

    def words(query: str) -> set[str]:
        lines = call("list", query, "--format", "tsv").lines
        return {WORDS[int(line.split("\t")[0].partition(".")[2]) - 1] for line in lines}

    return words


@promises(
    "docs/search.md",
    "`agent` | agents, multi-agent and WebAgent, not reagent: a word in Latin letters or digits is found where a word "
    "begins, which it also does behind Hangul, at a capital after a small letter, and between a letter and a digit",
)
@promises("README.md", "`agent` finds multi-agent, not reagent,")
@promises("--help", "words all of them, where words begin; Hangul anywhere, with or without spaces")
def test_words_are_found_where_words_begin(found: Found) -> None:
    assert found("agent") == {"agents", "multi-agent", "WebAgent", "기반agent", "4agent"}
    assert found("치마") == {"벤치마크"}


@promises("docs/search.md", '`"RL"` | RL, RL은 and RL2, not RLHF: a word in quotes ends there too')
@promises("--help", '"RL" a word that ends there too')
def test_a_word_in_quotes_ends(found: Found) -> None:
    assert found('"RL"') == {"RL", "RL은", "RL2"}
    assert found("RL") == {"RL", "RL은", "RL2", "RLHF"}


@promises("docs/search.md", '`"language model"` | the words together; the last one may go on: language models')
@promises("--help", '"two words" these words together')
def test_a_phrase_keeps_its_words_together(found: Found) -> None:
    assert found('"language model"') == {"language models"}
    assert found("language model") == {"language models", "language of models"}


@promises("docs/search.md", "`*rl*` | also inside words: world")
@promises("--help", "*rl* also inside words")
def test_asterisks_look_inside_words(found: Found) -> None:
    assert found("*rl*") == {"RL", "RL은", "RL2", "RLHF", "World"}


@promises(
    "docs/search.md", r"`schutze` `garcia` | Schütze, García and `Garc\'ia`; an accent that you type must be there"
)
def test_accents_count_where_they_are_typed(found: Found) -> None:
    assert found("schutze") == found("schütze") == {"Schütze"}
    assert found("garcia") == {"García", r"Garc\'ia", "Garcia"}
    assert found("garcía") == {"García", r"Garc\'ia"}


@promises(
    "docs/search.md",
    "`2512.07951` | that paper, however its id is pasted: with `v2`, `arXiv:`, as an address or a DOI",
)
@pytest.mark.parametrize(
    "pasted",
    [
        "2512.00006",
        "2512.00006v2",
        "arXiv:2512.00006",
        "https://arxiv.org/pdf/2512.00006v1",
        "10.48550/arXiv.2512.00006",
    ],
)
def test_an_id_is_one_however_it_is_pasted(found: Found, pasted: str) -> None:
    assert found(pasted) == {"reagent"}


@promises(
    "docs/search.md",
    "`title:` `author:` `tag:` `note:` `id:` `source:` `section:` | only there, by the same rules; initial consonants "
    "in `tag:` too",
)
def test_fields_follow_the_same_rules(found: Found, call: Callable[..., Outcome]) -> None:
    call("mark", "tag", "deep-agent", "2512.00001")
    call("mark", "tag", "reagent", "2512.00002")
    call("mark", "tag", "벤치마크", "2512.00003")
    assert found("tag:agent") == {"agents"}
    assert found("tag:*agent*") == {"agents", "multi-agent"}
    assert found('tag:"age"') == set()
    assert found("tag:ㅂㅊ") == {"WebAgent"}
    assert found("section:ew") == set()
    assert found("section:*ew*") == {*WORDS}
    assert found("title:aper") == set()
    assert len(found("title:pap")) == len(WORDS)


@promises("docs/search.md", "The command line says both on standard error.")
def test_what_else_may_be_meant_is_said_on_standard_error(call: Callable[..., Outcome]) -> None:
    assert call("list", "modal").err == "digest-tui: 1 paper · 1 more inside words: `*modal*`\n"
    assert call("list", "qleldh").err == "digest-tui: Nothing matches. 비디오: 1 paper\n"
    assert call("list", "얄려냐ㅐㅜ").err == "digest-tui: Nothing matches. diffusion: 1 paper\n"
