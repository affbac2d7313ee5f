"""TeX's accents are letters where that is sure, and Markdown's escapes stay what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.notation.tex_accents import with_letters


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        (r"L\'evy", "Lévy"),
        (r"L\'{e}vy", "Lévy"),
        (r"L{\'e}vy", "Lévy"),
        (r"L{\'{e}}vy", r"Lévy"),
        (r"G\"odel, M\"{u}ller", "Gödel, Müller"),
        (r"Poincar\'e", "Poincaré"),
        (r"Garc\'{\i}a, Garc\'\i a", "García, Garcí a"),
        (r"h\^otel, Espa\~na, voil\`a", "hôtel, España, voilà"),
        (r"Erd{\H o}s, Erd\H{o}s", "Erdős, Erdős"),
        (r"Fran\c{c}ois, Fran\c cois", "François, François"),
        (r"\v{S}koda, Ho\v{r}ava", "Škoda, Hořava"),
        (r"S\o ren, S{\o}ren, S\o{}ren", "Søren, Søren, Søren"),
        (r"Wa\l\k{e}sa, \L{}ukasz", "Wałęsa, Łukasz"),
        (r"{\AA}str{\"o}m, Stra{\ss}e", "Åström, Straße"),
        (r"\.{Z}ak, \={a}", "Żak, ā"),
    ],
)
def test_accents_are_letters(written: str, letters: str) -> None:
    assert with_letters(written) == letters


@pytest.mark.parametrize(
    "written",
    [
        r"don\'t, it\'s, we\'re, they\'ll, I\'m",
        r"a \"state of the art\" model",
        r"a \"one\" and \'an\' other",
        r"1\. archive\.zip",
        r"C:\users\o, \c, \v",
        r"x\^i and 2\^e",
        r"\`array\`",
        r"\$\{x\}, \\alpha, \mathbb{R}",
        r"\'x{",
        r"{\'e",
        "\\",
        r"\'q is no letter, \'{q} neither",
    ],
)
def test_what_is_not_sure_stays(written: str) -> None:
    assert with_letters(written) == written


def test_in_a_name_an_accent_may_come_first() -> None:
    assert with_letters(r"\"Ozg\"ur \'Alvarez", in_name=True) == "Özgür Álvarez"
    assert with_letters(r"O\'Brien", in_name=True) == r"O\'Brien"


@given(st.text(alphabet="\\'\"`^~{}cvuHkroOlLsaei. 모", max_size=40))
def test_anything_is_read_and_nothing_but_marks_is_lost(text: str) -> None:
    letters = with_letters(text)
    assert "모" * text.count("모") == "".join(letter for letter in letters if letter == "모")
    assert len(letters) <= len(text)
