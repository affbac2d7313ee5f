"""Search over all dates: the list follows what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.errors import QueryError
from digest_tui.session.completion import completed
from digest_tui.session.query_history import History
from digest_tui.session.searches import Question, Searches
from digest_tui.ui.actions import Actions
from digest_tui.ui.actions.offers import Offers
from digest_tui.ui.actions.query_draft import QueryDraft
from digest_tui.ui.jobs.search_thread import Found, NotFound, SearchThread
from digest_tui.ui.keys.command import Pane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from digest_tui.model import DigestSummary
    from digest_tui.search.finds import Finds
    from digest_tui.search.query import Query
    from digest_tui.ui.actions.window import Window

PLACEHOLDER = (
    "words · -without · title:… · results:… · is:starred · votes>20 · since:2w   Tab completes, ↑ earlier queries"
)
_HISTORY = "queries"


class Searching:
    """`/`: from a line of text to a list of hits; an invalid query keeps the last list."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.thread = SearchThread(window.library, window.post_message)
        self._history: History | None = None
        self._remembered: Future[str | None] | None = None
        """The queries that were asked in earlier runs and in other windows, as the store has them."""
        self._searches = Searches(window.session)
        self._before: Question | None = None
        """The question whose hits were listed when the line was opened."""
        self._pane = Pane.PAPERS
        """The pane that had the focus then."""
        self._hint = ""
        self._words = ""
        """The sentence to say with the next list."""
        self._draft = QueryDraft(window.services)
        self.offers = Offers(window, self._searches, self.thread)
        self._is_unanswered = False
        """True once the newest question turned out to have no answer."""
        self.keys_wait = False
        """True while what was typed behind Enter waits for the whole answer."""
        self.then: Callable[[], object] | None = None
        """What is done once the whole answer is listed."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"search": self.open, "aliases": self._toggle_aliases}

    @property
    def listed(self) -> Question | None:
        """The question whose hits are listed."""
        return self._searches.listed

    @property
    def finds(self) -> Finds | None:
        """Marks the finds in the listed papers."""
        return self._searches.finds

    # The line

    def open(self) -> None:
        """Ask for a query; the one that is listed, or was left unfinished, can be changed."""
        prompt = self._window.services.prompt
        if prompt.asker is self:
            return
        self.thread.prepare(self._window.library.entries())
        if self._history is not None:
            self._history.rewind()
        elif self._remembered is None:
            self._remembered = self._window.services.store.recall(_HISTORY)
        self._before = self.listed
        self._pane = self._window.pane
        if self._pane is not Pane.PAPERS:
            self._window.focus_pane(Pane.PAPERS)
        listed = self._before.text if self._before else ""
        begun = self._draft.begin(listed)
        prompt.open(self, "/", begun or listed, PLACEHOLDER)
        if begun:
            self.changed(begun)
            self._words = "unfinished query · Esc drops it"

    def changed(self, text: str) -> bool:
        """Another letter: ask at once; the list changes when the answer is there, and the line with it."""
        self._words = ""
        self._draft.keep(text)
        if (query := self._understood(text, typing=True)) is None:
            return False
        self._hint = query.hint
        if query.root is None and query.sort is None:
            self._forget()
            self._window.show_day()
            self._window.say(query.hint)
            return False
        self._ask(text, query)
        return True

    def submitted(self, text: str) -> None:
        """The query is finished: into the list. One that is wrong stays on the line, which says why."""
        if not text.strip():
            self._window.services.prompt.close()
            self.leave()
        elif self.search(text.strip()):
            self._window.services.prompt.close()
            self._draft.end()

    def pressed(self, key: str) -> None:
        """Earlier queries, completions, the way out."""
        prompt = self._window.services.prompt
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
        self._window.services.store.remember(_HISTORY, self._queries.dumps())
        asked = self._searches.asked
        if asked is None or asked.query != query or self._is_unanswered:
            self._ask(text, query)
        if self._searches.is_answered:
            self._window.say(self._searches.summary())
        self.offers.finish()
        if not self._searches.is_answered_whole:
            self.keys_wait = True
            self._window.keyboard.hold()
        return True

    def take_offer(self) -> bool:
        """Ask what was offered with the last sentence, and say whether anything was."""
        offer = self.offers.standing
        return offer is not None and self.search(offer.text)

    def leave(self) -> bool:
        """Back to what was listed before the search, and whether there was one."""
        was_listed = self._forget()
        if was_listed:
            self._window.show_day()
        return was_listed

    # What comes back

    def found(self, event: Found) -> None:
        """List an answer, unless something else was asked since."""
        if not self._searches.is_newest(event.question):
            return
        if self._searches.comes_too_early(event.question, event.arrangement):
            # The whole answer follows: texts of files that changed are being made.
            return
        hits = event.arrangement.hits
        is_new = self._searches.answer(event.question, event.arrangement)
        self._window.show_hits(is_new=is_new)
        self._window.services.prompt.draw()
        self._window.show_status("" if hits.complete else f"searched {hits.searched:,} of {len(hits.entries):,}")
        if is_new:
            self._window.say(self._hint or self._words or self._searches.summary())
            self._words = ""
        self.offers.look()
        is_whole = hits.complete and event.question.entries is self._window.library.entries()
        if hits.complete and not is_whole:
            # Digests were read before there was an answer that could be asked for again.
            self.again()
        if is_whole and self.then is not None:
            then, self.then = self.then, None
            then()
        # Who typed on before there was a list means the whole one; who waited until there was, what is on screen.
        if is_whole or (hits and not self._window.keyboard.has_waiting):
            self._release_keys()

    def not_found(self, event: NotFound) -> None:
        """Say why a question was not answered; the last list stays."""
        if self._searches.is_newest(event.question):
            self._is_unanswered = True
            self._complain(event.error)
            self._drop_keys()

    def failed(self, sentence: str) -> None:
        """Say that there is no answer because of an internal error."""
        self._is_unanswered = True
        self._window.services.prompt.draw()
        self._window.say(sentence)
        self._drop_keys()

    def again(self) -> None:
        """Digests, tags or notes changed: ask what is listed anew; the cursor stays."""
        if (question := self._searches.ask_again()) is not None:
            self.thread.ask(question)

    def make_texts(self, summaries: Sequence[DigestSummary]) -> None:
        """Make the texts of new digests before somebody asks."""
        if summaries:
            self.thread.make(summaries)

    # Inside

    def _release_keys(self) -> None:
        if self.keys_wait:
            self.keys_wait = False
            self._window.keyboard.release()

    def _drop_keys(self) -> None:
        """What was typed behind Enter was about papers that will not be listed."""
        self.then = None
        if self.keys_wait:
            self._window.keyboard.drop()
            self._release_keys()

    @property
    def _queries(self) -> History:
        if self._history is None:
            remembered = self._remembered or self._window.services.store.recall(_HISTORY)
            self._history = History(remembered.result())
        return self._history

    def _understood(self, text: str, *, typing: bool = False) -> Query | None:
        try:
            query = self._window.library.searching.query(text, typing=typing)
        except QueryError as error:
            self._complain(error)
            return None
        return query

    def _complain(self, error: QueryError) -> None:
        prompt = self._window.services.prompt
        if prompt.asker is self:
            prompt.complain(str(error), error.start, error.end)
        else:
            self._window.say(str(error))

    def _ask(self, text: str, query: Query) -> None:
        self._is_unanswered = False
        self.offers.drop()
        self.thread.ask(self._searches.ask(text, query))

    def _forget(self) -> bool:
        self.thread.drop()
        self._drop_keys()
        return self._searches.leave()

    def _cancel(self) -> None:
        """As if the line had not been opened."""
        before = self._before
        self._window.services.prompt.close()
        self._draft.end()
        if before is None:
            self.leave()
        elif self.listed is not before:
            self.thread.ask(self._searches.ask_as_before(before))
        if self._pane is not Pane.PAPERS:
            self._window.focus_pane(self._pane)
        self._window.say("")

    def _toggle_aliases(self) -> None:
        question = self._searches.ask_with_other_names()
        if question is None:
            self._window.say("ctrl+t adds other names (RL, 강화 학습) to a search: / starts one")
        else:
            self.thread.ask(question)

    def _complete(self) -> None:
        """Type what all completions have in common, and show them when there are several."""
        prompt = self._window.services.prompt
        options = self._window.library.searching.completions(prompt.text, prompt.cursor)
        offer = self.offers.standing
        if not options and offer is not None:
            prompt.put(offer.text)
            self.changed(offer.text)
        elif text := completed(options, prompt.text[: prompt.cursor]):
            prompt.insert(text)
        if len(options) > 1:
            self._window.say("  ".join(options))
