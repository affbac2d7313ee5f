"""The table of fields: other spellings, what was perhaps meant, and the help that is made of it."""

import pytest

from digest_tui.search.fields import closest_field, field_named, query_help

HELP = """\
queries:
  words                   all of them, where words begin; Hangul anywhere, with or without spaces
  ㅂㅊㅁㅋ                initial consonants, three or more; two in titles, tags and authors
  "RL"                    a word that ends there too
  "two words"             these words together
  *rl*                    also inside words
  -word                   not this word
  a OR b                  either one; ( ) group terms
  /regex/                 a regular expression
  title:"world model"     only in the title
  author:kim              only in the authors
  tag:todo                with a tag of this name
  note:idea               only in your note
  id:2512.07951           an identifier, or its beginning
  source:blog             from this source
  section:ablation        with a section of this name
  introduction:벤치마크   only in the introduction
  method:벤치마크         only in the method
  results:벤치마크        only in the results
  limitations:벤치마크    only in the limitations
  conclusion:벤치마크     only in the conclusion
  is:starred              in this state: new, unread, read, later, skipped, starred, gone
  has:note                with this: note, tag, votes, authors, arxiv, doi, link, image, video
  votes>20                by number of votes; also < <= >= =
  date:2025-12            of a year, month or day; also with < or >
  since:2w                from a date on, or not older than an age
  until:2025-12-10        up to a date, or older than an age
  sort:votes              in this order instead of best first: votes, title, newest, oldest, new"""


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        ("title titles TITLE", "title"),
        ("author authors", "author"),
        ("tag tags", "tag"),
        ("note notes", "note"),
        ("id arxiv doi arXiv", "id"),
        ("source sources", "source"),
        ("section sections", "section"),
        ("introduction intro", "introduction"),
        ("method methods", "method"),
        ("results result", "results"),
        ("limitations limitation", "limitations"),
        ("conclusion conclusions", "conclusion"),
        ("votes vote", "votes"),
        ("date dates", "date"),
        ("is", "is"),
        ("has", "has"),
        ("since", "since"),
        ("until", "until"),
        ("sort", "sort"),
    ],
)
def test_a_field_has_several_spellings(spellings: str, name: str) -> None:
    assert {row.name if (row := field_named(spelling)) else None for spelling in spellings.split()} == {name}


def test_what_is_no_field_has_no_row() -> None:
    assert field_named("titl") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("titel", "title"), ("autor", "author"), ("Lable", ""), ("mailto", ""), ("arxive", "id"), ("xyz", ""), ("", "")],
)
def test_the_field_that_was_perhaps_meant(typed: str, meant: str) -> None:
    assert closest_field(typed) == meant


def test_the_help_is_the_table() -> None:
    assert query_help() == HELP
