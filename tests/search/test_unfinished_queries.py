"""What queries mean while they are typed."""

import pytest

from digest_tui.errors import QueryError
from digest_tui.search.query import Query
from support.queries import EXAMPLE, meaning, root, short


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
ORDERS = "votes, title, newest, oldest or new"


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
        ('"', "words to find exactly"),
        ('" ', "words to find exactly"),
        ("is:", "new, unread, read, later, skipped, starred or gone"),
        ("is:un", "unread"),
        ("is:und", "new"),
        ("IS：UN", "unread"),
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


BEGUN_WORDS = [f"date:{word}" for word in ("tod", "yes", "m", "tu", "we", "th", "f", "sa", "su", "Y")]


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
