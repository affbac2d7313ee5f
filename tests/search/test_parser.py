"""What finished queries mean."""

import unicodedata

import pytest

from digest_tui.errors import QueryError
from digest_tui.model.facet import Facet
from digest_tui.search.fields import FIELDS, Kind, field_names
from digest_tui.search.query import AllOf, Field, Has, Having, Is, Not, Pattern, Query, Sort, State, Votes, Where, Words
from support.queries import EXAMPLE, meaning, nodes_in, root, short


def test_the_example_of_the_design_is_understood() -> None:
    assert meaning(EXAMPLE).sort is Sort.VOTES
    assert short(root(EXAMPLE)) == (
        '[diffusion & 확산 & !video & results:벤치마크 & title:"world model" & author:kim & tag:todo & is:unread'
        " & is:starred & has:note & votes>20 & 2025-12-01..2025-12-31 & 2025-03-17.. & ..2025-12-10 & source:blog]"
    )


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\t\n"])
@pytest.mark.parametrize("typing", [False, True])
def test_a_blank_query_asks_for_everything(text: str, typing: bool) -> None:
    assert meaning(text, typing=typing) == Query()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", "[a & b]"),
        ("a AND b", "[a & b]"),
        ("a OR b", "[a | b]"),
        ("a b OR c d", "[[a & b] | [c & d]]"),
        ("a (b OR c) d", "[a & [b | c] & d]"),
        ("(a b) c", "[a & b & c]"),
        ("a (b (c d))", "[a & b & c & d]"),
        ("(a OR b) OR c", "[a | b | c]"),
        ("((a))", "a"),
        ("(a)b", "[a & b]"),
        ("a or b", "[a & or & b]"),
        ("a and b", "[a & and & b]"),
        ("NOT a", "[NOT & a]"),
        ('"OR"', '"OR"'),
        ("title:OR", "title:OR"),
        ("-a", "!a"),
        ("-(a OR b)", "![a | b]"),
        ("-title:a", "!title:a"),
        ("-(-a)", "!!a"),
        ('-"a b"', '!"a b"'),
        ("-/a/", "!/a/"),
        ("-votes>3", "!votes>3"),
        ("a OR -b", "[a | !b]"),
        ("a\tOR\u3000b", "[a | b]"),
    ],
)
def test_terms_are_joined(text: str, expected: str) -> None:
    assert short(root(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "gpt-4", "and/or", "f(x)", "<think>", "a->b", "don't", "C++", "O(n)", "$\\alpha$", "x=3", "title>3",
        "Mamba:", "title", "gpt-4:x", "모델:크기", "12:30", "c++:x", "https://arxiv.org/abs/2512.07951", "ftp://x",
        "https:", 'a"b"', "a–b", "ORPO", "\\", "5”", "votes≥20", "f（x）",
    ],
)  # fmt: skip
def test_signs_inside_a_word_are_text(text: str) -> None:
    assert root(text) == Words(text, end=len(text))
    assert root(f"({text})") == Words(text, start=1, end=1 + len(text))
    assert root(f"-{text}") == Not(Words(text, start=1, end=1 + len(text)))


def test_a_bracket_that_a_word_opens_is_closed_in_the_word() -> None:
    assert root("a(b") == Words("a(b", end=3)
    assert short(root("(a(b))")) == "a(b)"
    with pytest.raises(QueryError, match="not closed"):
        meaning("(a(b)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:<think>", "title:<think>"),
        ("note:->x", "note:->x"),
        ("tag:>=3", "tag:>=3"),
        ("tag:=", "tag:="),
        ("author:-x", "author:-x"),
        ("title:a:b", "title:a:b"),
        ("title:https://x.org", "title:https://x.org"),
        ('title:a"b', 'title:a"b'),
    ],
)
def test_signs_behind_a_text_field_are_text(text: str, expected: str) -> None:
    assert short(root(text)) == expected


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("title：x", "title:x"),
        ("title：（a OR b）", "title:(a OR b)"),
        ("（a OR b） c", "(a OR b) c"),
        ("－x", "-x"),
        ("－（a b）", "-(a b)"),
        ("＂a b＂", '"a b"'),
        ("“a b”", '"a b"'),
        ("„a b“", '"a b"'),
        ("«a b»", '"a b"'),
        ("title：“a b”", 'title:"a b"'),
        ("／a.b／", "/a.b/"),
        ("votes＞20", "votes>20"),
        ("votes：＞＝２０", "votes:>=20"),
        ("votes＜＝20", "votes<=20"),
        ("votes＝20", "votes=20"),
        ("is：unread", "is:unread"),
        ("date：２０２５", "date:2025"),
        ("a\u3000OR\u3000b", "a OR b"),
        ("/a/\u3000b", "/a/ b"),
    ],
)
def test_full_width_signs_and_curly_quotes_are_no_obstacle(typed: str, plain: str) -> None:
    assert root(typed) == root(plain)
    assert root(typed) is not None


def test_text_is_composed_and_places_count_what_was_typed() -> None:
    decomposed = unicodedata.normalize("NFD", "모델")
    assert len(decomposed) > 2
    assert root(f"{decomposed} a") == AllOf(
        (Words("모델", end=len(decomposed)), Words("a", start=len(decomposed) + 1, end=len(decomposed) + 2))
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r'"a \"b\" c"', 'a "b" c'),
        (r'"a\b"', r"a\b"),
        ('"-a (b OR /c"', "-a (b OR /c"),
        ("“a (b”", "a (b"),
    ],
)
def test_quotes_keep_everything(text: str, said: str) -> None:
    assert root(text) == Words(said, quoted=True, whole=" " not in said, end=len(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("/a b/", "a b"),
        ("/a/b/", "a/b"),
        (r"/a\/b/", "a/b"),
        (r"/a\/ b/", "a/ b"),
        (r"/a\.b/", r"a\.b"),
        (r"/a\\/", r"a\\"),
        (r"/a\\/b/", r"a\\/b"),
        ("/(a|b)+/", "(a|b)+"),
        ("/[/", "["),
    ],
)
def test_an_expression_ends_at_the_slash_before_a_gap(text: str, source: str) -> None:
    assert root(text) == Pattern(source, end=len(text))
    for gap in (" ", "\t", "\r", "\xa0", "\u3000"):
        assert root(f"{text}{gap}z") == AllOf(
            (Pattern(source, end=len(text)), Words("z", start=len(text) + 1, end=len(text) + 2))
        )
    assert root(f"({text})") == Pattern(source, start=1, end=1 + len(text))


def test_places_cover_field_and_quotes_but_not_the_minus() -> None:
    found = [(node.start, node.end) for node in nodes_in(root('-title:"a b" c')) if isinstance(node, Words)]
    assert found == [(1, 12), (13, 14)]
    assert root("note:/x/") == Pattern("x", Field.NOTE, 0, 8)


# Fields


@pytest.mark.parametrize(
    ("name", "where"),
    [
        *((str(field), field) for field in Field),
        *((str(facet), facet) for facet in Facet),
        ("intro", Facet.INTRODUCTION),
        ("methods", Facet.METHOD),
        ("result", Facet.RESULTS),
        ("limitation", Facet.LIMITATIONS),
        ("authors", Field.AUTHOR),
        ("tags", Field.TAG),
        ("notes", Field.NOTE),
    ],
)
def test_a_field_says_where_to_look(name: str, where: Where) -> None:
    for typed in (name, name.upper(), name.capitalize()):
        assert root(f"{typed}:확산") == Words("확산", where, end=len(typed) + 3)
        assert root(f'{typed}:"a b"') == Words("a b", where, quoted=True, end=len(typed) + 6)
        assert root(f"{typed}:/a/") == Pattern("a", where, end=len(typed) + 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:(확산 OR diffusion)", "[title:확산 | title:diffusion]"),
        ('title:(a -"b c" /d/)', '[title:a & !title:"b c" & title:/d/]'),
        ("title:((a OR b) c)", "[[title:a | title:b] & title:c]"),
        ("-results:(a b)", "![results:a & results:b]"),
        ("title:(a) b", "[title:a & b]"),
        ("title:(f(x))", "title:f(x)"),
    ],
)
def test_a_field_applies_to_each_of_a_group(text: str, expected: str) -> None:
    assert short(root(text)) == expected


@pytest.mark.parametrize("value", list(Is))
def test_states(value: Is) -> None:
    assert root(f"is:{value}") == root(f"IS:{value.upper()}") == root(f'is:"{value}"') == State(value)


@pytest.mark.parametrize(("typed", "value"), [("star", Is.STARRED), ("skip", Is.SKIPPED)])
def test_short_forms_of_states(typed: str, value: Is) -> None:
    assert root(f"is:{typed}") == State(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((str(value), value) for value in Has),
        ("notes", Has.NOTE),
        ("tags", Has.TAG),
        ("vote", Has.VOTES),
        ("author", Has.AUTHORS),
        ("links", Has.LINK),
        ("images", Has.IMAGE),
        ("videos", Has.VIDEO),
    ],
)
def test_what_a_paper_has(typed: str, value: Has) -> None:
    assert root(f"has:{typed}") == Having(value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (">20", Votes(">", 20)),
        (">=20", Votes(">=", 20)),
        ("<20", Votes("<", 20)),
        ("<=20", Votes("<=", 20)),
        ("=20", Votes("=", 20)),
        (":20", Votes("=", 20)),
        (":>20", Votes(">", 20)),
        (":<=0", Votes("<=", 0)),
        (">999999999", Votes(">", 999_999_999)),
    ],
)
def test_votes_are_compared(typed: str, expected: Votes) -> None:
    assert root(f"votes{typed}") == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("date:2025", "2025-01-01..2025-12-31"),
        ("date:2024-02", "2024-02-01..2024-02-29"),
        ("date:2025-12-10", "2025-12-10..2025-12-10"),
        ("date:today", "2025-03-31..2025-03-31"),
        ("date:Yesterday", "2025-03-30..2025-03-30"),
        ("date:-1", "2025-03-30..2025-03-30"),
        ("date:sun", "2025-03-30..2025-03-30"),
        ("date:2099", "2099-01-01..2099-12-31"),
        ("date=2025-02", "2025-02-01..2025-02-28"),
        ("date>2025-02", "2025-03-01.."),
        ("date>=2025-02", "2025-02-01.."),
        ("date<2025-02", "..2025-01-31"),
        ("date<=2025-02", "..2025-02-28"),
        ("date:>2024", "2025-01-01.."),
        ("since:2025-02", "2025-02-01.."),
        ("until:2025-02", "..2025-02-28"),
        ("since:3d", "2025-03-28.."),
        ("since:2w", "2025-03-17.."),
        ("since:1m", "2025-02-28.."),
        ("since:13m", "2024-02-29.."),
        ("since:1Y", "2024-03-31.."),
        ("until:1m", "..2025-02-28"),
        ("until:yesterday", "..2025-03-30"),
    ],
)
def test_dates_and_ages_are_spans_of_days(text: str, span: str) -> None:
    assert short(root(text)) == span


@pytest.mark.parametrize(
    ("text", "sort", "expected"),
    [
        *((f"sort:{value}", value, "") for value in Sort),
        ("sort:date", Sort.NEWEST, ""),
        ("sort:unread", Sort.NEW, ""),
        ("sort:undecided", Sort.NEW, ""),
        ("sort:old", Sort.OLDEST, ""),
        ("sort:vote", Sort.VOTES, ""),
        ("SORT:Votes a", Sort.VOTES, "a"),
        ("a sort:votes b", Sort.VOTES, "[a & b]"),
        ("a AND sort:votes", Sort.VOTES, "a"),
        ("sort:votes AND a", Sort.VOTES, "a"),
        ("a OR b sort:votes", Sort.VOTES, "[a | b]"),
        ("sort:votes a OR b", Sort.VOTES, "[a | b]"),
        ("(a OR b) sort:votes c", Sort.VOTES, "[[a | b] & c]"),
    ],
)
def test_an_order_is_no_condition(text: str, sort: Sort, expected: str) -> None:
    assert meaning(text).sort is sort
    assert short(root(text)) == expected


def test_there_is_one_field_for_each_place_and_every_example_is_understood() -> None:
    assert {row.where for row in FIELDS if row.kind is Kind.TEXT} == {*Field, *Facet}
    assert field_names() == tuple(row.name for row in FIELDS)
    for row in FIELDS:
        assert row.help
        assert bool(row.sought) == (row.kind is Kind.TEXT)
        assert meaning(row.example) != Query()


@pytest.mark.parametrize(
    "text", ["arXiv: 2512.07951", " DOI 10.1234/kite.7 ", "arXiv:2512.07951v1 [cs.CL]", "2512.07951)"]
)
def test_a_pasted_identifier_is_one_word_whatever_stands_in_it(text: str) -> None:
    wanted = text.strip()
    start = text.index(wanted)
    assert root(text) == Words(wanted, quoted=True, start=start, end=start + len(wanted))


def test_words_beside_an_identifier_are_words() -> None:
    assert short(root("2512.07951 kites")) == "[2512.07951 & kites]"
