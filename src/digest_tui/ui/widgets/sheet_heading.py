"""The line above the day sheet: the day or the query, the facets with their keys, and how much is done."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.model.facet import Facet
from digest_tui.render.cells import fit
from digest_tui.ui.widgets.pane_heading import Heading

_SHORT = {
    Facet.INTRODUCTION: "Intro",
    Facet.METHOD: "Method",
    Facet.RESULTS: "Results",
    Facet.LIMITATIONS: "Limits",
    Facet.CONCLUSION: "Concl.",
}
"""Names where there is little room."""
_AIR, _LEAST_AIR = 3, 2
"""Cells between what is listed and the facets, where there is room for that, and at least."""
LEAST_NAME = 10
"""Cells of a day or a query that still say which it is: `Fri 19 Dec`."""


class FacetKeys(NamedTuple):
    """What the line says of the facets."""

    lens: Facet | None
    """The one in force."""
    present: Collection[Facet]
    """Those that a visible paper has."""


class _Plan(NamedTuple):
    """How much of everything there is room for."""

    left: str
    names: dict[Facet, str]
    gap: int
    right: str

    @property
    def cells(self) -> int:
        left = cell_len(self.left) + _LEAST_AIR if self.left else 0
        right = self.gap + cell_len(self.right) if self.right else 0
        return left + _cells_of(self.names, self.gap) + right

    def air(self, room: int) -> int:
        """Cells before the facets; at their other side there are as many at least."""
        if not self.left:
            return 0
        return _AIR if self.cells + 2 * (_AIR - _LEAST_AIR) <= room else _LEAST_AIR


def draw_sheet_heading(
    heading: Heading, facets: FacetKeys, width: int, style: Callable[[str], Style], *, has_focus: bool
) -> Strip:
    """`▌Fri 19 Dec 2025   1 Introduction  2 Method ...   4 of 13 done`, shorter where there is no room."""
    words = style("line-view--heading-focused" if has_focus else "line-view--heading")
    room = max(0, width - 2)
    plan = _plan(heading, facets, room)
    segments = [Segment("▌" if has_focus else " ", style("line-view--focus"))]
    if plan is None:
        segments.append(Segment(fit(heading.left, room)))
    else:
        segments.append(Segment(plan.left + " " * plan.air(room)))
        segments += _names(plan, facets, style)
        used = sum(segment.cell_length for segment in segments) - 1
        segments.append(Segment(" " * max(0, room - used - cell_len(plan.right)) + plan.right))
    strip = Strip([Segment(text, words + part if part else words) for text, part, _ in segments if text])
    return strip.adjust_cell_length(width, words)


def facet_at(heading: Heading, lens: Facet | None, width: int, cell: int) -> Facet | None:
    """The facet whose name or key is drawn in a cell of the line."""
    room = max(0, width - 2)
    if (plan := _plan(heading, FacetKeys(lens, ()), room)) is None:
        return None
    start = 1 + cell_len(plan.left) + plan.air(room)
    for facet in Facet:
        end = start + _label_cells(plan.names[facet])
        if start <= cell < end:
            return facet
        start = end + plan.gap
    return None


def _plan(heading: Heading, facets: FacetKeys, room: int) -> _Plan | None:
    return next((plan for plan in _plans(heading, facets, room) if plan.cells <= room), None)


def _names(plan: _Plan, facets: FacetKeys, style: Callable[[str], Style]) -> Iterator[Segment]:
    for number, facet in enumerate(Facet):
        if number:
            yield Segment(" " * plan.gap, style("line-view--heading"))
        name = plan.names[facet]
        label = f"{facet.key} {name}" if name else facet.key
        if facet is facets.lens:
            yield Segment(label, style(f"facet--{facet}") + Style(underline=True))
        elif facet not in facets.present:
            yield Segment(label, _plain(style("row--between")))
        else:
            yield Segment(facet.key, style("line-view--heading-focused"))
            yield Segment(label[1:], _plain(style("line-view--heading")))


def _plain(style: Style) -> Style:
    """The style without the bold of a heading that has the focus."""
    return style + Style(bold=False)


def _plans(heading: Heading, facets: FacetKeys, room: int) -> Iterator[_Plan]:
    """Yield what may be shown, from the most to the least."""
    whole = {facet: facet.capitalize() for facet in Facet}
    only = {facet: _SHORT[facet] if facet is facets.lens else "" for facet in Facet}
    done = "/".join(map(str, heading.done)) if heading.done else heading.right
    yield _Plan(heading.left, whole, 2, heading.right)
    yield _Plan(heading.left, whole, 2, done)
    for names, gap in ((whole, 2), (whole, 1), (_SHORT, 2), (_SHORT, 1), (only, 1)):
        for right in (done, ""):
            left = room - _Plan("", names, gap, right).cells - _LEAST_AIR
            if left >= min(LEAST_NAME, cell_len(heading.left)) and (right or names is not whole):
                yield _Plan(_cut(heading.left, left), names, gap, right)
    yield _Plan("", only, 1, "")


def _cut(left: str, room: int) -> str:
    """A day loses its year first."""
    if cell_len(left) <= room:
        return left
    head, _, year = left.rpartition(" ")
    return head if year.isdecimal() and head and cell_len(head) <= room else fit(left, room)


def _cells_of(names: dict[Facet, str], gap: int) -> int:
    return sum(map(_label_cells, names.values())) + gap * (len(names) - 1)


def _label_cells(name: str) -> int:
    """Cells of a key, and of the name behind it."""
    return 2 + cell_len(name) if name else 1
