"""The styles of a widget's parts, looked up when they are drawn."""

from __future__ import annotations

from functools import cache

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


class Looks(Widget):
    """A widget whose parts are styled when they are first drawn after a change of style.

    Textual 8.2.8 styles every part of every widget again whenever a class, the focus or the size changes: at a start
    that was a fifth of all the time.
    """

    @classmethod
    @cache
    def _get_component_classes(cls) -> frozenset[str]:
        return frozenset()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of parts, one over the other; a part needs no declaration."""
        for name in names:
            if name not in self._component_styles:
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Whatever was looked up may look different now."""
        super().notify_style_update()
        self._component_styles.clear()
