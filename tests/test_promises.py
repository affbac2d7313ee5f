"""Every sentence of the documents and of `--help` that promises something is quoted by a test that tries it."""

import pytest

from support.promises import (
    APART,
    HELP,
    PAGES,
    lost,
    nothing_promised,
    plain,
    quotes,
    sentences,
    sentences_of,
    unquoted,
)


def test_every_quote_is_what_its_page_says() -> None:
    changed = [
        f"{quote.test} quotes {quote.page}, which does not say any more:\n    {quote.text}\n  perhaps now:\n    {now}"
        for quote, now in lost()
    ]
    assert not changed, "\n" + "\n".join([*changed, "Let each test try what its page says now, and quote that."])


@pytest.mark.parametrize("page", [*PAGES, HELP])
def test_every_promise_is_quoted_by_a_test(page: str) -> None:
    missing = unquoted(page)
    assert not missing, "\n".join(
        [
            f"\nNo test quotes these sentences of {page}:",
            *(f"    {sentence}" for sentence in missing),
            "Quote each with `@promises` at a test that tries it. One that promises nothing stands with its reason in "
            f"tests/{APART.name}.",
        ]
    )


def test_what_promises_nothing_is_there_and_no_test_quotes_it() -> None:
    for page, exempt in nothing_promised().items():
        assert [sentence for sentence in exempt if sentence not in sentences(page)] == []
        assert [quote for quote in quotes() if quote.page == page and quote.text in exempt] == []


def test_a_page_is_read_by_its_sentences_rows_and_lines_of_code() -> None:
    page = """\
# A page

First **sentence** with [a link](x.md), over
two lines. `Second` one. Third:

| head | of a table |
|---|---|
| `a` | b \\| c |

- *One* item.
- Another.

```sh
digest-tui list   # a comment
```

### A promise

<!-- keys: made from a table -->
| made | by a tool |
|---|---|
| not | read |
<!-- end of keys -->
"""
    assert list(sentences_of(page)) == [
        "First sentence with a link, over two lines.",
        "`Second` one.",
        "Third:",
        "`a` | b | c",
        "One item.",
        "Another.",
        "digest-tui list # a comment",
        "A promise",
    ]


def test_code_keeps_its_marks() -> None:
    assert plain("**bold** `**code**` *it* [link](y)") == "bold `**code**` it link"
