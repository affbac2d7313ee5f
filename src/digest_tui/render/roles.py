"""A line of a digest in the colour of what it was taken for, for a terminal."""

from rich.color import ColorSystem
from rich.style import Style

from digest_tui.model.roles import Role
from digest_tui.render.ansi import PALETTE

_AROUND = Style(color="magenta")
_STYLES = {
    Role.FRONT: PALETTE.dim,
    Role.PREFACE: _AROUND,
    Role.TITLE: PALETTE.heading2,
    Role.META: Style(color="green"),
    Role.SECTION: Style(color="cyan"),
    Role.LEAD: PALETTE.lead,
    Role.TEXT: PALETTE.text,
    Role.BETWEEN: _AROUND,
    Role.AFTER: _AROUND,
    Role.MARKER: PALETTE.dim,
}
_PROBLEM = Style(bold=True, color="red")


def in_colour(text: str, role: Role | None) -> str:
    """The text in the colour of a role; without one in that of a problem."""
    style = _PROBLEM if role is None else _STYLES[role]
    return style.render(text, color_system=ColorSystem.STANDARD)
