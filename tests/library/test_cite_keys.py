"""The keys by which the papers of a library are cited."""

from digest_tui.library.cite_keys import told_apart
from support.promises import promises


@promises(
    "docs/formats.md",
    "Where several papers of all your digests would have the same key, the one with the smallest id has it, "
    "and the next have `a`, `b` and so on behind it.",
)
def test_the_smallest_id_has_the_plain_key() -> None:
    bases = [("arxiv:2512.2", "kim2025quiet"), ("arxiv:2512.3", "kim2025quiet"), ("arxiv:2512.1", "kim2025quiet")]
    assert told_apart(bases) == {
        "arxiv:2512.1": "kim2025quiet",
        "arxiv:2512.2": "kim2025quieta",
        "arxiv:2512.3": "kim2025quietb",
    }


def test_no_paper_has_what_another_has_without_letters() -> None:
    bases = [("1", "kim2025quiet"), ("2", "kim2025quiet"), ("3", "kim2025quieta"), ("4", "kim2025quiet")]
    assert told_apart(bases) == {"1": "kim2025quiet", "2": "kim2025quietb", "3": "kim2025quieta", "4": "kim2025quietc"}


def test_the_order_of_the_papers_does_not_matter() -> None:
    bases = [(str(number), f"k{number % 7}") for number in range(100)] + [("x", "k1a"), ("y", "k1")]
    assert told_apart(bases) == told_apart(reversed(bases))
    assert len(set(told_apart(bases).values())) == len(bases)
