"""The base of all dialogs."""

from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """A screen above the reader that is closed with an answer."""

    ALLOW_SELECT = False
    """Its keys are its own: nothing would copy what is selected."""

    def close(self, result: ScreenResultType | None) -> None:
        """Close, once: keys that were typed before it was gone may ask for it again."""
        if self.is_active:
            self.dismiss(result)
