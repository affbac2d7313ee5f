"""Waiting until a screen is at rest, by what it has to do and not by the clock or the load of the machine.

Textual's pilot takes a process for idle that got no time for 20 ms, or was busy for a second: on a loaded machine both
are too early. This knows the queues, and what is to be drawn or called.
"""

import asyncio
from collections.abc import Iterator
from typing import Any
from weakref import WeakSet

from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

from support.patience import patiently

_ROUNDS = 3
"""So often in a row nothing is to be done: what another thread hands over takes a turn of the loop to come in."""
_apps: WeakSet[App[Any]] = WeakSet()


async def until_quiet(*_limits: float) -> None:
    """Wait until every app that runs here has done all it was asked; stands in for Textual's `wait_for_idle`."""
    if (current := active_app.get(None)) is not None:
        _apps.add(current)
    calm = 0
    for _ in patiently():
        await asyncio.sleep(0.001 if calm == 0 else 0)
        calm = 0 if any(_is_busy(app) for app in _apps if app.is_running) else calm + 1
        if calm == _ROUNDS:
            return
    raise AssertionError("the screen never came to rest")


def _is_busy(app: App[Any]) -> bool:
    if app._exception is not None or not app._screen_stack:
        return False
    if _works(app) or not all(_is_at_rest(pump) for pump in _pumps(app)):
        return True
    screen = app.screen
    if not _is_stale(screen) or app._batch_count:
        return False
    # Its timer would do this a sixtieth of a second later.
    with app._context():  # of several apps it would take the one that was spoken to last for its own
        screen._on_timer_update()
    return True


def _works(app: App[Any]) -> bool:
    """Whether a worker has something to do; one that a test keeps waiting has not."""
    is_kept = any(getattr(getattr(screen, "library", None), "is_kept", False) for screen in app.screen_stack)
    return not is_kept and any(not worker.is_finished for worker in app.workers)


def _is_at_rest(pump: MessagePump) -> bool:
    queue: Any = pump._message_queue
    waits = any(not waiter.done() for waiter in queue.ready_event._waiters)
    return pump._closed or bool(waits and queue.empty() and not pump._next_callbacks)


def _is_stale(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)
