"""The reader without a screen: everything a person does that is no matter of keys, panes and threads."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from digest_tui.errors import QueryError
from digest_tui.index import Index
from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.model.known import Known
from digest_tui.session.bulk_menu import BulkMenu, Marking
from digest_tui.session.deciding import Deciding
from digest_tui.session.empty import why_empty
from digest_tui.session.hits import Arrangement
from digest_tui.session.navigator import Navigator
from digest_tui.session.opening import NewerDays, Opening, ReaderOptions, open_today
from digest_tui.session.page import Page, shown_page
from digest_tui.session.rows import paper_rows, selection_words
from digest_tui.session.saved_place import SavedPlace
from digest_tui.session.searches import Question, Searches
from digest_tui.session.session import Session
from digest_tui.session.undoing import Action, Undoing
from digest_tui.session.viewing import Shown, enter_date, show_date_of_paper, show_view, sort_on
from digest_tui.session.views import View
from digest_tui.sources import source_for
from digest_tui.store.base import Store
from digest_tui.triage import verbs
from support.blog import TODAY, Blog
from support.facts import Facts

Answer = str | Shown | None
"""What a command says."""


class Headless(Facts):
    """A reader that is opened on blogs; one that is opened after it finds the state and the place that it left."""

    def __init__(
        self, *blogs: Blog, day: date = TODAY, store: Store | None = None, index: Index | None = None, **options: Any
    ) -> None:
        self.today = day
        sources = [source_for(blog.folder) for blog in blogs]
        library = Library(sources, store or blogs[0].store, index=index, today=lambda: self.today)
        self._session = session = Session(library)
        self._navigator = Navigator(session)
        self._deciding = Deciding(session, self._navigator, self._commit)
        self._undoing = Undoing(session)
        self._searches = Searches(session)
        self._opening = Opening(session, ReaderOptions(**options), SavedPlace.loads(library.recall("place")))
        self._newer_days = NewerDays(session)
        self._last_command = ""
        self.offer = ""
        """The newest day that was offered."""
        self._committing: list[tuple[tuple[Change, ...], tuple[Known, ...]]] = []
        self.message = ""
        """What the status line would say."""
        self._commands: dict[str, Callable[[], Answer]] = {
            "down": lambda: self._ignored(session.move(1)),
            "up": lambda: self._ignored(session.move(-1)),
            "first": lambda: self._ignored(session.move(-len(session.items))),
            "last": lambda: self._ignored(session.move(len(session.items))),
            "date-down": lambda: self._ignored(session.move_day(1)),
            "date-up": lambda: self._ignored(session.move_day(-1)),
            "last-date": lambda: self._ignored(session.move_day(len(session.cursor_rows))),
            "open-date": self._open_date,
            "close-foot": lambda: self._ignored(session.dates.close()),
            "next": lambda: self._navigator.go_to_new(forward=True),
            "previous": lambda: self._navigator.go_to_new(forward=False),
            "older": lambda: self._navigator.step_day("older", new_only=False),
            "newer": lambda: self._navigator.step_day("newer", new_only=False),
            "older-new": lambda: self._navigator.step_day("older", new_only=True),
            "newer-new": lambda: self._navigator.step_day("newer", new_only=True),
            "read": lambda: self._decide(verbs.read),
            "star": lambda: self._decide(verbs.star),
            "skip": lambda: self._decide(verbs.skip),
            "later": lambda: self._decide(verbs.later),
            "open-and-read": lambda: self._decide_shown(verbs.open_and_read),
            "finish": lambda: self._decide_shown(verbs.finish),
            "undo": lambda: self._step_in_log("undo"),
            "redo": lambda: self._step_in_log("redo"),
            "select": self._select,
            "select-range": self._select_range,
            "view-new": lambda: show_view(session, View.NEW),
            "view-all": lambda: show_view(session, View.ALL),
            "view-starred": lambda: show_view(session, View.STARRED),
            "view-later": lambda: show_view(session, View.LATER),
            "view-today": lambda: open_today(session),
            "view-date": lambda: show_date_of_paper(session),
            "sort": lambda: sort_on(session),
            "leave-search": lambda: self._ignored(self._searches.leave()),
            "aliases": self._toggle_aliases,
            "rescan": self.scan,
        }
        self.scan()

    def __enter__(self) -> "Headless":
        return self

    def __exit__(self, *error: object) -> None:
        """Leave it, as with the key that quits."""
        self.library.stop()
        if self._opening.done and self.session.cursor_rows:
            self.library.store.remember("place", SavedPlace.of(self.session, 0).dumps())

    @property
    def session(self) -> Session:
        """Where the reader stands."""
        return self._session

    # What a person does

    def do(self, *commands: str) -> None:
        """Carry out commands, each as soon as what came before is committed."""
        for command in commands:
            self.key_pressed(command)
            answer = self._commands[command]()
            self.message = (answer.words if isinstance(answer, Shown) else answer) or self.message
            self._finish_commits()

    def key_pressed(self, command: str = "") -> None:
        """Take note of a key, also of one that has no command here, as the screen does."""
        self.message = ""
        self.session.selection.key_pressed()
        if command not in ("next", "previous"):
            self._navigator.forget()
        self._press(command)

    def type_query(self, text: str) -> None:
        """Type a query letter by letter: the list follows."""
        for end in range(1, len(text) + 1):
            typed = text[:end]
            try:
                query = self.library.searching.query(typed, typing=True)
            except QueryError as error:
                self.message = str(error)
                continue
            if query.root is None and query.sort is None:
                self._searches.leave()
                self.message = query.hint
            else:
                self._answer(self._searches.ask(typed, query), query.hint)

    def search(self, text: str) -> None:
        """Finish a query: into its list."""
        self._press("search")
        self._answer(self._searches.ask(text, self.library.searching.query(text)))

    @property
    def listed_question(self) -> Question:
        """The question whose hits are listed."""
        assert self._searches.listed is not None
        return self._searches.listed

    def ask_as_before(self, before: Question) -> None:
        """Take a query back that was begun over another one's list."""
        self._answer(self._searches.ask_as_before(before))

    def annotate(self, verb: verbs.Verb) -> None:
        """Tag the paper shown, or write a note about it."""
        assert self.session.entry is not None
        self._press("annotate")
        self._deciding.annotate(self.session.entry, verb)
        self._finish_commits()

    def mark_many(self, key: str) -> None:
        """Open the bulk menu, choose a scope, and confirm what has to be."""
        self._press("bulk")
        menu = BulkMenu(self.session)
        self.carry_out(menu.choose(key) or menu.confirm())

    def carry_out(self, marking: Marking | None) -> None:
        """Do what the bulk menu says, if it says anything."""
        if marking is not None:
            self.message = ""
            self._deciding.mark(marking)
            self._finish_commits()

    def tag(self, papers: list[tuple[str, ...]], name: str) -> None:
        """Tag the papers that were selected."""
        self._press("tag")
        self.message = self._deciding.annotate_selected(papers, partial(verbs.tag, name=name))
        self._finish_commits()

    def catch_up(self) -> None:
        """Take in what other windows decided."""
        self.library.decisions.replace(self.library.store.states())
        self.session.relist()
        self._ask_again()

    # What it shows

    @property
    def selection_words(self) -> str:
        """What the status line says about the selection."""
        return selection_words(self.session)[0]

    @property
    def page(self) -> Page:
        """What the reader shows."""
        page = shown_page(self.session)
        assert page is not None
        return page

    @property
    def page_text(self) -> str:
        """All words of that page."""
        page = self.page
        return "\n".join([page.title, *(fact.words for fact in page.facts), *page.standing, page.note, page.markdown])

    @property
    def why_empty(self) -> str:
        """What an empty list says."""
        why = why_empty(self.session, self._navigator.beyond, self._opening.done)
        return " ".join([why.sentence, why.meaning, *(f"{way.key}: {way.words}." for way in why.ways)])

    def excerpts(self) -> list[str]:
        """The sentences in which a search found something."""
        return [row.excerpt.text for row in paper_rows(self.session, self._searches.finds) if row.excerpt]

    # What happens

    def scan(self) -> None:
        """Look at the files again; the first time it opens where it was asked to."""
        is_first = not self._opening.done
        for scan in self.library.scan():
            self.library.apply(scan)
            self.session.refresh()
        if not is_first:
            self._ask_again()
            self.offer = self._newer_days.look() or self.offer
            return
        self.message = self._opening.attempt(complete=True) or ""
        self._opening.catch_up()
        self._newer_days.see()
        if (query := self._opening.query) is not None:
            words = self.message
            self._opening.searched = query
            self.search(query)
            self.message = words or self.message

    def turn(self, day: date) -> None:
        """It is another day."""
        self.today = day
        self.session.refresh()
        self._ask_again()
        self.offer = self._newer_days.look() or self.offer

    # Inside

    def _press(self, command: str) -> None:
        """Take note of the command of a key."""
        if command != self._last_command:
            self._deciding.another_key()
            self._undoing.another_key()
        self._last_command = command

    def _ignored(self, _: bool) -> None:
        """A command that says nothing."""

    def _decide(self, verb: verbs.Verb) -> str:
        return self._deciding.decide(verb).words

    def _decide_shown(self, verb: verbs.Verb) -> str:
        return self._deciding.decide_shown(verb).words

    def _select(self) -> None:
        assert self.session.entry is not None
        self.session.selection.toggle(self.session.entry.key)
        self.session.move(1)

    def _select_range(self) -> None:
        assert self.session.entry is not None
        self.session.selection.toggle_range(self.session.entry.key)

    def _open_date(self) -> None:
        if not self.session.dates.toggle():
            enter_date(self.session)

    def _toggle_aliases(self) -> None:
        question = self._searches.ask_with_other_names()
        assert question is not None
        self._answer(question)

    def _ask_again(self) -> None:
        if (question := self._searches.ask_again()) is not None:
            self._answer(question)

    def _answer(self, question: Question, hint: str = "") -> None:
        searcher = self.library.searching.searcher
        searcher.set_entries(question.entries)
        searcher.prepare()
        hits = searcher.search(
            question.query, question.state, question.annotated, with_aliases=question.with_aliases, once=True
        )
        if self._searches.answer(question, Arrangement.of(hits, question.query.sort)):
            self.message = hint or self._searches.summary()

    def _commit(self, changes: tuple[Change, ...], known: tuple[Known, ...]) -> None:
        self._committing.append((changes, known))

    def _finish_commits(self) -> None:
        for changes, known in self._committing:
            written = self.library.decisions.write(changes, known)
            self.session.committed(changes, written)
            if any(change.field not in ("status", "star") for change in changes):
                self._ask_again()
            self.message = self._deciding.words(written)
        self._committing.clear()

    def _step_in_log(self, action: Action) -> str:
        decisions, agreed = self.library.decisions, self._undoing.agreed()
        stepped = decisions.undo(agreed) if action == "undo" else decisions.redo(agreed)
        followed = self._undoing.take_in(action, stepped, is_paper_shown=True)
        changes = stepped.outcome.all_changes if stepped else ()
        if any(change.field not in ("status", "star") for change in changes):
            self._ask_again()
        self._undoing.was_shown()
        return followed.words
