"""Search over all dates: the list follows what is typed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from digest_tui.errors import QueryError
from digest_tui.ui import wording
from digest_tui.ui.actions import Actions
from digest_tui.ui.commands import Pane
from digest_tui.ui.history import History
from digest_tui.ui.hit_rows import HitRows
from digest_tui.ui.search_thread import Found, NotFound, Question, SearchThread
from digest_tui.ui.views import View

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from digest_tui.library import Written
    from digest_tui.model import Card
    from digest_tui.search.finds import Finds
    from digest_tui.search.query import Query
    from digest_tui.ui.screens.main import MainScreen

PLACEHOLDER = (
    "words · -without · title:… · results:… · is:starred · votes>20 · since:2w   Tab completes, ↑ earlier ones"
)
_HISTORY = "queries"


class Searching:
    """`/`: from a line of text to a list of hits; an invalid query keeps the last list."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session
        self.thread = SearchThread(screen.library, screen.post_message)
        self._history: History | None = None
        self._remembered: Future[str | None] | None = None
        """The queries that were asked in earlier runs and in other windows, as the store has them."""
        self._serial = 0
        self._asked: Question | None = None
        """The newest question."""
        self._shown: Question | None = None
        """The question whose hits are listed, or were before another view was entered."""
        self._before: Question | None = None
        """What was listed when the line was opened."""
        self._pane = Pane.PAPERS
        """Where the focus was then."""
        self._finds: Finds | None = None
        self._hint = ""
        self._with_aliases = True
        self._asked_on = screen.library.today()
        """The day on which the newest question was asked."""
        self._words = ""
        """What is said with the next list."""
        self._keys_wait = False
        """Whether keys typed behind Enter wait for the list that they are meant for."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"search": self.open, "aliases": self._toggle_aliases}

    @property
    def listed(self) -> Question | None:
        """The question whose hits are listed."""
        return self._shown if self._session.view is View.SEARCH else None

    @property
    def finds(self) -> Finds | None:
        """What marks the finds in the listed papers."""
        return self._finds if self.listed else None

    # The line

    def open(self) -> None:
        """Ask for a query; the one that is listed can be changed."""
        self.thread.prepare(self._screen.library.places())
        if self._history is not None:
            self._history.rewind()
        elif self._remembered is None:
            self._remembered = self._screen.store.recall(_HISTORY)
        self._before = self.listed
        self._pane = self._screen.pane
        if self._pane is not Pane.PAPERS:
            self._screen.focus_pane(Pane.PAPERS)
        self._screen.prompt.open(self, "/", self._before.text if self._before else "", PLACEHOLDER)

    def changed(self, text: str) -> bool:
        """Another letter: ask at once; the list changes when the answer is there, and the line with it."""
        if (query := self._understood(text, typing=True)) is None:
            return False
        self._hint = query.hint
        if query.root is None and query.sort is None:
            self._forget()
            self._screen.show_day()
            self._screen.say(query.hint)
            return False
        self._ask(text, query)
        return True

    def submitted(self, text: str) -> None:
        """The query is finished: into the list. One that is wrong stays on the line, which says why."""
        if not text.strip():
            self._screen.prompt.close()
            self.leave()
        elif self.search(text.strip()):
            self._screen.prompt.close()

    def pressed(self, key: str) -> None:
        """Earlier queries, completions, the way out."""
        prompt = self._screen.prompt
        match key:
            case "up" | "down":
                line = self._queries.step(-1 if key == "up" else 1, prompt.text)
                if line is not None:
                    prompt.put(line)
            case "tab":
                self._complete()
            case "ctrl+t":
                self._toggle_aliases()
            case "escape":
                self._cancel()

    def search(self, text: str, words: str = "") -> bool:
        """List what a finished query finds, and say whether it was understood; `words` are said with the list."""
        query = self._understood(text)
        self._words = words
        if query is None:
            return False
        self._hint = ""
        self._queries.add(text)
        self._screen.store.remember(_HISTORY, self._queries.dumps())
        if self._asked is None or self._asked.query != query:
            self._ask(text, query)
        if self.listed is None or self.listed.serial != self._asked_serial:
            self._keys_wait = True
            self._screen.keyboard.hold()
        else:
            self._screen.say(self._summary())
        return True

    def leave(self) -> bool:
        """Back to what was listed before the search, and whether there was one."""
        was_listed = self._forget()
        if was_listed:
            self._screen.show_day()
        return was_listed

    # What comes back

    def found(self, event: Found) -> None:
        """List an answer, unless something else was asked since."""
        if event.question.serial != self._asked_serial:
            return
        hits = event.arrangement.hits
        is_new = event.question.is_new and (self.listed is None or self.listed.serial != event.question.serial)
        days = {day.date: day for day in self._session.days}
        self._session.show_hits(HitRows(event.arrangement, days.get), is_new=is_new)
        self._shown = self._asked
        self._finds = self._screen.library.finds(event.question.query, hits.expansions)
        self._screen.show_hits(is_new=is_new)
        self._screen.prompt.draw()
        self._screen.show_status("" if hits.complete else f"searched {hits.searched:,} of {len(hits.places):,}")
        if is_new:
            self._screen.say(self._hint or self._words or self._summary())
            self._words = ""
        self._release_keys()

    def not_found(self, event: NotFound) -> None:
        """Say why a question was not answered; the last list stays."""
        if event.question.serial == self._asked_serial:
            self._screen.prompt.mark(event.error.start, event.error.end)
            self._screen.say(str(event.error))
            self._release_keys()

    def again(self) -> None:
        """Digests, tags or notes changed: ask what is listed anew; the cursor stays."""
        if self.listed is not None and (asked := self._asked) is not None:
            query = asked.query
            if self._asked_on != self._screen.library.today():
                # Its "today" and "two weeks ago" are other days now.
                with suppress(QueryError):
                    query = self._screen.library.query(asked.text)
            self._put(asked.text, query, is_new=False, kept=asked)

    def written(self, written: Written | None) -> None:
        """Something was decided: what is searched of tags and notes follows; other decisions change no list."""
        changes = written.batch.changes if written else ()
        if any(change.field not in ("status", "star") for change in changes):
            self.again()

    def make_texts(self, cards: Sequence[Card]) -> None:
        """Make the texts of new digests before somebody asks."""
        if cards:
            self.thread.make(cards)

    # Inside

    @property
    def _asked_serial(self) -> int:
        return self._asked.serial if self._asked else 0

    def _release_keys(self) -> None:
        if self._keys_wait:
            self._keys_wait = False
            self._screen.keyboard.release()

    @property
    def _queries(self) -> History:
        if self._history is None:
            remembered = self._remembered or self._screen.store.recall(_HISTORY)
            self._history = History(remembered.result())
        return self._history

    def _understood(self, text: str, *, typing: bool = False) -> Query | None:
        try:
            query = self._screen.library.query(text, typing=typing)
        except QueryError as error:
            self._screen.prompt.mark(error.start, error.end)
            self._screen.say(str(error))
            return None
        self._screen.prompt.mark(0, 0)
        return query

    def _ask(self, text: str, query: Query) -> None:
        self._put(text, query, is_new=True)

    def _put(self, text: str, query: Query, *, is_new: bool, kept: Question | None = None) -> None:
        library = self._screen.library
        self._serial += 1
        self._asked_on = library.today()
        # What was decided since the question does not take papers from its list.
        state = kept.state if kept else library.states_now()
        self._asked = Question(
            self._serial, text, query, library.places(), state, library.annotated, self._with_aliases, is_new
        )
        self.thread.ask(self._asked)

    def _forget(self) -> bool:
        self.thread.drop()
        self._asked = self._shown = self._finds = None
        return self._session.leave_search()

    def _cancel(self) -> None:
        """As if the line had not been opened."""
        before = self._before
        self._screen.prompt.close()
        if before is None:
            self.leave()
        elif self.listed is not before:
            self._put(before.text, before.query, is_new=True, kept=before)
        if self._pane is not Pane.PAPERS:
            self._screen.focus_pane(self._pane)
        self._screen.say("")

    def _toggle_aliases(self) -> None:
        if self._asked is None:
            self._screen.say("Other names of a word (RL, 강화 학습) are looked for in a search: / begins one")
            return
        self._with_aliases = not self._with_aliases
        self._ask(self._asked.text, self._asked.query)

    def _complete(self) -> None:
        """Type what all completions have in common, and show them when there are several."""
        prompt = self._screen.prompt
        options = self._screen.library.completions(prompt.text, prompt.cursor)
        if not options:
            return
        first, last = min(options), max(options)
        common = first[: next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]
        typed = prompt.text[: prompt.cursor].casefold()
        known = next(length for length in range(len(common), -1, -1) if typed.endswith(common[:length]))
        if common[known:]:
            prompt.insert(common[known:])
        if len(options) > 1:
            self._screen.say("  ".join(options))

    def _summary(self) -> str:
        """What else was looked for, and the key that switches that off."""
        question, rows = self.listed, self._session.hit_rows
        if question is None or rows is None:
            return ""
        if not question.with_aliases:
            return "only what was typed · ctrl+t other names too"
        return wording.expansions(rows.arrangement.hits.expansions)
