"""Parts of a window that only come after the first frame, each loaded when it is first asked for.

Within `ui` this is the one module whose functions import: all kinds of commands, with their dialogs and threads, cost
as much to load as Textual's own widgets.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from digest_tui.loading import loaded
from digest_tui.ui.actions import Action, Actions, ActionsOfAKind
from digest_tui.ui.keys.command import Kind
from digest_tui.ui.keys.commands import BY_ID, kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from textual.timer import Timer

    from digest_tui.opener import Opener
    from digest_tui.session.navigator import Navigator
    from digest_tui.sources.origin import Fetching
    from digest_tui.ui.actions.annotating import Annotating
    from digest_tui.ui.actions.cards import Cards
    from digest_tui.ui.actions.choosing import Choosing
    from digest_tui.ui.actions.closing import Closing
    from digest_tui.ui.actions.deciding import Deciding
    from digest_tui.ui.actions.facets import Facets
    from digest_tui.ui.actions.finding import Finding
    from digest_tui.ui.actions.linking import Linking
    from digest_tui.ui.actions.moving import Moving
    from digest_tui.ui.actions.reading import Reading
    from digest_tui.ui.actions.searching import Searching
    from digest_tui.ui.actions.sheet import DaySheet
    from digest_tui.ui.actions.viewing import Viewing
    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.desktop.desktop import Desktop
    from digest_tui.ui.jobs.draft_keeper import DraftKeeper
    from digest_tui.ui.jobs.keeper import Keeper
    from digest_tui.ui.jobs.pictures import Pictures
    from digest_tui.ui.jobs.store_thread import StoreThread
    from digest_tui.ui.jobs.syncing import Syncing
    from digest_tui.ui.widgets.bars import StatusLine
    from digest_tui.ui.widgets.footer import Footer
    from digest_tui.ui.widgets.prompt import Prompt

    class ServedWindow(Window, Protocol):
        """A window, and what its services are made from."""

        # fmt: off
        @property
        def opener(self) -> Opener: ...
        @property
        def footer(self) -> Footer: ...
        @property
        def status(self) -> StatusLine: ...
        @property
        def fetches(self) -> Callable[[], Sequence[Fetching]]: ...
        @property
        def is_attached(self) -> bool: ...
        # fmt: on

        def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer: ...


class Services:
    """Kinds of commands, threads and what leads out of the program, for one window."""

    def __init__(self, window: ServedWindow) -> None:
        self._window = window
        self._kinds: dict[str, ActionsOfAKind] = {}
        self.actions: Actions = _LazyActions(self)
        """The actions of the commands, by the id of the command."""

    def loads(self) -> list[Callable[[], object]]:
        """Return calls that load a kind of commands each, the likeliest first."""
        return [partial(self.kind, kind) for kind in kinds()]

    def has_used(self, service: str) -> bool:
        """Say whether a service or a kind of commands was needed so far: what it knows otherwise is nothing."""
        return service in vars(self) or service in self._kinds

    def kind(self, kind: str) -> ActionsOfAKind:
        """The commands of a kind, given as `module:name`."""
        if kind not in self._kinds:
            self._kinds[kind] = loaded(kind)(self._window)
        return self._kinds[kind]

    @property
    def moving(self) -> Moving:
        """Rows, days and panes."""
        return cast("Moving", self.kind(Kind.MOVING))

    @property
    def reading(self) -> Reading:
        """Scrolling the reader."""
        return cast("Reading", self.kind(Kind.READING))

    @property
    def deciding(self) -> Deciding:
        """Verbs, and taking them back."""
        return cast("Deciding", self.kind(Kind.DECIDING))

    @property
    def linking(self) -> Linking:
        """Links to open and to copy."""
        return cast("Linking", self.kind(Kind.LINKING))

    @property
    def choosing(self) -> Choosing:
        """Many papers at once."""
        return cast("Choosing", self.kind(Kind.CHOOSING))

    @property
    def annotating(self) -> Annotating:
        """Tags and notes."""
        return cast("Annotating", self.kind(Kind.ANNOTATING))

    @property
    def viewing(self) -> Viewing:
        """Views, and the calendar."""
        return cast("Viewing", self.kind(Kind.VIEWING))

    @property
    def searching(self) -> Searching:
        """Search over all dates."""
        return cast("Searching", self.kind(Kind.SEARCHING))

    @property
    def facets(self) -> Facets:
        """Sections, and the lens."""
        return cast("Facets", self.kind(Kind.FACETS))

    @property
    def finding(self) -> Finding:
        """Finds in the paper shown."""
        return cast("Finding", self.kind(Kind.FINDING))

    @property
    def cards(self) -> Cards:
        """One paper at a time."""
        return cast("Cards", self.kind(Kind.CARDS))

    @property
    def sheet(self) -> DaySheet:
        """One facet of every listed paper."""
        return cast("DaySheet", self.kind(Kind.SHEET))

    @cached_property
    def syncing(self) -> Syncing:
        """Repositories brought up to date."""
        from digest_tui.ui.jobs.syncing import Syncing

        return Syncing(self._window.fetches, self._window.post_message)

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures of the page that is shown."""
        from digest_tui.ui.jobs.pictures import Pictures

        return Pictures(self._window)

    @cached_property
    def navigator(self) -> Navigator:
        """From one new paper to the next."""
        from digest_tui.session.navigator import Navigator

        return Navigator(self._window.session)

    @cached_property
    def closing(self) -> Closing:
        """The card in the reader's place when the last paper of a day is decided."""
        from digest_tui.ui.actions.closing import Closing

        return Closing(self._window)

    @cached_property
    def prompt(self) -> Prompt:
        """The line at the foot."""
        from digest_tui.ui.widgets.prompt import Prompt

        return Prompt(self._window.footer, self._window.status)

    @cached_property
    def keeper(self) -> Keeper:
        """What is kept soon after it changed."""
        from digest_tui.ui.jobs.keeper import Keeper

        return Keeper(self._window.set_timer)

    @cached_property
    def drafts(self) -> DraftKeeper:
        """Lines that were begun."""
        from digest_tui.ui.jobs.draft_keeper import DraftKeeper

        return DraftKeeper(self._window.library, self.store, self.keeper)

    @cached_property
    def desktop(self) -> Desktop:
        """Browser and clipboards."""
        from digest_tui.ui.desktop.desktop import Desktop

        return Desktop(self._window, self._window.opener)

    @cached_property
    def store(self) -> StoreThread:
        """The thread in which changes are committed."""
        from digest_tui.ui.jobs.store_thread import StoreThread

        return StoreThread(self._window.library, self._window.post_message)


class _LazyActions(Actions):
    """From command id to what it does; a kind is added when one of its commands is first wanted."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def __missing__(self, command_id: str) -> Action:
        actions = self._services.kind(BY_ID[command_id].kind).actions()
        # What was put here by hand stays.
        for each, action in actions.items():
            self.setdefault(each, action)
        return self[command_id]
