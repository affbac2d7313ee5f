"""What queries mean, finished and while they are typed, and what can be completed in them."""

import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import QueryError
from digest_tui.model.facets import Facet
from digest_tui.search.fields import FIELDS, Kind, complete, field_names
from digest_tui.search.parser import MAX_CHARACTERS, MAX_DEPTH, parse
from digest_tui.search.query import (
    AllOf,
    AnyOf,
    Dated,
    Field,
    Has,
    Having,
    Is,
    Node,
    Not,
    Pattern,
    Query,
    Sort,
    State,
    Votes,
    Where,
    Words,
)

TODAY = date(2025, 3, 31)
BEGUN_WORDS = [f"date:{word}" for word in ("tod", "yes", "m", "tu", "we", "th", "f", "sa", "su", "Y")]
EXAMPLE = (
    'diffusion 확산 -video results:벤치마크 title:"world model" author:kim tag:todo is:unread is:starred has:note '
    "votes>20 date:2025-12 since:2w until:2025-12-10 source:blog sort:votes"
)


def meaning(text: str, *, typing: bool = False) -> Query:
    """What a query means today."""
    return parse(text, today=TODAY, typing=typing)


def root(text: str, *, typing: bool = False) -> Node | None:
    """The condition of a query."""
    return meaning(text, typing=typing).root


def nodes_in(node: Node | None) -> Iterator[Node]:
    """A node and all below it."""
    match node:
        case None:
            return
        case Not(inner):
            yield from nodes_in(inner)
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from nodes_in(inner)
        case _:
            pass
    yield node


def short(node: Node | None) -> str:
    """A condition in few letters: `&` and `|` with brackets around them, `!` before what is negated."""
    match node:
        case None:
            return ""
        case Words(text, where, quoted):
            name = f"{where}:" if where else ""
            return f'{name}"{text}"' if quoted else f"{name}{text}"
        case Pattern(source, where):
            return f"{where}:/{source}/" if where else f"/{source}/"
        case Not(inner):
            return f"!{short(inner)}"
        case AllOf(nodes):
            return f"[{' & '.join(map(short, nodes))}]"
        case AnyOf(nodes):
            return f"[{' | '.join(map(short, nodes))}]"
        case Votes(comparator, number):
            return f"votes{comparator}{number}"
        case State(value):
            return f"is:{value}"
        case Having(thing):
            return f"has:{thing}"
        case Dated(first, last):
            return f"{first or ''}..{last or ''}"


# Finished queries


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
    assert root(text) == Words(said, quoted=True, end=len(text))


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
        ("sort:new", Sort.NEWEST, ""),
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


# While typing


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE,
        'a OR -(b AND "c d") OR title:(e OR /f/) date>=2025-02-11',
        "ORPO OR ANDROID AND -ORB (ORCA)",
        "date:yesterday since:mon until:-12 votes:>=20 sort:newest",
        "（확산 OR 언어모델） －title：“세계 모델”",
    ],
)
def test_no_letter_of_a_good_query_is_refused_on_the_way(text: str) -> None:
    for length in range(len(text) + 1):
        if text[:length].endswith(": "):
            continue
        meaning(text[:length], typing=True)
    assert meaning(text, typing=True) == meaning(text)


ANYTHING = 'a word, "words", a field such as title: or a group'
ORDERS = "votes, title, newest, oldest or unread"


@pytest.mark.parametrize(
    ("end", "hint"),
    [
        ("results:", "a word to find in the results"),
        ("-results:", "a word to find in the results"),
        ("title:", "a word to find in the title"),
        ("author:", "a name to find in the authors"),
        ("tag:", "a tag"),
        ("source:", "the name of a source"),
        ('title:"', "a word to find in the title"),
        ("title:(", "a word to find in the title"),
        ("title:(-", "a word to find in the title"),
        ('"', "words to find as they stand"),
        ('" ', "words to find as they stand"),
        ("is:", "unread, read, later, skipped, starred, undecided or gone"),
        ("is:un", "unread or undecided"),
        ("IS：UN", "unread or undecided"),
        ("-is:s", "skipped or starred"),
        ("(is:rea", "read"),
        ("has:n", "note"),
        ("sort:", ORDERS),
        ("sort:vo", "votes"),
        ("OR", ANYTHING),
        ("OR ", ANYTHING),
        ("AND", ANYTHING),
        ("OR OR", ANYTHING),
        ("-", ANYTHING),
        ("-OR", ANYTHING),
        ("(", ANYTHING),
        ("((", ANYTHING),
        ("-(", ANYTHING),
        ("OR (", ANYTHING),
        ("/", "a regular expression; / ends it"),
        ("/reg", "a regular expression; / ends it"),
        ("title:/reg ex", "a regular expression; / ends it"),
    ],
)
def test_what_is_begun_at_the_end_is_left_out_with_a_hint(end: str, hint: str) -> None:
    query = meaning(f"a {end}", typing=True)
    assert (short(query.root), query.hint, query.sort) == ("a", hint, None)
    if not end.startswith(("OR", "AND")):
        assert meaning(end, typing=True) == Query(hint=hint)
    if end != "AND":
        assert short(root(f"a OR b {end}", typing=True)) in ("[a | b]", "[a | [b]]")


@pytest.mark.parametrize("text", ["votes>", "votes>=", "votes:", "votes:<", "a votes="])
def test_a_number_is_hinted_at(text: str) -> None:
    assert meaning(text, typing=True).hint.startswith("a whole number")


@pytest.mark.parametrize(
    "text", ["date:", "date:2", "date:202", "date:2025-", "date>t", "since:2", "until:-", *BEGUN_WORDS]
)
def test_a_date_is_hinted_at(text: str) -> None:
    query = meaning(text, typing=True)
    assert query.root is None
    assert query.hint.startswith("2025-12-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a b", "[a & b]"),
        ("(a OR (b", "[a | b]"),
        ("-(a", "!a"),
        ("title:(a", "title:a"),
        ('"a b', '"a b"'),
        ('title:"a b', 'title:"a b"'),
        ("tit", "tit"),
        ("title", "title"),
        ("is", "is"),
        ("Mamba:", "Mamba:"),
        ("is:unread", "is:unread"),
        ("votes>2", "votes>2"),
        ("date:2025", "2025-01-01..2025-12-31"),
    ],
)
def test_what_makes_sense_already_is_used(text: str, expected: str) -> None:
    query = meaning(text, typing=True)
    assert (short(query.root), query.hint) == (expected, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("언어ㅁ", "언어"),
        ("언어ㄳ", "언어"),
        ("a 언어ㅁ", "[a & 언어]"),
        ('"언어 모ㄷ', '"언어 모"'),
        ("title:언어ㅁ", "title:언어"),
        ("(언어ㅁ", "언어"),
        ("ㅂㅊㅁㅋ", "ㅂㅊㅁㅋ"),
        ("언어ㅁ a", "[언어ㅁ & a]"),
    ],
)
def test_a_syllable_that_is_being_typed_is_left_out(text: str, expected: str) -> None:
    assert short(root(text, typing=True)) == expected


def test_a_finished_query_keeps_its_consonants() -> None:
    assert short(root("언어ㅁ")) == "언어ㅁ"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is:un a", 3),
        ("is:x", 3),
        ("autor:k", 0),
        ("votes>x", 6),
        ("a )", 2),
        ("()", 0),
        ('""', 0),
        ("//", 0),
        ("--", 0),
        ("OR a", 0),
        ("a OR OR b", 2),
        ("- a", 0),
        ("results: a", 0),
        ("date:2025-13", 5),
        ("sort:votes sort:", 11),
        ("(sort:", 1),
        ("a OR sort:", 5),
        ("-sort:vo", 1),
        ("title:(is:", 7),
    ],
)
def test_what_more_letters_cannot_mend_is_said_at_once(text: str, start: int) -> None:
    with pytest.raises(QueryError) as error:
        meaning(text, typing=True)
    assert error.value.start == start


# Limits and any text


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("text", ["(" * 5000, "-(" * 5000, "a OR " * 10_000, "-" * 5000, '"' * 5000, "/" * 5000])
def test_a_query_that_is_too_long_is_refused_where_it_becomes_so(text: str, typing: bool) -> None:
    with pytest.raises(QueryError, match="too long") as error:
        meaning(text, typing=typing)
    assert (error.value.start, error.value.end) == (MAX_CHARACTERS, len(text))


@pytest.mark.parametrize("sign", ["(", "-(", "title:(", "（"])
@pytest.mark.parametrize("typing", [False, True])
def test_groups_have_a_depth(sign: str, typing: bool) -> None:
    inner = sign.replace("title:", "")
    within = sign + inner * (MAX_DEPTH - 1) + "a" + ")" * MAX_DEPTH
    assert len(list(nodes_in(root(within, typing=typing)))) in (1, MAX_DEPTH + 1)
    with pytest.raises(QueryError, match="too deep") as error:
        meaning(sign + inner * 300, typing=typing)
    assert error.value.start == len(sign) + len(inner) * (MAX_DEPTH - 1) + len(inner) - 1


def test_as_many_alternatives_as_fit_are_one_node() -> None:
    node = root("a OR " * 199 + "a")
    assert isinstance(node, AnyOf)
    assert len(node.nodes) == 200


PIECES = st.sampled_from([
    *"()-/\"'\\:<>=.,aㅁ0", *"：（）－＂／＞＜＝“”„«»\u3000\n\xa0", " ", " ", " OR ", " AND ", "OR", "AND", "언어",
    *(f"{name}:" for name in field_names()), "votes>", "date<=", "foo:", "https://", "unread", "note", "newest", "20",
    "2025", "-12", "2025-02-30", "2w", "9999y", "word", "e\u0301", "\ud800", "\x00",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


def answer_to(text: str, today: date, *, typing: bool) -> Query | QueryError:
    """What becomes of any text."""
    try:
        return parse(text, today=today, typing=typing)
    except QueryError as error:
        return error


@given(TEXTS, st.booleans(), st.dates())
def test_any_text_is_understood_or_explained(text: str, typing: bool, today: date) -> None:
    answer = answer_to(text, today, typing=typing)
    if isinstance(answer, QueryError):
        assert 0 <= answer.start < answer.end <= len(text)
        assert answer.what
        assert answer.allowed
        return
    assert typing or not answer.hint
    for node in nodes_in(answer.root):
        match node:
            case AllOf(nodes) | AnyOf(nodes):
                assert len(nodes) >= 2
                assert not any(isinstance(inner, type(node)) for inner in nodes)
            case Words() | Pattern():
                assert 0 <= node.start < node.end <= len(text)
                assert not text[node.start].isspace()
                assert (node.text if isinstance(node, Words) else node.source) != ""
            case _:
                pass


@given(TEXTS)
def test_what_is_good_when_finished_is_good_while_typed(text: str) -> None:
    if isinstance(answer_to(text, TODAY, typing=False), Query):
        meaning(text, typing=True)


@given(TEXTS, st.integers(0, 80))
def test_completing_never_fails(text: str, cursor: int) -> None:
    assert all(option for option in complete(text, cursor))


# Completing


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("ti", ["title:"]),
        ("TI", ["title:"]),
        ("t", ["title:", "tag:"]),
        ("a ti", ["title:"]),
        ("a\u3000ti", ["title:"]),
        ("-ti", ["title:"]),
        ("(ti", ["title:"]),
        ("-(ti", ["title:"]),
        ("－（ti", ["title:"]),
        ("https://x ti", ["title:"]),
        ('"a" ti', ["title:"]),
        ("/a b/ ti", ["title:"]),
        ("title:(a (b) c) ti", ["title:"]),
        ("is:un", ["unread", "undecided"]),
        ("-is:un", ["unread", "undecided"]),
        ("IS：UN", ["unread", "undecided"]),
        ("(has:", [str(value) for value in Has]),
        ("sort:", [str(value) for value in Sort]),
        ("", [f"{name}:" for name in field_names()]),
        ("a ", [f"{name}:" for name in field_names()]),
        ("xyz", []),
        ("foo:", []),
        ("title:", []),
        ("title:ti", []),
        ("gpt-ti", []),
        ("f(ti", []),
        ("votes>", []),
        ('"ti', []),
        ('"a ti', []),
        ('title:"a ti', []),
        ("“a ti", []),
        ("/a ti", []),
        ("title:(ti", []),
        ("title:(a ti", []),
        ('"is:un', []),
    ],
)
def test_completions(text: str, options: list[str]) -> None:
    assert list(complete(text, len(text))) == options


def test_only_what_stands_before_the_cursor_is_completed() -> None:
    assert complete("a ti b", 4) == ("title:",)
    assert complete("is:unread", 4) == ("unread", "undecided")
