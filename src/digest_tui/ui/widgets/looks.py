"""Component styles that are found out when they are first asked for."""

from __future__ import annotations

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


class Looks(Widget):
    """A widget that declares no `COMPONENT_CLASSES`.

    Textual would resolve every one of those at each change of a class or of the focus anywhere above: at a start that
    is the largest part of all styling. Here a component looks as the sheets say for the kind of widget, whatever
    state the widget or the screen is in, so what was found out holds until there are other sheets or another theme.
    """

    _rules: object = None
    """What the looks were made from."""

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of components, by the names that the sheets know them by."""
        for name in names:
            if name not in self._component_styles:
                # As `Stylesheet` does it: a node of that class below the widget, which is on no screen.
                node = DOMNode(classes=name)
                node._attach(self)
                self.app.stylesheet.apply(node)
                self._component_styles[name] = node.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Forget the looks when there are other sheets or another theme."""
        super().notify_style_update()
        rules = self.app.stylesheet.rules
        if rules is not self._rules:
            self._rules = rules
            self._component_styles.clear()
            self.looks_changed()
            self.refresh()

    def looks_changed(self) -> None:
        """Whatever was drawn in the old looks is to be drawn again."""
