"""The lines at the foot that ask for a tag and for a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from digest_tui.counts import counted
from digest_tui.errors import UsageError
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Entry
from digest_tui.model.state import MAX_NOTE, tag_name
from digest_tui.model.summary import Keys
from digest_tui.session.drafts import NOTE, TAG
from digest_tui.text import one_line
from digest_tui.triage import verbs
from digest_tui.ui.widgets.line_editor import on_one_line

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.ui.actions.window import Window

    class Notes(Protocol):
        """The notes that lines were finished with."""

        def save(self, line: NoteLine, text: str) -> None: ...
        def drop(self, line: NoteLine) -> None: ...


_TAG_HELP = "one word; the same again removes it"
_NOTE_HELP = "one line about this paper; empty removes the note"
_SELECTED = "selected"
"""What a tag for selected papers is about, in the store."""
_SHOWN_NOTE = 80
"""Largest number of characters of a note in a sentence."""


class _Line:
    """Asks for a line about papers; what is on it is kept until it is finished or taken back."""

    def __init__(self, window: Window, kind: str, keys: Keys, about: str) -> None:
        self._window = window
        self._about = about
        """The papers, as the label names them."""
        self._draft = window.services.drafts.about(kind, keys)

    def changed(self, text: str) -> bool:
        """Nothing happens before Enter."""
        self._window.say("")
        self.keep(text)
        return False

    def keep(self, text: str) -> None:
        """Keep what was typed, if it says anything."""
        self._window.services.drafts.keep(self._draft, text if text.strip() else "")

    def _close(self) -> None:
        self._window.services.prompt.close()


class TagLine(_Line):
    """Asks for a tag: of one paper, or of those that are selected."""

    def __init__(self, window: Window, keys: Keys, about: str, tag: Callable[[verbs.Verb], None]) -> None:
        super().__init__(window, TAG, keys, about)
        self._tag = tag
        self._known = sorted(window.library.decisions.tags())

    @classmethod
    def of_paper(cls, window: Window, entry: Entry) -> TagLine:
        """Return the line for a paper."""
        return cls(window, entry.keys, _title(entry), partial(window.services.deciding.annotate, entry))

    @classmethod
    def of_selected(cls, window: Window, selected: Sequence[Keys]) -> TagLine:
        """Return the line for selected papers."""
        tag = partial(window.services.deciding.annotate_selected, selected)
        return cls(window, (_SELECTED,), counted(len(selected), "paper"), tag)

    def open(self) -> None:
        """Ask for the tag."""
        help_text = f"{_TAG_HELP} · {', '.join(self._known)}" if self._known else _TAG_HELP
        self._window.services.prompt.open(self, "tag", self._draft.text, help_text, self._about)
        if self._draft.text:
            self._window.say("unfinished tag · Esc drops it")

    def submitted(self, text: str) -> None:
        """Tag the papers so, or not any more; what cannot be a tag stays on the line."""
        try:
            name = tag_name(text) if text.strip() else ""
        except UsageError as error:
            self._window.services.prompt.complain(str(error))
            return
        self._close()
        self.keep("")
        if name:
            self._tag(partial(verbs.tag, name=name))

    def pressed(self, key: str) -> None:
        """Tab completes a tag that there is; Esc takes the line back."""
        prompt = self._window.services.prompt
        typed = prompt.text.removeprefix("#").casefold()
        if key == "tab" and (found := next((tag for tag in self._known if tag.startswith(typed)), None)):
            prompt.put(found)
            self.keep(found)
        elif key == "escape":
            self._close()
            self.keep("")


class NoteLine(_Line):
    """Writes the note of one paper."""

    def __init__(self, window: Window, notes: Notes, entry: Entry) -> None:
        super().__init__(window, NOTE, entry.keys, _title(entry))
        self.entry = entry
        self._notes = notes
        self._saved = self._saved_note()
        """The note of the paper, as far as the person knows."""
        self._dropped = ""

    def open(self) -> None:
        """Ask for the note, beginning with what was left unfinished, else with what is saved."""
        draft, saved = self._draft, self._saved
        if draft.text.strip() == saved:
            self.keep("")
        self._window.services.prompt.open(self, "note on", draft.text or saved, _NOTE_HELP, self._about)
        if draft.text and draft.before != saved:
            self._say_other()
        elif draft.text:
            self._window.say("unfinished note · Esc drops it")

    def open_again(self) -> None:
        """Ask once more for the note that was dropped."""
        self._saved = self._saved_note()
        self.keep(self._dropped)
        self._window.services.prompt.open(self, "note on", self._dropped, _NOTE_HELP, self._about)

    def keep(self, text: str) -> None:
        """Keep what was typed, if it says anything else than the saved note."""
        is_other = text.strip() not in ("", self._saved)
        self._window.services.drafts.keep(self._draft, text if is_other else "", self._saved if is_other else "")

    def submitted(self, text: str) -> None:
        """Keep the note; one that is too long stays on the line."""
        text = text.strip()
        if len(text) > MAX_NOTE:
            length, most = counted(len(text), "character"), counted(MAX_NOTE, "character")
            self._window.services.prompt.complain(f"This note has {length}: at most {most} are kept")
            return
        self._close()
        if text != self._saved:
            self._notes.save(self, text)

    def pressed(self, key: str) -> None:
        """Esc drops what was typed."""
        if key != "escape":
            return
        self._dropped = self._draft.text
        self._close()
        self.keep("")
        if self._dropped:
            self._notes.drop(self)

    def save(self, text: str) -> None:
        """Commit the note; it stays a draft until that is done."""
        self.keep(text)
        self._window.services.deciding.annotate(self.entry, partial(verbs.note, text=text))

    def forget(self, text: str) -> None:
        """The note is saved: it is no draft any more, unless it was changed since."""
        if self._draft.text.strip() == text:
            self._window.services.drafts.keep(self._draft, "")

    def look(self) -> None:
        """Take in another note that was saved meanwhile: what was typed stays."""
        saved = self._saved_note()
        if saved == self._saved:
            return
        self._saved = saved
        prompt = self._window.services.prompt
        if not self._draft.text:
            prompt.put(saved)
            return
        self.keep(prompt.text)
        if self._draft.text:
            self._say_other()

    def _say_other(self) -> None:
        if self._saved:
            self._window.say(f"Enter replaces what was saved meanwhile: {one_line(self._saved, _SHOWN_NOTE)}")
        else:
            self._window.say("the saved note was removed meanwhile · Enter saves this one")

    def _saved_note(self) -> str:
        return on_one_line(self._window.session.state(self.entry).note).strip()


def _title(entry: Entry) -> str:
    return one_line(unicode_tex(entry.paper.title))
