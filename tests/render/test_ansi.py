"""Painting without a screen."""

from digest_tui.render.ansi import painted_lines


def test_colours_are_written_only_where_they_are_wanted() -> None:
    plain = list(painted_lines("## Method\n- **Goal**: 연을 날린다.\n", 40, colour=False))
    coloured = list(painted_lines("## Method\n- **Goal**: 연을 날린다.\n", 40, colour=True))
    assert plain == ["Method", "• Goal: 연을 날린다."]
    assert "\x1b[1mGoal\x1b[0m" in coloured[1]


def test_nothing_but_colours_is_written() -> None:
    text = "\n".join(painted_lines("[x](javascript:a) \x1b]0;title\x07 `\x9b2J`", 40, colour=True))
    assert "\x1b]" not in text
    assert "\x07" not in text
    assert "\x9b" not in text
