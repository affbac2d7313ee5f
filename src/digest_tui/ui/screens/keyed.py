"""The screen that gives keys and clicks to who acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from digest_tui.session.rows import selection_words
from digest_tui.ui.keys.command import Command, Kind, Pane
from digest_tui.ui.keys.commands import BY_ID
from digest_tui.ui.keys.keyboard import HintClicked
from digest_tui.ui.reader.pane import Reader
from digest_tui.ui.screens.inbox import InboxScreen
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from digest_tui.ui.widgets.prompt import Prompt
    from digest_tui.ui.widgets.sheet import Sheet


_OF_PAGE = frozenset({"find", "preface", "zoom"})
"""Commands about the page of a paper: the reader is shown for them where it is not."""


class KeyedScreen(InboxScreen):
    """Carries out what the person asks for."""

    _last_command = ""
    """The command of the last key; empty for a key that has none."""

    async def on_key(self, event: events.Key) -> None:
        """Every key goes to the keyboard; ctrl+c copies what the mouse has selected, Esc lets it go."""
        self.place_keeper.moves()
        is_free = self.is_active and self.open_prompt is None
        if event.key == "ctrl+c" and is_free:
            self.services.linking.copy_selected(self.get_selected_text() or "")
        elif event.key == "escape" and is_free and self.selections:
            self.clear_selection()
        else:
            self.keyboard.take(event)
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is for the line at the foot, or for a dialog."""
        event.stop()
        self.keyboard.take(event)

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """A click on a hint of the footer is its key; the second of two is none: a verb would undo itself."""
        # From now on the cursor does not move by itself.
        self.keyboard.touched = True
        if not self.footer.region.contains_point(event.screen_offset):
            return super().takes_mouse(event)
        if (keys := self.footer.keys_clicked(event)) and not self.is_second_click:
            self.call_later(self.keyboard.take, HintClicked(keys))
        return isinstance(event, events.Click)

    def run_command(self, command_id: str) -> None:
        """Carry out a command, if it makes sense now."""
        self._run(BY_ID[command_id])

    def _run(self, command: Command) -> None:
        self.place_keeper.moves()
        if command.id not in {"down", "up"}:
            # It may ask how far the paper was read.
            self.show_due_row()
        is_undone = command.id == "undo" and self.services.has_used(Kind.ANNOTATING)
        if is_undone and self.services.annotating.bring_back():
            return
        self.another_key(command.id)
        if self.shows_card and self.services.closing.leave(command.id):
            return
        if command.id in _OF_PAGE and self.is_sheet:
            self.focus_pane(Pane.READER)
        is_for_selection = command.takes_selection and self.session.selection
        if command.needs_paper and not is_for_selection and (reason := self.why_no_paper()):
            self.say(reason)
        else:
            cards = self.services.cards if self.services.has_used(Kind.CARDS) else None
            action = cards.instead_of(command.id) if cards is not None else None
            (action or self.services.actions[command.id])()

    def why_no_paper(self) -> str:
        """Return why there is no paper to act on, and the way to one; empty where there is."""
        if self.preface_shown:
            return "The preface is shown, not a paper: i goes back to it"
        if self.shows_card:
            return self.services.closing.why_no_paper
        if self.session.entry is None:
            way = "g u lists the new papers" if self.session.lists_all_dates else "n goes to the next one"
            return f"No paper is shown: {way}"
        return ""

    def another_key(self, command_id: str = "") -> None:
        """Take note of a key: what the one before announced, or would take back, holds only for the same command."""
        if command_id not in {"next", "previous"}:
            self.services.navigator.forget()
        if self.services.has_used(Kind.ANNOTATING):
            self.services.annotating.another_key()
        if command_id != self._last_command and self.services.has_used(Kind.DECIDING):
            self.services.deciding.another_key()
        self._last_command = command_id

    def key_pressed(self) -> None:
        """What was said about the key before was read."""
        self.say("")
        self.reader.forget_part()
        self.status.key_pressed()
        self.notice.key_pressed()
        self.session.selection.key_pressed()
        self.status.set_selection(*selection_words(self.session))

    @property
    def open_prompt(self) -> Prompt | None:
        """The line at the foot, while it asks for something."""
        prompt = self.services.prompt if self.services.has_used("prompt") else None
        return prompt if prompt is not None and prompt.is_open else None

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        is_date, id_ = event.list is self.dates, str(event.id)
        row = self.lists.cursor_row_of(event.row, id_) if is_date else self.session.listed.row_of((id_,), event.row)
        if row is None:
            # It went away meanwhile.
            return
        if self.open_prompt is None:
            # As after a key: what was said is about another paper.
            self.key_pressed()
            self.another_key()
        self.place_keeper.moves()
        if is_date:
            self.session.open_date_row(row)
            self.show_day()
        else:
            self.session.pick(row)
            self.show_row()
        if event.entered:
            self.focus_pane(Pane.DATES if is_date else Pane.PAPERS)
            self.run_command("enter")

    @on(DateList.MonthClicked)
    def _month_clicked(self, event: DateList.MonthClicked) -> None:
        event.stop()
        if self.open_prompt is None:
            self.key_pressed()
            self.another_key()
            self.services.viewing.open_calendar(self.lists.day_below(event.row))

    def on_sheet_facet_clicked(self, event: Sheet.FacetClicked) -> None:
        event.stop()
        self.keyboard.take(HintClicked(event.key))

    @on(Reader.LinkClicked)
    def _link_clicked(self, event: Reader.LinkClicked) -> None:
        event.stop()
        self.services.linking.open(event.url)
